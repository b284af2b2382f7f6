"""A query is read in every way that a doubt allows: joined and split words, other scripts, slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.listing import PartyKind
from entrepot.screening.index import NameIndex
from entrepot.screening.readings import Reading
from tests.screening.engine_samples import LEXICON, MIXED_LIST, listed, readings_of, unhurried

INDEX = NameIndex(
    (*MIXED_LIST, listed("x", "Gaoke Tong Hung Heorhiy", "Sberbank Rossii LLC", "Kvartal Trading Limited Hamid Reza")),
    LEXICON,
)
any_text = st.text(st.characters(exclude_categories=()), max_size=60)


def read(name: str, index: NameIndex = INDEX, kind: PartyKind = "organisation") -> list[Reading]:
    return readings_of(name, index, kind)


def units_of(name: str) -> set[str]:
    return {unit.text for reading in read(name) for unit in reading.units}


def words_of(name: str, index: NameIndex = INDEX) -> list[list[str]]:
    return [[word.text for word in reading.words] for reading in read(name, index)]


def test_the_plain_reading_comes_first() -> None:
    assert words_of("Ivan Gromov")[0] == ["ivan", "gromov"]
    assert words_of("Ivan Gromov Limtied")[0] == ["ivan", "gromov", "limtied"]


def test_a_name_of_known_words_has_one_reading() -> None:
    assert len(read("Ivan Gromov")) == 1


@pytest.mark.parametrize("nothing", ["", "   ", "...", "😀", "\u200f", "—()"])
def test_what_holds_no_word_has_no_reading(nothing: str) -> None:
    assert read(nothing) == []


def test_neighbours_are_read_as_one_word_where_the_list_has_it() -> None:
    assert "gaoke" in units_of("gao ke")
    assert "gaogromov" not in units_of("gao gromov")


def test_a_joined_word_covers_the_places_of_its_parts() -> None:
    (joined,) = [unit for unit in read("gao ke")[0].units if unit.text == "gaoke"]
    assert (joined.start, joined.end) == (0, 2)


def test_words_written_together_are_read_apart_where_the_list_has_both() -> None:
    assert ["tong", "hung"] in words_of("Tonghung") or ["tonghung"] in words_of("Tonghung")
    assert ["kvartal", "trading"] in words_of("Kvartaltrading")


def test_slips_in_legal_forms_are_read_as_what_was_meant() -> None:
    index = NameIndex([listed("1", "Orlan Limited Liability Company", "Zarya")], LEXICON)
    assert ["zarya", "limitedliabilitycompany"] in words_of("Zarya Limtied Laibility Company", index)


def test_digits_in_a_word_may_be_letters() -> None:
    assert "gromov" in units_of("Gr0mov")
    assert "ships" in units_of("5hips")


def test_the_digit_one_may_be_an_l() -> None:
    assert "kvartal" in units_of("Kvarta1")


def test_a_number_is_never_read_as_letters() -> None:
    assert units_of("101") == {"101"}


def test_a_belarusian_or_ukrainian_h_is_a_russian_g() -> None:
    units = units_of("Георгий")
    assert any(unit.startswith("georg") for unit in units)
    assert any(unit.startswith("heorh") for unit in units)


def test_another_spelling_is_trusted_less_than_the_usual_one() -> None:
    trusts = {unit.text: unit.trust for unit in read("Громов")[0].units}
    assert trusts["gromov"] == 1 > trusts["hromov"] > 0


def test_chinese_characters_are_also_read_in_korean() -> None:
    plain, korean = read("金正恩", kind="person")
    assert [word.mode for word in plain.words] == ["han"] * 3
    assert [word.text for word in korean.words] == ["kim", "jong", "un"]
    assert {word.mode for word in korean.words} == {"korean"}


def test_characters_without_a_korean_reading_are_read_in_mandarin_alone() -> None:
    assert len(read("王丽华", kind="person")) == 1


def test_chinese_syllables_are_always_joined_too() -> None:
    assert "lihua" in units_of("王丽华")


def test_two_arabic_names_written_together_are_read_apart() -> None:
    apart = read("محمدعلی", kind="person")[-1]
    assert [word.names for word in apart.words] == [("muhammad",), ("ali",)]


def test_a_known_arabic_name_is_not_taken_apart() -> None:
    assert all(len(reading.words) == 1 for reading in read("عبدالله", kind="person"))


def test_a_translated_word_may_still_be_a_name() -> None:
    modes = {unit.mode: unit for unit in read("ماه")[0].units}
    assert modes["concept"].text == "moon"
    assert modes["unvowelled"].trust < modes["concept"].trust
    cyrillic = {unit.text for unit in read("банк")[0].units}
    assert {"bank"} <= cyrillic


def test_legal_forms_and_initials_are_not_looked_up_by_spelling() -> None:
    assert units_of("Gromov LLC") == {"gromov"}
    assert units_of("I. Gromov") <= {"gromov", "igromov"}


def test_the_name_of_a_person_is_not_translated() -> None:
    (person,) = read("Luna Trading", kind="person")
    assert [word.text for word in person.words] == ["luna", "trading"]
    (firm,) = read("Luna Trading", kind="organisation")
    assert [word.text for word in firm.words] == ["moon", "trading"]


def test_a_name_of_nobody_knows_what_is_read_both_ways() -> None:
    readings = [[word.text for word in reading.words] for reading in read("Luna Trading", kind="unknown")]
    assert readings == [["moon", "trading"], ["luna", "trading"]]


@unhurried
@given(any_text, st.sampled_from(["person", "organisation", "vessel", "unknown"]))
def test_any_text_has_readings_whose_units_lie_within_their_words(text: str, kind: PartyKind) -> None:
    for reading in read(text, kind=kind):
        assert reading.words
        for unit in reading.units:
            assert 0 <= unit.start < unit.end <= len(reading.words)
            assert unit.text
            assert unit.text.isascii()
            assert 0 < unit.trust <= 1


@unhurried
@given(st.permutations(["Ivan Gromov", "金正恩", "محمدعلی", "gao ke", "Gr0mov"]))
def test_a_query_reads_the_same_whatever_was_read_before(names: list[str]) -> None:
    assert {name: words_of(name) for name in names} == {name: words_of(name) for name in sorted(names)}


def test_an_arabic_name_reads_alike_written_in_one_word_or_in_two() -> None:
    index = NameIndex([listed("1", "Hizballah"), listed("2", "Obaidullah")], LEXICON)
    found = {
        name: {
            index.vocabulary.words[number]
            for reading in read(name, index)
            for unit in reading.units
            for number in index.vocabulary.find_alike(unit.text, unit.mode, unit.written, unit.names).ids
        }
        for name in ("حزب الله", "حزبالله")
    }
    assert "hizballah" in found["حزبالله"]
    assert "hizballah" in found["حزب الله"]
