import pytest

from entrepot.channels.red_flags import flag_indicators, list_caveats
from entrepot.reference.tables import load_table
from tests.channels.builders import KAZAKHSTAN, make_beside, make_cars, make_channel, make_customs, make_finding
from tests.corroboration.builders import RUSSIA, claim, report


def flags(channel, day="2025-08-22", **changes):
    return {one.id: one for one in flag_indicators(channel, make_beside(day=day, **changes))}


def test_every_published_indicator_has_a_status_and_a_reason():
    rows = [row for row in load_table("red_flags").rows if row["category"] != "principle"]
    found = flags(make_cars())
    assert list(found) == [row["id"] for row in rows]
    assert all(one.reason.endswith(".") for one in found.values())


def test_no_test_of_the_table_is_unknown_to_the_program():
    unknown = [one.id for one in flags(make_cars()).values() if one.reason == "The program has no test of this kind."]
    assert unknown == []


@pytest.mark.parametrize("flag", ["RF006", "RF010", "RF020", "RF021", "RF029"])
def test_what_is_about_one_firm_cannot_be_tested_with_open_data(flag):
    customs = make_customs(first=make_finding("surge", "supports"), onward=make_finding("onward", "supports"))
    assert flags(make_cars(), customs=customs)[flag].status == "not_testable"


def test_the_list_of_transit_points_is_that_of_the_day():
    assert flags(make_cars(), "2025-03-01")["RF011"].status == "seen"
    assert "January 2025" in flags(make_cars(), "2025-03-01")["RF011"].reason
    assert "August 2025" in flags(make_cars(), "2025-09-01")["RF011"].reason
    assert flags(make_cars(), "2022-11-30")["RF011"].status == "not_tested"


def test_the_list_is_of_ways_to_russia_and_belarus_alone():
    assert flags(make_channel())["RF024"].status == "not_tested"
    assert flags(make_channel(via="GE", destination="RU"))["RF024"].status == "not_seen"


@pytest.mark.parametrize(
    ("first", "onward", "lost", "status"),
    [
        ("supports", "supports", 5.0, "seen"),
        ("supports", "supports", 0.0, "not_tested"),
        ("supports", "does_not_support", 5.0, "not_seen"),
        ("supports", "cannot_tell", 5.0, "not_tested"),
    ],
)
def test_a_roundabout_is_both_legs_up_and_direct_trade_down(first, onward, lost, status):
    from entrepot.model.finding import FindingMethod

    method = FindingMethod(name="m", version="1", parameters={"lost": lost})
    customs = make_customs(
        first=make_finding("surge", first), onward=make_finding("onward", onward),
        others=(make_finding("substitution", "mixed", method=method),),
    )  # fmt: skip
    assert flags(make_cars(), customs=customs)["RF047"].status == status


def test_ghost_trade_is_what_the_orphaned_exports_say():
    customs = make_customs(others=(make_finding("orphan_exports", "does_not_support"),))
    assert flags(make_cars(), customs=customs)["RF048"].status == "not_seen"
    assert flags(make_cars())["RF048"].status == "not_tested"


def test_a_typology_that_the_reports_describe_adds_nothing_to_their_word():
    document = report("one")
    said = document, claim(document, "channel", channel=KAZAKHSTAN, destination=RUSSIA)
    found = {one.id: one for one in flag_indicators(make_channel(via="KZ", destination="RU"), make_beside(said))}
    assert found["RF043"].status == "seen"
    assert "adds nothing to their word" in found["RF043"].reason


def test_the_caveats_name_who_states_them():
    assert len(list_caveats()) == 2
    assert "EU Sanctions Helpdesk" in list_caveats()[0]
