"""What STIX notes are about: the program itself, territories and hubs, actors, reports, parties of lists."""

from collections.abc import Iterator
from datetime import datetime

from entrepot.dossier.exchange.stix_objects import (
    StixObject,
    make_object,
    name_text,
    print_stamp,
    stamp_day,
    stix_id,
)
from entrepot.dossier.markup import is_web_address
from entrepot.dossier.names import file_name
from entrepot.dossier.parts import LANGUAGE_TAG
from entrepot.model.actor import Actor
from entrepot.model.case import ScreenedActor
from entrepot.model.document import Document
from entrepot.model.match import Match
from entrepot.reference.boundaries import find_outline
from entrepot.reference.gazetteer import find_entries
from entrepot.reference.hubs import Hub
from entrepot.reference.tables import load_table
from entrepot.reference.territories import territory_name

IDENTITY_CLASSES = {"country": "organization", "organisation": "organization", "person": "individual", "group": "group"}
KOSOVO = "XK"
"""Not a code of ISO 3166-1, which the standard asks for: its location has a position and no country."""
SHA256_LENGTH = 64


def facts_stamp() -> str:
    """When the tables that name territories, hubs and actors were compiled: the same in every case."""
    return stamp_day(load_table("hubs").card.compiled_on) or "2026-01-01T00:00:00.000Z"


def creator_id() -> str:
    """The identity that made the bundle: the program."""
    return stix_id("identity", "program", "Entrepôt")


def make_creator() -> StixObject:
    """The program as an identity; it has no creator of its own."""
    return make_object(
        "identity",
        ("program", "Entrepôt"),
        facts_stamp(),
        None,
        name="Entrepôt",
        identity_class="system",
        description="Reads reports, lists, law and customs records by printed rules. Leads for human review.",
    )


def make_territory(iso2: str) -> StixObject:
    """A territory as a location."""
    outline = find_outline(iso2)
    position = outline.point if outline and iso2 == KOSOVO else None
    return make_object(
        "location",
        ("territory", iso2),
        facts_stamp(),
        creator_id(),
        name=territory_name(iso2),
        country=None if iso2 == KOSOVO else iso2,
        latitude=position[1] if position else None,
        longitude=position[0] if position else None,
    )


def make_hub(hub: Hub) -> StixObject:
    """A hub as a location with its position and the source of that."""
    quality = "exact" if hub.is_exact else "approximate"
    return make_object(
        "location",
        ("hub", hub.id),
        facts_stamp(),
        creator_id(),
        name=hub.name,
        description=f"{', '.join(hub.kinds)}; position {quality}: {hub.position_source}",
        country=None if hub.iso2 == KOSOVO else hub.iso2,
        latitude=hub.lat,
        longitude=hub.lon,
        labels=["hub"],
    )


def make_actor(actor: Actor) -> StixObject | None:
    """An actor as an identity, a place as a location; None for a place of which no country is known."""
    return _make_place(actor) if actor.kind == "place" else _make_identity(actor.id, actor.name, actor.kind)


def make_asked_party(actor: ScreenedActor) -> StixObject:
    """An actor that was put to lists, as an identity: the same as where a claim names it."""
    query = actor.screening.query
    return _make_identity(query.id or query.name, query.name, query.kind)


def _make_identity(id_: str, name: str, kind: str) -> StixObject:
    return make_object(
        "identity",
        ("actor", id_),
        facts_stamp(),
        creator_id(),
        name=name_text(name, id_),
        identity_class=IDENTITY_CLASSES.get(kind, "unknown"),
        sectors=["government"] if kind == "country" else None,
        labels=["named-in-reports"],
    )


def _make_place(actor: Actor) -> StixObject | None:
    territories = {entry.iso2 for entry in find_entries(actor.name) if entry.actor.id == actor.id and entry.iso2}
    if len(territories) != 1 or KOSOVO in territories:
        return None
    return make_object(
        "location", ("actor", actor.id), facts_stamp(), creator_id(), name=actor.name, country=territories.pop()
    )


def stamp_document(document: Document, otherwise: datetime) -> str:
    """The first day on which the report may have been published; `otherwise` where nobody knows."""
    published = stamp_day(document.published.start) if document.published else None
    return published or print_stamp(otherwise)


def document_id(document: Document) -> str:
    """The identifier of a report's object."""
    return stix_id("report", document.sha256, document.id)


def make_report(document: Document, stamp: str, notes: list[str]) -> StixObject:
    """A report of the case; `notes` are the identifiers of its claims."""
    return make_object(
        "report",
        (document.sha256, document.id),
        stamp,
        creator_id(),
        name=name_text(document.title, file_name(document.path)),
        published=stamp,
        object_refs=notes,
        lang=document.language if document.language and LANGUAGE_TAG.match(document.language) else None,
        labels=None if document.published else ["day-of-publication-unknown"],
        external_references=list(refer_document(document)),
    )


def refer_document(document: Document) -> Iterator[dict[str, object]]:
    """Where a report was published: publisher and file, with its address and digest where it has an address."""
    told: dict[str, object] = {
        "source_name": name_text(document.publisher, "publisher unknown"),
        "description": name_text(file_name(document.path)),
    }
    if is_web_address(document.url):
        told["url"] = document.url
        if len(document.sha256) == SHA256_LENGTH:
            told["hashes"] = {"SHA-256": document.sha256}
    yield told


def make_listed_party(match: Match) -> StixObject:
    """An entry of a list as an identity with its key there; that a name is near to it says nothing of guilt."""
    return make_object(
        "identity",
        ("listed", match.list, match.id),
        facts_stamp(),
        creator_id(),
        name=name_text(match.name, match.id),
        identity_class="unknown",
        labels=["entry-of-a-list"],
        external_references=[{"source_name": name_text(match.list), "external_id": name_text(match.id)}],
    )
