"""What stands beside events along time: measures towards territories of the case, and what customs records cover."""

import re
from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from entrepot.model.finding import KeptFinding
from entrepot.model.measure import Measure
from entrepot.store.casefile import CaseFile
from entrepot.store.findings import list_findings
from entrepot.store.trade_files import list_trade_files

MarkKind = Literal["announced", "in_force", "ended", "records", "finding"]

MARK_WORDS: Final[Mapping[MarkKind, str]] = {
    "announced": "announced",
    "in_force": "in force from",
    "ended": "ended",
    "records": "records from",
    "finding": "finding about",
}
_WINDOW: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:/(\d{4})(?:-(\d{2}))?)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something on a lane: its days, the row that it is on, what it is, and the way to it where there is one."""

    kind: MarkKind
    row: str
    first: date
    last: date
    words: str
    detail: str = ""
    address: str = ""

    def record(self) -> dict[str, Any]:
        """The mark as plain JSON."""
        return {
            "kind": self.kind,
            "row": self.row,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "words": self.words,
            "detail": self.detail,
        }


def list_measure_marks(case: CaseFile, territories: Collection[str]) -> list[Mark]:
    """Days on which measures towards these territories were announced, came into force or ended."""
    from entrepot.pipeline.measures import load_measures

    found = [
        mark
        for measure in load_measures(case).measures
        for target in measure.targets
        if target in territories
        for mark in _measure_marks(measure, target)
    ]
    return sorted(found, key=_order)


def _measure_marks(measure: Measure, target: str) -> Iterator[Mark]:
    days: tuple[tuple[MarkKind, str | None], ...] = (
        ("announced", measure.announced.start if measure.announced else None),
        ("in_force", measure.valid_from.start if measure.valid_from else None),
        ("ended", measure.valid_to.end if measure.valid_to else None),
    )
    for kind, text in days:
        day = _read_day(text)
        if day is not None:
            yield Mark(
                kind=kind,
                row=target,
                first=day,
                last=day,
                words=f"{measure.issuer}: {measure.title or measure.summary}",
                detail=" ".join(part for part in (measure.legal_act, measure.article) if part),
            )


def list_record_marks(case: CaseFile) -> list[Mark]:
    """The periods that imported files of customs records cover, and those that kept findings are about."""
    found = [
        Mark(
            kind="records",
            row=one.dataset,
            first=one.first_period,
            last=month_end(one.last_period),
            words=one.name,
            detail=f"{one.kept:,} rows",
            address="/findings",
        )
        for one in list_trade_files(case)
        if one.first_period and one.last_period
    ]
    found += [mark for one in list_findings(case) for mark in _finding_marks(one)]
    return sorted(found, key=_order)


def _finding_marks(kept: KeptFinding) -> Iterator[Mark]:
    """A mark for each window of months that the finding names in its subject."""
    for name, value in kept.finding.subject.items():
        window = read_window(value) if isinstance(value, str) else None
        if window is not None:
            yield Mark(
                kind="finding",
                row="findings",
                first=window[0],
                last=window[1],
                words=kept.finding.statement,
                detail=f"{name}: {value}",
                address="/findings",
            )


def read_window(text: str) -> tuple[date, date] | None:
    """The days of "2021-03/2021-11", "2021", "2021/2022" or "2021-03"; None for other text."""
    found = _WINDOW.match(text)
    if found is None:
        return None
    year, month, last_year, last_month = (int(part) if part else None for part in found.groups())
    until_year = last_year or year
    until_month = last_month or (month if last_year is None and month else 12)
    try:
        first, last = date(year or 1, month or 1, 1), month_end(date(until_year or 1, until_month, 1))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def month_end(day: date) -> date:
    """The last day of the month that the day is in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _read_day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _order(mark: Mark) -> tuple[date, date, str, str]:
    return mark.first, mark.last, mark.row, mark.words
