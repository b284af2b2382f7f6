"""A spelling has one key however it is computed, and spellings one slip apart have one in common."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.screening.keys import KeyIndex, all_shortened_keys, key_of, keys_of, shortened_keys
from tests.screening.engine_samples import plain_words, slips

KINDS = "fdsaxkgnbe"
LENGTH = 24
LAST_KEY = 2**64 - 1

kinds = st.sampled_from(KINDS)
ascii_text = st.text(st.characters(max_codepoint=127), max_size=LENGTH)
long_text = st.text(st.characters(max_codepoint=127), min_size=LENGTH, max_size=2 * LENGTH)
few_keys = st.sampled_from([0, 1, 2, 3, 2**63, LAST_KEY])
left_keys = st.lists(st.lists(st.tuples(few_keys, st.integers(0, 5)), max_size=6), max_size=4)


def index_of(parts: Sequence[Sequence[tuple[int, int]]]) -> KeyIndex:
    """An index of keys and the numbers of those that left them."""
    return KeyIndex(
        [
            (np.array([key for key, _ in part], dtype=np.uint64), np.array([one for _, one in part], dtype=np.int64))
            for part in parts
        ]
    )


def owners_of(index: KeyIndex, keys: Sequence[int]) -> list[int]:
    """The words that left one of the keys, each once, in order."""
    askers = np.zeros(len(keys), dtype=np.int64)
    return sorted(set(index.find_owners(np.array(keys, dtype=np.uint64), askers)[1].tolist()))


@given(kinds, st.lists(ascii_text, min_size=1, max_size=6))
def test_a_text_has_the_same_key_alone_and_among_many(kind: str, texts: list[str]) -> None:
    assert keys_of(kind, texts).tolist() == [key_of(kind, text) for text in texts]


@given(kinds, st.lists(ascii_text | long_text, min_size=1, max_size=6))
def test_a_text_has_the_same_shortened_keys_alone_and_among_many(kind: str, texts: list[str]) -> None:
    keys, owners = all_shortened_keys(kind, texts)
    for place, text in enumerate(texts):
        assert sorted(keys[owners == place].tolist()) == sorted(shortened_keys(kind, text))


@given(kinds, ascii_text)
def test_shortened_keys_are_those_of_the_text_whole_and_with_each_letter_left_out(kind: str, text: str) -> None:
    shorter = [text, *(text[:cut] + text[cut + 1 :] for cut in range(len(text)))]
    assert list(shortened_keys(kind, text)) == [key_of(kind, one) for one in shorter]


@given(kinds, long_text)
def test_letters_beyond_the_twenty_fourth_do_not_count(kind: str, text: str) -> None:
    assert key_of(kind, text) == key_of(kind, text[:LENGTH])
    assert keys_of(kind, [text]).tolist() == [key_of(kind, text)]
    assert list(shortened_keys(kind, text)) == list(shortened_keys(kind, text[:LENGTH]))


@given(kinds, slips())
def test_two_words_one_slip_apart_share_a_shortened_key(kind: str, pair: tuple[str, str]) -> None:
    word, slipped = pair
    assert set(shortened_keys(kind, word)) & set(shortened_keys(kind, slipped))


@given(kinds, plain_words, plain_words)
def test_different_words_have_different_keys(kind: str, one: str, other: str) -> None:
    assert (key_of(kind, one) == key_of(kind, other)) == (one == other)


@given(ascii_text)
def test_a_text_has_another_key_in_every_name_space(text: str) -> None:
    assert len({key_of(kind, text) for kind in KINDS}) == len(KINDS)


@given(kinds, ascii_text)
def test_a_key_fits_into_sixty_four_bits(kind: str, text: str) -> None:
    assert all(0 <= key <= LAST_KEY for key in shortened_keys(kind, text))


@given(left_keys, st.lists(few_keys, max_size=6))
def test_each_owner_of_the_keys_is_found_once_and_nobody_else(
    parts: list[list[tuple[int, int]]], asked: list[int]
) -> None:
    expected = sorted({owner for part in parts for key, owner in part if key in asked})
    assert owners_of(index_of(parts), asked) == expected


@given(st.lists(plain_words, min_size=1, max_size=8, unique=True), st.data())
def test_a_word_is_found_by_its_slips(words: list[str], data: st.DataObject) -> None:
    index = KeyIndex([all_shortened_keys("d", words)])
    word, slipped = data.draw(slips(st.sampled_from(words)))
    assert words.index(word) in owners_of(index, list(shortened_keys("d", slipped)))


@pytest.mark.parametrize("key", [0, 1, LAST_KEY])
def test_an_unknown_key_has_no_owner(key: int) -> None:
    assert owners_of(index_of([]), [key]) == []
    assert owners_of(index_of([[(7, 1)]]), [key]) == []
    assert owners_of(index_of([[(7, 1)]]), []) == []
