"""From what an expression says to days: the day of writing, the tense, and what the text has already dated."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeGuard

from entrepot.claims.dates import calendars
from entrepot.claims.dates.expressions import Expression
from entrepot.claims.dates.nodes import FROM_TEXT, Calendar, Fixed, Moment, Node, RunUp, SameIn, YearBack, with_year
from entrepot.model.interval import Interval

Tense = Literal["past", "future", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """A date read at a place of the text, to which later words may point back; `told` if not counted from today."""

    at: int
    interval: Interval
    told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DateAnchor:
    """From where dates are counted.

    `published` is when the text was published, `explicit` are the full dates that stand in the text itself, `before`
    the dates read shortly before the stretch in question, latest last, to which "that year" may refer.
    """

    published: Interval | None
    explicit: tuple[Interval, ...] = ()
    before: tuple[Antecedent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The days meant, what settled them, and the calendar units that the words name ("2022" in "since 2022")."""

    interval: Interval | None
    anchor: str = ""
    named: tuple[Interval | None, ...] = ()


_SENTENCE_END = re.compile(r"[.!?;]['\"”’)]?\s+(?=[A-Z“\"])|\n\s*\n")
_FUTURE = (
    r"(?:\b(?:will|shall|would|won[’']t|should|must|payable|upcoming|effective|ahead of|deadline|"
    r"redeem\w{0,5}|maturing|expires?|begins|starts|takes effect|set to|to be|calls? for|calling for"
    r"|(?:is|are|be) (?:due|set|scheduled|expected|planned|likely|slated|about|supposed|to)"
    r"|(?:plans?|planning|expects?|intends?|aims?|hopes?|due|going|agreed|wants?|about|"
    r"asked) (?:\w{1,12} )?(?:to|for)|(?-i:could|might|may)(?! have\b)(?= [a-z]))|[’']ll)\b"
    r"(?: (?:not |also |only )?(?:be |have )?\w{2,16}\b)?"
)
# A word in -ed before a noun is an adjective ("preferred shares"); a verb has its object, a preposition or a stop.
_VERB = re.compile(
    rf"(?P<future>{_FUTURE})|"
    r"(?P<open>\b(?:planned|scheduled|expected|due|slated) (?:to|for|by|on|in)\b)|"
    r"(?P<past>\b(?:said|says|told|was|were|had|has|did|met|began|fell|rose|took|came|went|gave|"
    r"sent|made|left|sold|bought|hit|struck|wrote|paid|led|held|won|lost|put|spoke|became|saw|found|kept|grew|"
    r"according|[a-z]{2,14}ed(?= (?:the|an?|its|his|her|their|on|in|by|to|from|that|it|them|him|at|for|with|into|last|"
    r"[A-Z0-9])|[,.;]|\s*$))\b)",
    re.IGNORECASE,
)
_CONTEXT = 160


def same_sentence(text: str, start: int, end: int) -> bool:
    """True where no sentence ends between two places that are not far apart."""
    return end - start <= _CONTEXT and _SENTENCE_END.search(text, start, end) is None


def tense_at(text: str, start: int, end: int, floor: int, roof: int) -> Tense:
    """The tense of the verb nearest before a date, or after it when none stands before; empty where none tells."""
    before = text[max(floor, start - _CONTEXT) : start]
    breaks = list(_SENTENCE_END.finditer(before))
    before = before[breaks[-1].end() :] if breaks else before
    verbs = list(_VERB.finditer(before))
    if verbs:
        return _tense_of(verbs[-1])
    after = text[end : min(roof, end + _CONTEXT)]
    stop = _SENTENCE_END.search(after)
    verb = _VERB.search(after[: stop.start()] if stop else after)
    return "" if verb is None else _tense_of(verb)


