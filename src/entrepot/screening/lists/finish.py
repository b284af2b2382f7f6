"""The finished list: keys made unique, the day of publication, the digest of all its files."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from entrepot.model.issue import Issue
from entrepot.model.listing import ListedParty, ListVersion, PartyList
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.days import read_day
from entrepot.screening.lists.interface import ListDraft, ListFile, ListRequest

_DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_]?(\d{2})[-_]?(\d{2})(?!\d)")


def finish_list(draft: ListDraft, file: ListFile, request: ListRequest, issues: Sequence[Issue]) -> PartyList:
    """The list with its version; what the file says of its day wins over what the user says, that over its name."""
    book = Notebook([*issues, *draft.issues])
    parties = _with_unique_keys(draft.parties, book)
    version = ListVersion(
        list=draft.name,
        published=draft.published or request.published or day_in_name(file.name),
        sha256=_digest(file.sha256, draft.digests),
        rows=draft.rows,
        title=draft.title,
        path=request.path,
    )
    return PartyList(version=version, parties=parties, issues=book.list_issues())


def day_in_name(name: str) -> date | None:
    """The ISO day in a file's name, None where there is none or several."""
    days = {day for match in _DAY_IN_NAME.finditer(name) if (day := read_day("-".join(match.groups())))}
    return days.pop() if len(days) == 1 else None


def _digest(first: str, further: tuple[str, ...]) -> str:
    return hashlib.sha256("".join((first, *further)).encode()).hexdigest() if further else first


def _with_unique_keys(parties: tuple[ListedParty, ...], book: Notebook) -> tuple[ListedParty, ...]:
    """Nothing is dropped: a key that comes again gets a number, so that no store mixes two entries' names."""
    if len({party.id for party in parties}) == len(parties):
        return parties
    seen: dict[str, int] = {}
    taken = {party.id for party in parties}
    unique: list[ListedParty] = []
    for party in parties:
        count = seen[party.id] = seen.get(party.id, 0) + 1
        if count == 1:
            unique.append(party)
            continue
        book.note("id_repeated", party.id, party.names[0].text)
        while (key := f"{party.id}#{count}") in taken:
            count += 1
        taken.add(key)
        unique.append(replace(party, id=key))
    return tuple(unique)
