"""Files that are no lists, or no longer: refused in a sentence, never read as an empty list."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.errors import EntrepotError, InputError, UnsafeInputError
from entrepot.screening.lists import FORMATS, parse_list, read_list
from entrepot.screening.lists.files import unpack_file
from tests.screening.lists.support import SAMPLES, read_sample

XML = ["consolidated.xml", "un.xml", "canada.xml", "eu.xml", "uk.xml"]
FILES = [*XML, "sdn.csv", "csl.csv", "uk.csv", "conlist.csv", "entities.ftm.json", "targets.simple.csv"]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "empty"),
        (b"\r\n\x1a", "empty"),
        (b"<!DOCTYPE html><html><body>Access denied</body></html>", "web page"),
        (b"\n<html><head><title>403</title></head></html>", "web page"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"<?xml version='1.0'?><feed><item/></feed>", "no format"),
        (b'{"error": "not found"}', "no format"),
        (b"<CONSOLIDATED_LIST><INDIVIDUALS/></CONSOLIDATED_LIST>", "no entry"),
        (b"id,name\n", "no entry"),
        (b"word " * 200, "too long to be names"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(raw: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        parse_list(raw, "download")
    assert str(caught.value).startswith("download")


@pytest.mark.parametrize("file", XML)
def test_xml_that_was_cut_off_is_never_read_as_a_shorter_list(file: str) -> None:
    raw = (SAMPLES / file).read_bytes()
    with pytest.raises(InputError, match="cut off"):
        parse_list(raw[: len(raw) // 2], file)


@pytest.mark.parametrize("file", XML)
def test_xml_with_entities_is_refused(file: str) -> None:
    raw = (SAMPLES / file).read_bytes()
    body = raw.partition(b"?>")[2]
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>' + body
    with pytest.raises(UnsafeInputError, match="entities"):
        parse_list(bomb, file)


def test_a_packed_file_is_read_like_a_plain_one(tmp_path: Path) -> None:
    packed = tmp_path / "un.xml.gz"
    packed.write_bytes(gzip.compress((SAMPLES / "un.xml").read_bytes(), mtime=0))
    found = read_list(packed)
    assert found.parties == read_sample("un.xml").parties
    assert found.version.sha256 != read_sample("un.xml").version.sha256


def test_a_packed_bomb_is_refused_before_it_is_whole() -> None:
    with pytest.raises(UnsafeInputError, match="more than 1,000 bytes"):
        unpack_file("bomb.gz", gzip.compress(b"0" * 100_000), limit=1000)


def test_a_packed_file_that_was_cut_off_is_refused() -> None:
    packed = gzip.compress(b"name\n" + bytes(range(65, 91)) * 200)
    with pytest.raises(InputError, match="cut off"):
        parse_list(packed[:-12], "x.csv.gz")


def test_a_path_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="could not be read"):
        read_list(Path("no/such/list.csv"))


def test_names_of_files_do_not_decide_the_format(tmp_path: Path) -> None:
    odd = tmp_path / "content"
    odd.write_bytes((SAMPLES / "eu.xml").read_bytes())
    assert read_list(odd).version.list == "eu-fsf"


@pytest.mark.parametrize("file", FILES)
def test_only_one_reader_takes_the_start_of_a_sample_first(file: str) -> None:
    head = (SAMPLES / file).read_text(encoding="utf-8")[:20_000]
    taking = [type(reader).__name__ for reader in FORMATS if reader.sniff(head)]
    assert (
        taking[0]
        == {
            "consolidated.xml": "OfacXmlReader",
            "un.xml": "UnReader",
            "canada.xml": "CanadaReader",
            "eu.xml": "EuReader",
            "uk.xml": "UkXmlReader",
            "sdn.csv": "OfacCsvReader",
            "csl.csv": "ScreeningListReader",
            "uk.csv": "UkCsvReader",
            "conlist.csv": "UkCsvReader",
            "entities.ftm.json": "FtmReader",
            "targets.simple.csv": "SimpleCsvReader",
        }[file]
    )


@pytest.mark.parametrize("file", FILES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_damage_anywhere_gives_a_list_or_a_sentence(file: str, data: st.DataObject) -> None:
    raw = (SAMPLES / file).read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    end = min(len(raw), start + data.draw(st.integers(0, 60)))
    damaged = raw[:start] + data.draw(st.binary(max_size=20)) + raw[end:]
    try:
        found = parse_list(damaged, file)
    except EntrepotError as error:
        assert str(error)
        return
    assert found.parties
    assert len({party.id for party in found.parties}) == len(found.parties)
    assert all(party.names for party in found.parties)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_a_list_or_a_sentence(text: str) -> None:
    try:
        found = parse_list(text.encode("utf-8", errors="surrogatepass"), "anything")
    except EntrepotError as error:
        assert str(error)
    else:
        assert found.parties


def test_a_quotation_mark_that_is_never_closed_ends_the_reading() -> None:
    raw = b'id,name\n1,"' + b"a,b\n" * 3_000_000
    with pytest.raises(InputError, match="quotation mark"):
        parse_list(raw, "x.csv")


def test_a_line_separator_inside_a_json_name_ends_no_line() -> None:
    found = parse_list('{"id": "1", "name": "Nord\u2028havn"}\n{"id": "2", "name": "Heron"}'.encode(), "x.jsonl")
    assert [party.id for party in found.parties] == ["1", "2"]
    assert found.parties[0].names[0].text == "Nord havn"
