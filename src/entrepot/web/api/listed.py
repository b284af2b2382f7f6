"""The lists of the case ready to be asked: loaded once, when somebody first asks, and anew when the lists change.

One set of lists is in memory at a time, with an index for each method that was asked for. The indexes are not to be
shared between threads, so that questions are put one after another; each takes milliseconds.
"""

import threading
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from fastapi import Depends, Request

from entrepot.model.listing import ListedParty, ListVersion
from entrepot.pipeline.list_sets import ListSet, find_versions, load_case_lists
from entrepot.pipeline.screening import Ask, Desk, Screened, screen_queries
from entrepot.screening import METHODS, Matcher, make_matcher
from entrepot.screening.judgements import Judged, JudgedKey
from entrepot.screening.queries import AskedQuery
from entrepot.store.casefile import CaseFile
from entrepot.store.list_dates import EntryDates, list_entry_dates
from entrepot.web.requests import CaseGiven
from entrepot.web.respond import MissingError

ALL_LISTS = ("default", "all")
"""Names under which all lists of the case are asked together."""

Latest = Mapping[JudgedKey, Judged]


def entity_id(party: ListedParty) -> str:
    """What identifies a party among all lists: the short name of its list and the list's own key."""
    return f"{party.list}:{party.id}"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """The lists as they stand, with what was derived of them; `dates` say when each entry came in and changed."""

    lists: ListSet
    dates: Mapping[tuple[str, str], EntryDates]
    groups: Mapping[str, frozenset[str]]

    @cached_property
    def by_id(self) -> dict[str, int]:
        """The place of each party among all, by its id among all lists."""
        return {entity_id(party): place for place, party in enumerate(self.lists.parties)}

    @cached_property
    def by_own_id(self) -> dict[str, list[int]]:
        """The places of the parties that a list knows by this key."""
        found: dict[str, list[int]] = {}
        for place, party in enumerate(self.lists.parties):
            found.setdefault(party.id, []).append(place)
        return found

    @cached_property
    def texts(self) -> list[str]:
        """What each party is found by where words are looked for: names and numbers, folded."""
        return [
            fold_text(" ".join([*(name.text for name in one.names), *(each.value for each in one.identifiers), one.id]))
            for one in self.lists.parties
        ]

    @cached_property
    def _matchers(self) -> dict[str, Matcher]:
        return {}

    @cached_property
    def _asking(self) -> threading.Lock:
        return threading.Lock()

    def prepare(self) -> None:
        """Derives what is asked for often, while nobody else looks."""
        _ = self._matchers, self._asking, self.by_id, self.by_own_id, self.texts

    def scope(self, names: Iterable[str]) -> frozenset[str]:
        """The lists that are meant by these names of lists, groups of lists, or `default`.

        Raises:
            MissingError: the case has no list of such a name.
        """
        return frozenset[str]().union(*(self._named(name) for name in names))

    def _named(self, name: str) -> frozenset[str]:
        if name not in self.groups:
            known = ", ".join(self.groups) if self.lists.versions else "none yet; add one with `entrepot lists add`"
            raise MissingError(f"The case has no list {name[:60]!r}; it has: {known}.")
        return self.groups[name]

    def method(self, name: str) -> tuple[str, str]:
        """Name and version of a method."""
        with self._asking:
            return self._matcher(name).method

    def screen(self, asked: list[AskedQuery], method: str, ask: Ask, latest: Latest) -> list[Screened]:
        """Each query with the candidates that came near; whoever else asks waits."""
        with self._asking:
            return list(screen_queries(asked, Desk(self.lists, self._matcher(method), latest), ask))

    def default_threshold(self, method: str) -> float:
        """The score from which the method calls a candidate a possible match."""
        with self._asking:
            return self._matcher(method).default_threshold

    def _matcher(self, name: str) -> Matcher:
        if name not in METHODS:
            raise MissingError(f"There is no method {name!r}.")
        if name not in self._matchers:
            self._matchers[name] = make_matcher(name, self.lists.parties)
        return self._matchers[name]


class ListIndex:
    """Holds the lists of one case for the requests of a server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: tuple[ListVersion, ...] | None = None
        self._listed: Listed | None = None

    def open(self, case: CaseFile) -> Listed:
        """The lists as they now stand in the case; loads them where they are not those in memory."""
        with self._lock:
            versions = tuple(kept.version for kept in find_versions(case, None)[0])
            if self._listed is None or self._known != versions:
                self._listed = None  # What is no longer asked goes before more comes in.
                self._listed, self._known = load_listed(case), versions
            return self._listed


def load_listed(case: CaseFile) -> Listed:
    """The newest versions of all lists of the case."""
    dates: dict[tuple[str, str], EntryDates] = {}
    for kept in find_versions(case, None)[0]:
        dates |= list_entry_dates(case, kept)
    lists = load_case_lists(case, None)
    listed = Listed(lists=lists, dates=dates, groups=_groups(case, lists))
    listed.prepare()
    return listed


def fold_text(text: str) -> str:
    """The text without accents, case and marks, words divided by single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = (one for one in plain if not unicodedata.combining(one))
    return " ".join("".join(one if one.isalnum() else " " for one in letters).split())


def find_index(request: Request) -> ListIndex:
    """The index of the application."""
    index: ListIndex = request.app.state.lists
    return index


def open_listed(case: CaseGiven, index: Annotated[ListIndex, Depends(find_index)]) -> Listed:
    """The lists of the case for one request."""
    return index.open(case)


ListedGiven = Annotated[Listed, Depends(open_listed)]


def _groups(case: CaseFile, lists: ListSet) -> dict[str, frozenset[str]]:
    """What each name of a data set stands for: a list, a file that holds several lists, or all of them."""
    own = dict.fromkeys(party.list for party in lists.parties)
    held = {name: frozenset({name}) for name in own}
    for kept in find_versions(case, None)[0]:
        name = kept.version.list
        if name not in held:
            held[name] = frozenset(one for one, _, _ in _keys(case, name, kept.place))
    return held | {name: frozenset(own) for name in ALL_LISTS if own and name not in held}


def _keys(case: CaseFile, name: str, place: str) -> Iterable[tuple[str, str, str]]:
    from entrepot.store.list_spans import spans_over

    return spans_over(case, name, place)
