"""What the user may set when reports are read, and the limits that keep hostile input harmless."""

from collections.abc import Callable
from dataclasses import dataclass

from entrepot.documents.addresses import Resolver, is_public_address, resolve_host
from entrepot.documents.given import parse_published
from entrepot.errors import CallError

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How inputs are read.

    `publisher` and `published` (an ISO day, a month, a year, or `from/to`) hold for every input of the call and win
    over sidecars and over what a text says of itself. The limits: no report is larger than `max_bytes`; an archive
    unpacks to at most `max_archive_bytes`, `max_archive_members` members, `max_archive_ratio` times its size and
    `max_archive_depth` archives within each other. A fetch ends after `fetch_seconds` and `max_redirects` hops.
    """

    allow_network: bool = False
    max_bytes: int = 100 * MEBIBYTE
    publisher: str | None = None
    published: str | None = None
    max_archive_bytes: int = 2048 * MEBIBYTE
    max_archive_members: int = 100_000
    max_archive_ratio: int = 200
    max_archive_depth: int = 2
    max_html_depth: int = 250
    max_pdf_pages: int = 2_000
    fetch_seconds: float = 30.0
    max_redirects: int = 5
    resolve: Resolver = resolve_host
    permit_address: Callable[[str], bool] = is_public_address

    def __post_init__(self) -> None:
        if self.published and parse_published(self.published) is None:
            raise CallError(
                f"'{self.published}' is no publication date: give a day (2025-08-20), a month (2025-08), "
                "a year (2025), or two days with a slash between them (2025-08-20/2025-08-24)."
            )
