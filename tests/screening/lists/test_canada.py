"""Canada's list."""

from datetime import date

import pytest

from entrepot.screening.lists.canada_names import split_aliases, split_entity
from tests.screening.lists.support import codes_of, names_of, numbers_of, party_of, read_sample


def test_the_country_of_the_regulations_is_not_the_country_of_the_party() -> None:
    party = party_of(read_sample("canada.xml"), "Ukraine/1, Part 1/1")
    assert party.countries == ()
    assert party.programmes == ("Ukraine",)
    assert party.first_listed_on == date(2020, 9, 28)
    assert party.births == ("1954", "1955")


def test_aliases_of_several_languages_in_one_field_are_names_each() -> None:
    party = party_of(read_sample("canada.xml"), "Ukraine/1, Part 1/1")
    assert names_of(party) == [
        ("Pavel MIRNOV", "primary"),
        ("Павел Мирнов", "strong"),
        ("Pavlo MIRNOV", "strong"),
        ("Павал Мірноў", "strong"),
    ]


def test_a_ship_has_its_number_and_no_date_of_birth() -> None:
    party = party_of(read_sample("canada.xml"), "Russia/3/3")
    assert (party.kind, party.births) == ("vessel", ())
    assert numbers_of(party) == [("imo", "9187629", "")]


def test_also_known_as_in_brackets_is_a_name() -> None:
    found = read_sample("canada.xml")
    assert names_of(party_of(found, "Russia/1, Part 2/2"))[1] == ("Bank of Nordhavn", "strong")
    assert codes_of(found) == {"name_missing": 1}


@pytest.mark.parametrize(
    ("printed", "is_person", "names"),
    [
        ("Завод Север, АО", False, ["Завод Север, АО"]),
        ("Иванов, Пётр Ильич", True, ["Пётр Ильич Иванов"]),
        ("NSW, Nord Ship Works", False, ["NSW", "Nord Ship Works"]),
        ("Министерство моря or МинМор", False, ["Министерство моря", "МинМор"]),
        ("Анна Иль / Ганна Iль", True, ["Анна Иль", "Ганна Iль"]),
        ("GORT/ORTAS", False, ["GORT", "ORTAS"]),
        ("Nikolai or Nikolay Petrov", True, ["Nikolai or Nikolay Petrov"]),
    ],
)
def test_names_are_parted_only_where_that_is_plain(printed: str, is_person: bool, names: list[str]) -> None:
    assert [alias.text for alias in split_aliases(printed, is_person=is_person)] == names


def test_an_abbreviation_is_a_weak_name() -> None:
    assert [alias.is_weak for alias in split_aliases("NSW, Nord Ship Works", is_person=False)] == [True, False]


def test_english_and_french_are_two_names() -> None:
    assert split_entity("Port Office/Bureau du port") == ["Port Office", "Bureau du port"]
    assert split_entity("ADF/NALU") == ["ADF/NALU"]
