"""`entrepot close`: estimates as sentences and tables, as findings, and what it will not say."""

import json
from datetime import UTC, datetime

import pytest

from entrepot.model.channel import Channel, ChannelAssessment
from entrepot.model.goods import GoodsScope
from entrepot.store import create_case, open_case
from entrepot.store.channels import keep_channel, list_channels
from entrepot.store.findings import list_findings
from entrepot.store.trade_files import flow_folder, write_trade_file
from tests.cli.test_trade_questions import FIELDS, flow_file
from tests.trade.questions.invented import monthly_rows, noisy
from tests.trade.samples import write_flows

CHANNEL = "DE,PL>AM>RU:8703"
OWN = ("channel_id", "levers", "exposed", "diverted", "lawful", "controlled_share", "substitution", "closed")
WINDOWS = ("--before", "2021", "--after", "2022")


@pytest.fixture
def case(tmp_path):
    """A case with a file of invented flows, more of which go to Armenia and on in 2022."""
    value = noisy()

    def grown(reporter, partner, code, month):
        factor = (
            3.0 if month.year == 2022 and partner != "RU" else 0.2 if month.year == 2022 and reporter != "AM" else 1
        )
        return value(reporter, partner, code, month) * factor

    rows = [
        *monthly_rows(["DE", "PL"], ["AM", "RU"], ["870322", "870323"], grown),
        *monthly_rows(["DE", "PL"], ["AM"], ["220421"], value),
        *monthly_rows(["AM"], ["RU"], ["870322", "870323"], value),
    ]
    path = tmp_path / "cars.duckdb"
    with create_case(path, "Cars") as opened:
        flow_folder(opened).mkdir(exist_ok=True)
        kept = write_flows(flow_folder(opened), rows, "0001")
        write_trade_file(opened, flow_file(kept.name, len(rows)))
    return path


def test_a_record_holds_the_fields_of_a_finding_and_of_an_estimate(entrepot, case):
    outcome = entrepot("close", CHANNEL, "--case", case, "--lever", "L01:issuers=DE,PL", *WINDOWS, "--json")
    (found,) = map(json.loads, outcome.out.splitlines())
    assert outcome.status == 0
    assert set(found) == {*FIELDS, *OWN}
    assert found["kind"] == "closure"
    assert set(found["exposed"]) == {"value", "low", "high", "unit"}
    assert found["inputs"][0]["file"] == "invented.csv"


def test_people_read_a_sentence_a_table_and_what_it_rests_on(entrepot, case):
    outcome = entrepot("close", CHANNEL, "--case", case, "--lever", "L01:issuers=DE,PL", *WINDOWS)
    assert "would fall under it" in outcome.out
    assert "lawful trade it would hit" in outcome.out
    assert "invented.csv" in outcome.out


def test_several_levers_and_a_budget_print_each_estimate_and_the_choice(entrepot, case):
    levers = ("--lever", "L01:issuers=DE", "--lever", "L01:issuers=PL:goods=870322", "--lever", "L03")
    outcome = entrepot("close", CHANNEL, "--case", case, *levers, *WINDOWS, "--budget", "20mEUR", "--json")
    found = [json.loads(line) for line in outcome.out.splitlines()]
    assert len(found) == 5
    assert "selection" in found[-1]["method"]["parameters"]


@pytest.mark.parametrize("option", ["--rank-routes", "--substitutes", "--rank"])
def test_an_order_of_routes_or_a_list_of_substitutes_is_refused_with_the_reason(entrepot, case, option):
    outcome = entrepot("close", CHANNEL, "--case", case, option)
    assert outcome.status == 2
    assert "from a measure to its effect only" in outcome.err


def test_what_is_kept_stands_in_the_case(entrepot, case):
    outcome = entrepot("close", CHANNEL, "--case", case, "--lever", "L01:issuers=DE,PL", *WINDOWS, "--json", "--keep")
    (printed,) = map(json.loads, outcome.out.splitlines())
    with open_case(case, read_only=True) as opened:
        kept = list_findings(opened)
        closures = opened.connection.execute("SELECT id, channel_id FROM closures").fetchall()
    assert [one.finding.id for one in kept] == [printed["id"]]
    assert closures == [(printed["id"], printed["channel_id"])]


def test_a_channel_that_the_case_keeps_is_named_by_the_beginning_of_its_id(entrepot, case):
    with open_case(case) as opened:
        keep_channel(opened, assessment("ch-1234abcd"), [], datetime(2026, 11, 22, tzinfo=UTC))
    lever = ("--lever", "L01:issuers=DE,PL", *WINDOWS, "--keep")
    outcome = entrepot("close", "ch-1234", "--case", case, *lever, "--json")
    with open_case(case, read_only=True) as opened:
        (kept,) = list_channels(opened)
        assert list_findings(opened) == []
    assert [one.id for one in kept.closures] == [json.loads(outcome.out)["id"]]


def assessment(channel_id):
    goods = GoodsScope(text="cars", nomenclature="HS", codes=("8703",), resolution="class")
    channel = Channel(
        id=channel_id, name="through Armenia to Russia: cars", origins=(), via="AM", destination="RU", goods=goods,
        period=None, grounds=(),
    )  # fmt: skip
    return ChannelAssessment(
        channel=channel, question="Do cars go through Armenia to Russia?", as_of="2026-11-22", lines=(), findings=(),
        red_flags=(), alternatives=(), missing=(), words=(), rules=(), method=("channels", "1"),
    )  # fmt: skip


def test_levers_are_listed_with_their_basis_and_what_records_can_say(entrepot, case):
    outcome = entrepot("close", CHANNEL, "--case", case, "--list-levers")
    assert "L01  Ban exports of given goods" in outcome.out
    assert "Reg 833/2014 Art. 12f" in outcome.out
    told = entrepot("close", CHANNEL, "--case", case, "--list-levers", "--json")
    assert len(told.out.splitlines()) == 12


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((CHANNEL,), "No lever is named"),
        ((CHANNEL, "--lever", "L01", "--before", "2021"), "both --before and --after"),
        (("ch-unknown", "--lever", "L01"), "no channel that the case keeps"),
        ((CHANNEL, "--lever", "L01", "--since", "yesterday"), "is no day"),
        ((CHANNEL, "--lever", "L01:territory=DE", *WINDOWS), "takes territory="),
        (("AM>AM:8703", "--lever", "L01", *WINDOWS), "cannot be both"),
        ((CHANNEL, "--lever", "L03", "--lever", "L01:goods=TOTAL", *WINDOWS), "TOTAL"),
    ],
)
def test_a_wrong_call_is_told_with_a_way_out(entrepot, case, arguments, words):
    outcome = entrepot("close", *arguments, "--case", case)
    assert outcome.status == 2
    assert words in outcome.err
