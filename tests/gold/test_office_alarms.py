"""The check of offices, over PolNeAR's train articles: every alarm was read, and every planted error is found."""

import csv
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "data" / "text" / "polnear"
sys.path.insert(0, str(ROOT / "benchmarks"))

from office_terms import ALARMS, Result, measure, read_alarms  # noqa: E402

MOST_FALSE = 0.01
"""False alarms an article."""
FEWEST_PLANTED = 60

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/data/text/polnear is not beside this checkout")


def check_alarms(result: Result) -> None:
    assert [alarm for alarm in result.alarms if alarm.verdict == "unread"] == []
    assert [place for place in result.at_odds if place.verdict == "unread"] == []
    assert result.count("false") <= MOST_FALSE * result.articles


def check_planted(result: Result) -> None:
    asked = [item for item in result.planted if item.kind in ("later", "past")]
    assert asked
    assert [item for item in asked if not item.found] == []


@pytest.mark.slow
@pytest.mark.shared
@needs_corpus
def test_in_a_seventh_of_the_articles_every_planted_office_is_found_and_hardly_anything_else() -> None:
    result = measure(every=7)
    assert result.articles == 120
    check_alarms(result)
    check_planted(result)


@pytest.mark.slow
@pytest.mark.shared
@needs_corpus
def test_in_all_articles_and_their_claims_every_planted_office_is_found_and_hardly_anything_else() -> None:
    result = measure(claims=True)
    assert result.articles == 840
    check_alarms(result)
    check_planted(result)
    planted = [item for item in result.planted if item.kind in ("later", "past")]
    assert len(planted) >= FEWEST_PLANTED
    assert len({(item.country, item.office) for item in planted}) >= 10


def test_every_place_that_was_read_has_a_verdict_and_a_reason() -> None:
    with ALARMS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["verdict"] for row in rows} <= {"true", "false"}
    assert all(row["reason"] and row["person"] and row["office"] for row in rows)
    assert len(read_alarms()) == len(rows)
    places = [(row["article"], int(row["start"])) for row in rows]
    assert places == sorted(places)
