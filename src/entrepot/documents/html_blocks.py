"""The paragraphs, headings, list items and captions of a pruned page, in order."""

import re
from itertools import islice
from typing import Literal

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from entrepot.documents.html_prune import link_share
from entrepot.documents.rendered import RenderedBlock
from entrepot.model.document import BlockKind

_KINDS: dict[str, BlockKind] = {
    "h1": "title",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "li": "list_item",
    "dl": "paragraph",
    "figcaption": "caption",
    "caption": "caption",
    "p": "paragraph",
    "blockquote": "paragraph",
    "tr": "table",
}
_LIST_OF_BLOCKS = """
address article blockquote body center details div dl fieldset figcaption figure h1 h2 h3 h4 h5 h6
header hgroup hr html li main ol p pre section summary table tbody tfoot thead tr ul caption
"""
_BLOCKS = frozenset(_LIST_OF_BLOCKS.split())
_JOINED = {"br": "\n", "td": " ", "th": " ", "dd": " ", "time": " "}
"""What stands between words where one of these begins and no block ends."""
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_MAX_BLOCKS = 200_000
_BY = re.compile(r"\s*(?:by|authors?)\b", re.IGNORECASE)
_MAX_CELLS = 200
_CELL_CHARS = 250


def page_blocks(container: HtmlElement) -> list[RenderedBlock]:
    """Every block of text below `container`; lists and cells made of links alone are marked as furniture."""
    walk = _Walk()
    walk.run(container)
    titles = 0
    blocks: list[RenderedBlock] = []
    for block in walk.blocks:
        if block.kind == "title":
            titles += 1
            if titles > 1:
                blocks.append(RenderedBlock(text=block.text, kind="heading"))
                continue
        blocks.append(block)
    return blocks


class _Walk:
    """One pass over a tree without recursion: text is gathered until a block begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[RenderedBlock] = []
        self._words: list[str] = []
        self._kinds: list[tuple[BlockKind | Literal[""], str]] = [("", "")]
        self._layouts: list[bool] = []

    def run(self, container: HtmlElement) -> None:
        stack: list[tuple[HtmlElement, bool]] = [(container, False)]
        while stack and len(self.blocks) < _MAX_BLOCKS:
            element, leaving = stack.pop()
            if leaving:
                self._leave(element)
                if element is not container and element.tail:
                    self._words.append(_SPACE.sub(" ", element.tail))
                continue
            if element.tag == "sup" and self._is_note_mark(element):
                self._words.append(_SPACE.sub(" ", element.tail or ""))
                continue
            stack.append((element, True))
            if isinstance(element.tag, str):
                self._enter(element)
                stack.extend((child, False) for child in reversed(element))
        self._flush()

    def _is_note_mark(self, element: HtmlElement) -> bool:
        """True for the raised number of a footnote; a raised number after a letter or digit is a power or a unit."""
        if not re.fullmatch(r"\s*\[?[\d*†a-z]{1,3}\]?\s*", element.text_content()):
            return False
        before = "".join(self._words[-3:]).rstrip()
        return next(element.iter("a"), None) is not None or before[-1:] in set('.,;:!?”"’)')

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag.lower()
        if tag == "table":
            self._layouts.append(_is_layout(element))
        if self._parts(tag) or tag == "dt":
            self._flush()
        elif tag in _JOINED:
            self._words.append(_JOINED[tag])
        self._kinds.append(self._kind(element, tag))
        if element.text:
            self._words.append(element.text if tag == "pre" else _SPACE.sub(" ", element.text))

    def _parts(self, tag: str) -> bool:
        """True where a block ends at the start and at the end of such an element."""
        if tag in ("td", "th"):
            return bool(self._layouts) and self._layouts[-1]
        return tag in _BLOCKS

    def _kind(self, element: HtmlElement, tag: str) -> tuple[BlockKind | Literal[""], str]:
        outer = self._kinds[-1]
        if tag in ("ul", "ol", "div", "section", "dl") and _is_link_list(element):
            return "furniture", "link list"
        if tag not in _KINDS or outer[0] == "furniture":
            return outer
        if tag == "tr" and self._layouts and self._layouts[-1]:
            return "", ""
        if tag in ("p", "blockquote") and outer[0] in ("list_item", "caption", "table"):
            return outer
        return _KINDS[tag], ""

    def _leave(self, element: HtmlElement) -> None:
        if not isinstance(element.tag, str):
            return
        tag = element.tag.lower()
        if self._parts(tag):
            self._flush()
        elif tag in ("dt", "time"):
            self._words.append(" ")
        if tag == "table":
            self._layouts.pop()
        self._kinds.pop()

    def _flush(self) -> None:
        text = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", "".join(self._words))).strip()
        self._words = []
        if not text:
            return
        kind, reason = self._kinds[-1]
        # A double line break is how old pages end a paragraph; a heading or title is one line, however it is broken.
        whole = kind in ("title", "heading")
        for part in [text.replace("\n", " ")] if whole else re.split(r"\n{2,}", text):
            self.blocks.append(RenderedBlock(text=part, kind=kind, reason=reason))


def _is_layout(table: HtmlElement) -> bool:
    """True for a table that old pages use to place things: its cells hold paragraphs, not figures."""
    cells = islice(table.iter("td"), _MAX_CELLS)
    return any(
        next(cell.iter("p", "div", "h1", "h2", "h3", "ul", "ol", "table"), None) is not None
        or len(list(islice(cell.iter("br"), 2))) == 2
        or len(cell.text_content()) > _CELL_CHARS
        for cell in cells
    )


def _is_link_list(element: HtmlElement) -> bool:
    """True for a list of two or more links with next to no words of its own: a menu or teasers."""
    links = sum(1 for _ in element.iter("a"))
    if links < 2 or next(element.iter("h1"), None) is not None:
        return False
    if _BY.match(element.text_content()):
        return False
    return link_share(element) >= 0.75 and not any(_is_sentence(one.text_content()) for one in element.iter("p"))


def _is_sentence(text: str) -> bool:
    return len(text.strip()) >= 80 and text.strip().endswith((".", "!", "”", '"'))
