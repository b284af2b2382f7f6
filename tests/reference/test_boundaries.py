"""Outlines for maps: whose they are, as most members of the United Nations draw them."""

from itertools import pairwise

import pytest

from entrepot.reference.boundaries import (
    contains,
    find_outline,
    list_disputed_lines,
    list_outlines,
)
from entrepot.reference.hubs import list_hubs
from entrepot.reference.territories import list_territories


def find_owners(lon: float, lat: float) -> list[str]:
    return [outline.iso2 for outline in list_outlines() if contains(outline, (lon, lat))]


@pytest.mark.parametrize(
    ("name", "lon", "lat", "iso2"),
    [
        ("Simferopol", 34.1, 45.0, "UA"),
        ("Sevastopol", 33.55, 44.6, "UA"),
        ("near Kerch", 36.3, 45.3, "UA"),
        ("Donetsk", 37.8, 48.0, "UA"),
        ("Mariupol", 37.5, 47.2, "UA"),
        ("Sukhumi", 41.1, 43.05, "GE"),
        ("Tskhinvali", 43.97, 42.23, "GE"),
        ("Tiraspol", 29.63, 46.84, "MD"),
        ("Stepanakert", 46.75, 39.82, "AZ"),
        ("Nakhchivan", 45.4, 39.2, "AZ"),
        ("Meghri", 46.2, 39.0, "AM"),
        ("Minsk", 27.56, 53.9, "BY"),
        ("Kaliningrad", 20.9, 54.7, "RU"),
        ("Anadyr, beyond 180 degrees", 182.6, 66.3, "RU"),
        ("Rasht", 49.58, 37.28, "IR"),
        ("north of Nicosia", 33.4, 35.25, "CY"),
        ("Golan", 35.8, 33.0, "SY"),
        ("Gaza", 34.4, 31.42, "PS"),
        ("Ramallah", 35.2, 31.9, "PS"),
        ("El Aaiún", -13.1, 27.1, "EH"),
        ("Pristina", 21.16, 42.66, "XK"),
        ("Hargeisa", 44.06, 9.56, "SO"),
        ("Juba", 31.6, 4.85, "SS"),
        ("Taichung", 120.8, 24.15, "TW"),
        ("Manama", 50.55, 26.1, "BH"),
        ("Doha", 51.4, 25.3, "QA"),
        ("Abu Dhabi, inland", 54.5, 24.0, "AE"),
        ("Malta", 14.43, 35.9, "MT"),
        ("Lhasa", 91.1, 29.65, "CN"),
    ],
)
def test_a_place_lies_in_the_territory_that_most_states_say_it_does(name, lon, lat, iso2) -> None:
    assert find_owners(lon, lat) == [iso2], name


def test_every_territory_with_a_name_has_a_place_on_the_map() -> None:
    assert {outline.iso2 for outline in list_outlines()} == set(list_territories())


def test_the_point_of_a_territory_lies_in_no_other() -> None:
    enclaves = {"SM": ["IT"], "VA": ["IT"]}
    for outline in list_outlines():
        others = [iso2 for iso2 in find_owners(*outline.point) if iso2 != outline.iso2]
        assert others == enclaves.get(outline.iso2, []), outline.iso2


def test_hubs_lie_in_their_own_territory_or_on_its_coast_or_border() -> None:
    """Ports lie off a coast that was simplified; a hub well inside another state would be a mistake of either table."""
    wrong = []
    for hub in list_hubs():
        around = [(hub.lon + dx / 10, hub.lat + dy / 10) for dx in range(-3, 4) for dy in range(-3, 4)]
        outline = find_outline(hub.iso2)
        if outline and outline.rings and not any(contains(outline, place) for place in around):
            wrong.append(hub.id)
    assert wrong == []


def test_dashed_lines_run_along_the_outlines_of_their_territories() -> None:
    for line in list_disputed_lines():
        assert line.reason and line.lines
        if len(line.territories) == 1:
            continue
        for iso2 in line.territories:
            outline = find_outline(iso2)
            assert outline is not None
            edges = {frozenset(edge) for ring in outline.rings for edge in pairwise((*ring, ring[0]))}
            assert all(frozenset(edge) in edges for part in line.lines for edge in pairwise(part)), line.id


def test_kosovo_western_sahara_and_cyprus_have_a_dashed_line() -> None:
    assert {"rs-xk", "eh-ma", "cy-north"} <= {line.id for line in list_disputed_lines()}


def test_a_code_that_is_not_there_has_no_outline() -> None:
    assert find_outline("ZZ") is None
