"""RSS and Atom files: one document an entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from entrepot.documents.given import GivenMetadata
from entrepot.documents.header import Header
from entrepot.documents.interface import Draft, ReadTask
from entrepot.documents.raw_input import RawInput
from entrepot.documents.sniff import ATOM, FEEDS, RSS
from entrepot.documents.stated_dates import published_from
from entrepot.documents.text import draft_from_text
from entrepot.errors import InputError, UnsafeInputError
from entrepot.model.case import UnreadInput

_BODY = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued")


@dataclass(frozen=True, slots=True)
class FeedReader:
    """Reads a feed of one entry, as `iter_entries` cuts them."""

    media_types: frozenset[str] = FEEDS

    def read(self, task: ReadTask) -> Draft:
        """The entry's text; its title, date, author and address are what it says of itself."""
        root = _parse(task.path, task.raw)
        entries = _entries(root)
        if len(entries) != 1:
            raise InputError(
                f"{task.path} is a feed of {len(entries)} entries; read it as a file, one document an entry."
            )
        return _draft(task, root, entries[0])


def iter_entries(path: str, raw: bytes, given: GivenMetadata) -> Iterator[RawInput | UnreadInput]:
    """One input an entry: the entry alone in a feed of the same title, so that a new entry changes no other's bytes.

    Raises:
        InputError: the feed is not well-formed XML, or holds no entry.
    """
    root = _parse(path, raw)
    entries = _entries(root)
    if not entries:
        raise InputError(f"{path} is a feed without entries: there is nothing to read in it.")
    title = _text(_feed_of(root), "title")
    for number, entry in enumerate(entries, start=1):
        alone, kind = _alone(entry, title)
        yield RawInput(path=f"{path}#{number}", raw=alone, media_type=kind, given=given)


def _parse(path: str, raw: bytes) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(raw.lstrip())
    except DefusedXmlException as error:
        raise UnsafeInputError(
            f"{path} declares XML entities, which can be used to attack a reader, and was not read; remove its "
            f"DOCTYPE if you trust it."
        ) from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise InputError(f"{path} is a feed but not well-formed XML ({error}); fetch it again.") from error
    if not isinstance(root, Element):
        raise InputError(f"{path} is a feed without entries: there is nothing to read in it.")
    return root


def _local(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _entries(root: Element) -> list[Element]:
    return [one for one in root.iter() if _local(one) in ("item", "entry")]


def _feed_of(root: Element) -> Element:
    return next((one for one in root if _local(one) == "channel"), root)


def _child(element: Element, *names: str) -> Element | None:
    for name in names:
        for one in element:
            if _local(one) == name and ("".join(one.itertext()).strip() or one.get("href")):
                return one
    return None


def _text(element: Element, *names: str) -> str:
    found = _child(element, *names)
    return "".join(found.itertext()).strip() if found is not None else ""


def _alone(entry: Element, title: str) -> tuple[bytes, str]:
    if _local(entry) == "entry":
        feed = Element("{http://www.w3.org/2005/Atom}feed")
        SubElement(feed, "{http://www.w3.org/2005/Atom}title").text = title
        parent, kind = feed, ATOM
    else:
        feed = Element("rss")
        parent = SubElement(feed, "channel")
        SubElement(parent, "title").text = title
        kind = RSS
    entry.tail = None
    parent.append(entry)
    return tostring(feed, encoding="utf-8"), kind


def _draft(task: ReadTask, root: Element, entry: Element) -> Draft:
    title, body = _text(entry, "title"), _text(entry, *_BODY)
    author = _child(entry, "creator", "author")
    link = _child(entry, "link")
    stated = _text(entry, *_DATES)
    hint = Header(
        title=title,
        publisher=_text(_feed_of(root), "title"),
        byline=(_text(author, "name") or "".join(author.itertext()).strip()) if author is not None else "",
        url=(link.get("href") or (link.text or "").strip()) if link is not None else "",
        published=published_from(stated, "date of the feed entry") if stated else None,
    )
    if not body and not title:
        raise InputError(f"{task.path} is an entry without a text: there is nothing to read in it.")
    if "<" in body and ">" in body:
        from entrepot.documents.html import draft_from_fragment

        return draft_from_fragment(title, body, hint)
    return draft_from_text("\n\n".join(part for part in (title, body) if part), hint)
