"""Proper names that only one document knows: in full, in short, misspelt, on a ship's bow."""

import pytest

from entrepot.claims.names import DocumentNames
from entrepot.claims.parsing import parse_sentences
from entrepot.claims.sentences import split_sentences
from tests.claims.reports import claims_of, codes_of, make_report, one_line, told


def names_of(*paragraphs: str) -> dict[str, str]:
    """The names of a report with the ids of whom they name."""
    report = make_report(*paragraphs)
    parsed = list(parse_sentences(split_sentences(report)))
    names = DocumentNames(report.text, parsed, report.publisher).between(0, len(report.text))
    for name in names:
        assert report.text[name.start : name.end] == name.text
    return {name.text: name.actor.id for name in names}


def test_a_firm_named_in_full_and_in_short_is_one_actor() -> None:
    first, second = claims_of("Morvale Elektronik sold lathes to Iran.", "Morvale also sold drones to Syria.")
    assert {role.actor for role in (first.roles[0], second.roles[0]) if role.actor} == {first.roles[0].actor}
    assert first.roles[0].actor is not None
    assert (first.roles[0].actor.id, second.roles[0].text) == ("organisation:morvale-elektronik", "Morvale")


def test_a_person_named_in_full_and_by_surname_is_one_actor() -> None:
    found = names_of("Viktor Halvorsen, a shipbroker, sold lathes.", "Later Halvorsen sold drones.")
    assert found["Viktor Halvorsen"] == found["Halvorsen"] == "person:viktor-halvorsen"


def test_the_initials_of_a_firm_are_the_firm() -> None:
    found = names_of("The Baltic Freight Company sold lathes to Iran.", "BFC sold drones too.")
    assert found["BFC"] == found["Baltic Freight Company"]


def test_a_short_form_of_two_firms_is_neither() -> None:
    found = names_of("Morvale Trading and Morvale Shipping sold lathes.", "Then Morvale sold drones.")
    assert found["Morvale"] == "organisation:morvale"


def test_a_misspelt_surname_is_tied_to_the_name_it_repeats_and_the_repair_is_said() -> None:
    _, claim = claims_of("Gevorg Marchettian sold lathes to Iran.", "Marchetian also sold drones to Syria.")
    supplier = next(role for role in claim.roles if role.role == "supplier")
    assert supplier.actor is not None
    assert (supplier.text, supplier.actor.name) == ("Marchetian", "Gevorg Marchettian")
    (issue,) = (issue for issue in claim.issues if issue.code == "actor_repaired")
    assert issue.span is not None
    assert issue.span.text == "Marchetian"
    assert "Gevorg Marchettian" in issue.message


def test_a_surname_spelt_alike_needs_no_repair() -> None:
    for claim in claims_of("Gevorg Marchettian sold lathes to Iran.", "Marchettian also sold drones to Syria."):
        assert codes_of(claim) == set()


def test_another_surname_is_no_misspelling() -> None:
    found = names_of("Gevorg Marchettian sold lathes.", "Later Markaryan sold drones.")
    assert found["Markaryan"] != found["Gevorg Marchettian"]


def test_a_ship_is_known_by_the_article_before_its_name() -> None:
    found = names_of("The Ostara Grace carried crude to China.", "The tanker was old.")
    assert found == {"Ostara Grace": "vessel:ostara-grace", "China": "country:CN"}


def test_a_ship_in_capitals_may_be_named_after_a_place() -> None:
    found = names_of("The freighter PORT POTI 7 left Batumi with bearings.")
    assert found["PORT POTI 7"] == "vessel:port-poti-7"


def test_a_bank_that_bears_a_country_in_its_name_is_not_the_country() -> None:
    assert "country:GE" not in names_of("Georgia Shipping Bank paid Morvale in gold.").values()


def test_a_country_is_found_wherever_it_stands() -> None:
    found = names_of("Iran sold drones to Chad through Oman.")
    assert found == {"Iran": "country:IR", "Chad": "country:TD", "Oman": "country:OM"}


@pytest.mark.parametrize("word", ["Lathes", "Bearings", "Drones"])
def test_goods_at_the_head_of_a_sentence_are_no_name(word: str) -> None:
    assert word not in names_of(f"{word} went to Chad.")


def test_months_and_days_are_no_names() -> None:
    assert set(names_of("On Monday in March Iran sold drones.")) == {"Iran"}


def test_the_publisher_is_a_name_of_its_own() -> None:
    assert "Halden Press" in names_of("Halden Press has seen the contract on drones.")


def test_a_person_in_an_office_is_found_by_surname_once_named_in_full() -> None:
    lines = told("Emomali Rahmon met Sadyr Japarov.", "Rahmon also met Ilham Aliyev.")
    assert lines[1] == "meet: participant Emomali Rahmon; participant Ilham Aliyev"


def test_nothing_is_named_where_nothing_is() -> None:
    assert names_of("The sea is blue.") == {}
    assert [one_line(claim) for claim in claims_of("The sea is blue.")] == []


def test_a_first_word_that_no_dictionary_has_is_a_name() -> None:
    assert names_of("Korvane controls 34 tankers.") == {"Korvane": "organisation:korvane"}
    assert names_of("Gyroscopes reached Iran.") == {"Iran": "country:IR"}


def test_an_office_of_somebodys_is_one_name() -> None:
    assert "Prosecutor General's Office" in names_of("The Prosecutor General's Office sold lathes.")


@pytest.mark.parametrize(
    "sentence",
    [
        "In June the UK sanctioned Oskarine Tankers.",
        "Oskarine Gate is owned by a former ski instructor.",
        "The trading house Oskarine Bell sold lathes to Iran.",
        "Oskarine Bell's director sold lathes to Iran.",
        "The firm's partner in Dubai, Oskarine Bell, belongs to a dentist.",
        "Kazakhstan bought crude from Oskarine Petrogas.",
        "Kazakhstan bought meters from Oskarine Volgapribor.",
    ],
)
def test_a_name_in_the_place_of_a_firms_is_a_firms(sentence: str) -> None:
    kinds = {text: actor.partition(":")[0] for text, actor in names_of(sentence).items()}
    assert {kind for text, kind in kinds.items() if text.startswith("Oskarine")} == {"organisation"}


def test_what_things_only_happen_at_is_a_place() -> None:
    found = names_of("Officers seized lathes at Ak-Tilek.", "They also stopped a ship off Kalamata.")
    assert (found["Ak-Tilek"], found["Kalamata"]) == ("place:ak-tilek", "place:kalamata")


def test_a_stake_is_held_in_a_firm() -> None:
    assert names_of("Iran bought a stake in Morvale.")["Morvale"] == "organisation:morvale"
