"""Decisions of people on claims: kept, honoured by propositions, undone by another decision, never overwritten."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entrepot.errors import CallError, ConflictError
from entrepot.model.claim import Claim
from entrepot.pipeline.corroborating import corroborate_case, count_waiting
from entrepot.pipeline.judging import Decision, change_claim, judge_claim, undo_judgement
from entrepot.store import CaseFile, create_case
from entrepot.store.claim_judgements import latest_claim_judgements, list_claim_judgements
from entrepot.store.propositions import iter_propositions
from entrepot.store.reading import iter_claims
from entrepot.store.screenings import list_actors
from tests.corroboration.builders import BRITAIN, IRAN, RUSSIA, SZRU, claim, report, source
from tests.pipeline.test_corroborating import keep

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with create_case(tmp_path / "case", "case") as opened:
        for name, who in (("a", BRITAIN), ("b", SZRU)):
            document = report(name)
            said = claim(document, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones", sources=[source(who)])
            keep(opened, document, [said])
        corroborate_case(opened)
        yield opened


def first_claim(case: CaseFile) -> Claim:
    return next(iter(iter_claims(case)))


def decide(case: CaseFile, verdict: str, **more: object) -> int:
    asked = {"claim_id": first_claim(case).id, "by": "Ada", "judged_at": NOW, **more}
    return judge_claim(case, Decision(verdict=verdict, **asked)).number  # type: ignore[arg-type]


def test_a_rejected_claim_leaves_its_proposition_and_comes_back_when_that_is_undone(case: CaseFile) -> None:
    before = list(iter_propositions(case))
    assert [one.independent_origins for one in before] == [2]
    rejected = first_claim(case)
    decide(case, "rejected", reason="the sentence is about another year")
    assert count_waiting(case) == 1
    corroborate_case(case)
    (left,) = iter_propositions(case)
    assert left.independent_origins == 1
    assert rejected.id not in left.claims
    assert rejected.id in [one.id for one in iter_claims(case)]
    undo_judgement(case, rejected.id, "Ada", NOW + timedelta(minutes=1))
    corroborate_case(case)
    assert list(iter_propositions(case)) == before


def test_an_accepted_claim_changes_no_proposition(case: CaseFile) -> None:
    before = list(iter_propositions(case))
    decide(case, "accepted")
    corroborate_case(case)
    assert list(iter_propositions(case)) == before


def test_an_edited_claim_is_read_as_edited_by_everything(case: CaseFile) -> None:
    decide(case, "edited", changes={"polarity": "negative"})
    corroborate_case(case)
    assert first_claim(case).polarity == "negative"
    assert [dict(one.polarity) for one in iter_propositions(case)] == [{"positive": 1, "negative": 1}]


def test_an_edit_outlives_a_new_reading_of_the_report(case: CaseFile) -> None:
    document, read = report("a"), first_claim(case)
    decide(case, "edited", changes={"modality": "alleged"})
    keep(case, document, [read], fingerprint="other")
    corroborate_case(case)
    assert first_claim(case).modality == "alleged"


def test_actors_are_those_of_the_claims_as_people_left_them(case: CaseFile) -> None:
    named = {
        "role": "supplier",
        "text": "Acme",
        "actor": {"id": "organisation:acme", "kind": "organisation", "name": "Acme"},
    }
    others = [
        {"role": "recipient", "text": "Russia", "actor": {"id": "country:RU", "kind": "country", "name": "Russia"}}
    ]
    decide(case, "edited", changes={"roles": [named, *others]})
    assert "organisation:acme" in [actor_id for actor_id, _, _ in list_actors(case)]
    decide(case, "rejected")
    assert "organisation:acme" not in [actor_id for actor_id, _, _ in list_actors(case)]


def test_of_two_people_at_once_the_second_is_told_and_nothing_is_overwritten(case: CaseFile) -> None:
    number = decide(case, "rejected", seen=0)
    with pytest.raises(ConflictError, match="Ada decided on this claim in the meantime"):
        decide(case, "accepted", by="Ben", seen=0)
    assert [one.verdict for one in list_claim_judgements(case)] == ["rejected"]
    assert decide(case, "accepted", by="Ben", seen=number) == number + 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"claim_id": "none"}, "holds no claim"),
        ({"by": " "}, "Say who decides"),
        ({"verdict": "edited", "changes": {"frame": "supply"}}, "cannot be edited"),
        ({"verdict": "edited", "changes": {"polarity": "maybe"}}, "is no polarity"),
        ({"verdict": "edited", "changes": {"roles": [{"role": "thief", "text": "x"}]}}, "has the roles"),
        ({"verdict": "edited", "changes": {"roles": "supplier"}}, "as a list"),
        ({"verdict": "maybe"}, "is no verdict"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_kept(case: CaseFile, more: dict[str, object], said: str) -> None:
    with pytest.raises(CallError, match=said):
        decide(case, **{"verdict": "accepted", **more})  # type: ignore[arg-type]
    assert not list_claim_judgements(case)


def test_nothing_can_be_undone_where_nothing_was_decided(case: CaseFile) -> None:
    with pytest.raises(CallError, match="nothing to undo"):
        undo_judgement(case, first_claim(case).id, "Ada", NOW)


def test_a_role_that_stays_keeps_its_place_in_the_text(case: CaseFile) -> None:
    read = first_claim(case)
    roles = [{"role": one.role, "text": one.text, "actor": None} for one in read.roles]
    assert [one.span for one in change_claim(read, {"roles": roles}).roles] == [one.span for one in read.roles]


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["accepted", "rejected", "edited", "undo"]), min_size=1, max_size=6))
def test_undoing_as_often_as_deciding_leaves_the_claim_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    with create_case(tmp_path_factory.mktemp("case") / "case", "case") as case:
        document = report("a")
        keep(case, document, [claim(document, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones")])
        states = [(first_claim(case), None)]
        for step in steps:
            latest = latest_claim_judgements(case)
            if step == "undo" and latest:
                undo_judgement(case, first_claim(case).id, "Ada", NOW)
            elif step != "undo":
                decide(case, step, changes={"modality": "alleged"} if step == "edited" else None)
            verdict = latest_claim_judgements(case)
            states.append((first_claim(case), next((one.verdict for one in verdict.values()), None)))
        assert len(list_claim_judgements(case)) <= len(steps)
        number = len(list_claim_judgements(case))
        if number:
            undo_judgement(case, first_claim(case).id, "Ada", NOW)
            undo_judgement(case, first_claim(case).id, "Ada", NOW)
            assert (first_claim(case), latest_claim_judgements(case)[first_claim(case).id].verdict) == states[-1]
