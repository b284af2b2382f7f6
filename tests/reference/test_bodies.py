"""Ministries and other authorities of a country."""

from entrepot.reference.bodies import body_entry, body_forms
from entrepot.reference.tokens import split_keys


def test_both_spellings_of_defence_are_known() -> None:
    forms = body_forms()
    assert forms[split_keys("defence ministry") or ()] is forms[split_keys("ministry of defense") or ()]


def test_a_body_is_named_after_its_country() -> None:
    body = body_forms()["foreign", " ministry"]
    assert body_entry(body, "TR").actor.name == "Ministry of Foreign Affairs of Turkey"
    assert body_entry(body, "NL").actor.name == "Ministry of Foreign Affairs of the Netherlands"
    assert body_entry(body, "GB").actor.name == "Foreign, Commonwealth & Development Office"


def test_a_government_is_its_country() -> None:
    assert body_entry(body_forms()[("government",)], "IR").actor.id == "country:IR"
