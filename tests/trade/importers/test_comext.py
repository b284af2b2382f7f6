"""Comext bulk files: procedures, masked codes, the whole year as month 52, numbers of former years."""

from datetime import date

import pytest

from tests.trade.importers.support import import_text

V2 = (
    "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_BEC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,"
    "VALUE_EUR,VALUE_NAC,QUANTITY_KG,SUP_QUANTITY\n"
)
NAME = "full_v2_202203.dat"


def line(
    *, reporter="DE", partner="KZ", kind="E", code="85171300", flow="2", procedure="1", period="202203", value="100"
):
    return f"{reporter},{partner},{kind},{code},76411,2630,41,{flow},{procedure},p/st,{period},{value},{value},12.5,3\n"


def test_a_line_is_a_flow_in_euros_of_the_nomenclature_of_its_year(tmp_path):
    row = import_text(tmp_path, NAME, V2 + line()).only
    assert (row["reporter"], row["partner"], row["flow"], row["code"]) == ("DE", "KZ", "export", "85171300")
    assert (row["nomenclature"], row["edition"], row["period"], row["frequency"]) == ("CN", 2022, date(2022, 3, 1), "M")
    assert (row["value"], row["currency"], row["valuation"], row["attribution"]) == (100.0, "EUR", "FOB", "destination")
    assert (row["net_weight_kg"], row["quantity"], row["quantity_unit"]) == (12.5, 3.0, "p/st")


def test_procedures_are_added_up(tmp_path):
    found = import_text(tmp_path, NAME, V2 + line(procedure="1", value="100") + line(procedure="3", value="7"))
    assert (found.only["value"], found.only["net_weight_kg"], found.only["quantity"]) == (107.0, 25.0, 6.0)
    assert found.result.left_out == {"added_up": 1}


def test_month_52_is_the_year(tmp_path):
    row = import_text(tmp_path, "full_v2_202252.dat", V2 + line(period="202252")).only
    assert (row["period"], row["frequency"]) == (date(2022, 1, 1), "A")


def test_masked_codes_are_kept_and_marked(tmp_path):
    found = import_text(
        tmp_path, NAME, V2 + line(code="8471SSSS") + line(code="99SSSSSS") + line(code="TOTAL") + line(code="85")
    )
    assert found.pick("code", "mark") == [
        ("8471SSSS", "suppressed"),
        ("99SSSSSS", "suppressed"),
        ("TOTAL", ""),
        ("85", ""),
    ]


def test_withheld_partners_are_unspecified_and_marked(tmp_path):
    found = import_text(tmp_path, NAME, V2 + line(partner="QY") + line(partner="QU", code="27090090"))
    assert found.pick("partner", "mark") == [("_X", "suppressed"), ("_X", "")]


def test_imports_are_booked_by_origin_and_within_the_union_by_consignment(tmp_path):
    found = import_text(tmp_path, NAME, V2 + line(flow="1") + line(flow="1", partner="FR", kind="I"))
    assert found.pick("valuation", "attribution") == [("CIF", "origin"), ("CIF", "consignment")]


def test_serbia_greece_and_northern_ireland_have_codes_of_their_own_there(tmp_path):
    found = import_text(
        tmp_path, NAME, V2 + line(partner="XS") + line(reporter="GR", partner="XI") + line(partner="XK")
    )
    assert found.pick("reporter", "partner") == [("DE", "RS"), ("GR", "GB"), ("DE", "XK")]


def test_groups_of_territories_are_left_out(tmp_path):
    found = import_text(tmp_path, NAME, V2 + line() + line(partner="EXT_EU27_2020") + line(reporter="EU27_2020"))
    assert found.pick("reporter", "partner") == [("DE", "KZ"), ("EU", "KZ")]
    assert found.result.left_out == {"group": 1}


def test_codes_of_another_length_are_refused(tmp_path):
    found = import_text(tmp_path, NAME, V2 + line() + line(code="8517130"))
    assert found.result.refused == {"code_unreadable": 1}


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_the_older_form_has_numbers_thousand_ecu_and_the_sum_over_regimes(tmp_path, delimiter):
    text = (
        "DECLARANT,PARTNER,PRODUCT_NC,FLOW,STAT_REGIME,PERIOD,VALUE_1000ECU,QUANTITY_TON,SUP_QUANTITY\n"
        "004,075,85252091,2,4,199803,12,0.5,\n"
        "004,075,85252091,2,1,199803,10,0.4,\n"
        "004,075,85252091,2,3,199803,2,0.1,\n"
    )
    found = import_text(tmp_path, "full199803.dat", text.replace(",", delimiter))
    row = found.only
    assert (row["reporter"], row["partner"], row["value"], row["net_weight_kg"]) == ("DE", "RU", 12000.0, 500.0)
    assert (row["period"], row["edition"]) == (date(1998, 3, 1), 1998)
    assert found.result.left_out == {"part_of_total": 2}


def test_the_form_with_both_codes_is_read_by_letters(tmp_path):
    text = (
        "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,"
        "VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY\n001,FR,0400,US,E,88024000,79240,2,1,A,201512,5,6,7\n"
    )
    assert import_text(tmp_path, "full201512.dat", text).pick("reporter", "partner", "value") == [("FR", "US", 5.0)]
