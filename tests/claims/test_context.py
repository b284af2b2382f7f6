"""One sentence in its discourse: what its nouns stand for."""

import pytest

from tests.claims.reports import claims_of, last_claim, name_of, only_claim, roles_of, told


def test_the_presidents_of_two_countries_are_the_countries() -> None:
    assert told("The presidents of Chile and Peru held talks.") == ["meet: participant Chile; participant Peru"]


def test_a_title_before_two_names_leaves_the_names() -> None:
    assert told("Presidents Aliyev and Pashinyan held talks.") == [
        "meet: participant Ilham Aliyev; participant Nikol Pashinyan"
    ]


def test_a_nameless_spokesman_is_the_body_he_speaks_for() -> None:
    claim = only_claim("A spokesman for the Iranian foreign ministry said that Iran sold no drones to Chad.")
    assert [source.name for source in claim.sources[1:]] == ["Ministry of Foreign Affairs of Iran"]


@pytest.mark.parametrize(
    ("sentence", "role", "filler"),
    [
        ("It also sold them to Mali.", "goods", "drones"),
        ("It sells these to nobody and then sold them to Mali.", "goods", "drones"),
    ],
)
def test_them_are_the_goods_last_named(sentence: str, role: str, filler: str) -> None:
    claim = claims_of("Iran sold drones to Chad.", sentence)[-1]
    (found,) = (item for item in claim.roles if item.role == role)
    assert (found.text, found.inferred) == (filler, True)


def test_them_are_the_measures_last_named() -> None:
    claim = last_claim("Norway imposed sanctions on Sudan in 2004.", "It lifted them in 2017.")
    assert (roles_of(claim, "issuer"), roles_of(claim, "measure")) == (["Norway"], ["sanctions"])


def test_a_date_is_nobody() -> None:
    for claim in claims_of("March sold well, and in May 2024 Iran sold drones to Chad."):
        assert "May" not in " ".join(name_of(role) for role in claim.roles)


def test_the_speaker_inside_the_quotation_is_i() -> None:
    claim = only_claim("“We sold drones to Chad,” said Emomali Rahmon.")
    assert roles_of(claim, "supplier") == ["Emomali Rahmon"]
    assert any("speaker" in role.reason for role in claim.roles)


def test_what_is_agreed_is_the_clause_to_its_end_and_no_further() -> None:
    claim = next(
        item for item in claims_of("China promised to sell radars to Chad, and Mali paid.") if item.frame == "pledge"
    )
    assert roles_of(claim, "matter") == ["sell radars to chad"]
