"""Listed names by their words: from the words of a query to the names that may be meant.

An inverted index in flat arrays. Words weigh by how few parties have them (inverse document frequency, Spaerck Jones
1972), so that a rare surname counts for more than "Trading" or "Mohammed"; the shares of the query and of the name
that agree are added up over all names at once.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import log

import numpy as np

from entrepot.model.listing import ListedName, ListedParty
from entrepot.screening.lexicon import Lexicon, WordKind
from entrepot.screening.readings import Reading, Unit
from entrepot.screening.repairs import Repairer
from entrepot.screening.vocabulary import Grades, Ids, Likeness, Vocabulary, evidence_of
from entrepot.screening.words import Word, read_words

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
writes either way: those with Abd, Allah, al-Din, names that are known, and a word that only looks as if it had an
article.
"""
_ARTICLE = "ال"
_MOST = 2000
"""Names that are put in order at all."""
_TRUE = np.array([True])
_NAMES_EACH = 2
"""Names of one party that are compared in full: the look-up ranks them nearly as the comparison does."""
_COMPOUND_ENDS = ("الله", "الدين", "الدین")
_SERVANT = "~bd"


OnPlace = Sequence[Sequence[tuple[int, Likeness, float]]]
"""For each place of a reading the units on it: number, words that may be meant, trust."""


class NameIndex:
    """The names of listed parties, ready to be looked up."""

    def __init__(self, parties: Iterable[ListedParty], lexicon: Lexicon) -> None:
        self.parties = tuple(parties)
        self.names: list[ListedName] = [name for party in self.parties for name in party.names]
        self.name_parties = np.repeat(
            np.arange(len(self.parties), dtype=np.int32), [len(party.names) for party in self.parties]
        )
        self._party_names = [0, *accumulate(len(party.names) for party in self.parties)]
        seen: set[str] = set()
        read = [
            read_words(name.text, lexicon, person=party.kind == "person", seen=seen)
            for party in self.parties
            for name in party.names
        ]
        counts, kinds = _count_words(read, self.name_parties.tolist())
        self.vocabulary = Vocabulary(counts, kinds, lexicon)
        self.repairer = Repairer(self.vocabulary, seen, lexicon.phrases)
        self._common = log(len(self.parties) + _BACKGROUND_PARTIES)
        self.word_kinds = [kinds[word] for word in self.vocabulary.words]
        rarities = np.array([self.rarity(count) for count in counts.values()], dtype=np.float32)
        self.word_weights = rarities * np.array([_KIND_WEIGHTS[kind] for kind in self.word_kinds], dtype=np.float32)
        self._arrange(read)

    def rarity(self, count: float) -> float:
        """How much a word says that so many parties have: 1 for none, near 0 for all."""
        return max(0.02, 1.0 - log(count + 0.5) / self._common) if count >= 0.5 else 1.0

    def word_span(self, party: int) -> tuple[int, int]:
        """From where to where the words of all names of a party stand in `flat`."""
        return self.starts[self._party_names[party]], self.starts[self._party_names[party + 1]]

    def weigh(self, reading: Reading) -> tuple[list[float], OnPlace]:
        """The weight of each place of a reading, and for each the units on it: number, likeness, trust."""
        on_place: list[list[tuple[int, Likeness, float]]] = [[] for _ in reading.words]
        for number, unit in enumerate(reading.units):
            alike = self.vocabulary.find_alike(unit.text, unit.mode, unit.written, unit.names)
            if unit.end - unit.start > 1:
                alike = alike.above(_SAME_JOINED)
                if unit.mode == "unvowelled" and not _may_be_one(unit):
                    continue
            if len(alike.ids):
                for place in range(unit.start, unit.end):
                    on_place[place].append((number, alike, unit.trust))
        weights = [self._weight(word, units) for word, units in zip(reading.words, on_place, strict=True)]
        return weights, on_place

    def _weight(self, word: Word, units: Sequence[tuple[int, Likeness, float]]) -> float:
        if word.kind >= WordKind.LEGAL:
            return _KIND_WEIGHTS[word.kind]
        rarity = 1.0
        if units:
            rarity = self.rarity(self.vocabulary.count_same(units[0][1]))
        return _KIND_WEIGHTS[word.kind] * rarity

    def first_name(self, party: int) -> int:
        """The number of the primary name of a party."""
        return self._party_names[party]

    def find_candidates(self, weights: Sequence[float], on_place: OnPlace, count: int) -> Ids:
        """Names of the `count` parties that agree best with a reading by a quick measure, best first."""
        merged = [(place, *_merged(units)) for place, units in enumerate(on_place) if units]
        if not merged:
            return np.empty(0, dtype=np.int32)
        ids = np.concatenate([ids for _, ids, _ in merged])
        grades = np.concatenate([grades for _, _, grades in merged])
        places = np.repeat(
            np.array([place for place, _, _ in merged], dtype=np.int64), [len(ids) for _, ids, _ in merged]
        )
        evidence = evidence_of(grades)
        names, words = self._list_names(ids)
        # Of several words of a name that agree with one place of the query, the most alike counts.
        order = np.argsort(-evidence[words], kind="stable")
        keys, best = np.unique((names.astype(np.int64) * len(weights) + places[words])[order], return_index=True)
        chosen = words[order[best]]
        owners = keys // len(weights)
        firsts = np.flatnonzero(np.concatenate([_TRUE, owners[1:] != owners[:-1]]))
        near = owners[firsts]
        mine = np.array(weights, dtype=np.float32)[places[chosen]] * evidence[chosen]
        query_shares = np.add.reduceat(mine, firsts) / np.float32(sum(weights) or 1.0)
        theirs = np.add.reduceat(self.word_weights[ids[chosen]] * evidence[chosen], firsts) / self._totals[near]
        ranks = query_shares * np.float32(0.6) + np.minimum(theirs, 1) * np.float32(0.4)
        if len(ranks) > _MOST:
            best = np.argpartition(-ranks, _MOST)[:_MOST]
            near, ranks = near[best], ranks[best]
        return self._first_of_each(near[np.argsort(-ranks, kind="stable")].astype(np.int32), count)

    def _first_of_each(self, names: Ids, count: int) -> Ids:
        """Of names in order those of the first `count` parties, a few of each."""
        kept: list[int] = []
        known: dict[int, int] = {}
        for name, owner in zip(names.tolist(), self.name_parties[names].tolist(), strict=True):
            seen = known.get(owner, 0)
            if not seen and len(known) == count:
                break
            if seen < _NAMES_EACH:
                known[owner] = seen + 1
                kept.append(name)
        return np.array(kept, dtype=np.int32)

    def _list_names(self, ids: Ids) -> tuple[Ids, Ids]:
        """The names that have one of the words, and beside each the place of the word in `ids`."""
        starts = self._postings_start[ids]
        lengths = self._postings_start[ids + 1] - starts
        words = np.repeat(np.arange(len(ids), dtype=np.int32), lengths)
        ends = np.cumsum(lengths, dtype=np.int32)
        places = np.arange(len(words), dtype=np.int32) + (starts - ends + lengths)[words]
        return self._postings[places], words

    def _arrange(self, read: Sequence[Sequence[Word]]) -> None:
        numbers = self.vocabulary.numbers
        self.flat = np.array([numbers[key_of(word)] for words in read for word in words], dtype=np.int32)
        lengths = np.array([len(words) for words in read], dtype=np.int64)
        self.starts: list[int] = [0, *np.cumsum(lengths).tolist()]
        owners = np.repeat(np.arange(len(read), dtype=np.int32), lengths)
        order = np.argsort(self.flat, kind="stable")
        self._postings = owners[order]
        tallies = np.bincount(self.flat, minlength=len(numbers)) if len(numbers) else np.zeros(0, dtype=np.int64)
        self._postings_start = np.concatenate([[0], np.cumsum(tallies)]).astype(np.int32)
        self._totals = np.bincount(owners, self.word_weights[self.flat], minlength=len(read)).astype(np.float32)
        np.maximum(self._totals, 0.01, out=self._totals)


