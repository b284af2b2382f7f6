"""The words of an index are found again by spelling: themselves first, slips of them too, strangers never."""

from collections.abc import Iterable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from entrepot.screening.lexicon import WordKind
from entrepot.screening.scripts import read_arabic
from entrepot.screening.vocabulary import Vocabulary
from tests.screening.engine_samples import LEXICON, plain_words, slips, unhurried

WORDS = (
    "muhammad", "mohammed", "karimi", "gromov", "gromova", "vladimir", "alexander", "sasha", "prigorodny", "kirill",
    "jong", "un", "kim", "abdullah", "ali", "reza", "fathi", "28", "29155", "b1", "b11", "shipyard", "ships", "bank",
)  # fmt: skip
ascii_words = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789"), min_size=1, max_size=12)


def vocabulary_of(words: Iterable[str], kinds: dict[str, WordKind] | None = None) -> Vocabulary:
    return Vocabulary(dict.fromkeys(words, 1), kinds or {}, LEXICON)


def alike(vocabulary: Vocabulary, word: str, mode: str = "plain") -> dict[str, float]:
    found = vocabulary.find_alike(word, mode)
    return {vocabulary.words[number]: float(grade) for number, grade in zip(found.ids, found.grades, strict=True)}


def alike_in_arabic(vocabulary: Vocabulary, written: str, names: tuple[str, ...] = ()) -> dict[str, float]:
    found = vocabulary.find_alike("~" + read_arabic(written)[0], "unvowelled", written, names)
    return {vocabulary.words[number]: float(grade) for number, grade in zip(found.ids, found.grades, strict=True)}


@pytest.mark.parametrize("word", WORDS)
def test_a_word_finds_itself_with_certainty(word: str) -> None:
    found = alike(vocabulary_of(WORDS), word)
    assert found[word] == 1
    assert max(found.values()) == 1


@unhurried
@given(st.lists(ascii_words, min_size=1, max_size=30, unique=True))
def test_every_word_finds_itself_whatever_the_words(words: list[str]) -> None:
    vocabulary = vocabulary_of(words)
    for word in words:
        assert alike(vocabulary, word)[word] == 1


@unhurried
@given(st.lists(ascii_words, min_size=1, max_size=30, unique=True), ascii_words)
def test_likeness_is_from_nothing_to_certain_and_the_least_alike_comes_first(words: list[str], asked: str) -> None:
    found = vocabulary_of(words).find_alike(asked, "plain")
    assert list(found.grades) == sorted(found.grades)
    assert all(0 < grade <= 1 for grade in found.grades)
    assert len(set(found.ids.tolist())) == len(found.ids)


@unhurried
@given(slips())
def test_a_word_with_one_slip_is_still_found(pair: tuple[str, str]) -> None:
    word, slipped = pair
    assert word in alike(vocabulary_of([*WORDS, word]), slipped)


@unhurried
@given(slips())
def test_a_word_with_one_slip_is_less_alike_than_the_word_itself(pair: tuple[str, str]) -> None:
    word, slipped = pair
    assume(word != slipped)
    found = alike(vocabulary_of([word, slipped]), slipped)
    assert found[word] < found[slipped]


def test_the_first_letter_may_be_the_one_that_is_wrong() -> None:
    assert "gromov" in alike(vocabulary_of(WORDS), "kromov")
    assert "gromov" in alike(vocabulary_of(WORDS), "romov")


def test_a_slip_of_more_letters_is_less_alike_than_one_of_fewer() -> None:
    vocabulary = vocabulary_of(["prigorodny"])
    one, two = alike(vocabulary, "prigorodni")["prigorodny"], alike(vocabulary, "pregorodmy").get("prigorodny", 0)
    assert 1 > one > two


def test_a_stranger_is_not_found() -> None:
    assert "gromov" not in alike(vocabulary_of(WORDS), "zhukauskas")
    assert alike(vocabulary_of(WORDS), "zzzzzz") == {}


