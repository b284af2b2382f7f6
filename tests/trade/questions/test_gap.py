"""Mirror gaps: what is missing in the records, and what only seems to be."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.errors import CallError
from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.engines.duckdb import DuckDBEngine
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.gap import assess_gap
from entrepot.trade.questions.mirror import keep_mirror
from entrepot.trade.questions.pair import GapQuestion
from entrepot.trade.questions.windows import read_window
from tests.trade.questions.invented import monthly_rows
from tests.trade.samples import needs_shared, write_flows

WINDOW = read_window("2022")


def question(**changed):
    base = {"exporters": ("CZ",), "importer": "AM", "goods": read_goods("851713"), "window": WINDOW}
    return GapQuestion(**{**base, **changed})


def sent(value=100.0, code="851713", **fixed):
    return monthly_rows(
        ["CZ"], ["AM"], [code], lambda *_: value, years=(2022, 2022), attribution="destination", **fixed
    )


def received(partner, value, code="851713", attribution="origin", **fixed):
    return monthly_rows(
        ["AM"], [partner], [code], lambda *_: value, years=(2022, 2022), flow="import", attribution=attribution, **fixed
    )


def verdicts(engine, **changed):
    return tuple(one.verdict for one in assess_gap(engine, question(**changed), Records()))


@pytest.mark.shared
@needs_shared
def test_czech_smartphones_in_armenia_are_not_orphaned(shared_engine):
    gap, orphans = assess_gap(shared_engine, question(window=read_window("2022-01/2022-11")), Records())
    assert orphans.verdict in {"does_not_support", "cannot_tell"}
    assert gap.verdict == "cannot_tell"
    assert round(gap.method.parameters["exported"] / 1e6, 1) == 44.8
    assert gap.method.parameters["imported"] == 0
    assert "origin" in gap.statement


def test_goods_of_other_origin_hide_no_exports(ask):
    gap, orphans = assess_gap(ask([*sent(), *received("CN", 300.0)]), question(), Records())
    assert (gap.verdict, orphans.verdict) == ("cannot_tell", "does_not_support")


def test_exports_beyond_all_imports_of_the_product_are_orphaned(ask):
    _, orphans = assess_gap(ask([*sent(), *received("CN", 10.0), *received("CZ", 5.0)]), question(), Records())
    assert orphans.verdict == "supports"
    assert 80 < orphans.estimate.low <= orphans.estimate.value <= orphans.estimate.high < 90


def test_an_importer_that_does_not_report_the_product_at_all_tells_nothing(ask):
    assert verdicts(ask([*sent(), *received("CN", 10.0, code="220421")])) == ("cannot_tell", "cannot_tell")


def test_an_importer_that_does_not_report_tells_nothing_and_that_is_said(ask):
    found = assess_gap(ask(sent()), question(), Records())
    assert {one.verdict for one in found} == {"cannot_tell"}
    assert "no report and not nothing" in found[0].statement


def test_partners_named_by_consignment_can_be_compared(ask):
    rows = [*sent(), *received("CZ", 20.0, attribution="consignment"), *received("CN", 300.0)]
    gap, _ = assess_gap(ask(rows), question(), Records())
    assert gap.verdict == "supports"
    assert gap.method.parameters["imports_by"] == "consignment"
    assert gap.method.parameters["break_even_factor"] == pytest.approx(0.2)


def test_freight_within_the_usual_range_leaves_no_gap(ask):
    gap, _ = assess_gap(ask([*sent(), *received("CZ", 110.0, attribution="consignment")]), question(), Records())
    assert gap.verdict == "does_not_support"
    assert gap.estimate.low < 0 < gap.estimate.high


def test_baci_is_no_second_witness(ask):
    rows = [
        {**row, "frequency": "A", "dataset": "baci"}
        for row in [*sent(), *received("CZ", 20.0, attribution="consignment")]
        if row["period"].month == 1
    ]
    gap, orphans = assess_gap(ask(rows), question(), Records())
    assert gap.verdict == orphans.verdict == "cannot_tell"
    assert "second witness" in gap.statement


def test_two_currencies_are_converted_or_nothing_is_said(ask):
    rows = [*sent(), *received("CZ", 110.0, attribution="consignment", currency="AMD")]
    assert verdicts(ask(rows)) == ("cannot_tell", "cannot_tell")
    assert verdicts(ask(rows), rates={"AMD": 1.0})[0] == "does_not_support"
    dollars = [*sent(), *received("CZ", 110.0 * 1.053, attribution="consignment", currency="USD")]
    assert verdicts(ask(dollars))[0] == "does_not_support"


def test_a_share_of_additional_exports_stands_beside_its_levels_and_a_placebo(ask):
    rows = []
    for year, out, into in ((2021, 100.0, 90.0), (2022, 200.0, 100.0)):
        for importer in ("AM", "GE"):
            got = into if importer == "AM" else out * 1.06
            rows += monthly_rows(["CZ"], [importer], ["851713"], lambda *_, out=out: out, years=(year, year))
            rows += monthly_rows(
                [importer], ["CZ"], ["851713"], lambda *_, got=got: got, years=(year, year), flow="import",
                attribution="consignment",
            )  # fmt: skip
    found, _ = assess_gap(ask(rows), question(before=read_window("2021"), placebos=("GE",)), Records())
    additional = found.method.parameters["additional"]
    assert additional["AM"]["missing_share"] > 0.85
    assert abs(additional["GE"]["missing_share"]) < 0.01
    assert additional["AM"]["level_ratio_after"] == pytest.approx(0.5)
    assert "Georgia" in found.statement


amounts = st.lists(
    st.tuples(
        st.sampled_from(["DE", "PL"]), st.sampled_from(["AM", "GE"]), st.sampled_from(["870322", "87033290"]),
        st.integers(1, 3), st.sampled_from(["export", "import"]), st.integers(0, 50),
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(amounts)
def test_the_mirror_is_what_adding_up_by_hand_gives(tmp_path_factory, rows):
    flows = [
        {
            "reporter": one if flow == "export" else other, "partner": other if flow == "export" else one,
            "code": code, "period": date(2022, month, 1), "flow": flow, "value": float(value),
        }
        for one, other, code, month, flow, value in rows
    ]  # fmt: skip
    expected: dict[tuple[object, ...], list[float | None]] = {}
    for one, other, code, month, flow, value in rows:
        sides = expected.setdefault((one, other, code[:6], date(2022, month, 1)), [None, None])
        side = 0 if flow == "export" else 1
        sides[side] = (sides[side] or 0) + value
    engine = DuckDBEngine()
    engine.add_flows([write_flows(tmp_path_factory.mktemp("mirror"), flows)] if flows else [])
    keep_mirror(engine)
    found = engine.rows("SELECT exporter, importer, product, period, export_value, import_value FROM mirror")
    engine.close()
    assert {tuple(row[:4]): list(row[4:]) for row in found} == expected
    assert len(found) == len(expected)


def test_a_product_that_the_importer_reports_under_an_older_code_is_not_missing(ask):
    rows = [*sent(), *received("CZ", 100.0, code="851712", attribution="consignment")]
    assert verdicts(ask(rows)) == ("cannot_tell", "cannot_tell")


def test_imports_of_months_that_were_never_published_are_not_missing(ask):
    known = [row for row in received("CZ", 100.0, attribution="consignment") if row["period"].month < 5]
    found = assess_gap(ask([*sent(), *known]), question(), Records())
    assert [one.verdict for one in found] == ["cannot_tell", "cannot_tell"]
    assert all(one.method.parameters["silent_periods"] == 8 for one in found)


def test_imports_whose_values_are_withheld_are_not_missing(ask):
    rows = received("CZ", 100.0, attribution="consignment")
    for row in rows[:8]:
        row |= {"value": None, "mark": "suppressed"}
    assert verdicts(ask([*sent(), *rows])) == ("mixed", "mixed")


def test_windows_of_unlike_months_and_one_territory_on_both_sides_are_refused():
    for changed in ({"before": read_window("2021-01/2021-03")}, {"importer": "CZ"}, {"exporters": ()}):
        with pytest.raises(CallError, match=r"season|cannot be both|No exporter"):
            question(**changed)