def _tense_of(verb: re.Match[str]) -> Tense:
    """What was planned may lie on either side of the day of writing; then the tense does not tell."""
    return "future" if verb["future"] else "" if verb["open"] else "past"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around an expression: the tense, the dates before it, a full date earlier in its sentence."""

    tense: Tense = ""
    before: tuple[Interval, ...] = ()
    near: tuple[Interval, ...] = ()
    beside: Interval | None = None


def resolve_expression(expression: Expression, anchor: DateAnchor, around: Surroundings) -> Resolved:
    """The days that an expression means, as far as they are certain."""
    first, source = _resolve_node(expression.node, anchor, around)
    if expression.until is None:
        whole = calendars.part_of(first, expression.part) if first is not None else None
        return Resolved(interval=_opened(whole, expression.open_side), anchor=source if whole else "", named=(first,))
    last, last_source = _resolve_node(expression.until.node, anchor, around)
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


def _resolve_node(node: Node, anchor: DateAnchor, around: Surroundings) -> tuple[Interval | None, str]:
    """The interval of one node and what settled it."""
    dated = node.end if isinstance(node, RunUp) else node
    if isinstance(dated, Fixed) or (isinstance(dated, Calendar) and dated.year is not None):
        return node.resolve(Moment(day=None)), ""
    if isinstance(node, FROM_TEXT):
        found = node.resolve(Moment(day=None, before=around.before, near=around.near))
        return found, "text" if found else ""
    if isinstance(node, SameIn):
        day = anchor.published.end if anchor.published else None
        seen = Moment(day=date.fromisoformat(day) if day else None, before=around.before)
        found = node.resolve(seen)
        return found, "text" if found else ""
    if isinstance(node, YearBack) and around.before:
        found = node.resolve(Moment(day=None, before=around.before, near=around.near))
        if found is not None:
            return found, "text"
    shared = _from_sentence(node, around.beside, anchor.published)
    if shared is not None:
        return shared, "text"
    found = _from_publication(node, anchor.published, around)
    if found is not None:
        return found, "published"
    lent = _from_text(node, anchor.explicit) if anchor.published is None else None
    return lent, "text" if lent else ""


def _from_publication(node: Node, published: Interval | None, around: Surroundings) -> Interval | None:
    """The interval seen from the first and from the last day of publication, where both give the same.

    Where they differ, a day or month without a year that falls within the days of publication is meant.
    """
    if published is None or published.start is None or published.end is None:
        return None
    first, last = date.fromisoformat(published.start), date.fromisoformat(published.end)
    seen = [node.resolve(Moment(day=day, tense=around.tense, before=around.before)) for day in (first, last)]
    if seen[0] == seen[1]:
        return seen[0]
    latest = seen[1]
    if isinstance(node, Calendar) and latest and latest.start and latest.end and (last - first).days <= 31:
        return latest if published.start <= latest.end and latest.start <= published.end else None
    return None


# Days for which "on 3 March 2021 … on 5 April" lends its year to the second date. Longer stretches are rarely told in
# one sentence without naming the year again.
_LENT_FOR = 92


def _from_sentence(node: Node, beside: Interval | None, published: Interval | None) -> Interval | None:
    """The day or month soon after a full date of the same sentence, in that date's year or the next.

    Where the day of publication is known, only a day follows a full day; a month alone is rather a recent one.
    """
    if beside is None or beside.start is None or not _lacks_year(node):
        return None
    if published is not None and (node.unit != "day" or beside.granularity != "day"):
        return None
    for year in (int(beside.start[:4]), int(beside.start[:4]) + 1):
        found = with_year(node, year).resolve(Moment(day=None))
        if found is None or found.start is None or found.start < beside.start:
            continue
        apart = (date.fromisoformat(found.start) - date.fromisoformat(beside.start)).days
        return found if apart <= _LENT_FOR else None
    return None


def _lacks_year(node: Node) -> TypeGuard[Calendar]:
    """True for a day or month whose year is neither written nor counted from the day of writing."""
    if not isinstance(node, Calendar) or node.unit not in ("day", "month"):
        return False
    return node.year is None and not node.pick and node.year_offset is None


def _from_text(node: Node, explicit: tuple[Interval, ...]) -> Interval | None:
    """The interval in the one year for which the text itself gives that day or month in full."""
    if not _lacks_year(node):
        return None
    years = {int(full.start[:4]) for full in explicit if full.start and _names_same(node, full.start)}
    if len(years) != 1:
        return None
    return with_year(node, years.pop()).resolve(Moment(day=None))


def _names_same(node: Calendar, day: str) -> bool:
    return int(day[5:7]) == node.number and (node.unit == "month" or int(day[8:]) == node.day)
