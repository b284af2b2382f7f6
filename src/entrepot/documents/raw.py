"""Walking inputs: files, folders, standard input, addresses, and what is inside archives, feeds and JSON Lines."""

import hashlib
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from entrepot.documents.archive import ArchiveBudget, iter_archive
from entrepot.documents.feeds import iter_entries
from entrepot.documents.fetch import fetch_address
from entrepot.documents.given import GivenMetadata
from entrepot.documents.json_lines import iter_json, iter_json_lines
from entrepot.documents.options import ReadOptions
from entrepot.documents.raw_input import RawInput, too_large_sentence
from entrepot.documents.sidecar import SIDECAR_NAME, Sidecar, merge_given, read_sidecar
from entrepot.documents.sniff import (
    DOCX,
    FEEDS,
    HEAD_BYTES,
    JSON,
    JSON_LINES,
    PACKAGE_STARTS,
    ZIP,
    sniff_media_type,
    sniff_package,
)
from entrepot.errors import InputError, NetworkRefusedError, UnsafeInputError
from entrepot.model.case import UnreadInput
from entrepot.model.issue import Issue

__all__ = ["RawInput", "ignore_note", "iter_raw"]


def ignore_note(note: Issue) -> None:
    """Takes a note and drops it."""


def iter_raw(
    inputs: Iterable[str | Path], options: ReadOptions, on_note: Callable[[Issue], None] = ignore_note
) -> Iterator[RawInput | UnreadInput]:
    """The bytes of every document of the inputs, in order, one at a time, none twice.

    `on_note` is told of every input that was left out because its bytes had been read already.
    """
    walk = _Walk(options)
    seen: dict[bytes, str] = {}
    for one in inputs:
        for found in map(_spelled_out, walk.input(str(one))):
            if isinstance(found, UnreadInput):
                yield found
                continue
            digest = hashlib.sha256(found.raw).digest()
            if digest in seen:
                on_note(_duplicate_note(found.path, seen[digest]))
                continue
            seen[digest] = found.path
            yield found


def _spelled_out(found: RawInput | UnreadInput) -> RawInput | UnreadInput:
    """The input with bytes of its name that are no text written as escapes, so that every output can carry it."""
    if found.path.isprintable() or not any("\ud800" <= character <= "\udfff" for character in found.path):
        return found
    path = found.path.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(found, UnreadInput):
        return UnreadInput(path=path, reason=found.reason.encode("utf-8", "backslashreplace").decode("utf-8"))
    return replace(found, path=path)


def _duplicate_note(path: str, first: str) -> Issue:
    message = f"{path} has the same bytes as {first}; it is the same document and was read once."
    return Issue(code="duplicate_input", message=message, severity="note", evidence=(f"{first}: read first",))


class _Walk:
    """One pass over the inputs, with the sidecars met on the way."""

    def __init__(self, options: ReadOptions) -> None:
        self.options = options
        self._sidecars: dict[Path, Sidecar | None] = {}

    def input(self, name: str) -> Iterator[RawInput | UnreadInput]:
        try:
            if name == "-":
                yield from self.standard_input()
            elif name.lower().startswith(("http://", "https://")):
                yield from self.address(name)
            elif Path(name).is_dir():
                yield from self.folder(Path(name))
            else:
                yield from self.file(Path(name), Path(name).parent)
        except InputError as error:
            yield UnreadInput(path=name, reason=str(error))
        except (OSError, ValueError) as error:
            yield UnreadInput(path=name, reason=_os_sentence(name, error))

    def standard_input(self) -> Iterator[RawInput | UnreadInput]:
        raw = sys.stdin.buffer.read(self.options.max_bytes + 1)
        if len(raw) > self.options.max_bytes:
            raise UnsafeInputError(too_large_sentence("standard input", None, self.options.max_bytes))
        if not raw:
            raise InputError("Standard input is empty: pipe a report into it, or name a file.")
        yield from expand_input(
            "-", raw, "", merge_given(self.options, None), self.options, ArchiveBudget(self.options)
        )

    def address(self, address: str) -> Iterator[RawInput | UnreadInput]:
        if not self.options.allow_network:
            raise NetworkRefusedError(
                f"{address} is a web address and the network is not allowed: give --allow-network, or save the "
                f"page and name the file."
            )
        fetched = fetch_address(address, self.options)
        given = merge_given(self.options, GivenMetadata(url=fetched.address))
        yield from expand_input(address, fetched.raw, fetched.charset, given, self.options, ArchiveBudget(self.options))

    def folder(self, root: Path) -> Iterator[RawInput | UnreadInput]:
        for path in _files_below(root):
            if isinstance(path, UnreadInput):
                yield path
                continue
            try:
                yield from self.file(path, root)
            except InputError as error:
                yield UnreadInput(path=str(path), reason=str(error))
            except (OSError, ValueError) as error:
                yield UnreadInput(path=str(path), reason=_os_sentence(str(path), error))

    def file(self, path: Path, root: Path) -> Iterator[RawInput | UnreadInput]:
        if path.name == SIDECAR_NAME:
            yield from self._load_sidecar(path.parent)
            return
        if not path.is_file():
            raise InputError(
                f"{path} is neither a file nor a folder; name a report." if path.exists() else f"{path} does not exist."
            )
        for folder in dict.fromkeys((path.parent, root)):
            yield from self._load_sidecar(folder)
        given = merge_given(self.options, self._row(path, root))
        yield from self._read_file(path, given)

    def _read_file(self, path: Path, given: GivenMetadata) -> Iterator[RawInput | UnreadInput]:
        name, size = str(path), path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            stream.seek(0)
            if not head:
                raise InputError(f"{name} is empty: it has no bytes. Fetch or save it again.")
            if head.startswith(PACKAGE_STARTS) and _is_archive(name, stream):
                yield from _expand_parts(name, stream, given, self.options, ArchiveBudget(self.options))
            elif not head.startswith((b"PK", b"%PDF")) and sniff_media_type(name, head) == JSON_LINES:
                yield from iter_json_lines(name, stream, given, self.options)
            elif size > self.options.max_bytes:
                raise UnsafeInputError(too_large_sentence(name, size, self.options.max_bytes))
            else:
                raw = stream.read(self.options.max_bytes + 1)
                yield from expand_input(name, raw, "", given, self.options, ArchiveBudget(self.options))

    def _load_sidecar(self, folder: Path) -> Iterator[UnreadInput]:
        if folder in self._sidecars:
            return
        self._sidecars[folder] = None
        path = folder / SIDECAR_NAME
        if not path.is_file():
            return
        try:
            if path.stat().st_size > self.options.max_bytes:
                raise UnsafeInputError(too_large_sentence(str(path), path.stat().st_size, self.options.max_bytes))
            self._sidecars[folder] = read_sidecar(str(path), path.read_bytes())
        except InputError as error:
            yield UnreadInput(path=str(path), reason=str(error))
        except OSError as error:
            yield UnreadInput(path=str(path), reason=_os_sentence(str(path), error))

    def _row(self, path: Path, root: Path) -> GivenMetadata | None:
        own, top = self._sidecars.get(path.parent), self._sidecars.get(root)
        if own is not None and path.name in own.rows:
            return own.rows[path.name]
        if top is not None and path.is_relative_to(root):
            return top.rows.get(path.relative_to(root).as_posix())
        return None


