"""Levers put to a channel of a case: from words to estimates."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from entrepot.channels.closure_answer import as_finding
from entrepot.errors import CallError
from entrepot.pipeline.closing import ClosingRequest, close_channel, describe_levers
from entrepot.pipeline.closing_words import read_budget, read_channel, read_lever
from entrepot.pipeline.trade_questions import AskedRecords
from entrepot.store import create_case
from entrepot.store.channels import keep_channel
from entrepot.trade.engines.duckdb import DuckDBEngine
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.windows import Comparison, read_window
from tests.dossier.channel_samples import make_assessment, make_channel
from tests.trade.questions.invented import monthly_rows
from tests.trade.samples import write_flows

WINDOWS = Comparison(before=read_window("2021"), after=read_window("2022"))
LEVELS = {
    ("DE", "AM", "870322"): (10.0, 60.0),
    ("DE", "AM", "870323"): (10.0, 30.0),
    ("PL", "AM", "870322"): (5.0, 25.0),
    ("DE", "AM", "220421"): (100.0, 110.0),
    ("PL", "AM", "220421"): (100.0, 110.0),
    ("DE", "RU", "870322"): (200.0, 20.0),
    ("DE", "RU", "870323"): (50.0, 5.0),
    ("PL", "RU", "870322"): (10.0, 0.0),
    ("AM", "RU", "870322"): (1.0, 91.0),
    ("AM", "RU", "870323"): (0.0, 15.0),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    rows = [
        row
        for (reporter, partner, code), (before, after) in LEVELS.items()
        for row in monthly_rows(
            [reporter], [partner], [code], lambda r, p, c, m, b=before, a=after: b if m.year == 2021 else a,
            years=(2021, 2022),
        )
    ]  # fmt: skip
    engine = DuckDBEngine()
    engine.add_flows([write_flows(tmp_path_factory.mktemp("closing"), rows)])
    yield AskedRecords(engine=engine, records=Records())
    engine.close()


def channel(text="DE,PL>AM>RU:8703"):
    return read_channel(None, text, WINDOWS.after.start)


def request(*levers, on=None, **fields):
    found = on or channel()
    words = tuple(read_lever(one, found, WINDOWS.after.start) for one in levers)
    return ClosingRequest(channel=found, levers=words, windows=WINDOWS, **fields)


def estimates(asked, *levers, **fields):
    return close_channel(asked, request(*levers, **fields)).estimates


def test_a_ban_is_told_with_what_it_exposes_diverts_hits_and_closes(asked):
    (found,) = estimates(asked, "L01:issuers=DE,PL")
    assert found.exposed.value == pytest.approx(12 * 115)
    assert found.closed.value <= found.diverted.value <= found.exposed.value
    assert found.lawful.low == pytest.approx(found.exposed.value - found.diverted.high)
    assert found.method.parameters["source"] == "exports"
    assert "would fall under it" in found.statement
    assert as_finding(found, channel()).kind == "closure"


def test_a_tighter_ban_never_closes_less_and_never_hits_less_lawful_trade(asked):
    narrow, wide = estimates(asked, "L01:issuers=DE:goods=870322", "L01:issuers=DE,PL:goods=8703")[:2]
    for bound in ("low", "value", "high"):
        assert getattr(wide.closed, bound) >= getattr(narrow.closed, bound)
        assert getattr(wide.lawful, bound) >= getattr(narrow.lawful, bound)


def test_bans_together_count_a_flow_once(asked):
    *single, together = estimates(asked, "L01:issuers=DE", "L01:issuers=DE,PL")
    assert together.exposed == single[1].exposed


def test_goods_beyond_the_channel_are_lawful_trade(asked):
    (cars, wine) = estimates(asked, "L01:issuers=DE,PL", "L01:issuers=DE,PL:goods=8703,2204")[:2]
    assert wine.closed == cars.closed
    assert wine.lawful.value == pytest.approx(cars.lawful.value + 12 * 220)


def test_another_currency_scales_the_figures(asked):
    (euro,) = estimates(asked, "L01:issuers=DE,PL")
    (other,) = estimates(asked, "L01:issuers=DE,PL", currency="AMD", rates={"EUR": 450.0})
    assert other.closed.value == pytest.approx(450 * euro.closed.value)
    assert other.closed.unit == "AMD"


def test_a_lever_that_records_do_not_show_has_a_reason_and_no_figure(asked):
    for lever in ("L03", "L05", "L07", "L04:object=Atlantis"):
        (found,) = estimates(asked, lever)
        assert found.closed is None
        assert "no figure, because" in found.statement
        assert as_finding(found, channel()).verdict == "cannot_tell"


def test_levers_without_figures_need_no_records():
    assert len(estimates(None, "L03", "L11")) == 2
    with pytest.raises(CallError, match="entrepot trade import"):
        estimates(None, "L01")


def test_a_clause_has_a_coverage_and_no_effect(asked):
    (found,) = estimates(asked, "L02:issuers=DE,PL")
    assert found.exposed.value == pytest.approx(12 * 115)
    assert found.closed is None


def test_a_relief_closes_less_than_nothing(asked):
    (found,) = estimates(asked, "L12:issuers=DE")
    assert found.closed.low == pytest.approx(-12 * 225)
    assert found.closed.high == 0
    assert as_finding(found, channel()).verdict == "does_not_support"


def test_an_issuer_that_does_not_report_leaves_the_figure_without_an_upper_bound(asked):
    (found,) = estimates(asked, "L01:issuers=DE,US")
    assert found.exposed.high is None
    assert "issuers_unreported" in {issue.code for issue in found.issues}


def test_codes_finer_than_the_records_are_told_and_not_counted(asked):
    (found,) = estimates(asked, "L01:issuers=DE:goods=87032319")
    assert found.exposed.value == 0
    assert "codes_too_fine" in {issue.code for issue in found.issues}


def test_levers_are_chosen_within_a_budget_of_lawful_trade(asked):
    levers = ("L01:issuers=DE:goods=870322", "L01:issuers=DE:goods=870323", "L01:issuers=PL")
    answer = close_channel(asked, request(*levers, budget=(200.0, "")))
    chosen = answer.estimates[-1]
    assert answer.selection.exact_effects.hit("mid") <= 200 + 1e-6
    assert chosen.method.parameters["selection"]["exact"]
    assert "The exact choice closes" in chosen.statement


def test_goods_that_no_code_fixes_are_not_guessed(asked):
    unresolved = replace(
        channel(), goods=replace(channel().goods, codes=(), text="contraband", resolution="unresolved")
    )
    with pytest.raises(CallError, match="No code fixes the goods"):
        estimates(asked, "L01", on=unresolved)
    (found,) = estimates(asked, "L01:issuers=DE:goods=8703", on=unresolved)
    assert "goods_unresolved" in {issue.code for issue in found.issues}


def test_the_same_question_has_the_same_id_and_another_one_not(asked):
    first, again, other = (estimates(asked, one)[0].id for one in ("L01", "L01", "L01:issuers=DE"))
    assert first == again != other


def test_every_lever_of_the_table_is_described_with_its_basis():
    told = describe_levers(channel())
    assert [one["id"] for one in told] == [f"L{number:02}" for number in range(1, 13)]
    assert all(one["legal_basis"] and one["shows"] for one in told)


def test_words_that_name_nothing_are_refused_with_a_way_out():
    for text, words in (
        ("L99", "There is no lever"),
        ("L01:goods=contraband", "codes"),
        ("L01:goods=1:goods=2", "each"),
    ):
        with pytest.raises(CallError, match=words):
            read_lever(text, channel(), WINDOWS.after.start)
    with pytest.raises(CallError, match="no budget"):
        read_budget("cheap")
    assert (read_budget("50mEUR"), read_budget("1,000")) == ((50e6, "EUR"), (1000.0, ""))
    with pytest.raises(CallError, match="since"):
        close_channel(AskedRecords(engine=DuckDBEngine(), records=Records()),
                      replace(request("L01", on=channel("AM>IR:8703")), windows=None))  # fmt: skip


def test_a_destinations_own_imports_bound_what_others_replaced(tmp_path):
    rows = [
        row
        for (reporter, partner, code), (before, after) in LEVELS.items()
        for row in monthly_rows(
            [reporter], [partner], [code], lambda r, p, c, m, b=before, a=after: b if m.year == 2021 else a,
            years=(2021, 2022),
        )
    ]  # fmt: skip
    for partner, (before, after) in {"DE": (200.0, 20.0), "CN": (10.0, 100.0)}.items():
        rows += monthly_rows(
            ["RU"], [partner], ["870322"], lambda r, p, c, m, b=before, a=after: b if m.year == 2021 else a,
            years=(2021, 2022), flow="import",
        )  # fmt: skip
    engine = DuckDBEngine()
    engine.add_flows([write_flows(tmp_path, rows)])
    (found,) = estimates(AskedRecords(engine=engine, records=Records()), "L01:issuers=DE,PL")
    engine.close()
    assert found.substitution.high == pytest.approx(50.0)
    assert found.closed.value == pytest.approx(0.5 * found.diverted.value)


def test_a_kept_channel_goes_by_its_id_the_beginning_of_it_or_its_name(tmp_path):
    with create_case(tmp_path / "case", "case") as case:
        ids = {"Cars": "ch-a1b2", "Cars and more": "ch-c3d4"}
        for name, id_ in ids.items():
            channel = make_channel(id=id_, name=name)
            keep_channel(case, replace(make_assessment(), channel=channel), (), datetime(2026, 5, 1, tzinfo=UTC))
        day = WINDOWS.after.start
        assert read_channel(case, "Cars", day).id == ids["Cars"]
        assert read_channel(case, ids["Cars and more"], day).name == "Cars and more"
        assert read_channel(case, ids["Cars"][:-1], day).name == "Cars"
        with pytest.raises(CallError, match="give an id, a name or a spec"):
            read_channel(case, "Lorries", day)
