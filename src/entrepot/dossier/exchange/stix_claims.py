"""Claims and propositions as STIX: a claim is a note, a denial an opinion, a proposition a grouping of both."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from entrepot.dossier.exchange.stix_objects import StixObject, make_object, name_text, stix_id
from entrepot.dossier.exchange.stix_things import creator_id, make_actor, refer_document
from entrepot.dossier.follow_the_money import LINKED_ROLES, summarise_claim
from entrepot.dossier.names import standing_of
from entrepot.dossier.phrases import phrase_claim, phrase_proposition, plain_phrase
from entrepot.model.actor import Actor
from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.model.proposition import Proposition
from entrepot.reference.tables import load_table

AGAINST = ("denied", "negative")


def claim_id(claim: Claim) -> str:
    """The identifier of the note that holds a claim."""
    return stix_id("note", "claim", claim.id)


def list_actors(claim: Claim) -> list[Actor]:
    """Whoever fills a role of a claim or is its source, each once."""
    found = [role.actor for role in claim.roles] + [source.actor for source in claim.sources]
    return list({actor.id: actor for actor in found if actor}.values())


def make_claim(claim: Claim, document: Document, stamp: str, actors: Mapping[str, str], report: str) -> StixObject:
    """A claim as a note on those it names, `actors` by their id, or on its report where it names nobody."""
    named = [actors[actor.id] for actor in list_actors(claim) if actor.id in actors]
    return make_object(
        "note",
        ("claim", claim.id),
        stamp,
        creator_id(),
        abstract=name_text(plain_phrase(phrase_claim(claim))),
        content=f"{summarise_claim(claim)}\n\n{claim.quote.text}",
        object_refs=list(dict.fromkeys(named)) or [report],
        labels=["claim", claim.frame, claim.modality, claim.polarity],
        external_references=list(refer_document(document)),
    )


def make_links(claim: Claim, stamp: str, actors: Mapping[str, str]) -> Iterator[StixObject]:
    """What a positive claim that is not denied says of two parties: that they are related, on somebody's word."""
    if standing_of(claim) in AGAINST or claim.frame not in LINKED_ROLES:
        return
    first, second = LINKED_ROLES[claim.frame]
    for subject, object_ in product(_filling(claim, first, actors), _filling(claim, second, actors)):
        if subject == object_ or (first == second and subject > object_):
            continue
        yield make_object(
            "relationship",
            ("claim", claim.id, subject, object_),
            stamp,
            creator_id(),
            relationship_type="related-to",
            source_ref=subject,
            target_ref=object_,
            description=f"A claim, not established: {claim.frame} ({first}, {second}), {claim.modality}.",
            labels=["claim", claim.frame, claim.modality],
        )


def _filling(claim: Claim, role: str, actors: Mapping[str, str]) -> list[str]:
    found = [actors[one.actor.id] for one in claim.roles if one.role == role and one.actor and one.actor.id in actors]
    return list(dict.fromkeys(found))


def make_denials(claims: Sequence[Claim], stamps: Mapping[str, str]) -> Iterator[StixObject]:
    """For each claim of a proposition that stands against others, an opinion that disagrees with them."""
    said = [claim_id(claim) for claim in claims if standing_of(claim) not in AGAINST]
    for claim in claims:
        if standing_of(claim) in AGAINST and said:
            yield make_object(
                "opinion",
                ("claim", claim.id),
                stamps[claim.id],
                creator_id(),
                opinion="disagree",
                explanation=f"{summarise_claim(claim)}\n\n{claim.quote.text}",
                object_refs=said,
                labels=["claim", claim.modality],
            )


def make_proposition(one: Proposition, claims: Sequence[Claim], stamp: str, further: Sequence[str]) -> StixObject:
    """A proposition as a grouping of its claims and of the opinions against them (`further`).

    It has a confidence only where a person, or a table that is cited, gave a letter to one of its origins: that of the
    digit, by the table of grades. A digit alone counts origins and judges nobody.
    """
    origins = f"{one.independent_origins} independent origins; credibility {one.grade.credibility}: {one.grade.reason}"
    return make_object(
        "grouping",
        ("proposition", one.id),
        stamp,
        creator_id(),
        name=name_text(plain_phrase(phrase_proposition(one, claims))),
        description=origins,
        context="unspecified",
        object_refs=[*map(claim_id, claims), *further],
        confidence=_confidence(one),
        labels=["proposition", one.frame],
    )


def _confidence(one: Proposition) -> int | None:
    if not any(origin.reliability for origin in one.origins):
        return None
    row = load_table("source_grading").find_row(f"credibility-{one.grade.credibility}")
    return int(row["stix_confidence"]) if row and row["stix_confidence"] else None


def make_actors(claims: Sequence[Claim]) -> dict[str, StixObject]:
    """The actors of some claims by their ids; a place of which no country is known is none."""
    found = {actor.id: make_actor(actor) for claim in claims for actor in list_actors(claim)}
    return {actor_id: made for actor_id, made in sorted(found.items()) if made}
