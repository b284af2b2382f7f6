"""Lists as they stood on a day: who was on them, under which designations."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from entrepot.model.listing import Designation, ListedParty


def parties_as_of(parties: Iterable[ListedParty], day: date) -> list[ListedParty]:
    """The parties that were listed on the day, each with the designations that held then.

    A day that the list does not give excludes nobody. Of a history the entries that stood on the day are taken; past
    its end, those that stood at its end.
    """
    every = list(parties)
    end = _end_of(every)
    seen_on = min(day, end) if end else day
    return [found for party in every if (found := _as_of(party, day, seen_on))]


def count_ended(parties: Iterable[ListedParty]) -> int:
    """How many parties had left a history of the list before its end."""
    every = list(parties)
    end = _end_of(every)
    lasts = [party.seen[1] for party in every if party.seen and party.seen[1]]
    return sum(end is None or last < end for last in lasts)


def _end_of(parties: list[ListedParty]) -> date | None:
    """The last day that a history tells of; None where entries that stood at its end are marked as standing still."""
    lasts = [party.seen[1] for party in parties if party.seen]
    return max((last for last in lasts if last), default=None) if None not in lasts else None


def _as_of(party: ListedParty, day: date, seen_on: date) -> ListedParty | None:
    if party.seen and not (party.seen[0] <= seen_on <= (party.seen[1] or seen_on)):
        return None
    held = tuple(one for one in party.designations if _holds(one, day))
    if party.designations and not held:
        return None
    return party if held == party.designations else replace(party, designations=held)


def _holds(one: Designation, day: date) -> bool:
    return (one.listed_on is None or one.listed_on <= day) and (one.ended_on is None or one.ended_on >= day)
