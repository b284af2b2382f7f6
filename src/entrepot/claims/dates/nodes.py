"""What an expression may say: the sum of what is written out and what points to another date."""

from dataclasses import replace

from entrepot.claims.dates.moments import Moment, Unit
from entrepot.claims.dates.pointing import AnyBefore, OfThatYear, Same, SameIn, YearBack
from entrepot.claims.dates.written import Calendar, Deictic, Fixed, NoDate, PersianDay, RunUp, Weekday

__all__ = [
    "FROM_TEXT",
    "AnyBefore",
    "Calendar",
    "Deictic",
    "Fixed",
    "Moment",
    "NoDate",
    "Node",
    "OfThatYear",
    "PersianDay",
    "RunUp",
    "Same",
    "SameIn",
    "Unit",
    "Weekday",
    "YearBack",
    "with_year",
]

Node = (
    Fixed
    | Calendar
    | Deictic
    | Weekday
    | RunUp
    | PersianDay
    | Same
    | YearBack
    | SameIn
    | OfThatYear
    | AnyBefore
    | NoDate
)
FROM_TEXT = (Same, OfThatYear, AnyBefore)
"""Nodes that only another date of the text can settle."""


def with_year(node: Node, year: int) -> Node:
    """The same part of a year, now of a known year."""
    return replace(node, year=year) if isinstance(node, Calendar) else node
