"""Two claims held against each other slot by slot: one proposition, a general and a particular one, or neither."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.corroboration.fillers import Filler, Likeness, compare_fillers
from entrepot.corroboration.profiles import Profile
from entrepot.corroboration.slots import FRAME_SLOTS, FrameSlots
from entrepot.corroboration.statements import Statement
from entrepot.model.interval import Interval

Verdict = Literal["same", "broader", "narrower", "compatible", "apart"]
"""`broader`: the first is more general. `compatible`: nothing speaks against it, but too little for it."""

_NEAR_DAYS = 2
"""Reports of one event differ by a day or two: the night between, another time zone, the day of the telling."""
_CLOSE_CHARACTERS = 400
"""A denial this close to a claim of the same frame in the same report answers it, though it repeats little of it."""
_BUILDING = re.compile(
    r"\b(?:palace|hotel|airport|ministry|headquarters|residence|hall|building|office|port|station|court|base|plant|factory)\b"
)
"""A building may stand in any town that another report names."""
_STAGED = frozenset({"agree", "sanction"})
"""Frames of acts that are announced before they are done."""
_RECURRING = frozenset({"meet", "agree", "strike", "enforce", "sanction"})
"""Frames of which the same parties fill many events."""
_LONG_DAYS = 731
"""What has gone on for longer than two years is told in general; a delivery of that time is one case of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How one claim stands to another. `agreed` are the roles that agree, `score` how much of them, `why` names
    them.
    """

    verdict: Verdict
    score: int = 0
    agreed: tuple[str, ...] = ()
    why: str = ""


APART = Relation(verdict="apart")


def relate(left: Profile, right: Profile) -> Relation:
    """How the first claim stands to the second; symmetric but for `broader` and `narrower`."""
    one, other = left.statement, right.statement
    if one.frame != other.frame or one.eases != other.eases:
        return APART
    slots = FRAME_SLOTS[one.frame]
    likenesses = _compare_roles(one, other, slots)
    rivals = [role for role, likeness in likenesses.items() if likeness is Likeness.UNLIKE]
    if len(rivals) > 1 or (rivals and rivals[0] not in slots.rivals):
        return APART
    days = compare_days(one.days, other.days)
    if _are_two_events(left, right, slots, days):
        return APART
    if days is Likeness.OPEN and places_differ(one, other):
        return Relation(verdict="compatible")
    if rivals:
        return _judge_rivals(left, right, slots, likenesses, days)
    return _judge(left, right, slots, likenesses, days)


def _compare_roles(one: Statement, other: Statement, slots: FrameSlots) -> dict[str, Likeness]:
    """The likeness of every role that both fill."""
    return {
        role: compare_lists(one.of(role), other.of(role), every=role in slots.parties, whole=slots.whole_lists)
        for role in slots.core
        if one.of(role) and other.of(role)
    }


def _judge_rivals(
    left: Profile, right: Profile, slots: FrameSlots, likenesses: Mapping[str, Likeness], days: Likeness
) -> Relation:
    """Two claims that differ in who did it alone: one act given to two, where it is named and dated alike.

    Two reports must say so; one report that names both tells of two acts, unless one answers the other.
    """
    others = {role: likeness for role, likeness in likenesses.items() if likeness is not Likeness.UNLIKE}
    named = [
        role
        for role, likeness in others.items()
        if likeness >= Likeness.NEAR and any(filler.is_particular for filler in left.statement.of(role))
    ]
    if named and answers(left, right):
        why = f"{left.statement.frame}: answers what its own report says of the same {', '.join(named)}"
        return Relation(verdict="same", score=1, agreed=tuple(named), why=why)
    if not left.documents.isdisjoint(right.documents):
        return APART
    if not named or any(likeness < Likeness.NEAR for likeness in others.values()):
        return Relation(verdict="compatible") if others and days is not Likeness.NEAR else APART
    if (days is Likeness.SAME and _is_close(left.statement) and _is_close(right.statement)) or slots.lasting:
        why = f"{left.statement.frame}: the same {', '.join(named)}, though another party"
        return Relation(verdict="same", score=1, agreed=tuple(named), why=why)
    return Relation(verdict="compatible", agreed=tuple(named))


def _is_close(statement: Statement) -> bool:
    """True where the date is no wider than a month."""
    return statement.when is not None and statement.when.granularity in ("day", "month")


def _is_day(statement: Statement) -> bool:
    return statement.when is not None and statement.when.granularity == "day"


def compare_lists(left: tuple[Filler, ...], right: tuple[Filler, ...], *, every: bool, whole: bool = False) -> Likeness:
    """How two lists of fillers stand: the best pair where one is enough, the worst best where every one must agree.

    With `whole` lists of different length are unlike.
    """
    if whole and len(left) != len(right):
        return Likeness.UNLIKE
    turned = len(left) > len(right)
    few, many = (right, left) if turned else (left, right)
    best = [max(_turn(compare_fillers(a, b), turned) for b in many) for a in few]
    if not every:
        return max(best)
    if Likeness.UNLIKE in best:
        return Likeness.UNLIKE
    return min(best)


def _turn(likeness: Likeness, turned: bool) -> Likeness:
    if turned and likeness is Likeness.BROADER:
        return Likeness.NARROWER
    if turned and likeness is Likeness.NARROWER:
        return Likeness.BROADER
    return likeness


def compare_days(one: Interval | None, other: Interval | None) -> Likeness:
    """How two dates stand: OPEN where one is missing, NEAR where they are neighbours that do not overlap."""
    if one is None or other is None:
        return Likeness.OPEN
    if one.overlaps(other):
        if is_long(one) and not is_long(other):
            return Likeness.BROADER
        if is_long(other) and not is_long(one):
            return Likeness.NARROWER
        return Likeness.SAME
    return Likeness.NEAR if _gap_days(one, other) <= _NEAR_DAYS else Likeness.UNLIKE


def is_long(interval: Interval) -> bool:
    """True for a stretch that is open at an end or longer than two years."""
    if interval.start is None or interval.end is None:
        return True
    return (date.fromisoformat(interval.end) - date.fromisoformat(interval.start)).days > _LONG_DAYS


def _gap_days(one: Interval, other: Interval) -> int:
    """Days between two intervals of single days; a great many where either is longer than a day."""
    if one.granularity != "day" or other.granularity != "day":
        return 9999
    first, second = sorted((one, other), key=lambda each: each.start or "")
    if first.end is None or second.start is None:
        return 9999
    return (date.fromisoformat(second.start) - date.fromisoformat(first.end)).days


def _are_two_events(left: Profile, right: Profile, slots: FrameSlots, days: Likeness) -> bool:
    """True where dates or places tell two events apart.

    Of one dated act, another place or a neighbouring day is a conflict, unless one voice in one report gives both.
    """
    elsewhere = places_differ(left.statement, right.statement)
    if days is Likeness.UNLIKE:
        return True
    if days is not Likeness.NEAR and (not elsewhere or days is Likeness.OPEN):
        return False
    dated = days in (Likeness.SAME, Likeness.NEAR)
    on_a_day = dated and _is_day(left.statement) and _is_day(right.statement)
    may_conflict = on_a_day or (slots.punctual and dated)
    if elsewhere and left.statement.frame == "strike":
        return True
    return not may_conflict or left.shares_voice(right)


def places_differ(one: Statement, other: Statement) -> bool:
    """True where both name a place and neither lies in the other."""
    if not one.place or not other.place or one.place == other.place:
        return False
    if f"country:{other.land}" == one.place or f"country:{one.land}" == other.place:
        return False
    if any(_BUILDING.search(each.place_text.casefold()) for each in (one, other)):
        return False
    return not (one.place in other.place or other.place in one.place)


def _judge(
    left: Profile,
    right: Profile,
    slots: FrameSlots,
    likenesses: Mapping[str, Likeness],
    days: Likeness,
) -> Relation:
    """The verdict, where nothing excludes that both say the same."""
    agreed = tuple(role for role, likeness in likenesses.items() if likeness >= Likeness.NEAR)
    one = left.statement
    contained = {
        role: likeness for role, likeness in likenesses.items() if likeness in (Likeness.BROADER, Likeness.NARROWER)
    }
    reached = set(agreed) | set(contained)
    if not any(needed <= reached for needed in _needed(left, right, slots, likenesses, days)):
        return Relation(verdict="compatible", agreed=agreed)
    directions = set(contained.values()) | (
        {days} & {Likeness.BROADER, Likeness.NARROWER} if not slots.punctual else set()
    )
    score = _score(likenesses, days)
    if not directions:
        return Relation(verdict="same", score=score, agreed=agreed, why=_explain(one, agreed, days))
    if len(directions) == 2:
        return Relation(verdict="compatible", agreed=agreed)
    verdict: Verdict = "broader" if Likeness.BROADER in directions else "narrower"
    return Relation(verdict=verdict, score=score, agreed=agreed, why=", ".join(sorted(contained) or ["when"]))


def _needed(
    left: Profile, right: Profile, slots: FrameSlots, likenesses: Mapping[str, Likeness], days: Likeness
) -> tuple[frozenset[str], ...]:
    """The sets of roles of which one must agree.

    One particular thing is enough at one time or within one report, and the first party where one speaker is retold;
    what answers a claim need not repeat even that.
    """
    if answers(left, right):
        return () if _speak_of_other_things(left, right, slots) else tuple(frozenset((role,)) for role in slots.core)
    one, other = left.statement, right.statement
    at_once = days is Likeness.SAME and _is_close(one) and _is_close(other)
    there = days is Likeness.NEAR and one.place == other.place != ""
    if at_once or there or not left.documents.isdisjoint(right.documents):
        things = (role for role in slots.things if likenesses.get(role, Likeness.OPEN) >= Likeness.NEAR)
        return (*slots.needed, *(frozenset((role,)) for role in things if _both_particular(one, other, role)))
    if one.frame in _RECURRING:
        return tuple(needed for needed in slots.needed if _identifies(one, other, needed, days))
    if not left.speakers.isdisjoint(right.speakers):
        return (*slots.needed, frozenset(slots.parties[:1]))
    return slots.needed


def _speak_of_other_things(left: Profile, right: Profile, slots: FrameSlots) -> bool:
    """True where both name things in roles of which they share none: goods seized here, a man charged there."""
    one, other = ({role for role in slots.things if each.statement.names(role)} for each in (left, right))
    return bool(one and other) and one.isdisjoint(other)


def _both_particular(one: Statement, other: Statement, role: str) -> bool:
    return all(any(filler.is_particular for filler in each.of(role)) for each in (one, other))


def answers(left: Profile, right: Profile) -> bool:
    """True for a denial and what it denies, a correction and what it corrects, close together in one report."""
    if left.documents.isdisjoint(right.documents):
        return False
    return any(
        one.document_id == other.document_id
        and _stands_against(one, other)
        and abs(one.position - other.position) < _CLOSE_CHARACTERS
        for one in left.members
        for other in right.members
    )


def _stands_against(one: Statement, other: Statement) -> bool:
    """True where one says no and the other yes, or one says done and the other still to be done."""
    if _says_no(one) != _says_no(other):
        return True
    return one.frame in _STAGED and (one.modality == "planned") != (other.modality == "planned")


def _says_no(one: Statement) -> bool:
    return one.modality == "denied" or one.polarity == "negative"


def _identifies(one: Statement, other: Statement, needed: frozenset[str], days: Likeness) -> bool:
    """True where these roles are enough for a recurring kind of event: states meet, strike and sanction all the time.

    Without a common date something particular must agree: a named place, person, firm or ship, or a matter.
    """
    if needed == frozenset(("matter",)):
        return all(any(filler.is_telling for filler in each.of("matter")) for each in (one, other))
    if needed == frozenset(("party",)):
        return days in (Likeness.SAME, Likeness.NEAR)
    if days in (Likeness.SAME, Likeness.NEAR) or "matter" in needed:
        return True
    return (
        any(filler.names and filler.kind != "country" for role in needed for filler in (*one.of(role), *other.of(role)))
        or len(needed) > 1
    )


def _score(likenesses: Mapping[str, Likeness], days: Likeness) -> int:
    return sum(int(likeness) for likeness in likenesses.values()) * 2 + (3 if days is Likeness.SAME else 0)


def _explain(one: Statement, agreed: tuple[str, ...], days: Likeness) -> str:
    words = [f"the same {role}" for role in agreed]
    if days is Likeness.SAME:
        words.append("overlapping dates")
    elif days is Likeness.NEAR:
        words.append("neighbouring days")
    return f"{one.frame}: " + ", ".join(words)
