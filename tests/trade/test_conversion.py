"""However a file is read - at once, in parts, by Python - it becomes the same rows, counts and rejects."""

import csv

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entrepot.trade import conversion
from tests.trade.importers.support import Imported, import_text

BACI = "BACI_HS17_Y2021_V202301.csv"
FORMATS = {
    BACI: "t,i,j,k,v,q\n",
    "full_v2_202203.dat": "PRODUCT_NC,FLOW,PERIOD,REPORTER,PARTNER,VALUE_EUR\n",
    "table.csv": "hs_code,flow,period,reporter,partner,value_usd\n",
}
cells = st.one_of(
    st.sampled_from(
        ["2021", "202203", "4", "004", " 4", "\N{NO-BREAK SPACE}276", "276 ", "+4", "4.0", "999", "AT", "CN", "Curaçao"]
    ),
    st.sampled_from(
        ["10121", "010121", "0010121", "1e2", "12345a", " 10121", "1", "2", "1.5", "-1", "NaN", "inf", "NA"]
    ),
    st.sampled_from(["", '"a ""b"""', '"4,5"', '"      13.235"', "'", "\t", "\N{EM DASH}", "0", "import", "847130"]),
)
good = {
    BACI: ["2021,4,24,382390,1.5,NA", '2021,276,792,10121,52.051,"       13.235"', "2021,710,276,851713,1,2"],
    "full_v2_202203.dat": ["84713000,1,202203,AT,CN,5", "84713000,2,202203,AT,CN,5", "84SSSSSS,2,202252,DE,TR,7"],
    "table.csv": ["847130,import,2022-03,AT,CN,5", "847130,export,2022-03,Germany,Curaçao,5"],
}


@st.composite
def files(draw):
    """A file of one of the formats: good lines, lines of good and odd cells, lines that are none."""
    name = draw(st.sampled_from(sorted(FORMATS)))
    width = FORMATS[name].count(",") + 1
    odd = st.lists(cells, min_size=width, max_size=width)
    mixed = st.builds(
        lambda line, at, cell: [*line.split(",")[:at], cell, *line.split(",")[at + 1 :]],
        st.sampled_from(good[name]), st.integers(0, width - 1), cells,
    )  # fmt: skip
    broken = st.sampled_from(["", "a,b", "a,b,c,d,e,f,g", " ", '"over\ntwo lines",1,2,3,4,5'])
    line = st.one_of(st.sampled_from(good[name]), mixed.map(",".join), odd.map(",".join), broken)
    lines = [*good[name], *draw(st.lists(line, max_size=8))]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = (FORMATS[name] + "".join(f"{one}\n" for one in lines)).replace("\n", end)
    return name, text if draw(st.booleans()) else text.removesuffix(end)


def told(found: Imported) -> tuple[object, ...]:
    """All of it; refused lines by their cells, for Python writes them with as few quotation marks as will do."""
    result, rejects = found.result, [tuple(row) for row in csv.reader(found.rejects)]
    refused = [(*row[:3], next(csv.reader([row[3]]), [])) for row in rejects]
    return found.rows, result.read, dict(result.refused), dict(result.left_out), refused, result.sha256, result.size


def refuse(_):
    raise duckdb.InvalidInputException


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files())
def test_every_way_of_reading_tells_the_same(tmp_path_factory, monkeypatch, file):
    name, text = file
    whole = import_text(tmp_path_factory.mktemp("whole"), name, text)
    with monkeypatch.context() as patched:
        patched.setattr(conversion, "_SPLIT_BYTES", 0)
        patched.setattr(conversion, "_PARTS", 3)
        assert told(import_text(tmp_path_factory.mktemp("parts"), name, text)) == told(whole)
    with monkeypatch.context() as patched:
        patched.setattr(conversion, "_raw_from_csv", refuse)
        assert told(import_text(tmp_path_factory.mktemp("lines"), name, text)) == told(whole)


def test_a_file_that_only_begins_as_plain_text_is_read_with_care(tmp_path):
    head, line = FORMATS["table.csv"], "{code},export,2022-03,AT,{partner},5\n"
    start = head + "".join(line.format(code=100000 + at, partner="CN") for at in range(4000))
    assert len(start) > 1 << 16
    raw = start.encode() + line.format(code=847130, partner="Curaçao").encode("latin-1") + b"\x1a"
    found = import_text(tmp_path, "table.csv", raw)
    assert (found.result.kept, found.result.read) == (4001, 4001)
    assert [issue.code for issue in found.result.issues] == ["encoding_guessed"]
    assert found.rows[-1]["partner"] == "CW"


def test_an_error_in_a_file_that_only_begins_as_plain_text_is_that_of_the_careful_reading(tmp_path):
    text = FORMATS["table.csv"] + "".join(f"{100000 + at},export,2022-03,Atlantis,CN,5\n" for at in range(4000))
    raw = text.encode() + "847130,export,2022-03,AT,Curaçao,5\n".encode("latin-1")
    found = import_text(tmp_path, "table.csv", raw)
    assert (found.result.kept, found.result.refused) == (1, {"reporter_unknown": 4000})
