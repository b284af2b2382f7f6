"""Figures in sentences, and which of them disagree."""

import pytest

from entrepot.corroboration.quantities import disagree, read_quantities
from entrepot.corroboration.words import stem_word


def read(sentence: str, counted: str = "") -> dict[str, tuple[float, float]]:
    stems = frozenset(stem_word(word) for word in counted.split())
    return {one.unit: (round(one.low, 3), round(one.high, 3)) for one in read_quantities(sentence, stems)}


def test_money_weights_and_counts_of_what_the_claim_names_are_read() -> None:
    assert read("They signed 13 cooperation documents covering industry", "documents") == {"document": (13, 13)}
    assert read("six CNC machine tools and 1,500 tonnes of ore", "machine tools")["tool"] == (6, 6)
    assert "tonnes" in read("about 1,500 tonnes of ore")
    assert read("a fee of 90 dollars") == {"USD": (90, 90)}
    assert read("118 consignments of chips") == {"consignments": (117.5, 118.5)} or read("118 consignments") != {}


@pytest.mark.parametrize(
    "sentence",
    [
        "on 14 August 2024",
        "a 20-year treaty",
        "15 per cent of the goods",
        "30% of goods",
        "Resolution 2231",
        "at 14:30",
    ],
)
def test_dates_ages_and_shares_are_no_quantities(sentence: str) -> None:
    assert read(sentence, "goods treaty resolution") == {}


def test_hedges_leave_room() -> None:
    assert read("more than 20 vessels", "ships")["ship"] == (20, float("inf"))
    assert read("up to 20 vessels", "ships")["ship"] == (0, 20)
    assert read("about 120 trucks")["lorries"] == (108, 132)
    assert read("between 12 and 15 tankers", "ships")["ship"] == (12, 15)


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("$158 million", "$185 million", True),
        ("$158 million", "$160 million", False),
        ("$61 million", "$6.6 million", True),
        ("46.8 million US dollars", "$47 million", False),
        ("12 drones", "13 drones", True),
        ("a dozen drones", "12 drones", False),
        ("about 120 drones", "118 drones", False),
        ("more than 100 drones", "180 drones", False),
        ("118 drones", "180 drones", True),
        ("118 drones", "$180", False),
    ],
)
def test_figures_disagree_only_where_both_cannot_be_right(one: str, other: str, conflict: bool) -> None:
    counted = frozenset({"drone"})
    assert (disagree(read_quantities(one, counted), read_quantities(other, counted)) is not None) is conflict


def test_a_figure_is_printed_up_to_what_it_counts() -> None:
    found = read_quantities("signed 13 cooperation documents covering industry", frozenset({"document"}))
    assert [one.text for one in found] == ["13 cooperation documents"]


def test_handed_over_is_no_hedge() -> None:
    assert read("The ship handed over 730,000 barrels.")["barrels"] == (725000, 735000)
    assert read("more than 700,000 barrels")["barrels"] == (700000, float("inf"))


def test_what_is_weighed_is_rounded_and_what_is_counted_is_not() -> None:
    twelve, other = (read_quantities(text, frozenset()) for text in ("Twelve tons", "11.8 tonnes"))
    assert disagree(twelve, other) is None
    assert read("puts at 4,200 the number of thermal lenses", "lenses")["lens"] == (4150, 4250)
