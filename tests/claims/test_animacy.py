"""Nouns that name whoever can act."""

import pytest

from entrepot.claims.animacy import is_personal


@pytest.mark.parametrize(
    "noun",
    "supplier exporter smuggler shipowner broker operative industrialist middleman customs junta militia bank "
    "freight-forwarder engineer trustee politician chemist accountant co-founder ex-minister fishmonger".split(),
)
def test_who_can_act_is_told_by_the_word_or_its_ending(noun: str) -> None:
    assert is_personal(noun)


@pytest.mark.parametrize(
    "noun",
    "container tanker reactor semiconductor fertiliser number winter lorry drone water timber agreement chip "
    "warrant silver oil processor ship bearing".split(),
)
def test_a_thing_that_ends_like_a_person_is_none(noun: str) -> None:
    assert not is_personal(noun)