def _is_archive(name: str, stream: io.BufferedReader) -> bool:
    """True for a ZIP of reports, which is read member by member however large; a Word file is one document."""
    try:
        return sniff_package(name, stream) == ZIP
    finally:
        stream.seek(0)


def expand_input(
    path: str, raw: bytes, charset: str, given: GivenMetadata, options: ReadOptions, budget: ArchiveBudget
) -> Iterator[RawInput | UnreadInput]:
    """The one document that `raw` is, or the many that it holds."""
    if len(raw) > options.max_bytes:
        raise UnsafeInputError(too_large_sentence(path, len(raw), options.max_bytes))
    media_type = sniff_media_type(path, raw)
    if media_type == ZIP:
        yield from _expand_parts(path, io.BytesIO(raw), given, options, budget)
    elif media_type == JSON_LINES:
        yield from iter_json_lines(path, io.BytesIO(raw), given, options)
    elif media_type == JSON:
        yield from iter_json(path, raw, given)
    elif media_type in FEEDS:
        yield from iter_entries(path, raw, given)
    else:
        kind = f"{media_type}; charset={charset}" if charset and media_type != DOCX else media_type
        yield RawInput(path=path, raw=raw, media_type=kind, given=given)


def _expand_parts(
    path: str, stream: io.BufferedReader | io.BytesIO, given: GivenMetadata, options: ReadOptions, budget: ArchiveBudget
) -> Iterator[RawInput | UnreadInput]:
    """The documents inside an archive; a member that cannot be read is named and the rest is read."""
    with budget.enter(path):
        for member in iter_archive(path, stream, options, budget):
            if isinstance(member, UnreadInput):
                yield member
                continue
            said = _beneath(merge_given(options, member.given), given)
            try:
                yield from expand_input(member.path, member.raw, "", said, options, budget)
            except InputError as error:
                yield UnreadInput(path=member.path, reason=str(error))


def _beneath(row: GivenMetadata, outer: GivenMetadata) -> GivenMetadata:
    """A member's own row, with what is given of the whole archive beneath it."""
    return replace(
        row, publisher=row.publisher or outer.publisher, published=row.published or outer.published, url=row.url
    )


def _files_below(root: Path) -> Iterator[Path | UnreadInput]:
    """Every file below `root` that is not hidden, by name, and every folder that cannot be listed.

    Links to folders are not followed, so that no loop is walked.
    """
    try:
        found = sorted(root.iterdir(), key=lambda one: one.name)
    except OSError as error:
        yield UnreadInput(path=str(root), reason=_os_sentence(str(root), error))
        return
    for path in found:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _files_below(path)
        else:
            yield path


def _os_sentence(name: str, error: OSError | ValueError) -> str:
    what = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return f"{name} could not be opened: {what}. Check the name and that you may read it."
