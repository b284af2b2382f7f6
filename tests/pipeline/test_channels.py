from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from entrepot.documents import ReadOptions
from entrepot.errors import CallError, InputError
from entrepot.model.flow import FlowFile
from entrepot.pipeline.adding import add_reports
from entrepot.pipeline.building import build_case
from entrepot.pipeline.channel_records import RecordOptions
from entrepot.pipeline.channels import ChannelOptions, keep_channels, run_channels
from entrepot.pipeline.corroborating import corroborate_case
from entrepot.pipeline.extractor import standard_extractor
from entrepot.store.channels import forget_channels, list_channels
from entrepot.store.findings import forget_findings, keep_findings
from entrepot.store.trade_files import flow_folder, write_trade_file
from tests.channels.builders import make_finding
from tests.trade.panel.markets import LISTED, World, flows_of
from tests.trade.samples import write_flows

NOW = datetime(2026, 1, 1, tzinfo=UTC)
OPTIONS = ChannelOptions(now=NOW)
BELARUS = (
    "2025-08-22\n\nIran plans to use Belarus as a channel for sanctioned goods, "
    "Ukraine's Foreign Intelligence Service said.\n"
)


def read_reports(case, tmp_path, *texts):
    for number, text in enumerate(texts):
        path = tmp_path / f"report-{number}.txt"
        path.write_text(text, encoding="utf-8")
        add_reports(case, [path], ReadOptions(published="2025-08-22", publisher=f"Example {number}"))
    build_case(case, standard_extractor())
    corroborate_case(case)


def write_file(tmp_path, *rows):
    path = tmp_path / "channels.csv"
    path.write_text("\n".join(("name,origin,via,destination,goods,from,to,hubs", *rows)) + "\n", encoding="utf-8")
    return path


def add_records(case, rows):
    folder = flow_folder(case)
    folder.mkdir(exist_ok=True)
    path = write_flows(folder, rows, "1")
    file = FlowFile(
        number=1, name="exports.csv", dataset="sample", sha256="ab" * 32, size=1, read=1, kept=1, refused=0,
        left_out=0, parquet=path.name, imported_at="2026-01-01T00:00:00Z",
    )  # fmt: skip
    with case.transaction():
        write_trade_file(case, file)


def both_legs(via="AM", end="RU"):
    """Listed goods rose towards Armenia, and Armenia sent them on: what it got, to Russia since March 2022."""
    for row in flows_of(World(factors={"AM": 2.5, "TR": 1.0, "AZ": 1.0})):
        yield row
        if row["partner"] == "AM":
            later = row["period"] >= date(2022, 3, 1) and row["code"] == LISTED
            yield row | {"reporter": via, "partner": end, "value": row["value"] * (0.9 if later else 0.02)}
            yield row | {"reporter": via, "partner": "IN", "value": row["value"] * 0.05}


def line(assessment, kind):
    return next(one for one in assessment.lines if one.kind == kind)


def assess_channels(case, options):
    """The assessments alone."""
    return list(run_channels(case, options).assessments)


def test_a_report_makes_a_channel_that_no_record_can_tell_of(case, tmp_path):
    read_reports(case, tmp_path, BELARUS)
    (found,) = assess_channels(case, OPTIONS)
    assert (found.channel.via, found.channel.destination) == ("BY", "IR")
    assert found.as_of == "2025-08-22"
    assert line(found, "reports").rule == "reports-interested"
    assert line(found, "customs").rule == "customs-unpublished"


def test_the_same_case_gives_the_same_ids_and_words(case, tmp_path):
    read_reports(case, tmp_path, BELARUS)
    first, again = assess_channels(case, OPTIONS), assess_channels(case, OPTIONS)
    assert first == again
    keep_channels(case, run_channels(case, OPTIONS), NOW)
    assert assess_channels(case, OPTIONS) == first


