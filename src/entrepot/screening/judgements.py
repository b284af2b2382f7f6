"""What people judged of a query and a listed party, honoured in later screenings."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from entrepot.model.match import Judgement, Match

JudgedKey = tuple[str, str, str]
"""The key of a query, the short name of a list, and the id of a party there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement that may be honoured: its number in the log, and the digest of the record that was judged."""

    number: int
    query_key: str
    digest: str
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Honoured:
    """Matches with the latest judgement beside each, and the number of it, 0 where there is none.

    `earlier` are list and id of those that were judged on an earlier record of the party: their decision stays that of
    the method.
    """

    matches: tuple[Match, ...]
    numbers: tuple[int, ...]
    earlier: tuple[tuple[str, str], ...]


def query_key(name: str) -> str:
    """What makes two queries the same to a judgement: the name without differences of case, width and white space."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def latest_judgements(judged: Iterable[Judged]) -> dict[JudgedKey, Judged]:
    """The judgement that counts for each query, list and party: of those given, the one with the highest number."""
    latest: dict[JudgedKey, Judged] = {}
    for one in sorted(judged, key=lambda each: each.number):
        latest[one.query_key, one.judgement.list, one.judgement.party_id] = one
    return latest


def honour_judgements(
    query_name: str, matches: Sequence[Match], digests: Sequence[str], latest: Mapping[JudgedKey, Judged]
) -> Honoured:
    """The matches with what was judged of them; a negative judgement of the very same record makes it no match."""
    key = query_key(query_name)
    found = [latest.get((key, match.list, match.id)) for match in matches]
    earlier = tuple(
        (match.list, match.id)
        for match, digest, one in zip(matches, digests, found, strict=True)
        if one and one.digest != digest
    )
    return Honoured(
        matches=tuple(_judged(match, one, earlier) for match, one in zip(matches, found, strict=True)),
        numbers=tuple(one.number if one else 0 for one in found),
        earlier=earlier,
    )


def _judged(match: Match, one: Judged | None, earlier: Sequence[tuple[str, str]]) -> Match:
    if one is None:
        return match
    cleared = one.judgement.verdict == "negative" and (match.list, match.id) not in earlier
    return replace(match, judgement=one.judgement, decision="no_match" if cleared else match.decision)
