"""Words that nobody knows are read as what was probably meant, and known words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.screening.index import NameIndex
from entrepot.screening.repairs import Repairer
from entrepot.screening.words import settle
from tests.screening.engine_samples import LEXICON, listed, slips, unhurried

INDEX = NameIndex(
    [
        listed("1", "Zarya Limited Liability Company"),
        listed("2", "Tong Hung Shipbuilding Joint Stock Company"),
        listed("3", "Neva Trading Ltd"),
        listed("4", "Gromov Trading"),
        listed("5", "Hung Long"),
        listed("6", "Tong Min"),
    ],
    LEXICON,
)


def repaired(name: str, repairer: Repairer = INDEX.repairer) -> list[str]:
    return repairer.repair(settle(name))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("zarya limtied laibility compny", "zarya limited liability company"),
        ("zarya limited liabilty company", "zarya limited liability company"),
        ("neva tradng", "neva trading"),
        ("neva traiding", "neva trading"),
        ("neva trad1ng", "neva trading"),
        ("neva ship building", "neva ship building"),
        ("neva tra ding", "neva trading"),
    ],
)
def test_a_slip_in_a_known_word_is_put_right(name: str, meant: str) -> None:
    assert repaired(name) == meant.split()


def test_two_words_written_together_are_taken_apart() -> None:
    assert repaired("tonghung") == ["tong", "hung"]
    assert repaired("nevatrading") == ["neva", "trading"]


def test_a_word_is_taken_apart_only_into_words_of_the_list() -> None:
    assert repaired("zzzzhung") == ["zzzzhung"]
    assert repaired("tongzzzz") == ["tongzzzz"]


@pytest.mark.parametrize(
    "name", ["gromov", "gromov trading", "grommov", "neva limited", "2025", "Громов", "محمد", "ab"]
)
def test_known_words_numbers_and_other_scripts_are_left_alone(name: str) -> None:
    assert repaired(name) == settle(name)


def test_short_unknown_words_are_left_alone() -> None:
    assert repaired("ldt") == ["ldt"]


def test_a_word_that_the_list_has_is_never_a_slip_of_another() -> None:
    index = NameIndex([listed("1", "Tradin"), listed("2", "Neva Trading")], LEXICON)
    assert repaired("tradin", index.repairer) == ["tradin"]


@unhurried
@given(slips(st.sampled_from(["limited", "liability", "company", "trading"])))
def test_one_slip_in_a_word_of_the_list_never_makes_another_word_of_it(pair: tuple[str, str]) -> None:
    word, slipped = pair
    (first, *rest) = repaired(slipped)
    assert (first, rest) in [(word, []), (slipped, [])] or first + "".join(rest) == slipped


@unhurried
@given(st.lists(st.text(st.sampled_from("abcdehimnotz0157"), min_size=1, max_size=10), max_size=5))
def test_repairs_put_in_words_of_the_list_alone(tokens: list[str]) -> None:
    known = {"zarya", "limited", "liability", "company", "tong", "hung", "shipbuilding", "joint", "stock", "neva",
             "trading", "ltd", "gromov", "long", "min"}  # fmt: skip
    for token in INDEX.repairer.repair(tokens):
        assert token in known or token in tokens


@unhurried
@given(st.lists(st.text(st.sampled_from("abcdehimnotz0157"), min_size=1, max_size=10), max_size=5))
def test_what_was_repaired_needs_no_further_repair(tokens: list[str]) -> None:
    once = INDEX.repairer.repair(tokens)
    assert "".join(once) == "".join(tokens) or INDEX.repairer.repair(once) == once


def test_a_list_without_names_repairs_nothing() -> None:
    assert repaired("limtied", NameIndex([], LEXICON).repairer) == ["limtied"]


def test_digits_among_letters_are_read_as_the_letters_that_they_look_like() -> None:
    assert repaired("zarya l1m1ted") == ["zarya", "limited"]
    assert repaired("zarya 1imited") == ["zarya", "limited"]
