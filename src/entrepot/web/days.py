"""Days of an address and of an axis: read strictly, told in words."""

from datetime import date

from entrepot.dossier.days import MONTHS

YEARS = range(1000, 3000)


def month_words(value: str) -> str:
    """A month such as "2025-08" as "August 2025"; an empty one is "no month"."""
    year, _, month = value.partition("-")
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return value or "no month"
    return f"{MONTHS[int(month) - 1]} {year}"


def read_day(text: str | None) -> date | None:
    """The day of an ISO text; None for anything else, and for days of years that no case is about."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None
