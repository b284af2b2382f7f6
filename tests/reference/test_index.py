"""The index of all names."""

from entrepot.reference.index import list_forms, walk_names
from entrepot.reference.tokens import split_words


def test_the_longest_name_is_found_by_walking() -> None:
    words = split_words("European Union sanctions")
    found = walk_names(words, 0)
    assert found is not None
    assert (found[0], found[1][0].actor.name) == (2, "European Union")
    assert walk_names(words, 2) is None


def test_a_dateline_in_capitals_names_the_place_and_a_headline_does_not() -> None:
    assert walk_names(split_words("TEHRAN, 3 May"), 0) is not None
    assert walk_names(split_words("TEHRAN SIGNS TREATY"), 0) is None


def test_ids_and_names_of_actors_go_together() -> None:
    names: dict[str, set[str]] = {}
    for named in list_forms():
        names.setdefault(named.entry.actor.id, set()).add(named.entry.actor.name)
    assert {identifier: found for identifier, found in names.items() if len(found) > 1} == {}
