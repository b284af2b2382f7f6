"""Armed force and what it leaves: strike, damage."""

import pytest

from tests.claims.reports import told

STRIKE = [
    ("Ukraine struck a refinery near Ryazan.", "strike: attacker Ukraine; target refinery"),
    (
        "A refinery near Ryazan was hit by Ukrainian forces.",
        "strike: attacker Armed Forces of Ukraine; target refinery",
    ),
    ("Drones hit the depot.", "strike: target depot; weapon drones"),
    ("Israel attacked the base with missiles.", "strike: attacker Israel; target base; weapon missiles"),
    ("Israel fired missiles at the airfield.", "strike: attacker Israel; target airfield; weapon missiles"),
    ("The attack by Israel on the airfield lasted an hour.", "strike: attacker Israel; target airfield"),
    ("The rebels shelled the warehouse.", "strike: attacker rebels; target warehouse"),
    ("Israel did not attack the airfield.", "strike (negative): attacker Israel; target airfield"),
    ("Israel may have attacked the airfield.", "strike (possible): attacker Israel; target airfield"),
    ("Israel denies that it attacked the airfield.", "strike (denied): attacker Israel; target airfield"),
]
DAMAGE = [
    ("The fire destroyed two radars.", "damage: agent fire; target radars"),
    ("Two radars were destroyed.", "damage: target radars"),
    ("Iran lost most of its radars.", "damage: target radars"),
    ("A mine crippled the tanker.", "damage: agent mine; target tanker"),
    ("The fire did not damage the radars.", "damage (negative): agent fire; target radars"),
    ("The loss of the tankers hurt.", "damage: target tankers"),
]


@pytest.mark.parametrize(("sentence", "claim"), STRIKE)
def test_an_armed_attack_has_attacker_target_and_weapon(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(("sentence", "claim"), DAMAGE)
def test_what_is_lost_or_impaired_is_damaged(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(
    "sentence",
    [
        "Did Israel attack the airfield?",
        "If Israel attacks the airfield, flights will stop.",
        "There is no evidence that Israel attacked the airfield.",
        "The paper does not say that drones hit the depot.",
        "The news hit her hard.",
    ],
)
def test_what_no_source_says_happened_is_no_claim_of_force(sentence: str) -> None:
    assert told(sentence) == []
