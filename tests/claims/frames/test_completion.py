"""Roles that a sentence leaves to its other words: adjectives, owners, clauses further in."""

import pytest

from tests.claims.reports import only_claim, roles_of, told


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Belarusian radars were sent to Iran.", "supply: supplier Belarus; recipient Iran; goods belarusian radars"),
        (
            "The port serves as a gateway for Iranian oil.",
            "channel: channel port; origin Iran; goods iranian oil",
        ),
        ("Iran uses Georgia as a hub for drones.", "channel: channel Georgia; destination Iran; goods drones"),
        (
            "Georgia is a conduit for chips bound for Russia.",
            "channel: channel Georgia; destination Russia; goods chips",
        ),
        (
            "Belarus serves as a channel for access to sanctioned goods.",
            "channel: channel Belarus; goods sanctioned goods",
        ),
        (
            "Norway sanctioned Belarusian potash.",
            "sanction: issuer Norway; target Belarus; goods belarusian potash; action impose",
        ),
        (
            "The EU’s ban on Russian diamonds took effect in January.",
            "sanction: issuer European Union; target Russia; measure ban; goods russian diamonds; action in_force",
        ),
        ("Oman makes the sanctions useless.", "circumvent: agent Oman; measure sanctions"),
        ("Oman helps Iran evade the embargo.", "circumvent: agent Oman; beneficiary Iran; measure embargo"),
        (
            "China expressed its willingness to trade with Chad.",
            "pledge: agent China; beneficiary Chad; matter trade with chad",
        ),
        (
            "Chile signed a treaty with Peru.",
            "agree: party Chile; party Peru; matter treaty; stage signed",
        ),
        (
            "Israel struck the port of Latakia, targeting a depot used for missiles.",
            "host: facility Latakia; goods missiles",
        ),
        ("Cuba joined BRICS as a partner.", "belong: member Cuba; organisation BRICS; status partner"),
    ],
)
def test_a_role_is_filled_from_the_other_words_of_its_sentence(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


def test_the_owner_of_an_account_is_paid_and_the_account_is_how() -> None:
    claim = only_claim("Qatar wired $4 million to the Estonian’s account.")
    assert (roles_of(claim, "payee"), "account" in roles_of(claim, "instrument")) == (["estonian"], True)


def test_goods_that_go_from_nobody_to_nobody_are_no_supply() -> None:
    assert told("Bearings were sold through an agent.") == []


def test_a_country_does_not_cooperate_with_itself() -> None:
    assert told("India strengthened its ties.") == []


def test_a_measure_of_nobody_on_nobody_is_no_sanction() -> None:
    assert told("Measures were imposed.") == []
