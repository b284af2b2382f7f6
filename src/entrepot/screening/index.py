"""Listed names by their words: from the words of a query to the names that may be meant.

An inverted index in flat arrays. Words weigh by how few parties have them (inverse document frequency, Spaerck Jones
1972), so that a rare surname counts for more than "Trading" or "Mohammed"; the shares of the query and of the name
that agree are added up over all names at once.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from entrepot.model.listing import ListedName, ListedParty
from entrepot.screening.flat import Places, bounds_of, lay_ranges
from entrepot.screening.lexicon import Lexicon, WordKind
from entrepot.screening.likeness import Grades, Ids, Likeness, Pairs, evidence_of
from entrepot.screening.readings import Reading, Unit
from entrepot.screening.repairs import Repairer
from entrepot.screening.vocabulary import Vocabulary
from entrepot.screening.words import ARTICLE, Word, read_words

_KIND_WEIGHTS: dict[WordKind, float] = {
    WordKind.NAME: 1.0,
    WordKind.WORD: 0.7,
    WordKind.PLACE: 0.6,
    WordKind.TITLE: 0.15,
    WordKind.LEGAL: 0.1,
    WordKind.PARTICLE: 0.06,
    WordKind.GENERIC: 0.04,
    WordKind.INITIAL: 0.2,
}
_BACKGROUND_PARTIES = 15_000
"""Added to the parties of a list, so that a word of a list of ten is not taken for a common one."""
_SAME_JOINED, _LEAST_JOINED = 0.92, 7
"""Words written together must be that word: anything less, and the first of them alone would do as well. Of Arabic
script they need six consonants, since fewer are those of some other word too, but for the compounds that everybody
writes either way: those with Abd, Allah, al-Din, Persian ones with pour, zadeh and the like, names that are known, and
a word that only looks as if it had an article.
"""
_SEVERAL = re.compile(r"\s+/\s+|\s*;\s*")
_MOST = 2000
"""Names that are put in order at all."""
_LEAST_RANKED, _RANKED_EACH = 64, 6
"""Names put in order at first: most parties have fewer than six that come near."""
_NAMES_EACH = 2
"""Names of one party that are compared in full: the look-up ranks them nearly as the comparison does."""
_COMPOUND_ENDS = ("الله", "الدین", "پور", "زاده", "نژاد", "نیا", "فرد", "منش", "خواه", "جان")
_SERVANT = "~bd"


class Weighed(NamedTuple):
    """The places of a reading: their weights, and the units on each (number, words that may be meant, trust)."""

    weights: Sequence[float]
    on_place: Sequence[Sequence[tuple[int, Likeness, float]]]


class NameIndex:
    """The names of listed parties, ready to be looked up."""

    def __init__(self, parties: Iterable[ListedParty], lexicon: Lexicon) -> None:
        self.parties = tuple(parties)
        names = [[one for name in party.names for one in _list_parts(name)] for party in self.parties]
        self.names: list[ListedName] = [name for own in names for name in own]
        counted = [len(own) for own in names]
        self.name_parties = np.repeat(np.arange(len(self.parties), dtype=np.int32), counted)
        self._party_names = bounds_of(np.array(counted, dtype=np.int64))
        seen: set[str] = set()
        read = [
            read_words(name.text, lexicon, person=party.kind == "person", seen=seen)
            for party, own in zip(self.parties, names, strict=True)
            for name in own
        ]
        words, self.flat, counts, self.word_kinds = _number_words(read, self.name_parties)
        kinds = [WordKind(kind) for kind in self.word_kinds.tolist()]
        self.vocabulary = Vocabulary(
            dict(zip(words, counts, strict=True)), dict(zip(words, kinds, strict=True)), lexicon
        )
        self.repairer = Repairer(self.vocabulary, seen, lexicon.phrases)
        self._common = log(len(self.parties) + _BACKGROUND_PARTIES)
        rarities = np.array([self.rarity(count) for count in counts], dtype=np.float32)
        self.word_weights = rarities * np.array([_KIND_WEIGHTS[kind] for kind in kinds], dtype=np.float32)
        self._arrange(np.array([len(one) for one in read], dtype=np.int64))

    def rarity(self, count: float) -> float:
        """How much a word says that so many parties have: 1 for none, near 0 for all."""
        return max(0.02, 1.0 - log(count + 0.5) / self._common) if count >= 0.5 else 1.0

    def words_of(self, name: int) -> Sequence[str]:
        """The words of a name, as the vocabulary has them."""
        words = self.vocabulary.words
        return [words[number] for number in self.flat[self.starts[name] : self.starts[name + 1]].tolist()]

    def party_words(self, parties: Ids) -> tuple[Pairs, Pairs]:
        """Where in `flat` the words of all names of each party begin and end."""
        return self.starts[self._party_names[parties]], self.starts[self._party_names[parties + 1]]

    def weigh(self, readings: Sequence[Reading]) -> list[Weighed]:
        """For each reading the weight of each place, and the units on it."""
        units = [unit for reading in readings for unit in reading.units]
        found = iter(
            self.vocabulary.find_all_alike([(unit.text, unit.mode, unit.written, unit.names) for unit in units])
        )
        return [self._weigh(reading, [next(found) for _ in reading.units]) for reading in readings]

    def _weigh(self, reading: Reading, found: Sequence[Likeness]) -> Weighed:
        on_place: list[list[tuple[int, Likeness, float]]] = [[] for _ in reading.words]
        for number, (unit, alike) in enumerate(zip(reading.units, found, strict=True)):
            if unit.end - unit.start > 1:
                alike = alike.above(_SAME_JOINED)
                if unit.mode == "unvowelled" and not _may_be_one(unit):
                    continue
            if len(alike.ids):
                for place in range(unit.start, unit.end):
                    on_place[place].append((number, alike, unit.trust))
        weights = [self._weight(word, units) for word, units in zip(reading.words, on_place, strict=True)]
        return Weighed(weights, on_place)

    def _weight(self, word: Word, units: Sequence[tuple[int, Likeness, float]]) -> float:
        if word.kind >= WordKind.LEGAL:
            return _KIND_WEIGHTS[word.kind]
        rarity = 1.0
        if units:
            rarity = self.rarity(self.vocabulary.count_same(units[0][1]))
        return _KIND_WEIGHTS[word.kind] * rarity

    def first_name(self, party: int) -> int:
        """The number of the primary name of a party."""
        return int(self._party_names[party])

    def find_candidates(self, weighed: Weighed, count: int) -> Ids:
        """Names of the `count` parties that agree best with a reading by a quick measure, best first."""
        # The share of the query that agrees and, as the imaginary part, that of the name: added up in one go.
        sums, best = self._sums, self._best
        touched: list[Ids] = []
        for weight, units in zip(weighed.weights, weighed.on_place, strict=True):
            if units:
                ids, grades = _merged(units)
                names, words = self._list_names(ids)
                # Of several words of a name the one that agrees best comes last, and so stays. What is added is the
                # same wherever a name stands twice, so that it is added once.
                best[names] = (evidence_of(grades) * (np.float32(weight) + self._imaginary_weights[ids]))[words]
                sums[names] += best[names]
                touched.append(names)
        if not touched:
            return np.empty(0, dtype=np.int32)
        names = self._distinct(np.concatenate(touched))
        found = sums[names]
        sums[names] = 0.0
        ranks = found.real * np.float32(0.6 / (sum(weighed.weights) or 1.0))
        ranks += np.minimum(found.imag / self._totals[names], 1) * np.float32(0.4)
        return self._first_parties(names, ranks, count)

    def _distinct(self, names: Ids) -> Ids:
        """Each name once."""
        if len(names) < 2:
            return names
        places = np.arange(len(names), dtype=np.int32)
        self._seen_at[names] = places
        distinct: Ids = names[self._seen_at[names] == places]
        return distinct

    def _first_parties(self, names: Ids, ranks: Grades, count: int) -> Ids:
        """Of names the best few of each of the `count` best parties; the best are sought among ever more of them."""
        most = max(_LEAST_RANKED, _RANKED_EACH * count)
        while True:
            near = names
            if len(names) > most:
                kept = np.argpartition(-ranks, most)[:most]
                near, best = names[kept], ranks[kept]
            else:
                best = ranks
            found, parties = self._first_of_each(near[np.lexsort((near, -best))], count)
            if parties == count or len(near) == len(names) or most >= _MOST:
                return found
            most *= 4

    def _first_of_each(self, names: Ids, count: int) -> tuple[Ids, int]:
        """Of names in order those of the first `count` parties, a few of each; and how many parties that are."""
        kept: list[int] = []
        known: dict[int, int] = {}
        for name, owner in zip(names.tolist(), self.name_parties[names].tolist(), strict=True):
            seen = known.get(owner, 0)
            if not seen and len(known) == count:
                break
            if seen < _NAMES_EACH:
                known[owner] = seen + 1
                kept.append(name)
        return np.array(kept, dtype=np.int32), len(known)

    def _list_names(self, ids: Ids) -> tuple[Ids, Ids]:
        """The names that have one of the words, and beside each the place of the word in `ids`."""
        starts = self._postings_start[ids]
        lengths = self._postings_start[ids + 1] - starts
        words = np.repeat(np.arange(len(ids), dtype=np.int32), lengths)
        return self._postings[lay_ranges(starts, lengths)], words

    def _arrange(self, lengths: Places) -> None:
        self.starts = bounds_of(lengths)
        size, words = len(lengths), len(self.vocabulary.words)
        owners = np.repeat(np.arange(size, dtype=np.int32), lengths)
        order = np.argsort(self.flat, kind="stable")
        self._postings = owners[order]
        self._postings_start = bounds_of(np.bincount(self.flat, minlength=words)).astype(np.int32)
        self._totals = np.bincount(owners, self.word_weights[self.flat], minlength=size).astype(np.float32)
        np.maximum(self._totals, 0.01, out=self._totals)
        # Room to add up in, kept at zero between look-ups.
        self._sums, self._best = np.zeros((2, size), dtype=np.complex64)
        self._imaginary_weights = self.word_weights * np.complex64(1j)
        self._seen_at = np.zeros(size, dtype=np.int32)


def _list_parts(name: ListedName) -> Iterator[ListedName]:
    """The name, or where a list has put several into one cell, each of these."""
    text = name.text
    parts = [part.strip() for part in _SEVERAL.split(text)] if "/" in text or ";" in text else [text]
    if len(parts) == 1 and text.count(",") > 1:
        parts = [part.strip() for part in text.split(",")]
    # "Orlan, Ltd, Branch of" is one name, and so is one that lacks a surname in a part.
    if len(parts) > 1 and all(" " in part for part in parts):
        for part in parts:
            yield replace(name, text=part)
    else:
        yield name


def _may_be_one(unit: Unit) -> bool:
    """Whether neighbouring words of Arabic script may be one word in Latin letters."""
    return bool(
        len(unit.text) >= _LEAST_JOINED
        or unit.names
        or unit.text.startswith(_SERVANT)
        or unit.written.endswith(_COMPOUND_ENDS)
        or (unit.written.startswith(ARTICLE) and unit.end - unit.start == 2)
    )


def key_of(word: Word) -> str:
    """The word as the vocabulary has it; a legal form is never the same as a name that is spelt like it."""
    return "=" + word.text if word.kind == WordKind.LEGAL else word.text


def _number_words(
    read: Sequence[Sequence[Word]], owners: Ids
) -> tuple[list[str], Ids, list[int], npt.NDArray[np.int8]]:
    """The distinct words, the number of each word of all names, how many parties have each, and of what kind it is."""
    keys = [key_of(word) for words in read for word in words]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    flat = np.array([numbers[key] for key in keys], dtype=np.int32)
    kinds = np.full(len(numbers), max(WordKind), dtype=np.int8)
    np.minimum.at(kinds, flat, np.array([word.kind for words in read for word in words], dtype=np.int8))
    party = np.repeat(owners, [len(words) for words in read])
    each = np.unique(flat.astype(np.int64) * (len(owners) + 1) + party)
    counts = np.bincount(each // (len(owners) + 1), minlength=len(numbers))
    return list(numbers), flat, counts.tolist(), kinds


def _merged(units: Sequence[tuple[int, Likeness, float]]) -> tuple[Ids, Grades]:
    if len(units) == 1:
        _, alike, trust = units[0]
        return alike.ids, alike.grades * np.float32(trust)
    ids = np.concatenate([alike.ids for _, alike, _ in units])
    grades = np.concatenate([alike.grades * np.float32(trust) for _, alike, trust in units])
    order = np.argsort(grades, kind="stable")
    return ids[order], grades[order]
