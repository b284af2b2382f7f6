from typing import Any

import pytest

from entrepot.dossier.phrases import capitalised, phrase_claim, phrase_claims, plain_phrase
from entrepot.model.actor import Actor
from entrepot.model.claim import FRAME_ROLES, Claim, Role
from tests.dossier.samples import BELARUS, IRAN, RUSSIA, make_claim, make_document


def role(name: str, text: str, actor: Actor | None = None) -> Role:
    return Role(role=name, text=text, span=None, actor=actor, inferred=True)


def claim(frame: str, *roles: Role, **changes: Any) -> Claim:
    return make_claim(make_document(), frame=frame, roles=roles, **changes)


def put(frame: str, *roles: Role, **changes: Any) -> str:
    return plain_phrase(phrase_claim(claim(frame, *roles, **changes)))


SUPPLY = (role("supplier", "Tehran", IRAN), role("goods", "drones"), role("recipient", "Moscow", RUSSIA))


@pytest.mark.parametrize("frame", FRAME_ROLES)
def test_a_phrase_names_every_filler(frame: str) -> None:
    roles = [role(name, f"the {name} here") for name in FRAME_ROLES[frame]]
    words = put(frame, *roles)
    assert all(f"he {name} here" in words for name in FRAME_ROLES[frame])


@pytest.mark.parametrize("frame", FRAME_ROLES)
def test_a_claim_without_any_filler_still_reads(frame: str) -> None:
    assert "not named" in put(frame)


def test_a_supply_is_put_plainly() -> None:
    assert put("supply", *SUPPLY) == "Iran supplied drones to Russia"


def test_what_is_planned_or_possible_has_not_happened() -> None:
    assert put("supply", *SUPPLY, modality="planned") == "Iran will supply drones to Russia"
    assert put("supply", *SUPPLY, modality="possible") == "Iran may supply drones to Russia"


def test_a_negated_sentence_is_put_negatively_and_a_denial_is_not() -> None:
    assert put("supply", *SUPPLY, polarity="negative") == "Iran did not supply drones to Russia"
    assert put("supply", *SUPPLY, polarity="negative", modality="planned") == "Iran will not supply drones to Russia"
    assert put("supply", *SUPPLY, modality="denied") == "Iran supplied drones to Russia"


def test_a_missing_supplier_is_said_to_be_missing() -> None:
    assert put("supply", *SUPPLY[1:]) == "Supplier not named supplied drones to Russia"


def test_the_stage_of_an_accord_and_the_action_of_a_sanction_choose_the_verb() -> None:
    parties = (role("party", "Minsk", BELARUS), role("party", "Tehran", IRAN))
    assert put("agree", *parties, attributes=(("stage", "signed"),)) == "Belarus and Iran signed an accord"
    issuer = (role("issuer", "the Union"), role("measure", "the ban"), role("target", "Minsk", BELARUS))
    assert put("sanction", *issuer, attributes=(("action", "lift"),)) == "The Union lifted the ban for Belarus"
    assert put("sanction", *issuer) == "The Union imposed the ban on Belarus"


def test_goods_that_claims_name_differently_are_listed_once_each() -> None:
    several = [claim("supply", SUPPLY[0], role("goods", text), SUPPLY[2]) for text in ("missile", "missiles", "tanks")]
    assert plain_phrase(phrase_claims(several)) == "Iran supplied missile and tanks to Russia"


def test_a_long_list_is_counted() -> None:
    several = [claim("supply", SUPPLY[0], role("goods", f"good{letter}")) for letter in "abcdefg"]
    assert plain_phrase(phrase_claims(several)).endswith("gooda, goodb, goodc, goodd and 3 more")


def test_one_claims_quantity_is_not_anothers() -> None:
    many = claim("supply", *SUPPLY, attributes=(("quantity", "2,000"),))
    assert plain_phrase(phrase_claims([many])).endswith("(2,000)")
    assert "2,000" not in plain_phrase(phrase_claims([many, claim("supply", *SUPPLY)]))


def test_a_frame_outside_the_contract_is_refused() -> None:
    with pytest.raises(ValueError, match="no pattern"):
        put("gossip")


def test_a_name_that_is_written_small_stays_small() -> None:
    assert capitalised("example.org said") == "example.org said"
    assert capitalised("the port") == "The port"
    assert capitalised("") == ""
