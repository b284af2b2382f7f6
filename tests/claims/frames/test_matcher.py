"""Clauses against the tables: one claim a predicate, the first line that fits."""

import pytest

from entrepot.claims.frames import PATTERNS, FrameMatcher
from entrepot.claims.frames.interface import pattern
from tests.claims.reports import claims_of, told


def test_every_word_of_the_tables_can_trigger_a_line() -> None:
    assert FrameMatcher(PATTERNS).lemmas == {lemma for item in PATTERNS for lemma in item.lemmas}


def test_a_matcher_without_lines_has_no_triggers() -> None:
    assert FrameMatcher(()).lemmas == frozenset()
    assert FrameMatcher([pattern("own", "verb", "own", "subj:actor>owner!")]).lemmas == {"own"}


def test_each_predicate_of_a_sentence_makes_its_own_claim() -> None:
    assert told("Canada sanctioned Zelmira Trading, which had sold lathes to Iran.") == [
        "sanction: issuer Canada; target Zelmira Trading; action impose",
        "supply: supplier Zelmira Trading; recipient Iran; goods lathes",
    ]


def test_no_predicate_makes_two_claims() -> None:
    for sentence in ("Norway attacked the sanctions that Oman imposed on Sudan.", "Iran hit Mali with sanctions."):
        triggers = [cue.span for claim in claims_of(sentence) for cue in claim.cues if cue.kind == "trigger"]
        assert len(triggers) == len(set(triggers))


def test_joined_fillers_stay_in_one_claim() -> None:
    assert told("Iran sold drones, rifles and lathes to Chad and Mali.") == [
        "supply: supplier Iran; recipient Chad; recipient Mali; goods drones; goods lathes; goods rifles"
    ]


def test_one_filler_does_not_fill_two_roles() -> None:
    for claim in claims_of("Iran sold drones to Iran.", "Chile met Chile.", "Oman helps Oman evade the embargo."):
        keys = [role.actor.id for role in claim.roles if role.actor]
        assert len(keys) == len(set(keys))


def test_a_judgement_whose_content_is_a_claim_is_left_to_it() -> None:
    assert all(not line.startswith("assess") for line in told("Poland suspects that Iran sold drones to Chad."))


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran sold.",
        "Drones were sold.",
        "The firm supplied evidence.",
        "He was charged with emotion.",
        "They met expectations.",
    ],
)
def test_where_a_needed_role_is_missing_there_is_no_claim(sentence: str) -> None:
    assert told(sentence) == []
