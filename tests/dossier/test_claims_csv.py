import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.dossier import render_csv
from entrepot.dossier.claims_csv import COLUMNS, FORMULA_STARTS, safe_cell
from entrepot.model.case import CaseContents
from tests.dossier.samples import alleged_supply, full_case, make_case, make_claim, make_document


def rows(case: CaseContents) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(case), newline="")))


def test_there_is_one_row_a_claim_in_the_order_of_the_case() -> None:
    assert [row["id"] for row in rows(full_case())] == [claim.id for claim in full_case().claims]


def test_the_slots_of_a_claim_stand_in_columns() -> None:
    row = rows(full_case())[0]
    assert row["statement"] == "Iran supplied drones to Russia"
    assert (row["role_supplier"], row["role_goods"], row["role_recipient"]) == ("Iran", "drones", "Russia")
    assert row["actors"] == "supplier=country:IR; recipient=country:RU"
    assert (row["when_start"], row["when_end"], row["when_text"]) == ("2025-08-01", "2025-08-31", "August 2025")
    assert (row["modality"], row["source"], row["chain"]) == ("alleged", "the ministry", "Example Wire < the ministry")
    assert (row["where"], row["hs"], row["goods_classes"]) == ("Russia", "8806", "uav")


def test_a_case_without_claims_is_a_line_of_names() -> None:
    assert render_csv(make_case()) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\uff1d1", "\0=1"]
)
def test_no_cell_becomes_a_formula(text: str) -> None:
    assert safe_cell(text).startswith("'")


def test_an_ordinary_cell_stays_as_it_is() -> None:
    assert safe_cell("5 - 3 = 2") == "5 - 3 = 2"
    assert safe_cell("") == ""


def test_a_hostile_title_reaches_no_spreadsheet_as_a_formula() -> None:
    document = make_document(title='=HYPERLINK("http://example.org")', publisher="@cmd")
    row = rows(make_case(make_claim(document), documents=(document,)))[0]
    assert row["title"].startswith("'=") and row["publisher"].startswith("'@")


@given(st.text(), st.text())
def test_any_text_keeps_its_cell_and_opens_none_as_a_formula(title: str, publisher: str) -> None:
    document = make_document(title=title, publisher=publisher)
    text = render_csv(make_case(alleged_supply(document), documents=(document,)))
    text.encode()
    table = list(csv.reader(io.StringIO(text, newline="")))
    assert len(table) == 2 and len(table[1]) == len(COLUMNS)
    assert not any(cell.lstrip().startswith(FORMULA_STARTS) for cell in table[1])
