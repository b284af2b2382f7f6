"""What every reader of a kind of document is and hands over."""

from dataclasses import dataclass
from typing import Protocol

from entrepot.documents.options import ReadOptions
from entrepot.model.document import Block, Published
from entrepot.model.issue import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report as its reader understood it, before what is given from outside is laid over it."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    publisher: str = ""
    byline: str = ""
    url: str = ""
    published: Published | None = None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """One document's bytes, what they were called, and the character set that their carrier declared."""

    path: str
    raw: bytes
    options: ReadOptions
    charset: str = ""


class Reader(Protocol):
    """Reads documents of certain media types; raises `InputError` where it cannot."""

    @property
    def media_types(self) -> frozenset[str]:
        """The media types that this reader takes."""
        ...

    def read(self, task: ReadTask) -> Draft:
        """The document's text, blocks and what it says of itself."""
        ...
