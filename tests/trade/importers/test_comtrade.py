"""UN Comtrade: dialects of its header, totals and parts, what is estimated."""

import json
from datetime import date

import pytest

from entrepot.errors import InputError
from tests.trade.importers.support import SHARED, import_path, import_text, needs_shared

NAMES = (
    "typeCode freqCode refPeriodId refYear refMonth period reporterCode flowCode partnerCode partner2Code "
    "classificationCode cmdCode customsCode mosCode motCode qtyUnitAbbr qty isQtyEstimated netWgt isNetWgtEstimated "
    "cifvalue fobvalue primaryValue legacyEstimationFlag isReported isAggregate"
).split()
USUAL = {
    "typeCode": "C",
    "freqCode": "M",
    "refYear": 2022,
    "refMonth": 3,
    "period": "202203",
    "reporterCode": 51,
    "flowCode": "M",
    "partnerCode": 156,
    "partner2Code": 0,
    "classificationCode": "H6",
    "cmdCode": "851713",
    "customsCode": "C00",
    "mosCode": "0",
    "motCode": 0,
    "qtyUnitAbbr": "u",
    "qty": 10,
    "isQtyEstimated": False,
    "netWgt": 2.5,
    "isNetWgtEstimated": False,
    "cifvalue": 100.0,
    "fobvalue": None,
    "primaryValue": 100.0,
    "legacyEstimationFlag": 0,
    "isReported": True,
    "isAggregate": False,
}


def lines(*records):
    cells = [
        [str(value) if (value := {**USUAL, **one}.get(name, "")) is not None else "" for name in NAMES]
        for one in records
    ]
    return "\n".join(",".join(row) for row in [NAMES, *cells]) + "\n"


def test_a_row_of_the_interface_is_a_flow(tmp_path):
    row = import_text(tmp_path, "reply.csv", lines({})).only
    assert (row["reporter"], row["partner"], row["flow"], row["code"]) == ("AM", "CN", "import", "851713")
    assert (row["nomenclature"], row["edition"], row["period"], row["frequency"]) == ("HS", 2022, date(2022, 3, 1), "M")
    assert (row["value"], row["currency"], row["valuation"], row["attribution"]) == (100.0, "USD", "CIF", "origin")
    assert (row["net_weight_kg"], row["quantity"], row["quantity_unit"]) == (2.5, 10.0, "u")


def test_json_gives_the_rows_that_csv_gives(tmp_path):
    records = [{}, {"partnerCode": 643, "flowCode": "RX", "primaryValue": 7.25}]
    reply = json.dumps(
        {"elapsedTime": "0.1 secs", "count": 2, "data": [{**USUAL, **one} for one in records], "error": ""}
    )
    (tmp_path / "csv").mkdir()
    names = ("reporter", "partner", "flow", "code", "period", "value", "net_weight_kg", "edition", "valuation")
    assert import_text(tmp_path, "reply.json", reply).pick(*names) == import_text(
        tmp_path / "csv", "reply.csv", lines(*records)
    ).pick(*names)


def test_the_total_counts_and_not_its_parts_beside_it(tmp_path):
    parts = [
        {"motCode": mode, "customsCode": customs, "partner2Code": second, "primaryValue": 50}
        for mode in (0, 2100, 3200) for customs in ("C00", "C04") for second in (0, 792)
    ]  # fmt: skip
    parts[0]["primaryValue"] = 100
    found = import_text(tmp_path, "reply.csv", lines(*parts))
    assert found.only["value"] == 100.0
    assert found.result.left_out == {"part_of_total": 11}


def test_parts_without_a_total_are_added_up_and_sums_among_them_stand_for_theirs(tmp_path):
    found = import_text(
        tmp_path,
        "reply.csv",
        lines(
            {"motCode": 2000, "primaryValue": 30},
            {"motCode": 2100, "primaryValue": 10},
            {"motCode": 2200, "primaryValue": 20},
            {"motCode": 3200, "primaryValue": 5, "netWgt": ""},
        ),
    )
    assert (found.only["value"], found.only["net_weight_kg"]) == (35.0, None)
    assert found.result.left_out == {"part_of_total": 2, "added_up": 1}


