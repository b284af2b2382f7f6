"""Words are read by the script they are written in, whatever is put into them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.screening.scripts import (
    read_arabic,
    read_han,
    read_hangul,
    romanise,
    script_of,
    settle_lookalikes,
)

any_text = st.text(st.characters(exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("ivan", "latin"), ("müller", "latin"), ("ćosić", "latin"), ("2025", "latin"), ("", "latin"), ("😀", "latin"),
        ("иван", "cyrillic"), ("ґанок", "cyrillic"), ("ўладзімір", "cyrillic"), ("қазақ", "cyrillic"),
        ("γιώργος", "greek"), ("հայաստան", "armenian"), ("ישראל", "hebrew"), ("محمد", "arabic"), ("پژمان", "arabic"),
        ("ݐ", "arabic"), ("ࢠ", "arabic"), ("ﻣﺤﻤﺪ", "arabic"), ("ﭘ", "arabic"), ("नरेन्द्र", "devanagari"),
        ("საქართველო", "georgian"), ("김정은", "hangul"), ("ᄀ", "hangul"), ("ヴィクトル", "kana"),
        ("ひらがな", "kana"),
        ("金正恩", "han"), ("㐀", "han"), ("豈", "han"), ("𠀀", "han"), ("⼀", "han"),
    ],
)  # fmt: skip
def test_a_word_has_the_script_of_its_letters(word: str, script: str) -> None:
    assert script_of(word) == script


def test_signs_and_latin_letters_before_it_do_not_hide_a_script() -> None:
    assert script_of("1-й") == "cyrillic"
    assert script_of("«Завод") == "cyrillic"
    assert script_of("cocо") == "cyrillic", "the last letter is Cyrillic"


@pytest.mark.parametrize(
    ("mixed", "settled"),
    [
        ("ivаn", "ivan"), ("рutin", "putin"), ("sеrgеi", "sergei"), ("mоscоw", "moscow"),
        ("cергей", "сергей"), ("ивaн", "иван"), ("mосква", "москва"),
    ],
)  # fmt: skip
def test_a_look_alike_letter_is_taken_for_one_of_the_script_of_the_rest(mixed: str, settled: str) -> None:
    assert mixed != settled
    assert settle_lookalikes(mixed) == settled


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), max_size=20))
def test_a_word_of_latin_letters_alone_is_left_as_it_is(word: str) -> None:
    assert settle_lookalikes(word) == word


@given(st.text(st.characters(min_codepoint=0x430, max_codepoint=0x44F), max_size=20))
def test_a_word_of_cyrillic_letters_alone_is_left_as_it_is(word: str) -> None:
    assert settle_lookalikes(word) == word


@given(any_text)
def test_settling_look_alikes_changes_no_other_letter(word: str) -> None:
    settled = settle_lookalikes(word)
    assert len(settled) == len(word)
    assert settle_lookalikes(settled) == settled


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("김정은", ["gim", "jeong", "eun"]), ("한국", ["han", "guk"]), ("까", ["kka"]), ("의", ["ui"]), ("닭", ["dak"]),
        ("앙", ["ang"]), ("", []), ("abc", []), ("김 a 은", ["gim", "eun"]),
    ],
)  # fmt: skip
def test_hangul_is_read_syllable_by_syllable(word: str, syllables: list[str]) -> None:
    assert read_hangul(word) == syllables


def test_hangul_in_single_letters_is_read_as_its_syllables() -> None:
    assert read_hangul(unicodedata.normalize("NFD", "김정은")) == read_hangul("김정은")


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8))
def test_every_hangul_syllable_has_a_reading_in_latin_letters(word: str) -> None:
    syllables = read_hangul(word)
    assert len(syllables) == len(word)
    assert all(one.isascii() and one.isalpha() for one in syllables)


def test_arabic_presentation_forms_are_the_letters_that_they_show() -> None:
    assert read_arabic("ﻣﺤﻤﺪ") == read_arabic("محمد")
    assert read_arabic("ﷲ") == read_arabic("الله")


def test_vowel_marks_do_not_change_the_consonants() -> None:
    assert read_arabic("مُحَمَّد") == read_arabic("محمد")


def test_persian_and_arabic_forms_of_a_letter_are_one_letter() -> None:
    assert read_arabic("علی") == read_arabic("علي")
    assert read_arabic("کریم") == read_arabic("كريم")


def test_long_vowels_stand_in_the_second_reading_alone() -> None:
    consonants, spelt = read_arabic("قاسم")
    assert "a" not in consonants
    assert "a" in spelt


@given(any_text)
def test_arabic_is_read_into_ascii_letters_whatever_the_text(text: str) -> None:
    for reading in read_arabic(text):
        assert reading.isascii()
        assert not reading or reading.isalpha()


@pytest.mark.parametrize(("character", "reading"), [("金", "jin"), ("王", "wang"), ("中", "zhong"), ("国", "guo")])
def test_a_chinese_character_has_its_mandarin_reading_without_tone(character: str, reading: str) -> None:
    assert read_han(character) == reading


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Müller", "muller"),
        ("Łódź", "lodz"),
        ("Ивано́в", "ivanov"),
        ("Żółć", "zolc"),
        ("", ""),
        ("—", ""),
        ("A-1", "a1"),
    ],
)
def test_alphabets_are_romanised_to_letters_and_digits(word: str, latin: str) -> None:
    assert romanise(word) == latin


@given(st.text(max_size=40))
def test_romanising_gives_lower_case_letters_and_digits_or_nothing(text: str) -> None:
    latin = romanise(text)
    assert latin == "" or (latin.isascii() and latin.isalnum() and latin == latin.lower())


@pytest.mark.parametrize(
    "hostile",
    ["\u0301\u0302\u0303", "\u202eнитуп", "\u200f\u200e", "a" * 10_000, "金" * 2_000, "م" * 10_000, "\x00", "\ufffd"],
    ids=["marks", "reversed", "directions", "long", "long han", "long arabic", "nul", "replacement"],
)
def test_hostile_text_is_read_without_raising(hostile: str) -> None:
    assert script_of(hostile)
    assert len(settle_lookalikes(hostile)) == len(hostile)
    assert romanise(hostile).isascii()
    assert all(part.isascii() for part in read_arabic(hostile))
    assert isinstance(read_hangul(hostile), list)


def test_half_a_surrogate_pair_is_of_no_script() -> None:
    assert script_of("\ud800") == "latin"
    assert read_arabic("\udfff") == ("", "")
    assert read_hangul("\ud800") == []
