"""The claims of a case as a table, for spreadsheets; a cell of a report can never become a formula.

One row a claim, in the order of the case. The columns:

- `id`, `report` (its number in the dossier), `document`, `file`, `title`, `publisher`, `published_start`,
  `published_end`;
- `frame`, `statement` (the claim in one plain sentence), `modality`, `polarity`;
- one column a role of any frame (`role_supplier`, `role_goods`, ...): the usual names, or the report's words, of all
  fillers, joined by "; "; a further column `actors` holds `role=actor id` of every resolved filler, joined by "; ";
- `attributes` (`stage=talks`, joined by "; ");
- `when_start`, `when_end`, `when_granularity`, `when_text`, `where`;
- `source` (the innermost), `source_kind`, `chain` (outermost first, joined by " < "), `stance`;
- `issues` (codes), `issue_messages`; `goods_classes`, `hs`;
- `quote`, `start`, `end`: the sentence and its offsets into the canonical text; `method`;
- `decision` (accepted, rejected, edited; empty where nobody decided), `decided_by`, `decided_at`, `decision_reason`.

A cell that begins with `=`, `+`, `-`, `@`, a tab or a line break is given a leading apostrophe, also where white space
comes before it. Lone surrogates become U+FFFD, NULs are left out. The file is UTF-8 with CRLF line ends (RFC 4180).
"""

import csv
import io
from collections.abc import Iterable

from entrepot.dossier.names import file_name, innermost_source, role_name, source_name
from entrepot.dossier.phrases import phrase_claim, plain_phrase
from entrepot.dossier.view import ClaimView, view_case
from entrepot.model.case import CaseContents
from entrepot.model.claim import FRAME_ROLES, Claim

ROLE_NAMES = tuple(dict.fromkeys(role for roles in FRAME_ROLES.values() for role in roles))
FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With their full-width forms, which some spreadsheets read alike."""

CLEANED = {0: None} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")

COLUMNS = (
    *("id", "report", "document", "file", "title", "publisher", "published_start", "published_end"),
    *("frame", "statement", "modality", "polarity"),
    *(f"role_{name}" for name in ROLE_NAMES),
    *("actors", "attributes", "when_start", "when_end", "when_granularity", "when_text", "where"),
    *("source", "source_kind", "chain", "stance", "issues", "issue_messages", "goods_classes", "hs"),
    *("quote", "start", "end", "method"),
    *("decision", "decided_by", "decided_at", "decision_reason"),
)


def render_csv(case: CaseContents) -> str:
    """The claims as CSV with a line of column names; the same contents give the same bytes.

    Raises:
        ValueError: a claim names a document that the case does not hold.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    views = {view.claim.id: view for view in view_case(case).claims}
    for claim in case.claims:
        writer.writerow({name: safe_cell(value) for name, value in _claim_row(views[claim.id]).items()})
    return out.getvalue()


def safe_cell(value: str) -> str:
    """The value as a cell that no spreadsheet takes for a formula."""
    cleaned = value.translate(CLEANED)
    risky = cleaned.startswith(("\t", "\r", "\n")) or cleaned.lstrip().startswith(FORMULA_STARTS)
    return f"'{cleaned}" if risky else cleaned


def _claim_row(view: ClaimView) -> dict[str, str]:
    claim = view.claim
    return {
        **_report_cells(view),
        "id": claim.id,
        "frame": claim.frame,
        "statement": plain_phrase(phrase_claim(claim)),
        "modality": claim.modality,
        "polarity": claim.polarity,
        **_role_cells(claim),
        **_time_cells(claim),
        **_source_cells(claim),
        "issues": _joined(issue.code for issue in claim.issues),
        "issue_messages": _joined(issue.message for issue in claim.issues),
        "quote": claim.quote.text,
        "start": str(claim.quote.start),
        "end": str(claim.quote.end),
        "method": " ".join(claim.method),
        **_decision_cells(view),
    }


def _decision_cells(view: ClaimView) -> dict[str, str]:
    one = view.judgement
    return {
        "decision": one.verdict if one else "",
        "decided_by": one.by if one else "",
        "decided_at": one.judged_at.isoformat() if one else "",
        "decision_reason": one.reason if one else "",
    }


def _report_cells(view: ClaimView) -> dict[str, str]:
    document = view.document
    published = document.published
    return {
        "report": str(view.report),
        "document": document.id,
        "file": file_name(document.path),
        "title": document.title,
        "publisher": document.publisher,
        "published_start": published.start if published else "",
        "published_end": published.end if published else "",
    }


def _role_cells(claim: Claim) -> dict[str, str]:
    cells = {
        f"role_{name}": _joined(role_name(role) for role in claim.roles if role.role == name) for name in ROLE_NAMES
    }
    cells["actors"] = _joined(f"{role.role}={role.actor.id}" for role in claim.roles if role.actor)
    cells["attributes"] = _joined(f"{key}={value}" for key, value in claim.attributes)
    cells["goods_classes"] = _joined(claim.goods_classes)
    cells["hs"] = _joined(dict.fromkeys(heading for role in claim.roles for heading in role.hs))
    return cells


def _time_cells(claim: Claim) -> dict[str, str]:
    when, where = claim.when, claim.where
    return {
        "when_start": (when.interval.start or "") if when else "",
        "when_end": (when.interval.end or "") if when else "",
        "when_granularity": when.interval.granularity if when else "",
        "when_text": when.text if when else "",
        "where": (where.place.name if where.place else where.span.text) if where else "",
    }


def _source_cells(claim: Claim) -> dict[str, str]:
    source = innermost_source(claim)
    return {
        "source": source_name(source) if source else "",
        "source_kind": source.kind if source else "",
        "chain": " < ".join(source_name(link) for link in claim.sources),
        "stance": _joined(claim.stance),
    }


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)
