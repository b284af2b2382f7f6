"""Claims, quotations and dates as the JSON records of the contract; field names here never change."""

from typing import Any

from entrepot.model.actor import Actor
from entrepot.model.claim import Claim, DateExpression, Quotation
from entrepot.model.document import Document
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.model.judgement import ClaimJudgement
from entrepot.model.span import Span

Record = dict[str, Any]


def span_record(span: Span | None) -> Record:
    """`{text, start, end}`; offsets are None where there is no span."""
    if span is None:
        return {"text": "", "start": None, "end": None}
    return {"text": span.text, "start": span.start, "end": span.end}


def interval_record(interval: Interval | None) -> Record | None:
    """`{start, end, granularity}` or None."""
    if interval is None:
        return None
    return {"start": interval.start, "end": interval.end, "granularity": interval.granularity}


def actor_record(actor: Actor | None) -> Record | None:
    """`{id, kind, name}` or None."""
    return None if actor is None else {"id": actor.id, "kind": actor.kind, "name": actor.name}


def document_record(document: Document) -> Record:
    """The `document` field of a claim: who published what, when, and how that date is known."""
    published = document.published
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "published": None
        if published is None
        else {
            "start": published.start,
            "end": published.end,
            "granularity": published.granularity,
            "evidence": published.evidence,
        },
    }


def claim_record(claim: Claim, document: Document) -> Record:
    """One line of `entrepot claims --json`."""
    return {
        "id": claim.id,
        "document": document_record(document),
        "quote": claim.quote.text,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "frame": claim.frame,
        "roles": [
            {
                "role": role.role,
                "text": role.text,
                "start": role.span.start if role.span else None,
                "end": role.span.end if role.span else None,
                "actor": actor_record(role.actor),
                "inferred": role.inferred,
                "reason": role.reason,
                "hs": list(role.hs),
            }
            for role in claim.roles
        ],
        "attributes": dict(claim.attributes),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "cues": [{"kind": cue.kind, **span_record(cue.span)} for cue in claim.cues],
        "when": None
        if claim.when is None
        else {
            "start": claim.when.interval.start,
            "end": claim.when.interval.end,
            "granularity": claim.when.interval.granularity,
            "text": claim.when.text,
            "anchor": claim.when.anchor,
        },
        "where": None
        if claim.where is None
        else {**span_record(claim.where.span), "place": actor_record(claim.where.place)},
        "sources": [
            {
                "name": source.name,
                "kind": source.kind,
                "start": source.span.start if source.span else None,
                "end": source.span.end if source.span else None,
                "actor": actor_record(source.actor),
            }
            for source in claim.sources
        ],
        "stance": list(claim.stance),
        "goods_classes": list(claim.goods_classes),
        "issues": [issue.code for issue in claim.issues],
        "issue_details": [
            {"code": issue.code, "message": issue.message, "evidence": list(issue.evidence)} for issue in claim.issues
        ],
        "method": {"name": claim.method[0], "version": claim.method[1]},
    }


def decision_record(judgement: ClaimJudgement | None) -> Record | None:
    """What a person decided of a claim, `{number, verdict, by, judged_at, reason, before}`; None where nobody did."""
    if judgement is None:
        return None
    return {
        "number": judgement.number,
        "verdict": judgement.verdict,
        "by": judgement.by,
        "judged_at": judgement.judged_at.isoformat(),
        "reason": judgement.reason,
        "before": judgement.before,
    }


def quotation_record(quotation: Quotation, document: Document) -> Record:
    """One line of `entrepot quotes --json`."""
    return {
        "document": document_record(document),
        "source": span_record(quotation.source) if quotation.source else None,
        "cue": span_record(quotation.cue),
        "content": span_record(quotation.content),
        "kind": quotation.kind,
    }


def date_record(date: DateExpression, document: Document) -> Record:
    """One line of `entrepot dates --json`."""
    return {
        "document": document_record(document),
        **span_record(date.span),
        "when": interval_record(date.interval),
        "kind": date.kind,
        "anchor": date.anchor,
    }


def issue_record(issue: Issue) -> Record:
    """`{code, severity, message, span, evidence}`; `span` is None where the issue concerns the whole."""
    return {
        "code": issue.code,
        "severity": issue.severity,
        "message": issue.message,
        "span": span_record(issue.span) if issue.span else None,
        "evidence": list(issue.evidence),
    }


def report_record(document: Document) -> Record:
    """A report with its text and blocks; its first fields are those of `document_record`."""
    return {
        **document_record(document),
        "sha256": document.sha256,
        "media_type": document.media_type,
        "byline": document.byline,
        "url": document.url,
        "language": document.language,
        "issues": [issue_record(issue) for issue in document.issues],
        "text": document.text,
        "blocks": [
            {"kind": block.kind, "start": block.start, "end": block.end, "reason": block.reason}
            for block in document.blocks
        ],
    }
