"""One pass over the bytes of a file: its digest, and whether it is plain text as DuckDB's reader takes it."""

import codecs
import hashlib
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from entrepot.errors import InputError

CHUNK = 1 << 18
"""Small enough for every look at it to find it in the processor's cache."""


@dataclass(slots=True, kw_only=True)
class FileScan:
    """What one pass over a file found: `lines` counts a last line without an end too.

    `is_clean` is False where there are zero bytes, end-of-file marks or the line ends of old Macs.
    """

    sha256: str = ""
    size: int = 0
    lines: int = 0
    is_utf8: bool = True
    is_clean: bool = True
    is_empty: bool = True

    @property
    def is_plain(self) -> bool:
        """True where the bytes can be read as they are."""
        return self.is_clean and self.is_utf8


@contextmanager
def scanning(path: Path) -> Iterator[Future[FileScan]]:
    """The file is read in a thread of its own, beside whatever else is done with it; given up at the end.

    Raises:
        InputError: when the result is asked for: the file is not there or may not be read.
    """
    over = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        try:
            yield pool.submit(scan_file, path, over)
        finally:
            over.set()


def scan_file(path: Path, over: threading.Event | None = None) -> FileScan:
    """What is found in a file; half of it where `over` was set meanwhile.

    Raises:
        InputError: it is not there or may not be read.
    """
    found, digest, last = FileScan(), hashlib.sha256(), b"\n"
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        with path.open("rb", buffering=0) as file:
            while (chunk := file.read(CHUNK)) and not (over and over.is_set()):
                digest.update(chunk)
                _look(found, chunk, decoder)
                last = chunk[-1:]
    except OSError as error:
        raise InputError(f"{path} could not be read ({error.strerror}); check the path.") from error
    found.sha256 = digest.hexdigest()
    found.is_utf8 = found.is_utf8 and _decodes(decoder, b"", final=True)
    found.lines += last != b"\n"
    return found


def file_size(path: Path) -> int:
    """The bytes of a file.

    Raises:
        InputError: it is not there or may not be read.
    """
    try:
        return path.stat().st_size
    except OSError as error:
        raise InputError(f"{path} could not be read ({error.strerror}); check the path.") from error


def count_lines(chunk: bytes) -> int:
    """How many lines end in it."""
    return int(np.count_nonzero(np.frombuffer(chunk, np.uint8) == ord("\n")))


def is_plain_text(start: bytes) -> bool:
    """True for whole lines against which nothing speaks."""
    found = FileScan()
    _look(found, start, codecs.getincrementaldecoder("utf-8")("strict"))
    return found.is_plain and not found.is_empty and found.lines > 0


def _look(found: FileScan, chunk: bytes, decoder: codecs.IncrementalDecoder) -> None:
    lines = count_lines(chunk)
    found.size += len(chunk)
    found.lines += lines
    found.is_clean = found.is_clean and b"\x00" not in chunk and b"\x1a" not in chunk
    # A file of Mac's old line ends, \r alone, would be one line to the reader.
    found.is_clean = found.is_clean and (lines > 0 or b"\r" not in chunk)
    found.is_utf8 = found.is_utf8 and _decodes(decoder, chunk)
    found.is_empty = found.is_empty and not chunk.strip(b"\x00\x1a \t\r\n\xef\xbb\xbf")


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    if chunk.isascii() and not final and not decoder.getstate()[0]:
        return True
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True
