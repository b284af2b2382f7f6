"""Editions of the Harmonized System, on which every national nomenclature rests with its first six digits."""

from datetime import date

HS_EDITIONS = (1988, 1996, 2002, 2007, 2012, 2017, 2022, 2028)
"""Years in which an edition came into force (WCO; the next is fixed for 1 January 2028). "HS 1992" is that of 1988."""


def hs_edition(year: int) -> int:
    """The edition of the Harmonized System in force in a year, or on which a nomenclature of that year rests."""
    return max((edition for edition in HS_EDITIONS if edition <= year), default=HS_EDITIONS[0])


def hs_edition_sql(edition: str = "edition", period: str = "period") -> str:
    """The edition of the Harmonized System of a row: by its nomenclature's year, or else by its period."""
    year = f"CASE WHEN {edition} > 0 THEN {edition} ELSE year({period}) END"
    cases = " ".join(f"WHEN {year} >= {known} THEN {known}" for known in reversed(HS_EDITIONS))
    return f"CASE {cases} ELSE {HS_EDITIONS[0]} END"


def revisions_between(start: date, end: date) -> tuple[int, ...]:
    """The years after `start`'s and up to `end`'s in which an edition of the Harmonized System came into force."""
    return tuple(edition for edition in HS_EDITIONS if start.year < edition <= end.year)
