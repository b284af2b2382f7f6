"""Terms of office: who held which office of which country from when to when, by which row of which table."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from entrepot.model.actor import Actor
from entrepot.reference.persons import clean_name, find_person, own_office_holders
from entrepot.reference.tables import Row, load_table, split_cell

Office = Literal[
    "president",
    "prime_minister",
    "foreign_minister",
    "supreme_leader",
    "monarch",
    "commission_president",
    "high_representative",
    "opposition_leader",
    "defence_minister",
    "interior_minister",
    "finance_minister",
    "energy_minister",
    "central_bank_governor",
]
"""Offices that the tables follow. A president who heads the government is `president`, a premier `prime_minister`."""

LEADERS_KNOWN_UNTIL = "2026-10-31"
"""The state of knowledge of leaders.csv is autumn 2026; an open term is taken to last so long, and no longer."""

_FIELDS: dict[str, tuple[Office, str]] = {
    "foreign": ("foreign_minister", r"Minister (?:of|for) Foreign Affairs|Secretary of State|Foreign Minister"),
    "defence": ("defence_minister", r"Minister of (?:National )?Defen[cs]e|Secretary of Defen[cs]e"),
    "interior": ("interior_minister", r"Minister of (?:the )?(?:Interior|Internal)"),
    "finance": ("finance_minister", r"Minister of Finance|Secretary of the Treasury"),
    "energy": ("energy_minister", r"Minister of (?:Fuel and )?Energy|Secretary of Energy"),
    "central_bank": ("central_bank_governor", r"Governor of the|Chair of the Federal Reserve"),
}
_LEADER_ROLES: dict[str, Office] = {
    "foreign_minister": "foreign_minister",
    "supreme_leader": "supreme_leader",
    "commission_president": "commission_president",
    "high_representative": "high_representative",
    "opposition_leader": "opposition_leader",
}
_INTERIM = "(?:(?:Acting|Interim|Transitional|Caretaker) )?"
_TITLES: tuple[tuple[str, Office], ...] = (
    (r"Supreme Leader", "supreme_leader"),
    (rf"{_INTERIM}Prime Minister|Premier\b|(?:Federal )?Chancellor|Chairman of the C|Taoiseach", "prime_minister"),
    (
        rf"{_INTERIM}President(?:$| of (?:the )?(?!Territorial|Government|Swiss)| Col| Lt| Gen)",
        "president",
    ),
    (r"King|Queen|Emperor|Amir|Emir|Sultan|Grand Duke|Prince\b", "monarch"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of office as one row gives it.

    `end` is None where the row gives none. `seen_until` is the last day on which the row places the person in office; a
    term without an end may have lasted longer. `principal` is false for acting, deputy and unranked rows.
    """

    person: Actor
    iso2: str
    office: Office
    title: str
    start: str
    end: str | None
    seen_until: str
    principal: bool
    died: bool
    evidence: str


def first_day(value: str) -> str:
    """A date known to the month or year, at its earliest day."""
    return value + {4: "-01-01", 7: "-01"}.get(len(value), "")


def last_day(value: str) -> str:
    """A date known to the month or year, at its latest day."""
    if len(value) == 4:
        return f"{value}-12-31"
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        following = date(year + month // 12, month % 12 + 1, 1)
        return (following - timedelta(days=1)).isoformat()
    return value


def _office_of_title(title: str) -> Office | None:
    return next((office for pattern, office in _TITLES if re.match(pattern, title)), None)


def _leader_term(row: Row) -> Term | None:
    office = _LEADER_ROLES.get(row["role"]) or _office_of_title(row["title"])
    person = find_person(clean_name(row["name"]), row["iso2"])
    if office is None or person is None or "Council" in row["name"]:
        return None
    end = last_day(row["end"]) if row["end"] else None
    return Term(
        person=person,
        iso2=row["iso2"],
        office=office,
        title=row["title"],
        start=first_day(row["start"]),
        end=end,
        seen_until=end or LEADERS_KNOWN_UNTIL,
        principal=True,
        died="died" in row["note"] or "killed" in row["note"],
        evidence=f"leaders/{row['id']}: {row['name']}, {row['title']}, {row['start']} to {row['end'] or 'open'}",
    )


def _holder_terms(row: Row) -> list[Term]:
    office = _office_of_title(row["title"])
    if office is None or not row["since"]:
        return []
    people = [find_person(clean_name(name), row["iso2"]) for name in split_cell(row["person"])]
    return [
        Term(
            person=person,
            iso2=row["iso2"],
            office=office,
            title=row["title"],
            start=first_day(row["since"]),
            end=None,
            seen_until=last_day(row["last_seen"]),
            principal=row["rank"] == "principal",
            died=False,
            evidence=f"office_holders/{row['id']}: {row['title']} {row['person']} since {row['since']}, "
            f"last seen {row['last_seen']}",
        )
        for person in people
        if person is not None
    ]


def _minister_term(row: Row) -> Term | None:
    office, pattern = _FIELDS.get(row["field"], (None, ""))
    person = find_person(clean_name(row["name"]), row["iso2"])
    if office is None or person is None or not row["start"] or not re.match(pattern, row["position"]):
        return None
    end = last_day(row["end"]) if row["end"] else None
    return Term(
        person=person,
        iso2=row["iso2"],
        office=office,
        title=row["position"],
        start=first_day(row["start"]),
        end=end,
        seen_until=end or last_day(row["open_as_of"] or "2022-06"),
        principal=True,
        died=False,
        evidence=f"ministers/{row['id']}: {row['name']}, {row['position']}, "
        f"{row['start']} to {row['end'] or 'open in 2022'}",
    )


@cache
def list_terms() -> tuple[Term, ...]:
    """Every term of the tables, those of leaders.csv first because they carry both ends."""
    leaders = [_leader_term(row) for row in load_table("leaders").rows]
    holders = [term for row in own_office_holders() for term in _holder_terms(row)]
    ministers = [_minister_term(row) for row in load_table("ministers").rows]
    return (*filter(None, leaders), *holders, *filter(None, ministers))


@cache
def _terms_by_person() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in list_terms():
        found[term.person.id].append(term)
    return {identifier: tuple(terms) for identifier, terms in found.items()}


@cache
def _terms_by_office() -> dict[tuple[str, Office], tuple[Term, ...]]:
    found: dict[tuple[str, Office], list[Term]] = defaultdict(list)
    for term in list_terms():
        found[term.iso2, term.office].append(term)
    return {key: tuple(terms) for key, terms in found.items()}


def terms_of_person(identifier: str) -> tuple[Term, ...]:
    """Every term of that person, by actor id."""
    return _terms_by_person().get(identifier, ())


def terms_of_office(iso2: str, office: Office) -> tuple[Term, ...]:
    """Every term in that office of that country."""
    return _terms_by_office().get((iso2, office), ())
