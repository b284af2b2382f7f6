"""Whose measures the rows hold completely: statements with sources, without which a missing row is unknown."""

from dataclasses import dataclass
from functools import cache

from entrepot.reference.tables import load_table, split_cell
from entrepot.reference.terms import first_day, last_day

KNOWN_FROM_START = "0001-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """From `start` to `end` (ISO days) every measure of an issuer towards a target has a row, of these kinds.

    `kinds` is () where it holds for all that restrict. Complete by kind is not complete by goods, party or article.
    """

    issuer: str
    target: str
    kinds: tuple[str, ...]
    start: str
    end: str
    note: str
    source: str
    evidence: str


@cache
def load_coverage() -> tuple[Coverage, ...]:
    """The statements of the table."""
    table = load_table("measure_coverage")
    return tuple(
        Coverage(
            issuer=row["jurisdiction"],
            target=row["target"],
            kinds=split_cell(row["kinds"]),
            start=first_day(row["start"]) if row["start"] else KNOWN_FROM_START,
            end=last_day(row["end"]) if row["end"] else table.card.compiled_on,
            note=row["note"],
            source=row["source"],
            evidence=f"measure_coverage/{row['id']}: {row['note']}",
        )
        for row in table.rows
    )
