"""The EU's Financial Sanctions Files."""

from datetime import date

from tests.screening.lists.support import codes_of, names_of, numbers_of, party_of, read_sample


def test_a_person_has_names_by_strength_and_language() -> None:
    party = party_of(read_sample("eu.xml"), "EU.9001.1")
    assert names_of(party) == [("Pavel MIRNOV", "primary"), ("Павел МИРНОВ", "strong"), ("Pasha", "weak")]
    assert [name.language for name in party.names] == ["en", "ru", ""]
    assert party.births == ("1958-08-08", "1955/1957")
    assert party.birth_places == ("Tver, RUSSIAN FEDERATION",)
    assert party.countries == ("RU", "CY")
    assert numbers_of(party) == [("passport", "A123", "CY")]
    assert dict(party.attributes)["National passport: marks"] == "A-123: knownExpired"
    assert party.addresses[0].country == "CY"


def test_the_day_of_an_amendment_is_not_the_day_of_listing() -> None:
    found = read_sample("eu.xml")
    act = party_of(found, "EU.9001.1").designations[0]
    assert act.listed_on == date(2022, 3, 9)
    assert act.citation == "2024/1 (OJ L1)"
    assert dict(act.terms)["published on"] == "2024-01-17"
    assert party_of(found, "EU.9002.2").designations[0].listed_on == date(2012, 3, 25)


def test_an_attribute_nobody_knows_is_kept_and_reported() -> None:
    found = read_sample("eu.xml")
    assert codes_of(found) == {"field_unknown": 1}
    assert dict(party_of(found, "EU.9002.2").attributes)["novelty"] == "new"
    assert found.version.published == date(2026, 8, 5)
