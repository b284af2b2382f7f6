"""Files of queries: a table with a column `name`, JSON Lines, or one name a line; read one at a time, in order.

What cannot be asked for (an empty line, control characters, ten thousand letters) is a query with an issue, so that
as many come out as stand in the file.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, cast

from entrepot.model.issue import Issue
from entrepot.model.match import Query
from entrepot.screening.query_fields import read_fields

MAX_NAME = 500
"""Letters; the longest name of any list in use has some 300."""

_MAX_LINE = 100_000
"""Characters of a line that are read; the rest can only be somebody's mistake or malice."""

_MAX_RECORD_LINES = 50
"""Lines that one record of a table may have, by line breaks inside quotation marks."""

_NAME_COLUMNS = ("name", "query")
_DELIMITERS = (",", ";", "\t", "|")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UNDECODED = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuery:
    """A query as it stands in a file: the name as given, its further fields as given, and what is wrong with it.

    `number` counts from 1. It is not put to any list where an issue is an error.
    """

    number: int
    query: Query
    fields: tuple[tuple[str, str], ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def can_be_asked(self) -> bool:
        """True where nothing keeps it from being put to lists."""
        return not any(issue.severity == "error" for issue in self.issues)


def read_queries(stream: BinaryIO) -> Iterator[AskedQuery]:
    """The queries of a file, in its order; its form is told by its first line."""
    lines = _lines(stream)
    first = next(lines, None)
    if first is None:
        return
    columns = _header(first)
    rows = _table_rows(lines, *columns) if columns else _single_rows(first, lines)
    for number, row in enumerate(rows, start=1):
        yield _asked(number, row) if isinstance(row, Mapping) else _unreadable(number, row)


def ask_name(name: str) -> AskedQuery:
    """A name that was given by itself."""
    return _asked(1, {"name": name})


def check_query(asked: AskedQuery) -> AskedQuery:
    """The query with an issue where its name cannot be put to any list."""
    wrong = _wrong_with(asked.query.name)
    return replace(asked, issues=(*asked.issues, wrong)) if wrong else asked


def _lines(stream: BinaryIO) -> Iterator[str]:
    """The lines of the file as text; bytes that are no text become lone surrogates, overlong lines are cut."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    wide = buffered.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = io.TextIOWrapper(
        buffered, "utf-16" if wide else "utf-8-sig", errors="replace" if wide else "surrogateescape", newline=""
    )
    try:
        while line := text.readline(_MAX_LINE):
            rest = line
            while rest and len(rest) == _MAX_LINE and not rest.endswith("\n"):
                rest = text.readline(_MAX_LINE)
            yield line
    finally:
        # The stream is its owner's to close, who may have done so already.
        if not stream.closed:
            text.detach()


def _header(first: str) -> tuple[list[str], str] | None:
    """The columns that the first line names and what divides them, if it names that of the names."""
    for delimiter in _DELIMITERS:
        cells = next(csv.reader([first], delimiter=delimiter), [])
        columns = [cell.strip().casefold().replace(" ", "_") for cell in cells]
        if any(name in columns for name in _NAME_COLUMNS):
            return columns, delimiter
    return None


class _Record:
    """The lines of the record that is being read, never more than a record can sensibly have."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MAX_RECORD_LINES:
            raise csv.Error("a quotation mark is not closed")
        self.taken.append(next(self._lines))
        return self.taken[-1]


def _table_rows(lines: Iterator[str], columns: list[str], delimiter: str) -> Iterator[Mapping[str, Any] | str]:
    """Each row by column; why it cannot be read where it is no row.

    Where quotation marks are astray each line is read as a row of its own, so that one does not swallow the others.
    """
    record = _Record(lines)
    reader = csv.reader(record, delimiter=delimiter, strict=True)
    while True:
        record.taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield from [_lone_row(line, columns, delimiter) for line in record.taken]
            continue
        yield dict(zip(columns, cells, strict=False))


def _lone_row(line: str, columns: list[str], delimiter: str) -> Mapping[str, Any] | str:
    if line.count('"') % 2:
        return "it has a quotation mark that is not closed; close it, or write it twice where it belongs to the name"
    return dict(zip(columns, next(csv.reader([line], delimiter=delimiter), []), strict=False))


def _single_rows(first: str, lines: Iterator[str]) -> Iterator[Mapping[str, Any] | str]:
    """Each line as a name, or as a record where the file begins with one."""
    as_records = first.lstrip().startswith("{")
    for line in _chained(first, lines):
        yield _record(line) if as_records and line.strip() else {"name": line.rstrip("\r\n")}


def _chained(first: str, lines: Iterable[str]) -> Iterator[str]:
    yield first
    yield from lines


def _record(line: str) -> Mapping[str, Any] | str:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"it is no JSON ({type(error).__name__}); each line needs one record"
    if not isinstance(found, dict):
        return 'it is no record; write {"name": "…"}'
    return {str(key).casefold(): value for key, value in found.items()}


def _asked(number: int, row: Mapping[str, Any]) -> AskedQuery:
    """The query of a row; a name that is not text counts as none."""
    given = next((row[column] for column in _NAME_COLUMNS if row.get(column)), "")
    name = given if isinstance(given, str) else ""
    fields, query, issues = read_fields({key: row[key] for key in row if key not in _NAME_COLUMNS})
    if _UNDECODED.search(name):
        issues = (*issues, _issue("query_not_text", "it holds bytes that are no UTF-8; save the file as UTF-8"))
    query = replace(query, name=_UNDECODED.sub("\N{REPLACEMENT CHARACTER}", name))
    return check_query(AskedQuery(number=number, query=query, fields=fields, issues=issues))


def _unreadable(number: int, reason: str) -> AskedQuery:
    return AskedQuery(number=number, query=Query(name=""), issues=(_issue("query_unreadable", reason),))


def _wrong_with(name: str) -> Issue | None:
    if len(name) > MAX_NAME:
        told = f"it has {len(name):,} characters, more than the {MAX_NAME} of any name; check the file"
        return _issue("query_too_long", told)
    if _CONTROL.search(name):
        return _issue("query_control_characters", "it holds control characters; take them out")
    if not name.strip():
        return _issue("query_empty", "it is empty; give a name")
    if not any(character.isalnum() for character in name):
        return _issue("query_empty", "it has neither letters nor digits; give a name")
    return None


def _issue(code: str, reason: str) -> Issue:
    return Issue(code=code, message=f"The query was not put to any list: {reason}.", severity="error")