@pytest.mark.parametrize(("digits", "found"), [("28", {"28": 1}), ("29155", {"29155": 1}), ("29156", {}), ("2", {})])
def test_digits_match_exactly_or_not_at_all(digits: str, found: dict[str, float]) -> None:
    assert alike(vocabulary_of(WORDS), digits) == found


@given(st.integers(0, 99_999), st.integers(0, 99_999))
def test_two_numbers_are_one_only_if_they_are_equal(one: int, other: int) -> None:
    assert (str(one) in alike(vocabulary_of([str(one)]), str(other))) == (one == other)


def test_numbers_beside_letters_tell_words_apart() -> None:
    found = alike(vocabulary_of(["b1", "b11"]), "b11")
    assert found.get("b1", 0) < 0.9


def test_two_spellings_of_one_romanisation_are_nearly_certain() -> None:
    vocabulary = vocabulary_of(["wladimir", "hasan"])
    assert alike(vocabulary, "vladimir")["wladimir"] > 0.9
    assert alike(vocabulary, "hassan")["hasan"] > 0.9


def test_known_spellings_of_a_name_are_more_alike_than_their_letters() -> None:
    known, unknown = alike(vocabulary_of(["oleksandr"]), "alexander"), alike(vocabulary_of(["oleksandp"]), "alexander")
    assert known["oleksandr"] > unknown.get("oleksandp", 0)


def test_a_pet_name_finds_the_full_name_and_the_other_way_round() -> None:
    assert 0 < alike(vocabulary_of(["alexander"]), "sasha")["alexander"] < 1
    assert 0 < alike(vocabulary_of(["sasha"]), "alexander")["sasha"] < 1
    assert 0 < alike(vocabulary_of(["sasha"]), "aleksandr")["sasha"] < 1


def test_two_pet_names_of_one_name_are_not_the_same() -> None:
    assert alike(vocabulary_of(["sasha", "shura"]), "sasha").get("shura", 0) < 1


def test_a_word_cut_short_is_found_by_its_beginning() -> None:
    vocabulary = vocabulary_of(["alexandria", "konstantinopolis"])
    assert "alexandria" in alike(vocabulary, "alex")
    assert "konstantinopolis" in alike(vocabulary, "konstant")


def test_a_longer_word_finds_the_beginning_of_it() -> None:
    assert "konstant" in alike(vocabulary_of(["konstant"]), "konstantinopolis")


def test_more_of_the_beginning_is_more_alike() -> None:
    vocabulary = vocabulary_of(["konstantinopolis"])
    grades = [alike(vocabulary, "konstantinopolis"[:length])["konstantinopolis"] for length in (6, 9, 12, 16)]
    assert grades == sorted(grades)
    assert grades[-1] == 1 > grades[-2]


def test_a_beginning_that_hundreds_share_says_nothing() -> None:
    crowd = [f"konst{first}{second}{third}" for first in "abcdefgh" for second in "abcdefgh" for third in "klmnopqr"]
    assert alike(vocabulary_of(crowd), "kons") == {}


def test_korean_spellings_of_one_syllable_are_alike() -> None:
    vocabulary = vocabulary_of(["jong"])
    for spelling in ("jung", "jeong", "chong"):
        assert alike(vocabulary, spelling, "korean")["jong"] >= alike(vocabulary, spelling)["jong"] > 0.6


@pytest.mark.parametrize(
    ("written", "latin", "stranger"),
    [
        ("فتحي", "fathi", "gromov"),
        ("رضا", "reza", "ali"),
        ("كريمي", "karimi", "muhammad"),
        ("قاسم", "ghasem", "karimi"),
    ],
)
def test_a_word_without_vowels_finds_its_latin_spelling(written: str, latin: str, stranger: str) -> None:
    found = alike_in_arabic(vocabulary_of([latin, stranger]), written)
    assert latin in found
    assert stranger not in found


def test_a_known_name_in_arabic_script_finds_all_its_spellings() -> None:
    found = alike_in_arabic(vocabulary_of(["muhammad", "mohammed", "hamid"]), "محمد", ("muhammad",))
    assert found["muhammad"] == found["mohammed"] > found.get("hamid", 0)


