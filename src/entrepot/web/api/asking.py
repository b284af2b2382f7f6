"""Examples put to the lists: the best candidates of each, narrowed to what was asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from entrepot.model.listing import ListedParty
from entrepot.model.match import Match
from entrepot.pipeline.screening import Ask, Screened
from entrepot.screening.queries import AskedQuery
from entrepot.web.api.listed import Latest, Listed

STEPS: Final = (1, 8, 64)
"""How many times as many candidates as asked for are looked at, where those found so far are of other lists."""
MOST: Final = 2000
"""Candidates of one query that are looked at at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted of the candidates: how many, from which score, of which parties, by which method.

    `threshold` is the score from which one is called a match; one below `cutoff` is not told at all.
    """

    limit: int
    threshold: float
    cutoff: float
    method: str
    asked_at: datetime
    takes: Callable[[ListedParty], bool] = lambda _: True


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A listed party beside an example."""

    party: ListedParty
    match: Match

    @property
    def is_match(self) -> bool:
        """Whether it is a possible match: near enough, and not judged to be another, nor by a weak alias alone."""
        return self.match.decision == "possible_match"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The candidates of one example, best first; `total` counts those above the cutoff, at least where not `is_all`.

    `issues` say why it, or a name of it, could not be asked.
    """

    candidates: tuple[Candidate, ...] = ()
    total: int = 0
    is_all: bool = True
    issues: tuple[str, ...] = ()


def find_candidates(listed: Listed, asked: Sequence[AskedQuery], wish: Wish, latest: Latest) -> Answer:
    """The candidates of the example that these queries stand for; each party once, by the query that found it best."""
    issues = tuple(dict.fromkeys(issue.message for one in asked for issue in one.issues))
    able = [one for one in asked if one.can_be_asked]
    if not able or wish.limit < 1:
        return Answer(issues=issues)
    best: list[Candidate] = []
    is_all = False
    for limit in dict.fromkeys(min(MOST, wish.limit * step) for step in STEPS):
        ask = Ask(limit=limit, screened_at=wish.asked_at, threshold=wish.threshold)
        screened = listed.screen(able, wish.method, ask, latest)
        best = [one for one in _best(listed, screened) if one.match.score >= wish.cutoff and wish.takes(one.party)]
        is_all = all(_is_exhausted(one, limit, wish.cutoff) for one in screened)
        if is_all or len(best) >= wish.limit:
            break
    return Answer(candidates=tuple(best[: wish.limit]), total=len(best), is_all=is_all, issues=issues)


def _is_exhausted(one: Screened, limit: int, cutoff: float) -> bool:
    """True where further candidates could only be below the cutoff."""
    matches = one.screening.matches
    return len(matches) < limit or matches[-1].score < cutoff


def _best(listed: Listed, screened: Sequence[Screened]) -> list[Candidate]:
    """Each party by the best of the queries, best first."""
    best: dict[tuple[str, str], Match] = {}
    for match in _matches(screened):
        key = (match.list, match.id)
        known = best.get(key)
        if known is None or _rank(match) > _rank(known):
            best[key] = match
    found = sorted(best.values(), key=lambda match: (-match.score, match.list, match.id))
    parties, places = listed.lists.parties, listed.by_id
    return [Candidate(party=parties[places[f"{match.list}:{match.id}"]], match=match) for match in found]


def _matches(screened: Sequence[Screened]) -> Iterator[Match]:
    """The matches; where a person judged under one name that it is somebody else, this holds for the other names."""
    cleared = {
        (match.list, match.id): match.judgement
        for one in screened
        for match in one.screening.matches
        if match.judgement
        and match.judgement.verdict == "negative"
        and (match.list, match.id) not in one.judged_earlier
    }
    for one in screened:
        for match in one.screening.matches:
            judged = cleared.get((match.list, match.id))
            yield replace(match, decision="no_match", judgement=judged) if judged else match


def _rank(match: Match) -> tuple[bool, float]:
    return match.decision == "possible_match", match.score
