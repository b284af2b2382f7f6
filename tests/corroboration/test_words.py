"""Phrases as comparable words."""

import pytest

from entrepot.corroboration.naming import is_one_name
from entrepot.corroboration.words import content_words, country_in, is_empty_phrase, proper_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("air-defense systems", "air defence"),
        ("goods subject to sanctions", "sanctioned goods"),
        ("strategic cooperation agreement", "partnership treaty"),
        ("documents of cooperation", "cooperation documents"),
        ("Iranian military supplies", "military supplies"),
    ],
)
def test_spelling_order_and_empty_words_make_no_difference(one: str, other: str) -> None:
    assert content_words(one) == content_words(other)


def test_words_that_say_nothing_are_known_for_that() -> None:
    assert is_empty_phrase("the goods") and is_empty_phrase("such equipment") and is_empty_phrase("16.2 million")
    assert not is_empty_phrase("farm machinery")


def test_names_in_a_phrase_are_those_of_no_country() -> None:
    assert proper_words("Shahed-136 drones from Iran") == {"shahed", "136"}
    assert country_in("Ukrainian special forces") == "UA"
    assert country_in("Russian and Iranian firms") == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Altyn Kerege Trade LLC", "Altyn Kerege", True),
        ("A. Torubek", "Azamat Torubek", True),
        ("Vourliotou", "Eleni Vourliotou", True),
        ("PORT OLYA-3", "PORT OLYA 4", False),
        ("Olya", "PORT OLYA-3", False),
        ("Corvane Shipping", "Belmar Shipping", False),
        ("Shipping", "Corvane Shipping", False),
        ("B. Torubek", "Azamat Torubek", False),
    ],
)
def test_a_shorter_form_is_one_name_with_the_full_one(one: str, other: str, same: bool) -> None:
    assert is_one_name(one, other) is same
    assert is_one_name(other, one) is same
