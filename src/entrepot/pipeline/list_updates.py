"""Lists fetched from their issuers."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

from entrepot.documents import ReadOptions
from entrepot.documents.fetch import fetch_address
from entrepot.errors import CallError, NetworkRefusedError
from entrepot.model.listing import PartyList
from entrepot.pipeline.listing import ListOutcome, keep_list
from entrepot.reference.tables import load_table, split_cell
from entrepot.settings import read_settings
from entrepot.store.casefile import CaseFile

_MEBIBYTE = 1024 * 1024

FETCH_SECONDS = 600.0
"""The largest lists have some hundred megabytes, and some issuers' servers are slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAddress:
    """Where a list is published: the address of its main file, and of the files that belong beside it."""

    list: str
    url: str
    siblings: tuple[str, ...] = ()


def find_address(name: str, url: str | None = None) -> ListAddress:
    """The address of a list: the one given, or that of the reference table `list_sources`.

    Raises:
        CallError: the list is not in the table.
    """
    if url:
        return ListAddress(list=name, url=url)
    row = load_table("list_sources").find_row(name)
    if row is None or not row["url"]:
        raise CallError(
            f"No address is known for {name}; give it with --url, or see `entrepot facts list_sources` for those known."
        )
    siblings = tuple(urljoin(row["url"], one) for one in split_cell(row["siblings"]))
    return ListAddress(list=name, url=row["url"], siblings=siblings)


def has_address(name: str) -> bool:
    """True for a list whose address is known."""
    row = load_table("list_sources").find_row(name)
    return row is not None and bool(row["url"])


def list_read_options(*, allow_network: bool) -> ReadOptions:
    """How lists are fetched: with the limits of the settings."""
    limit = read_settings().list_max_mb * _MEBIBYTE
    return ReadOptions(allow_network=allow_network, max_bytes=limit, fetch_seconds=FETCH_SECONDS)


def update_list(
    case: CaseFile, source: ListAddress, options: ReadOptions, today: date, *, accept_shrunk: bool = False
) -> ListOutcome:
    """The list as its issuer now publishes it is in the case; what it published before changes nothing.

    Raises:
        NetworkRefusedError: the options do not allow the network.
        InputError: it cannot be fetched or read, holds no entry, or far fewer than the version before.
    """
    if not options.allow_network:
        raise NetworkRefusedError(
            f"{source.list} is at {source.url}; give --allow-network to fetch it, or add a file with "
            "`entrepot lists add`."
        )
    from entrepot.screening.lists import parse_list

    raw = fetch_address(source.url, options).raw
    siblings = {file_name(url): fetch_address(url, options).raw for url in source.siblings}
    found = parse_list(raw, file_name(source.url), name=source.list, siblings=siblings)
    return keep_list(case, _from(source, found), accept_shrunk=accept_shrunk, today=today)


def file_name(url: str) -> str:
    """The last part of the address's path, by which a reader may know the format."""
    return PurePosixPath(urlsplit(url).path).name or "list"


def _from(source: ListAddress, found: PartyList) -> PartyList:
    return replace(found, version=replace(found.version, path=source.url))
