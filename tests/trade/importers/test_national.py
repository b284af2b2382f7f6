"""National tables as offices print them: their periods, numbers, codes, units, and what is refused in them."""

from datetime import date

import pytest

from entrepot.errors import CallError, InputError
from tests.trade.importers.support import import_path, import_text
from tests.trade.importers.test_eurostat import write_workbook

BASIC = """
dataset = "tuik"
[reporter]
constant = "TR"
[partner]
column = "Country"
[flow]
constant = "export"
[code]
column = "HS"
[period]
column = "Period"
[value]
column = "Value"
unit = "USD"
"""
HEAD = "Country;HS;Period;Value\n"


def _lines(cells: list[str], form: str) -> str:
    return HEAD + "".join(form.format(at=847100 + at, cell=cell) + "\n" for at, cell in enumerate(cells))


def test_a_month_is_read_in_the_words_of_its_office(tmp_path):
    months = ["03/2022", "3.2022", "03-2022", "March 2022", "2022 - Mar", "Mart 2022", "март 2022 г.", "2022, березень"]
    months += ["2022年3月", "mars 2022", "März 2022", "2022 год, март"]
    found = import_text(tmp_path, "a.csv", _lines(months, "Iran;{at};{cell};5"), BASIC)
    assert found.pick("period", "frequency") == [(date(2022, 3, 1), "M")] * len(months)


def test_what_may_be_another_period_is_refused(tmp_path):
    spoken = ["2021-2022", "2021-22", "FY2022", "Mar-22", "2022.1", "January-March 2022", "13/2022", "2022"]
    found = import_text(tmp_path, "a.csv", _lines(spoken, "Iran;{at};{cell};5"), BASIC)
    assert found.pick("period", "frequency") == [(date(2022, 1, 1), "A")]
    assert found.result.refused == {"period_fiscal": 3, "period_unreadable": 4}
    assert "'2021-2022' does not begin in January" in found.rejects[1]


def test_a_month_in_a_column_of_its_own_may_be_a_word(tmp_path):
    mapping = BASIC.replace('column = "Period"', 'year = "Year"\nmonth = "Month"')
    text = "Country;HS;Year;Month;Value\nIran;847130;2022;Ocak;5\nIran;847130;2022;2;5\n"
    found = import_text(tmp_path, "a.csv", text, mapping)
    assert found.pick("period") == [(date(2022, 1, 1),), (date(2022, 2, 1),)]


def test_a_code_is_what_stands_before_its_description_and_between_the_marks_of_spreadsheets(tmp_path):
    codes = ["'847130", "=847131", "8471.32.00", "8471\u00a033", "847134 Portable computers", "84 - Machinery"]
    text = HEAD + "".join(f"Iran;{code};2022-03;5\n" for code in codes)
    found = import_text(tmp_path, "a.csv", text, BASIC)
    assert found.pick("code") == [("847130",), ("847131",), ("84713200",), ("847133",), ("847134",), ("84",)]


def test_a_code_that_has_lost_digits_is_never_taken_for_another(tmp_path):
    codes = ["8.4713E+09", "8.4713E9", "10121", "101", "00", "PORTABLE", "847130"]
    text = HEAD + "".join(f"Iran;{code};2022-03;5\n" for code in codes)
    found = import_text(tmp_path, "a.csv", text, BASIC)
    assert found.pick("code") == [("847130",)]
    assert found.result.refused == {"code_unreadable": 3, "code_zeros": 3}


def test_zeros_are_put_back_but_a_heading_becomes_no_subheading(tmp_path):
    mapping = BASIC.replace('column = "HS"', 'column = "HS"\ndigits = 10')
    text = HEAD + "Iran;101210000;2022-03;5\nIran;101210001.0;2022-03;5\nIran;847130;2022-03;5\n"
    found = import_text(tmp_path, "a.csv", text, mapping)
    assert found.pick("code") == [("0101210000",), ("0101210001",)]
    assert found.result.refused == {"code_zeros": 1}


@pytest.mark.parametrize(
    ("marks", "cell", "value"),
    [
        ('thousands = "\'"', "1\u2019234\u2019567", 1234567.0),
        ('thousands = ","', "12,34,567", 1234567.0),
        ('thousands = " "\ndecimal = ","', "1\u00a0234,5", 1234.5),
        ('thousands = " "\ndecimal = ","', "1\u2009234,5", 1234.5),
        ('thousands = ","', "1,5", None),
        ('thousands = ","', "1,2345", None),
        ('decimal = ","', "1.234", None),
        ('thousands = "."\ndecimal = ","', "1.5", None),
        ("", "#REF!", None),
        ("", "5%", None),
        ("", "=A1+B2", None),
    ],
)
def test_a_separator_in_another_place_makes_no_number(tmp_path, marks, cell, value):
    text = HEAD + f"Iran;847130;2022-03;{cell}\nIran;847131;2022-03;5\n"
    found = import_text(tmp_path, "a.csv", text, marks + BASIC)
    assert found.pick("value") == ([(value,)] if value else []) + [(5.0,)]
    assert found.result.refused == ({} if value else {"value_unreadable": 1})


