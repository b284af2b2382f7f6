"""BACI: numbers of territories, lost zeros, thousand dollars, tons."""

from datetime import date

import pytest

from entrepot.errors import InputError
from tests.trade.importers.support import SHARED, import_path, import_text, needs_shared

HEAD = "t,i,j,k,v,q\n"
NAME = "BACI_HS17_Y2021_V202301.csv"


def test_a_row_of_baci_is_an_export_in_dollars_and_kilograms(tmp_path):
    row = import_text(tmp_path, NAME, HEAD + '2021,276,792,10121,52.051,"       13.235"\n').only
    assert (row["reporter"], row["partner"], row["flow"]) == ("DE", "TR", "export")
    assert (row["nomenclature"], row["edition"], row["code"]) == ("HS", 2017, "010121")
    assert (row["value"], row["currency"], row["valuation"], row["net_weight_kg"]) == (52051.0, "USD", "FOB", 13235.0)
    assert (row["period"], row["frequency"], row["dataset"]) == (date(2021, 1, 1), "A", "baci")
    assert (row["source"], row["row"], row["partner2"], row["mark"]) == (7, 2, "", "")


def test_a_weight_that_is_not_given_is_no_zero(tmp_path):
    found = import_text(tmp_path, NAME, HEAD + '2021,4,24,382390,1.5,"           NA"\n2021,4,8,382390,1.5,0\n')
    assert found.pick("net_weight_kg") == [(None,), (None,)]


def test_the_numbers_of_baci_are_those_of_comtrade(tmp_path):
    codes = {"251": "FR", "842": "US", "757": "CH", "579": "NO", "699": "IN", "490": "TW", "58": "BE", "711": "ZA"}
    lines = "".join(f"2021,{code},276,851713,1,1\n" for code in codes)
    assert [row["reporter"] for row in import_text(tmp_path, NAME, HEAD + lines).rows] == list(codes.values())


def test_two_codes_of_one_territory_are_added_up_and_said(tmp_path):
    found = import_text(tmp_path, NAME, HEAD + "2021,710,276,851713,1,2\n2021,711,276,851713,3,4\n")
    assert (found.only["value"], found.only["net_weight_kg"], found.only["row"]) == (4000.0, 6000.0, 2)
    assert found.result.left_out == {"same_territory": 1}


def test_an_unknown_territory_is_refused_with_its_line(tmp_path):
    found = import_text(tmp_path, NAME, HEAD + "2021,4,24,382390,1,1\n2021,999,24,382390,1,1\n")
    assert found.result.refused == {"reporter_unknown": 1}
    assert found.rejects[0] == "line,reason,sentence,text"
    assert found.rejects[1].startswith("3,reporter_unknown,")
    assert "'999'" in found.rejects[1] and '"2021,999,24,382390,1,1"' in found.rejects[1]


def test_the_edition_is_asked_for_where_the_name_is_silent(tmp_path):
    text = HEAD + "2021,4,24,382390,1,1\n"
    with pytest.raises(InputError, match=r"--edition 2017"):
        import_text(tmp_path, "world.csv", text)
    assert import_text(tmp_path, "world.csv", text, edition=2012).only["edition"] == 2012


@needs_shared
@pytest.mark.shared
def test_every_row_of_the_real_sample_is_kept(tmp_path):
    found = import_path(SHARED / "format_samples" / "BACI_HS92_Y2021_V202301_sample_countries_4_710.csv", tmp_path)
    assert (found.result.read, found.result.kept) == (71192, 71192)
    assert {row["reporter"] for row in found.rows} == {"AF", "ZA"}
    assert {len(str(row["code"])) for row in found.rows} == {6}
    assert found.result.summary.value == pytest.approx(69369988138.0)
