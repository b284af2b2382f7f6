"""A query compared with the names of an index: candidates are looked up, then each is laid beside the query in full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from entrepot.screening.alignment import Alignment, NameWords, align
from entrepot.screening.features import Measures, measure, weigh
from entrepot.screening.index import NameIndex, OnPlace
from entrepot.screening.readings import Reading
from entrepot.screening.vocabulary import Grades, Ids, Likeness, evidence_of

_SPARE = 2
"""Names compared in full beyond those asked for: the look-up ranks nearly as the comparison does."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One listed name laid beside a query; `weight` is the sum of its features, before any fact but names."""

    name: int
    party: int
    weight: float
    measures: Measures
    alignment: Alignment
    reading: Reading
    words: NameWords


class Comparer:
    """Compares readings of queries with the names of one index."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._grades = np.zeros(len(index.vocabulary.words) + 1, dtype=np.float32)

    def compare(self, reading: Reading, limit: int) -> Iterator[Compared]:
        """The names nearest to a reading, somewhat more of them than `limit`."""
        index = self._index
        weights, on_place = index.weigh(reading)
        names = index.find_candidates(weights, on_place, limit + limit // 2 + _SPARE)
        if len(names):
            owners: list[int] = index.name_parties[names].tolist()
            evidence = _Evidence(self, index, on_place, owners)
            for name, party in zip(names.tolist(), owners, strict=True):
                words, rows = evidence.of_name(name, party)
                alignment = align(reading, weights, words, rows)
                elsewhere = evidence.elsewhere(party, alignment.query_left, len(weights))
                measures = measure(reading, weights, words, alignment, elsewhere)
                yield Compared(name, party, weigh(measures), measures, alignment, reading, words)

    def grade(self, alike: Likeness, trust: float, flat: Ids) -> Grades:
        """The evidence that a unit gives for each of the words `flat`."""
        grades = self._grades
        grades[alike.ids] = alike.grades * np.float32(trust)
        evidence = evidence_of(grades[flat])
        grades[alike.ids] = 0.0
        return evidence


class _Evidence:
    """What the units of one reading say of all words of some parties."""

    def __init__(self, comparer: Comparer, index: NameIndex, on_place: OnPlace, owners: Sequence[int]) -> None:
        self._index, self._on_place = index, on_place
        parties = list(dict.fromkeys(owners))
        spans = [index.word_span(party) for party in parties]
        self._firsts = [0, *accumulate(end - start for start, end in spans)]
        self._spans = dict(zip(parties, zip(spans, self._firsts, strict=False), strict=True))
        self._places = {party: place for place, party in enumerate(parties)}
        flat = np.concatenate([index.flat[start:end] for start, end in spans])
        units = {number: (alike, trust) for place in on_place for number, alike, trust in place}
        self._arrays = {number: comparer.grade(alike, trust, flat) for number, (alike, trust) in units.items()}
        self._rows = {number: row.tolist() for number, row in self._arrays.items()}
        self._tops: dict[int, list[float]] = {}
        self._numbers: list[int] = flat.tolist()
        self._weights: list[float] = index.word_weights[flat].tolist()

    def of_name(self, name: int, party: int) -> tuple[NameWords, list[tuple[int, list[float]]]]:
        """The words of a name, and for each unit that says anything of it the evidence for each word."""
        index = self._index
        (start, _), offset = self._spans[party]
        first = offset + index.starts[name] - start
        piece = slice(first, first + index.starts[name + 1] - index.starts[name])
        numbers = self._numbers[piece]
        words, kinds = index.vocabulary.words, index.word_kinds
        listed = NameWords([words[one] for one in numbers], [kinds[one] for one in numbers], self._weights[piece])
        return listed, [(number, row[piece]) for number, row in self._rows.items()]

    def elsewhere(self, party: int, left: Sequence[int], places: int) -> list[float]:
        """For each place of the query that found no partner, the best evidence in any name of the party."""
        best = [0.0] * places
        for place in left:
            for number, _, _ in self._on_place[place]:
                if number not in self._tops:
                    self._tops[number] = np.maximum.reduceat(self._arrays[number], self._firsts[:-1]).tolist()
                best[place] = max(best[place], self._tops[number][self._places[party]])
        return best
