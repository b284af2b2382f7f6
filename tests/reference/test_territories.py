"""Territories and their forms."""

import pytest

from entrepot.reference.tables import load_table
from entrepot.reference.territories import (
    is_dependent,
    list_territories,
    territory_actor,
    territory_adjective,
    territory_forms,
    territory_in_phrase,
    territory_name,
)


@pytest.mark.parametrize(
    ("iso2", "name", "adjective"),
    [
        ("US", "United States", "American"),
        ("GB", "United Kingdom", "British"),
        ("KP", "North Korea", "North Korean"),
        ("TR", "Turkey", "Turkish"),
        ("CZ", "Czechia", "Czech"),
        ("KG", "Kyrgyzstan", "Kyrgyz"),
        ("AE", "United Arab Emirates", "Emirati"),
        ("XK", "Kosovo", "Kosovar"),
    ],
)
def test_a_territory_has_its_usual_name_and_adjective(iso2: str, name: str, adjective: str) -> None:
    assert territory_name(iso2) == name
    assert territory_adjective(iso2) == adjective
    assert territory_actor(iso2).id == f"country:{iso2}"


def test_every_territory_of_the_code_table_has_a_name() -> None:
    codes = {row["iso2"] for row in load_table("country_codes").rows if row["iso2"] != "EU"}
    assert codes <= set(list_territories())
    assert len(list_territories()) == 250


def test_every_sovereign_territory_has_an_adjective_and_a_capital_of_its_own_or_by_its_name() -> None:
    rows = load_table("territory_names").rows
    by_kind = {kind: {row["iso2"] for row in rows if row["kind"] == kind} for kind in ("adjective", "capital")}
    sovereign = {iso2 for iso2 in list_territories() if not is_dependent(iso2)}
    assert sovereign - by_kind["adjective"] <= {"EH"}
    named_alike = {"AG", "BE", "DJ", "GD", "JM", "KI", "LU", "MC", "SG", "SM", "VA"}
    assert sovereign - by_kind["capital"] <= named_alike


def test_a_name_takes_its_article_inside_a_phrase() -> None:
    assert territory_in_phrase("NL") == "the Netherlands"
    assert territory_in_phrase("IR") == "Iran"


def test_one_form_of_each_territory_is_the_usual_one() -> None:
    usual = [row["iso2"] for row in load_table("territory_names").rows if row["usual"]]
    assert len(usual) == len(set(usual))


def test_an_unknown_code_stands_for_itself() -> None:
    assert territory_name("ZZ") == "ZZ"


def test_a_form_that_is_also_a_common_word_is_weak() -> None:
    weak = {named.form for named in territory_forms() if named.entry.weak}
    assert {"the North", "Victoria", "Korea"} <= weak
    assert "Iran" not in weak


def test_greenland_borrows_its_head_of_state() -> None:
    assert is_dependent("GL")
    assert not is_dependent("DK")
