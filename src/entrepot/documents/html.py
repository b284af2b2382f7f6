"""Web pages: the report alone, with what the page says of itself."""

import re
from dataclasses import dataclass, replace

from entrepot.documents.classify import Header, classify_pieces
from entrepot.documents.decode import decode_bytes
from entrepot.documents.interface import Draft, ReadTask
from entrepot.documents.rendered import RenderedBlock, join_blocks
from entrepot.documents.sniff import HTML
from entrepot.errors import InputError
from entrepot.model.document import READ_KINDS
from entrepot.model.issue import Issue

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LIST_OF_VOID = """
area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th
"""
_VOID = frozenset(_LIST_OF_VOID.split())
_DROPPED = re.compile(
    r"<(script|style|noscript|template|svg)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.DOTALL | re.IGNORECASE
)
_BREAK = re.compile(
    r"</?(?:p|div|h[1-6]|li|tr|section|article|table|ul|ol|blockquote)\b[^>]*>|<br\s*/?>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class HtmlReader:
    """Reads a web page; the canonical text is that of its article."""

    media_types: frozenset[str] = frozenset({HTML, "application/xhtml+xml"})

    def read(self, task: ReadTask) -> Draft:
        """The article's blocks; what the page says of itself in its mark-up is the evidence for its date."""
        declared = _CHARSET.search(task.raw[:4096])
        charset = task.charset or (declared[1].decode("ascii", "ignore") if declared else "")
        decoded = decode_bytes(task.path, task.raw, charset)
        draft, issues = _draft(task, decoded.text)
        if not any(block.kind in READ_KINDS for block in draft.blocks):
            raise InputError(
                f"{task.path} is a web page without a readable text (it may be built by a script, or be a list "
                f"of links); "
                "open it in a browser, save the text and read that."
            )
        return replace(draft, issues=(*decoded.issues, *issues))


def draft_from_fragment(title: str, body: str, hint: Header) -> Draft:
    """A draft of a piece of HTML such as a feed entry or a mail carries, under its title."""
    from entrepot.documents.html_article import fragment_blocks

    heading = [RenderedBlock(text=title, kind="title")] if title else []
    blocks = [RenderedBlock(text=_strip_tags(body))] if _depth(body) > 250 else fragment_blocks(body)
    text, pieces = join_blocks([*heading, *(one for one in blocks if one.text != title)])
    return classify_pieces(text, pieces, hint)


def _draft(task: ReadTask, page: str) -> tuple[Draft, tuple[Issue, ...]]:
    if _depth(page) > task.options.max_html_depth:
        from entrepot.documents.text import draft_from_text

        message = (
            f"The page nests its elements deeper than {task.options.max_html_depth}; its words were read without its "
            "structure, so menus may stand among them."
        )
        return draft_from_text(_strip_tags(page)), (Issue(code="html_flattened", message=message),)
    from entrepot.documents.html_article import read_article

    article = read_article(page)
    text, pieces = join_blocks(list(article.blocks))
    return classify_pieces(text, pieces, article.header), ()


def _depth(page: str) -> int:
    """How deep elements nest, counting those that need a closing tag."""
    deepest = depth = 0
    for match in _TAG.finditer(page):
        if match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _strip_tags(page: str) -> str:
    from html import unescape

    plain = re.sub(r"<[^<>]*>", "", _BREAK.sub("\n\n", _DROPPED.sub(" ", page)))
    return re.sub(r"\n[ \t\n]*\n", "\n\n", unescape(plain)).strip()
