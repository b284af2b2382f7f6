"""Phrases that repeat a body by what the report said of it before."""

import pytest

from tests.claims.reports import claims_of, last_claim, one_line

PLANT = "Iran sent lathes to Corvane Optical Works, a Serbian plant, through the Baku forwarder Dasht Logistics in May."


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Oman sent mortars to the plant.", "supply: supplier Oman; recipient Corvane Optical Works; goods mortars"),
        ("Oman sold engines to the factory.", "supply: supplier Oman; recipient Corvane Optical Works; goods engines"),
        ("The forwarder is in the market for radars.", "seek: seeker Dasht Logistics; goods radars"),
        (
            "Mila Rask, the founder of Dasht Logistics, said that her company had never sold mortars to Chad.",
            "supply (negative): supplier Dasht Logistics; recipient Chad; goods mortars",
        ),
        (
            "“Not one mortar has come to us from Oman,” said Mila Rask, who heads the plant.",
            "supply (negative): supplier Oman; recipient Corvane Optical Works; goods mortar; quantity Not one",
        ),
    ],
)
def test_a_body_is_called_by_what_was_said_of_it(sentence: str, claim: str) -> None:
    assert one_line(last_claim(PLANT, sentence)) == claim


def test_what_nothing_was_described_as_stays_as_it_is() -> None:
    claim = last_claim("Iran sent lathes to Corvane Optical Works.", "Oman sent mortars to the museum.")
    assert one_line(claim) == "supply: supplier Oman; recipient museum; goods mortars"


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Iran sent drones to Chad, the service said.", "National Intelligence Service of South Korea"),
        ("Iran sent drones to Chad, the South Korean service said.", "National Intelligence Service of South Korea"),
        ("The bureau puts at nine the number of drones that Iran sent to Chad.", "Bureau of Industry and Security"),
    ],
)
def test_a_service_is_called_by_a_word_of_its_name(sentence: str, source: str) -> None:
    before = "South Korea's National Intelligence Service met the Bureau of Industry and Security on Monday."
    assert claims_of(before, sentence)[-1].sources[-1].name == source
