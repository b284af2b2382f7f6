"""Two claims held against each other slot by slot: one proposition, a general and a particular one, or neither."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from entrepot.corroboration.answers import answers, speak_of_other_things
from entrepot.corroboration.circumstances import are_two_events, compare_days, is_close, places_differ
from entrepot.corroboration.fillers import Likeness, compare_lists
from entrepot.corroboration.profiles import Profile
from entrepot.corroboration.slots import FRAME_SLOTS, FrameSlots
from entrepot.corroboration.statements import Statement

Verdict = Literal["same", "broader", "narrower", "compatible", "apart"]
"""`broader`: the first is more general. `compatible`: nothing speaks against it, but too little for it."""

_RECURRING = frozenset({"meet", "agree", "strike", "enforce", "sanction"})
"""Frames of which the same parties fill many events."""


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
    if one.frame != other.frame or one.eases != other.eases or _are_two_acts(one, other):
        return APART
    slots = FRAME_SLOTS[one.frame]
    likenesses = _compare_roles(one, other, slots)
    rivals = [role for role, likeness in likenesses.items() if likeness is Likeness.UNLIKE]
    if len(rivals) > 1 or (rivals and rivals[0] not in slots.rivals):
        return APART
    days = compare_days(one.days, other.days)
    if are_two_events(left, right, slots, days):
        return APART
    if days is Likeness.OPEN and places_differ(one, other):
        return Relation(verdict="compatible")
    if rivals:
        return _judge_rivals(left, right, slots, likenesses, days)
    return _judge(left, right, slots, likenesses, days)


def _are_two_acts(one: Statement, other: Statement) -> bool:
    """True for an arrest and a charge; a ship that is detained may be called seized."""
    if not one.act or not other.act or one.act == other.act:
        return False
    ships = any(filler.kind == "vessel" for each in (one, other) for filler in each.of("subject"))
    return not (ships and {one.act, other.act} == {"seizure", "arrest"})


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
    if (days is Likeness.SAME and is_close(left.statement) and is_close(right.statement)) or slots.lasting:
        why = f"{left.statement.frame}: the same {', '.join(named)}, though another party"
        return Relation(verdict="same", score=1, agreed=tuple(named), why=why)
    return Relation(verdict="compatible", agreed=tuple(named))


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
        return () if speak_of_other_things(left, right, slots) else tuple(frozenset((role,)) for role in slots.core)
    one, other = left.statement, right.statement
    at_once = days is Likeness.SAME and is_close(one) and is_close(other)
    there = days is Likeness.NEAR and one.place == other.place != ""
    if at_once or there or not left.documents.isdisjoint(right.documents):
        things = (role for role in slots.things if likenesses.get(role, Likeness.OPEN) >= Likeness.NEAR)
        return (*slots.needed, *(frozenset((role,)) for role in things if _both_particular(one, other, role)))
    if one.frame in _RECURRING:
        return tuple(needed for needed in slots.needed if _identifies(one, other, needed, days))
    if not left.speakers.isdisjoint(right.speakers):
        return (*slots.needed, frozenset(slots.parties[:1]))
    return slots.needed


def _both_particular(one: Statement, other: Statement, role: str) -> bool:
    return all(any(filler.is_particular for filler in each.of(role)) for each in (one, other))


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
