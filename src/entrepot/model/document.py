"""A report as the program reads it: canonical text, blocks, and what is known about it with the evidence."""

from dataclasses import dataclass
from typing import Literal

from entrepot.model.interval import Granularity
from entrepot.model.issue import Issue

BlockKind = Literal["title", "heading", "paragraph", "list_item", "caption", "table", "metadata", "furniture"]

READ_KINDS: frozenset[str] = frozenset({"title", "heading", "paragraph", "list_item", "caption"})
"""Blocks from which claims may be read. `title` and `heading` count as headlines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item or piece of page furniture: `document.text[start:end]`.

    Blocks are in order, do not overlap, and leave only white space between them. `reason` says why a block is
    furniture or metadata ("teaser list", "copyright line", "front matter", "related links", "subscription") and is
    empty otherwise.
    """

    kind: BlockKind
    start: int
    end: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a report was published, in days, and how that is known.

    `evidence` is `given` (by the user or a sidecar) or says where in the document it stands, for example
    `meta article:published_time`, `dateline`, `front matter`, `by-line`. A date at the foot of a page is no evidence.
    """

    start: str
    end: str
    granularity: Granularity
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report.

    `id` is the SHA-256 of the original bytes in hexadecimal, shortened to 16 characters; the same bytes twice are one
    document. `path` is what the user gave, or `archive.zip!/member.txt` for a member of an archive. For plain text
    `text` has the length and the offsets of the decoded file.
    """

    id: str
    path: str
    sha256: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    publisher: str = ""
    byline: str = ""
    url: str = ""
    language: str = ""
    published: Published | None = None
    issues: tuple[Issue, ...] = ()
