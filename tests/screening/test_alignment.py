"""Words are paired one to one, and what has no partner is said on either side."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from entrepot.screening.alignment import Pairs, Side, align, letters_of
from entrepot.screening.index import key_of
from entrepot.screening.lexicon import WordKind
from entrepot.screening.words import Word
from tests.screening.engine_samples import words_of

Offer = tuple[int, int, int, float]
"""From where to where in the query, a word of the name, and the evidence."""


class Pair(NamedTuple):
    """Words of a query that agree with one of a name."""

    start: int
    end: int
    place: int
    evidence: float


class Laid(NamedTuple):
    """A query laid beside a name."""

    pairs: list[Pair]
    query_left: list[int]
    name_left: list[int]


def side_of(words: list[Word], vocabulary: dict[str, int]) -> Side:
    """One side of one candidate, all words of the same weight."""
    return Side(
        np.array([0, len(words)]),
        np.ones(len(words)),
        np.array([word.kind for word in words], dtype=np.int8),
        np.array([vocabulary.setdefault(key_of(word), len(vocabulary)) for word in words], dtype=np.int64),
        letters_of([key_of(word) if word.kind == WordKind.LEGAL else word.text for word in words]),
    )


def lay(query: list[Word], name: list[Word], offers: list[Offer]) -> Laid:
    """The alignment of one candidate."""
    vocabulary: dict[str, int] = {}
    starts, ends, words = np.array([offer[:3] for offer in offers], dtype=np.int64).reshape(-1, 3).T
    found = align(
        side_of(query, vocabulary),
        side_of(name, vocabulary),
        Pairs(np.zeros(len(offers), dtype=np.int64), starts, ends, words, np.array([offer[3] for offer in offers])),
        np.arange(len(offers)),
    )
    pairs = list(zip(*(column.tolist() for column in found.pairs[1:]), strict=True))
    return Laid(
        [Pair(*pair) for pair in pairs],
        np.flatnonzero(found.query_left).tolist(),
        np.flatnonzero(found.name_left).tolist(),
    )


def laid(query: str, name: str, joined: tuple[tuple[int, int, str], ...] = ()) -> Laid:
    """A query laid beside a name, where equal words agree in full; neighbours may be joined."""
    words, theirs = words_of(query), words_of(name)
    units = [(place, place + 1, word.text) for place, word in enumerate(words) if word.kind < WordKind.LEGAL]
    offers = [
        (start, end, place, 1.0)
        for start, end, text in (*units, *joined)
        for place, word in enumerate(theirs)
        if key_of(word) == text
    ]
    return lay(words, theirs, offers)


def test_equal_words_are_paired_whatever_their_order() -> None:
    found = laid("Gromov Ivan", "Ivan Gromov")
    assert [(pair.start, pair.place, pair.evidence) for pair in found.pairs] == [(0, 1, 1.0), (1, 0, 1.0)]
    assert found.query_left == found.name_left == []


def test_what_has_no_partner_is_left() -> None:
    found = laid("Ivan Petrovich Gromov", "Gromov Ivan Sergeyevich")
    assert found.query_left == [1]
    assert found.name_left == [2]


def test_each_word_is_used_once() -> None:
    found = laid("Ivan Ivan Ivan", "Ivan")
    assert len(found.pairs) == 1
    assert len(found.query_left) == 2


def test_names_without_a_word_in_common_have_no_pairs() -> None:
    found = laid("Ivan Gromov", "Olga Kvartal")
    assert found.pairs == []
    assert found.query_left == found.name_left == [0, 1]


def test_an_initial_stands_for_a_name_that_begins_with_it_but_not_in_full() -> None:
    for query, name in (("I. Gromov", "Ivan Gromov"), ("Ivan Gromov", "I. Gromov")):
        found = laid(query, name)
        evidence = {pair.start: pair.evidence for pair in found.pairs}
        assert 0 < evidence[0] < evidence[1] == 1


def test_an_initial_stands_for_no_other_name() -> None:
    assert len(laid("O. Gromov", "Ivan Gromov").pairs) == 1


def test_a_name_of_two_or_three_letters_may_be_a_name_cut_short() -> None:
    found = laid("Al Gromov", "Alexander Gromov")
    assert all(pair.evidence <= 1 for pair in found.pairs)
    cut = laid("Ale Gromov", "Alexander Gromov")
    assert 0 < cut.pairs[0].evidence < 1


def test_legal_forms_agree_with_legal_forms_alone() -> None:
    assert len(laid("Gromov LLC", "Gromov Limited Liability Company").pairs) == 2
    assert len(laid("Gromov LLC", "Gromov Joint Stock Company").pairs) == 1


def test_particles_are_paired_without_being_looked_up() -> None:
    found = laid("Ali bin Hasan", "Ali ibn Hasan")
    assert len(found.pairs) == 3


def test_a_joined_word_takes_all_its_places() -> None:
    found = laid("gao ke gromov", "Gaoke Gromov", ((0, 2, "gaoke"),))
    assert [(pair.start, pair.end) for pair in found.pairs] == [(0, 2), (2, 3)]
    assert found.query_left == []


def test_the_heavier_agreement_goes_first() -> None:
    found = lay(words_of("gao ke"), words_of("Gaoke"), [(0, 1, 0, 0.7), (0, 2, 0, 1.0)])
    assert [(pair.start, pair.end) for pair in found.pairs] == [(0, 2)]


names = st.lists(
    st.sampled_from(["ivan", "gromov", "i", "al", "llc", "bank", "bin", "ali", "ale"]), min_size=1, max_size=7
)


@given(names, names)
def test_pairs_and_what_is_left_make_up_both_names(query: list[str], name: list[str]) -> None:
    found = laid(" ".join(query), " ".join(name))
    paired = [place for pair in found.pairs for place in range(pair.start, pair.end)]
    assert sorted([*paired, *found.query_left]) == list(range(len(words_of(" ".join(query)))))
    assert sorted([*(pair.place for pair in found.pairs), *found.name_left]) == list(
        range(len(words_of(" ".join(name))))
    )
    assert all(one.start < other.start for one, other in pairwise(found.pairs))
    assert all(0 < pair.evidence <= 1 for pair in found.pairs)


@given(names)
def test_a_name_laid_beside_itself_leaves_nothing(name: list[str]) -> None:
    found = laid(" ".join(name), " ".join(name))
    assert found.query_left == found.name_left == []


@given(names, names)
def test_as_many_words_agree_both_ways(query: list[str], name: list[str]) -> None:
    there, back = laid(" ".join(query), " ".join(name)), laid(" ".join(name), " ".join(query))
    assert [pair.evidence for pair in there.pairs].count(1.0) == [pair.evidence for pair in back.pairs].count(1.0)
