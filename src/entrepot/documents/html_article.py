"""The article of a page: which part of the tree it is, and what its head says of it."""

import re
from dataclasses import dataclass, replace
from typing import Any

import lxml.html  # type: ignore[import-untyped]
from lxml.etree import LxmlError, ParserError  # type: ignore[import-untyped]
from lxml.html import HtmlElement

from entrepot.documents.header import Header
from entrepot.documents.html_blocks import page_blocks
from entrepot.documents.html_meta import page_title, read_head
from entrepot.documents.html_prune import prune_page
from entrepot.documents.publication import read_publication_line
from entrepot.documents.rendered import RenderedBlock

# A marked-up article that holds less than this share of the page's running text is a teaser card among others.
_CONTAINER_SHARE = 0.4
_KEPT_SHARE = 0.5
# Past this many blocks a page is a book; trafilatura takes minutes for it and there is little around it to cut.
_MAX_FILTERED = 5_000
# What XML does not allow in a text; lxml refuses to move it from one element to another.
_UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The blocks of a page's article and what its head says."""

    blocks: tuple[RenderedBlock, ...]
    header: Header


def read_article(page: str) -> Article:
    """The article of `page`; without blocks where the page has no text."""
    root = _parse(page)
    if root is None:
        return Article(blocks=(), header=Header())
    header = read_head(root)
    heading = next((_words(one) for one in root.iter("h1") if _words(one)), "")
    fallback = page_title(root, header.publisher)
    prune_page(root)
    container = _container(root)
    blocks = page_blocks(container if container is not None else root)
    if container is None and len(blocks) <= _MAX_FILTERED:
        blocks = _main_blocks(page, blocks)
    title = next((one.text for one in blocks if one.kind == "title"), "") or heading or header.title or fallback
    if title and not any(one.kind == "title" for one in blocks):
        blocks = [RenderedBlock(text=title, kind="title"), *(one for one in blocks if one.text != title)]
    return Article(blocks=tuple(blocks), header=replace(header, title=title))


def fragment_blocks(fragment: str) -> list[RenderedBlock]:
    """The blocks of a piece of HTML that is the report already."""
    root = _parse(f"<html><body>{fragment}</body></html>")
    if root is None:
        return []
    for element in list(root.iter("script", "style", "noscript", "template", "head")):
        element.drop_tree()
    return page_blocks(root)


def _parse(page: str) -> HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = lxml.html.document_fromstring(_UNSOUND.sub(" ", page).encode("utf-8"), parser=parser)
    except (ParserError, LxmlError, ValueError, AssertionError):
        return None
    return root if isinstance(root, HtmlElement) else None


def _container(root: HtmlElement) -> HtmlElement | None:
    """The element marked as the article, if it holds enough of the running text."""
    total = _prose(root)
    marked: list[Any] = [
        *root.xpath("//*[@itemprop='articleBody']"),
        *root.iter("article"),
        *root.xpath("//main|//*[@role='main']"),
    ]
    best = max(marked, key=lambda one: (_prose(one), -len(list(one.iterancestors()))), default=None)
    if best is None or _prose(best) < _CONTAINER_SHARE * total or not _words(best):
        return None
    # Of nested ones with nearly the same text the innermost that still has the headline is the tightest.
    for inner in [one for one in marked if one is not best and best in one.iterancestors()]:
        if _prose(inner) >= 0.8 * _prose(best) and (inner.tag == "article" or next(inner.iter("h1"), None) is not None):
            best = inner
    return best if isinstance(best, HtmlElement) else None


def _main_blocks(page: str, blocks: list[RenderedBlock]) -> list[RenderedBlock]:
    """The blocks that trafilatura too takes for main text; all of them where it finds too little."""
    import trafilatura

    extracted = trafilatura.extract(
        page,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        with_metadata=False,
    )
    seen = _squeeze(extracted or "")
    found = [one.kind in ("title", "heading") or _squeeze(one.text) in seen for one in blocks]
    body = sum(len(one.text) for one in blocks if one.kind in ("", "paragraph"))
    kept = [one for one, is_found in zip(blocks, found, strict=True) if is_found or _may_be_byline(one)]
    return kept if sum(len(one.text) for one in kept if one.kind in ("", "paragraph")) >= _KEPT_SHARE * body else blocks


def _may_be_byline(block: RenderedBlock) -> bool:
    """By-lines and dates are what an extractor of main text drops first, and evidence."""
    return len(block.text) <= 120 and read_publication_line(block.text) is not None


def _prose(element: HtmlElement) -> int:
    return sum(len(_words(one)) for one in element.iter("p", "li", "blockquote")) or len(_words(element)) // 2


def _words(element: HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
