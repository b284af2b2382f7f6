"""What may fill a slot."""

import pytest

from entrepot.claims.frames.fillers import ACCEPTS
from entrepot.claims.mentions import Mention
from tests.claims.reports import clause_of, told


def accepts(filler: str, **mention: object) -> bool:
    """Whether a slot for this kind of filler takes a mention, in a clause of making drones."""
    clause = clause_of("Iran makes drones.", "make")
    return ACCEPTS[filler](Mention(span=None, **mention), clause, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["country", "organisation", "person", "group", "vessel"])
def test_whoever_acts_is_no_thing_and_no_place(kind: str) -> None:
    assert accepts("actor", text="x", kind=kind)
    assert not accepts("actor", text="x", kind="thing")
    assert not accepts("actor", text="x", kind="place")


@pytest.mark.parametrize("word", ["lathe", "drone", "engine", "wheat", "gyroscope"])
def test_goods_are_things_that_go_somewhere(word: str) -> None:
    assert accepts("goods", text=word, kind="thing", head=word)


@pytest.mark.parametrize("word", ["sanction", "talk", "message", "evidence", "money", "treaty", "attack", "week"])
def test_words_and_measures_and_money_are_no_goods(word: str) -> None:
    assert not accepts("goods", text=word, kind="thing", head=word)


def test_a_bare_number_is_no_goods() -> None:
    assert not accepts("goods", text="40,000", kind="thing", head="40,000")
    assert not accepts("goods", text="$4 million", kind="thing", head="million")


def test_weapons_attack_with_somebody_behind_them() -> None:
    assert not accepts("attacker", text="drones", kind="group", head="drone")
    assert accepts("attacker", text="Iran", kind="country", head="iran")
    assert accepts("weapon", text="drones", kind="thing", head="drone")


def test_what_is_made_is_goods_of_the_table() -> None:
    assert accepts("made", text="drones", kind="thing", head="drone")
    assert not accepts("made", text="progress", kind="thing", head="progress")
    assert not accepts("made", text="fuss", kind="thing", head="fuss")


@pytest.mark.parametrize(
    "sentence",
    ["Iran gave a speech in Oman.", "Iran sent a delegation to Oman.", "Iran gave Oman an answer on drones."],
)
def test_speeches_delegations_and_answers_are_supplied_to_nobody(sentence: str) -> None:
    assert told(sentence) == []
