"""How far a text commits itself to what it tells."""

import pytest

from entrepot.claims.modality import judge_commitment
from entrepot.model.claim import Modality, Polarity
from tests.claims.reports import chain_of, claims_of, codes_of, one_line, parse_one, told
from tests.claims.reports import only_claim as only

SOLD = "drones to Chad."


def commitment(sentence: str) -> tuple[Polarity, Modality]:
    """How the supply told in a sentence is committed to."""
    (claim,) = (item for item in claims_of(sentence) if item.frame == "supply")
    return claim.polarity, claim.modality


@pytest.mark.parametrize(
    ("modality", "start"),
    [
        ("asserted", "Iran sold"),
        ("asserted", "Oman said that Iran sold"),
        ("asserted", "Oman complained that Iran sold"),
        ("asserted", "Oman confirmed that Iran has sold"),
        ("possible", "Iran may sell"),
        ("possible", "Iran might have sold"),
        ("possible", "Iran could sell"),
        ("possible", "Iran would sell"),
        ("possible", "Iran is likely to sell"),
        ("possible", "Iran is expected to sell"),
        ("possible", "Iran probably sold"),
        ("possible", "Iran apparently sold"),
        ("possible", "Iran appears to have sold"),
        ("possible", "Iran is considering selling"),
        ("planned", "Iran will sell"),
        ("planned", "Iran is to sell"),
        ("planned", "Iran plans to sell"),
        ("planned", "Iran wants to sell"),
        ("planned", "Iran intends to sell"),
        ("planned", "Iran promised to sell"),
        ("planned", "Iran agreed to sell"),
        ("planned", "Oman said that Iran would sell"),
        ("planned", "Oman said that Iran will sell"),
        ("alleged", "Iran reportedly sold"),
        ("alleged", "Iran allegedly sold"),
        ("alleged", "Iran is believed to have sold"),
        ("alleged", "Iran is said to have sold"),
        ("alleged", "Iran is suspected of selling"),
        ("alleged", "Iran is accused of selling"),
        ("alleged", "Oman accused Iran of selling"),
        ("alleged", "Oman alleges that Iran sold"),
        ("alleged", "Oman suspects that Iran sold"),
        ("denied", "Iran denies that it sold"),
        ("denied", "Iran denies selling"),
        ("denied", "Iran has denied having sold"),
        ("denied", "Iran rejected the accusation that it sold"),
        ("denied", "Iran dismissed reports that it had sold"),
    ],
)
def test_a_claim_is_as_firm_as_its_innermost_source(modality: Modality, start: str) -> None:
    assert commitment(f"{start} {SOLD}") == ("positive", modality)


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran did not sell drones to Chad.",
        "Iran never sold drones to Chad.",
        "Iran sold no drones to Chad.",
        "Iran hasn’t sold drones to Chad.",
        "Neither Iran nor Syria sold drones to Chad.",
        "Not one drone was sold to Chad by Iran.",
        "Nobody sold drones to Chad.",
        "No drones were sold to Chad by Iran.",
        "Iran refused to sell drones to Chad.",
        "Iran stopped selling drones to Chad.",
        "Oman said that Iran had not sold drones to Chad.",
    ],
)
def test_what_is_negated_is_told_as_a_negative(sentence: str) -> None:
    assert commitment(sentence) == ("negative", "asserted")


@pytest.mark.parametrize(
    ("modality", "sentence"),
    [
        ("planned", "Iran will not sell drones to Chad."),
        ("planned", "Iran does not plan to sell drones to Chad."),
        ("possible", "Iran may not sell drones to Chad."),
        ("denied", "Iran denies that it did not sell drones to Chad."),
    ],
)
def test_a_negative_may_be_planned_possible_or_denied(modality: Modality, sentence: str) -> None:
    assert commitment(sentence) == ("negative", modality)