def test_nothing_is_kept_unless_it_is_asked_for(case, tmp_path):
    read_reports(case, tmp_path, BELARUS)
    outcome = run_channels(case, OPTIONS)
    assert not list_channels(case)
    keep_channels(case, outcome, NOW)
    assert [one.assessment.channel.id for one in list_channels(case)] == [outcome.assessments[0].channel.id]


def test_a_case_about_nothing_of_the_kind_has_no_channel(case, tmp_path):
    read_reports(case, tmp_path, "2025-08-22\n\nThe presidents of Belarus and Iran met in Minsk on 20 August 2025.\n")
    assert run_channels(case, OPTIONS).assessments == ()


def test_a_channel_of_a_file_outlives_the_run_and_one_of_reports_goes_with_them(case, tmp_path):
    file = write_file(tmp_path, "Cars,DE,AM,RU,8703,,,")
    outcome = run_channels(case, replace(OPTIONS, file=file))
    keep_channels(case, outcome, NOW)
    again = run_channels(case, OPTIONS)
    assert [one.channel.name for one in again.assessments] == ["Cars"]
    kept = list_channels(case)[0].assessment
    orphan = replace(kept, channel=replace(kept.channel, id="ch-orphan", grounds=()))
    keep_channels(case, replace(outcome, assessments=(orphan,)), NOW)
    later = run_channels(case, OPTIONS)
    assert later.gone == ("ch-orphan",)
    keep_channels(case, later, NOW)
    assert {one.assessment.channel.name for one in list_channels(case)} == {"Cars"}


def test_a_row_that_cannot_be_read_leaves_the_others(case, tmp_path):
    outcome = run_channels(case, replace(OPTIONS, file=write_file(tmp_path, ",,Nowhere,RU,8703,,,", ",,AM,RU,8703,,,")))
    assert len(outcome.assessments) == len(outcome.refused) == 1
    with pytest.raises(InputError):
        run_channels(case, replace(OPTIONS, file=tmp_path / "absent.csv"))


def test_a_kept_finding_suggests_a_channel_as_long_as_it_is_kept(case):
    subject = {"reporter": "DE", "partner": "AM", "product": "870323", "flow": "export"}
    finding = make_finding("screen_channel", "supports", subject=subject)
    keep_findings(case, [finding], (), NOW)
    assert run_channels(case, OPTIONS).assessments == ()
    outcome = run_channels(case, replace(OPTIONS, from_screen=True))
    assert outcome.assessments[0].channel.via == "AM"
    keep_channels(case, outcome, NOW)
    assert len(run_channels(case, OPTIONS).assessments) == 1
    forget_findings(case, [finding.id])
    assert run_channels(case, OPTIONS).gone == (outcome.assessments[0].channel.id,)


@pytest.fixture
def traded(case, tmp_path):
    add_records(case, both_legs())
    write_file(tmp_path, f"Chips,DE;FR;PL;IT;NL;SE;AT;BE;CZ;ES;FI;LT,AM,RU,{LISTED},2022-03,2022-11,")
    return case


def test_records_of_both_legs_speak_with_their_alternatives(traded, tmp_path):
    outcome = run_channels(traded, replace(OPTIONS, file=tmp_path / "channels.csv"))
    (found,) = outcome.assessments
    customs = line(found, "customs")
    assert {one.kind for one in found.findings} >= {"surge", "onward", "link"}
    assert customs.rule in {"customs-both-legs", "customs-mixed"}
    verdicts = {one.kind: one.verdict for one in found.findings}
    assert verdicts["surge"] == verdicts["onward"] == "supports"
    assert customs.alternatives
    assert found.as_of == "2022-11-30"
    assert outcome.pictures[0][0].startswith("<svg")