def test_the_same_row_twice_counts_once_and_two_figures_for_one_flow_not_at_all(tmp_path):
    found = import_text(
        tmp_path,
        "reply.csv",
        lines({}, {}, {"partnerCode": 643}, {"partnerCode": 643, "primaryValue": 99.0}, {"partnerCode": 398}),
    )
    assert [row["partner"] for row in found.rows] == ["CN", "KZ"]
    assert found.result.refused == {"row_repeated": 1, "rows_conflict": 2}
    assert any("Rows 4 and 5 give different figures" in line for line in found.rejects)


def test_estimated_weights_are_marked_and_unspecified_partners_stay(tmp_path):
    found = import_text(
        tmp_path,
        "reply.csv",
        lines({"isNetWgtEstimated": True}, {"partnerCode": 899}, {"partnerCode": 837}, {"partnerCode": 0}),
    )
    assert found.pick("partner", "mark", "value") == [("CN", "estimated", 100.0), ("_X", "", 200.0), ("W", "", 100.0)]


@pytest.mark.parametrize(
    ("flow", "kind"), [("X", "export"), ("M", "import"), ("RX", "re-export"), ("RM", "re-import"), ("2", "export")]
)
def test_flows_have_one_name_in_every_dialect(tmp_path, flow, kind):
    assert import_text(tmp_path, "reply.csv", lines({"flowCode": flow})).only["flow"] == kind


def test_domestic_exports_are_part_of_exports_and_left_out(tmp_path):
    found = import_text(tmp_path, "reply.csv", lines({"flowCode": "X"}, {"flowCode": "DX"}))
    assert found.result.left_out == {"part_of_flow": 1}


def test_the_files_of_the_former_web_site_are_read(tmp_path):
    text = (
        "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,"
        "Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,Customs Proc. Code,"
        "Mode of Transport Code,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Netweight (kg),"
        "Trade Value (US$),Flag\n"
        "H4,2016,201603,March 2016,6,1,3,Re-Export,36,Australia,AUS,643,Russian Federation,RUS,,,,010121,"
        '"Horses; live, pure-bred",5,Number of items,3,1500,91128858,0\n'
    )
    row = import_text(tmp_path, "comtrade.csv", text).only
    assert (row["reporter"], row["partner"], row["flow"], row["edition"]) == ("AU", "RU", "re-export", 2012)
    assert (row["period"], row["frequency"], row["value"]) == (date(2016, 3, 1), "M", 91128858.0)


def test_a_reply_that_breaks_off_is_not_taken_for_the_whole(tmp_path):
    with pytest.raises(InputError, match="breaks off"):
        import_text(tmp_path, "reply.json", json.dumps({"data": [USUAL, USUAL]})[:-40])


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "rows", "value"),
    [
        ("comtrade_v1_47cols_eu_imports_world_2018.csv", 5004, 969725754789.1946),
        ("comtrade_v1_47cols_example3.csv", 1586, 14883120991.0),
    ],
)
def test_every_row_of_real_replies_is_kept(tmp_path, name, rows, value):
    found = import_path(SHARED / "format_samples" / name, tmp_path)
    assert (found.result.read, found.result.kept) == (rows, rows)
    assert found.result.summary.value == pytest.approx(value)


@needs_shared
@pytest.mark.shared
def test_armenian_cars_are_added_up_over_modes_of_transport(tmp_path):
    found = import_path(SHARED / "armenia" / "vehicle_trade_armenia.csv", tmp_path)
    assert (found.result.read, found.result.kept, found.result.left_out) == (10405, 6082, {"added_up": 4323})
    keys = {(row["flow"], row["partner"], row["code"], row["period"]) for row in found.rows}
    assert len(keys) == len(found.rows)
    headings = sum(float(str(row["value"])) for row in found.rows if row["code"] == "8703")
    codes = sum(float(str(row["value"])) for row in found.rows if row["code"] != "8703")
    assert (headings, codes) == pytest.approx((2758173876.66, 2758064674.83))


@needs_shared
@pytest.mark.shared
def test_armenian_phones_are_read_in_spite_of_two_encodings(tmp_path):
    found = import_path(SHARED / "armenia" / "mobile_phone_armenia.csv", tmp_path)
    assert (found.result.read, found.result.kept) == (286, 286)
    assert [issue.code for issue in found.result.issues] == ["encoding_guessed"]
