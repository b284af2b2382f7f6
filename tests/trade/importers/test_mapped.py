"""National tables: what a mapping says of their columns, units and words."""

from datetime import date

import pytest

from entrepot.errors import CallError, InputError
from tests.trade.importers.support import SHARED, import_path, import_text, needs_shared
from tests.trade.importers.test_eurostat import write_workbook

BASIC = """
dataset = "armstat"
edition = 2022
[reporter]
constant = "AM"
[partner]
column = "Country"
[flow]
column = "Direction"
words = { "Ввоз" = "import", "Вывоз" = "export" }
[code]
column = "Code"
digits = 6
[period]
year = "Year"
month = "Month"
[value]
column = "Value"
unit = "thousand USD"
[weight]
column = "Weight"
unit = "tonnes"
"""
HEAD = "Country,Direction,Code,Year,Month,Value,Weight\n"


def test_units_words_zeros_and_months_are_as_the_mapping_says(tmp_path):
    row = import_text(tmp_path, "armstat.csv", HEAD + "Czech Rep.,Вывоз,10121,2022,3,1.5,0.25\n", BASIC).only
    assert (row["reporter"], row["partner"], row["flow"], row["code"]) == ("AM", "CZ", "export", "010121")
    assert (row["value"], row["currency"], row["net_weight_kg"]) == (1500.0, "USD", 250.0)
    assert (row["period"], row["edition"], row["dataset"]) == (date(2022, 3, 1), 2022, "armstat")


def test_separators_of_thousands_and_decimal_commas_are_read_only_where_said(tmp_path):
    text = HEAD.replace(",", ";") + "Turkey;Ввоз;851713;2022;3;1.234,5;\nTurkey;Ввоз;851712;2022;3;12 345,5;\n"
    found = import_text(tmp_path, "a.csv", text, 'decimal = ","\nthousands = "."\n' + BASIC)
    assert found.pick("value") == [(1234500.0,), (12345500.0,)]
    (tmp_path / "other").mkdir()
    found = import_text(
        tmp_path / "other", "a.csv", HEAD + 'Turkey,Ввоз,851713,2022,3,"1,234",\nIran,Ввоз,851713,2022,3,5,\n', BASIC
    )
    assert found.result.refused == {"value_unreadable": 1}
    assert "separators of thousands" in found.rejects[1]


def test_a_number_with_separators_is_never_read_as_another_number(tmp_path):
    text = HEAD + 'Turkey,Ввоз,851713,2022,3,"1,234",\nIran,Ввоз,851713,2022,3,5,\n'
    assert import_text(tmp_path, "a.csv", text, BASIC).pick("partner") == [("IR",)]


def test_rows_that_cannot_be_are_refused_each_with_its_line_and_what_to_do(tmp_path):
    bad = [
        ("Turkey,Ввоз,851713,2022,3,-5,", "value_negative"),
        ("Turkey,Transit,851713,2022,3,5,", "flow_unknown"),
        ("Ruritania,Ввоз,851713,2022,3,5,", "partner_unknown"),
        ("Turkey,Ввоз,8517130000,2022,3,5,", "code_length"),
        ("Turkey,Ввоз,8517-x,2022,3,5,", "code_unreadable"),
        ("Turkey,Ввоз,851713,2022,13,5,", "period_unreadable"),
        ("Turkey,Ввоз,851713,2022,3,n.a.,", "value_unreadable"),
        ("Turkey,Ввоз,851713,2022,4,5,heavy", "weight_unreadable"),
        ("Turkey,Ввоз,,2022,4,5,", "code_missing"),
    ]
    text = HEAD + "Iran,Ввоз,851713,2022,3,5,\n" + "".join(f"{line}\n" for line, _ in bad)
    found = import_text(tmp_path, "a.csv", text, BASIC)
    assert found.result.kept == 1
    assert [line.split(",")[:2] for line in found.rejects[1:]] == [
        [str(at), code] for at, (_, code) in enumerate(bad, start=3)
    ]


