"""Quotation marks paired, a paragraph at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.claims.quote_marks import find_quoted_regions


def quoted(text: str) -> list[str]:
    """The outermost quotations that are speech."""
    found = find_quoted_regions(text, 0, len(text))
    return [text[item.start : item.end] for item in found if item.level == 1 and not item.scare]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "The crates left on Monday." Then she left.', ['"The crates left on Monday."']),
        ("“We don’t know that yet,” he said.", ["“We don’t know that yet,”"]),
        ("«Мы ничего не знаем об этом», said the mayor.", ["«Мы ничего не знаем об этом»"]),
        ("„Wir liefern seit Mai nichts mehr“, sagte er.", ["„Wir liefern seit Mai nichts mehr“"]),
        ("»Wir liefern seit Mai nichts mehr«, sagte er.", ["»Wir liefern seit Mai nichts mehr«"]),
        ("''Nobody counted the lorries,'' she said.", ["''Nobody counted the lorries,''"]),
        ("“Nobody counted the lorries,“ she said.", ["“Nobody counted the lorries,“"]),
    ],
)
def test_every_house_style_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The harbour's crane and the captains' logs were seized.",
        'It stands 6\' 2" tall and 5" wide.',
        "In the ’90s they sold rock ’n’ roll records.",
    ],
)
def test_apostrophes_feet_and_clipped_words_open_no_quotation(text: str) -> None:
    assert find_quoted_regions(text, 0, len(text)) == ()


def test_a_quotation_inside_a_quotation_stands_on_the_second_level() -> None:
    text = "“He told me ‘never ask where it goes’ and hung up,” the driver said."
    levels = {text[item.start : item.end]: item.level for item in find_quoted_regions(text, 0, len(text))}
    assert levels["‘never ask where it goes’"] == 2
    assert min(levels.values()) == 1


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    text = "He spoke of ‘the carriers’ old habit of silence’ at length."
    assert quoted(text) == ["‘the carriers’ old habit of silence’"]


def test_one_to_three_words_in_the_writers_own_sentence_are_no_speech() -> None:
    text = 'The "humanitarian" cargo went through a so-called "grey corridor" to Omsk.'
    assert [item.scare for item in find_quoted_regions(text, 0, len(text))] == [True, True]


def test_a_short_answer_is_speech() -> None:
    assert quoted('Asked about it, he said: "Never."') == ['"Never."']


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    text = "“The ship was ours.\n“We sold it,” he said."
    first, second = find_quoted_regions(text, 0, 19), find_quoted_regions(text, 20, len(text))
    assert (first[0].closed, first[0].end) == (False, 19)
    assert (second[0].closed, text[second[0].start : second[0].end]) == (True, "“We sold it,”")


@given(st.text(alphabet="ab ’'\"“”„«»‘‚\n.,", max_size=60))
def test_regions_lie_inside_the_paragraph_whatever_the_marks(text: str) -> None:
    for item in find_quoted_regions(text, 0, len(text)):
        assert 0 <= item.start < item.end <= len(text)
        assert item.level >= 1
