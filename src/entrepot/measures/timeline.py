"""Rows of law in order of time."""

from dataclasses import dataclass
from datetime import date

from entrepot.measures.index import MeasureSet
from entrepot.model.measure import Measure

_OPEN = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChoice:
    """Which rows: () of targets, issuers or kinds stands for all; `start` and `end` bound the days of validity."""

    targets: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None


def list_rows(measures: MeasureSet, choice: RowChoice) -> list[Measure]:
    """The rows that were, or may have been, valid within the days, in order of their first day and key."""
    chosen = [one for one in measures.measures if _fits(one, choice)]
    return sorted(chosen, key=lambda one: ((one.valid_from and one.valid_from.start) or "", one.id))


def _fits(measure: Measure, choice: RowChoice) -> bool:
    for wanted, has in (
        (choice.targets, measure.targets), (choice.issuers, (measure.issuer,)), (choice.kinds, measure.kinds),
    ):  # fmt: skip
        if wanted and set(wanted).isdisjoint(has):
            return False
    first = (measure.valid_from and measure.valid_from.start) or ""
    last = (measure.valid_to and measure.valid_to.end) or _OPEN
    return not (choice.start and last < choice.start.isoformat()) and not (
        choice.end and first > choice.end.isoformat()
    )
