"""A feed is a document an entry, and XML tricks get nowhere."""

from pathlib import Path

import pytest

from entrepot.documents import iter_raw
from entrepot.documents.raw_input import RawInput
from tests.documents.samples import OPTIONS, PARAGRAPHS, documents_of, read_all, unread_of

ITEM = (
    "<item><title>Crates leave {0}</title><link>https://wire.example/{0}</link><pubDate>Mon, 18 Nov 2024 "
    "10:00:00 GMT</pubDate>"
    "<description>&lt;p&gt;" + PARAGRAPHS[0] + " Part {0}.&lt;/p&gt;</description></item>"
)
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>{}</channel></rss>'
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example '
    "Wire</title><entry><title>Crates</title>"
    "<author><name>Ada Writer</name></author><link "
    'href="https://wire.example/1"/><published>2024-11-18T10:00:00Z</published>'
    "<updated>2025-01-01T00:00:00Z</updated><content>" + PARAGRAPHS[0] + "</content></entry></feed>"
)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b '
    '"&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM '
    '"file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>'
)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_entry_of_an_rss_file_is_a_document(tmp_path: Path) -> None:
    found = documents_of(read_all(write(tmp_path, "feed.xml", RSS.format(ITEM.format(1) + ITEM.format(2)))))
    assert [one.title for one in found] == ["Crates leave 1", "Crates leave 2"]
    assert {one.publisher for one in found} == {"Example Wire"}
    assert found[1].url == "https://wire.example/2"
    assert found[1].published is not None
    assert (found[1].published.start, found[1].published.evidence) == ("2024-11-18", "date of the feed entry")
    assert PARAGRAPHS[0] in found[0].text


def test_an_atom_entry_is_dated_by_its_publication_not_its_update(tmp_path: Path) -> None:
    (found,) = documents_of(read_all(write(tmp_path, "feed.atom", ATOM)))
    assert found.published is not None
    assert found.published.start == "2024-11-18"
    assert found.byline == "Ada Writer"


def test_a_new_entry_changes_the_bytes_of_no_other(tmp_path: Path) -> None:
    one = list(iter_raw([write(tmp_path, "a.xml", RSS.format(ITEM.format(1)))], OPTIONS))
    two = list(iter_raw([write(tmp_path, "b.xml", RSS.format(ITEM.format(2) + ITEM.format(1)))], OPTIONS))
    assert isinstance(one[0], RawInput)
    assert isinstance(two[1], RawInput)
    assert one[0].raw == two[1].raw


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE])
def test_entities_are_refused(tmp_path: Path, text: str) -> None:
    (unread,) = unread_of(read_all(write(tmp_path, "feed.xml", text)))
    assert "entities" in unread.reason


@pytest.mark.parametrize(
    ("text", "what"), [(RSS.format(""), "without entries"), (RSS.format("<item>"), "not well-formed")]
)
def test_an_empty_or_broken_feed_says_so(tmp_path: Path, text: str, what: str) -> None:
    (unread,) = unread_of(read_all(write(tmp_path, "feed.xml", text)))
    assert what in unread.reason
    assert "feed.xml" in unread.reason
