"""Plain text keeps the length and the offsets of its file; only what it means is marked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.documents.text import draft_from_text
from entrepot.errors import InputError
from tests.documents.samples import REPORT, blocks_of, read_bytes, read_part, read_text

pieces = st.sampled_from(
    [
        *("\n", "\n\n", "\r\n", "\r", " ", "\t", "\0", "\x0b", "\x0c", "\x85", "\u2028", "\u202eabc", "e\u0301"),
        *("Latest news", "09.Jan.2026", "Q: Who?", "- item", "The port was shut.", "by ships", "© 2020 Example"),
        *("08:40", "“quoted”", "Home | News | World", "1. First"),
    ]
)


def test_a_report_has_title_metadata_body_and_furniture() -> None:
    document = read_text(REPORT)
    assert document.title == "Harbour master of Brinov counts missing crates"
    assert document.publisher == "Example Wire"
    assert [block.kind for block in document.blocks] == ["title", "metadata", "paragraph", "paragraph", "furniture"]


def test_a_hard_wrap_becomes_one_space_and_moves_nothing() -> None:
    text = (
        "A headline\n\nThe harbour master of the port said on Friday that\nsix crates had left the port "
        "without any papers and\n"
        "that nobody had asked for them. The captain,\nIvor Brandt, was not aboard.\n"
    )
    document = read_text(text)
    assert len(document.text) == len(text)
    wraps = [text.index(word) - 1 for word in ("six crates", "that nobody", "Ivor")]
    assert [index for index, pair in enumerate(zip(text, document.text, strict=True)) if pair[0] != pair[1]] == wraps
    assert len(blocks_of(document, "paragraph")) == 1


def test_windows_line_ends_keep_the_length_of_the_file() -> None:
    text = "A headline here\r\n\r\nThe port was shut on Monday.\r\nThe ship sailed on Tuesday.\r\n"
    document = read_text(text)
    assert len(document.text) == len(text)
    assert "\r" not in document.text
    start = text.index("The ship sailed")
    assert document.text[start : start + 27] == "The ship sailed on Tuesday."


@pytest.mark.parametrize(
    "quoted",
    ["“Nobody asked,”", "„Nobody asked,“", "«Nobody asked,»", "''Nobody asked,''", "\u201fNobody asked,\u201d"],
)
def test_odd_quote_marks_stay_as_they_are(quoted: str) -> None:
    text = f"{quoted} said the harbour master of the port on Friday.\n"
    assert read_text(text).text == text


def test_right_to_left_and_combining_characters_keep_their_offsets() -> None:
    text = (
        "The ship \u202b\u0628\u0646\u062f\u0631\u202c left the port of Se\u0301te with six crates of goods "
        "on Friday.\n"
    )
    document = read_text(text)
    assert document.text == text
    assert document.blocks[0].end == len(text) - 1


def test_nul_bytes_become_spaces_of_the_same_length() -> None:
    text = "The port was\0shut on Monday, said the harbour master of Brinov.\n"
    document = read_text(text)
    assert len(document.text) == len(text)
    assert "\0" not in document.text


@pytest.mark.parametrize("raw", [b"", b"  \n\t\r\n ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_a_text_of_white_space_is_empty(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"report\.txt is empty"):
        read_bytes(raw, "report.txt")


def test_script_tags_in_a_text_are_only_characters() -> None:
    text = "The port <script>alert(1)</script> was shut on Monday, the harbour master said.\n"
    assert read_text(text).text == text


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(pieces, st.text(max_size=12)), max_size=40).map("".join)))
def test_text_keeps_its_length_and_blocks_cover_it(text: str) -> None:
    draft = draft_from_text(text)
    assert len(draft.text) == len(text)
    position = 0
    for block in draft.blocks:
        assert position <= block.start < block.end
        assert not draft.text[position : block.start].strip()
        assert "\n" not in draft.text[block.start : block.end]
        position = block.end
    assert not draft.text[position:].strip()


@settings(deadline=None)
@given(st.lists(st.one_of(pieces, st.text(max_size=12)), max_size=40).map("".join))
def test_only_line_ends_and_nul_ever_change(text: str) -> None:
    allowed = set("\n\r\0\x0b\x0c\x85\u2028\u2029")
    for before, after in zip(text, draft_from_text(text).text, strict=True):
        assert before == after or (before in allowed and after in " \n")


def test_what_is_read_of_a_report_is_its_body() -> None:
    assert "rights reserved" not in read_part(read_text(REPORT))
    assert "nobody had asked" in read_part(read_text(REPORT))
