"""Markdown is read as its reader sees it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.documents.markdown_inline import render_inline
from entrepot.errors import InputError
from tests.documents.samples import blocks_of, read_bytes, read_part

NOTE = """---
title: "Crates for the plant"
author: Ada Writer
publisher: Example Wire
date: 2025-06-16
---

# Crates for the plant

**In short.** Six crates of *bearings* left the [port of Brinov](https://port.example/brinov_(old)), a clerk
said on Friday.[^1]

Second part
-----------

- Forty bearings went to a plant, the clerk says.
- A pump went
  to the same plant.

> “Nobody asked,” the clerk said.

| Month | Crates |
|-------|--------|
| May   | 6      |

*See also: [Bridge falls](https://wire.example/7) · [Bridge mended](https://wire.example/9)*

[^1]: As told on 20 June 2024. Page generated on 30 June 2025.
"""


def test_front_matter_is_evidence_and_is_not_read() -> None:
    document = read_bytes(NOTE.encode(), "note.md")
    assert (document.title, document.publisher, document.byline) == (
        "Crates for the plant",
        "Example Wire",
        "Ada Writer",
    )
    assert document.published is not None
    assert (document.published.start, document.published.evidence) == ("2025-06-16", "front matter")
    assert "author" not in read_part(document)


def test_links_are_their_words_and_emphasis_has_no_marks() -> None:
    document = read_bytes(NOTE.encode(), "note.md")
    assert "In short. Six crates of bearings left the port of Brinov, a clerk said on Friday." in blocks_of(
        document, "paragraph"
    )
    assert "“Nobody asked,” the clerk said." in blocks_of(document, "paragraph")


def test_items_headings_and_tables_are_blocks_of_their_kind() -> None:
    document = read_bytes(NOTE.encode(), "note.md")
    assert blocks_of(document, "heading") == ["Second part"]
    assert blocks_of(document, "list_item")[1] == "A pump went to the same plant."
    assert blocks_of(document, "table") == ["Month Crates", "May 6"]


def test_notes_and_links_to_other_stories_are_left_unread() -> None:
    part = read_part(read_bytes(NOTE.encode(), "note.md"))
    assert "Bridge" not in part
    assert "generated" not in part


def test_windows_line_ends_make_no_difference() -> None:
    assert read_bytes(NOTE.replace("\n", "\r\n").encode(), "note.md").text == read_bytes(NOTE.encode(), "note.md").text


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a_b_c and 2 * 3 * 4", "a_b_c and 2 * 3 * 4"),
        ("**bold *and* more** `code` ~~gone~~", "bold and more code gone"),
        ("![alt](x.png) text [one][ref] <https://a.example/x>", "text one https://a.example/x"),
        (r"\*not\* &amp; <b>bold</b>", "*not* & bold"),
        ("[a [nested] link](http://x.example)", "a [nested] link"),
    ],
)
def test_inline_marks_leave_their_words(line: str, words: str) -> None:
    assert render_inline(line) == words


def test_an_empty_note_says_so() -> None:
    with pytest.raises(InputError, match="is empty"):
        read_bytes(b" \n\n", "note.md")


@settings(deadline=None)
@given(st.text(alphabet="#*_-[]()`~>|!\\ ab\n1.^:<&;=+\t\r", max_size=200))
def test_any_marks_can_be_read(soup: str) -> None:
    try:
        document = read_bytes(soup.encode(), "note.md")
    except InputError:
        return
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end
        assert not document.text[position : block.start].strip()
        position = block.end
