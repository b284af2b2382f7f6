"""Markdown: the rendered text, without marks, link addresses and notes."""

import re
from dataclasses import dataclass, replace

from entrepot.documents.classify import Header, classify_pieces
from entrepot.documents.decode import decode_bytes
from entrepot.documents.interface import Draft, ReadTask
from entrepot.documents.lines import level_line_ends
from entrepot.documents.markdown_inline import render_inline
from entrepot.documents.rendered import RenderedBlock, join_blocks
from entrepot.documents.sniff import MARKDOWN
from entrepot.documents.stated_dates import published_from
from entrepot.errors import InputError
from entrepot.model.document import BlockKind

_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w.-]*)\s*[:=]\s*(.*)$")
_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r" {0,12}(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)$")
_NOTE = re.compile(r" {0,3}\[\^([^\]]{1,50})\]:[ \t]*(.*)$")
_REFERENCE = re.compile(r" {0,3}\[[^\]^][^\]]{0,200}\]:[ \t]*\S+")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TABLE_RULE = re.compile(r"[ |:\-\t]*-[ |:\-\t]*$")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_FRONT_NAMES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "site"),
    "byline": ("author", "authors", "byline", "by"),
    "url": ("url", "link", "canonical", "permalink"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate"),
}


@dataclass(frozen=True, slots=True)
class MarkdownReader:
    """Reads Markdown; front matter is metadata and evidence, notes and link lists are furniture."""

    media_types: frozenset[str] = frozenset({MARKDOWN})

    def read(self, task: ReadTask) -> Draft:
        """The rendered text with its blocks."""
        decoded = decode_bytes(task.path, task.raw, task.charset)
        text = level_line_ends(decoded.text)
        # CRLF became a space and a newline; the canonical text is the program's own, so the space may go.
        text = "\n".join(line.rstrip(" ") for line in text.split("\n"))
        front, body = _front_matter(text)
        blocks = _blocks(_COMMENT.sub("", body))
        if not blocks and not front:
            raise InputError(f"{task.path} is empty: there is nothing in it but white space. Check how it was saved.")
        head = [RenderedBlock(text=" ".join(front.split()), kind="metadata", reason="front matter")] if front else []
        joined, pieces = join_blocks([*head, *blocks])
        return replace(classify_pieces(joined, pieces, _front_header(front)), issues=decoded.issues)


def _front_matter(text: str) -> tuple[str, str]:
    match = _FRONT.match(text.lstrip("\n"))
    if match is None or not any(_FIELD.match(line) for line in match[2].split("\n")):
        return "", text
    return match[2].strip(), text.lstrip("\n")[match.end() :]


def _front_header(front: str) -> Header:
    fields: dict[str, str] = {}
    for line in front.split("\n"):
        match = _FIELD.match(line)
        if match:
            fields.setdefault(match[1].lower(), match[2].strip().strip("\"'").strip())
    found = {
        name: next((fields[one] for one in names if fields.get(one)), "").strip("[]")
        for name, names in _FRONT_NAMES.items()
    }
    published = published_from(found["published"], "front matter") if found["published"] else None
    return Header(
        title=found["title"],
        publisher=found["publisher"],
        byline=found["byline"],
        url=found["url"] if found["url"].startswith("http") else "",
        published=published,
    )


def _blocks(body: str) -> list[RenderedBlock]:
    maker = _Maker()
    lines = body.split("\n")
    index = 0
    while index < len(lines):
        index += maker.take(lines, index)
    maker.flush()
    return maker.blocks


class _Maker:
    """Gathers lines into blocks; each `take` consumes one line or one construct."""

    def __init__(self) -> None:
        self.blocks: list[RenderedBlock] = []
        self._lines: list[str] = []
        self._kind: BlockKind | None = None
        self._titled = False

    def flush(self) -> None:
        text = render_inline(" ".join(line.strip() for line in self._lines))
        if text.strip():
            reason = "footnote" if self._kind == "furniture" else ""
            self.blocks.append(RenderedBlock(text=text, kind=self._kind or "paragraph", reason=reason))
        self._lines, self._kind = [], None

    def take(self, lines: list[str], index: int) -> int:
        line = re.sub(r"^ {0,3}(?:> ?)+", "", lines[index])
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if not line.strip() or _RULE.match(line) or _REFERENCE.match(line):
            self.flush()
        elif _FENCE.match(line):
            return self._fence(lines, index)
        elif heading := _ATX.match(line):
            self._heading(heading[2], len(heading[1]))
        elif note := _NOTE.match(line):
            self._start("furniture", note[2])
        elif item := _ITEM.match(line):
            self._start("list_item", item[1])
        elif not self._lines and line.strip() and _SETEXT.match(following) and not _RULE.match(line):
            self._heading(line, 1 if following.strip()[0] == "=" else 2)
            return 2
        elif line.lstrip().startswith("|") or (_TABLE_RULE.match(following) and "|" in line and "|" in following):
            self._row(line)
        elif _TABLE_RULE.match(line) and "|" in line:
            self.flush()
        else:
            self._lines.append(line)
        return 1

    def _start(self, kind: BlockKind, text: str) -> None:
        self.flush()
        self._kind, self._lines = kind, [text]

    def _heading(self, text: str, level: int) -> None:
        self.flush()
        kind: BlockKind = "heading" if self._titled or level > 2 else "title"
        self._titled = self._titled or kind == "title"
        rendered = render_inline(text)
        if rendered.strip():
            self.blocks.append(RenderedBlock(text=rendered, kind=kind))

    def _row(self, line: str) -> None:
        self.flush()
        if not _TABLE_RULE.match(line):
            cells = " ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
            self.blocks.append(RenderedBlock(text=render_inline(cells), kind="table"))

    def _fence(self, lines: list[str], index: int) -> int:
        """Code is kept as a table is: there, but never read for claims."""
        self.flush()
        mark = _FENCE.match(lines[index])
        fence = mark[1] if mark else "```"
        end = next((at for at in range(index + 1, len(lines)) if lines[at].strip().startswith(fence)), len(lines))
        code = " ".join(line.strip() for line in lines[index + 1 : end] if line.strip())
        if code:
            self.blocks.append(RenderedBlock(text=code, kind="table"))
        return end - index + 1
