"""Words as keys."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from entrepot.reference.tokens import fold_joint, fold_word, split_keys, split_words


def test_diacritics_do_not_count() -> None:
    assert [fold_word(word) for word in ("Türkiye", "Łódź", "Erdoğan", "&")] == ["Turkiye", "Lodz", "Erdogan", "and"]


def test_hyphen_apostrophe_and_a_hard_wrap_join_words_loosely() -> None:
    assert [fold_joint(between) for between in ("-", "’", "\n", " \n ", "\u2011")] == [" "] * 5


def test_a_new_paragraph_or_other_punctuation_ends_a_name() -> None:
    assert [fold_joint(between) for between in ("\n\n", ": ", " – ", "; ")] == ["|"] * 4


def test_points_belong_to_abbreviations() -> None:
    assert split_keys("U.S.") == ("U", ".S")
    assert split_keys("St. Petersburg") == ("St", ". Petersburg")
    assert split_keys("Kim Jong Un") == split_keys("Kim Jong-Un") == ("Kim", " Jong", " Un")


def test_a_form_with_brackets_cannot_be_looked_up() -> None:
    assert split_keys("Cocos (Keeling) Islands") is None
    assert split_keys("") is None


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    words = split_words(text)
    assert all(fold_word(text[word.start : word.end]) == word.text for word in words)
    assert all(left.end <= right.start for left, right in pairwise(words))
    assert all(text[left.end : right.start] == right.raw_joint for left, right in pairwise(words))