@pytest.mark.parametrize(
    "sentence",
    [
        "Did Iran sell drones to Chad?",
        "If Iran sells drones to Chad, prices will fall.",
        "Prices will fall if Iran sells drones to Chad.",
        "Unless Iran sells drones to Chad, prices will fall.",
        "Should Iran sell drones to Chad, prices will fall.",
        "Had Iran sold drones to Chad, prices would have fallen.",
        "Oman asked whether Iran had sold drones to Chad.",
        "Oman did not say that Iran sold drones to Chad.",
        "Oman has not confirmed that Iran sold drones to Chad.",
        "Oman does not believe that Iran sold drones to Chad.",
        "There is no evidence that Iran sold drones to Chad.",
        "There is no sign that Iran sold drones to Chad.",
        "Iran does not deny that it sold drones to Chad.",
        "Oman prevented Iran from selling drones to Chad.",
        "Oman condemned any sale of drones to Chad by Iran.",
    ],
)
def test_a_question_a_condition_and_a_thing_not_said_tell_no_sale(sentence: str) -> None:
    assert [claim for claim in claims_of(sentence) if claim.frame == "supply"] == []


def test_two_verbs_joined_share_the_will_of_the_first() -> None:
    claims = claims_of("Iran will make drones and sell rifles to Chad.")
    assert {(claim.frame, claim.modality) for claim in claims} == {("produce", "planned"), ("supply", "planned")}


def test_a_second_verb_with_a_subject_of_its_own_stands_for_itself() -> None:
    claims = claims_of("Iran will make drones, and Oman sold rifles to Chad.")
    assert {(claim.frame, claim.modality) for claim in claims} == {("produce", "planned"), ("supply", "asserted")}


@pytest.mark.parametrize(
    ("sentence", "kind", "cue"),
    [
        ("Iran never sold drones to Chad.", "polarity", "never"),
        ("Iran may sell drones to Chad.", "modality", "may"),
        ("Iran reportedly sold drones to Chad.", "modality", "reportedly"),
        ("Iran denies that it sold drones to Chad.", "modality", "denies"),
        ("Iran sold drones to Chad.", "trigger", "sold"),
    ],
)
def test_the_deciding_word_is_kept_as_a_cue(sentence: str, kind: str, cue: str) -> None:
    claim = only(sentence)
    assert (kind, cue) in {(item.kind, item.span.text) for item in claim.cues}


def test_hearsay_that_names_nobody_has_an_unknown_source() -> None:
    assert codes_of(only("Iran allegedly sold drones to Chad.")) == {"source_unknown"}
    assert codes_of(only("Oman alleges that Iran sold drones to Chad.")) == set()


def test_whoever_denies_vouches_for_the_denial_and_nobody_else() -> None:
    claim = only("Iran denied Oman’s claim that it sold drones to Chad.")
    assert (claim.modality, chain_of(claim)) == ("denied", ["Iran"])


def test_the_climb_ends_where_nothing_governs() -> None:
    doc = parse_one("Drones.").doc
    assert judge_commitment(doc[0]).blocked == ""


def test_what_nobody_could_verify_is_not_said() -> None:
    assert claims_of("Reuters could not verify that Iran sold drones to Chad.") == ()


def test_a_day_in_may_is_no_possibility() -> None:
    assert commitment("On 1 May Iran sold drones to Chad.") == ("positive", "asserted")


def test_what_somebody_is_going_to_do_is_planned() -> None:
    assert told("The EU is going to lift its sanctions on Iran.") == [
        "sanction (planned): issuer European Union; target Iran; measure sanctions; action lift"
    ]


def test_what_an_authority_decided_on_a_day_it_has_done() -> None:
    (claim,) = claims_of(
        "Kenya takes note of the decision of the US Department of the Treasury of 12 March to place Morvale Trade on "
        "its sanctions list."
    )
    assert one_line(claim) == (
        "sanction: issuer United States Department of the Treasury; target Morvale Trade; measure sanctions list; "
        "action impose"
    )


def test_what_somebody_took_the_decision_to_do_is_still_planned() -> None:
    assert "planned" in {claim.modality for claim in claims_of("Kenya announced a decision to sell tea to Iran.")}
