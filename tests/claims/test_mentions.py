"""Whom or what a noun phrase names, and in which of its senses."""

import pytest

from entrepot.claims.mentions import Mention, noun_lemma
from entrepot.model.span import Span
from tests.claims.reports import claims_of, name_of, only_claim, parse_one, roles_of, told


@pytest.mark.parametrize(
    "sentence",
    [
        "Minsk sold radars to Chad.",
        "Belarus sold radars to Chad.",
        "The Belarusian government sold radars to Chad.",
        "The Belarusian authorities sold radars to Chad.",
        "Belarusian officials sold radars to Chad.",
        "The government of Belarus sold radars to Chad.",
    ],
)
def test_a_capital_and_a_government_that_act_are_the_country(sentence: str) -> None:
    assert told(sentence) == ["supply: supplier Belarus; recipient Chad; goods radars"]


def test_a_palace_that_acts_is_the_country() -> None:
    assert roles_of(only_claim("The Kremlin sanctioned Zelmira Trading."), "issuer") == ["Russia"]


def test_brussels_is_the_union_where_it_acts() -> None:
    assert roles_of(only_claim("Brussels sanctioned Zelmira Trading."), "issuer") == ["European Union"]


def test_a_capital_in_which_something_happens_is_a_place() -> None:
    claim = only_claim("Presidents Aliyev and Pashinyan met in Tbilisi.")
    assert claim.where is not None
    assert claim.where.place is not None
    assert (claim.where.span.text, claim.where.place.kind) == ("Tbilisi", "place")


def test_the_adjective_of_a_country_gives_the_supplier_of_its_goods() -> None:
    assert told("Belarusian radars were sent to Iran.") == [
        "supply: supplier Belarus; recipient Iran; goods belarusian radars"
    ]


def test_a_port_introduced_by_its_noun_is_a_place() -> None:
    claim = only_claim("The port of Poti is used to send drones to Iran.")
    (channel,) = (role for role in claim.roles if role.role == "channel")
    assert channel.actor is not None
    assert (channel.actor.kind, channel.text) == ("place", "Poti")


def test_every_port_after_a_plural_is_named() -> None:
    claim = only_claim("The ports of Poti and Batumi are used to send drones to Iran.")
    assert roles_of(claim, "channel") == ["Batumi", "Poti"]


def test_a_short_form_in_brackets_says_which_service_is_meant() -> None:
    claim = only_claim("The Foreign Intelligence Service (SZRU) sold rifles to Mali.")
    assert roles_of(claim, "supplier") == ["Foreign Intelligence Service of Ukraine"]


def test_whom_no_table_knows_is_a_group_by_its_noun() -> None:
    claim = only_claim("A Latvian shipbroker sold rifles to Mali.")
    (supplier,) = (role for role in claim.roles if role.role == "supplier")
    assert (supplier.actor, supplier.text) == (None, "Latvian shipbroker")


def test_a_filler_has_no_article_and_no_number() -> None:
    claim = only_claim("The rebels received the forty old rifles from Mali.")
    assert (roles_of(claim, "recipient"), roles_of(claim, "goods")) == (["rebels"], ["old rifles"])


def test_every_filler_with_a_span_is_the_text_of_its_span() -> None:
    (claim,) = claims_of("Minsk and Tehran sold radars, drones and lathes to Chad and Mali.")
    assert [name_of(role) for role in claim.roles if role.role == "goods"] == ["radars", "drones", "lathes"]
    for role in claim.roles:
        assert role.span is not None
        assert role.text == role.span.text


def test_one_thing_has_one_key_however_it_is_named() -> None:
    span = Span(start=0, end=5, text="Lathe")
    assert Mention(span=span, text="Lathe", kind="thing").key == Mention(span=None, text="lathe", kind="thing").key


def test_a_mention_that_is_pointed_to_has_no_place_and_a_reason() -> None:
    pointed = Mention(span=Span(start=0, end=5, text="Lathe"), text="Lathe", kind="thing").inferred("why")
    assert (pointed.span, pointed.reason, pointed.token) == (None, "why", -1)


def test_a_proper_noun_in_the_plural_has_a_singular() -> None:
    token = next(token for token in parse_one("The EU amended the Export Regulations.").doc if "Reg" in token.text)
    assert noun_lemma(token) == "regulation"
