"""A whole case on real records: cars through Armenia to Russia, from a user's file and Armenia's own statistics."""

import json
import re

import pytest

from entrepot.cli import main
from entrepot.store import open_case
from entrepot.store.channels import list_channels
from tests.trade.samples import SHARED, needs_shared

pytestmark = [pytest.mark.shared, pytest.mark.slow, needs_shared]

MAPPING = """
dataset = "armenia"
encoding = "latin-1"
missing = ["NA"]
edition = "period"
attribution = { import = "origin", export = "destination" }
[reporter]
constant = "AM"
[partner]
column = "partner_iso"
scheme = "iso3"
[flow]
column = "trade_flow"
[code]
column = "commodity_code"
[period]
column = "period"
[value]
column = "trade_value_us"
unit = "USD"
[weight]
column = "netweight_kg"
unit = "kg"
[split]
columns = ["mot_code"]
[[left_out]]
column = "aggregate_level"
values = ["4"]
"""
CHANNELS = (
    "name,origin,via,destination,goods,from,to,hubs\n"
    "Cars through Armenia,US;DE;JP;KR;AE;GE,AM,RU,8703,2022-03,2022-11,Upper Lars - Dariali\n"
)


def run(*arguments):
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return end.value.code


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The channel as the case keeps it."""
    home = tmp_path_factory.mktemp("cars")
    case, mapping, channels = home / "cars.duckdb", home / "cars.toml", home / "channels.csv"
    mapping.write_text(MAPPING, encoding="utf-8")
    channels.write_text(CHANNELS, encoding="utf-8")
    assert run("case", "new", case) == 0
    records = SHARED / "armenia" / "vehicle_trade_armenia.csv"
    assert run("trade", "import", case, records, "--mapping", mapping) == 0
    assert run("channels", case, "--file", channels) == 0
    with open_case(case, read_only=True) as opened:
        (one,) = list_channels(opened)
    return one


def line(kept, kind):
    return next(one for one in kept.assessment.lines if one.kind == kind)


def test_both_legs_speak(kept):
    customs = line(kept, "customs")
    assert (customs.rule, customs.verdict) == ("customs-both-legs", "supports")
    verdicts = {one.kind: one.verdict for one in kept.assessment.findings}
    assert verdicts["surge"] == verdicts["onward"] == "supports"
    assert verdicts["link"] in {"supports", "mixed"}


def test_the_windows_follow_from_the_period_and_the_measures_of_february_2022(kept):
    subject = next(one.subject for one in kept.assessment.findings if one.kind == "onward")
    assert (subject["before"], subject["after"]) == ("2021-03/2021-11", "2022-03/2022-11")


def test_the_first_leg_is_read_from_the_imports_of_the_only_territory_that_reports(kept):
    surge = next(one for one in kept.assessment.findings if one.kind == "surge")
    assert surge.statement.startswith("The imports by Armenia from")


def test_other_explanations_stand_beside_it(kept):
    said = {one.status for one in kept.assessment.alternatives}
    assert said == {"rejected", "not_rejected", "not_testable"}
    assert any("Russia attacks Ukraine" in one.explanation for one in kept.assessment.alternatives)
    assert "alternatives-open" in kept.assessment.rules


def test_nobody_says_it_and_nobody_is_named(kept):
    assert line(kept, "reports").rule == "reports-none"
    assert line(kept, "listed_parties").rule == "parties-none-named"


def test_a_documented_road_leads_there(kept):
    assert line(kept, "routes").rule == "routes-documented"
    assert "ge-larsi" in kept.assessment.channel.hubs


def test_the_flows_are_drawn(kept):
    assert kept.pictures
    assert "imports of Armenia for the first leg" in kept.pictures[0]
    assert "Russia" in kept.pictures[0]


def test_the_figures_speak_of_territories_alone(kept):
    printed = json.dumps([kept.assessment.words, [one.statement for one in kept.assessment.findings]])
    assert not re.search(r"guilty|evader|violated|LLC|Ltd", printed, re.IGNORECASE)
