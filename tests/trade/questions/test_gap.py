"""Mirror gaps: what is missing in the records, and what only seems to be."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.errors import CallError
from entrepot.trade.classifications.concordances import Concordance
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


PHONES = Concordance(
    nomenclature="HS",
    revisions={2022: (("851712", "851713"), ("851712", "851714"), ("870322", "870322"), ("854231", "854231"))},
)
TIED = Records(concordances=(PHONES,))


def issues(finding):
    return {one.code: one.message for one in finding.issues}


@pytest.mark.parametrize("edition", [0, 2017])
def test_smartphones_of_two_editions_are_compared_as_one_family(ask, edition):
    rows = [*sent(), *received("CZ", 20.0, code="851712", attribution="consignment", edition=edition)]
    gap, orphans = assess_gap(ask(rows), question(), TIED)
    assert (gap.method.parameters["exported"], gap.method.parameters["imported"]) == (1200.0, 240.0)
    assert gap.method.parameters["codes_drawn_in"] == ["851712"]
    assert (gap.verdict, orphans.verdict) == ("mixed", "mixed")
    assert "851713 (edition of 2022) with 851712" in issues(gap)["codes_tied"]
    assert "851714" in issues(gap)["family_partly_shared"]


def test_the_whole_family_is_on_both_sides_and_counted_once(ask):
    rows = [
        *sent(), *sent(50.0, code="851714"), *sent(7.0, code="870322"),
        *received("CZ", 150.0, code="851712", attribution="consignment", edition=2017),
    ]  # fmt: skip
    gap, _ = assess_gap(ask(rows), question(), TIED)
    assert (gap.method.parameters["exported"], gap.method.parameters["imported"]) == (1800.0, 1800.0)
    assert gap.method.parameters["codes_drawn_in"] == ["851712", "851714"]
    assert "851714" in gap.statement
    assert gap.verdict == "does_not_support"
    assert "family_partly_shared" not in issues(gap)


def test_where_both_sides_use_one_edition_codes_are_compared_one_by_one(ask):
    rows = [
        *sent(), *sent(50.0, code="851714"),
        *received("CZ", 100.0, attribution="consignment"),
        *received("CZ", 50.0, code="851714", attribution="consignment"),
    ]  # fmt: skip
    gap, _ = assess_gap(ask(rows), question(), TIED)
    assert (gap.method.parameters["exported"], gap.method.parameters["imported"]) == (1200.0, 1200.0)
    assert gap.method.parameters["codes_drawn_in"] == []
    assert "codes_tied" not in issues(gap)


def test_a_window_over_a_revision_is_compared_by_families_where_one_side_changed_over_late(ask):
    exports = [row for row in sent(code="851712") if row["period"].month < 7]
    exports += [row for row in sent() if row["period"].month >= 7]
    rows = [*exports, *received("CZ", 100.0, code="851712", attribution="consignment", edition=2017)]
    gap, _ = assess_gap(ask(rows), question(), TIED)
    assert gap.method.parameters["imported"] == gap.method.parameters["exported"] == 1200.0


def test_the_combined_nomenclature_ties_editions_where_no_concordance_is_given(ask):
    exports = [{**row, "code": "85171300", "nomenclature": "CN", "edition": 2022} for row in sent()]
    rows = [*exports, *received("CZ", 100.0, code="851712", attribution="consignment", edition=2017)]
    gap, _ = assess_gap(ask(rows), question(), Records())
    assert gap.verdict == "does_not_support"
    assert gap.method.parameters["imported"] == 1200.0


def test_without_a_concordance_the_codes_that_could_not_be_tied_are_named(ask):
    rows = [
        *sent(), *sent(900.0, code="851762"),
        *received("CZ", 100.0, code="851712", attribution="consignment", edition=2017),
        *received("CZ", 900.0, code="851762", attribution="consignment", edition=2017),
    ]  # fmt: skip
    gap, _ = assess_gap(ask(rows), question(goods=read_goods("8517")), Records())
    told = issues(gap)["codes_untied"]
    assert "851713 (edition of 2022)" in told
    assert "851762" not in told
    assert "2017" in told
    assert "--concordance" in told
    assert gap.method.parameters["not_comparable"] == 1200.0


def test_additional_exports_are_of_the_same_family_in_both_windows(ask):
    rows = []
    for year, code in ((2021, "851712"), (2022, "851713")):
        rows += monthly_rows(["CZ"], ["AM"], [code], lambda *_: 100.0, years=(year, year))
        rows += monthly_rows(
            ["AM"], ["CZ"], ["851712"], lambda *_: 106.0, years=(year, year), flow="import",
            attribution="consignment", edition=2017,
        )  # fmt: skip
    found, _ = assess_gap(ask(rows), question(before=read_window("2021")), TIED)
    assert found.method.parameters["additional"]["AM"]["additional_exports"] == 0
    assert found.method.parameters["additional"]["AM"]["level_ratio_before"] == pytest.approx(1.06)


def test_months_that_one_side_did_not_publish_are_left_out_and_said(ask):
    known = [row for row in received("CZ", 20.0, attribution="consignment") if row["period"].month != 5]
    gap, orphans = assess_gap(ask([*sent(), *known]), question(), Records())
    assert gap.method.parameters["exported"] == 1100.0
    assert gap.method.parameters["silent_periods"] == 1
    assert "2022-05" in issues(gap)["periods_not_reported"]
    assert "11 of 12 months" in gap.statement
    assert (gap.verdict, orphans.verdict) == ("mixed", "mixed")


def test_a_month_with_imports_of_other_goods_alone_is_a_month_without_these(ask):
    known = [row for row in received("CZ", 20.0, attribution="consignment") if row["period"].month != 5]
    rows = [*sent(), *known, *received("CN", 5.0, code="220421", attribution="consignment")]
    gap, _ = assess_gap(ask(rows), question(), Records())
    assert (gap.method.parameters["exported"], gap.method.parameters["silent_periods"]) == (1200.0, 0)
    assert gap.verdict == "supports"


def test_imports_from_an_exporter_that_published_nothing_then_are_left_out_with_it(ask):
    polish = [{**row, "reporter": "PL"} for row in sent()]
    rows = [
        *sent(), *(row for row in polish if row["period"].month > 2),
        *received("CZ", 100.0, attribution="consignment"), *received("PL", 100.0, attribution="consignment"),
    ]  # fmt: skip
    gap, _ = assess_gap(ask(rows), question(exporters=("CZ", "PL", "MT")), Records())
    assert gap.method.parameters["exported"] == gap.method.parameters["imported"] == 2200.0
    assert "Poland 2022-01 to 2022-02" in issues(gap)["exporters_silent"]
    assert "Malta" in issues(gap)["reporters_absent"]


def test_a_collection_without_the_goods_is_no_report_that_there_were_none(ask):
    rows = [
        *sent(), *received("CZ", 100.0, dataset="comtrade"), *received("CN", 100.0, dataset="comtrade"),
        *received("CZ", 9e9, code="TOTAL", attribution="consignment", dataset="national"),
    ]  # fmt: skip
    gap, orphans = assess_gap(ask(rows), question(), Records())
    assert gap.method.parameters["imported"] == 1200.0
    assert gap.method.parameters["imports_by"] == "origin"
    assert orphans.verdict == "does_not_support"


def test_a_gap_that_cannot_be_told_says_why_none_could_have_been_seen(ask):
    for rows in (sent(), [*sent(), *received("CN", 300.0)], [*sent(), *received("CN", 10.0, code="220421")]):
        gap, _ = assess_gap(ask(rows), question(), Records())
        assert gap.verdict == "cannot_tell"
        assert re.search("(have been seen|could be told)", gap.statement)
