"""A listed party as a FollowTheMoney entity, in the form in which yente gives it out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from entrepot.model.listing import Designation, ListedParty
from entrepot.screening.lists.ftm import IDENTIFIERS
from entrepot.web.api.listed import Listed, entity_id
from entrepot.web.api.schemata import NUMBER_PROPERTIES, SCHEMA_OF

Entity = dict[str, Any]

_COUNTRY = {"person": "nationality", "vessel": "flag"}
_KEPT = frozenset(
    "gender title position topics website email phone firstName lastName secondName fatherName motherName ethnicity "
    "religion sector legalForm incorporationDate dissolutionDate type tonnage buildDate".split()
)
"""Labels of further fields that are properties of FollowTheMoney, as a list in that form has them."""


def entity_record(listed: Listed, party: ListedParty, *, nested: bool = False) -> Entity:
    """The party with id, caption, schema, properties, data sets and days; with its designations where `nested`.

    `programId` is not among the properties, since lists print programmes in words of their own: these are in `program`.
    """
    own = entity_id(party)
    properties = entity_properties(party)
    if nested and party.designations:
        properties["sanctions"] = sanction_records(listed, party)
    return {
        "id": own,
        "caption": party.names[0].text if party.names else own,
        "schema": SCHEMA_OF[party.kind],
        "properties": properties,
        **_standing(listed, party),
        "referents": [party.id],
        "target": True,
    }


def entity_properties(party: ListedParty) -> dict[str, list[Any]]:
    """What the list says of the party, each value once, under FollowTheMoney's names."""
    found: dict[str, list[Any]] = {}
    for name, value in _properties(party):
        if value and value not in found.setdefault(name, []):
            found[name].append(value)
    return {name: values for name, values in found.items() if values}


def sanction_records(listed: Listed, party: ListedParty) -> list[Entity]:
    """Each act by which the party was put on the list, as a `Sanction`."""
    return [
        {
            "id": f"{entity_id(party)}#designation-{number}",
            "caption": one.programme or one.authority or "Designation",
            "schema": "Sanction",
            "properties": _sanction_properties(party, one),
            **_standing(listed, party),
            "referents": [],
            "target": False,
        }
        for number, one in enumerate(party.designations, start=1)
    ]


def _standing(listed: Listed, party: ListedParty) -> Entity:
    """Data sets, and the days between which the entry was seen, as a moment each."""
    dates = listed.dates.get((party.list, party.id))
    first, last = party.seen or (dates.first if dates else None, None)
    return {
        "datasets": [party.list],
        "first_seen": _moment(first),
        "last_seen": _moment(last or (dates.last if dates else None)),
        "last_change": _moment(dates.changed if dates else first),
    }


def _moment(day: date | None) -> str | None:
    return f"{day.isoformat()}T00:00:00" if day else None


def _properties(party: ListedParty) -> Iterator[tuple[str, str]]:
    for place, name in enumerate(party.names):
        yield ("weakAlias" if name.strength == "weak" else "alias" if place else "name"), name.text
    for birth in party.births:
        yield from (("birthDate", part) for part in birth.split("/"))
    yield from (("birthPlace", place) for place in party.birth_places)
    country = _COUNTRY.get(party.kind, "country")
    yield from ((country, code.lower()) for code in party.countries)
    for number in party.identifiers:
        label = number.label if number.label in IDENTIFIERS else NUMBER_PROPERTIES[number.kind]
        yield label, number.original
    yield from (("program", programme) for programme in party.programmes)
    yield from (("address", address.text) for address in party.addresses)
    yield "notes", party.remarks
    yield from ((label, text) for label, text in party.attributes if label in _KEPT)


def _sanction_properties(party: ListedParty, one: Designation) -> dict[str, list[str]]:
    values = {
        "entity": entity_id(party),
        "program": one.programme,
        "authority": one.authority,
        "listingDate": one.listed_on.isoformat() if one.listed_on else "",
        "endDate": one.ended_on.isoformat() if one.ended_on else "",
        "summary": one.citation,
        "provisions": "; ".join(f"{name}: {text}" for name, text in one.terms),
    }
    return {name: [value] for name, value in values.items() if value}
