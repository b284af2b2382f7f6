"""Bytes as they come to a text: unpacked, within limits, decoded; a web page in place of a list is refused."""

import codecs
import gzip
import hashlib
import io
import re
import zlib
from pathlib import Path

from entrepot.errors import InputError, UnsafeInputError, UnsupportedInputError
from entrepot.model.issue import Issue
from entrepot.screening.lists.interface import ListFile

MAX_BYTES = 1_000_000_000
"""Unpacked. The largest list in use (OpenSanctions, all sanctions, with statements left out) is about 400 MB."""

HEAD_CHARACTERS = 20_000
_GZIP = b"\x1f\x8b"
_OTHER_PACKING = {b"PK\x03\x04": "a ZIP archive or spreadsheet", b"%PDF": "a PDF", b"\xd0\xcf\x11\xe0": "an old Excel"}
_HTML = re.compile(r"\s*(<!--.*?-->\s*)?<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DAMAGE = (OSError, EOFError, zlib.error)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: it is not there, or may not be read.
        UnsafeInputError: it is over the limit.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path.name, MAX_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} could not be read as a list ({error.strerror}); check the path.") from error


def find_beside(path: Path, wanted: str) -> ListFile | None:
    """The file of that name, whatever its case, in the folder of another one; None where there is none."""
    found = next((one for one in path.parent.iterdir() if one.name.lower() == wanted.lower() and one != path), None)
    return unpack_file(found.name, read_bytes(found)) if found and found.is_file() else None


def unpack_file(name: str, raw: bytes, limit: int = MAX_BYTES) -> ListFile:
    """The file with its bytes unpacked; the digest is that of the bytes as they came.

    Raises:
        UnsafeInputError: it unpacks to more than the limit.
        InputError: it is empty, damaged, or a web page, a PDF or a spreadsheet.
    """
    if raw.startswith(_GZIP):
        plain = _gunzip(name, raw, limit)
    elif len(raw) > limit:
        raise _too_large(name, limit)
    else:
        plain = raw
    _refuse_foreign(name, plain)
    return ListFile(name=name, raw=plain, sha256=hashlib.sha256(raw).hexdigest())


def _gunzip(name: str, raw: bytes, limit: int) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as packed:
            plain = packed.read(limit + 1)
    except _DAMAGE as error:
        raise InputError(f"{name} is packed with gzip but damaged or cut off ({error}); fetch it again.") from error
    if len(plain) > limit:
        raise _too_large(name, limit)
    return plain


def _too_large(name: str, limit: int) -> UnsafeInputError:
    return UnsafeInputError(
        f"{name} holds more than {limit:,} bytes once unpacked and was not read; no sanctions list is as large as that."
    )


def _refuse_foreign(name: str, plain: bytes) -> None:
    if not plain.strip(b"\x00\x1a \t\r\n\xef\xbb\xbf"):
        raise InputError(f"{name} is empty. An empty download never means that nobody is listed: fetch the list again.")
    for magic, what in _OTHER_PACKING.items():
        if plain.startswith(magic):
            raise UnsupportedInputError(
                f"{name} is {what}, which is not read as a list; take the CSV, XML or JSON file that the issuer offers."
            )
    if _HTML.match(plain[:4000].decode("latin-1").lstrip("ï»¿")):
        raise InputError(
            f"{name} is a web page, not a list: the address probably answered with an error or a login page. "
            f"Open it in a browser, then fetch the file itself."
        )


def decode_text(raw: bytes, encoding: str = "") -> tuple[str, tuple[Issue, ...]]:
    """The text in the encoding of its mark, else the one given, else UTF-8, else Windows-1252 with an issue.

    The byte 0x1A with which files of old systems end is cut off.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _trim(raw[len(mark) :].decode(name, errors="replace")), ()
    if encoding:
        return _trim(raw.decode(encoding, errors="replace")), ()
    if _is_utf8(raw):
        return _trim(raw.decode("utf-8")), ()
    # The five bytes that Windows-1252 leaves undefined become replacement characters instead of ending the reading.
    text = raw.decode("cp1252", errors="replace")
    message = "The file is not UTF-8 and was read as Windows-1252; if names look wrong, save it as UTF-8."
    return _trim(text), (Issue(code="encoding_guessed", message=message, severity="note"),)


def _is_utf8(raw: bytes) -> bool:
    try:
        codecs.utf_8_decode(raw, "strict", True)
    except UnicodeDecodeError:
        return False
    return True


def _trim(text: str) -> str:
    return text.rstrip("\x00\x1a \t\r\n") + "\n"
