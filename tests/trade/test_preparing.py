"""Files as they come: packed, in other encodings, with stray bytes, broken."""

import gzip
import zipfile

import pytest

from entrepot.errors import InputError, UnsupportedInputError
from tests.trade.importers.support import import_path, import_text

HEAD = "reporter,partner,flow,hs_code,period,value_usd\n"
LINE = "AM,{partner},export,851713,2022-0{month},5\n"
TEXT = HEAD + "".join(LINE.format(partner="Curaçao", month=month) for month in (1, 2, 3))


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("latin-1"),
        b"\xef\xbb\xbf" + TEXT.encode("latin-1"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.encode() + b"\x1a",
        TEXT.encode().replace(b"AM", b"A\x00M"),
        TEXT.encode().rstrip(b"\n"),
        TEXT.encode().replace(b"\n", b"\n\n"),
        gzip.compress(TEXT.encode()),
    ],
    ids=["utf8", "bom", "latin1", "bom-latin1", "utf16", "crlf", "cr", "0x1a", "nul", "no-end", "blank-lines", "gzip"],
)
def test_the_same_table_is_read_however_it_is_written(tmp_path, raw):
    found = import_text(tmp_path, "table.csv", raw)
    assert found.pick("reporter", "partner", "value") == [("AM", "CW", 5.0)] * 3
    assert found.result.refused == {}


def test_a_zip_with_one_file_is_opened_and_one_with_several_is_not(tmp_path):
    path = tmp_path / "table.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("table.csv", TEXT)
        archive.writestr("readme.txt", "about")
    assert import_path(path, tmp_path).result.kept == 3
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("other.csv", TEXT)
    with pytest.raises(UnsupportedInputError, match=r"table\.csv, readme\.txt, other\.csv"):
        import_path(path, tmp_path)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty"),
        (b"\x00\x1a\n", "is empty"),
        (HEAD.encode(), "a header and no rows"),
        (b"7z\xbc\xaf\x27\x1c....", "7z x table.csv"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"%PDF-1.7", "PDF"),
        (gzip.compress(TEXT.encode())[:-9], "damaged or cut off"),
        (b"PAR1 and nothing more", "Parquet"),
        ((HEAD.replace("period", "flow") + "a,b,c,d,e,f\n").encode(), "several columns named flow"),
    ],
    ids=["empty", "stray", "header", "7z", "html", "pdf", "cut", "parquet", "twice"],
)
def test_what_is_no_table_is_refused_with_a_sentence(tmp_path, raw, said):
    with pytest.raises(InputError, match=said):
        import_text(tmp_path, "table.csv", raw)


def test_broken_lines_are_refused_by_their_number_and_the_others_kept(tmp_path):
    text = (
        TEXT
        + "AM,Iran,export\n"
        + LINE.format(partner="Iran", month=4)
        + 'AM,"Iran, Isl. Rep.",export,851713,2022-05,5,6\n'
    )
    found = import_text(tmp_path, "table.csv", text)
    assert found.pick("row") == [(2,), (3,), (4,), (6,)]
    assert found.result.refused == {"cells_wrong": 2}
    assert found.rejects[1].startswith('5,cells_wrong,"The line has 3 cells where the header has 6')
    assert found.rejects[1].endswith('"AM,Iran,export"')


def test_a_text_over_two_lines_keeps_the_numbers_of_the_lines_after_it(tmp_path):
    text = HEAD + 'AM,"Iran,\nIslamic Republic of",export,851713,2022-01,5\n' + LINE.format(partner="Iraq", month=1)
    assert import_text(tmp_path, "table.csv", text).pick("partner", "row") == [("IR", 2), ("IQ", 4)]