def test_numbers_of_a_workbook_keep_their_decimals_beside_texts_with_commas(tmp_path):
    rows = [
        ["Country", "HS", "Period", "Value"],
        ["Iran", 847130, "2022-03", 1234.5],
        ["Iran", 847131, 2022, "1.234,5"],
    ]
    path = write_workbook(tmp_path / "a.xlsx", {"Data": rows})
    found = import_path(path, tmp_path, 'decimal = ","\nthousands = "."' + BASIC)
    assert found.pick("value") == [(1234.5,), (1234.5,)]


def test_a_unit_in_a_column_counts_with_its_scale_or_not_at_all(tmp_path):
    mapping = BASIC.replace('unit = "USD"', 'unit_column = "Unit"')
    units = ["USD", "'000 USD", "USD 1000000", "billion USD", "тыс. долл. США", "CNY", "RUB mln", "HK$", "EUR/USD", ""]
    text = "Country;HS;Period;Value;Unit\n"
    text += "".join(f"Iran;{847100 + at};2022-03;5;{unit}\n" for at, unit in enumerate(units))
    found = import_text(tmp_path, "a.csv", text, mapping)
    assert found.pick("value", "currency") == [
        *((5.0, "USD"), (5e3, "USD"), (5e6, "USD"), (5e9, "USD"), (5e3, "USD"), (5.0, "CNY"), (5e6, "RUB"))
    ]
    assert found.result.refused == {"unit_unknown": 3}
    assert "'hk$', is not known" in found.rejects[1]


@pytest.mark.parametrize("unit", ["US dollars", "тыс. долл. США", "thousand US dollars", "тис. дол. США", "ABD $"])
def test_dollars_are_said_in_many_ways(tmp_path, unit):
    mapping = BASIC.replace('unit = "USD"', f'unit = "{unit}"')
    row = import_text(tmp_path, "a.csv", HEAD + "Iran;847130;2022-03;5\n", mapping).only
    assert (row["currency"], row["value"]) == ("USD", 5000.0 if unit.startswith(("т", "thousand")) else 5.0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("header_line = 0", "header_line"),
        ('header_line = "x"', "header_line"),
        ('encoding = "base64"', "no encoding"),
        ('delimiter = ";;"', "delimiter"),
        ('decimal = ";"', "decimal"),
        ('thousands = "."', "one mark"),
        ("missing = 5", "must be a list"),
        ('valuation = "XX"', "FOB, CIF"),
        ('frequency = "week"', "frequency"),
        ('left_out = [{ column = "HS" }]', "left_out"),
        ('territories = "x"', "must be a section"),
        ('territories = { Iran = "ZQ" }', "leads to ZQ"),
        ('suppressed = { words = ["c"] }', "needs a column"),
    ],
)
def test_a_word_of_a_mapping_that_cannot_be_is_refused_with_a_sentence(tmp_path, change, said):
    with pytest.raises(CallError, match=said):
        import_text(tmp_path, "a.csv", HEAD + "Iran;847130;2022-03;5\n", change + "\n" + BASIC)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('column = "HS"', 'column = "HS"\ndigits = "x"', "digits"),
        ('column = "Period"', 'columns = "["', "no pattern"),
        ('column = "Period"', 'column = "Period"\nformat = "%q"', "format"),
    ],
)
def test_a_number_or_pattern_of_a_mapping_that_is_none_is_refused(tmp_path, old, new, said):
    with pytest.raises(CallError, match=said):
        import_text(tmp_path, "a.csv", HEAD + "Iran;847130;2022-03;5\n", BASIC.replace(old, new))


def test_two_columns_of_one_name_are_told_and_one_without_a_name_does_no_harm(tmp_path):
    with pytest.raises(InputError, match="several columns named value"):
        import_text(tmp_path, "a.csv", "Country;HS;Period;Value;VALUE\nIran;847130;2022-03;5;6\n", BASIC)
    assert import_text(tmp_path, "a.csv", "Country;HS;Period;Value;\nIran;847130;2022-03;5;\n", BASIC).only


def test_columns_in_another_encoding_lead_to_the_encoding(tmp_path):
    mapping = BASIC.replace('"Country"', '"Страна"')
    text = HEAD.replace("Country", "Страна") + "Китай;847130;2022-03;5\n"
    with pytest.raises(InputError, match="say the encoding"):
        import_text(tmp_path, "a.csv", text.encode("cp1251"), mapping)
    assert (
        import_text(tmp_path, "a.csv", text.encode("cp1251"), 'encoding = "cp1251"' + mapping).only["partner"] == "CN"
    )


def test_titles_stand_above_the_headers_and_words_around_their_periods(tmp_path):
    mapping = BASIC.split("[period]")[0] + '[period]\ncolumns = "^Exported value in (.+)"\n[value]\nunit = "USD"\n'
    text = "Trade, by partner, monthly\n\nCountry;HS;Exported value in 2022-M01;Exported value in Feb 2022\n"
    found = import_text(tmp_path, "a.csv", text + "Iran;847130;5;6\nSource: customs\n", "header_line = 3\n" + mapping)
    assert found.pick("period", "value", "row") == [(date(2022, 1, 1), 5.0, 4), (date(2022, 2, 1), 6.0, 4)]
    assert found.result.refused == {"cells_wrong": 1}