def test_dates_of_excel_are_recognised_and_read_where_said(tmp_path):
    mapping = BASIC.replace('year = "Year"\nmonth = "Month"', 'column = "Year"')
    text = HEAD + "Turkey,Ввоз,851713,44621,,5,\nIran,Ввоз,851713,2022-03,,5,\n"
    found = import_text(tmp_path, "a.csv", text, mapping)
    assert found.result.refused == {"period_excel": 1}
    assert 'format = ""excel""' in found.rejects[1]
    (tmp_path / "other").mkdir()
    text = HEAD + "Turkey,Ввоз,851713,44621,,5,\n"
    said = mapping.replace('column = "Year"', 'column = "Year"\nformat = "excel"')
    assert import_text(tmp_path / "other", "a.csv", text, said).only["period"] == date(2022, 3, 1)


@pytest.mark.parametrize(
    ("form", "cell", "frequency"),
    [("%d.%m.%Y", "15.03.2022", "M"), ("%B %Y", "March 2022", "M"), ("%b-%y", "Mar-22", "M"), ("%Y", "2022", "A")],
)
def test_periods_are_read_in_the_form_that_is_said(tmp_path, form, cell, frequency):
    mapping = BASIC.replace('year = "Year"\nmonth = "Month"', f'column = "Year"\nformat = "{form}"')
    row = import_text(tmp_path, "a.csv", HEAD + f"Turkey,Ввоз,851713,{cell},,5,\n", mapping).only
    assert (row["period"], row["frequency"]) == (date(2022, 3 if frequency == "M" else 1, 1), frequency)


def test_quarters_are_quarters(tmp_path):
    mapping = BASIC.replace('year = "Year"\nmonth = "Month"', 'column = "Year"')
    row = import_text(tmp_path, "a.csv", HEAD + "Turkey,Ввоз,851713,2022-Q3,,5,\n", mapping).only
    assert (row["period"], row["frequency"]) == (date(2022, 7, 1), "Q")


def test_a_column_a_month_becomes_a_row_a_month_and_empty_cells_none(tmp_path):
    mapping = BASIC.split("[period]")[0] + "[period]\ncolumns = '^\\d{4}-\\d{2}$'\n[value]\nunit = \"mln USD\"\n"
    text = "Country,Direction,Code,2022-01,2022-02,2022-03\nTurkey,Ввоз,851713,1,,0\nIran,Ввоз,851713,2,3,x\n"
    found = import_text(tmp_path, "a.csv", text, mapping)
    assert found.pick("partner", "period", "value") == [
        ("TR", date(2022, 1, 1), 1e6),
        ("TR", date(2022, 3, 1), 0.0),
        ("IR", date(2022, 1, 1), 2e6),
        ("IR", date(2022, 2, 1), 3e6),
    ]
    assert (found.result.read, found.result.left_out, found.result.refused) == (
        6,
        {"no_value": 1},
        {"value_unreadable": 1},
    )


def test_units_may_stand_in_a_column(tmp_path):
    mapping = BASIC.replace('unit = "thousand USD"', 'unit_column = "Unit"')
    text = HEAD.replace("Weight", "Weight,Unit") + (
        "Turkey,Ввоз,851713,2022,3,5,,thousand USD\nIran,Ввоз,851713,2022,3,5,,EUR\nKZ,Ввоз,851713,2022,3,5,,barrels\n"
    )
    found = import_text(tmp_path, "a.csv", text, mapping)
    assert found.pick("value", "currency") == [(5000.0, "USD"), (5.0, "EUR")]
    assert found.result.refused == {"unit_unknown": 1}


