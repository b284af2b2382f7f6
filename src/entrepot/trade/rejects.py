"""Refused rows with their reasons, in a table that a spreadsheet opens."""

import csv
import heapq
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb

from entrepot.trade.reasons import refusal_sentence
from entrepot.trade.tidying import RefusedLine

COLUMNS = ("line", "reason", "sentence", "text")
_BATCH = 10_000

Place = tuple[int, int]
"""Where a value stands: its line, and which of that line's values it is."""


def write_rejects(
    connection: duckdb.DuckDBPyConnection,
    lines: Iterable[RefusedLine],
    texts: Iterable[tuple[Place, str]],
    path: Path,
) -> None:
    """Every refused row: its line, the code of the reason, a sentence, and what stands there.

    `texts` are the rows of the file in its order, one or more of a line.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for line in heapq.merge(lines, _refused_rows(connection, iter(texts)), key=lambda one: one.row):
            writer.writerow((line.row, line.reason, refusal_sentence(line.reason, line.detail), line.text))


def numbered_lines(path: Path, before: int = 0) -> Iterator[tuple[Place, str]]:
    """The lines of a text with their numbers; `before` lines stand above it."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        for row, line in enumerate(file, start=before + 1):
            yield (row, 0), line.rstrip("\r\n")


def recorded_lines(path: Path) -> Iterator[tuple[Place, str]]:
    """The records of a file of `tidying.write_records`, each in its place."""
    with path.open(encoding="utf-8", newline="") as file:
        for line in file:
            row, cell, text = line.rstrip("\n").split(",", 2)
            yield (int(row), int(cell)), text


def fetched_rows(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[tuple[Place, str]]:
    """The rows of a query of line, cell and text."""
    cursor = connection.cursor()
    cursor.execute(sql)
    while rows := cursor.fetchmany(_BATCH):
        for row, cell, text in rows:
            yield (row, cell), text


def _refused_rows(connection: duckdb.DuckDBPyConnection, texts: Iterator[tuple[Place, str]]) -> Iterator[RefusedLine]:
    """Both run through the file once, side by side: no join, so that any number of rows can be refused."""
    sql = """SELECT "row", cell, reason, detail FROM set_aside WHERE kind = 'refused' ORDER BY "row", cell"""
    connection.execute(sql)
    place, text = next(texts, ((1 << 62, 0), ""))
    while rows := connection.fetchmany(_BATCH):
        for row, cell, reason, detail in rows:
            while place < (row, cell):
                place, text = next(texts, ((1 << 62, 0), ""))
            shown = text if place[0] == row else ""
            yield RefusedLine(row=row, reason=reason, detail=detail, text=shown)
