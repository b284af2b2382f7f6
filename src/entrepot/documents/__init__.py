"""Bytes to documents: files, folders, archives, feeds and addresses as canonical text with blocks and evidence."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from entrepot.documents.docx import DocxReader
from entrepot.documents.feeds import FeedReader
from entrepot.documents.finish import finish_document
from entrepot.documents.given import GivenMetadata
from entrepot.documents.html import HtmlReader
from entrepot.documents.interface import Reader, ReadTask
from entrepot.documents.json_lines import JsonReader
from entrepot.documents.mail import MailReader
from entrepot.documents.markdown import MarkdownReader
from entrepot.documents.options import ReadOptions
from entrepot.documents.pdf import PdfReader
from entrepot.documents.raw import RawInput, ignore_note, iter_raw
from entrepot.documents.sidecar import merge_given
from entrepot.documents.sniff import sniff_media_type
from entrepot.documents.text import TextReader
from entrepot.errors import InputError, UnsupportedInputError
from entrepot.model.case import UnreadInput
from entrepot.model.document import Document
from entrepot.model.issue import Issue

__all__ = ["GivenMetadata", "RawInput", "ReadOptions", "iter_raw", "read_document", "read_documents"]

READERS: tuple[Reader, ...] = (
    TextReader(),
    MarkdownReader(),
    HtmlReader(),
    PdfReader(),
    DocxReader(),
    MailReader(),
    JsonReader(),
    FeedReader(),
)
"""Every reader; a media type belongs to the first that takes it."""


def read_documents(
    inputs: Iterable[str | Path], options: ReadOptions, on_note: Callable[[Issue], None] = ignore_note
) -> Iterator[Document | UnreadInput]:
    """Every document of the inputs, in order, one at a time; what cannot be read is named and reading goes on.

    Inputs are files, folders (all files below, by name), `-` for standard input, and web addresses where
    `options.allow_network` allows them. The same bytes twice are one document; `on_note` is told of the second.
    """
    for one in iter_raw(inputs, options, on_note):
        yield one if isinstance(one, UnreadInput) else _read_raw(one, options)


def read_document(
    path: str, raw: bytes, options: ReadOptions, given: GivenMetadata | None = None, media_type: str = ""
) -> Document:
    """The document that `raw` holds; `path` names it in messages and tells its kind where the bytes leave that open.

    `media_type` is what a carrier declared, with its `charset` if any. Offsets in the document count code points.

    Raises:
        InputError: it cannot be read; the message names it and says what to do.
    """
    kind = media_type.split(";", 1)[0].strip() or sniff_media_type(path, raw)
    charset = media_type.partition("charset=")[2].strip(" \"';")
    reader = next((one for one in READERS if kind in one.media_types), None)
    if reader is None:
        raise UnsupportedInputError(
            f"{path} is of the kind {kind}, which no reader takes. Save it as text, HTML, PDF or DOCX."
        )
    draft = reader.read(ReadTask(path=path, raw=raw, options=options, charset=charset))
    if not draft.blocks:
        raise InputError(f"{path} has no text: there is nothing to read in it. Check how it was saved.")
    return finish_document(path, raw, kind, draft, merge_given(options, given))


def _read_raw(one: RawInput, options: ReadOptions) -> Document | UnreadInput:
    try:
        return read_document(one.path, one.raw, options, one.given, one.media_type)
    except InputError as error:
        return UnreadInput(path=one.path, reason=str(error))
