"""Word files are read in the order of their page."""

import io
import zipfile

import docx
import pytest

from entrepot.documents import ReadOptions
from entrepot.errors import InputError
from tests.documents.samples import PARAGRAPHS, blocks_of, make_docx, make_zip, read_bytes


def test_title_headings_paragraphs_lists_and_tables_come_in_order() -> None:
    document = docx.Document()
    document.add_heading("Crates leave the port", 0)
    document.add_paragraph(PARAGRAPHS[0])
    document.add_heading("What was in them", 1)
    document.add_paragraph("Six lathes, a clerk says.", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "May", "6"
    document.add_paragraph(PARAGRAPHS[1])
    stream = io.BytesIO()
    document.save(stream)
    read = read_bytes(stream.getvalue(), "report.docx")
    assert [block.kind for block in read.blocks] == ["title", "paragraph", "heading", "list_item", "table", "paragraph"]
    assert read.title == "Crates leave the port"
    assert read.published is None


def test_a_word_file_called_txt_is_read_as_one() -> None:
    assert blocks_of(read_bytes(make_docx(), "report.txt"), "paragraph") == list(PARAGRAPHS)


def test_a_word_file_without_text_says_so() -> None:
    with pytest.raises(InputError, match="Word file without text"):
        read_bytes(make_docx(paragraphs=()), "empty.docx")


@pytest.mark.parametrize("raw", [make_docx()[:3000], make_zip({"word/document.xml": b"<broken"})])
def test_a_damaged_word_file_says_so(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"cut\.docx is a damaged"):
        read_bytes(raw, "cut.docx")


def test_a_word_file_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(InputError, match="more than the limit"):
        read_bytes(make_docx(), "bomb.docx", ReadOptions(max_bytes=5000))


def test_external_entities_in_a_word_file_reach_nothing() -> None:
    stream = io.BytesIO(make_docx())
    with zipfile.ZipFile(stream) as package:
        members = {name: package.read(name) for name in package.namelist()}
    body = members["word/document.xml"]
    declared = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    members["word/document.xml"] = declared + body[body.index(b"<w:document") :].replace(b"six crates", b"&e;")
    try:
        text = read_bytes(make_zip(members), "entity.docx").text
    except InputError:
        return
    assert "root:" not in text


@pytest.mark.parametrize(
    ("members", "what"),
    [
        ({"xl/workbook.xml": b"x"}, "Excel"),
        ({"ppt/presentation.xml": b"x"}, "PowerPoint"),
        ({"content.xml": b"x"}, "OpenDocument"),
    ],
)
def test_other_office_files_are_refused_by_name(members: dict[str, bytes], what: str) -> None:
    with pytest.raises(InputError, match=what):
        read_bytes(make_zip(members), "table.zip")


def test_a_title_without_a_style_is_a_title() -> None:
    document = read_bytes(
        make_docx(paragraphs=("Crates leave the port", "Example Wire, 12 May 2024", *PARAGRAPHS)), "a.docx"
    )
    assert (document.title, document.publisher) == ("Crates leave the port", "Example Wire")
    assert document.published is not None
    assert document.published.start == "2024-05-12"
