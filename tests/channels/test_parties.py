from dataclasses import replace
from datetime import UTC, date, datetime

from entrepot.channels.parties import assess_listed_parties, name_parties
from entrepot.model.case import CaseScreening, ScreenedActor
from entrepot.model.listing import ListVersion
from entrepot.model.match import Judgement, Match, Query, Screening
from tests.channels.builders import KAZAKHSTAN, make_beside, make_channel
from tests.corroboration.builders import RUSSIA, claim, firm, person, report, source

BOAT = firm("Boat Works")
VERSION = ListVersion(list="us-ofac-sdn", published=date(2025, 1, 1), sha256="ab", rows=1)
MATCH = Match(
    id="7", list="us-ofac-sdn", name="BOAT WORKS LLC", matched_name="BOAT WORKS", score=0.93,
    decision="possible_match", features=(), first_listed=date(2024, 5, 1),
)  # fmt: skip


def told():
    document = report("one")
    speaker = source(person("Ann Lee"))
    return document, claim(document, "supply", supplier=BOAT, recipient=RUSSIA, via=KAZAKHSTAN, sources=[speaker])


def screening(*matches, actor=BOAT):
    one = Screening(
        query=Query(name=actor.name, id=actor.id), list_versions=(VERSION,), method=("m", "1"), threshold=0.7,
        matches=matches,
    )  # fmt: skip
    return CaseScreening(
        screened_at=datetime(2025, 9, 1, tzinfo=UTC), list_versions=(VERSION,), method=("m", "1"), threshold=0.7,
        as_of=None, actors=(ScreenedActor(screening=one),),
    )  # fmt: skip


def judged(verdict):
    judgement = Judgement(
        query=BOAT.name,
        list=MATCH.list,
        party_id=MATCH.id,
        verdict=verdict,
        by="Kim",
        judged_at=datetime(2025, 9, 2, tzinfo=UTC),
    )
    return replace(MATCH, judgement=judgement)


def assess(screened=None):
    return assess_listed_parties(make_channel(), make_beside(told(), screening=screened))


def test_who_says_something_is_no_party_to_it():
    assert name_parties(make_beside(told())) == (BOAT,)


def test_parties_that_nobody_screened_cannot_be_told_and_are_missing():
    found = assess()
    assert found.line.rule == "parties-not-screened"
    assert "Boat Works" in found.missing[0].what


def test_a_possible_match_decides_nothing():
    line = assess(screening(MATCH)).line
    assert (line.rule, line.verdict) == ("parties-possible", "cannot_tell")
    assert (
        "possible match: BOAT WORKS LLC on us-ofac-sdn, first listed 2024-05-01, score 0.93" in line.references[0].label
    )


def test_a_match_that_a_person_judged_supports_it_by_that_judgement():
    line = assess(screening(judged("positive"))).line
    assert (line.rule, line.verdict) == ("parties-judged", "supports")
    assert "judged by Kim" in line.statement


def test_a_match_that_a_person_ruled_out_is_none():
    assert assess(screening(judged("negative"))).line.rule == "parties-not-found"
    assert assess(screening(judged("unsure"))).line.rule == "parties-possible"


def test_a_screening_without_a_match_names_the_lists_it_asked():
    line = assess(screening()).line
    assert (line.rule, line.verdict) == ("parties-not-found", "does_not_support")
    assert "lists: us-ofac-sdn" in line.statement


def test_an_outdated_screening_is_said_to_be():
    line = assess(replace(screening(), outdated=("Lists were added.",))).line
    assert [issue.code for issue in line.issues] == ["screening_outdated"]


def test_claims_that_name_no_party_leave_nothing_to_screen():
    assert assess_listed_parties(make_channel(), make_beside()).line.rule == "parties-none-named"
