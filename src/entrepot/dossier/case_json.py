"""A whole case as JSON, for programs: the contract's claim records, and the reports with their text and blocks."""

import json

from entrepot.dossier.channel_records import kept_channel_record
from entrepot.dossier.finding_records import finding_record
from entrepot.dossier.match_records import case_screening_record
from entrepot.dossier.proposition_records import proposition_record, shared_record
from entrepot.dossier.records import (
    Record,
    claim_record,
    decision_record,
    issue_record,
    quotation_record,
    report_record,
)
from entrepot.model.case import CaseContents

LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""No UTF-8 file can hold them; each becomes one replacement character, so that offsets stay right."""


def render_json(case: CaseContents) -> str:
    """The case as indented JSON in UTF-8 characters, ending in a newline; the same contents give the same bytes.

    Raises:
        ValueError: a claim names a document that the case does not hold.
    """
    text = json.dumps(case_record(case), ensure_ascii=False, indent=1, allow_nan=False)
    return text.translate(LONE_SURROGATES) + "\n"


def case_record(case: CaseContents) -> Record:
    """Everything a case holds: in the order of the case.

    The fields are `name`, `documents`, `claims`, `propositions`, `grades`, `grading_rule`, `shared`, `quotations`,
    `screenings` (None where the actors were put to no list), `findings` (of customs records), `channels` (those that
    were assessed), `issues` and `unread`.

    `issues` gathers those of reports and claims under `{document, claim, code, severity, message, span, evidence}`;
    `claim` is None for an issue of a whole report.

    Raises:
        ValueError: a claim or a quotation names a document that the case does not hold, or a proposition a claim.
    """
    documents = {document.id: document for document in case.documents}
    named = {claim.document_id for claim in case.claims} | {item.document_id for item in case.quotations}
    lost = named - set(documents)
    if lost:
        raise ValueError(f"documents that the case does not hold: {', '.join(sorted(lost))}")
    claims = {claim.id: claim for claim in case.claims}
    judged = {one.claim_id: one for one in case.judgements}
    if not claims.keys() >= {claim_id for one in case.propositions for claim_id in one.claims}:
        raise ValueError("a proposition of claims that the case does not hold")
    return {
        "name": case.name,
        "documents": [report_record(document) for document in case.documents],
        "claims": [
            {**claim_record(claim, documents[claim.document_id]), "judgement": decision_record(judged.get(claim.id))}
            for claim in case.claims
        ],
        "propositions": [proposition_record(one, claims) for one in case.propositions],
        "grades": [{"source": one.source, "letter": one.letter, "basis": one.basis} for one in case.grades],
        "grading_rule": case.grading_rule,
        "shared": [shared_record(one) for one in case.shared],
        "quotations": [quotation_record(item, documents[item.document_id]) for item in case.quotations],
        "screenings": case_screening_record(case.screenings),
        "findings": [finding_record(one) for one in case.findings],
        "channels": [kept_channel_record(one) for one in case.channels],
        "issues": [
            *(
                {"document": document.id, "claim": None, **issue_record(issue)}
                for document in case.documents
                for issue in document.issues
            ),
            *(
                {"document": claim.document_id, "claim": claim.id, **issue_record(issue)}
                for claim in case.claims
                for issue in claim.issues
            ),
        ],
        "unread": [{"path": item.path, "reason": item.reason} for item in case.unread],
    }
