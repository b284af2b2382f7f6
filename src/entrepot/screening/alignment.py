"""Queries laid beside listed names, word by word: what agrees, how well, and what is left over on either side.

Many are laid at once, in flat arrays: candidate after candidate, of each the places of the query and the words of the
name. That costs a tenth of laying them one by one.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from entrepot.screening.lexicon import WordKind

_CUT = 3
_INITIAL = 0.6
"""Evidence of an initial that fits: one name in about ten begins with any given letter."""

Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Amounts = npt.NDArray[np.float64]


class Letters(NamedTuple):
    """How texts begin: how long they are, and their first one, two and three letters as numbers."""

    lengths: Places
    first: Places
    two: Places
    three: Places

    def of(self, places: Places) -> "Letters":
        """Those of some of the texts."""
        return Letters(*(column[places] for column in self))


def letters_of(texts: Sequence[str]) -> Letters:
    """The beginnings of ASCII texts."""
    begun = np.array([text[:_CUT].encode() for text in texts], dtype=f"S{_CUT}")
    codes = begun.view(np.uint8).reshape(len(texts), _CUT).astype(np.int64)
    two = codes[:, 0] * 256 + codes[:, 1]
    return Letters(np.array([len(text) for text in texts], dtype=np.int64), codes[:, 0], two, two * 256 + codes[:, 2])


class Side(NamedTuple):
    """The words of one side of all candidates, flat; those of candidate n are from `starts[n]` to `starts[n + 1]`.

    `numbers` are those of the vocabulary, -1 for a word that it lacks.
    """

    starts: Places
    weights: Amounts
    kinds: npt.NDArray[np.int8]
    numbers: Places
    letters: Letters

    def counts(self) -> Places:
        """How many words each candidate has."""
        return np.diff(self.starts)

    def owners(self) -> Places:
        """The candidate of each word."""
        return np.repeat(np.arange(len(self.starts) - 1), self.counts())


class Pairs(NamedTuple):
    """What agrees: of `candidates`, the query from `starts` up to `ends` and the word `words` of the name.

    The last three are places in the flat arrays of the two sides. `evidence` is 0 to 1.
    """

    candidates: Places
    starts: Places
    ends: Places
    words: Places
    evidence: Amounts

    def at(self, places: Places | Flags | slice) -> "Pairs":
        """Some of them."""
        return Pairs(
            self.candidates[places], self.starts[places], self.ends[places], self.words[places], self.evidence[places]
        )


class Alignment(NamedTuple):
    """The best pairs, candidate after candidate in the order of the query, and what has no partner on either side."""

    pairs: Pairs
    query_left: Flags
    name_left: Flags


def align(query: Side, name: Side, offers: Pairs, units: Places) -> Alignment:
    """The best pairs, each word used once; of `offers` those go first that weigh most, then those of lower `units`."""
    owners = query.owners()
    weights = np.concatenate([[0.0], np.cumsum(query.weights)])
    worth = (weights[offers.ends] - weights[offers.starts]) * offers.evidence
    alone = offers.ends - offers.starts == 1
    worth[alone] = query.weights[offers.starts[alone]] * offers.evidence[alone]
    free_query, free_name = np.ones(len(query.weights), dtype=np.bool_), np.ones(len(name.weights), dtype=np.bool_)
    order = np.lexsort((offers.words, units, -worth, offers.candidates))
    taken = [_take(offers.at(order), free_query, free_name)]
    lesser = _offer_lesser(query, name, owners, free_query, free_name)
    if len(lesser.words):
        taken.append(_take(lesser, free_query, free_name))
    pairs = _join(taken)
    return Alignment(pairs.at(np.argsort(pairs.starts, kind="stable")), free_query, free_name)


def _take(offers: Pairs, free_query: Flags, free_name: Flags) -> Pairs:
    """For each candidate the first offer, then the first of those left whose words are all free, and so on."""
    taken = []
    while len(offers.words):
        first = np.concatenate([[True], offers.candidates[1:] != offers.candidates[:-1]])
        chosen = offers.at(first)
        taken.append(chosen)
        free_name[chosen.words] = False
        for further in range(int((chosen.ends - chosen.starts).max())):
            free_query[np.minimum(chosen.starts + further, chosen.ends - 1)] = False
        free = free_name[offers.words]
        for further in range(int((offers.ends - offers.starts).max())):
            free &= free_query[np.minimum(offers.starts + further, offers.ends - 1)]
        offers = offers.at(free)
    return _join(taken) if taken else offers


def _join(parts: Sequence[Pairs]) -> Pairs:
    return Pairs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _offer_lesser(query: Side, name: Side, owners: Places, free_query: Flags, free_name: Flags) -> Pairs:
    """What is not looked up: legal forms, particles, and initials with the words that they may stand for."""
    has_lesser = np.maximum.reduceat(name.kinds, name.starts[:-1]) >= WordKind.TITLE
    asking = free_query & ((query.kinds >= WordKind.TITLE) | has_lesser[owners] | (query.letters.lengths <= _CUT))
    mine = np.flatnonzero(asking)
    theirs = np.flatnonzero(free_name)
    counts = np.bincount(name.owners()[theirs], minlength=len(name.starts) - 1)
    firsts = np.cumsum(counts) - counts
    repeats = counts[owners[mine]]
    starts = np.repeat(mine, repeats)
    words = theirs[np.repeat(firsts[owners[mine]] - np.cumsum(repeats) + repeats, repeats) + np.arange(len(starts))]
    evidence = _lesser_evidence(query, name, starts, words)
    agree = evidence > 0
    starts = starts[agree]
    return Pairs(owners[starts], starts, starts + 1, words[agree], evidence[agree])


def _lesser_evidence(query: Side, name: Side, starts: Places, words: Places) -> Amounts:
    """The same word counts in full; an initial, or a name cut short, for what it may stand for."""
    one, other = query.letters.of(starts), name.letters.of(words)
    my_kinds, their_kinds = query.kinds[starts], name.kinds[words]
    shorter, longer = np.minimum(one.lengths, other.lengths), np.maximum(one.lengths, other.lengths)
    begins = ((shorter == 2) & (one.two == other.two)) | ((shorter == _CUT) & (one.three == other.three))
    is_name, is_listed_name = my_kinds == WordKind.NAME, their_kinds == WordKind.NAME
    is_initial = (my_kinds == WordKind.INITIAL) & (one.lengths == 1)
    is_listed_initial = (their_kinds == WordKind.INITIAL) & (other.lengths == 1)
    stands = (one.first == other.first) & ((is_initial & is_listed_name) | (is_name & is_listed_initial))
    cut = is_name & is_listed_name & begins & (longer >= shorter)
    same = (query.numbers[starts] == name.numbers[words]) & (query.numbers[starts] >= 0)
    return np.where(same, 1.0, np.where(stands | cut, _INITIAL, 0.0))
