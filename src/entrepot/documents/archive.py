"""ZIP archives, read member by member in memory: nothing is ever written to disk, and names inside are only labels."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

from entrepot.documents.given import GivenMetadata
from entrepot.documents.options import ReadOptions
from entrepot.documents.raw_input import MEBIBYTE, too_large_sentence
from entrepot.documents.sidecar import SIDECAR_NAME, Sidecar, read_sidecar
from entrepot.errors import InputError, UnsafeInputError
from entrepot.model.case import UnreadInput

ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
)
"""What a damaged or hostile archive makes the standard library raise."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SMALL = MEBIBYTE
"""Below this size a high compression ratio is only a repetitive text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file of an archive, unpacked."""

    path: str
    raw: bytes
    given: GivenMetadata | None


class ArchiveBudget:
    """How much one input may still unpack to, and how deep; shared by the archives within it."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._bytes = options.max_archive_bytes
        self._depth = 0

    @contextmanager
    def enter(self, path: str) -> Iterator[None]:
        """Counts one archive more within the others.

        Raises:
            UnsafeInputError: archives lie too deep within each other.
        """
        if self._depth >= self._options.max_archive_depth:
            raise UnsafeInputError(
                f"{path} is an archive within {self._depth} others and was not opened; unpack the outer ones first."
            )
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def spend(self, path: str, size: int) -> None:
        """Counts unpacked bytes.

        Raises:
            UnsafeInputError: the input unpacks to more than the limit.
        """
        self._bytes -= size
        if self._bytes < 0:
            limit = self._options.max_archive_bytes / MEBIBYTE
            raise UnsafeInputError(
                f"{path} unpacks to more than {limit:,.0f} MB and the rest of it was not read; unpack it and "
                f"name the reports you need."
            )


def iter_archive(
    path: str, stream: io.BufferedReader | io.BytesIO, options: ReadOptions, budget: ArchiveBudget
) -> Iterator[Member | UnreadInput]:
    """The members in the order of their names; hidden ones and folders are left out.

    Raises:
        InputError: the archive is damaged.
        UnsafeInputError: it holds too many members, or unpacks to too much.
    """
    try:
        package = zipfile.ZipFile(stream)
    except ZIP_FAULTS as error:
        raise InputError(f"{path} is a damaged or cut-off ZIP archive ({error}); fetch it again.") from error
    with package:
        infos = sorted((one for one in package.infolist() if not _is_left_out(one)), key=lambda one: one.filename)
        if len(infos) > options.max_archive_members:
            raise UnsafeInputError(
                f"{path} holds {len(infos):,} files, more than the limit of {options.max_archive_members:,}; split it."
            )
        sidecars: dict[str, Sidecar] = {}
        for info in infos:
            if PurePosixPath(info.filename).name == SIDECAR_NAME:
                yield from _collect_sidecar(path, package, info, options, budget, sidecars)
        for info in infos:
            if PurePosixPath(info.filename).name != SIDECAR_NAME:
                yield _unpack(path, package, info, options, budget, sidecars)


def _collect_sidecar(
    path: str,
    package: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    options: ReadOptions,
    budget: ArchiveBudget,
    into: dict[str, Sidecar],
) -> Iterator[UnreadInput]:
    member = _unpack(path, package, info, options, budget, {})
    if isinstance(member, UnreadInput):
        yield member
        return
    try:
        into[str(PurePosixPath(info.filename).parent)] = read_sidecar(member.path, member.raw)
    except InputError as error:
        yield UnreadInput(path=member.path, reason=str(error))


def _is_left_out(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    hidden = any(part.startswith(".") and part != ".." for part in parts) or "__MACOSX" in parts
    return info.is_dir() or hidden or not parts


def _unpack(
    path: str,
    package: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    options: ReadOptions,
    budget: ArchiveBudget,
    sidecars: dict[str, Sidecar],
) -> Member | UnreadInput:
    label = f"{path}!/{_CONTROL.sub('_', info.filename)}"
    refused = _refusal(label, info, options)
    if refused:
        return UnreadInput(path=label, reason=refused)
    try:
        with package.open(info) as member:
            raw = member.read(options.max_bytes + 1)
    except ZIP_FAULTS as error:
        return UnreadInput(
            path=label, reason=f"{label} is damaged inside its archive ({error}); fetch the archive again."
        )
    budget.spend(path, len(raw))
    if len(raw) > options.max_bytes:
        return UnreadInput(path=label, reason=too_large_sentence(label, None, options.max_bytes))
    if not raw:
        return UnreadInput(path=label, reason=f"{label} is empty: it has no bytes.")
    return Member(path=label, raw=raw, given=_row(info.filename, sidecars))


def _refusal(label: str, info: zipfile.ZipInfo, options: ReadOptions) -> str:
    if info.flag_bits & 0x1:
        return f"{label} is encrypted; unpack the archive with its password and name the file."
    if info.file_size > options.max_bytes:
        return too_large_sentence(label, info.file_size, options.max_bytes)
    if info.file_size > _SMALL and info.file_size > options.max_archive_ratio * max(info.compress_size, 1):
        return (
            f"{label} would unpack to more than {options.max_archive_ratio} times its size, as a decompression "
            f"bomb does, and was not "
            "opened; if you trust it, unpack it yourself and name the file."
        )
    return ""


def _row(filename: str, sidecars: dict[str, Sidecar]) -> GivenMetadata | None:
    member = PurePosixPath(filename)
    for folder in member.parents:
        sidecar = sidecars.get(str(folder))
        if sidecar is not None:
            return sidecar.rows.get(str(member.relative_to(folder)))
    return None
