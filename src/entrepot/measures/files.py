"""Measures and goods lists in a user's file: CSV rows with a TOML card, read strictly; what is wrong is said by row."""

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from entrepot.errors import InputError
from entrepot.measures.rows import GOODS_COLUMNS, MEASURE_COLUMNS, find_goods_faults, find_measure_faults
from entrepot.model.issue import Issue, Severity
from entrepot.reference.measure_coverage import Coverage
from entrepot.reference.measure_rows import read_day_cell
from entrepot.reference.tables import Row

_NEEDED_ON_CARD = ("title", "producer", "citation", "licence", "state_of_knowledge")
_COVERAGE_NEEDS = ("issuer", "target", "start", "source")
GOODS_KEY = "measure"
"""The column by which a list of goods is told from a file of measures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRows:
    """What a file holds: its rows of measures or of goods lists, each sound, and what was wrong with the others.

    `refused` counts the rows that were left out. `coverage` are the card's statements that rows are complete.
    """

    name: str
    title: str
    sha256: str
    observed_on: str
    measures: tuple[Row, ...] = ()
    goods: tuple[Row, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    refused: int = 0
    issues: tuple[Issue, ...] = field(default=())


def shorten_issues(file: FileRows) -> FileRows:
    """The file with one sentence in place of all that is wrong with it, for those who were told when it was added."""
    if not file.issues:
        return file
    message = (
        f"{file.name}: {file.refused} of its rows were refused; `entrepot measures status` with the case says why."
        if file.refused
        else f"{file.name}: columns of it are not known and were passed over."
    )
    severity: Severity = "warning" if file.refused else "note"
    return replace(file, issues=(Issue(code="rows_refused", message=message, severity=severity),))


def read_measure_file(name: str, rows: str, card: str, sha256: str) -> FileRows:
    """The sound rows of a file, and a sentence on each of the others.

    A column that is not known is named and passed over; a row with a bad date, an unknown kind or an empty needed cell
    is left out; the rest is read. A file with a column `measure` is a list of goods.

    Raises:
        InputError: the file is no table with a header, lacks a needed column, or its card lacks a needed field.
    """
    facts = _read_card(name, card)
    columns, cells = _read_cells(name, rows)
    is_goods = GOODS_KEY in columns
    known = GOODS_COLUMNS if is_goods else MEASURE_COLUMNS
    _require_columns(name, columns, known)
    issues = [_unknown_column(name, column, known) for column in columns if column not in known]
    sound: list[Row] = []
    seen: set[str] = set()
    for line, row in cells:
        faults = find_goods_faults(row) if is_goods else find_measure_faults(row)
        if not is_goods and row.get("id") in seen:
            faults = [*faults, f"the key {row['id']} stands in the file twice; give each row its own"]
        issues += [_fault(name, line, row, sentence) for sentence in faults]
        if not faults:
            sound.append(row)
            seen.add(row.get("id", ""))
    return FileRows(
        name=name,
        title=str(facts["title"]),
        sha256=sha256,
        observed_on=str(facts["state_of_knowledge"]),
        measures=() if is_goods else tuple(sound),
        goods=tuple(sound) if is_goods else (),
        coverage=_read_coverage(name, facts),
        refused=len(cells) - len(sound),
        issues=tuple(issues),
    )


def _read_cells(name: str, text: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The columns, and the rows with their lines; a row of another length keeps the cells it has."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    columns = [cell.strip() for cell in next(reader, [])]
    if len(columns) < 2 or len(set(columns)) != len(columns):
        raise InputError(f"{name}: no table of measures; its first line must name the columns, each once, with commas.")
    cells = [
        (reader.line_num, dict(zip(columns, [*(cell.strip() for cell in row), *[""] * len(columns)], strict=False)))
        for row in reader
        if any(cell.strip() for cell in row)
    ]
    return columns, cells


def _require_columns(name: str, columns: Sequence[str], known: Mapping[str, bool]) -> None:
    absent = [column for column, needed in known.items() if needed and column not in columns]
    if absent:
        raise InputError(
            f"{name}: the column{'s' * (len(absent) > 1)} {', '.join(absent)} must be there; "
            "`entrepot facts measures` shows the columns and what they mean."
        )


def _read_card(name: str, text: str) -> dict[str, Any]:
    try:
        facts = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f'{name}: its card is no TOML ({error}); write lines such as title = "...".') from error
    absent = [field_name for field_name in _NEEDED_ON_CARD if not str(facts.get(field_name, "")).strip()]
    if absent:
        raise InputError(f'{name}: its card must say {", ".join(absent)}; write each as a line such as title = "...".')
    return facts


def _read_coverage(name: str, facts: Mapping[str, Any]) -> tuple[Coverage, ...]:
    """The card's statements `[[complete]]` that an issuer's rows are complete towards a target."""
    return tuple(_read_statement(name, one, str(facts["state_of_knowledge"])) for one in facts.get("complete", ()))


def _read_statement(name: str, given: Mapping[str, Any], known_until: str) -> Coverage:
    absent = [field_name for field_name in _COVERAGE_NEEDS if not given.get(field_name)]
    if absent:
        raise InputError(f"{name}: a [[complete]] of its card must say {', '.join(absent)}.")
    try:
        start = read_day_cell(str(given["start"]))
        end = read_day_cell(str(given.get("end", "")) or known_until)
    except ValueError as error:
        raise InputError(f"{name}: a [[complete]] of its card: {error}; write it as 2025-04-19.") from error
    note = str(given.get("note", "")) or "complete by the card of the user's file"
    return Coverage(
        issuer=str(given["issuer"]),
        target=str(given["target"]),
        kinds=tuple(given.get("kinds", ())),
        start=(start and start.start) or "",
        end=(end and end.end) or "",
        note=note,
        source=str(given["source"]),
        evidence=f"{name}: {note} ({given['source']})",
    )


def _unknown_column(name: str, column: str, known: Mapping[str, bool]) -> Issue:
    message = f"{name}: the column {column!r} is not known and was passed over; there are {', '.join(known)}."
    return Issue(code="column_unknown", message=message, severity="warning")


def _fault(name: str, line: int, row: Row, sentence: str) -> Issue:
    key = row.get("id") or row.get(GOODS_KEY) or "without a key"
    return Issue(
        code="row_refused", message=f"{name}, line {line} ({key}): {sentence}; the row was left out.", severity="error"
    )
