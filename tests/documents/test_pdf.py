"""PDF files are read where they hold text; what else they are is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.documents import ReadOptions
from entrepot.errors import InputError
from tests.documents.samples import PARAGRAPHS, blocks_of, make_pdf, read_bytes, read_part

SOUND = make_pdf(title="Crates leave the port")


def test_the_paragraphs_of_a_pdf_are_whole_again() -> None:
    document = read_bytes(SOUND, "report.pdf")
    assert document.title == "Crates leave the port"
    assert blocks_of(document, "paragraph") == list(PARAGRAPHS)


def test_a_pdf_called_txt_is_read_as_a_pdf() -> None:
    assert read_bytes(SOUND, "report.txt").media_type == "application/pdf"


def test_a_pdf_of_pictures_asks_for_text_recognition() -> None:
    with pytest.raises(InputError, match=r"scan\.pdf is a PDF of pictures"):
        read_bytes(make_pdf(paragraphs=()), "scan.pdf")


def test_an_encrypted_pdf_asks_for_its_password() -> None:
    with pytest.raises(InputError, match=r"secret\.pdf is encrypted"):
        read_bytes(make_pdf(password="secret"), "secret.pdf")


@pytest.mark.parametrize("raw", [b"%PDF-1.7\n", SOUND[:200], b"%PDF-1.4\n" + b"\x00" * 500])
def test_a_cut_off_pdf_says_so(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"cut\.pdf is a (damaged|PDF of pictures)"):
        read_bytes(raw, "cut.pdf")


def test_running_heads_and_page_numbers_are_furniture() -> None:
    lines = ("The Brinov Review, page #", "Part # tells of the crates that left the port of Brinov in the year 202#.")
    part = read_part(read_bytes(make_pdf(paragraphs=lines, pages=4), "review.pdf"))
    assert "The Brinov Review" not in part
    assert "Part 3 tells" in part


def test_a_book_is_over_the_limit_of_pages() -> None:
    with pytest.raises(InputError, match="more than the limit"):
        read_bytes(make_pdf(pages=3), "book.pdf", ReadOptions(max_pdf_pages=2))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.binary(max_size=4)), min_size=1, max_size=8))
def test_a_damaged_pdf_is_read_or_named(damage: list[tuple[int, bytes]]) -> None:
    raw = bytearray(SOUND)
    for at, what in damage:
        raw[at : at + len(what)] = what
    try:
        read_bytes(bytes(raw), "report.pdf")
    except InputError as error:
        assert "report.pdf" in str(error)
