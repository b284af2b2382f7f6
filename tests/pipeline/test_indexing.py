"""The index of claims and propositions: whatever changes, it says what the claims and propositions say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from entrepot.model.span import Span
from entrepot.pipeline.corroborating import corroborate_case
from entrepot.pipeline.indexing import index_case, refresh_claim_index, refresh_proposition_index
from entrepot.pipeline.judging import Decision, judge_claim, undo_judgement
from entrepot.store import CaseFile, create_case
from entrepot.store.browsing_claims import find_places, narrow_claims
from entrepot.store.browsing_origins import list_case_origins, list_outlets
from entrepot.store.browsing_propositions import find_propositions, list_propositions, narrow_propositions
from entrepot.store.facets import Narrowing
from entrepot.store.propositions import iter_propositions
from tests.corroboration.builders import BELARUS, BRITAIN, IRAN, RUSSIA, SZRU, claim, report, source
from tests.pipeline.test_corroborating import keep

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANYTHING = Narrowing(chosen={})


def add(case: CaseFile, name: str, published: str = "2025-08-22") -> None:
    document = report(name, published=published)
    claims = [
        claim(
            document, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones", sources=[source(SZRU)], when="2025-08"
        ),
        claim(
            document, "meet", number=1, participant=(IRAN, BELARUS), issues=("office_term",), sources=[source(BRITAIN)]
        ),
    ]
    keep(case, document, [replace(one, quote=Span(start=0, end=9, text=f"{name} sentence")) for one in claims])


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with create_case(tmp_path / "case", "indexed") as opened:
        for name in ("a", "b"):
            add(opened, name)
        corroborate_case(opened)
        index_case(opened)
        yield opened


def counts(case: CaseFile, name: str) -> dict[str, int]:
    found = {one.name: one for one in narrow_claims(case, ANYTHING).count_facets()}
    return {value.value: value.count for value in found[name].values}


def numbers(case: CaseFile) -> list[tuple[int, str]]:
    return [
        (one.number, one.proposition.id) for one in list_propositions(case, narrow_propositions(case, ANYTHING), 0, 50)
    ]


def test_what_is_indexed_is_not_indexed_again(case: CaseFile) -> None:
    assert (refresh_claim_index(case), refresh_proposition_index(case)) == (0, 0)


def test_the_index_says_what_the_claims_say(case: CaseFile) -> None:
    assert counts(case, "frame") == {"supply": 2, "meet": 2}
    assert counts(case, "source") == {"official": 4}
    assert counts(case, "month") == {"": 2, "2025-08": 2}
    assert counts(case, "issue") == {"any": 2, "office_term": 2}
    assert counts(case, "actor") == {
        "country:IR": 4, "country:BY": 2, "country:RU": 2, "country:GB": 2, "organisation:szru": 2
    }  # fmt: skip


def test_claims_are_numbered_as_in_the_dossier(case: CaseFile) -> None:
    add(case, "z", published="2024-01-01")
    index_case(case)
    places = find_places(case, ["z#0", "z#1", "a#1"])
    assert {each: one.label for each, one in places.items()} == {"z#1": "1.1", "z#0": "1.2", "a#1": "2.1"}


def test_a_decision_shows_at_once_and_goes_with_its_undoing(case: CaseFile) -> None:
    judge_claim(case, Decision(claim_id="a#0", verdict="rejected", by="Ada", judged_at=NOW))
    corroborate_case(case)
    index_case(case)
    assert counts(case, "decision") == {"open": 3, "rejected": 1}
    assert len(find_propositions(case, [iter_first(case, "supply")])[0].proposition.claims) == 1
    undo_judgement(case, "a#0", "Ada", NOW)
    corroborate_case(case)
    index_case(case)
    assert counts(case, "decision") == {"open": 4}
    assert len(find_propositions(case, [iter_first(case, "supply")])[0].proposition.claims) == 2


def test_an_edited_claim_is_found_by_what_it_was_edited_to(case: CaseFile) -> None:
    roles = [{"role": "supplier", "text": "Belarus", "actor": None}, {"role": "goods", "text": "gyroscopes"}]
    changes = {"polarity": "negative", "roles": roles}
    judge_claim(case, Decision(claim_id="a#0", verdict="edited", by="Ada", judged_at=NOW, changes=changes))
    corroborate_case(case)
    index_case(case)
    assert counts(case, "polarity") == {"positive": 3, "negative": 1}
    assert narrow_claims(case, Narrowing(chosen={}, words=("GYROSCOPES",))).count_rows() == 1


def iter_first(case: CaseFile, frame: str) -> str:
    return next(one.id for one in iter_propositions(case) if one.frame == frame)


def test_propositions_are_numbered_in_the_order_of_the_case_also_after_one_is_gone(case: CaseFile) -> None:
    assert numbers(case) == [(at, one.id) for at, one in enumerate(iter_propositions(case), 1)]
    for name in ("a", "b"):
        judge_claim(case, Decision(claim_id=f"{name}#0", verdict="rejected", by="Ada", judged_at=NOW))
    corroborate_case(case)
    index_case(case)
    assert numbers(case) == [(1, iter_first(case, "meet"))]
    assert list_case_origins(case, "foreign intelligence", 0, 50) == (0, [])


def test_an_origin_counts_what_rests_on_it_alone(case: CaseFile) -> None:
    total, rows = list_case_origins(case, "", 0, 50)
    assert total == 2
    assert [(one.propositions, one.alone, one.claims) for one in rows] == [(1, 1, 2), (1, 1, 2)]
    carried = list_outlets(case, [rows[0].name], 1)[rows[0].name]
    assert ([one.propositions for one in carried.first], carried.total) == ([1], 2)


def test_a_report_read_anew_has_only_its_new_claims(case: CaseFile) -> None:
    document = report("a")
    keep(case, document, [claim(document, "seek", seeker=IRAN, goods="chips")], fingerprint="other")
    corroborate_case(case)
    index_case(case)
    assert counts(case, "frame") == {"meet": 1, "seek": 1, "supply": 1}