def test_a_workbook_is_read_by_a_mapping(tmp_path):
    rows = [["Foreign trade of Armenia"], HEAD.strip().split(","), ["Turkey", "Ввоз", "851713", 2022, 3, 1.5, 0.25]]
    path = write_workbook(tmp_path / "armstat.xlsx", {"Notes": [["x"]], "Data": rows})
    row = import_path(path, tmp_path, 'sheet = "Data"\nheader_line = 2\n' + BASIC).only
    assert (row["partner"], row["value"], row["row"]) == ("TR", 1500.0, 3)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("thousand USD", "thousand"), "unit with the currency"),
        (('[weight]\ncolumn = "Weight"\nunit = "tonnes"', '[weight]\ncolumn = "Weight"\nunit = "pieces"'), "weight"),
        (('dataset = "armstat"', ""), "what collection"),
        (('[code]\ncolumn = "Code"\ndigits = 6', "[code]\nzeros = 6"), "means nothing"),
        (('"export" }', '"transit" }'), "must lead to"),
        (("[value]", "[values]"), "means nothing"),
    ],
)
def test_a_mapping_that_leaves_something_open_is_refused(tmp_path, change, said):
    with pytest.raises(CallError, match=said):
        import_text(tmp_path, "a.csv", HEAD + "Turkey,Ввоз,851713,2022,3,5,\n", BASIC.replace(*change))


def test_a_column_that_is_not_there_is_named_with_those_that_are(tmp_path):
    with pytest.raises(InputError, match=r"'Direction'.*its columns are: Country, Flow"):
        import_text(tmp_path, "a.csv", HEAD.replace("Direction", "Flow") + "Turkey,Ввоз,851713,2022,3,5,\n", BASIC)


ARMSTAT = """
dataset = "armstat"
nomenclature = "HS"
[reporter]
constant = "AM"
[partner]
column = "country"
scheme = "name"
[code]
constant = "TOTAL"
[period]
year = "year"
month = "month"
[value]
unit = "thousand USD"
[[series]]
column = "export"
flow = "export"
attribution = "destination"
[[series]]
column = "import_origin"
flow = "import"
attribution = "origin"
[[series]]
column = "import_consignment"
flow = "import"
attribution = "consignment"
"""


def test_a_column_a_flow_becomes_a_row_a_flow(tmp_path):
    text = (
        '\ufeff"country","year","month","export","import_origin","import_consignment","date"\n'
        '"Czech Rep.",2024,2,1,0.26,0,"2024-02-01"\n'
    )
    found = import_text(tmp_path, "armstat.csv", text, ARMSTAT)
    assert sorted(found.pick("partner", "flow", "attribution", "value")) == [
        ("CZ", "export", "destination", 1000.0),
        ("CZ", "import", "consignment", 0.0),
        ("CZ", "import", "origin", 260.0),
    ]


@needs_shared
@pytest.mark.shared
def test_every_country_of_armstat_is_known(tmp_path):
    found = import_path(SHARED / "armenia" / "armstat_trade_by_country_monthly_2007_2024.csv", tmp_path, ARMSTAT)
    assert found.result.read == 3 * 28367
    assert found.result.refused == {}
    rows = [row for row in found.rows if row["flow"] == "import" and row["attribution"] == "origin"]
    assert sum(float(str(row["value"])) for row in rows if row["period"].year == 2023 and row["partner"] == "RU") > 1e9


EUROSTAT = """
dataset = "comext"
nomenclature = "CN"
edition = "period"
[reporter]
column = "reporter_iso"
scheme = "iso3"
[partner]
column = "partner_iso"
scheme = "iso3"
[flow]
column = "flow"
words = { EXPORT = "export", IMPORT = "import" }
[code]
column = "cn_code"
[period]
column = "period"
[value]
column = "value_eur"
unit = "EUR"
[attribution]
import = "origin"
export = "destination"
"""


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        pytest.param(
            "eu_exports_sanctioned_codes_monthly_202001_202211.parquet", 1141670, marks=pytest.mark.slow, id="exports"
        ),
        ("eu_total_and_energy_trade_monthly.csv", 17968),
    ],
)
def test_the_tables_of_eurostat_are_read_by_one_mapping_and_by_their_headers(tmp_path, name, rows):
    for mapping in (EUROSTAT, ""):
        folder = tmp_path / ("mapped" if mapping else "plain")
        folder.mkdir()
        result = import_path(SHARED / "eurostat" / name, folder, mapping).result
        assert (result.read, result.kept) == (rows, rows)
