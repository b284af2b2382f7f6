"""Misspelt names."""

from entrepot.reference.repairs import find_near_person


def test_a_near_miss_names_the_one_person_it_comes_near_to() -> None:
    entry = find_near_person("Pezeshkain")
    assert entry is not None
    assert entry.actor.name == "Masoud Pezeshkian"
    full = find_near_person("Alexandr Lukashenka")
    assert full is None or full.actor.name == "Alexander Lukashenko"


def test_exact_short_and_strange_names_are_not_repaired() -> None:
    assert find_near_person("Pezeshkian") is None
    assert find_near_person("Putim") is None
    assert find_near_person("Wilhelmsen") is None
