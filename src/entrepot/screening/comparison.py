"""Queries compared with the names of an index: candidates are looked up, then each is laid beside its query in full.

Many readings are compared together, since most of the cost is in the calls, not in the names.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from entrepot.screening.alignment import Amounts, Pairs, Places, Side, align, letters_of
from entrepot.screening.features import measure, weigh
from entrepot.screening.flat import bounds_of, lay_ranges
from entrepot.screening.index import NameIndex, Weighed, key_of
from entrepot.screening.likeness import Grades, Ids, evidence_of
from entrepot.screening.readings import Reading

_SPARE = 2
"""Names compared in full beyond those asked for: the look-up ranks nearly as the comparison does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Names laid beside readings, those of one reading after those of another: from `starts[n]` to `starts[n + 1]`.

    `weights` are the sums of the features, before any fact but names. `measures` has a row for each name, in the order
    of `features.Measures`. Of `pairs` those of name n are from `pair_starts[n]` to `pair_starts[n + 1]`: from where to
    where in the query, the word of the name, and the evidence (0 to 1).
    """

    starts: Sequence[int]
    names: Sequence[int]
    parties: Sequence[int]
    weights: Sequence[float]
    measures: Amounts
    pairs: Amounts
    pair_starts: Sequence[int]

    def take(self, place: int) -> tuple[Amounts, Amounts]:
        """What one name came to, and which words agree; copies, so that the others need not be kept for it."""
        pairs = self.pairs[self.pair_starts[place] : self.pair_starts[place + 1]]
        return self.measures[place].copy(), pairs.copy()


class Comparer:
    """Compares readings of queries with the names of one index."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._grades = np.zeros(len(index.vocabulary.words) + 1, dtype=np.float32)
        self._letters = letters_of(index.vocabulary.words or [""])

    def compare(self, readings: Sequence[Reading], limits: Sequence[int]) -> Comparison | None:
        """The names nearest to each reading, somewhat more of them than its limit; None where there is none at all."""
        index = self._index
        weighed = index.weigh(readings)
        found = [
            index.find_candidates(one, limit + limit // 2 + _SPARE) for one, limit in zip(weighed, limits, strict=True)
        ]
        names = np.concatenate(found) if found else np.empty(0, dtype=np.int32)
        if not len(names):
            return None
        counts = np.array([len(one) for one in found], dtype=np.int64)
        owners = np.repeat(np.arange(len(readings)), counts)
        query, listed = self._lay_queries(readings, weighed, owners), self._lay_names(names)
        starts = bounds_of(counts)
        evidence = [
            _Evidence(self, index, one, names[start:end], listed.numbers[listed.starts[start] : listed.starts[end]])
            for one, start, end in zip(weighed, starts, starts[1:], strict=False)
            if end > start
        ]
        offers, units = self._offer(readings, evidence, query, listed, [n for n, count in enumerate(counts) if count])
        laid = align(query, listed, offers, units)
        elsewhere = np.concatenate([one.elsewhere() for one in evidence])
        measures = measure(query, listed, laid, elsewhere)
        return Comparison(
            starts=starts.tolist(),
            names=names.tolist(),
            parties=index.name_parties[names].tolist(),
            weights=weigh(measures).tolist(),
            measures=measures,
            pairs=_list_pairs(laid.pairs, query, listed),
            pair_starts=np.searchsorted(laid.pairs.candidates, np.arange(len(names) + 1)).tolist(),
        )

    def grade(self, weighed: Weighed, words: Places) -> tuple[list[int], Grades]:
        """The units of a reading, and for each the evidence that it gives for each of the words."""
        grades = self._grades
        units = {number: (alike, trust) for place in weighed.on_place for number, alike, trust in place}
        table = np.empty((len(units), len(words)), dtype=np.float32)
        for row, (alike, trust) in enumerate(units.values()):
            grades[alike.ids] = alike.grades * np.float32(trust)
            grades.take(words, out=table[row])
            grades[alike.ids] = 0.0
        return list(units), evidence_of(table)

    def _lay_queries(self, readings: Sequence[Reading], weighed: Sequence[Weighed], owners: Places) -> Side:
        words = [word for reading in readings for word in reading.words]
        numbers = self._index.vocabulary.numbers
        bounds = bounds_of(np.array([len(reading.words) for reading in readings], dtype=np.int64))
        lengths = (bounds[1:] - bounds[:-1])[owners]
        places = lay_ranges(bounds[owners], lengths)
        return Side(
            bounds_of(lengths),
            np.array([weight for one in weighed for weight in one.weights], dtype=np.float64)[places],
            np.array([word.kind for word in words], dtype=np.int8)[places],
            np.array([numbers.get(key_of(word), -1) for word in words], dtype=np.int64)[places],
            letters_of([word.text for word in words]).of(places),
        )

    def _lay_names(self, names: Ids) -> Side:
        index = self._index
        lengths = index.starts[names + 1] - index.starts[names]
        numbers = index.flat[lay_ranges(index.starts[names], lengths)].astype(np.int64)
        return Side(
            bounds_of(lengths),
            index.word_weights[numbers].astype(np.float64),
            index.word_kinds[numbers],
            numbers,
            self._letters.of(numbers),
        )

    def _offer(
        self,
        readings: Sequence[Reading],
        evidence: Sequence["_Evidence"],
        query: Side,
        listed: Side,
        places: Sequence[int],
    ) -> tuple[Pairs, Places]:
        """What the units of the readings offer to the names, and the number of the unit behind each offer."""
        found = [one.list_offers() for one in evidence]
        firsts = bounds_of(np.array([one.size for one in evidence], dtype=np.int64))
        words = np.concatenate([words + first for (_, words, _), first in zip(found, firsts, strict=False)])
        units = np.concatenate([units for units, _, _ in found])
        tables = [readings[place].units for place in places]
        table_bounds = bounds_of(np.array([len(table) for table in tables], dtype=np.int64))
        rows = units + np.repeat(table_bounds[:-1], [len(units) for units, _, _ in found])
        spans = np.array([(unit.start, unit.end) for table in tables for unit in table], dtype=np.int64)[rows]
        candidates = listed.owners()[words]
        first = query.starts[candidates]
        amounts = np.concatenate([amounts for _, _, amounts in found])
        return Pairs(candidates, first + spans[:, 0], first + spans[:, 1], words, amounts), units


def _list_pairs(pairs: Pairs, query: Side, listed: Side) -> Amounts:
    """The pairs by places in the query and in the name."""
    first = query.starts[pairs.candidates]
    words = pairs.words - listed.starts[pairs.candidates]
    return np.stack([pairs.starts - first, pairs.ends - first, words, pairs.evidence], axis=1)


class _Evidence:
    """What the units of one reading say of the words of its candidates, and of all words of their parties."""

    def __init__(self, comparer: Comparer, index: NameIndex, weighed: Weighed, names: Ids, words: Places) -> None:
        self._weighed = weighed
        parties, self._party_of = np.unique(index.name_parties[names], return_inverse=True)
        starts, ends = index.party_words(parties)
        lengths = ends - starts
        everywhere = index.flat[lay_ranges(starts, lengths)]
        self.size = len(words)
        self._firsts = bounds_of(lengths)[:-1]
        self._units, self._table = comparer.grade(weighed, np.concatenate([words, everywhere]))

    def list_offers(self) -> tuple[Places, Places, Amounts]:
        """Units, the words of the candidates that each of them may be, and how well."""
        rows, words = np.nonzero(self._table[:, : self.size])
        return np.array(self._units, dtype=np.int64)[rows], words, self._table[rows, words].astype(np.float64)

    def elsewhere(self) -> Amounts:
        """For each candidate and place of the query the best evidence in any name of the candidate's party."""
        tops = np.maximum.reduceat(self._table[:, self.size :], self._firsts, axis=1)
        rows = {number: row for row, number in enumerate(self._units)}
        best = np.zeros((len(self._weighed.on_place), tops.shape[1]), dtype=np.float64)
        for place, units in enumerate(self._weighed.on_place):
            if units:
                best[place] = tops[[rows[number] for number, _, _ in units]].max(axis=0)
        return best.T[self._party_of].ravel()
