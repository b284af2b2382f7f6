"""Channels and closure estimates as JSON, with the field names that other programs rely on, and channels as CSV."""

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict

from entrepot.dossier.claims_csv import safe_cell
from entrepot.dossier.records import Record, interval_record, issue_record
from entrepot.model.case import CaseContents, KeptChannel
from entrepot.model.channel import ChannelAssessment, EvidenceLine, EvidenceReference, RedFlag
from entrepot.model.closure import ClosureEstimate
from entrepot.model.finding import Alternative
from entrepot.model.goods import GoodsScope

LINES = ("reports", "listed_parties", "law", "customs", "routes")
"""The kinds of evidence, in the order in which they are printed."""

COLUMNS = (
    *("id", "name", "question", "as_of", "origins", "via", "destination"),
    *("goods", "goods_codes", "goods_resolution", "period_start", "period_end", "hubs", "corridors", "grounds"),
    *LINES,
    *("words", "alternatives", "red_flags_seen", "missing", "closures", "issues", "method", "assessed_at"),
)


def channel_record(assessment: ChannelAssessment, closures: Sequence[ClosureEstimate] = ()) -> Record:
    """A channel with the evidence on it, side by side, and what levers would close of it."""
    channel = assessment.channel
    return {
        "id": channel.id,
        "name": channel.name,
        "question": assessment.question,
        "as_of": assessment.as_of,
        "origins": list(channel.origins),
        "via": channel.via or None,
        "destination": channel.destination or None,
        "goods": _goods_record(channel.goods),
        "period": interval_record(channel.period),
        "hubs": list(channel.hubs),
        "corridors": list(channel.corridors),
        "grounds": [{"kind": one.kind, "reference": one.reference, "text": one.text} for one in channel.grounds],
        "lines": [_line_record(line) for line in assessment.lines],
        "findings": [asdict(one) for one in assessment.findings],
        "red_flags": [_flag_record(flag) for flag in assessment.red_flags],
        "alternatives": _alternatives(assessment.alternatives),
        "missing": [{"what": one.what, "where": one.where} for one in assessment.missing],
        "words": list(assessment.words),
        "rules": list(assessment.rules),
        "caveats": list(assessment.caveats),
        "closures": [closure_record(one) for one in closures],
        "issues": [issue_record(issue) for issue in (*channel.issues, *assessment.issues)],
        "method": {"name": assessment.method[0], "version": assessment.method[1]},
        "assessed_at": assessment.assessed_at.isoformat() if assessment.assessed_at else None,
    }


def kept_channel_record(kept: KeptChannel) -> Record:
    """A channel as the command prints it, with the day on which it was kept; pictures are left to the page."""
    return {**channel_record(kept.assessment, kept.closures), "kept_at": kept.kept_at.isoformat()}


def closure_record(one: ClosureEstimate) -> Record:
    """What a set of levers would close; figures that records do not tell are None."""
    return {**asdict(one), "issues": [issue_record(issue) for issue in one.issues]}


def render_channels_csv(case: CaseContents) -> str:
    """A row a channel, spreadsheets in mind: the verdict of each line has a column, lists are joined in one cell."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for kept in case.channels:
        writer.writerow({name: safe_cell(value) for name, value in _cells(kept).items()})
    return written.getvalue()


def _cells(kept: KeptChannel) -> dict[str, str]:
    assessment, channel = kept.assessment, kept.assessment.channel
    period = channel.period
    seen = [flag for flag in assessment.red_flags if flag.status == "seen"]
    return {
        "id": channel.id,
        "name": channel.name,
        "question": assessment.question,
        "as_of": assessment.as_of,
        "origins": "; ".join(channel.origins),
        "via": channel.via,
        "destination": channel.destination,
        "goods": channel.goods.text,
        "goods_codes": "; ".join(channel.goods.codes),
        "goods_resolution": channel.goods.resolution,
        "period_start": (period.start or "") if period else "",
        "period_end": (period.end or "") if period else "",
        "hubs": "; ".join(channel.hubs),
        "corridors": "; ".join(channel.corridors),
        "grounds": " | ".join(f"{one.kind} {one.reference}: {one.text}" for one in channel.grounds),
        **{line.kind: line.verdict for line in assessment.lines},
        "words": " ".join(assessment.words),
        "alternatives": " | ".join(f"{one.status}: {one.explanation}" for one in assessment.alternatives),
        "red_flags_seen": " | ".join(f"{one.id}: {one.statement}" for one in seen),
        "missing": " | ".join(f"{one.what} {one.where}".strip() for one in assessment.missing),
        "closures": " | ".join(one.statement for one in kept.closures),
        "issues": " | ".join(issue.message for issue in (*channel.issues, *assessment.issues)),
        "method": " ".join(assessment.method),
        "assessed_at": assessment.assessed_at.isoformat() if assessment.assessed_at else "",
    }


def _goods_record(goods: GoodsScope) -> Record:
    return {**asdict(goods), "codes": list(goods.codes), "classes": list(goods.classes)}


def _line_record(line: EvidenceLine) -> Record:
    return {
        "kind": line.kind,
        "question": line.question,
        "statement": line.statement,
        "verdict": line.verdict,
        "rule": line.rule,
        "references": _references(line.references),
        "alternatives": _alternatives(line.alternatives),
        "issues": [issue_record(issue) for issue in line.issues],
    }


def _flag_record(flag: RedFlag) -> Record:
    return {
        "id": flag.id,
        "statement": flag.statement,
        "issuer": flag.issuer,
        "status": flag.status,
        "reason": flag.reason,
        "references": _references(flag.references),
    }


def _references(references: Sequence[EvidenceReference]) -> list[Record]:
    return [{"kind": one.kind, "id": one.id, "label": one.label} for one in references]


def _alternatives(alternatives: Sequence[Alternative]) -> list[Record]:
    return [{"explanation": one.explanation, "status": one.status} for one in alternatives]
