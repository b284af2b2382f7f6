"""Any bytes under any name are a document with sound offsets, or are refused by name; nothing else happens."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.documents import ReadOptions, read_document
from entrepot.errors import InputError
from entrepot.model.document import Document
from tests.documents.samples import REPORT, make_docx, make_pdf, make_zip, read_part, read_text

SHARED = Path(__file__).parents[3] / "shared" / "gold" / "reports"
HELD_OUT = ("brief-central-asia", "court-drone-engines", "explainer-shadow-fleet", "intel-belarus-channel-b")
NAMES = ["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.eml", "a.json", "a.jsonl", "a.rss", "a.zip", "a", "-"]
STARTS = [
    *(
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"<html><body><p>",
        b"<rss><channel><item>",
        b'{"text": "',
        b"---\ntitle: x\n---\n",
    ),
    *(b"From: a\nMessage-ID: <1>\nContent-Type: text/html; charset=", b"\xff\xfe", b"\xef\xbb\xbf", REPORT.encode()),
    *(make_pdf(), make_docx(), make_zip({"a.txt": b"x"})),
]


def check(document: Document) -> None:
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(document.text)
        assert not document.text[position : block.start].strip()
        assert document.text[block.start : block.end].strip()
        position = block.end
    assert not document.text[position:].strip()
    document.text.encode("utf-8")


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(NAMES), st.sampled_from(STARTS), st.binary(max_size=200), st.integers(0, 5000))
def test_any_bytes_are_a_document_or_refused(name: str, start: bytes, tail: bytes, cut: int) -> None:
    try:
        check(read_document(name, start[:cut] + tail, ReadOptions()))
    except InputError as error:
        assert str(error).endswith((".", ")"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le port de Brinov a été fermé vendredi, a déclaré le capitaine du port aux journalistes de la ville.", "fr"),
        ("Порт Бринов был закрыт в пятницу, сообщил начальник порта журналистам местной газеты.", "ru"),
    ],
)
def test_another_language_is_kept_and_named(text: str, language: str) -> None:
    document = read_text(text)
    assert document.language == language
    assert [issue.code for issue in document.issues] == ["language_unsupported"]
    assert "English" in document.issues[0].message


def test_english_is_english() -> None:
    assert read_text(REPORT).language == "en"


def test_the_same_bytes_have_the_same_identity_under_any_name() -> None:
    assert read_text(REPORT, "a.txt").id == read_text(REPORT, "b.txt").id


@pytest.mark.shared
def test_inference_agrees_with_the_development_reports_or_abstains() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared folder with the development reports is not beside the checkout")
    import csv

    rows = (SHARED / "reports.csv").read_text(encoding="utf-8").splitlines()
    known = [row for row in rows if not row.startswith(HELD_OUT)]
    dated = 0
    for row in csv.DictReader(known):
        raw = (SHARED / row["file"]).read_bytes()
        document = read_document(row["file"], raw, ReadOptions())
        check(document)
        if row["file"].endswith(".txt"):
            assert len(document.text) == len(raw.decode())
        stated = document.published
        assert stated is None or stated.start == row["published"], row["file"]
        assert document.title == row["title"], row["file"]
        assert document.publisher in ("", row["publisher"]), row["file"]
        dated += stated is not None
    assert dated == 9


@pytest.mark.shared
def test_furniture_of_the_development_reports_is_left_unread() -> None:
    traps = SHARED.parent / "traps.jsonl"
    if not traps.is_file():
        pytest.skip("the shared folder with the development reports is not beside the checkout")
    import json

    page_kinds = {"sidebar", "sign-off", "boilerplate", "related links", "metadata", "correction"}
    lines = traps.read_text(encoding="utf-8").splitlines()
    known = [line for line in lines if not any(name in line for name in HELD_OUT)]
    for trap in map(json.loads, known):
        if trap["scope"] == "block" and trap["kind"] in page_kinds:
            raw = (SHARED / trap["document"]).read_bytes()
            part = read_part(read_document(trap["document"], raw, ReadOptions()))
            pieces = [one.strip() for one in trap["quote"].replace(". ", ".\n").split("\n") if len(one.strip()) > 12]
            assert [one for one in pieces if one in part] == [], trap["id"]
