"""OFAC's XML of the simple schema."""

from datetime import date

from tests.screening.lists.support import codes_of, names_of, numbers_of, party_of, read_sample


def test_a_person_keeps_weak_and_strong_names_apart() -> None:
    party = party_of(read_sample("consolidated.xml"), "201")
    assert names_of(party) == [
        ("Pavel MIRNOV", "primary"),
        ("Pawel MYRNOW", "strong"),
        ("CLERK", "weak"),
        ("PASHA", "weak"),
    ]
    assert [name.kind for name in party.names] == ["", "f.k.a.", "a.k.a.", "a.k.a."]
    assert (party.births, party.birth_places, party.countries) == (("1958",), ("Tver",), ("RU", "CY"))
    assert numbers_of(party) == [("passport", "A123", "CY")]
    assert party.identifiers[0].original == "A 123"
    assert party.addresses[0].text == "1 Quay Street, Limassol, 3011, Cyprus"


def test_the_day_of_publication_is_month_first() -> None:
    assert read_sample("consolidated.xml").version.published == date(2025, 3, 28)


def test_a_field_nobody_knows_is_kept_and_reported() -> None:
    found = read_sample("consolidated.xml")
    assert dict(party_of(found, "202").attributes)["novelty"] == "shiny"
    assert any("sdnEntry/novelty" in issue.message for issue in found.issues if issue.code == "field_unknown")


def test_fewer_records_than_the_file_says_are_reported() -> None:
    assert codes_of(read_sample("consolidated.xml"))["rows_missing"] == 1
