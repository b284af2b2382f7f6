"""The matrix that the program makes of its own rows, beside one that others published: kinds by target."""

import csv
from datetime import date
from pathlib import Path

import pytest

from entrepot.measures.index import MeasureSet
from entrepot.measures.matrix import list_programmes, read_cell
from entrepot.model.measure import Measure
from entrepot.pipeline.measures import load_measures

PUBLISHED = Path(__file__).parents[3] / "shared" / "facts" / "evaluation_only" / "measure_matrix.csv"
DAY = date(2026, 10, 1)
"""The published table is of autumn 2026."""
LEAST_AGREEMENT = 0.95
KINDS = {
    "Arms embargo": ("arms_embargo",),
    "Asset freeze": ("asset_freeze",),
    "Export control": ("export_control",),
    "Financial restrictions": ("finance", "financial_messaging"),
    "Import restrictions": ("import_ban",),
    "Investment ban": ("investment_ban",),
    "Prohibition to satisfy claims": ("no_claims",),
    "Services ban": ("services_ban",),
    "Transportation restrictions": ("transport",),
    "Travel ban": ("travel_ban",),
}
TARGETS = {"russia": "RU", "belarus": "BY", "iran": "IR"}
DIFFERENCES = {
    ("EU", "Prohibition to satisfy claims", "BY"): (
        "law: Article 8d of Regulation (EC) No 765/2006, put in by Regulation (EU) 2021/1030"
    ),
    ("US", "Financial restrictions", "BY"): (
        "law: OFAC's Directive 1 under EO 14038 of 2 December 2021 bans dealings in new sovereign debt (OFAC, FAQ 942)"
    ),
    ("US", "Services ban", "IR"): "law: 31 CFR 560.204 bans the export of services as well as of goods",
    ("US", "Travel ban", "IR"): (
        "counting: entry is suspended under section 212(f) of the Immigration and Nationality Act, which the State "
        "Department carries out, so the row is of that body of law and not of an OFAC programme"
    ),
}
"""Cells in which the rows differ from the published table, each with the reason."""


def published_cells() -> list[tuple[str, str, str, str]]:
    with PUBLISHED.open(encoding="utf-8", newline="") as lines:
        return [
            (row["jurisdiction"], row["measure_kind"], target, row[column])
            for row in csv.DictReader(lines)
            for column, target in TARGETS.items()
        ]


def is_of_ofac(measure: Measure) -> bool:
    return any(name.startswith("OFAC") for name in list_programmes(measure))


def own_answer(measures: MeasureSet, issuer: str, published_kind: str, target: str) -> str:
    """Yes where a kind is in force, no where none is and the rows are complete; US by OFAC's programmes only."""
    keep = is_of_ofac if issuer == "US" else None
    states = [read_cell(measures, (issuer, kind, target), DAY, keep).state for kind in KINDS[published_kind]]
    if any(state in ("in_force", "contested", "eased") for state in states):
        return "yes"
    return "no" if set(states) == {"not_in_force"} else "unknown"


@pytest.mark.shared
@pytest.mark.skipif(not PUBLISHED.is_file(), reason="../shared/facts is not beside this checkout")
def test_the_matrix_agrees_with_the_published_one_but_for_differences_that_the_acts_explain() -> None:
    measures = load_measures()
    cells = published_cells()
    assert len(cells) == 90
    differing = {
        (issuer, kind, target): (said, own)
        for issuer, kind, target, said in cells
        if (own := own_answer(measures, issuer, kind, target)) != said
    }
    assert {cell: pair for cell, pair in differing.items() if cell not in DIFFERENCES} == {}, "unexplained"
    assert sorted(cell for cell in DIFFERENCES if cell not in differing) == [], "explained, and yet they agree"
    assert 1 - len(differing) / len(cells) >= LEAST_AGREEMENT
