"""A case as FollowTheMoney entities, for Aleph, OpenSanctions' tools and others that read its JSON lines.

What becomes what, and why:

- A report is an `Article` (title, publisher, date, address, text).
- A claim is an `Event`: a thing with a name, an interval, those involved, and `proof` leading to its report. It is not
  an `Ownership`, `Membership` or `Sanction`, since programs read these as facts on record, and a claim is somebody's
  word. `summary` says whose, through whom and how firmly; `description` is the sentence itself; `keywords` hold frame,
  modality and polarity.
- Where a positive claim that is not denied names two parties, an `UnknownLink` joins them, its `role` naming frame and
  modality and its `status` "claim, not established". A denied or negated claim draws no link.
- A `Mention` ties each actor to the report that names it.
- A person is a `Person`; an organisation or firm an `Organization` (the reports seldom say which it is, and `Company`
  would say more); a state a `PublicBody` with its `country`; a group a `LegalEntity`; a ship a `Vessel`; a place an
  `Address`.
- No entity is given a topic such as `sanction`: that is for lists, not for reports.

Identifiers are SHA-1 hashes of stable raw values (an actor's id, a document's hash, a claim's id), so that the same
input gives the same identifiers everywhere. Properties are those of FollowTheMoney 4.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import product

from entrepot.dossier.ftm_entity import Entity, entity_id, make_entity, shared_date
from entrepot.dossier.markup import is_web_address
from entrepot.dossier.names import FREE_ROLES, file_name, innermost_source, role_name, source_name
from entrepot.dossier.phrases import phrase_claim, plain_phrase
from entrepot.dossier.view import view_case
from entrepot.model.actor import Actor
from entrepot.model.case import CaseContents
from entrepot.model.claim import Claim, Role
from entrepot.model.document import Document

SCHEMATA = {
    "country": "PublicBody",
    "organisation": "Organization",
    "person": "Person",
    "group": "LegalEntity",
    "vessel": "Vessel",
    "place": "Address",
}

LEGAL_ENTITIES = frozenset({"country", "organisation", "person", "group"})
"""Kinds that may be `involved` in an event and `resolved` from a mention."""

LINKED_ROLES = {
    "meet": ("participant", "participant"),
    "agree": ("party", "party"),
    "pledge": ("agent", "beneficiary"),
    "supply": ("supplier", "recipient"),
    "seek": ("seeker", "supplier"),
    "channel": ("origin", "destination"),
    "circumvent": ("agent", "beneficiary"),
    "sanction": ("issuer", "target"),
    "enforce": ("authority", "subject"),
    "strike": ("attacker", "target"),
    "damage": ("agent", "target"),
    "host": ("facility", "user"),
    "finance": ("payer", "payee"),
    "own": ("owner", "asset"),
    "cooperate": ("agent", "counterpart"),
    "belong": ("member", "organisation"),
}

COUNTRY_ID = re.compile(r"country:[A-Z]{2}\Z")


def render_follow_the_money(case: CaseContents) -> Iterator[str]:
    """One JSON line an entity: actors, reports, then each claim with its links and mentions.

    Raises:
        ValueError: a claim names a document that the case does not hold.
    """
    for entity in _entities(case):
        yield json.dumps(entity, ensure_ascii=True, sort_keys=True)


def _entities(case: CaseContents) -> Iterator[Entity]:
    views = view_case(case).claims
    actors = {actor.id: actor for view in views for actor in _actors(view.claim)}
    for actor in sorted(actors.values(), key=lambda actor: actor.id):
        yield _actor_entity(actor)
    for document in case.documents:
        yield _document_entity(document)
    seen: set[str] = set()
    for view in views:
        yield _claim_entity(view.claim, view.document)
        yield from _link_entities(view.claim, view.document)
        for mention in _mention_entities(view.claim, view.document):
            if mention["id"] not in seen:
                seen.add(mention["id"])
                yield mention


def _actors(claim: Claim) -> list[Actor]:
    found = [role.actor for role in claim.roles] + [source.actor for source in claim.sources]
    if claim.where:
        found.append(claim.where.place)
    return [actor for actor in found if actor]


def _actor_entity(actor: Actor) -> Entity:
    properties: dict[str, Iterable[str | None]] = {"name": [actor.name or actor.id]}
    if COUNTRY_ID.match(actor.id):
        properties["country"] = [actor.id.removeprefix("country:").lower()]
    if actor.kind == "place":
        properties["full"] = [actor.name]
    return make_entity(SCHEMATA[actor.kind], entity_id("actor", actor.id), properties)


def _document_entity(document: Document) -> Entity:
    published = document.published
    return make_entity(
        "Article",
        _document_id(document),
        {
            "name": [document.title or file_name(document.path)],
            "title": [document.title],
            "fileName": [file_name(document.path)],
            "publisher": [document.publisher],
            "author": [document.byline],
            "publishedAt": [shared_date(published.start, published.end) if published else None],
            "sourceUrl": [document.url if is_web_address(document.url) else None],
            "notes": [f"SHA-256 of the original bytes: {document.sha256}"],
            "mimeType": [document.media_type],
            "bodyText": [document.text],
        },
    )


def _claim_entity(claim: Claim, document: Document) -> Entity:
    roles = [role for role in claim.roles if role.actor and role.actor.kind in LEGAL_ENTITIES]
    return make_entity(
        "Event",
        entity_id("claim", claim.id),
        {
            "name": [plain_phrase(phrase_claim(claim))[:380]],
            "description": [claim.quote.text],
            "involved": [entity_id("actor", role.actor.id) for role in roles if role.actor],
            "namesMentioned": [role_name(role)[:380] for role in claim.roles if not role.actor and _is_party(role)],
            "location": [
                (claim.where.place.name if claim.where.place else claim.where.span.text) if claim.where else None
            ],
            "keywords": [f"frame: {claim.frame}", f"modality: {claim.modality}", f"polarity: {claim.polarity}"],
            **_claim_properties(claim, document),
        },
    )


def _is_party(role: Role) -> bool:
    return role.role not in FREE_ROLES


def _claim_properties(claim: Claim, document: Document) -> dict[str, Iterable[str | None]]:
    interval = claim.when.interval if claim.when else None
    dates: dict[str, Iterable[str | None]] = {}
    if interval and interval.start == interval.end:
        dates = {"date": [interval.start]}
    elif interval:
        dates = {"startDate": [interval.start], "endDate": [interval.end]}
    return {
        **dates,
        "summary": [summarise_claim(claim)],
        "recordId": [claim.id],
        "proof": [_document_id(document)],
        "publisher": [document.publisher],
        "sourceUrl": [document.url if is_web_address(document.url) else None],
    }


def summarise_claim(claim: Claim) -> str:
    """How firmly a claim is put, on whose word, and by which chain of attribution."""
    source = innermost_source(claim)
    chain = " < ".join(source_name(link) for link in claim.sources) or "unknown"
    whose = source_name(source) if source else "a source that is not known"
    return (
        f"A claim, not a finding: {claim.modality}, {claim.polarity}, on the word of {whose}. "
        f"Chain of attribution, outermost first: {chain}."
    )


def _link_entities(claim: Claim, document: Document) -> Iterator[Entity]:
    if claim.polarity == "negative" or claim.modality == "denied" or claim.frame not in LINKED_ROLES:
        return
    first, second = LINKED_ROLES[claim.frame]
    for subject, object_ in product(_filling(claim, first), _filling(claim, second)):
        if subject.id == object_.id or (first == second and subject.id > object_.id):
            continue
        yield make_entity(
            "UnknownLink",
            entity_id("link", claim.id, subject.id, object_.id),
            {
                "subject": [entity_id("actor", subject.id)],
                "object": [entity_id("actor", object_.id)],
                "role": [f"{claim.frame}: {first} and {second} ({claim.modality})"],
                "status": ["claim, not established"],
                "description": [claim.quote.text],
                **_claim_properties(claim, document),
            },
        )


def _filling(claim: Claim, name: str) -> list[Actor]:
    found = {role.actor.id: role.actor for role in claim.roles if role.role == name and role.actor}
    return list(found.values())


def _mention_entities(claim: Claim, document: Document) -> Iterator[Entity]:
    for actor in _actors(claim):
        if actor.kind in LEGAL_ENTITIES:
            yield make_entity(
                "Mention",
                entity_id("mention", document.id, actor.id),
                {
                    "document": [_document_id(document)],
                    "resolved": [entity_id("actor", actor.id)],
                    "name": [actor.name],
                    "detectedSchema": [SCHEMATA[actor.kind]],
                },
            )


def _document_id(document: Document) -> str:
    return entity_id("document", document.sha256)
