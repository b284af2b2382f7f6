"""`reports.csv`: what a folder says of its reports."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from entrepot.documents.given import GivenMetadata, parse_published
from entrepot.documents.options import ReadOptions
from entrepot.errors import InputError
from entrepot.model.issue import Issue

SIDECAR_NAME = "reports.csv"

_MAX_CELL = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """The rows of one `reports.csv`, by the name in their column `file`."""

    path: str
    rows: Mapping[str, GivenMetadata]


def read_sidecar(path: str, raw: bytes) -> Sidecar:
    """The sidecar at `path`; columns other than those of the contract are ignored.

    Raises:
        InputError: it cannot be decoded, is no CSV, or has no column `file`.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not in UTF-8 and was not used; save it again as UTF-8.") from error
    try:
        reader = csv.DictReader(io.StringIO(text.replace("\0", "")))
        if "file" not in (reader.fieldnames or ()):
            raise InputError(f"{path} has no column 'file' and was not used; its first line names the columns.")
        rows = {(row["file"] or "").strip(): _given(path, row) for row in reader}
    except csv.Error as error:
        raise InputError(f"{path} is not a well-formed CSV file and was not used: {error}.") from error
    return Sidecar(path=path, rows={name: given for name, given in rows.items() if name})


def merge_given(options: ReadOptions, given: GivenMetadata | None) -> GivenMetadata:
    """What is known from outside: options first, then the sidecar's row."""
    row = given or GivenMetadata()
    return GivenMetadata(
        title=row.title,
        publisher=options.publisher or row.publisher,
        url=row.url,
        published=parse_published(options.published) if options.published else row.published,
        issues=row.issues,
    )


def _given(path: str, row: Mapping[str, str | None]) -> GivenMetadata:
    cells = {
        name: (row.get(name) or "").strip()[:_MAX_CELL] for name in ("file", "title", "publisher", "url", "published")
    }
    published = parse_published(cells["published"]) if cells["published"] else None
    issues: tuple[Issue, ...] = ()
    if cells["published"] and published is None:
        message = (
            f"{path} gives '{cells['published'][:40]}' as the publication date of {cells['file']}, which is neither a "
            "day (2025-08-20), a month (2025-08) nor from/to; it was not used."
        )
        issues = (Issue(code="published_invalid", message=message),)
    return GivenMetadata(
        title=cells["title"], publisher=cells["publisher"], url=cells["url"], published=published, issues=issues
    )
