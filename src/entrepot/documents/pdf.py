"""PDF files that hold text; pictures of pages are refused with a word on what to do."""

import logging
import re
import struct
import zlib
from collections import Counter
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from entrepot.documents.classify import classify_pieces
from entrepot.documents.interface import Draft, ReadTask
from entrepot.documents.lines import level_line_ends
from entrepot.documents.pieces import is_prose
from entrepot.documents.rendered import RenderedBlock, join_blocks
from entrepot.documents.sniff import PDF
from entrepot.errors import InputError, UnsafeInputError
from entrepot.model.issue import Issue

if TYPE_CHECKING:
    from pypdf import PdfReader as PypdfReader

PARSER_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, OSError, RuntimeError,
    TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What a parser raises on bytes that nobody meant it to read."""

_LETTERS = re.compile(r"[^\W\d_]")
_MIN_LETTERS = 20
_ENCRYPTED = "{path} is encrypted; open it with its password, save it without one and read that."
_EDGE_LINES = 3


@dataclass(frozen=True, slots=True)
class PdfReader:
    """Reads PDF; lines that stand at the edge of most pages are furniture."""

    media_types: frozenset[str] = frozenset({PDF})

    def read(self, task: ReadTask) -> Draft:
        """The text of all pages, one after the other."""
        # pypdf tells of every oddity of a file; what matters is told by an issue instead.
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        reader = _open(task)
        pages, lost = _pages(task, reader)
        if sum(len(_LETTERS.findall(page)) for page in pages) < _MIN_LETTERS:
            raise InputError(
                f"{task.path} is a PDF of pictures without text; run text recognition on it (for example with "
                f"OCRmyPDF) and read the result."
            )
        text, pieces = join_blocks(_blocks(pages))
        draft = classify_pieces(text, pieces)
        if not draft.title:
            draft = replace(draft, title=_stated_title(reader))
        return replace(draft, issues=_issues(lost))


def _open(task: ReadTask) -> "PypdfReader":
    from pypdf import PdfReader as Opener
    from pypdf.errors import DependencyError

    try:
        reader = Opener(BytesIO(task.raw), strict=False)
        # Many files are encrypted with an empty password, only to forbid printing; they open without one.
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(_ENCRYPTED.format(path=task.path))
        count = len(reader.pages)
    except DependencyError as error:
        raise InputError(_ENCRYPTED.format(path=task.path)) from error
    except _faults() as error:
        raise InputError(f"{task.path} is a damaged or cut-off PDF ({_short(error)}); fetch it again.") from error
    if count > task.options.max_pdf_pages:
        raise UnsafeInputError(
            f"{task.path} has {count:,} pages, more than the limit of {task.options.max_pdf_pages:,}; split it."
        )
    return reader


def _faults() -> tuple[type[Exception], ...]:
    """What pypdf may raise on a damaged or hostile file; some of its errors have no common base."""
    from pypdf.errors import DependencyError, DeprecationError, PyPdfError

    return (PyPdfError, DependencyError, DeprecationError, *PARSER_FAULTS)


def _pages(task: ReadTask, reader: "PypdfReader") -> tuple[list[str], list[int]]:
    """The text of each page, and the numbers of the pages that could not be read."""
    pages: list[str] = []
    lost: list[int] = []
    for number in range(len(reader.pages)):
        try:
            pages.append(level_line_ends(reader.pages[number].extract_text() or ""))
        except _faults():
            lost.append(number + 1)
    if lost and not pages:
        raise InputError(f"{task.path} is a damaged PDF: none of its pages could be read; fetch it again.")
    return pages, lost


def _blocks(pages: list[str]) -> list[RenderedBlock]:
    """The pages as one run of lines, so that a sentence may go on over a page; edge lines are set apart."""
    running = _running_lines(pages)
    body: list[str] = []
    edges: list[RenderedBlock] = []
    for page in pages:
        for line in page.split("\n"):
            if line.strip() and _key(line) in running:
                if not any(one.text == line.strip() for one in edges):
                    edges.append(RenderedBlock(text=line.strip(), kind="furniture", reason="running head or foot"))
            else:
                body.append(line)
    return [RenderedBlock(text=_mend("\n".join(body))), *edges]


def _running_lines(pages: list[str]) -> set[str]:
    """Lines, numbers aside, that stand among the first or last of more than half of at least three pages."""
    if len(pages) < 3:
        return set()
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page.split("\n") if line.strip()]
        seen.update(
            {_key(line) for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]) if not is_prose(line.strip())}
        )
    return {key for key, count in seen.items() if count > len(pages) / 2}


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _mend(text: str) -> str:
    """Words cut at the end of a line are whole again; ligatures and soft hyphens are letters."""
    text = re.sub(r"(?<=[a-z]{2})[-\u00ad]\n(?=[a-z]{2})", "", text).replace("\u00ad", "")
    for ligature, letters in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(ligature, letters)
    return text.encode("utf-8", "replace").decode("utf-8")


def _stated_title(reader: "PypdfReader") -> str:
    try:
        return str((reader.metadata and reader.metadata.title) or "")
    except _faults():
        return ""


def _issues(lost: list[int]) -> tuple[Issue, ...]:
    if not lost:
        return ()
    named = ", ".join(str(number) for number in lost[:10])
    return (
        Issue(
            code="pages_unread", message=f"{len(lost)} damaged pages could not be read ({named}); fetch the file again."
        ),
    )


def _short(error: BaseException) -> str:
    return (str(error).split("\n", 1)[0] or type(error).__name__)[:120]
