"""Tables whose header says everything, and what is asked where it does not."""

from datetime import date

import pytest

from entrepot.errors import InputError, UnsupportedInputError
from tests.trade.importers.support import import_text


def test_a_plain_header_with_units_needs_no_mapping(tmp_path):
    text = (
        "reporter,partner,flow,hs_code,year,month,value_thousand_usd,net_weight_t\n"
        "UZB,RUS,Exports,851713,2022,3,2,0.5\n"
    )
    row = import_text(tmp_path, "table.csv", text).only
    assert (row["reporter"], row["partner"], row["flow"], row["code"]) == ("UZ", "RU", "export", "851713")
    assert (row["value"], row["currency"], row["net_weight_kg"], row["period"]) == (
        2000.0,
        "USD",
        500.0,
        date(2022, 3, 1),
    )


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("reporter,partner,flow,hs_code,year,value", "does not say in what unit"),
        ("reporter,partner,flow,hs_code,year,value_usd,value_eur", "all hold values"),
        ("reporter,partner,hs_code,year,value_usd", "imports or exports"),
        ("reporter,partner,flow,hs_code,value_usd", "year or month"),
    ],
)
def test_what_a_header_leaves_open_is_asked(tmp_path, header, said):
    line = ",".join("1" for _ in header.split(","))
    with pytest.raises(InputError, match=said):
        import_text(tmp_path, "table.csv", f"{header}\n{line}\n")


def test_a_header_of_no_format_names_its_columns(tmp_path):
    with pytest.raises(UnsupportedInputError, match=r"columns: name, age.*--mapping"):
        import_text(tmp_path, "people.csv", "name,age\nA,3\n")
