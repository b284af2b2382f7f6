"""What of a web page is not the report: menus, banners, teasers, forms, scripts, hidden text."""

import re
from itertools import pairwise

from lxml.html import HtmlElement  # type: ignore[import-untyped]

_LIST_OF_TAGS = """
script style noscript template nav aside footer form button select iframe svg object embed applet canvas input
textarea dialog menu head audio video map math link meta option datalist
"""
_TAGS = frozenset(_LIST_OF_TAGS.split())
_LIST_OF_ROLES = """
navigation banner contentinfo complementary search dialog alert alertdialog menu menubar toolbar
"""
_ROLES = frozenset(_LIST_OF_ROLES.split())
_LIST_OF_WORDS = """
related recommend recommended recommendations recommendation teaser teasers promo promos promotion sidebar
widget widgets newsletter subscribe subscription subscriptions cookie cookies consent gdpr ccpa social share
sharing sharebar breadcrumb breadcrumbs menu navbar nav navigation footer comments advert adverts
advertisement advertising ad ads adv banner sponsor sponsored popup modal overlay trending pagination pager
bio copyright legal disclaimer outbrain taboola disqus signup paywall login search toolbar ticker tagcloud
tags tag keywords topics masthead offcanvas skip rss mostread popular latest colophon authorbox crosslinks
linklist readmore readalso seealso morenews morestories morefrom moreon imprint credits print feedback
"""
_WORDS = frozenset(_LIST_OF_WORDS.split())
_LIST_OF_PAIRS = """
most-read most-viewed more-news more-stories more-on more-from read-more read-also read-next see-also
also-read up-next other-news other-stories news-list news-feed sign-up log-in side-bar skip-link top-stories
author-box author-info link-list editors-picks follow-us
"""
_PAIRS = frozenset(tuple(pair.split("-")) for pair in _LIST_OF_PAIRS.split())
_SPLIT = re.compile(r"[\s_\-:/]+|(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:[;\s]|$|px)|opacity\s*:\s*0(?:[;\s]|$)", re.I
)
# An element that holds this share of the page's text is the page, however it is named (`has-sidebar`).
_MAIN_SHARE = 0.5
_SENTENCE_CHARS = 60
_BESIDE = frozenset(("has", "with", "no", "without", "not", "is", "hide", "show", "page"))


def prune_page(root: HtmlElement) -> None:
    """Takes out of `root`, in place, what is not the report."""
    total = _prose_length(root)
    for element in list(root.iter()):
        if element is root or element.getparent() is None or not isinstance(element.tag, str):
            continue
        tag = element.tag.lower()
        if tag in _TAGS or _is_hidden(element):
            _drop(element)
        elif tag in ("body", "html", "article", "main", "h1"):
            continue
        elif _is_side_matter(element, tag) and not _holds_report(element, total):
            _drop(element)


def link_share(element: HtmlElement) -> float:
    """How much of the element's text stands in links, 0 to 1."""
    length = _text_length(element)
    return sum(_text_length(one) for one in element.iter("a")) / length if length else 0.0


def _text_length(element: HtmlElement) -> int:
    return sum(len(part.strip()) for part in element.itertext("*") if isinstance(part, str))


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def _is_side_matter(element: HtmlElement, tag: str) -> bool:
    if tag == "header":
        return not any(True for _ in element.iterancestors("article", "main"))
    if (element.get("role") or "") in _ROLES:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    if not names:
        return False
    words = [word.lower() for word in _SPLIT.split(names) if word]
    pairs = list(pairwise(["", *words]))
    # `has-sidebar`, `with-ads`, `no-comments` say what an element is beside, not what it is.
    return any(word in _WORDS and before not in _BESIDE for before, word in pairs) or not _PAIRS.isdisjoint(pairs)


def _holds_report(element: HtmlElement, total: int) -> bool:
    if next(element.iter("article", "main"), None) is not None:
        return True
    prose = _prose_length(element)
    if element.tag != "header" and prose and next(element.iter("h1"), None) is not None:
        return True
    return prose > _MAIN_SHARE * total


def _prose_length(element: HtmlElement) -> int:
    """Characters in paragraphs that are long enough to be sentences."""
    lengths = (_text_length(one) for one in element.iter("p", "li", "blockquote"))
    return sum(length for length in lengths if length >= _SENTENCE_CHARS)


def _drop(element: HtmlElement) -> None:
    """Removes the element and keeps the words that follow it."""
    element.drop_tree()