def test_where_both_sides_and_the_direct_trade_are_reported_all_tests_are_made(case, tmp_path):
    def rows():
        for row in flows_of(World(factors={"AM": 2.5, "RU": 0.1, "TR": 1.0, "AZ": 1.0})):
            yield row
            if row["partner"] == "AM":
                yield row | {
                    "reporter": "AM",
                    "partner": row["reporter"],
                    "flow": "import",
                    "value": row["value"] * 1.06,
                }
                yield row | {"reporter": "AM", "partner": "RU", "value": row["value"] * 0.5}
                yield row | {"reporter": "AM", "partner": "IN", "value": row["value"] * 0.05}

    add_records(case, rows())
    file = write_file(tmp_path, f"Chips,EU,AM,RU,{LISTED},2022-03,2022-11,")
    outcome = run_channels(case, replace(OPTIONS, file=file))
    kinds = {one.kind for one in outcome.assessments[0].findings}
    assert kinds >= {"measure_gap", "surge", "onward", "link", "gap", "orphan_exports", "substitution"}
    flags = {one.id: one.status for one in outcome.assessments[0].red_flags}
    assert flags["RF048"] == "not_seen"
    assert "Russia" in outcome.pictures[0][0]


def test_the_windows_and_goods_of_the_user_count(traded, tmp_path):
    records = RecordOptions(before="2021-03/2021-08", after="2022-03/2022-08", product="620342")
    (found,) = assess_channels(traded, replace(OPTIONS, file=tmp_path / "channels.csv", records=records))
    surge = next(one for one in found.findings if one.kind == "surge")
    assert (surge.subject["goods"], surge.subject["after"]) == ("620342", "2022-03/2022-08")
    assert surge.verdict != "supports"
    assert "goods_of_the_user" in {issue.code for issue in line(found, "customs").issues}
    with pytest.raises(CallError, match="give both"):
        assess_channels(traded, replace(OPTIONS, file=tmp_path / "channels.csv", records=RecordOptions(before="2021")))


def test_goods_without_a_code_are_not_those_that_were_asked_about(traded, tmp_path):
    file = write_file(tmp_path, "Goods,DE;FR;PL,AM,RU,goods subject to sanctions,2022-03,2022-11,")
    (found,) = assess_channels(traded, replace(OPTIONS, file=file))
    assert line(found, "customs").rule == "customs-goods-unresolved"
    for finding in (one for one in found.findings if one.kind in {"surge", "onward"}):
        assert "not_the_channels_goods" in {issue.code for issue in finding.issues}


def test_the_receiver_stands_in_for_a_sender_that_reports_nothing(case, tmp_path):
    mirrored = (row | {"reporter": row["partner"], "partner": row["reporter"], "flow": "import"} for row in both_legs())
    add_records(case, mirrored)
    file = write_file(tmp_path, f"Chips,DE;FR;PL;IT,AM,RU,{LISTED},2022-03,2022-11,")
    (found,) = assess_channels(case, replace(OPTIONS, file=file))
    surge, onward = (next(one for one in found.findings if one.kind == kind) for kind in ("surge", "onward"))
    assert "imports by Armenia from" in surge.statement
    assert "imports by Russia from Armenia" in onward.statement


def test_records_of_other_territories_leave_the_channel_unasked_and_say_what_is_wanted(traded, tmp_path):
    (found,) = assess_channels(traded, replace(OPTIONS, file=write_file(tmp_path, f",DE,UZ,KG,{LISTED},2022-03,,")))
    assert line(found, "customs").rule == "customs-none"
    assert any("Uzbekistan" in record.what for record in found.missing)


def test_a_channel_can_be_forgotten(case, tmp_path):
    keep_channels(case, run_channels(case, replace(OPTIONS, file=write_file(tmp_path, ",,AM,RU,8703,,,"))), NOW)
    (kept,) = list_channels(case)
    assert forget_channels(case, [kept.assessment.channel.id]) == 1
    assert not run_channels(case, OPTIONS).assessments


def test_the_law_is_that_of_the_day_asked_about(case, tmp_path):
    file = write_file(tmp_path, ",,BY,IR,drones,,,")
    early, late = (
        assess_channels(case, replace(OPTIONS, file=file, as_of=day))[0]
        for day in (date(2010, 1, 1), date(2025, 8, 20))
    )
    assert early.as_of == "2010-01-01"
    assert line(early, "law").references != line(late, "law").references
