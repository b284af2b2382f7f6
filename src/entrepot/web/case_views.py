"""Some claims and propositions of a case as the dossier's sections see them, without reading the whole case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from entrepot.dossier.phrases import phrase_proposition
from entrepot.dossier.view import CaseView, ClaimView, PropositionView
from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.store.browsing_claims import ClaimPlace, find_places, read_heads
from entrepot.store.browsing_propositions import ListedProposition, find_propositions
from entrepot.store.casefile import CaseFile
from entrepot.store.propositions import read_claims
from entrepot.web.ways import PAGES

NOWHERE = "?"
"""The number of a claim that is not indexed yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialCase:
    """Propositions with what has to be known to set them out, in the order of the case."""

    view: CaseView
    propositions: tuple[PropositionView, ...]


def view_claims(
    case: CaseFile, claim_ids: Sequence[str], places: Mapping[str, ClaimPlace] | None = None
) -> dict[str, ClaimView]:
    """These claims by id, each with its report (without the text) and its number; those that are gone are left out."""
    claims = read_claims(case, claim_ids)
    heads = read_heads(case, sorted({claim.document_id for claim in claims}))
    places = find_places(case, claim_ids) if places is None else places
    found = {claim.id: claim for claim in claims if claim.document_id in heads}
    return {
        each: view_claim(found[each], heads[found[each].document_id], places.get(each))
        for each in claim_ids
        if each in found
    }


def view_claim(claim: Claim, document: Document, place: ClaimPlace | None) -> ClaimView:
    """A claim under its number, with references to the pages of the workbench."""
    return ClaimView(
        claim=claim,
        document=document,
        label=place.label if place else NOWHERE,
        anchor=f"c{place.report}-{place.place}" if place else f"c-{claim.id}",
        report=place.report if place else 0,
        ways=PAGES,
    )


def view_propositions(case: CaseFile, found: Sequence[ListedProposition], *, neighbours: int = 0) -> PartialCase:
    """The propositions with their claims, and up to so many of their neighbours for each."""
    links = {
        link.proposition_id: None for one in found for link in one.proposition.links[:neighbours]
    }  # fmt: skip
    others = find_propositions(case, sorted(set(links) - {one.proposition.id for one in found}))
    claims = view_claims(case, list({each: None for one in (*found, *others) for each in one.proposition.claims}))
    views = {one.proposition.id: _view(one, claims) for one in (*found, *others)}
    known = {key: view for key, view in views.items() if view.claims}
    shown = tuple(known[one.proposition.id] for one in found if one.proposition.id in known)
    return PartialCase(view=_case_view(case, claims, known), propositions=shown)


def _view(one: ListedProposition, claims: Mapping[str, ClaimView]) -> PropositionView:
    own = tuple(claims[each] for each in one.proposition.claims if each in claims)
    return PropositionView(
        number=one.number,
        anchor=f"p{one.number}",
        proposition=one.proposition,
        claims=own,
        pieces=phrase_proposition(one.proposition, (view.claim for view in own)) if own else (),
        listed=True,
        ways=PAGES,
    )


def _case_view(
    case: CaseFile, claims: Mapping[str, ClaimView], propositions: Mapping[str, PropositionView]
) -> CaseView:
    return CaseView(
        name=case.name,
        reports=(),
        unread=(),
        claims_by_id=claims,
        propositions=tuple(propositions.values()),
        by_claim={},
        by_proposition=propositions,
        shared=(),
        grading_rule="",
    )


def with_conflicts(view: PropositionView, kinds: Iterable[str]) -> PropositionView:
    """The proposition with only its conflicts of these kinds; with all of them where none is named."""
    wanted = set(kinds)
    kept = tuple(one for one in view.proposition.conflicts if not wanted or one.kind in wanted)
    return replace(view, proposition=replace(view.proposition, conflicts=kept))
