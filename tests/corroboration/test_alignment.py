"""Passages that stand in two texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.corroboration.alignment import SharedPassage, find_shared_passages, read_words
from tests.corroboration.test_reuse import OTHER, WIRE

SENTENCES = st.lists(st.sampled_from(WIRE.split(". ") + OTHER.split(". ")), max_size=8).map(". ".join)
REFRAINS = st.lists(st.sampled_from("ab"), max_size=80).map(" ".join)


def shared(left: str, right: str, fewest: int = 12) -> list[str]:
    """The passages as they stand in the left text."""
    return [found.left.text for found in find_shared_passages(left, right, fewest)]


def test_a_passage_taken_over_whole_is_found_with_its_place() -> None:
    taken = WIRE[WIRE.index("The papers") : WIRE.index(" The firm, which")]
    (found,) = find_shared_passages(WIRE, f"{OTHER} {taken} {OTHER}")
    assert found.left.text == found.right.text == taken.rstrip(".")
    assert found.words == found.same_words == len(taken.split())


def test_quotation_marks_and_case_do_not_break_a_passage() -> None:
    assert shared(WIRE, WIRE.upper().replace(",", " —").replace("Poti", "“Poti”")) == [WIRE.rstrip(".")]


def test_small_edits_do_not_break_a_passage() -> None:
    edited = WIRE.replace("on Tuesday", "on 4 March").replace("lorry", "white lorry").replace("14 such", "such")
    (found,) = find_shared_passages(WIRE, edited)
    assert found.left.text == WIRE.rstrip(".")
    assert found.words == len(edited.split())
    assert found.same_words == len(WIRE.split()) - 2


def test_a_rewritten_clause_ends_a_passage() -> None:
    edited = WIRE.replace("named a firm in Bishkek as its buyer", "gave nobody at all for a consignee there")
    assert [text[-10:] for text in shared(WIRE, edited)] == ["The papers", "be reached"]


def test_fewer_words_than_asked_for_are_no_passage() -> None:
    assert shared("A container of bearings for Orsk left.", "He saw a container of bearings for Orsk burn.") == []
    assert shared("A container of bearings for Orsk left.", "He saw a container of bearings for Orsk burn.", 6) == [
        "A container of bearings for Orsk"
    ]


def test_sentences_taken_over_in_another_order_are_each_found() -> None:
    first, second = WIRE.split(". ")[1:3]
    assert shared(f"{first}. {OTHER} {second}.", f"{second}. {first}.") == [first, second]


def test_a_passage_that_stands_twice_is_paired_once() -> None:
    (found,) = find_shared_passages(WIRE, f"{WIRE} {OTHER} {WIRE}")
    assert found.left.text == WIRE.rstrip(".")


def check(left: str, right: str, found: tuple[SharedPassage, ...]) -> None:
    """Spans are exact, passages in order, and overlapping on neither side."""
    for one in found:
        assert left[one.left.start : one.left.end] == one.left.text
        assert right[one.right.start : one.right.end] == one.right.text
        assert one.words >= one.same_words
        assert one.words == max(len(read_words(one.left.text)), len(read_words(one.right.text)))
    assert [one.left.start for one in found] == sorted(one.left.start for one in found)
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            assert not one.left.overlaps(other.left)
            assert not one.right.overlaps(other.right)


@given(SENTENCES | REFRAINS, SENTENCES | REFRAINS, st.integers(1, 15))
def test_passages_are_exact_in_order_and_apart(left: str, right: str, fewest: int) -> None:
    check(left, right, find_shared_passages(left, right, fewest))


@given(SENTENCES | REFRAINS, SENTENCES | REFRAINS)
def test_what_two_texts_share_has_no_direction(left: str, right: str) -> None:
    there = {(found.left, found.right, found.words) for found in find_shared_passages(left, right)}
    back = {(found.right, found.left, found.words) for found in find_shared_passages(right, left)}
    assert there == back


@given(SENTENCES)
def test_a_text_shares_all_of_itself_with_itself(text: str) -> None:
    total = sum(found.same_words for found in find_shared_passages(text, text))
    assert total == (len(read_words(text)) if len(read_words(text)) >= 12 else 0)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("no " * 1_000_000, "no " * 999_999),
        (" ".join(f"w{n}" for n in range(100_000)), " ".join(f"w{n}" for n in range(100_000) if n % 9)),
        ("no no yes " * 100_000, "yes no " * 150_000),
        (" ".join("b" if n * n % 101 < 3 else "a" for n in range(100_000)), "a a a a b " * 20_000),
        (" ".join(f"w{n % 997}" for n in range(100_000)), " ".join(f"w{n % 991}" for n in range(100_000))),
    ],
)
def test_refrains_and_long_texts_end_quickly(left: str, right: str) -> None:
    began = time.perf_counter()
    check(left, right, find_shared_passages(left, right))
    assert time.perf_counter() - began < 30
