"""The channels of a case, and what they rest on, as a STIX 2.1 bundle.

What becomes what, and why:

- A channel is a `grouping` (context `unspecified`): a hypothesis, not a campaign. Each line of evidence is a `note` on
  its places, and so are findings, alternatives, red flags, what is missing, and estimates of levers.
- A territory and a hub are a `location`; an actor that a claim names is an `identity`.
- A report is a `report`; a claim is a `note`, a denial beside what it denies an `opinion` that disagrees; what a claim
  says of two parties is a `relationship` of type `related-to` whose description says that it is a claim. A proposition
  is a `grouping` of these.
- A party of a list is an `identity` with its key in the list, and a possible match a `note` on it and the actor. No
  `threat-actor`, no `indicator`: a list entry and a likeness of names are no verdict.

Identifiers are UUIDs of version 5 over stable values, timestamps those of the case and its tables: the same case gives
the same bytes. Objects that are the same in two cases (territories, hubs, actors) have the same identifier there.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from entrepot.dossier.channels.links import list_references
from entrepot.dossier.channels.places import gather_places
from entrepot.dossier.exchange.stix_channels import (
    make_channel,
    make_channel_notes,
    make_finding,
    make_match_note,
    stamp_channel,
)
from entrepot.dossier.exchange.stix_claims import (
    claim_id,
    make_actors,
    make_claim,
    make_denials,
    make_links,
    make_proposition,
)
from entrepot.dossier.exchange.stix_objects import StixObject, print_stamp, stix_id
from entrepot.dossier.exchange.stix_things import (
    creator_id,
    document_id,
    make_asked_party,
    make_creator,
    make_hub,
    make_listed_party,
    make_report,
    make_territory,
    stamp_document,
)
from entrepot.model.case import CaseContents, KeptChannel, ScreenedActor
from entrepot.model.claim import Claim
from entrepot.model.match import Match


@dataclass(slots=True, kw_only=True)
class Bundle:
    """Objects by their identifiers, each once, in the order in which they were added."""

    objects: dict[str, StixObject] = field(default_factory=dict)

    def add(self, made: Iterable[StixObject]) -> list[str]:
        """Takes objects in and gives their identifiers."""
        added = list(made)
        for one in added:
            self.objects.setdefault(one["id"], one)
        return [one["id"] for one in added]


def render_stix(case: CaseContents) -> str:
    """The bundle as indented JSON; that of a case without channels holds the program's own identity alone.

    Raises:
        ValueError: a channel rests on a claim whose report the case does not hold.
    """
    bundle = Bundle()
    bundle.add([make_creator()])
    said = _add_claims(bundle, case)
    for kept in case.channels:
        _add_channel(bundle, kept, case, said)
    objects = list(bundle.objects.values())
    record = {"type": "bundle", "id": stix_id("bundle", *bundle.objects), "objects": objects}
    return json.dumps(record, ensure_ascii=True, indent=1, allow_nan=False) + "\n"


def _named(kept: KeptChannel, kind: str) -> set[str]:
    """What the channel rests on of one kind."""
    found = {one.id for one in list_references(kept.assessment) if one.kind == kind}
    return found | {ground.reference for ground in kept.assessment.channel.grounds if ground.kind == kind}


def _add_claims(bundle: Bundle, case: CaseContents) -> Mapping[str, str]:
    """Adds the claims and propositions that channels rest on; the identifier of each by its id in the case."""
    wanted = {id_ for kept in case.channels for id_ in _named(kept, "proposition")}
    propositions = [one for one in case.propositions if one.id in wanted]
    ids = {id_ for kept in case.channels for id_ in _named(kept, "claim")}
    ids |= {id_ for one in propositions for id_ in one.claims}
    claims = {claim.id: claim for claim in case.claims if claim.id in ids}
    if not claims:
        return {}
    stamps = _add_reports(bundle, case, claims)
    found = {id_: claim_id(claim) for id_, claim in claims.items()}
    for one in propositions:
        own = [claims[id_] for id_ in one.claims if id_ in claims]
        denials = bundle.add(make_denials(own, stamps))
        (found[one.id],) = bundle.add([make_proposition(one, own, max(stamps[claim.id] for claim in own), denials)])
    return found


def _add_reports(bundle: Bundle, case: CaseContents, claims: Mapping[str, Claim]) -> dict[str, str]:
    """Adds actors, claims and their reports; the timestamp of each claim."""
    documents = {document.id: document for document in case.documents}
    lost = {claim.document_id for claim in claims.values()} - documents.keys()
    if lost:
        raise ValueError(f"claims of documents that the case does not hold: {', '.join(sorted(lost))}")
    otherwise = min(kept.kept_at for kept in case.channels)
    made = make_actors(list(claims.values()))
    bundle.add(made.values())
    actors = {actor: one["id"] for actor, one in made.items()}
    stamps: dict[str, str] = {}
    by_document: dict[str, list[Claim]] = {}
    for claim in claims.values():
        by_document.setdefault(claim.document_id, []).append(claim)
    for id_, own in by_document.items():
        document = documents[id_]
        stamp = stamp_document(document, otherwise)
        stamps |= {claim.id: stamp for claim in own}
        notes = bundle.add(make_claim(one, document, stamp, actors, document_id(document)) for one in own)
        bundle.add(link for claim in own for link in make_links(claim, stamp, actors))
        bundle.add([make_report(document, stamp, notes)])
    return stamps


def _add_channel(bundle: Bundle, kept: KeptChannel, case: CaseContents, said: Mapping[str, str]) -> None:
    places = gather_places(kept.assessment)
    territories = bundle.add(map(make_territory, places.roles))
    hubs = bundle.add(map(make_hub, places.hubs.values()))
    about = [*territories, *hubs] or [creator_id()]
    names = sorted(_named(kept, "proposition") | _named(kept, "claim"))
    members = [*territories, *hubs, *(said[id_] for id_ in names if id_ in said)]
    members += bundle.add(make_channel_notes(kept, about, places))
    members += bundle.add(make_finding(one, stamp_channel(kept), about) for one in kept.assessment.findings)
    own = {one.id for one in kept.assessment.findings}
    asked = _named(kept, "finding") - own
    beside = [one for one in case.findings if one.finding.id in asked]
    members += bundle.add(make_finding(one.finding, print_stamp(one.kept_at), about) for one in beside)
    members += _add_matches(bundle, kept, case)
    bundle.add([make_channel(kept, members or [creator_id()])])


def _add_matches(bundle: Bundle, kept: KeptChannel, case: CaseContents) -> list[str]:
    """Adds the possible matches that the channel names, with both parties; the identifiers of the notes."""
    if case.screenings is None:
        return []
    stamp = print_stamp(case.screenings.screened_at)
    notes = []
    for actor, match in _matches(case, _named(kept, "match")):
        about = bundle.add([make_asked_party(actor), make_listed_party(match)])
        notes += bundle.add([make_match_note(actor, match, stamp, about)])
    return notes


def _matches(case: CaseContents, wanted: set[str]) -> Iterator[tuple[ScreenedActor, Match]]:
    for actor in case.screenings.actors if case.screenings else ():
        for match in actor.screening.matches:
            if f"{actor.screening.query.id}|{match.list}|{match.id}" in wanted:
                yield actor, match