def test_an_unknown_name_without_vowels_is_never_certain() -> None:
    assert max(alike_in_arabic(vocabulary_of(["karimi", "kermi"]), "كريمي").values()) < 1


def test_a_listed_name_in_arabic_script_is_found_by_itself() -> None:
    consonants = "~" + read_arabic("كريمي")[0]
    vocabulary = vocabulary_of([consonants, "zhukauskas"])
    assert alike_in_arabic(vocabulary, "كريمي") == {consonants: 1}


@unhurried
@given(st.lists(ascii_words, min_size=2, max_size=12, unique=True), st.data())
def test_a_look_up_does_not_depend_on_what_was_asked_before(words: list[str], data: st.DataObject) -> None:
    asked = data.draw(st.lists(st.sampled_from(words), max_size=6))
    fresh, used = vocabulary_of(words), vocabulary_of(words)
    for word in asked:
        used.find_alike(word, "plain")
        used.find_alike(word, "korean")
    assert alike(used, words[0]) == alike(fresh, words[0])
    assert alike(used, words[0], "korean") == alike(fresh, words[0], "korean")


@unhurried
@given(st.permutations(WORDS), st.sampled_from((*WORDS, "gromof", "aleksandr", "shipyad", "mohammad")))
def test_a_look_up_does_not_depend_on_the_order_of_the_words(words: list[str], asked: str) -> None:
    assert alike(vocabulary_of(words), asked) == alike(vocabulary_of(WORDS), asked)


@unhurried
@given(plain_words, plain_words)
def test_likeness_of_spelling_is_the_same_both_ways(one: str, other: str) -> None:
    assume(not one.startswith(other) and not other.startswith(one))
    there, back = alike(vocabulary_of([one]), other).get(one, 0), alike(vocabulary_of([other]), one).get(other, 0)
    assert there == pytest.approx(back, abs=1e-6)


def test_only_words_alike_enough_are_left_above_a_grade() -> None:
    vocabulary = vocabulary_of(WORDS)
    found = vocabulary.find_alike("gromov", "plain")
    assert set(found.above(0.99).ids.tolist()) == {vocabulary.numbers["gromov"]}
    assert len(found.above(0).ids) == len(found.ids)
    assert len(found.above(1.1).ids) == 0


def test_particles_and_legal_forms_are_not_found_by_spelling() -> None:
    vocabulary = vocabulary_of(["bin", "=limited", "gromov"], {"bin": WordKind.PARTICLE, "=limited": WordKind.LEGAL})
    assert alike(vocabulary, "limited") == {}


def test_the_parties_of_a_word_are_counted() -> None:
    vocabulary = Vocabulary({"gromov": 3}, {}, LEXICON)
    assert vocabulary.count("gromov") == 3
    assert vocabulary.count("nobody") == 0


def test_a_spelling_is_known_if_some_word_folds_like_it() -> None:
    vocabulary = vocabulary_of(["hasan"])
    assert vocabulary.has_spelling("hasan")
    assert vocabulary.has_spelling("hassan")
    assert not vocabulary.has_spelling("hanas")


def test_a_vocabulary_without_words_finds_nothing() -> None:
    vocabulary = vocabulary_of([])
    assert alike(vocabulary, "gromov") == {}
    assert alike(vocabulary, "28") == {}
    assert alike(vocabulary, "김", "korean") == {}
    assert alike_in_arabic(vocabulary, "محمد", ("muhammad",)) == {}


@pytest.mark.parametrize("words", [["bean", "bin"], ["bin", "bean"]])
def test_a_name_spelt_like_a_listed_particle_raises_no_other_word(words: list[str]) -> None:
    found = alike(vocabulary_of(words, {"bin": WordKind.PARTICLE}), "bin")
    assert found.get("bean", 0) < 1


def test_a_look_up_in_arabic_script_does_not_depend_on_what_was_asked_before() -> None:
    words = ["abdullah", "obaidullah"]
    used = vocabulary_of(words)
    alike_in_arabic(used, "عبدالله")
    known = alike_in_arabic(vocabulary_of(words), "عبدالله", ("abdullah",))
    assert alike_in_arabic(used, "عبدالله", ("abdullah",)) == known
