"""The UK Sanctions List, as CSV and as XML, and OFSI's older list."""

from datetime import date

import pytest

from tests.screening.lists.support import codes_of, names_of, numbers_of, party_of, read_sample


@pytest.mark.parametrize("file", ["uk.csv", "uk.xml"])
def test_both_forms_of_the_list_tell_of_a_person(file: str) -> None:
    found = read_sample(file)
    party = party_of(found, "RUS9999")
    assert found.version.published == date(2026, 2, 13)
    assert (party.kind, party.countries) == ("person", ("RU", "CY"))
    assert ("Pasha", "weak") in names_of(party)
    assert ("Павел Мирнов", "strong") in names_of(party)
    assert "1958" in party.births
    assert party.first_listed_on == date(2022, 2, 24)
    assert ("passport", "A123", "") in numbers_of(party)
    assert party.birth_places[0] == "Tver, Russia"


def test_rows_with_one_key_are_one_party() -> None:
    found = read_sample("uk.csv")
    party = party_of(found, "RUS9999")
    assert found.version.rows == 6
    assert [party.id for party in found.parties] == ["RUS9999", "RUS8888"]
    assert codes_of(found) == {"row_unreadable": 2}
    assert names_of(party)[:2] == [("Pavel Olegovich MIRNOV", "primary"), ("Pawel MYRNOW", "strong")]
    assert len(party.designations) == 1
    assert party.births == ("1958", "1958-08-08")


def test_values_numbered_in_one_cell_are_values_each() -> None:
    party = party_of(read_sample("uk.csv"), "RUS9999")
    assert numbers_of(party)[:2] == [("passport", "A123", ""), ("passport", "B456", "")]
    assert party.birth_places == ("Tver, Russia", "Moscow, Russia")


@pytest.mark.parametrize("file", ["uk.csv", "uk.xml"])
def test_a_ship_has_number_and_flag(file: str) -> None:
    party = party_of(read_sample(file), "RUS8888")
    assert (party.kind, party.countries) == ("vessel", ("GA",))
    assert numbers_of(party) == [("imo", "9187629", "")]


def test_an_element_nobody_knows_is_kept_and_reported() -> None:
    found = read_sample("uk.xml")
    assert codes_of(found) == {"field_unknown": 1}
    assert dict(party_of(found, "RUS8888").attributes)["Ship/Novelties"] == "x"


def test_the_older_list_hides_numbers_in_its_text() -> None:
    found = read_sample("conlist.csv")
    assert (found.version.list, found.version.published) == ("gb-ofsi", date(2025, 6, 3))
    assert names_of(party_of(found, "19999")) == [("Pavel MIRNOV", "primary"), ("PASHA", "weak")]
    assert dict(party_of(found, "19999").attributes)["UK Sanctions List Ref"] == "RUS9999"
    assert numbers_of(party_of(found, "18888")) == [("imo", "9187629", "")]
    assert party_of(found, "18888").first_listed_on == date(2024, 10, 18)
