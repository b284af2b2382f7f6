"""The lists that names are put to: those of a case on a day, or files without a case."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from entrepot.model.issue import Issue
from entrepot.model.listing import ListedParty, ListVersion, PartyList
from entrepot.pipeline.listing import find_version, list_names
from entrepot.screening.as_of import count_ended, parties_as_of
from entrepot.store.casefile import CaseFile
from entrepot.store.lists import KeptVersion, list_versions, read_parties

ReadList = Callable[[Path], PartyList]
PartyKey = tuple[str, str]
"""Short name of the list and the party's id there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSet:
    """Lists as they stood: their versions, their parties, and what the user should know of them.

    `digests` are those of the records that the case keeps; empty for lists that are in no case.
    """

    versions: tuple[ListVersion, ...]
    parties: tuple[ListedParty, ...]
    digests: Mapping[PartyKey, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def find_versions(case: CaseFile, as_of: date | None) -> tuple[list[KeptVersion], tuple[Issue, ...]]:
    """The version of each list of the case in force on a day, or the newest, and the lists that have none so old."""
    found, issues = [], []
    for name in list_names(case):
        versions = list_versions(case, name)
        kept = find_version(versions, as_of)
        if kept:
            found.append(kept)
        else:
            issues.append(_too_young(name, as_of, versions[0].effective_on))
    return found, tuple(issues)


def load_case_lists(case: CaseFile, as_of: date | None) -> ListSet:
    """The lists of the case as they stood on a day, or their newest versions."""
    found, issues = find_versions(case, as_of)
    parties: list[ListedParty] = []
    digests: dict[PartyKey, str] = {}
    notes: list[Issue] = []
    for kept in found:
        own, own_digests = read_parties(case, kept)
        digests |= {(party.list, party.id): digest for party, digest in zip(own, own_digests, strict=True)}
        standing, note = _standing(kept.version, own, as_of)
        parties += standing
        notes += note
    versions = tuple(kept.version for kept in found)
    return ListSet(versions=versions, parties=tuple(parties), digests=digests, issues=(*issues, *notes))


def load_list_files(paths: Sequence[Path], as_of: date | None, read: ReadList | None = None) -> ListSet:
    """The lists of these files as they stood on a day, as far as their entries say so.

    Raises:
        InputError: one of them cannot be read.
    """
    read = read or _read_list
    parties: list[ListedParty] = []
    issues: list[Issue] = []
    versions = []
    for path in paths:
        found = read(path)
        version = found.version
        versions.append(version)
        if as_of and version.published and version.published > as_of and not any(one.seen for one in found.parties):
            issues.append(_too_young(version.list, as_of, version.published, what="asked all the same"))
        issues += [one for one in found.issues if one.severity != "note"]
        standing, note = _standing(version, found.parties, as_of)
        parties += standing
        issues += note
    return ListSet(versions=tuple(versions), parties=tuple(parties), issues=tuple(issues))


def _read_list(path: Path) -> PartyList:
    from entrepot.screening.lists import read_list

    return read_list(path)


def _standing(
    version: ListVersion, parties: Sequence[ListedParty], as_of: date | None
) -> tuple[Sequence[ListedParty], list[Issue]]:
    if as_of:
        return parties_as_of(parties, as_of), []
    ended = count_ended(parties)
    return parties, [_ended(version.list, ended)] if ended else []


def _too_young(name: str, as_of: date | None, first: date, what: str = "not asked") -> Issue:
    message = (
        f"{name} was {what}: its oldest version counts from {first}, after {as_of}; add an older file to ask it as of "
        "that day."
    )
    return Issue(code="list_too_young", message=message)


def _ended(name: str, ended: int) -> Issue:
    message = (
        f"{name} is a history: {ended:,} of its entries had left the list before its end and were asked all the same; "
        "give --as-of with a day to ask those that stood on it."
    )
    return Issue(code="list_history", message=message)
