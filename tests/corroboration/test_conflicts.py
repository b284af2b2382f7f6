"""What claims of one proposition say that cannot all be right."""

from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.model.proposition import Conflict
from tests.corroboration.builders import (
    BELARUS,
    IRAN,
    OLYA,
    PEZESHKIAN,
    RAISI,
    RUSSIA,
    SZRU,
    UKRAINE,
    claim,
    firm,
    person,
    propose,
    report,
    source,
)

A, B, C = report("a"), report("b"), report("c")
PUTIN = person("Vladimir Putin")


def conflicts(*told: tuple[Document, Claim]) -> dict[str, Conflict]:
    found = propose(*told)
    assert len(found) == 1
    return {one.kind: one for one in found[0].conflicts}


def values(conflict: Conflict) -> dict[str, tuple[str, ...]]:
    return {one.value: one.claims for one in conflict.values}


def supply(document: Document, **slots: object) -> tuple[Document, Claim]:
    given: dict[str, object] = {"supplier": IRAN, "recipient": RUSSIA, "goods": "missiles"} | slots
    return document, claim(document, "supply", **given)  # type: ignore[arg-type]


def test_a_denial_conflicts_with_what_it_denies_and_not_with_a_negation() -> None:
    found = conflicts(supply(A), supply(B, modality="denied"), supply(C, polarity="negative"))
    assert values(found["denial"]) == {"said to be so": ("a#0",), "denied": ("b#0",)}
    assert values(found["polarity"]) == {"said to be so": ("a#0",), "said not to be so": ("c#0",)}


def test_not_so_far_does_not_conflict_with_a_plan() -> None:
    assert conflicts(supply(A, polarity="negative"), supply(B, modality="planned")) == {}


def test_figures_that_differ_are_shown_and_never_averaged() -> None:
    signed = {"party": (IRAN, BELARUS), "matter": "documents", "stage": "signed", "when": "2025-08-20"}
    first = claim(A, "agree", quote="They signed 13 cooperation documents.", **signed)  # type: ignore[arg-type]
    second = claim(B, "agree", quote="Only 12 documents were signed.", **signed)  # type: ignore[arg-type]
    found = conflicts((A, first), (B, second))
    assert values(found["quantity"]) == {"13 cooperation documents": ("a#0",), "12 documents": ("b#0",)}


def test_a_total_and_its_parts_do_not_conflict() -> None:
    whole = supply(A, quote="Of 300 missiles, 100 missiles went by rail.")
    part = supply(B, quote="It sent 100 missiles.")
    assert conflicts(whole, part) == {}


def test_neighbouring_days_conflict_and_a_month_with_its_day_does_not() -> None:
    found = conflicts(
        (A, claim(A, "strike", target=OLYA, when="2025-08-14")),
        (B, claim(B, "strike", target=OLYA, when="2025-08-15")),
        (C, claim(C, "strike", target=OLYA, when="2025-08")),
    )
    assert values(found["date"]) == {"2025-08-14": ("a#0",), "2025-08-15": ("b#0",)}


def test_two_presidents_of_one_state_on_one_treaty_conflict() -> None:
    treaty = {"matter": "partnership treaty", "stage": "signed", "when": "2025-01"}
    found = conflicts(
        (A, claim(A, "agree", party=(RAISI, RUSSIA), **treaty)),  # type: ignore[arg-type]
        (B, claim(B, "agree", party=(PEZESHKIAN, RUSSIA), **treaty)),  # type: ignore[arg-type]
        (C, claim(C, "agree", party=(IRAN, RUSSIA), **treaty)),  # type: ignore[arg-type]
    )
    assert [one for group in values(found["actor"]).values() for one in group] != []
    assert {("a#0",), ("b#0",)} <= set(values(found["actor"]).values())


def test_two_owners_of_one_firm_conflict() -> None:
    found = conflicts(
        (A, claim(A, "own", owner=person("Neville Sorn"), asset=firm("Corvane"))),
        (B, claim(B, "own", owner=person("Idris Valkonen"), asset=firm("Corvane"))),
    )
    assert values(found["actor"]) == {"Neville Sorn": ("a#0",), "Idris Valkonen": ("b#0",)}


def test_signed_conflicts_with_still_to_be_signed_unless_time_lies_between() -> None:
    matter = {"party": (IRAN, BELARUS), "matter": "strategic partnership treaty"}
    waiting = (A, claim(A, "agree", stage="intent", **matter))  # type: ignore[arg-type]
    signed = (B, claim(B, "agree", stage="signed", **matter))  # type: ignore[arg-type]
    assert values(conflicts(waiting, signed)["stage"]) == {"signed": ("b#0",), "agreed to work on it": ("a#0",)}
    later = report("later", published="2025-12-01")
    signed_later = (later, claim(later, "agree", stage="signed", **matter))  # type: ignore[arg-type]
    assert conflicts(waiting, signed_later) == {}


def test_lifted_conflicts_with_will_be_lifted() -> None:
    act = {"issuer": UKRAINE, "target": firm("Corvane"), "action": "lift"}
    first, second = claim(A, "sanction", **act), claim(B, "sanction", modality="planned", **act)  # type: ignore[arg-type]
    assert values(conflicts((A, first), (B, second))["stage"]) == {
        "lifted": ("a#0",),
        "still to come (planned)": ("b#0",),
    }


def test_agreement_is_no_conflict() -> None:
    assert conflicts(supply(A), supply(B, sources=[source(SZRU, "intelligence")])) == {}
