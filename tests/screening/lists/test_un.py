"""The list of the United Nations Security Council."""

from datetime import date

import pytest

from entrepot.screening.lists.un_names import split_alias, split_title
from tests.screening.lists.support import codes_of, names_of, numbers_of, party_of, read_sample


def test_an_individual_has_aliases_by_quality_and_births_of_every_kind() -> None:
    party = party_of(read_sample("un.xml"), "301")
    assert names_of(party) == [
        ("ANWAR BEN MIRNOV", "primary"),
        ("انور مرنوف", "strong"),
        ("Anouar Mirnow", "strong"),
        ("Anwer Mirnov", "strong"),
        ("Anvar Mirn", "strong"),
        ("Abu Clerk", "weak"),
        ("ابو كاتب", "weak"),
    ]
    assert party.births == ("1979-12-31", "1955/1958", "1961")
    assert party.names[1].script == "arabic"
    assert numbers_of(party) == [("passport", "OB0243318", "PK")]
    assert party.countries == ("AF", "PK")
    attributes = dict(party.attributes)
    assert attributes["Reference number"] == "QDi.999"
    assert attributes["note on an address"] == "1 Mill Lane, Quetta, Pakistan: previous"
    assert attributes["date of birth as printed"] == "24/06/1402 (Hijri Calendar)"
    assert party.designations[0].programme == "Al-Qaida"
    assert party.first_listed_on == date(2001, 2, 23)


def test_an_entity_with_two_names_in_one_field_has_both() -> None:
    party = party_of(read_sample("un.xml"), "302")
    assert names_of(party) == [("LAKE AIR (LA)", "primary"), ("GREAT LAKE COMPANY", "strong"), ("Lake Wings", "strong")]
    assert party.names[0].original == "LAKE AIR (LA) ; GREAT LAKE COMPANY"


def test_an_entry_without_a_name_is_reported_and_left_out() -> None:
    found = read_sample("un.xml")
    assert (found.version.rows, len(found.parties), codes_of(found)["name_missing"]) == (3, 2, 1)
    assert found.version.published == date(2025, 4, 19)


@pytest.mark.parametrize(
    ("printed", "note", "names"),
    [
        ("Hajji Malik (حاجى مالك)", "", ["Hajji Malik", "حاجى مالك"]),
        ("Amir (original script: Амир)", "", ["Amir", "Амир"]),
        ("EL PARA (COMBAT NAME)", "", ["EL PARA (COMBAT NAME)"]),
        ("Elmir", "original script: Эльмир", ["Elmir", "Эльмир"]),
        ("Santos, III (third)", "", ["Santos, III (third)"]),
    ],
)
def test_an_alias_with_another_script_in_brackets_is_two_names(printed: str, note: str, names: list[str]) -> None:
    assert split_alias(printed, note) == (names, "")


def test_a_stroke_without_blanks_is_part_of_a_name() -> None:
    assert split_title("ADF/NALU") == ["ADF/NALU"]
