"""Digits by the printed rule."""

from entrepot.corroboration import GRADING_RULE
from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.model.proposition import Grade
from tests.corroboration.builders import BRITAIN, IRAN, RUSSIA, SZRU, claim, person, propose, report, source

A, B, C, D = report("a"), report("b"), report("c"), report("d")


def told(document: Document, *by: object, **slots: object) -> tuple[Document, Claim]:
    given: dict[str, object] = {"supplier": IRAN, "recipient": RUSSIA, "goods": "drones"} | slots
    return document, claim(document, "supply", sources=[source(who) for who in by], **given)  # type: ignore[arg-type]


def grade(*claims: tuple[Document, Claim]) -> Grade:
    found = propose(*claims)
    assert len(found) == 1
    return found[0].grade


def test_two_independent_origins_confirm() -> None:
    assert grade(told(A, BRITAIN), told(B, SZRU)).credibility == 1


def test_one_origin_that_is_no_party_leaves_it_possible() -> None:
    assert grade(told(A, BRITAIN), told(B, BRITAIN), told(C)).credibility == 3


def test_the_word_of_a_party_alone_cannot_be_judged() -> None:
    assert grade(told(A, RUSSIA)) == Grade(credibility=6, reason="the only origin, Russia, is a party to it")


def test_a_partys_denial_changes_no_digit_and_an_outsiders_does() -> None:
    assert grade(told(A, BRITAIN), told(B, IRAN, modality="denied")).credibility == 3
    outsider = told(B, person("Aldo Fenn"), polarity="negative")
    assert grade(told(A, BRITAIN), outsider).credibility == 5
    assert grade(told(A, BRITAIN), told(C, SZRU), outsider).credibility == 6


def test_plans_and_unknown_roots_cannot_be_judged() -> None:
    assert grade(told(A, BRITAIN, modality="planned")).credibility == 6
    assert grade(told(A)) == Grade(credibility=6, reason="no origin is named")
    assert grade(told(A, BRITAIN, modality="denied")).reason == "it is only denied"


def test_what_a_reference_table_contradicts_is_not_confirmed() -> None:
    found = grade(told(A, BRITAIN, issues=("office_term",)), told(B, SZRU))
    assert found.credibility == 6
    assert "reference table" in found.reason


def test_the_rule_that_is_printed_names_every_digit_that_is_given() -> None:
    assert all(f"{digit} (" in GRADING_RULE for digit in (1, 3, 5, 6))
    assert "likely" not in GRADING_RULE


def test_a_retelling_that_makes_is_of_may_confirms_nothing() -> None:
    early, late = report("early", published="2025-08-01"), report("late", published="2025-08-02")
    assert grade(told(early, SZRU, modality="possible"), told(late, SZRU)).credibility == 6
    assert grade(told(early, SZRU), told(late, SZRU, modality="possible")).credibility == 3
