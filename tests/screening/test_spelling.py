"""Spellings of one word fall together on the keys of `spelling`, and those of different words stay apart."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.screening.scripts import read_arabic, read_hangul
from entrepot.screening.spelling import (
    arabic_skeletons,
    fold,
    korean_key,
    semitic_skeleton,
    semitic_skeletons,
    skeleton,
)


def latin_skeletons(word: str) -> set[str]:
    """The semitic skeletons of a word in Latin letters."""
    return semitic_skeletons(word, fold(word))


ascii_words = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789"), min_size=1, max_size=14)
latin_words = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=14)
syllables = st.tuples(st.sampled_from("bdfklmnr"), st.sampled_from("aou"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("khaled", "haled"), ("ghazi", "gazi"), ("mahmoud", "mahmud"), ("mohammed", "mohamed"), ("yuri", "iuri"),
        ("dmitriy", "dmitry"), ("sergey", "sergei"), ("alexander", "aleksander"), ("wladimir", "vladimir"),
        ("qasim", "kasim"), ("abdullah", "abdulla"), ("yousuf", "yusuf"), ("philip", "filip"), ("chavez", "tchavez"),
        ("shukri", "schukri"), ("hassan", "hasan"), ("fateema", "fatima"), ("kowalski", "kovalski"),
    ],
)  # fmt: skip
def test_two_romanisations_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("ivan", "iran"), ("kim", "kam"), ("hasan", "hasin"), ("omar", "amir")])
def test_different_words_of_like_letters_keep_different_folds(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(ascii_words)
def test_no_word_folds_to_nothing(word: str) -> None:
    assert fold(word)
    assert skeleton(fold(word))


@given(st.text(st.sampled_from("0123456789"), min_size=1, max_size=12))
def test_digits_are_left_untouched(digits: str) -> None:
    assert fold(digits) == digits
    assert digits in skeleton(fold(digits))


@given(latin_words, st.integers(0, 13), st.sampled_from("bflmnrv"))
def test_a_doubled_consonant_folds_as_a_single_one(word: str, place: int, letter: str) -> None:
    once = word[:place] + letter + word[place:]
    twice = word[:place] + letter + letter + word[place:]
    assert fold(once) == fold(twice)


@given(st.lists(syllables, min_size=1, max_size=5), st.data())
def test_inner_vowels_do_not_matter_to_the_skeleton(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    vowels = data.draw(st.lists(st.sampled_from("aou"), min_size=len(pairs), max_size=len(pairs)))
    word = "".join(consonant + vowel for consonant, vowel in pairs)
    other = "".join(consonant + vowel for (consonant, _), vowel in zip(pairs, vowels, strict=True))
    assert skeleton(fold(word)) == skeleton(fold(other))


@given(latin_words)
def test_a_vowel_at_the_start_is_kept_in_the_skeleton(word: str) -> None:
    folded = fold(word)
    assert skeleton(folded).startswith("'") == (folded[0] in "aeiou")


@given(latin_words)
def test_a_semitic_skeleton_of_a_semitic_skeleton_is_the_same(word: str) -> None:
    bones = semitic_skeleton(fold(word))
    assert semitic_skeleton(bones) == bones
    assert not set(bones) & set("aeiouwy")


@given(latin_words)
def test_the_usual_semitic_skeleton_is_among_those_of_a_word(word: str) -> None:
    assert semitic_skeleton(fold(word)) in latin_skeletons(word)


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("muhammad", "محمد"), ("mohamed", "محمد"), ("fathi", "فتحی"), ("fathi", "فتحي"), ("reza", "رضا"),
        ("rida", "رضا"), ("shah", "شاه"),
        ("husayn", "حسین"), ("hossein", "حسين"), ("khalid", "خالد"), ("qasim", "قاسم"), ("ghasem", "قاسم"),
        ("yusuf", "یوسف"), ("abdullah", "عبدالله"), ("fatimeh", "فاطمه"), ("uthman", "عثمان"), ("osman", "عثمان"),
        ("ishaq", "اسحاق"), ("taha", "طه"), ("nasrallah", "نصرالله"), ("mahdi", "مهدی"), ("zulfiqar", "ذوالفقار"),
        ("gholam", "غلام"), ("pahlavi", "پهلوی"), ("chamran", "چمران"),
    ],
)  # fmt: skip
def test_a_name_in_latin_letters_meets_the_same_name_in_arabic_script(latin: str, arabic: str) -> None:
    consonants, _ = read_arabic(arabic)
    assert latin_skeletons(latin) & arabic_skeletons(consonants)


@pytest.mark.parametrize(("latin", "arabic"), [("sepah", "سپه")])
def test_a_short_word_that_ends_in_h_meets_itself_in_arabic_script(latin: str, arabic: str) -> None:
    consonants, _ = read_arabic(arabic)
    assert latin_skeletons(latin) & arabic_skeletons(consonants)


@pytest.mark.parametrize(("latin", "arabic"), [("hasan", "محمد"), ("karim", "سلیم"), ("reza", "علی")])
def test_different_names_do_not_meet_across_scripts(latin: str, arabic: str) -> None:
    consonants, _ = read_arabic(arabic)
    assert not latin_skeletons(latin) & arabic_skeletons(consonants)


@pytest.mark.parametrize(
    ("syllable", "spellings"),
    [
        ("정", ["jong", "jung", "jeong", "chong", "chung"]), ("김", ["kim", "gim"]), ("성", ["song", "sung", "seong"]),
        ("영", ["yong", "young", "yeong", "yung"]), ("철", ["chol", "chul", "cheol", "jol"]), ("은", ["un", "eun"]),
        ("현", ["hyon", "hyun", "hyeon"]), ("명", ["myong", "myung", "myeong"]), ("배", ["bae", "pae"]),
        ("남", ["nam"]), ("선", ["son", "sun", "seon"]), ("경", ["kyong", "kyung", "gyeong"]),
    ],
)  # fmt: skip
def test_romanisations_of_a_korean_syllable_have_one_key(syllable: str, spellings: list[str]) -> None:
    (read,) = read_hangul(syllable)
    assert {korean_key(one) for one in spellings} == {korean_key(read)}


def test_korean_syllables_that_sound_unlike_have_different_keys() -> None:
    keys = [korean_key(one) for one in ("kim", "nam", "ri", "pak", "song", "jong", "myong", "hyok")]
    assert all(one != other for one, other in combinations(keys, 2))


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=2, max_size=10))
def test_a_word_with_a_vowel_and_a_consonant_has_a_korean_key(word: str) -> None:
    if set(word) & set("aeiou"):
        assert korean_key(word)


@pytest.mark.parametrize(("one", "other"), [("b11", "b1"), ("no100", "no10"), ("22b", "2b")])
def test_doubled_digits_beside_letters_are_kept(one: str, other: str) -> None:
    assert fold(one) != fold(other)
