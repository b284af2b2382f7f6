"""The method `ofac`: parties ranked as OFAC's public Sanctions List Search would rank them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Jaro
from rapidfuzz.process import cdist

from entrepot.model.listing import ListedName, ListedParty
from entrepot.model.match import Feature, Match, Query
from entrepot.screening.ofac_scoring import RULES, OfacComparison, OfacName, compare, prepare, query_parts, soundex

Floats = NDArray[np.float64]

_MARGIN = 1e-6
"""What a bound is raised by, so that no error of a floating-point sum puts it below the score that it bounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    """Texts to be bounded all at once: they, and the first letters of each as numbers, 0 beyond its end."""

    texts: list[str]
    heads: NDArray[np.uint32]

    def bounds(self, text: str, prefix: int) -> tuple[Floats, Floats]:
        """Jaro's similarity to each text and the same with Winkler's bonus, neither below the true one.

        rapidfuzz rounds transpositions down where `ofac_scoring.jaro` counts halves, so its similarity is never less.
        """
        similarity = cdist([text], self.texts, scorer=Jaro.similarity, dtype=np.float64)[0]
        alike = self.heads[:, : min(prefix, len(text))] == _head(text)[: min(prefix, len(text))]
        shared = np.logical_and.accumulate(alike, axis=1).sum(axis=1)
        return similarity, similarity + 0.1 * shared * (1 - similarity)


def _head(text: str) -> NDArray[np.uint32]:
    letters = [ord(letter) for letter in text[: RULES.whole_prefix]]
    return np.array(letters + [0] * (RULES.whole_prefix - len(letters)), dtype=np.uint32)


def _texts(texts: Iterable[str]) -> _Texts:
    kept = list(texts)
    heads = np.array([_head(text) for text in kept], dtype=np.uint32).reshape(len(kept), RULES.whole_prefix)
    return _Texts(texts=kept, heads=heads)


class OfacMatcher:
    """Listed parties, to be asked for names as the search page of OFAC is.

    Only names count, as on the page: kinds, countries and years do not. A fast bound first says which names can be
    among the best; these get their exact score from `ofac_scoring.compare`, so the result is that of comparing all.
    """

    method = ("ofac", "1")
    default_threshold = 0.85

    def __init__(self, parties: Iterable[ListedParty]) -> None:
        self._parties = [party for party in parties if party.names]
        self._names = [name for party in self._parties for name in party.names]
        self._prepared = [prepare(name.original) for name in self._names]
        counts = [len(party.names) for party in self._parties]
        self._starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        self._wholes = _texts(one.whole for one in self._prepared)
        places = {part: at for at, part in enumerate(dict.fromkeys(p for one in self._prepared for p in one.parts))}
        self._words = _texts(places)
        self._sounds = np.array([soundex(word) for word in places], dtype="U4")
        # A name without any part points at the place behind the last word, which scores 0.
        numbers = [[places[part] for part in one.parts] or [len(places)] for one in self._prepared]
        self._word_numbers = np.array([number for own in numbers for number in own], dtype=np.int64)
        self._word_starts = np.cumsum([0, *map(len, numbers)])[:-1].astype(np.int64)

    def match(self, queries: Sequence[Query], *, limit: int, threshold: float | None = None) -> list[tuple[Match, ...]]:
        """For each query, at most `limit` candidates that score above 0, best first, equals in the order of the list.

        A name that the list calls weak is scored like any other, but does not make a possible match alone.
        """
        used = self.default_threshold if threshold is None else threshold
        return [tuple(self._matches(query, limit, used)) for query in queries]

    def _matches(self, query: Query, limit: int, threshold: float) -> Iterator[Match]:
        asked = prepare(query.name)
        if not self._parties or not asked.whole or limit < 1:
            return
        for number in self._best(asked, limit):
            yield self._match(asked, number, threshold)

    def _best(self, asked: OfacName, limit: int) -> list[int]:
        """Numbers of the best parties. They are scored by falling bound, until no bound reaches the worst one kept."""
        names = self._name_bounds(asked)
        bounds = np.maximum.reduceat(names, self._starts[:-1])
        best: list[tuple[int, int]] = []
        for number in np.argsort(-bounds, kind="stable").tolist():
            least = -best[-1][0] if len(best) == limit else 1
            if bounds[number] < least:
                break
            score = self._score(asked, number, names, least)
            if score >= least:
                best = sorted([*best, (-score, number)])[:limit]
        return [number for _, number in best]

    def _score(self, asked: OfacName, number: int, bounds: NDArray[np.int64], least: int) -> int:
        own = range(self._starts[number], self._starts[number + 1])
        return max((compare(asked, self._prepared[at]).score for at in own if bounds[at] >= least), default=0)

    def _name_bounds(self, asked: OfacName) -> NDArray[np.int64]:
        """For each name, points that its score does not exceed."""
        whole = self._wholes.bounds(asked.whole, RULES.whole_prefix)[1]
        parts = query_parts(asked)
        total = np.zeros(len(self._names))
        for part in parts:
            scores = np.append(self._word_bounds(part), 0.0)
            total += np.maximum.reduceat(scores[self._word_numbers], self._word_starts)
        mean = total / max(1, len(parts))
        higher = np.maximum(np.rint(100 * whole + _MARGIN), np.ceil(100 * mean + _MARGIN))
        return np.where(whole + mean > 0, higher, 0).astype(np.int64)

    def _word_bounds(self, part: str) -> Floats:
        similarity, score = self._words.bounds(part, RULES.part_prefix)
        close = (self._words.heads[:, 0] == ord(part[0])) & (similarity >= RULES.part_floor - _MARGIN)
        sound = soundex(part)
        alike = (self._sounds == sound) & (similarity > 0) if sound else np.zeros(len(score), dtype=bool)
        return np.where(close | alike, score, 0.0)

    def _match(self, asked: OfacName, number: int, threshold: float) -> Match:
        party = self._parties[number]
        start = int(self._starts[number])
        compared = [compare(asked, self._prepared[start + at]) for at in range(len(party.names))]
        at = max(range(len(compared)), key=lambda one: (compared[one].score, party.names[one].strength != "weak", -one))
        strong = max((c.score for c, n in zip(compared, party.names, strict=True) if n.strength != "weak"), default=0)
        return Match(
            id=party.id,
            list=party.list,
            name=party.names[0].text,
            matched_name=party.names[at].text,
            score=compared[at].score / 100,
            decision="possible_match" if strong / 100 >= threshold else "no_match",
            features=tuple(_features(compared[at], party.names[at])),
            programs=party.programmes,
            first_listed=party.first_listed_on,
        )


def _features(compared: OfacComparison, name: ListedName) -> Iterator[Feature]:
    """Both logics; the better one bears the weight. Parts weigh alike, since their mean is what counts."""
    by_parts = compared.of_parts > compared.whole
    yield Feature(
        name="whole_name",
        score=compared.whole,
        weight=0.0 if by_parts else 1.0,
        detail=f"The whole name compared with “{name.original}” by Jaro-Winkler gives {compared.whole:.2f}.",
    )
    for one in compared.parts:
        found = f"comes closest to “{one.other}”: {one.score:.2f}" if one.other else "has no part that counts beside it"
        yield Feature(
            name="name_part",
            score=one.score,
            weight=1 / len(compared.parts) if by_parts else 0.0,
            detail=f"“{one.part}” {found}.",
        )
    if name.strength == "weak":
        yield Feature(
            name="weak_name", score=1.0, weight=0.0, detail="The list calls this name weak: it makes no match alone."
        )
