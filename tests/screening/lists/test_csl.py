"""The Consolidated Screening List: thirteen lists in one."""

from datetime import date

from tests.screening.lists.support import codes_of, names_of, numbers_of, party_of, read_sample


def test_an_entity_in_several_lists_has_a_key_in_each() -> None:
    found = read_sample("csl.csv")
    assert [party.id for party in found.parties] == ["501", "501:CAP", "501:NS-MBS", "ab12", "502", "cd34"]
    assert "id_repeated" not in codes_of(found)


def test_the_name_of_the_single_list_stays_with_the_act() -> None:
    found = read_sample("csl.csv")
    assert party_of(found, "501:CAP").designations[0].authority == "Capta List (CAP) - Treasury Department"
    assert party_of(found, "ab12").designations[0].programme == "Entity List"


def test_the_entity_list_keeps_requirement_policy_and_citation() -> None:
    act = party_of(read_sample("csl.csv"), "ab12").designations[0]
    assert act.citation == "87 FR 20299"
    assert act.listed_on == date(2022, 4, 7)
    assert dict(act.terms) == {
        "licence requirement": "For all items subject to the EAR. (See §744.11 of the EAR).",
        "licence policy": "Presumption of denial.",
    }


def test_numbers_stand_before_their_kind_with_country_and_days() -> None:
    party = party_of(read_sample("csl.csv"), "501")
    assert numbers_of(party) == [("passport", "A1234567", "IR")]
    attributes = dict(party.attributes)
    assert attributes["Passport: dates"] == "A1234567: expires 2020-01-01, issued 2010-01-02"
    assert attributes["Secondary sanctions risk"] == "Sanctions Regulations, sections 1 and 2"
    assert attributes["Gender"] == "Male"


def test_names_and_countries_of_a_person_are_split() -> None:
    party = party_of(read_sample("csl.csv"), "501")
    assert names_of(party) == [("Pavel MIRNOV", "primary"), ("Pawel MYRNOW", "strong"), ("PASHA", "strong")]
    assert party.births == ("1958-08-08", "1960")
    assert party.countries == ("RU", "CY")
    assert [(one.text, one.country) for one in party.addresses] == [
        ("1 Quay Street, Limassol, 3011, CY", "CY"),
        ("RU", "RU"),
    ]


def test_a_year_that_has_lost_its_century_is_no_date() -> None:
    found = read_sample("csl.csv")
    act = party_of(found, "cd34").designations[0]
    assert (act.listed_on, act.ended_on) == (None, date(2056, 6, 29))
    assert codes_of(found)["date_unclear"] == 1
    assert found.version.published is None
