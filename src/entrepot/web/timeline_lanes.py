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
from entrepot.web.days import read_day

MarkKind = Literal["announced", "in_force", "ended", "records", "finding"]

MARK_WORDS: Final[Mapping[MarkKind, str]] = {
    "announced": "announced",
    "in_force": "in force from",
    "ended": "ended",
    "records": "records from",
    "finding": "finding about",
}
_WINDOWS: Final = ("before", "after", "window")
"""Where the subject of a finding names months; elsewhere four digits are a code of goods."""
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
        day = read_day(text)
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
    """A mark for each window of months that the finding is about."""
    for name in _WINDOWS:
        value = kept.finding.subject.get(name)
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
    begin, month, end, end_month = (int(part) if part else None for part in found.groups())
    until_month = end_month or (month if end is None and month else 12)
    try:
        first, last = date(begin or 0, month or 1, 1), month_end(date(end or begin or 0, until_month, 1))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def month_end(day: date) -> date:
    """The last day of the month that the day is in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _order(mark: Mark) -> tuple[date, date, str, str]:
    return mark.first, mark.last, mark.row, mark.words
