"""Propositions of a case kept up to date: what changed is merged anew, and the result is that of a fresh build."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.model.proposition import Proposition, SourceGrade
from entrepot.pipeline.contents import read_case
from entrepot.pipeline.corroborating import corroborate_case, count_waiting
from entrepot.store import CaseFile, create_case
from entrepot.store.propositions import iter_propositions, write_grades
from entrepot.store.reading import find_step_done
from entrepot.store.writing import (
    EXTRACT_STEP,
    StepDone,
    forget_extraction,
    forget_reading,
    write_document,
    write_extraction,
    write_step_done,
)
from tests.corroboration.builders import BRITAIN, IRAN, RUSSIA, SZRU, claim, report, source
from tests.corroboration.test_merging import published_once, told_claims

Told = dict[str, tuple[Document, list[Claim]]]


def keep(case: CaseFile, document: Document, claims: list[Claim], fingerprint: str = "f") -> None:
    """A report as the extraction leaves it, in place of an earlier one."""
    if find_step_done(case, EXTRACT_STEP, document.id):
        forget_extraction(case, document.id)
        forget_reading(case, document.id)
    write_document(case, document)
    write_extraction(case, claims, (), ())
    done = StepDone(step=EXTRACT_STEP, document_id=document.id, method=("test", "1"), fingerprint=fingerprint)
    write_step_done(case, done)


def found(case: CaseFile) -> set[Proposition]:
    return set(iter_propositions(case))


def by_report(told: list[tuple[Document, Claim]]) -> Told:
    reports: Told = {}
    for document, one in published_once(told):
        reports.setdefault(document.id, (document, []))[1].append(one)
    return reports


def built_at_once(path: Path, reports: Told) -> set[Proposition]:
    with create_case(path, "fresh") as case:
        for document, claims in reports.values():
            keep(case, document, claims)
        corroborate_case(case)
        return found(case)


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=told_claims(), rng=st.randoms(use_true_random=False))
def test_reports_added_one_by_one_give_exactly_what_a_fresh_build_gives(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[Document, Claim]], rng: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("case")
    reports = by_report(told)
    order = sorted(reports)
    rng.shuffle(order)
    with create_case(folder / "grown", "grown") as case:
        for name in order:
            keep(case, *reports[name])
            corroborate_case(case)
        assert count_waiting(case) == 0
        assert found(case) == built_at_once(folder / "fresh", reports)


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=told_claims())
def test_a_report_that_is_extracted_anew_leaves_no_trace_of_what_it_said(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[Document, Claim]]
) -> None:
    folder = tmp_path_factory.mktemp("case")
    reports = by_report(told)
    first = min(reports)
    with create_case(folder / "grown", "grown") as case:
        for document, claims in reports.values():
            keep(case, document, claims)
        corroborate_case(case)
        reports[first] = (reports[first][0], reports[first][1][1:])
        keep(case, *reports[first], fingerprint="other")
        corroborate_case(case)
        assert found(case) == built_at_once(folder / "fresh", reports)


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    document = report("a")
    with create_case(tmp_path / "case", "case") as case:
        keep(case, document, [claim(document, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones")])
        assert count_waiting(case) == 1
        assert (corroborate_case(case).reports, corroborate_case(case).reports) == (1, 0)


def test_a_letter_stands_beside_the_origin_that_it_is_given_to_and_changes_no_digit(tmp_path: Path) -> None:
    document = report("a")
    said = [claim(document, "supply", number=at, supplier=IRAN, recipient=RUSSIA, goods=goods, sources=[source(who)])
            for at, (goods, who) in enumerate((("drones", BRITAIN), ("missiles", SZRU)))]  # fmt: skip
    with create_case(tmp_path / "case", "case") as case:
        keep(case, document, said)
        corroborate_case(case)
        before = {one.id: one.grade for one in read_case(case).propositions}
        write_grades(case, [SourceGrade(source="United Kingdom", letter="B", basis="analyst on 3 May")])
        contents = read_case(case)
    letters = {origin.name: origin.reliability for one in contents.propositions for origin in one.origins}
    assert letters == {"United Kingdom": "B (analyst on 3 May)", "Foreign Intelligence Service of Ukraine": ""}
    assert {one.id: one.grade for one in contents.propositions} == before
