"""How much of its goods a claim speaks of, as printed."""

import pytest

from tests.claims.reports import claims_of

FIGURES = [
    ("Morvale sent 118 consignments of microchips to Iran.", "118 consignments"),
    ("About 120 batches of microchips went to Iran.", "About 120 batches"),
    ("Iran sent more than 700,000 barrels of crude to Syria.", "more than 700,000 barrels"),
    ("Iran sent up to nine million rounds of ammunition to Russia.", "up to nine million rounds"),
    ("Machine tools worth $74 million came to Iran from China.", "$74 million"),
    ("Turkey exported $158 million of bearings to Russia.", "$158 million"),
    ("Iran's imports of machine tools from China came to $47 million last year.", "$47 million"),
    ("Imports of machine tools from China amounted to 46.8 million US dollars.", "46.8 million US dollars"),
    ("Morvale sold eight machine tools to a Russian rifle maker.", "eight"),
]


@pytest.mark.parametrize(("sentence", "quantity"), FIGURES)
def test_the_figure_of_the_goods_is_kept_in_the_words_of_the_report(sentence: str, quantity: str) -> None:
    (claim,) = (claim for claim in claims_of(sentence) if claim.frame == "supply")
    assert dict(claim.attributes).get("quantity") == quantity
    assert quantity in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2022 Iran sold drones to Russia.",
        "Iran sold drones to 12 firms in Russia.",
        "On 12 March Iran sold drones to Russia.",
        "Iran paid Russia $2 million.",
    ],
)
def test_a_date_and_the_number_of_something_else_are_no_quantity(sentence: str) -> None:
    for claim in claims_of(sentence):
        assert "quantity" not in dict(claim.attributes)
