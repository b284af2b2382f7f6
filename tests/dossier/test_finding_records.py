"""Findings as records for other programs, and as rows for spreadsheets."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

from entrepot.dossier import render_findings_csv, render_json
from entrepot.model.finding import KeptFinding
from tests.dossier.finding_samples import make_finding
from tests.dossier.samples import full_case

KEPT = KeptFinding(finding=make_finding(), kept_at=datetime(2026, 11, 22, 9, 0, tzinfo=UTC), pictures=("<svg/>",))
CASE = replace(full_case(), findings=(KEPT,))


def test_a_finding_in_json_has_the_fields_that_other_programs_rely_on():
    (found,) = json.loads(render_json(CASE))["findings"]
    assert set(found) == {
        *("id", "kind", "subject", "statement", "estimate", "verdict", "method", "inputs", "alternatives", "issues"),
        "kept_at",
    }
    assert found["estimate"] == {"value": 81.7, "low": 40.25, "high": None, "unit": "% growth"}
    assert found["alternatives"][0] == {"explanation": "A new code since January.", "status": "rejected"}


def test_a_finding_is_a_row_of_the_table():
    (row,) = csv.DictReader(io.StringIO(render_findings_csv(CASE), newline=""))
    assert (row["id"], row["value"], row["low"], row["high"]) == ("f1", "81.7", "40.25", "")
    assert row["explanations"].startswith("rejected: A new code since January. | not_rejected:")
    assert row["files"] == f"flows.csv (1234 rows, {'ab' * 32})"


def test_no_cell_is_taken_for_a_formula():
    risky = replace(CASE, findings=(replace(KEPT, finding=make_finding(statement="=1+1")),))
    (row,) = csv.DictReader(io.StringIO(render_findings_csv(risky), newline=""))
    assert row["statement"] == "'=1+1"
