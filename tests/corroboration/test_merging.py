"""Which claims are one proposition, which are linked, which are apart."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.model.actor import Actor
from entrepot.model.claim import Claim, Cue
from entrepot.model.document import Document
from entrepot.model.span import Span
from tests.corroboration.builders import (
    BELARUS,
    BRITAIN,
    IRAN,
    LUKASHENKO,
    OLYA,
    PEZESHKIAN,
    RUSSIA,
    UKRAINE,
    VENEZUELA,
    claim,
    firm,
    groups,
    person,
    propose,
    report,
)

A, B, C = report("a"), report("b"), report("c")


def one_of(*told: tuple[Document, Claim]) -> bool:
    return len(groups(*told)) == 1


def drones(document: Document, number: int = 0, **slots: object) -> tuple[Document, Claim]:
    given: dict[str, object] = {"supplier": IRAN, "recipient": RUSSIA, "goods": "drones"} | slots
    return document, claim(document, "supply", number=number, **given)  # type: ignore[arg-type]


def test_a_negation_and_a_denial_stand_beside_what_they_deny() -> None:
    assert one_of(drones(A), drones(B, polarity="negative"), drones(C, modality="denied"))


def test_the_reversal_of_giver_and_receiver_is_another_proposition() -> None:
    assert not one_of(drones(A), drones(B, supplier=RUSSIA, recipient=IRAN))


def test_a_named_model_is_goods_of_its_class_and_other_goods_are_not() -> None:
    assert one_of(drones(A), drones(B, goods="Shahed drones"))
    assert not one_of(drones(A, goods="Shahed drones"), drones(B, goods="Mohajer drones"))
    assert not one_of(drones(A), drones(B, goods="missiles"))


def test_a_general_claim_is_linked_to_the_particular_one_and_not_merged() -> None:
    found = propose(drones(A, goods="arms"), drones(B, goods="Shahed drones", when="2025-08"))
    kinds = {one.roles[-1].text: [link.kind for link in one.links] for one in found}
    assert kinds == {"arms": ["narrower"], "Shahed drones": ["broader"]}


def test_one_speaker_in_one_report_who_gives_two_days_tells_of_two_events() -> None:
    first = (A, claim(A, "strike", number=0, target=OLYA, when="2025-08-14"))
    second = (A, claim(A, "strike", number=1, target=OLYA, when="2025-08-15"))
    assert not one_of(first, second)
    assert one_of(first, (B, claim(B, "strike", target=OLYA, when="2025-08-15")))


def test_events_of_other_weeks_are_apart() -> None:
    first, second = (
        claim(A, "strike", target=OLYA, when="2025-08-14"),
        claim(B, "strike", target=OLYA, when="2025-08-25"),
    )
    assert not one_of((A, first), (B, second))


def test_officials_act_for_their_state() -> None:
    of_presidents = claim(A, "meet", participant=(LUKASHENKO, PEZESHKIAN), when="2025-08-20")
    of_states = claim(B, "meet", participant=(BELARUS, IRAN), when="2025-08-20")
    assert one_of((A, of_presidents), (B, of_states))


def test_a_meeting_without_a_date_joins_the_only_one_and_none_of_two() -> None:
    parties = (LUKASHENKO, PEZESHKIAN)
    undated = (A, claim(A, "meet", participant=parties))
    august = (B, claim(B, "meet", participant=parties, when="2025-08-20"))
    march = (C, claim(C, "meet", participant=parties, when="2025-03-01"))
    assert one_of(undated, august)
    assert groups(undated, august, march) == {frozenset({"a#0"}), frozenset({"b#0"}), frozenset({"c#0"})}


def test_a_headline_without_a_date_is_of_the_day_that_its_own_report_gives() -> None:
    parties = (LUKASHENKO, PEZESHKIAN)
    headline = (A, claim(A, "meet", number=0, participant=parties))
    august = (A, claim(A, "meet", number=1, participant=parties, when="2025-08-20"))
    march = (C, claim(C, "meet", participant=parties, when="2025-03-01"))
    assert groups(headline, august, march) == {frozenset({"a#0", "a#1"}), frozenset({"c#0"})}


def test_a_claim_that_leaves_the_receiver_open_is_no_bridge_between_receivers() -> None:
    open_one = (A, claim(A, "supply", supplier=IRAN, goods="drones"))
    assert groups(open_one, drones(B), drones(C, recipient=VENEZUELA)) == {
        frozenset({"a#0"}),
        frozenset({"b#0"}),
        frozenset({"c#0"}),
    }


def test_arms_for_somebody_from_nobody_named_are_nobodys_in_particular() -> None:
    nobody = (A, claim(A, "supply", recipient=RUSSIA, goods="weapons"))
    assert not one_of(nobody, drones(B, supplier=IRAN, goods="weapons"))


def test_a_firm_with_and_without_its_legal_form_is_one() -> None:
    long, short = firm("Altyn Kerege Trade LLC"), firm("Altyn Kerege")
    buyer = firm("Uralstankosnab")
    sent = claim(A, "supply", supplier=long, recipient=buyer, goods="microchips")
    assert one_of((A, sent), (B, claim(B, "supply", supplier=short, recipient=buyer, goods="microchips")))


def test_a_director_answers_for_the_firm_that_the_report_names_with_him() -> None:
    text = "Altyn Kerege's director, Azamat Torubek, denied supplying Uralstankosnab."
    told = report("d", text)
    buyer = firm("Uralstankosnab")
    sent = claim(A, "supply", supplier=firm("Altyn Kerege"), recipient=buyer, goods="microchips")
    denied = claim(told, "supply", supplier=person("Azamat Torubek"), recipient=buyer, modality="denied")
    assert one_of((A, sent), (told, denied))


def test_one_act_given_to_two_authorities_on_one_day_is_one_and_of_two_days_is_two() -> None:
    target = firm("Corvane Ship Management")
    london = claim(A, "sanction", issuer=BRITAIN, target=target, when="2025-11-12", action="impose")
    brussels = Actor(id="organisation:eu", kind="organisation", name="European Union")
    same_day = claim(B, "sanction", issuer=brussels, target=target, when="2025-11-12", action="impose")
    later = claim(C, "sanction", issuer=brussels, target=target, when="2025-12-20", action="impose")
    assert one_of((A, london), (B, same_day))
    assert not one_of((A, london), (C, later))


def test_one_report_that_names_two_authorities_tells_of_two_acts() -> None:
    target = firm("Corvane Ship Management")
    by = [
        claim(A, "sanction", number=at, issuer=issuer, target=target, when="2025-11-12")
        for at, issuer in enumerate((BRITAIN, UKRAINE))
    ]
    assert not one_of(*((A, one) for one in by))


def test_lifting_is_not_imposing() -> None:
    target = firm("Corvane Ship Management")
    imposed = claim(A, "sanction", issuer=BRITAIN, target=target, action="impose")
    assert not one_of((A, imposed), (B, claim(B, "sanction", issuer=BRITAIN, target=target, action="lift")))


def test_membership_of_two_is_not_membership_of_one() -> None:
    union = Actor(id="organisation:eaeu", kind="organisation", name="Eurasian Economic Union")
    both = claim(A, "belong", member=(IRAN, BELARUS), organisation=union)
    assert not one_of((A, both), (B, claim(B, "belong", member=BELARUS, organisation=union)))


def test_every_further_claim_says_why_it_is_there() -> None:
    found = propose(drones(A), drones(B, goods="Shahed drones"))[0]
    assert dict(found.merged)["b#0"] == "supply: the same supplier, the same recipient, the same goods"


def test_the_id_stays_when_a_later_report_comes_in() -> None:
    late = report("late", published="2025-09-30")
    before = propose(drones(A), drones(B))[0].id
    assert propose(drones(A), drones(B), drones(late))[0].id == before


STATES = (IRAN, RUSSIA, BELARUS, VENEZUELA, UKRAINE)
DAYS = ("", "2025-08-14", "2025-08-15", "2025-08-20", "2025-08", "2022-01-01/")


@st.composite
def told_claims(draw: st.DrawFn) -> list[tuple[Document, Claim]]:
    """Some claims on supplies and meetings among few parties, so that they are often alike."""
    told = []
    for at in range(draw(st.integers(2, 9))):
        document = report(
            f"r{draw(st.integers(0, 5))}", published=draw(st.sampled_from(("2025-08-22", "2025-08-25", "")))
        )
        slots: dict[str, object] = {
            "when": draw(st.sampled_from(DAYS)),
            "modality": draw(st.sampled_from(("asserted", "denied"))),
        }
        if draw(st.booleans()):
            slots |= {
                "participant": tuple(draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=2, unique=True)))
            }
            told.append((document, claim(document, "meet", number=at, **slots)))  # type: ignore[arg-type]
            continue
        for role in ("supplier", "recipient"):
            if draw(st.integers(0, 3)):
                slots[role] = draw(st.sampled_from(STATES))
        slots["goods"] = draw(st.sampled_from(("drones", "Shahed drones", "arms", "missiles")))
        told.append((document, claim(document, "supply", number=at, **slots)))  # type: ignore[arg-type]
    return told


def published_once(told: list[tuple[Document, Claim]]) -> list[tuple[Document, Claim]]:
    """The claims with one and the same document a report."""
    first = {document.id: document for document, _ in reversed(told)}
    return [(first[document.id], one) for document, one in told]


@settings(max_examples=60, deadline=None)
@given(told_claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_decides_nothing(told: list[tuple[Document, Claim]], rng: random.Random) -> None:
    told = published_once(told)
    shuffled = told[:]
    rng.shuffle(shuffled)
    assert propose(*told) == propose(*shuffled)


@settings(max_examples=60, deadline=None)
@given(told_claims())
def test_every_claim_is_in_exactly_one_proposition(told: list[tuple[Document, Claim]]) -> None:
    told = published_once(told)
    found = [claim_id for one in propose(*told) for claim_id in one.claims]
    assert sorted(found) == sorted({one.id for _, one in told})


def test_no_claims_give_no_propositions() -> None:
    assert propose() == ()


def test_an_arrest_is_no_charge_and_a_ship_may_be_seized_or_detained() -> None:
    man, ship = person("Desmond Achola"), Actor(id="vessel:tessalit", kind="vessel", name="Tessalit")
    assert not one_of(_acted(A, "arrested", man), _acted(B, "charged", man))
    assert one_of(_acted(A, "arrested", man), _acted(B, "detained", man))
    assert one_of(_acted(A, "seized", ship), _acted(B, "detained", ship))


def _acted(document: Document, word: str, subject: Actor) -> tuple[Document, Claim]:
    made = claim(document, "enforce", subject=subject, when="2025-06-11")
    return document, replace(made, cues=(Cue(kind="trigger", span=Span(start=0, end=len(word), text=word)),))
