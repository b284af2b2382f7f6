"""Which sentences are worth a parse."""

import pytest

from entrepot.claims.frames import PATTERNS
from entrepot.claims.triggers import COMMON, choose_sentences, inflect, may_carry_claim

DULL = "The weather in the hills was mild."


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran sold drones to Chad.",
        "The firm re-exported lathes.",
        "Sanctions were imposed.",
        "They smuggled it over the hills.",
        "Evasion is rife.",
        "The tanker sank.",
        "Talks took place on the yacht.",
        "He was arrested at dawn.",
    ],
)
def test_a_telling_word_makes_a_sentence_worth_a_parse(sentence: str) -> None:
    assert may_carry_claim(sentence)


@pytest.mark.parametrize("sentence", [DULL, "She has two sons.", "He is tall.", "They went home.", "", "…", "12 34"])
def test_common_words_alone_do_not(sentence: str) -> None:
    assert not may_carry_claim(sentence)


@pytest.mark.parametrize("sentence", ["They have drones.", "The country keeps its bearings there.", "It is a hub."])
def test_a_common_word_beside_a_subject_of_the_field_does(sentence: str) -> None:
    assert may_carry_claim(sentence)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("supply", ["supplies", "supplied", "supplying"]),
        ("ship", ["ships", "shipped", "shipping"]),
        ("seize", ["seizes", "seized", "seizing"]),
        ("sell", ["sold", "selling"]),
        ("sink", ["sank", "sunk"]),
        ("fly", ["flies", "flew", "flown"]),
    ],
)
def test_every_form_of_a_word_is_looked_up(lemma: str, forms: list[str]) -> None:
    assert set(forms) <= set(inflect(lemma))


def test_no_word_of_the_tables_is_forgotten() -> None:
    lemmas = {lemma.partition("_")[0] for pattern in PATTERNS for lemma in pattern.lemmas} - COMMON
    assert [lemma for lemma in sorted(lemmas) if not may_carry_claim(lemma)] == []


def test_a_sentence_that_points_back_brings_the_two_before_it() -> None:
    texts = [DULL, "Morvale is in Riga.", "Its yard is old.", "The company sold drones to Chad."]
    assert choose_sentences(texts) == frozenset(texts[1:])


def test_a_sentence_that_points_nowhere_comes_alone() -> None:
    texts = ["Morvale is in Riga.", "Iran sold drones to Chad."]
    assert choose_sentences(texts) == frozenset(texts[1:])


def test_a_dull_sentence_that_points_back_brings_nothing() -> None:
    assert choose_sentences(["Morvale is in Riga.", "It is raining there."]) == frozenset()


def test_no_sentences_give_none() -> None:
    assert choose_sentences([]) == frozenset()


@pytest.mark.parametrize(
    "sentence",
    ["Sorn denies owning it.", "Morvale in turn paid Halden $900,000.", "Iran is looking for spindles from Japan."],
)
def test_dealings_in_common_words_are_worth_a_parse(sentence: str) -> None:
    assert may_carry_claim(sentence)
