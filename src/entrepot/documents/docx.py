"""Word files (DOCX)."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from entrepot.documents.archive import ZIP_FAULTS
from entrepot.documents.classify import Header, classify_pieces
from entrepot.documents.interface import Draft, ReadTask
from entrepot.documents.rendered import RenderedBlock, join_blocks
from entrepot.documents.sniff import DOCX
from entrepot.errors import InputError, UnsafeInputError
from entrepot.model.document import BlockKind


@dataclass(frozen=True, slots=True)
class DocxReader:
    """Reads DOCX: title, headings, paragraphs, list items and tables in the order of the page."""

    media_types: frozenset[str] = frozenset({DOCX})

    def read(self, task: ReadTask) -> Draft:
        """The text of the body; headers and footers of pages are not part of it.

        The dates in a Word file's properties say when it was typed and are no evidence of publication.
        """
        _check_size(task)
        blocks, header = _parse(task)
        if not any(block.text.strip() for block in blocks):
            raise InputError(
                f"{task.path} is a Word file without text; if it holds pictures of pages, run text recognition on them."
            )
        text, pieces = join_blocks(blocks)
        return classify_pieces(text, pieces, header)


def _check_size(task: ReadTask) -> None:
    try:
        with zipfile.ZipFile(BytesIO(task.raw)) as package:
            infos = package.infolist()
            encrypted = any(info.flag_bits & 0x1 for info in infos)
            damaged = package.testzip() if sum(info.file_size for info in infos) <= task.options.max_bytes else None
    except ZIP_FAULTS as error:
        raise InputError(f"{task.path} is a damaged or cut-off Word file ({error}); fetch it again.") from error
    if encrypted:
        raise InputError(f"{task.path} is encrypted; open it with its password, save it without one and read that.")
    if damaged:
        raise InputError(f"{task.path} is a damaged Word file ({damaged} in it is broken); fetch it again.")
    unpacked = sum(info.file_size for info in infos)
    if unpacked > task.options.max_bytes:
        raise UnsafeInputError(
            f"{task.path} would unpack to {unpacked:,} bytes, more than the limit, and was not opened."
        )


def _parse(task: ReadTask) -> tuple[list[RenderedBlock], Header]:
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    from entrepot.documents.pdf import PARSER_FAULTS

    try:
        document = docx.Document(BytesIO(task.raw))
        blocks = list(_blocks(document))
        properties = document.core_properties
        return blocks, Header(
            title=_title(blocks), byline=str(properties.author or "") if _is_person(properties.author) else ""
        )
    except (PackageNotFoundError, LxmlError, *PARSER_FAULTS) as error:
        raise InputError(
            f"{task.path} is a damaged Word file ({str(error)[:120]}); open it in Word, save it again and read that."
        ) from error


def _blocks(document: Any) -> Iterator[RenderedBlock]:
    titled = False
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                yield RenderedBlock(text=" ".join(_cells(row)), kind="table")
            continue
        kind = _kind(item, titled)
        titled = titled or kind == "title"
        yield RenderedBlock(text=item.text.encode("utf-8", "replace").decode("utf-8"), kind=kind)


def _cells(row: Any) -> list[str]:
    # A merged cell is met once for every column it spans.
    return list(dict.fromkeys(cell.text.replace("\n", " ").strip() for cell in row.cells))


def _kind(paragraph: Any, titled: bool) -> BlockKind:
    name = str(paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if name == "title" or (name == "heading 1" and not titled):
        return "title" if not titled else "heading"
    if name.startswith(("heading", "subtitle")):
        return "heading"
    properties = paragraph._p.pPr
    if name.startswith("list") or (properties is not None and properties.numPr is not None):
        return "list_item"
    return "caption" if name == "caption" else "paragraph"


def _title(blocks: list[RenderedBlock]) -> str:
    return next((block.text for block in blocks if block.kind == "title"), "")


def _is_person(author: str | None) -> bool:
    """False for what word processors fill in by themselves."""
    return bool(author) and str(author).lower() not in (
        "python-docx",
        "user",
        "admin",
        "administrator",
        "microsoft office user",
        "unknown",
        "author",
    )
