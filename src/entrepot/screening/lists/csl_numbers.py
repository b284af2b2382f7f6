"""The `ids` column of the Consolidated Screening List: "country, expiry, issue, number, kind", several in one cell."""

import re

from entrepot.screening.lists.party import PartyBuilder
from entrepot.screening.lists.us_facts import add_fact, is_number

_COUNTRY = re.compile(r"([A-Z]{2}), ")
_DAYS = re.compile(r"((?:\d{4}-\d{2}-\d{2}, )+)(?=\S)")
_ENDING = re.compile(r", (?=[^,]*$)")


def add_numbers(party: PartyBuilder, cell: str) -> None:
    """The party with every number and statement of the cell; what has no kind stays as an attribute."""
    for part in _parts(cell):
        value, label = _split_label(part)
        if label:
            _add(party, label, value)
        else:
            party.add_attribute("ids", part)


def _parts(cell: str) -> list[str]:
    """The entries of the cell; one that a semicolon of its own cut apart is joined again."""
    parts: list[str] = []
    for part in cell.split("; "):
        if parts and not _split_label(parts[-1])[1]:
            parts[-1] = f"{parts[-1]}; {part}"
        else:
            parts.append(part)
    return [part.strip() for part in parts if part.strip()]


def _split_label(part: str) -> tuple[str, str]:
    pieces = _ENDING.split(part.strip(), maxsplit=1)
    return (pieces[0].strip(), pieces[1].strip()) if len(pieces) == 2 else (part, "")


def _add(party: PartyBuilder, label: str, value: str) -> None:
    if not is_number(label.rstrip(":- ")):
        add_fact(party, label, value)
        return
    country = _COUNTRY.match(value)
    rest = value[country.end() :] if country else value
    days = _DAYS.match(rest)
    number = rest[days.end() :] if days else rest
    add_fact(party, label, number, country[1] if country else "", _dates(days[1]) if days else "")


def _dates(printed: str) -> str:
    """The cell names the day of expiry first, then that of issue; a single day is not said to be either."""
    days = printed.strip(", ").split(", ")
    return f"expires {days[0]}, issued {days[1]}" if len(days) > 1 else f"dated {days[0]}"
