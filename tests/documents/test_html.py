"""Of a web page only the article is read, whatever stands around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.documents import ReadOptions
from entrepot.errors import InputError
from tests.documents.samples import PARAGRAPHS, blocks_of, read_bytes, read_part

BODY = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
HEAD = (
    '<title>Crates leave the port | Example Wire</title><meta property="og:site_name" content="Example Wire">'
    '<meta property="article:modified_time" content="2025-09-30T10:00:00Z">'
)
AROUND = (
    '<div id="cookie-banner"><p>We use cookies to improve your visit to us.</p></div>'
    "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav></header>"
)
BELOW = (
    '<div class="related-stories"><h3>Related</h3><ul><li><a href="/1">Bridge falls down</a></li><li><a '
    'href="/2">Bridge is mended</a></li></ul></div>'
    "<aside><p>Bridge tolls go up again in the spring, says the bridge master of the town.</p></aside>"
    "<footer><p>© 2026 Example Wire, 14 January 2026</p></footer>"
)


def page(article: str, head: str = HEAD) -> bytes:
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta "
        f"charset='utf-8'>{head}</head><body>{AROUND}{article}{BELOW}</body></html>"
    ).encode()


def test_the_article_is_read_and_nothing_around_it() -> None:
    document = read_bytes(page(f"<main><article><h1>Crates leave the port</h1>{BODY}</article></main>"), "page.html")
    assert document.title == "Crates leave the port"
    assert document.publisher == "Example Wire"
    assert blocks_of(document, "paragraph") == list(PARAGRAPHS)
    assert all(word not in document.text for word in ("Home", "cookies", "Bridge", "2026"))


@pytest.mark.parametrize(
    "wrapper",
    ["<div>{}</div>", "<div class='content has-sidebar'>{}</div>", "<table><tr><td>{}</td></tr></table>", "{}"],
)
def test_a_page_without_a_marked_article_is_read_too(wrapper: str) -> None:
    document = read_bytes(page(wrapper.format(f"<h1>Crates leave the port</h1>{BODY}")), "page.html")
    assert all(paragraph in document.text for paragraph in PARAGRAPHS)
    assert "Bridge" not in read_part(document)


def test_headings_lists_captions_and_tables_are_blocks_of_their_kind() -> None:
    article = (
        f"<article><h1>Crates leave the port</h1>{BODY}<h2>What was in them</h2><ul><li>Six lathes, a clerk says.</li>"
        "<li><p>Forty bearings without any mark.</p></li></ul><figure><figcaption>The quay in "
        "March</figcaption></figure>"
        "<table><tr><th>Month</th><th>Crates</th></tr><tr><td>May</td><td>6</td></tr></table></article>"
    )
    document = read_bytes(page(article), "page.html")
    assert blocks_of(document, "heading") == ["What was in them"]
    assert blocks_of(document, "list_item") == ["Six lathes, a clerk says.", "Forty bearings without any mark."]
    assert blocks_of(document, "caption") == ["The quay in March"]
    assert blocks_of(document, "table") == ["Month Crates", "May 6"]


def test_links_emphasis_and_note_marks_leave_plain_words() -> None:
    body = (
        "<p>The <a href='/x'>ship</a> was <b>shut</b> out.<sup><a href='#1'>1</a></sup> It was 10 "
        "m<sup>2</sup> too large for the quay of Brinov.</p>"
    )
    document = read_bytes(page(f"<article><h1>A ship</h1>{body}{BODY}</article>"), "page.html")
    assert "The ship was shut out. It was 10 m2 too large for the quay of Brinov." in blocks_of(document, "paragraph")


def test_line_breaks_within_a_paragraph_do_not_cut_sentences() -> None:
    body = (
        "<p>The harbour master of Brinov said on Friday that six crates of<br>bearings had left the "
        "port.<br><br>The second part stands alone.</p>"
    )
    document = read_bytes(page(f"<article><h1>A ship</h1>{body}</article>"), "page.html")
    assert blocks_of(document, "paragraph") == [
        "The harbour master of Brinov said on Friday that six crates of bearings had left the port.",
        "The second part stands alone.",
    ]


def test_teaser_paragraphs_within_the_article_are_left_unread() -> None:
    article = (
        f"<article><h1>Crates</h1>{BODY}<p>Read more: <a href='/b'>Bridge falls down</a></p><p>Subscribe "
        f"to our newsletter.</p></article>"
    )
    assert "Bridge" not in read_part(read_bytes(page(article), "page.html"))


def test_scripts_styles_and_hidden_text_are_no_text() -> None:
    article = (
        f"<article><h1>Crates</h1><script>var sanctions = 1;</script><style>p {{}}</style><p "
        f"hidden>Hidden words.</p><p style='display:none'>More hidden words.</p>{BODY}</article>"
    )
    text = read_bytes(page(article), "page.html").text
    assert all(word not in text for word in ("sanctions", "idden", "{"))


def test_escaped_mark_up_comes_out_as_the_characters_it_stands_for() -> None:
    document = read_bytes(
        page(
            f"<article><h1>Crates</h1>{BODY}<p>The firm &lt;b&gt; &amp; Sons paid in the port of Brinov.</p></article>"
        ),
        "page.html",
    )
    assert "The firm <b> & Sons paid in the port of Brinov." in document.text


def test_a_page_in_another_encoding_is_read_as_it_declares() -> None:
    head = "<html><head><meta charset='windows-1251'></head>"
    page_text = f"{head}<body><article><h1>Порт</h1>{BODY}</article></body></html>"
    raw = page_text.encode("cp1251")
    assert read_bytes(raw, "page.html").title == "Порт"


def test_deep_nesting_loses_no_words() -> None:
    raw = f"<html><body>{'<div>' * 5000}{BODY}{'</div>' * 5000}</body></html>".encode()
    document = read_bytes(raw, "page.html")
    assert all(paragraph in document.text for paragraph in PARAGRAPHS)
    assert "html_flattened" in [issue.code for issue in document.issues]


@pytest.mark.parametrize(
    "raw",
    [
        b"<html></html>",
        b"<html><body><script>x()</script></body></html>",
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
    ],
)
def test_a_page_without_text_says_so(raw: bytes) -> None:
    with pytest.raises(InputError, match="without a readable text"):
        read_bytes(raw, "page.html")


def test_a_page_called_txt_is_read_as_a_page() -> None:
    assert read_bytes(page(f"<article><h1>Crates leave</h1>{BODY}</article>"), "page.txt").media_type == "text/html"


@settings(deadline=None)
@given(st.text(alphabet="<>/=\"'! pdivhtmlscrpt&#;\x00\x01é\u202e\n-", max_size=400))
def test_the_reader_survives_any_tag_soup(soup: str) -> None:
    try:
        document = read_bytes(b"<html><body>" + soup.encode(), "page.html", ReadOptions(max_html_depth=20))
    except InputError:
        return
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end
        position = block.end


def test_a_page_laid_out_in_tables_is_read() -> None:
    row = (
        "<td><a href='1'>Politics</a><br><a href='2'>Economy</a><br><a href='3'>World</a></td>"
        f"<td><b>Crates leave the port</b><br><br>24 August 2025, "
        f"16:05<br><br>{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}</td>"
        "<td><b>Other news</b><br>25.08.2025<br><a href='6'>Bridge falls</a><br>26.08.2025<br><a "
        "href='7'>Bridge mended</a></td>"
    )
    raw = f"<html><head><title>ENA</title></head><body><table><tr>{row}</tr></table></body></html>".encode()
    document = read_bytes(raw, "page.html")
    assert blocks_of(document, "paragraph") == list(PARAGRAPHS)
    assert "Bridge" not in read_part(document)
    assert document.published is not None
    assert document.published.start == "2025-08-24"


def test_terms_and_their_words_are_one_block() -> None:
    terms = "<dl><dt>From:</dt><dd>Ministry of Ports</dd><dt>Published</dt><dd>18 November 2024</dd></dl>"
    document = read_bytes(page(f"<main><h1>Crates</h1>{terms}{BODY}</main>", head=""), "page.html")
    assert document.publisher == "Ministry of Ports"
    assert document.published is not None
    assert document.published.start == "2024-11-18"
