"""Lists into a case, version after version, and what changed between two of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from entrepot.errors import CallError, InputError, UnsafeInputError
from entrepot.model.issue import Issue
from entrepot.model.listing import ListedParty, PartyList
from entrepot.store.casefile import CaseFile
from entrepot.store.list_spans import EntryKey
from entrepot.store.lists import KeptVersion, list_keys, list_versions, read_whole_parties, write_version

LEAST_SHARE = 0.7
"""Of the rows of the version before: issuers take entries off a few at a time (the largest share between two versions
at hand is 10 of 877), while a download that broke off between two entries is often much smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenList:
    """What the user says of list files: their short name, the day of publication, how the columns are to be read."""

    name: str = ""
    published: date | None = None
    mapping: Path | None = None
    accept_shrunk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOutcome:
    """What became of a list file: the version it is, and whether the case had it already."""

    kept: KeptVersion
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChange:
    """An entry that differs between two versions of a list; `fields` of the record that differ, where it changed."""

    change: Literal["added", "removed", "changed"]
    party: ListedParty
    earlier: ListedParty | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChanges:
    """What changed in a list from one version to another, by the issuer's keys."""

    older: KeptVersion
    newer: KeptVersion
    changes: tuple[ListChange, ...]

    def count(self, change: str) -> int:
        """How many entries were added, removed or changed."""
        return sum(one.change == change for one in self.changes)


def add_list_file(case: CaseFile, path: Path, given: GivenList, today: date) -> ListOutcome:
    """The file is in the case as a version of its list; a file that the case has already changes nothing.

    Raises:
        InputError: it cannot be read, holds no entry, or far fewer than the version before.
    """
    from entrepot.screening.lists import read_list

    found = read_list(path, name=given.name, published=given.published, mapping=given.mapping)
    return keep_list(case, found, accept_shrunk=given.accept_shrunk, today=today)


def keep_list(case: CaseFile, found: PartyList, *, accept_shrunk: bool, today: date) -> ListOutcome:
    """The list is in the case as a version of its own, wholly or not at all.

    Raises:
        UnsafeInputError: it holds no entry, or far fewer than the version before.
    """
    version = found.version
    known = list_versions(case, version.list)
    same = next((one for one in known if one.version.sha256 == version.sha256), None)
    if same:
        return ListOutcome(kept=same, is_new=False)
    _refuse_empty(found)
    effective_on = version.published or today
    before = [one for one in known if one.effective_on <= effective_on]
    if before and not accept_shrunk:
        _refuse_shrunk(found, before[-1])
    with case.transaction():
        kept = write_version(case, version, found.parties, found.issues, today)
    return ListOutcome(kept=kept, is_new=True)


def find_version(versions: Sequence[KeptVersion], as_of: date | None) -> KeptVersion | None:
    """The version of a list in force on a day, or the newest; None where no version is that old.

    A list that is itself a history answers for every day since it began.
    """
    if as_of is None:
        return versions[-1] if versions else None
    in_force = [one for one in versions if one.effective_on <= as_of]
    if in_force:
        return in_force[-1]
    return next((one for one in versions if one.seen_from and one.seen_from <= as_of), None)


def list_changes(case: CaseFile, name: str, start: date | None, end: date | None) -> ListChanges:
    """What changed between the versions in force on two days; without days, from the version before to the newest.

    Raises:
        CallError: the case has no such list, or not two versions to compare.
    """
    older, newer = _two_versions(case, name, start, end)
    before, after = (_by_party(list_keys(case, one)) for one in (older, newer))
    changes = [
        *(ListChange(change="added", party=one) for one in _read(case, name, after, after.keys() - before.keys())),
        *(ListChange(change="removed", party=one) for one in _read(case, name, before, before.keys() - after.keys())),
        *_changed(case, name, before, after),
    ]
    return ListChanges(older=older, newer=newer, changes=tuple(changes))


def list_names(case: CaseFile) -> list[str]:
    """The short names of the lists that the case has."""
    return list(dict.fromkeys(one.version.list for one in list_versions(case)))


def list_issue(code: str, message: str) -> Issue:
    """Something that the user should know of a list before relying on an answer."""
    return Issue(code=code, message=message)


def _refuse_empty(found: PartyList) -> None:
    version = found.version
    if not found.parties:
        raise UnsafeInputError(
            f"{version.path or version.list}: holds no entry and was not taken for {version.list}; an empty file never "
            "means that nobody is listed any more. Fetch it again."
        )
    broken = next((issue for issue in found.issues if issue.severity == "error"), None)
    if broken:
        raise InputError(f"{version.path or version.list}: {broken.message}")


def _refuse_shrunk(found: PartyList, before: KeptVersion) -> None:
    version = found.version
    if version.rows < LEAST_SHARE * before.version.rows:
        raise UnsafeInputError(
            f"{version.path or version.list}: has {version.rows:,} rows, the version of {version.list} before it "
            f"{before.version.rows:,}; it was not taken, since a download may have broken off. Fetch it again, or give "
            "--accept-shrunk if the list did shrink."
        )


def _two_versions(case: CaseFile, name: str, start: date | None, end: date | None) -> tuple[KeptVersion, KeptVersion]:
    versions = list_versions(case, name)
    if not versions:
        known = ", ".join(list_names(case)) or "none yet"
        raise CallError(f"The case has no list {name}; it has: {known}.")
    newer = find_version(versions, end)
    if newer is None:
        raise CallError(f"No version of {name} is as old as {end}; the first counts from {versions[0].effective_on}.")
    earlier = [one for one in versions if one.place < newer.place]
    older = find_version(versions, start) if start else earlier[-1] if earlier else None
    if older is None:
        wanted = f"No version of {name} is as old as {start}" if start else f"The case has one version of {name} only"
        raise CallError(f"{wanted}; add an older file with `entrepot lists add`.")
    return older, newer


_Parties = Mapping[tuple[str, str], frozenset[EntryKey]]


def _by_party(keys: set[EntryKey]) -> _Parties:
    found: dict[tuple[str, str], set[EntryKey]] = {}
    for key in keys:
        found.setdefault(key[:2], set()).add(key)
    return {party: frozenset(each) for party, each in found.items()}


def _read(case: CaseFile, name: str, where: _Parties, which: set[tuple[str, str]]) -> list[ListedParty]:
    return read_whole_parties(case, name, [min(where[party]) for party in sorted(which)])


def _changed(case: CaseFile, name: str, before: _Parties, after: _Parties) -> list[ListChange]:
    which = {party for party in before.keys() & after.keys() if before[party] != after[party]}
    pairs = zip(_read(case, name, before, which), _read(case, name, after, which), strict=True)
    return [
        ListChange(change="changed", party=newer, earlier=older, fields=_differing(older, newer))
        for older, newer in pairs
    ]


def _differing(older: ListedParty, newer: ListedParty) -> tuple[str, ...]:
    """The fields of the record that differ."""
    names = ListedParty.__dataclass_fields__
    return tuple(name for name in names if getattr(older, name) != getattr(newer, name))
