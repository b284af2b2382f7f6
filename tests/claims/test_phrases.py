"""Noun phrases: their extent, what is joined to them, the noun that names the thing."""

import pytest

from entrepot.claims.phrases import Token, conjuncts, content_head, core_tokens, prepositions
from tests.claims.reports import parse_one


def word(sentence: str, text: str) -> Token:
    return next(token for token in parse_one(sentence).doc if token.text == text)


@pytest.mark.parametrize(
    ("sentence", "head", "phrase"),
    [
        ("Iran sold the old radar stations.", "stations", "old radar stations"),
        ("Iran sold its radars.", "radars", "radars"),
        ("Iran sold forty radars.", "radars", "radars"),
        ("Iran sold Syria's radars.", "radars", "radars"),
        ("Iran sold dual-use goods.", "goods", "dual-use goods"),
        ("Iran sold these three spare parts.", "parts", "spare parts"),
    ],
)
def test_a_phrase_is_its_noun_with_adjectives_and_without_article_owner_and_number(
    sentence: str, head: str, phrase: str
) -> None:
    tokens = core_tokens(word(sentence, head))
    doc = tokens[0].doc
    assert doc[tokens[0].i : tokens[-1].i + 1].text == phrase


@pytest.mark.parametrize(
    ("phrase", "measure", "thing"),
    [
        ("a range of spare parts", "range", "parts"),
        ("40 containers of munitions", "containers", "munitions"),
        ("shipments of crude", "shipments", "crude"),
        ("thousands of shells", "thousands", "shells"),
        ("a lot of lathes", "lot", "lathes"),
        ("a captain of industry", "captain", "captain"),
    ],
)
def test_a_noun_of_measure_stands_for_what_is_measured(phrase: str, measure: str, thing: str) -> None:
    assert content_head(word(f"Iran sold {phrase}.", measure)).text == thing


def test_nouns_joined_by_commas_and_and_are_all_found_in_order() -> None:
    found = conjuncts(word("Iran sold drones, rifles and shells to Chad.", "drones"))
    assert [token.text for token in found] == ["drones", "rifles", "shells"]


def test_one_number_of_two_nouns_makes_them_one_filler() -> None:
    found = conjuncts(word("Canada listed 450 individuals and entities.", "individuals"))
    assert [token.text for token in found] == ["individuals"]


def test_every_noun_of_a_preposition_is_found_with_it() -> None:
    found = [(name, token.text) for name, token in prepositions(word("Iran sent it to Chad and Mali.", "sent"))]
    assert found == [("to", "Chad"), ("to", "Mali")]


def test_a_preposition_of_three_words_is_one() -> None:
    found = [(name, token.text) for name, token in prepositions(word("Lathes left by way of Georgia.", "left"))]
    assert found == [("via", "Georgia")]
