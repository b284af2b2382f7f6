"""Propositions and comparisons as the JSON records of the contract; field names here never change."""

from collections.abc import Mapping

from entrepot.dossier.phrases import phrase_proposition, plain_phrase
from entrepot.dossier.records import Record, actor_record, document_record, interval_record, span_record
from entrepot.model.claim import Claim
from entrepot.model.comparison import Comparison, SharedPassage, SharedText
from entrepot.model.document import Published
from entrepot.model.proposition import Conflict, Origin, Proposition


def proposition_record(one: Proposition, claims: Mapping[str, Claim]) -> Record:
    """One line of `entrepot propositions --json`."""
    return stated_record(one, plain_phrase(phrase_proposition(one, [claims[claim_id] for claim_id in one.claims])))


def stated_record(one: Proposition, statement: str) -> Record:
    """As `proposition_record`, where the sentence is known already."""
    first = one.first_reported
    return {
        "id": one.id,
        "frame": one.frame,
        "statement": statement,
        "roles": [{"role": role.role, "text": role.text, "actor": actor_record(role.actor)} for role in one.roles],
        "when": interval_record(one.when),
        "where": one.where or None,
        "claims": list(one.claims),
        "outlets": list(one.outlets),
        "origins": [origin_record(origin) for origin in one.origins],
        "independent_origins": one.independent_origins,
        "polarity": dict(one.polarity),
        "modalities": dict(one.modalities),
        "conflicts": [conflict_record(conflict) for conflict in one.conflicts],
        "first_reported": {
            "claim": first.claim_id,
            "document": first.document_id,
            "publisher": first.publisher,
            "published": _published_record(first.published),
        },
        "reported": interval_record(one.reported),
        "grade": {"credibility": one.grade.credibility, "reason": one.grade.reason},
        "drift": [
            {
                "claim": drift.claim_id,
                "earlier": drift.earlier_id,
                "what": drift.what,
                "before": drift.before,
                "after": drift.after,
            }
            for drift in one.drifts
        ],
        "links": [{"kind": link.kind, "proposition": link.proposition_id, "reason": link.reason} for link in one.links],
        "merged": [{"claim": claim_id, "because": reason} for claim_id, reason in one.merged],
        "issues": [issue.code for issue in one.issues],
        "method": {"name": one.method[0], "version": one.method[1]},
    }


def origin_record(origin: Origin) -> Record:
    """One origin of a proposition; `reliability` is the letter that somebody gave it, if any."""
    return {
        "name": origin.name,
        "kind": origin.kind,
        "claims": list(origin.claims),
        "independent": origin.independent,
        "interested": origin.interested,
        "reliability": origin.reliability or None,
        "reasons": list(origin.reasons),
        "trails": [
            {"claim": trail.claim_id, "document": trail.document_id, "steps": list(trail.steps)}
            for trail in origin.trails
        ],
    }


def conflict_record(conflict: Conflict) -> Record:
    """`{kind, values: [{value, claims}]}`."""
    values = [{"value": value.value, "claims": list(value.claims)} for value in conflict.values]
    return {"kind": conflict.kind, "values": values}


def comparison_record(found: Comparison) -> Record:
    """What `entrepot compare --json` prints."""
    claims = {claim.id: claim for claim in found.claims}
    return {
        "left": document_record(found.left),
        "right": document_record(found.right),
        "both": [proposition_record(one, claims) for one in found.both],
        "differing": [one.id for one in found.differing],
        "only_left": [proposition_record(one, claims) for one in found.only_left],
        "only_right": [proposition_record(one, claims) for one in found.only_right],
        "shared": [_passage_record(passage) for passage in found.shared],
        "resemblance": round(found.resemblance, 3),
    }


def shared_record(found: SharedText) -> Record:
    """Two reports, by id, and the passages that stand in both."""
    return {
        "left": found.left_id,
        "right": found.right_id,
        "passages": [_passage_record(passage) for passage in found.passages],
        "resemblance": round(found.resemblance, 3),
    }


def _passage_record(passage: SharedPassage) -> Record:
    return {
        "left": span_record(passage.left),
        "right": span_record(passage.right),
        "words": passage.words,
        "same_words": passage.same_words,
    }


def _published_record(published: Published | None) -> Record | None:
    if published is None:
        return None
    return {"start": published.start, "end": published.end, "granularity": published.granularity}
