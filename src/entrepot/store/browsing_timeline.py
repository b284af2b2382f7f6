"""The dated propositions of a case along time: how many begin when, and a page of those in a stretch of days."""

from dataclasses import dataclass
from typing import Final, Literal

from entrepot.store.browsing_propositions import ListedProposition, find_listed
from entrepot.store.casefile import CaseFile

Unit = Literal["day", "week", "month", "year"]

_BEGINS: Final = "coalesce(first_day, last_day)"
_ENDS: Final = "coalesce(last_day, first_day)"
_WITHIN: Final = f"{_BEGINS} <= $last AND {_ENDS} >= $first"
"""One whose other end is open counts by the end that is known: "since 2022" is no event of every later year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSpan:
    """The first and last day that any event touches, and the day before which only one in twenty begins."""

    first: str
    last: str
    common_first: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCount:
    """How many events begin in a day, week, month or year, and how many of them are contested."""

    start: str
    events: int
    contested: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBar:
    """The days of one event; None at an end that is open."""

    proposition_id: str
    first: str | None
    last: str | None
    is_contested: bool


def find_event_span(case: CaseFile) -> EventSpan | None:
    """The stretch of days that the dated propositions take; None where none is dated."""
    sql = f"""
        SELECT min({_BEGINS}), max({_ENDS}), quantile_disc({_BEGINS}, 0.05), count(*)
        FROM proposition_index WHERE is_dated
    """  # noqa: S608 - expressions are constants
    first, last, common, events = case.connection.execute(sql).fetchall()[0]
    return EventSpan(first=first, last=last, common_first=common, events=events) if events else None


def count_events(case: CaseFile, first: str, last: str, unit: Unit) -> list[EventCount]:
    """How many events of these days begin in each unit; those that began before count in the first one."""
    sql = f"""
        SELECT CAST(date_trunc('{unit}', TRY_CAST(greatest({_BEGINS}, $first) AS DATE)) AS DATE) AS start, count(*),
            count(*) FILTER (WHERE list_contains(conflicts, 'any'))
        FROM proposition_index
        WHERE is_dated AND {_WITHIN}
        GROUP BY start
        HAVING start IS NOT NULL
        ORDER BY start
    """  # noqa: S608 - expressions are constants
    rows = case.connection.execute(sql, {"first": first, "last": last}).fetchall()
    return [EventCount(start=row[0].isoformat(), events=row[1], contested=row[2]) for row in rows]


def list_event_bars(case: CaseFile, first: str, last: str, limit: int) -> list[EventBar]:
    """The days of the events in this stretch, in order; no more than `limit`."""
    sql = f"""
        SELECT proposition_id, first_day, last_day, list_contains(conflicts, 'any')
        FROM proposition_index
        WHERE is_dated AND {_WITHIN}
        ORDER BY {_BEGINS}, {_ENDS}, proposition_id
        LIMIT $limit
    """  # noqa: S608 - expressions are constants
    rows = case.connection.execute(sql, {"first": first, "last": last, "limit": limit}).fetchall()
    return [EventBar(proposition_id=row[0], first=row[1], last=row[2], is_contested=row[3]) for row in rows]


def list_events(case: CaseFile, first: str, last: str, offset: int, limit: int) -> list[ListedProposition]:
    """A page of the events in this stretch, in order of the day on which they began."""
    sql = f"""
        WITH page AS (
            SELECT proposition_id, {_BEGINS} AS begins, {_ENDS} AS ends
            FROM proposition_index
            WHERE is_dated AND {_WITHIN}
            ORDER BY begins, ends, proposition_id
            LIMIT $limit OFFSET $offset
        )
        SELECT number, record, indexed.pieces
        FROM page
        JOIN propositions ON propositions.id = page.proposition_id
        JOIN proposition_numbers AS numbered ON numbered.proposition_id = page.proposition_id
        JOIN proposition_index AS indexed ON indexed.proposition_id = page.proposition_id
        ORDER BY page.begins, page.ends, page.proposition_id
    """  # noqa: S608 - expressions are constants
    return find_listed(case, sql, {"first": first, "last": last, "limit": limit, "offset": offset})


def list_territories(case: CaseFile) -> frozenset[str]:
    """The codes of the territories that are parties to any proposition."""
    sql = """
        SELECT DISTINCT actor FROM (SELECT unnest(actors) AS actor FROM proposition_index)
        WHERE starts_with(actor, 'country:')
    """
    return frozenset(row[0].removeprefix("country:") for row in case.connection.execute(sql).fetchall())
