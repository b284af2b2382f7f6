"""What the tables say of days on which the law is well known."""

import pytest

from entrepot.measures.matrix import read_cell
from entrepot.pipeline.measures import assess_measure_gap, load_measures
from entrepot.reference.goods_scopes import read_goods_scope
from tests.measures.builders import day


@pytest.fixture(scope="module")
def law():
    return load_measures()


@pytest.mark.parametrize(
    ("cell", "on", "state"),
    [
        ("EU arms_embargo BY", "2011-06-19", "unknown"),
        ("EU arms_embargo BY", "2011-06-20", "in_force"),
        ("EU arms_embargo RU", "2014-07-30", "unknown"),
        ("EU arms_embargo RU", "2014-07-31", "in_force"),
        ("EU import_ban IR", "2016-01-15", "in_force"),
        ("EU import_ban IR", "2017-01-01", "not_in_force"),
        ("EU import_ban IR", "2025-09-28", "not_in_force"),
        ("EU import_ban IR", "2025-09-29", "in_force"),
        ("EU arms_embargo IR", "2020-01-01", "in_force"),
        ("EU travel_ban BY", "2018-01-01", "eased"),
        ("EU travel_ban BY", "2020-10-02", "in_force"),
        ("UN arms_embargo IR", "2019-01-01", "in_force"),
        ("UN arms_embargo IR", "2021-01-01", "not_in_force"),
        ("UN arms_embargo IR", "2025-09-27", "not_in_force"),
        ("UN arms_embargo IR", "2025-09-28", "contested"),
        ("UN export_control IR", "2025-08-20", "in_force"),
        ("UN export_control RU", "2025-08-20", "not_in_force"),
        ("UN arms_embargo BY", "2025-08-20", "not_in_force"),
        ("US export_control BY", "2025-08-20", "in_force"),
        ("US secondary_sanctions IR", "2017-01-01", "eased"),
        ("US secondary_sanctions IR", "2018-05-08", "in_force"),
        ("US asset_freeze BY", "2025-12-01", "eased"),
        ("CH export_control RU", "2025-08-20", "in_force"),
        ("CH finance IR", "2025-08-20", "unknown"),
        ("AU export_control BY", "2025-08-20", "unknown"),
        ("UA trade_embargo BY", "2025-08-20", "unknown"),
        ("UA trade_embargo RU", "2025-08-20", "in_force"),
        ("GB services_ban RU", "2022-07-20", "not_in_force"),
        ("GB services_ban RU", "2022-07-21", "in_force"),
    ],
)
def test_a_known_cell(law, cell: str, on: str, state: str) -> None:
    issuer, kind, target = cell.split()
    assert read_cell(law, (issuer, kind, target), day(on)).state == state


def test_the_day_on_which_a_relief_began_is_not_known_is_noted(law) -> None:
    cell = read_cell(law, ("US", "asset_freeze", "BY"), day("2025-11-15"))
    assert cell.state == "in_force"
    assert "M110 began on a day of 2025-11" in cell.note


def test_in_august_2025_belarus_is_by_kind_not_less_restricted_than_russia_for_military_goods(law) -> None:
    finding = assess_measure_gap(law, "BY", "RU", day("2025-08-20"), read_goods_scope("military-technical"))
    assert finding.verdict == "does_not_support"
    issuers = finding.method.parameters["issuers"]
    assert {name for name, one in issuers.items() if one["verdict"] == "not_less"} >= {"EU", "GB", "US"}
    assert {name for name, one in issuers.items() if one["verdict"] == "not_known"} == {"AU", "SG", "UA"}
    assert issuers["UN"]["verdict"] == "no_measures"
    assert set(issuers["US"]["programmes"]["target"]) == {"EAR", "INA 212(f)", "ITAR", "OFAC Belarus"}
    notes = [issue.message for issue in finding.issues if issue.code == "law_changed_later"]
    assert "M110" in notes[0]


def test_in_2019_belarus_is_less_restricted_than_russia_for_machine_tools_by_the_eu(law) -> None:
    finding = assess_measure_gap(law, "BY", "RU", day("2019-05-01"), read_goods_scope("machine tools"))
    assert finding.verdict == "supports"
    assert finding.method.parameters["issuers"]["EU"]["verdict"] == "less"


def test_the_us_list_of_industrial_goods_names_machine_tools_for_both(law) -> None:
    finding = assess_measure_gap(law, "BY", "RU", day("2025-08-20"), read_goods_scope("machine tools"))
    assert "held for both sides only for US (export control)" in finding.statement
