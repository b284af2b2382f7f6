"""How some names are written."""

import pytest

from tests.claims.reports import claims_of, one_line


@pytest.mark.parametrize(
    ("report", "claim"),
    [
        (
            "The freighter Ryongsan 7 brought 240-mm rockets from North Korea to Russia.",
            "supply: supplier North Korea; recipient Russia; goods 240-mm rockets; via Ryongsan 7",
        ),
        (
            "North Korea denied it. The North may send shells to Russia.",
            "supply (possible): supplier North Korea; recipient Russia; goods shells",
        ),
        (
            "Halden Lines is owned by the Korean trader Han Chol-su.",
            "own: owner Han Chol-su; asset Halden Lines",
        ),
        (
            "Halden Lines belongs to Pak Yong-dal. Pak owns Morvale Shipping.",
            "own: owner Pak Yong-dal; asset Morvale Shipping",
        ),
    ],
)
def test_numbers_hyphens_and_points_of_the_compass_belong_to_names(report: str, claim: str) -> None:
    assert one_line(claims_of(report)[-1]) == claim


def test_a_place_before_a_hyphen_is_no_given_name() -> None:
    (claim,) = claims_of("Iran sold mortars to the Abu Dhabi-based firm Morvale Trading.")
    assert "Morvale Trading" in one_line(claim)


def test_a_month_that_somebody_could_begin_in_is_still_to_come() -> None:
    (claim,) = claims_of("Corvane Works could make mortars in January.")
    assert claim.when is not None
    assert claim.when.interval.start == "2026-01-01"


def test_a_ministry_in_a_capital_is_that_states() -> None:
    claims = claims_of(
        "Iran sent no drones to Chad, the Foreign Ministry in Moscow said. Oman sent lathes to Chad, the Foreign "
        "Ministry said."
    )
    assert [claim.sources[-1].name for claim in claims] == ["Ministry of Foreign Affairs of Russia"] * 2
