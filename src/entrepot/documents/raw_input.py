"""The bytes of one document, before anything is read from them."""

from dataclasses import dataclass

from entrepot.documents.given import GivenMetadata

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class RawInput:
    """One document's original bytes, where they came from, what kind they are, and what is said of them from outside.

    `path` is what the user gave, `archive.zip!/member.txt` for a member of an archive, `feed.xml#3` for an entry of a
    feed and `reports.jsonl#3` for a line of JSON Lines. `media_type` may carry a `charset` that a server declared.
    """

    path: str
    raw: bytes
    media_type: str
    given: GivenMetadata


def too_large_sentence(path: str, size: int | None, limit: int) -> str:
    """Says that an input is over the limit for one report, and what to do."""
    known = f"is {size / MEBIBYTE:,.0f} MB" if size is not None else "is too large"
    return (
        f"{path} {known}; the limit for one report is {limit / MEBIBYTE:,.0f} MB. "
        "Split it into single reports, or raise the limit."
    )
