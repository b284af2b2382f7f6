"""The date of a page is what its mark-up states as published, never what it states as modified."""

import pytest

from tests.documents.samples import PARAGRAPHS, read_bytes

BODY = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)


def published(head: str = "", body: str = "") -> tuple[str, str] | None:
    raw = f"<html><head><title>x</title>{head}</head><body><article><h1>Crates</h1>{body}{BODY}</article></body></html>"
    found = read_bytes(raw.encode(), "page.html").published
    return (found.start, found.evidence) if found else None


def linked(fields: str) -> str:
    return f'<script type="application/ld+json">{fields}</script>'


@pytest.mark.parametrize(
    ("head", "evidence"),
    [
        (
            linked('{"@type":"NewsArticle","dateModified":"2025-09-01","datePublished":"2025-08-22T23:50:00+03:00"}'),
            "JSON-LD datePublished",
        ),
        (
            linked('{"@graph":[{"@type":"Person"},{"@type":["Article"],"datePublished":"2025-08-22"}]}'),
            "JSON-LD datePublished",
        ),
        (
            linked(
                '[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"Article","datePublished":"2025-08-22"}]'
            ),
            "JSON-LD datePublished",
        ),
        ('<meta property="article:published_time" content="2025-08-22T10:00:00Z">', "meta article:published_time"),
        ('<meta name="dc.date.issued" content="22 August 2025">', "meta dc.date.issued"),
        ('<link rel="canonical" href="https://wire.example/2025/08/22/crates">', "address of the page"),
    ],
)
def test_the_mark_up_states_the_day(head: str, evidence: str) -> None:
    assert published(head) == ("2025-08-22", evidence)


def test_a_marked_up_time_states_the_day() -> None:
    assert published(body='<time itemprop="datePublished" datetime="2025-08-22">x</time>') == (
        "2025-08-22",
        "itemprop datePublished",
    )


def test_the_words_under_the_headline_state_the_day() -> None:
    assert published(body="<p>By Ada Writer | 22 August 2025</p>") == ("2025-08-22", "by-line")


@pytest.mark.parametrize(
    "head",
    [
        linked('{"@type":"NewsArticle","dateModified":"2025-09-01"}'),
        linked('{"@type":"Organization","datePublished":"2025-09-01"}'),
        linked("{broken"),
        linked("[" * 5000),
        '<meta property="article:modified_time" content="2025-08-22T10:00:00Z">',
        '<meta property="og:updated_time" content="2025-08-22T10:00:00Z">',
        '<meta property="article:published_time" content="yesterday">',
    ],
)
def test_nothing_else_is_a_date_of_publication(head: str) -> None:
    assert published(head) is None


def test_author_and_publisher_come_from_the_mark_up() -> None:
    head = linked(
        '{"@type":"NewsArticle","author":[{"name":"Ada Writer"},{"name":"Ivor '
        'Brandt"}],"publisher":{"name":"Example Wire"}}'
    )
    raw = f"<html><head>{head}</head><body><article><h1>Crates</h1>{BODY}</article></body></html>".encode()
    document = read_bytes(raw, "page.html")
    assert (document.byline, document.publisher) == ("Ada Writer, Ivor Brandt", "Example Wire")
