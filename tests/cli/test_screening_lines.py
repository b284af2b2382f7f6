from datetime import UTC, datetime

from rich.console import Console

from entrepot.cli.screening_lines import print_screening, strongest_features
from entrepot.model.listing import ListVersion
from entrepot.model.match import Feature, Judgement, Match, Screening
from entrepot.pipeline.screening import Screened
from entrepot.screening.queries import ask_name

NAMES = Feature(name="names", score=0.9, weight=1.0, detail="Both names agree.")
AGAINST = Feature(name="birth", score=1.0, weight=-2.0, detail="The years of birth differ.")
BASE = Feature(name="base", score=1.0, weight=-9.0, detail="Most names are those of others.")
SILENT = Feature(name="kind", score=1.0, weight=-3.0, detail="")
MATCH = Match(
    id="7", list="un", name="SEA DOG", matched_name="SEADOG", score=0.91, decision="possible_match",
    features=(BASE, NAMES, AGAINST, SILENT), programs=("DPRK",),
)  # fmt: skip
LOW = Match(id="8", list="un", name="EEL", matched_name="EEL", score=0.2, decision="no_match", features=())


def shown(*matches, name="Sea Dog", judged_earlier=()):
    asked = ask_name(name)
    screening = Screening(
        query=asked.query, list_versions=(ListVersion(list="un", published=None, sha256="a", rows=1),),
        method=("m", "1"), threshold=0.7, matches=matches,
    )  # fmt: skip
    console = Console(width=100, highlight=False)
    with console.capture() as captured:
        print_screening(console, Screened(asked=asked, screening=screening, judged_earlier=judged_earlier))
    return captured.get()


def test_a_candidate_is_shown_with_list_programme_and_the_strongest_reasons():
    text = shown(MATCH, LOW)
    for part in ("0.91 SEA DOG, as SEADOG  un:7", "DPRK; day of listing not given", "- The years of birth differ."):
        assert part in text
    assert "below the threshold: 0.20 EEL (un)" in text


def test_the_reasons_are_those_that_moved_the_score_most_and_say_something_of_this_match():
    assert strongest_features(MATCH, 1) == [AGAINST]
    assert strongest_features(MATCH) == [AGAINST, NAMES]


def test_who_is_near_nobody_and_what_cannot_be_asked_are_told_apart():
    assert "no possible match" in shown(LOW)
    assert "not put to any list" in shown(name=" ")


def test_a_judgement_is_shown_and_whether_it_still_holds():
    at = datetime(2026, 1, 5, tzinfo=UTC)
    one = Judgement(query="Sea Dog", list="un", party_id="7", verdict="negative", by="A", judged_at=at, reason="flag")
    judged = Match(**{name: getattr(MATCH, name) for name in Match.__slots__} | {"judgement": one})
    assert "judged negative by A on 2026-01-05: flag\n" in shown(judged)
    assert "on an earlier record" in shown(judged, judged_earlier=(("un", "7"),))
