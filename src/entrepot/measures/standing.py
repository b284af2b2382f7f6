"""From when to when a row of law stands for a kind towards a target: certain days, and days that only may be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.model.interval import Interval
from entrepot.model.measure import Measure
from entrepot.reference.measure_kinds import measure_kinds

Certainty = Literal["certain", "maybe"]
FIRST_DAY = date.min.toordinal()
LAST_DAY = date.max.toordinal()
NO_ACT = frozenset({"announced"})
"""Bases of a date that are no act of law: what was only announced restricts and eases nothing yet."""
NONE = "none"
"""The kind of a row that says that there are no measures."""
RELIEF = "relief"
"""The kind of a row that takes measures away instead of adding any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days (ordinals, both included) on which a row stands for a kind towards a target, or `maybe` does.

    `kind` is one of the row's or one that a kind of the row stands for; `reason` says why days are only `maybe`.
    """

    measure: Measure
    kind: str
    target: str
    first: int
    last: int
    certainty: Certainty = "certain"
    reason: str = ""


def list_spans(measure: Measure) -> Iterator[Span]:
    """The spans of a row: for each target and kind the certain days, before and after them those that may be.

    A date known to the month makes the month uncertain, since the act may have come on any day of it; a row without a
    beginning is uncertain up to its end. The last day counts as in force (the table means the last day or that of the
    hand-over).
    """
    for target in measure.targets:
        for kind, own in _kinds_of(measure):
            limit = next((one for one in measure.kind_limits if one.kind == own), None)
            if limit and limit.targets and target not in limit.targets:
                continue
            start = (limit and limit.valid_from) or measure.valid_from
            yield from _spans(measure, kind, target, start, measure.valid_to)


def _kinds_of(measure: Measure) -> Iterator[tuple[str, str]]:
    """Each kind that the row has or stands for, with the row's own kind behind it, each once."""
    own = {kind: kind for kind in measure.kinds}
    implied = {part: kind for kind in measure.kinds for part in measure_kinds()[kind].stands_for}
    yield from (implied | own).items()


def _spans(measure: Measure, kind: str, target: str, start: Interval | None, end: Interval | None) -> Iterator[Span]:
    first, sure = _ends(start, FIRST_DAY)
    sure_end, last = _ends(end, LAST_DAY)
    if measure.date_basis in NO_ACT:
        yield Span(
            measure=measure, kind=kind, target=target, first=first, last=last, certainty="maybe",
            reason=f"{measure.id} was announced; no act is known",
        )  # fmt: skip
        return
    if start is None:
        yield _maybe(measure, kind, target, (FIRST_DAY, sure_end), f"when {measure.id} began is not known")
        sure = LAST_DAY
    elif first < sure:
        days = (first, min(sure - 1, last))
        yield _maybe(measure, kind, target, days, f"{measure.id} began on a day of {_words(start)}")
    if sure <= sure_end:
        yield Span(measure=measure, kind=kind, target=target, first=sure, last=sure_end)
    if sure_end < last:
        days = (max(sure_end + 1, sure), last)
        yield _maybe(measure, kind, target, days, f"{measure.id} ended on a day of {_words(end)}")


def _maybe(measure: Measure, kind: str, target: str, days: tuple[int, int], reason: str) -> Span:
    return Span(
        measure=measure, kind=kind, target=target, first=days[0], last=days[1], certainty="maybe", reason=reason
    )


def _ends(when: Interval | None, otherwise: int) -> tuple[int, int]:
    """First and last ordinal that a date may be."""
    if when is None or when.start is None or when.end is None:
        return otherwise, otherwise
    return date.fromisoformat(when.start).toordinal(), date.fromisoformat(when.end).toordinal()


def _words(when: Interval | None) -> str:
    if when is None or when.start is None:
        return "unknown date"
    return {"year": when.start[:4], "month": when.start[:7]}.get(when.granularity, when.start)


def touches(relief: Measure, measure: Measure) -> bool:
    """Whether a relief is about this row; both are of one issuer and towards one target."""
    return not relief.relieves or measure.id in relief.relieves
