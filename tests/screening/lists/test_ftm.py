"""FollowTheMoney entities and OpenSanctions' simple table."""

from datetime import date

from tests.screening.lists.support import codes_of, names_of, numbers_of, party_of, read_sample


def test_a_person_has_the_sanctions_and_documents_that_stand_beside() -> None:
    party = party_of(read_sample("entities.ftm.json"), "NK-1")
    assert names_of(party) == [
        ("Pavel Mirnov", "primary"),
        ("Павел Мирнов", "strong"),
        ("Pawel Myrnow", "strong"),
        ("Pasha", "weak"),
    ]
    act = party.designations[0]
    assert (act.programme, act.listed_on, act.ended_on) == ("XX-RUS", date(2022, 3, 9), date(2024, 1, 1))
    assert numbers_of(party) == [("tax", "770112233445", ""), ("passport", "A123", ""), ("passport", "C9", "CY")]
    assert party.countries == ("RU",)
    assert dict(party.attributes)["country"] == "suhh"


def test_a_sanction_inside_the_entity_counts_like_one_beside_it() -> None:
    party = party_of(read_sample("entities.ftm.json"), "NK-2")
    assert party.designations[0].programme == "XX-SHIP"
    assert dict(party.designations[0].terms)["startDate"] == "2024"
    assert numbers_of(party) == [("imo", "9187629", ""), ("mmsi", "572469210", "")]


def test_entities_that_are_no_targets_are_left_out_and_counted() -> None:
    found = read_sample("entities.ftm.json")
    assert [party.id for party in found.parties] == ["NK-1", "NK-2"]
    assert codes_of(found) == {"row_unreadable": 1, "country_unknown": 1, "rows_left_out": 2}
    assert (found.version.list, found.version.rows) == ("xx-list", 7)


def test_what_is_seen_on_the_newest_day_is_still_there() -> None:
    for file in ("entities.ftm.json", "targets.simple.csv"):
        found = read_sample(file)
        assert party_of(found, "NK-1").seen == (date(2023, 4, 20), None)
        assert party_of(found, "NK-2").seen is not None and party_of(found, "NK-2").seen != (date(2023, 4, 20), None)


def test_the_simple_table_parts_values_by_semicolons_outside_quotation_marks() -> None:
    party = party_of(read_sample("targets.simple.csv"), "NK-1")
    assert names_of(party) == [("Pavel Mirnov", "primary"), ("Павел Мирнов", "strong"), ("Myrnow; Pawel", "strong")]
    assert party.programmes == ("XX-RUS", "XX-TWO")
    assert party.countries == ("RU", "CY")
    assert numbers_of(party_of(read_sample("targets.simple.csv"), "NK-2")) == [("imo", "9187629", "")]
