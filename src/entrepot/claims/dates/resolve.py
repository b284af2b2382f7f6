"""From what an expression says to days: the day of writing, the tense, and what the text has already dated."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.claims.dates import calendars
from entrepot.claims.dates.expressions import Expression
from entrepot.claims.dates.nodes import FROM_TEXT, Calendar, Fixed, Moment, Node, YearBack, with_year
from entrepot.model.interval import Interval

Tense = Literal["past", "future", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateAnchor:
    """From where dates are counted: when the text was published, and the full dates that stand in the text itself."""

    published: Interval | None
    explicit: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The days meant, what settled them, and the calendar units that the words name ("2022" in "since 2022")."""

    interval: Interval | None
    anchor: str = ""
    named: tuple[Interval | None, ...] = ()


_SENTENCE_END = re.compile(r"[.!?;]['\"”’)]?\s+(?=[A-Z“\"])|\n\s*\n")
_FUTURE = (
    r"(?:\b(?:will|shall|would|won[’']t|should|must|payable|upcoming|effective|ahead of|deadline|"
    r"redeem\w{0,5}|maturing|expires?|begins|starts|takes effect|next|set to|to be|calls? for|calling for"
    r"|(?:is|are|was|were|be) (?:due|set|scheduled|expected|planned|likely|slated|about|supposed|to)"
    r"|(?:plans?|planned|planning|scheduled|expects?|expected|intends?|aims?|hopes?|due|going|agreed|wants?|about|"
    r"asked) (?:\w{1,12} )?(?:to|for))|[’']ll)\b(?: (?:not |also |only )?(?:be |have )?\w{2,16}\b)?"
)
# A word in -ed before a noun is an adjective ("preferred shares"); a verb has its object, a preposition or a stop.
_VERB = re.compile(
    rf"(?P<future>{_FUTURE})|(?P<past>\b(?:said|says|told|was|were|had|has|did|met|began|fell|rose|took|came|went|gave|"
    r"sent|made|left|sold|bought|hit|struck|wrote|paid|led|held|won|lost|put|spoke|became|saw|found|kept|grew|"
    r"according|[a-z]{2,14}ed(?= (?:the|an?|its|his|her|their|on|in|by|to|from|that|it|them|him|at|for|with|into|last|"
    r"[A-Z0-9])|[,.;]|\s*$))\b)",
    re.IGNORECASE,
)
_CONTEXT = 160


def tense_at(text: str, start: int, end: int, floor: int, roof: int) -> Tense:
    """The tense of the verb nearest before a date, or after it when none stands before; empty where none tells."""
    before = text[max(floor, start - _CONTEXT) : start]
    breaks = list(_SENTENCE_END.finditer(before))
    before = before[breaks[-1].end() :] if breaks else before
    verbs = list(_VERB.finditer(before))
    if verbs:
        return "future" if verbs[-1]["future"] else "past"
    after = text[end : min(roof, end + _CONTEXT)]
    stop = _SENTENCE_END.search(after)
    verb = _VERB.search(after[: stop.start()] if stop else after)
    return "" if verb is None else "future" if verb["future"] else "past"


def resolve_expression(
    expression: Expression, anchor: DateAnchor, tense: Tense, before: tuple[Interval, ...]
) -> Resolved:
    """The days that an expression means, as far as they are certain."""
    first, source = _resolve_node(expression.node, anchor, tense, before)
    if expression.until is None:
        whole = calendars.part_of(first, expression.part) if first is not None else None
        return Resolved(interval=_opened(whole, expression.open_side), anchor=source if whole else "", named=(first,))
    last, last_source = _resolve_node(expression.until.node, anchor, tense, before)
    named = (first, last)
    begin = calendars.part_of(first, expression.part) if first else None
    finish = calendars.part_of(last, expression.until.part) if last else None
    if begin is None or finish is None or begin.start is None or finish.end is None:
        return Resolved(interval=None, named=named)
    if begin.start > finish.end:
        begin = calendars.shift_year(begin, -1)
        if begin is None or begin.start is None or begin.start > finish.end:
            return Resolved(interval=None, named=named)
    return Resolved(
        interval=Interval(start=begin.start, end=finish.end, granularity="range"),
        anchor=source or last_source,
        named=named,
    )


def _opened(interval: Interval | None, side: str) -> Interval | None:
    if interval is None or not side:
        return interval
    if side == "since":
        return Interval(start=interval.start, end=None, granularity="range")
    return Interval(start=None, end=interval.end, granularity="range")


def _resolve_node(
    node: Node, anchor: DateAnchor, tense: Tense, before: tuple[Interval, ...]
) -> tuple[Interval | None, str]:
    """The interval of one node and what settled it."""
    if isinstance(node, Fixed) or (isinstance(node, Calendar) and node.year is not None):
        return node.resolve(Moment(day=None)), ""
    if isinstance(node, FROM_TEXT):
        found = node.resolve(Moment(day=None, before=before))
        return found, "text" if found else ""
    if isinstance(node, YearBack) and before:
        found = node.resolve(Moment(day=None, before=before))
        if found is not None:
            return found, "text"
    found = _from_publication(node, anchor.published, tense, before)
    if found is not None:
        return found, "published"
    lent = _from_text(node, anchor.explicit) if anchor.published is None else None
    return lent, "text" if lent else ""


def _from_publication(
    node: Node, published: Interval | None, tense: Tense, before: tuple[Interval, ...]
) -> Interval | None:
    """The interval seen from the first and from the last day of publication, where both give the same.

    Where they differ, a day or month without a year that falls within the days of publication is meant.
    """
    if published is None or published.start is None or published.end is None:
        return None
    first, last = date.fromisoformat(published.start), date.fromisoformat(published.end)
    seen = [node.resolve(Moment(day=day, tense=tense, before=before)) for day in (first, last)]
    if seen[0] == seen[1]:
        return seen[0]
    latest = seen[1]
    if isinstance(node, Calendar) and latest and latest.start and latest.end and (last - first).days <= 31:
        return latest if published.start <= latest.end and latest.start <= published.end else None
    return None


def _from_text(node: Node, explicit: tuple[Interval, ...]) -> Interval | None:
    """The interval in the one year for which the text itself gives that day or month in full."""
    if not isinstance(node, Calendar) or node.unit not in ("day", "month") or node.pick or node.year_offset is not None:
        return None
    years = {int(full.start[:4]) for full in explicit if full.start and _names_same(node, full.start)}
    if len(years) != 1:
        return None
    return with_year(node, years.pop()).resolve(Moment(day=None))


def _names_same(node: Calendar, day: str) -> bool:
    return int(day[5:7]) == node.number and (node.unit == "month" or int(day[8:]) == node.day)
