"""The paragraphs, headings, list items and captions of a pruned page, in order."""

import re

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
    "dt": "heading",
    "dd": "paragraph",
    "figcaption": "caption",
    "caption": "caption",
    "p": "paragraph",
    "blockquote": "paragraph",
    "tr": "table",
    "td": "table",
    "th": "table",
}
_LIST_OF_BLOCKS = """
address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6
header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption
"""
_BLOCKS = frozenset(_LIST_OF_BLOCKS.split())
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_MAX_BLOCKS = 200_000


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
        self._kinds: list[tuple[BlockKind, str]] = [("paragraph", "")]

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
        if tag == "br":
            self._words.append("\n")
        elif tag in ("td", "th"):
            self._words.append(" ")
        elif tag in _BLOCKS:
            self._flush()
        if tag in ("ul", "ol", "div", "section", "dl") and _is_link_list(element):
            self._kinds.append(("furniture", "link list"))
        elif tag in _KINDS and self._kinds[-1][0] != "furniture" and tag not in ("td", "th"):
            inherits = tag in ("p", "blockquote") and self._kinds[-1][0] in ("list_item", "caption", "table")
            self._kinds.append(self._kinds[-1] if inherits else (_KINDS[tag], ""))
        else:
            self._kinds.append(self._kinds[-1])
        if element.text:
            self._words.append(element.text if tag == "pre" else _SPACE.sub(" ", element.text))

    def _leave(self, element: HtmlElement) -> None:
        if not isinstance(element.tag, str):
            return
        tag = element.tag.lower()
        if tag in _BLOCKS and tag not in ("td", "th"):
            self._flush()
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


def _is_link_list(element: HtmlElement) -> bool:
    """True for a list of two or more links with next to no words of its own: a menu or teasers."""
    links = sum(1 for _ in element.iter("a"))
    if links < 2 or next(element.iter("h1"), None) is not None:
        return False
    return link_share(element) >= 0.75 and not any(_is_sentence(one.text_content()) for one in element.iter("p"))


def _is_sentence(text: str) -> bool:
    return len(text.strip()) >= 80 and text.strip().endswith((".", "!", "”", '"'))
