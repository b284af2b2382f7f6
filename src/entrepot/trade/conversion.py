"""The rows of one file on their way to Parquet: read, given territories, judged, written."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from entrepot.model.flow import UNSPECIFIED
from entrepot.trade.importers.expressions import column_sql, text_sql
from entrepot.trade.importers.interface import CELL, ROW, FlowPlan
from entrepot.trade.parquet_files import COPY_OPTIONS, are_distinct
from entrepot.trade.preparing import PreparedFile
from entrepot.trade.rejects import Place, fetched_rows, numbered_lines, recorded_lines
from entrepot.trade.settling import SET_ASIDE_SQL, count_added, settle, settled_sql
from entrepot.trade.staging import (
    NUMBERED,
    flow_columns_sql,
    is_sum,
    kinds_sql,
    labels_sql,
    raw_csv_sql,
    raw_parquet_sql,
    raw_records_sql,
    staged_columns_sql,
    staged_sql,
    varying_key,
)
from entrepot.trade.territory_codes import SECRET, resolve_territory, scheme_codes
from entrepot.trade.tidying import RefusedLine, iterate_lines, split_file, write_records

_SPLIT_BYTES = 64_000_000
"""From this size on a file is cut in parts, which are read at once; below, cutting costs more than it saves."""
_PARTS = min(4, os.cpu_count() or 1)

# To carry a filter on a row's verdict down, the planner takes seconds and then works the verdict out twice; it turns
# tests against lists of words, needed for a few rows, into joins of all rows; and, not knowing how long a text is,
# it holds all its rows in memory to look up a few hundred labels in them.
_PLANNED_SQL = "SET disabled_optimizers = 'filter_pushdown,in_clause,build_side_probe_side'"

Tell = Callable[[str, duckdb.DuckDBPyConnection | None], None]
"""Is told when a step begins, and on which connection its statements run."""

Counts = tuple[int, Counter[str], Counter[str]]
"""How many rows were kept; refused and left out, by reason."""


@dataclass(slots=True)
class Conversion:
    """One import on its way."""

    connection: duckdb.DuckDBPyConnection
    plan: FlowPlan
    file: PreparedFile
    folder: Path
    number: int
    numbered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    refused_lines: list[RefusedLine] = field(default_factory=list)
    records: int | None = None
    tell: Tell = lambda *_: None


def convert(work: Conversion, parquet: Path) -> Counts:
    """What became of the rows of the file; those that are kept lie in `parquet`.

    Whatever DuckDB's own reader of CSV cannot take, or does not count as there are lines, is read again by Python.

    Raises:
        InputError: the lines cannot be read.
    """
    for sql in (_PLANNED_SQL, *kinds_sql(work.plan)):
        work.connection.execute(sql)
    if work.plan.records is None and work.file.head.kind == "text":
        try:
            _raw_from_csv(work)
            counts = _write(work, parquet)
        except duckdb.InvalidInputException:
            counts = None
        lines = _lines(work)
        if counts is not None and _total(counts) == lines:
            return counts
        work.tell("putting lines in order", None)
        _raw_from_lines(work)
    elif work.plan.records is not None:
        _ = work.file.lines  # Python's readers take plain text only.
        work.records = write_records(work.plan.records(work.file.path), work.folder / "records.csv")
        _raw(work, raw_records_sql(work.folder / "records.csv", work.plan.columns))
    else:
        _raw(work, raw_parquet_sql(work.file.path))
    return _write(work, parquet)


def row_texts(work: Conversion) -> Iterator[tuple[Place, str]]:
    """What stands in the rows of the file, in its order."""
    if work.records is not None:
        return recorded_lines(work.folder / "records.csv")
    if work.file.head.kind == "text":
        return numbered_lines(work.file.path)
    columns = ", ".join(f"coalesce({column_sql(name)}, '')" for name in work.file.head.columns)
    sql = f"SELECT {ROW}, {CELL}, concat_ws(',', {columns}) FROM raw ORDER BY {ROW}, {CELL}"  # noqa: S608 - quoted
    return fetched_rows(work.connection, sql)


def _lines(work: Conversion) -> int:
    """How many rows a text has if each line is as many as the plan says."""
    return (work.file.lines - work.plan.first_line) * work.plan.cells


def _total(counts: Counts) -> int:
    return counts[0] + sum(counts[1].values()) + sum(counts[2].values())


def _raw(work: Conversion, sql: str) -> None:
    work.connection.execute(f"CREATE OR REPLACE TEMP VIEW raw AS {sql}")


def _raw_from_csv(work: Conversion) -> None:
    head, plan = work.file.head, work.plan
    large = work.file.path.stat().st_size > _SPLIT_BYTES and _PARTS > 1
    parts = split_file(work.file.path, work.folder, _PARTS) if large else [(work.file.path, 0)]
    _raw(work, raw_csv_sql(parts, plan.columns or head.columns, plan.delimiter_of(head), plan.first_line))


def _raw_from_lines(work: Conversion) -> None:
    head, plan = work.file.head, work.plan
    columns = plan.columns or head.columns
    lines = iterate_lines(
        work.file.path,
        delimiter=plan.delimiter_of(head),
        width=len(columns),
        first_line=plan.first_line,
        refused=work.refused_lines,
    )
    work.records = write_records(lines, work.folder / "records.csv")
    _raw(work, raw_records_sql(work.folder / "records.csv", columns))


def _write(work: Conversion, parquet: Path) -> Counts:
    """The Parquet file, and what became of every row; the table `set_aside` names the rows that are not in it."""
    _resolve_territories(work)
    work.tell("writing", work.connection)
    staged = staged_sql(work.plan, work.number, work.numbered)
    if not work.plan.splits and not work.plan.source:
        counts = _write_straight(work, staged, parquet)
        if counts is not None:
            return counts
    staged_path = work.folder / "staged.parquet"
    _copy(work, f"SELECT {staged_columns_sql(work.plan)} FROM ({staged})", staged_path)  # noqa: S608 - as above
    read = f"SELECT * FROM read_parquet({text_sql(str(staged_path))})"  # noqa: S608 - quoted
    work.connection.execute(f"CREATE OR REPLACE TEMP VIEW staged AS {read}")
    work.tell("adding up", work.connection)
    settle(work.connection)
    kept = _copy(work, settled_sql(work.plan), parquet)
    work.connection.execute(f"CREATE OR REPLACE TEMP TABLE set_aside AS {SET_ASIDE_SQL}")
    refused, left_out = _set_aside(work)
    left_out.update(count_added(work.connection))
    joined = _number(work, "SELECT sum(lines - 1) FROM staged")
    left_out.update({"joined": joined} if joined else {})
    return kept, refused, left_out


def _write_straight(work: Conversion, staged: str, parquet: Path) -> Counts | None:
    """As `_write`, in one pass, for files with one row a flow; None where it turns out to have several."""
    work.connection.execute(f"CREATE OR REPLACE TEMP VIEW staged AS {staged}")
    kept = _copy(work, f"SELECT {flow_columns_sql(work.plan)} FROM staged WHERE is_kept", parquet)  # noqa: S608
    if not are_distinct(work.connection, parquet, varying_key(work.plan), kept):
        return None
    if work.records is None and kept and kept == _lines(work):
        work.connection.execute("CREATE OR REPLACE TEMP TABLE set_aside (reason VARCHAR)")
        return kept, Counter(), Counter()
    sql = """SELECT "row", cell, kind, reason, detail, lines FROM staged WHERE NOT is_kept"""
    work.connection.execute(f"CREATE OR REPLACE TEMP TABLE set_aside AS {sql}")
    return kept, *_set_aside(work)


def _copy(work: Conversion, sql: str, parquet: Path) -> int:
    rows = work.connection.execute(f"COPY ({sql}) TO {text_sql(str(parquet))} ({COPY_OPTIONS})").fetchall()
    return int(rows[0][0])


def _set_aside(work: Conversion) -> tuple[Counter[str], Counter[str]]:
    sql = "SELECT kind, reason, count(*) FROM set_aside GROUP BY kind, reason ORDER BY kind, reason"
    refused, left_out = Counter[str](), Counter[str]()
    for kind, reason, count in work.connection.execute(sql).fetchall():
        (refused if kind == "refused" else left_out)[reason] += count
    for line in work.refused_lines:
        refused[line.reason] += 1
    return refused, left_out


def _resolve_territories(work: Conversion) -> None:
    """The territory of each code: a list for schemes of numbers, a table of labels for the others."""
    plan = work.plan
    numbered: dict[str, Mapping[str, str]] = {}
    for side, scheme in (("reporter", plan.reporter_scheme), ("partner", plan.partner_scheme)):
        if scheme in NUMBERED and not plan.territories:
            numbered[side] = scheme_codes(scheme)
            continue
        if scheme in ("any", "name") or plan.territories:
            labels = [row[0] for row in work.connection.execute(labels_sql(plan, side)).fetchall() if row[0]]
            found = {label: _territory(plan, label, side) for label in labels}
        else:
            found = dict(scheme_codes(scheme))
        _write_codes(work.connection, side, found)
    work.numbered = numbered


def _write_codes(connection: duckdb.DuckDBPyConnection, side: str, found: Mapping[str, str | None]) -> None:
    """The table by which labels become territories; sums and withheld partners are told apart."""
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {side}_codes"
        f" (label VARCHAR, territory VARCHAR, {side}_is_sum BOOLEAN, {side}_is_secret BOOLEAN)"
    )
    rows = [
        (
            label,
            None if is_sum(side, code) else UNSPECIFIED if code == SECRET else code,
            is_sum(side, code),
            code == SECRET,
        )
        for label, code in found.items()
        if code
    ]
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        values = "unnest($1::VARCHAR[]), unnest($2::VARCHAR[]), unnest($3::BOOLEAN[]), unnest($4::BOOLEAN[])"
        connection.execute(f"INSERT INTO {side}_codes SELECT {values}", columns)


def _territory(plan: FlowPlan, label: str, side: str) -> str | None:
    if label in plan.territories:
        return resolve_territory(plan.territories[label]) or plan.territories[label]
    return resolve_territory(label, plan.reporter_scheme if side == "reporter" else plan.partner_scheme)


def _number(work: Conversion, sql: str) -> int:
    row = work.connection.execute(sql).fetchone()
    return int(row[0] or 0) if row else 0
