"""Findings are kept with their pictures, each once, in the order in which they first came."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from entrepot.store import create_case
from entrepot.store.findings import forget_findings, keep_findings, list_findings
from tests.dossier.finding_samples import make_finding

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def case(tmp_path):
    with create_case(tmp_path / "case") as opened:
        yield opened


def test_a_finding_comes_back_as_it_was_kept(case):
    finding = make_finding()
    keep_findings(case, [finding], ["<svg/>"], NOW)
    (kept,) = list_findings(case)
    assert (kept.finding, kept.pictures, kept.kept_at) == (finding, ("<svg/>",), NOW)


def test_a_finding_that_is_kept_again_is_replaced_in_its_place(case):
    first, second = make_finding("a"), make_finding("b")
    keep_findings(case, [first, second], [], NOW)
    keep_findings(case, [replace(first, verdict="mixed")], [], NOW)
    assert [(one.finding.id, one.finding.verdict) for one in list_findings(case)] == [("a", "mixed"), ("b", "supports")]


def test_pictures_go_with_the_first_of_several_findings(case):
    keep_findings(case, [make_finding("a"), make_finding("b")], ["<svg/>"], NOW)
    assert [one.pictures for one in list_findings(case)] == [("<svg/>",), ()]


def test_findings_are_forgotten_by_their_ids(case):
    keep_findings(case, [make_finding("a"), make_finding("b")], [], NOW)
    assert forget_findings(case, ["a", "c"]) == 1
    assert [one.finding.id for one in list_findings(case)] == ["b"]
