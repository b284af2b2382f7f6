"""A file of trade statistics made ready: unpacked, decoded to UTF-8, its beginning read."""

import codecs
import csv
import gzip
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO

import duckdb

from entrepot.errors import InputError, UnsafeInputError, UnsupportedInputError
from entrepot.model.issue import Issue
from entrepot.trade.importers.headers import guess_delimiter
from entrepot.trade.importers.interface import FileKind, FlowHead
from entrepot.trade.importers.workbooks import read_heads
from entrepot.trade.scanning import FileScan, is_plain_text, scan_file

_CHUNK = 1 << 22
_HEAD_BYTES = 1 << 16
_MAX_UNPACKED = 64_000_000_000
"""Two hundred million rows of a Comext file have some 20 GB; a bomb has more."""

_GZIP, _ZIP, _SEVEN_ZIP, _OLE, _PARQUET = (
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"7z\xbc\xaf\x27\x1c",
    b"\xd0\xcf\x11\xe0",
    b"PAR1",
)
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HTML = re.compile(r"\s*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_DAMAGE = (OSError, EOFError, zlib.error, zipfile.BadZipFile)


class NotPlainError(InputError):
    """A file that was taken for plain text is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedFile:
    """What lies at `path` can be read: text in UTF-8 without stray bytes, a workbook, or Parquet.

    `given` is the scan of the file as given, which may still be under way. `text` is that of what lies at `path`; None
    where that is the file as given and only looks plain so far: `lines` will tell.
    """

    path: Path
    head: FlowHead
    given: Future[FileScan]
    text: FileScan | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines the text has.

        Raises:
            NotPlainError: it is not what it was taken for.
        """
        if self.text is not None:
            return self.text.lines
        if not self.given.result().is_plain:
            raise NotPlainError(f"{self.head.name} is no plain text in UTF-8.")
        return self.given.result().lines


def prepare_file(
    path: Path, folder: Path, given: Future[FileScan], encoding: str = "", *, is_trusted: bool = False
) -> PreparedFile:
    """The file ready to be read; copies that are needed lie in `folder`.

    A text that is to be trusted, and whose beginning is plain, is not looked at any further.

    Raises:
        InputError: it is empty, damaged, packed in an unknown way, or a web page.
    """
    try:
        plain, name = _unpacked(path, folder)
        with plain.open("rb") as file:
            start = file.read(_HEAD_BYTES)
    except OSError as error:
        raise InputError(f"{path} could not be read ({error.strerror}); check the path.") from error
    kind = _kind(name, start)
    if kind == "workbook":
        return PreparedFile(path=plain, head=_workbook_head(plain, name), given=given, text=FileScan())
    if kind == "parquet":
        return PreparedFile(path=plain, head=_parquet_head(plain, name), given=given, text=FileScan())
    looks_plain = is_plain_text(start[: start.rfind(b"\n") + 1]) and _is_utf8(encoding or "utf-8")
    if is_trusted and plain == path and kind == "text" and looks_plain:
        return PreparedFile(path=path, head=_text_head(path, name, kind), given=given)
    return _prepare_text(plain, name, kind, folder, encoding, given, is_given=plain == path)


def _is_utf8(encoding: str) -> bool:
    return codecs.lookup(encoding).name in ("utf-8", "ascii")


def _prepare_text(
    path: Path, name: str, kind: FileKind, folder: Path, encoding: str, given: Future[FileScan], *, is_given: bool
) -> PreparedFile:
    scan, issues = given.result() if is_given else scan_file(path), []
    wide = next((code for mark, code in _UTF16 if _starts_with(path, mark)), "")
    if scan.is_empty:
        raise InputError(f"{name} is empty; an empty file never means that nothing was traded. Fetch it again.")
    code = wide or encoding or ("utf-8" if scan.is_utf8 else "cp1252")
    text = scan
    if not scan.is_plain or not _is_utf8(code) or wide:
        path = _decoded(path, folder, code)
        text = scan_file(path)
    if not scan.is_utf8 and not encoding and not wide:
        message = (
            f"{name} is not UTF-8 and was read as Windows-1252; if names look wrong, say the encoding in a mapping."
        )
        issues.append(Issue(code="encoding_guessed", message=message, severity="note"))
    return PreparedFile(path=path, head=_text_head(path, name, kind), given=given, text=text, issues=tuple(issues))


def _unpacked(path: Path, folder: Path) -> tuple[Path, str]:
    """The file out of its packing, and its name without the ending of that."""
    with path.open("rb") as file:
        start = file.read(8)
    try:
        if start.startswith(_GZIP):
            with gzip.open(path, "rb") as packed:
                return _copy(packed, folder, path.name), path.name.removesuffix(".gz")
        if start.startswith(_ZIP) and not _is_workbook(path):
            return _unzipped(path, folder)
    except _DAMAGE as error:
        raise InputError(f"{path.name} is packed but damaged or cut off ({error}); fetch it again.") from error
    if start.startswith(_SEVEN_ZIP):
        raise UnsupportedInputError(
            f"{path.name} is a 7z archive, which is not opened here; unpack it first (7z x {path.name}) and import the "
            "file in it."
        )
    return path, path.name


def _is_workbook(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        return any(name.startswith("xl/") or name == "content.xml" for name in archive.namelist())


def _unzipped(path: Path, folder: Path) -> tuple[Path, str]:
    with zipfile.ZipFile(path) as archive:
        members = [one for one in archive.infolist() if not one.is_dir() and not one.filename.startswith("__MACOSX")]
        data = [one for one in members if not re.search(r"readme|\.(txt|pdf|md|html?)$", one.filename, re.IGNORECASE)]
        if len(data or members) != 1:
            names = ", ".join(one.filename for one in members[:8])
            raise UnsupportedInputError(
                f"{path.name} holds several files ({names}); unpack it and import them one by one."
            )
        chosen = (data or members)[0]
        with archive.open(chosen) as packed:
            return _copy(packed, folder, path.name), PurePath(chosen.filename).name


def _copy(packed: IO[bytes] | gzip.GzipFile, folder: Path, name: str) -> Path:
    target, written = folder / "unpacked", 0
    with target.open("wb") as file:
        while chunk := packed.read(_CHUNK):
            written += len(chunk)
            if written > _MAX_UNPACKED:
                raise UnsafeInputError(f"{name} unpacks to more than {_MAX_UNPACKED:,} bytes and was not read.")
            file.write(chunk)
    return target


def _kind(name: str, start: bytes) -> FileKind:
    if start.startswith(_PARQUET):
        return "parquet"
    if start.startswith((_ZIP, _OLE)):
        return "workbook"
    if start.startswith(b"%PDF"):
        raise UnsupportedInputError(
            f"{name} is a PDF, which is not read as trade statistics; take the CSV or the workbook."
        )
    text = start.decode("utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    if _HTML.match(text):
        raise InputError(
            f"{name} is a web page, not trade statistics: the address probably answered with an error or a login page. "
            "Open it in a browser, then fetch the file itself."
        )
    return "json" if text.startswith(("{", "[")) else "text"


def _starts_with(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


def _decoded(path: Path, folder: Path, encoding: str) -> Path:
    """A copy in UTF-8 without byte order mark, zero bytes, end-of-file marks and lone carriage returns."""
    target = folder / "decoded"
    with path.open("rb") as source, target.open("w", encoding="utf-8", newline="") as file:
        mark = source.read(3)
        source.seek(
            3
            if mark == codecs.BOM_UTF8
            else 2
            if encoding.startswith("utf-16") and mark[:2] in (b"\xff\xfe", b"\xfe\xff")
            else 0
        )
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        for text in _texts(source, decoder):
            file.write(text.replace("\x00", "").replace("\x1a", ""))
    with target.open(encoding="utf-8", newline="") as file:
        is_mac = "\r" in (start := file.read(_HEAD_BYTES)) and "\n" not in start
    if not is_mac:
        return target
    lines = folder / "decoded-lines"
    with (
        target.open(encoding="utf-8", newline=None) as source_text,
        lines.open("w", encoding="utf-8", newline="") as file,
    ):
        shutil.copyfileobj(source_text, file)
    return lines


def _texts(source: IO[bytes], decoder: codecs.IncrementalDecoder) -> Iterator[str]:
    while chunk := source.read(_CHUNK):
        yield decoder.decode(chunk)
    yield decoder.decode(b"", True)


def _text_head(path: Path, name: str, kind: FileKind) -> FlowHead:
    with path.open("rb") as file:
        start = file.read(_HEAD_BYTES)
    text = start.decode("utf-8", errors="ignore").removeprefix("\ufeff")
    first = text.split("\n", 1)[0].rstrip("\r")
    delimiter = guess_delimiter(first)
    cells = next(csv.reader([first], delimiter=delimiter), [])
    columns = tuple(cell.strip() for cell in cells) if kind == "text" else ()
    return FlowHead(name=name, kind=kind, text=text, columns=columns, delimiter=delimiter)


def _workbook_head(path: Path, name: str) -> FlowHead:
    sheets = read_heads(path)
    first = next((rows[0] for rows in sheets.values() if rows), ())
    return FlowHead(name=name, kind="workbook", sheets=sheets, columns=tuple(cell.strip() for cell in first))


def _parquet_head(path: Path, name: str) -> FlowHead:
    try:
        with duckdb.connect(":memory:") as connection:
            rows = connection.execute("DESCRIBE SELECT * FROM read_parquet($path)", {"path": str(path)}).fetchall()
    except duckdb.Error as error:
        raise InputError(
            f"{name} could not be read as Parquet ({str(error).splitlines()[0]}); fetch it again."
        ) from error
    return FlowHead(name=name, kind="parquet", columns=tuple(str(row[0]) for row in rows))
