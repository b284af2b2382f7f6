"""Findings of customs records as JSON, with the field names that other programs rely on, and as CSV."""

import csv
import io
from collections.abc import Mapping
from dataclasses import asdict

from entrepot.dossier.claims_csv import safe_cell
from entrepot.dossier.records import Record
from entrepot.model.case import CaseContents
from entrepot.model.finding import Finding, KeptFinding

COLUMNS = (
    *("id", "kind", "verdict", "statement", "value", "low", "high", "unit"),
    *("explanations", "method", "version", "files", "kept_at"),
)


def finding_record(kept: KeptFinding) -> Record:
    """A finding as the command prints it, with the day on which it was kept; pictures are left to the page."""
    return {**asdict(kept.finding), "kept_at": kept.kept_at.isoformat()}


def render_findings_csv(case: CaseContents) -> str:
    """A row a finding, spreadsheets in mind: explanations and files are joined in one cell."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for kept in case.findings:
        writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in _row(kept)])
    return written.getvalue()


def _row(kept: KeptFinding) -> list[object]:
    one = kept.finding
    figures = (
        (one.estimate.value, one.estimate.low, one.estimate.high, one.estimate.unit) if one.estimate else ("",) * 4
    )
    return [
        *(one.id, one.kind, one.verdict, one.statement),
        *("" if figure is None else figure for figure in figures),
        " | ".join(f"{other.status}: {other.explanation}" for other in one.alternatives),
        one.method.name,
        one.method.version,
        " | ".join(f"{file.file} ({file.rows} rows, {file.sha256})" for file in one.inputs),
        kept.kept_at.isoformat(),
    ]


def parameter_words(finding: Finding) -> str:
    """What was asked and by which thresholds, in one line."""
    told = {**finding.subject, **finding.method.parameters}
    return "; ".join(f"{name.replace('_', ' ')}: {_value_words(value)}" for name, value in told.items())


def _value_words(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_value_words(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_value_words, value)) or "all"
    if value is None or value == "":
        return "none"
    return f"{value:,.6g}" if isinstance(value, float) else str(value)
