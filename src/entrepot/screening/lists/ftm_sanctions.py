"""Sanction, Identification and Passport entities of FollowTheMoney, as parts of the party that they are about."""

from collections.abc import Iterable
from typing import Any

from entrepot.model.listing import Designation
from entrepot.screening.lists.days import read_day
from entrepot.screening.lists.party import PartyBuilder

_TERMS = ("provisions", "status", "duration", "reason", "sourceUrl", "country", "unscId", "authorityId", "recordId")
_DOCUMENT_TEXTS = ("type", "startDate", "endDate", "authority", "summary")


def add_sanctions(party: PartyBuilder, entities: Iterable[dict[str, Any]]) -> None:
    """The party with one designation for each sanction and an identifier for each document."""
    for entity in entities:
        properties = entity.get("properties") or {}
        if entity.get("schema") == "Sanction":
            _add_sanction(party, properties)
        else:
            _add_document(party, properties, is_passport=entity.get("schema") == "Passport")


def _first(properties: dict[str, Any], *names: str) -> str:
    values = (properties.get(name) for name in names)
    return next((str(found[0] if isinstance(found, list) else found) for found in values if found), "")


def _add_sanction(party: PartyBuilder, properties: dict[str, Any]) -> None:
    """A day that is known in part only (a month, a year) stays among the terms."""
    days = {name: _first(properties, name)[:10] for name in ("listingDate", "startDate", "endDate")}
    partial = tuple((name, text) for name, text in days.items() if text and read_day(text) is None)
    terms = tuple((name, "; ".join(map(str, values))) for name in _TERMS if (values := properties.get(name)))
    party.add_designation(
        Designation(
            programme=_first(properties, "programId", "program"),
            authority=_first(properties, "authority", "publisher"),
            listed_on=read_day(days["listingDate"]) or read_day(days["startDate"]),
            ended_on=read_day(days["endDate"]),
            citation=_first(properties, "programUrl"),
            terms=(*terms, *partial),
        )
    )


def _add_document(party: PartyBuilder, properties: dict[str, Any], *, is_passport: bool) -> None:
    number = _first(properties, "number", "passportNumber")
    if not number:
        return
    label = _first(properties, "type") or ("passport" if is_passport else "document")
    party.add_identifier(label, number, _first(properties, "country"), "passport" if is_passport else None)
    details = [f"{name} {text}" for name in _DOCUMENT_TEXTS[1:] if (text := _first(properties, name))]
    party.add_attribute(f"{label}: details", f"{number}: {'; '.join(details)}" if details else "")
