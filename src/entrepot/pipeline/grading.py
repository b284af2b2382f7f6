"""Letters of reliability that people give to sources, read from a file and set beside the origins they name."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from entrepot.corroboration import is_one_name
from entrepot.errors import CallError
from entrepot.model.proposition import Origin, Proposition, SourceGrade

LETTERS = frozenset("ABCDEF")
_COLUMNS = ("source", "letter", "basis")


def read_grades(path: Path) -> tuple[SourceGrade, ...]:
    """The grades of a CSV file with the columns source, letter (A to F) and basis (who gives it, or what is cited).

    Raises:
        CallError: the file cannot be read, or a row lacks something.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CallError(f"{path}: the grades cannot be read ({error}); give a CSV file in UTF-8.") from error
    if rows and not set(_COLUMNS) <= set(rows[0]):
        raise CallError(f"{path}: the grades need the columns {', '.join(_COLUMNS)}.")
    return tuple(_read_row(path, number, row) for number, row in enumerate(rows, start=2))


def _read_row(path: Path, number: int, row: dict[str, str | None]) -> SourceGrade:
    source, letter, basis = ((row.get(name) or "").strip() for name in _COLUMNS)
    if not source or letter.upper() not in LETTERS or not basis:
        raise CallError(
            f"{path}: line {number} needs a source, a letter from A to F, and a basis: who gives it, or what is cited."
        )
    return SourceGrade(source=source, letter=letter.upper(), basis=basis)


def apply_grades(propositions: Iterable[Proposition], grades: Iterable[SourceGrade]) -> Iterator[Proposition]:
    """The propositions with the letters of the sources that are named so; a letter never changes a digit."""
    known = tuple(grades)
    for one in propositions:
        yield replace(one, origins=tuple(_with_letter(origin, known) for origin in one.origins)) if known else one


def _with_letter(origin: Origin, grades: tuple[SourceGrade, ...]) -> Origin:
    names = {origin.name, *(trail.steps[-1] for trail in origin.trails if trail.steps)}
    for grade in grades:
        if any(is_one_name(name, grade.source) for name in names):
            return replace(origin, reliability=f"{grade.letter} ({grade.basis})")
    return origin
