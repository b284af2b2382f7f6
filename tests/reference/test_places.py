"""Ports, cities and regions."""

import pytest

from entrepot.reference.gazetteer import find_entries, place_of
from entrepot.reference.places import place_actor, place_forms


@pytest.mark.parametrize(
    ("form", "name", "iso2"),
    [
        ("Anzali", "Bandar Anzali", "IR"),
        ("Noshahr", "Nowshahr", "IR"),
        ("Olya", "Olya", "RU"),
        ("Larsi", "Upper Lars", "GE"),
        ("Alabuga", "Alabuga", "RU"),
        ("St Petersburg", "Saint Petersburg", "RU"),
        ("Kharkov", "Kharkiv", "UA"),
        ("Crimea", "Crimea", "UA"),
        ("Dubai", "Dubai", "AE"),
    ],
)
def test_a_place_has_one_name_and_a_country(form: str, name: str, iso2: str) -> None:
    (entry,) = find_entries(form)
    assert (entry.actor, entry.iso2) == (place_actor(name), iso2)
    assert place_of(form) == place_actor(name)


def test_what_is_no_place_is_none() -> None:
    assert place_of("Reuters") is None


def test_places_are_places() -> None:
    assert all(named.entry.actor.kind == "place" for named in place_forms())