def _may_be_one(unit: Unit) -> bool:
    """Whether neighbouring words of Arabic script may be one word in Latin letters."""
    return bool(
        len(unit.text) >= _LEAST_JOINED
        or unit.names
        or unit.text.startswith(_SERVANT)
        or unit.written.endswith(_COMPOUND_ENDS)
        or (unit.written.startswith(_ARTICLE) and unit.end - unit.start == 2)
    )


def key_of(word: Word) -> str:
    """The word as the vocabulary has it; a legal form is never the same as a name that is spelt like it."""
    return "=" + word.text if word.kind == WordKind.LEGAL else word.text


def _count_words(read: Sequence[Sequence[Word]], owners: Sequence[int]) -> tuple[Counter[str], dict[str, WordKind]]:
    """How many parties have each word, and what kind it is."""
    counts: Counter[str] = Counter()
    kinds: dict[str, WordKind] = {}
    last: dict[str, int] = {}
    for words, owner in zip(read, owners, strict=True):
        for word in words:
            key = key_of(word)
            if last.get(key) != owner:
                last[key] = owner
                counts[key] += 1
            kinds[key] = min(kinds.get(key, word.kind), word.kind)
    return counts, kinds


def _merged(units: Sequence[tuple[int, Likeness, float]]) -> tuple[Ids, Grades]:
    if len(units) == 1:
        _, alike, trust = units[0]
        return alike.ids, alike.grades * np.float32(trust)
    ids = np.concatenate([alike.ids for _, alike, _ in units])
    grades = np.concatenate([alike.grades * np.float32(trust) for _, alike, trust in units])
    order = np.argsort(grades, kind="stable")
    return ids[order], grades[order]
