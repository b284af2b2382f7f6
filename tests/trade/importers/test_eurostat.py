"""Eurostat's data browser: SDMX-CSV, TSV and workbooks give the same flows."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from entrepot.errors import InputError
from tests.trade.importers.support import import_path, import_text

HEAD = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
FLOW = "ESTAT:DS-045409(1.0),15/02/23,M,LT,KG,87032319,2"


def test_value_and_weight_of_a_flow_stand_in_rows_of_their_own_and_are_joined(tmp_path):
    cells = ("VALUE_IN_EUROS,2022-05,1000,", "QUANTITY_IN_100KG,2022-05,20.5,", "VALUE_IN_EUROS,2022-06,7,e")
    text = HEAD + "".join(f"{FLOW},{one}\n" for one in cells)
    found = import_text(tmp_path, "ds-045409.csv", text)
    assert found.pick("period", "value", "net_weight_kg", "mark") == [
        (date(2022, 5, 1), 1000.0, 2050.0, ""),
        (date(2022, 6, 1), 7.0, None, "estimated"),
    ]
    assert found.rows[0]["reporter"] == "LT" and found.rows[0]["flow"] == "export"
    assert found.result.left_out == {"joined": 1}


def test_cells_with_labels_are_read_by_their_codes(tmp_path):
    text = HEAD + (
        'ESTAT:DS-045409(1.0),15/02/23,M: Monthly,LT: Lithuania,KG: Kyrgyzstan,"87032319: Motor cars, used",2: EXPORT,'
        "VALUE_IN_EUROS: Value in euros,2022-05,1000,\n"
    )
    row = import_text(tmp_path, "browser.csv", text).only
    assert (row["reporter"], row["partner"], row["code"], row["flow"]) == ("LT", "KG", "87032319", "export")


def test_a_confidential_value_is_none_and_a_missing_one_no_row(tmp_path):
    text = (
        f"{HEAD}{FLOW},VALUE_IN_EUROS,2022-05,:,c\n{FLOW},VALUE_IN_EUROS,2022-06,:,\n{FLOW},VALUE_IN_EUROS,2022-07,0,\n"
    )
    found = import_text(tmp_path, "ds.csv", text)
    assert found.pick("period", "value", "mark") == [
        (date(2022, 5, 1), None, "suppressed"),
        (date(2022, 7, 1), 0.0, ""),
    ]
    assert found.result.left_out == {"no_value": 1}


def test_without_the_indicator_nothing_is_guessed(tmp_path):
    text = "freq,reporter,partner,product,flow,TIME_PERIOD,OBS_VALUE\nM,LT,KG,87032319,2,2022-05,1\n"
    with pytest.raises(InputError, match="what was measured"):
        import_text(tmp_path, "ds.csv", text)


def test_the_tsv_gives_the_flows_of_the_csv(tmp_path):
    text = (
        "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2022-05 \t2022-06 \t2022-07 \n"
        "M,LT,KG,87032319,2,VALUE_IN_EUROS\t1000 \t: \t7 e\n"
        "M,LT,KG,87032319,2,QUANTITY_IN_100KG\t20.5 \t: c\t: \n"
    )
    found = import_text(tmp_path, "ds.tsv", text)
    assert found.pick("period", "value", "net_weight_kg", "mark", "row") == [
        (date(2022, 5, 1), 1000.0, 2050.0, "", 2),
        (date(2022, 7, 1), 7.0, None, "estimated", 2),
    ]


ROWS = [
    ["Data extracted on 06/01/2023 [ESTAT]"],
    ["Dataset: ", "EU trade since 1988 by HS2-4-6 and CN8 [DS-045409]"],
    [],
    ["PRODUCT [PRODUCT]", "", "Motor cars, used [87032319]"],
    ["FLOW [FLOW]", "", "EXPORT [2]"],
    ["INDICATORS [INDICATORS]", "", "Value in euros [VALUE_IN_EUROS]"],
    [],
    ["TIME", "TIME", "2022-05", "", "2022-06", ""],
    ["REPORTER (Labels)", "PARTNER (Labels)", "", "", "", ""],
    ["Lithuania", "Kyrgyzstan", 1000, "", ":", ""],
    ["Germany (incl. German Democratic Republic 'DD' from 1991)", "Kazakhstan", 20.5, "e", ":", "c"],
    [],
    ["Special value"],
    [":", "not available"],
]


def write_workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    """A workbook of the plainest kind: texts inline, numbers as they are."""
    names = list(sheets)
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        )
        rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        pack = "http://schemas.openxmlformats.org/package/2006/relationships"
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{pack}"><Relationship Id="r1" Type="{rel}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        entries = "".join(
            f'<sheet name="{name}" sheetId="{at}" r:id="s{at}"/>' for at, name in enumerate(names, start=1)
        )
        book.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>{entries}</sheets></workbook>'
        )
        links = "".join(
            f'<Relationship Id="s{at}" Type="{rel}/worksheet" Target="worksheets/sheet{at}.xml"/>'
            for at in range(1, len(names) + 1)
        )
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{pack}">{links}</Relationships>')
        for at, name in enumerate(names, start=1):
            lines = "".join(
                f'<row r="{row}">{_cells(row, cells)}</row>' for row, cells in enumerate(sheets[name], start=1)
            )
            book.writestr(
                f"xl/worksheets/sheet{at}.xml", f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'
            )
    return path


def _cells(row: int, cells: list[object]) -> str:
    from xml.sax.saxutils import escape

    found = ""
    for at, cell in enumerate(cells):
        place = f"{chr(65 + at)}{row}"
        if isinstance(cell, int | float):
            found += f'<c r="{place}"><v>{cell}</v></c>'
        elif cell != "":
            found += f'<c r="{place}" t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>'
    return found


def test_a_workbook_is_read_block_by_block(tmp_path):
    second = [
        [str(cell).replace("87032319", "87032490") if at == 3 else cell for cell in row] for at, row in enumerate(ROWS)
    ]
    path = write_workbook(tmp_path / "ds-045409.xlsx", {"Summary": [["Contents"]], "Sheet 1": ROWS, "Sheet 2": second})
    found = import_path(path, tmp_path)
    names = ("reporter", "partner", "code", "flow", "period", "value", "mark", "row")
    assert found.pick(*names)[:3] == [
        ("LT", "KG", "87032319", "export", date(2022, 5, 1), 1000.0, "", 11),
        ("DE", "KZ", "87032319", "export", date(2022, 5, 1), 20.5, "estimated", 12),
        ("DE", "KZ", "87032319", "export", date(2022, 6, 1), None, "suppressed", 12),
    ]
    assert {row["code"] for row in found.rows} == {"87032319", "87032490"}
    assert found.result.left_out == {"no_value": 2}
