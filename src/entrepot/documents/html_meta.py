"""What a page says of itself in its head: JSON-LD, meta elements, marked-up times, the canonical address."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from entrepot.documents.header import Header
from entrepot.documents.stated_dates import published_from
from entrepot.model.document import Published

_MAX_JSON = 1_000_000
_ARTICLE_TYPES = re.compile(
    r"Article|Report|BlogPosting|Posting|WebPage|CreativeWork|PressRelease|Review", re.IGNORECASE
)
_PUBLISHED_NAME = re.compile(
    r"^(?!.*(?:modif|updat|unpub|expir|revis)).*(?:first-?published|published[-_:.]?(?:at|on|time|date))"
)
_LIST_OF_DATE_META = """
article:published_time datepublished og:published_time og:article:published_time date.published publish-date
publish_date pubdate publication_date citation_publication_date citation_date dc.date.issued dcterms.issued
dcterms.created dc.date.created dc.date dcterms.date sailthru.date parsely-pub-date article.published
article:published published-date date originalpublicationdate publishdate cxenseparse:recs:publishtime
rnews:datepublished
"""
_DATE_META = tuple(_LIST_OF_DATE_META.split())
_PUBLISHER_META = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "citation_publisher",
)
_AUTHOR_META = ("author", "article:author", "dc.creator", "citation_author", "parsely-author", "sailthru.author", "byl")
_TITLE_META = ("og:title", "twitter:title", "dc.title", "citation_title", "headline")
_URL_DAY = re.compile(r"/(20\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=/|-|$)")


def read_head(root: HtmlElement) -> Header:
    """Title, publisher, by-line, address and date of publication, as far as the page's mark-up states them.

    A date of modification is no date of publication and is not looked at.
    """
    meta = _meta(root)
    linked = list(_articles(root))
    url = _url(root, meta)
    return Header(
        title=_first(meta, _TITLE_META) or _named(linked, "headline"),
        publisher=_named(linked, "publisher") or _first(meta, _PUBLISHER_META),
        byline=_named(linked, "author") or _plain_author(_first(meta, _AUTHOR_META)),
        url=url,
        published=_published(root, meta, linked, url),
    )


def page_title(root: HtmlElement, publisher: str) -> str:
    """The `title` element without the name of the site at its end."""
    title = _clean(root.findtext(".//title") or "")
    parts = re.split(r"\s+[|–—·»-]\s+", title)
    if len(parts) > 1 and (parts[-1].lower() == publisher.lower() or len(parts[-1]) < len(parts[0]) / 2):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»-")
    return title


def _published(root: HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]], url: str) -> Published | None:
    for article in linked:
        value = article.get("datePublished")
        if isinstance(value, str) and (found := published_from(value, "JSON-LD datePublished")):
            return found
    for name in _DATE_META:
        if name in meta and (found := published_from(meta[name], f"meta {name}")):
            return found
    for name, value in meta.items():
        if _PUBLISHED_NAME.search(name) and (found := published_from(value, f"meta {name}")):
            return found
    for element in root.iter("time", "span", "meta", "abbr", "div", "p"):
        named = (element.get("itemprop") or "").lower() == "datepublished"
        if named or element.get("pubdate") is not None:
            value = element.get("datetime") or element.get("content") or element.get("title") or element.text_content()
            if found := published_from(value, "itemprop datePublished" if named else "time pubdate"):
                return found
    day = _URL_DAY.search(url)
    return published_from("-".join(part.zfill(2) for part in day.groups()), "address of the page") if day else None


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _clean(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _articles(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """JSON-LD objects that describe the page's article, the most specific first."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or len(script.text or "") > _MAX_JSON:
            continue
        try:
            found.extend(_objects(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):
            continue
    articles = [one for one in found if _ARTICLE_TYPES.search(str(one.get("@type", "")))]
    yield from sorted(articles, key=lambda one: "webpage" in str(one.get("@type", "")).lower())


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The object, those of a list, and those of a graph; not what lies deeper, which is about other things."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            if isinstance(graph, list):
                yield from (item for item in graph if isinstance(item, dict))


def _named(linked: list[dict[str, Any]], field: str) -> str:
    for article in linked:
        value = article.get(field)
        names = [_name(one) for one in (value if isinstance(value, list) else [value])]
        if any(names):
            return ", ".join(name for name in names if name)
    return ""


def _name(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return _clean(value) if isinstance(value, str) and not value.startswith("http") else ""


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _plain_author(value: str) -> str:
    return "" if value.startswith("http") or "@" in value else value


def _url(root: HtmlElement, meta: dict[str, str]) -> str:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    value = meta.get("og:url", "")
    return value if value.startswith("http") else ""


def _clean(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()
