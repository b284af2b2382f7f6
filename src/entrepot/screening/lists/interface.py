"""What every reader of a list format is given and hands over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Protocol

from entrepot.model.issue import Issue
from entrepot.model.listing import ListedParty


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """One file of a list: its name without folders, its bytes unpacked, and the SHA-256 of the bytes as they came."""

    name: str
    raw: bytes
    sha256: str

    @property
    def stem(self) -> str:
        """The file's name without its endings (`.csv.gz`, `.xml`)."""
        path = PurePath(self.name)
        while path.suffix.lower() in {".gz", ".csv", ".tsv", ".txt", ".xml", ".json", ".jsonl", ".ndjson", ".ftm"}:
            path = path.with_suffix("")
        return path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRequest:
    """What the user says of a list: a short name in place of the usual one, a day of publication where the file gives
    none, a mapping of its columns, and the path or address to be shown.
    """

    name: str = ""
    published: date | None = None
    mapping: Path | None = None
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTask:
    """A file to be read: its text, the short list name that the user gave ("" for the format's own), and its siblings.

    `find` answers with the file of that name from the same place, whatever its case, or None.
    """

    file: ListFile
    text: str
    name: str = ""
    find: Callable[[str], ListFile | None] = lambda _: None

    def name_or(self, usual: str) -> str:
        """The name that the user gave, else the usual one of the format, else the file's stem."""
        return self.name or usual or self.file.stem


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDraft:
    """A list as its reader understood it; `rows` counts what the file holds, `digests` are those of further files."""

    name: str
    title: str
    rows: int
    parties: tuple[ListedParty, ...]
    issues: tuple[Issue, ...] = ()
    published: date | None = None
    digests: tuple[str, ...] = ()


class ListReader(Protocol):
    """Reads one format of list; asked in the order of `FORMATS`, the first that knows its own reads."""

    @property
    def format(self) -> str:
        """The format's name for people ("OFAC CSV files")."""
        ...

    def sniff(self, head: str) -> bool:
        """True where the first characters of the file are of this format."""
        ...

    def read(self, task: ListTask) -> ListDraft:
        """The list's parties in the order of the file, and every trouble with it."""
        ...
