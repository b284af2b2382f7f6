"""Two reports compared: what both say, what one says alone, where they differ, what text they share."""

from collections.abc import Sequence

from entrepot.corroboration.alignment import find_shared_passages
from entrepot.corroboration.propositions import Evidence, corroborate, proposition_order
from entrepot.corroboration.reuse import estimate_resemblance
from entrepot.corroboration.traits import ClaimTraits, ReportTraits, describe_report
from entrepot.model.claim import Claim
from entrepot.model.comparison import Comparison
from entrepot.model.document import READ_KINDS, Document
from entrepot.model.proposition import Proposition

Report = tuple[Document, Sequence[Claim]]


def compare_reports(left: Report, right: Report) -> Comparison:
    """The two reports beside each other; the order changes nothing but the sides."""
    traits: dict[str, ClaimTraits] = {}
    reports: dict[str, ReportTraits] = {}
    claims: dict[str, Claim] = {}
    for document, own in (left, right):
        reports[document.id], described = describe_report(document, own)
        traits |= {one.statement.claim_id: one for one in described}
        claims |= {claim.id: claim for claim in own}
    merged = corroborate(Evidence(claims=claims, traits=traits, reports=reports))
    found = sorted((one.proposition for one in merged), key=proposition_order)
    sides = {one.id: {claims[claim_id].document_id for claim_id in one.claims} for one in found}
    both = tuple(one for one in found if len(sides[one.id]) == 2)
    return Comparison(
        left=left[0],
        right=right[0],
        claims=tuple(claims.values()),
        both=both,
        differing=tuple(one for one in both if one.conflicts or one.drifts),
        only_left=_only(found, sides, left[0].id),
        only_right=_only(found, sides, right[0].id),
        shared=find_shared_passages(_read_text(left[0]), _read_text(right[0])),
        resemblance=estimate_resemblance(reports[left[0].id].signature, reports[right[0].id].signature),
    )


def _only(found: Sequence[Proposition], sides: dict[str, set[str]], document_id: str) -> tuple[Proposition, ...]:
    return tuple(one for one in found if sides[one.id] == {document_id})


def _read_text(document: Document) -> str:
    """The text with whatever is no part of the report blanked out, so that offsets stay."""
    kept = list(" " * len(document.text))
    for block in document.blocks:
        if block.kind in READ_KINDS:
            kept[block.start : block.end] = document.text[block.start : block.end]
    return "".join(kept)
