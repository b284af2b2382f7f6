"""When and where: whether two claims may tell of one event, and where their dates or places make them two."""

import re
from datetime import date

from entrepot.corroboration.fillers import Likeness
from entrepot.corroboration.profiles import Profile
from entrepot.corroboration.slots import FrameSlots
from entrepot.corroboration.statements import Statement
from entrepot.model.interval import Interval

_NEAR_DAYS = 2
"""Reports of one event differ by a day or two: the night between, another time zone, the day of the telling."""
_LONG_DAYS = 731
"""What has gone on for longer than two years is told in general; a delivery of that time is one case of it."""
_BUILDING = re.compile(
    r"\b(?:palace|hotel|airport|ministry|headquarters|residence|hall|building|office|port|station|court|base|plant|"
    r"factory)\b"
)
"""A building may stand in any town that another report names."""


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


def are_two_events(left: Profile, right: Profile, slots: FrameSlots, days: Likeness) -> bool:
    """True where dates or places tell two events apart.

    Of one dated act, another place or a neighbouring day is a conflict, unless one voice in one report gives both.
    """
    elsewhere = places_differ(left.statement, right.statement)
    if days is Likeness.UNLIKE:
        return True
    if days is not Likeness.NEAR and (not elsewhere or days is Likeness.OPEN):
        return False
    dated = days in (Likeness.SAME, Likeness.NEAR)
    on_a_day = dated and is_day(left.statement) and is_day(right.statement)
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


def is_close(statement: Statement) -> bool:
    """True where the date is no wider than a month."""
    return statement.when is not None and statement.when.granularity in ("day", "month")


def is_day(statement: Statement) -> bool:
    """True where the date is a single day."""
    return statement.when is not None and statement.when.granularity == "day"
