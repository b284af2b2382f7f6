"""Outlines cut to a sheet."""

from hypothesis import given
from hypothesis import strategies as st

from entrepot.dossier.channels.framing import Sheet, anchor_territory, choose_frame
from entrepot.dossier.channels.projection import Frame, Projection
from entrepot.dossier.channels.shapes import BEYOND, clip_ring, cut_outline, find_widest, print_number, write_rings
from entrepot.reference.boundaries import find_outline, list_outlines

points = st.tuples(st.floats(-500, 500), st.floats(-500, 500))


def frame_of(iso2):
    return choose_frame(anchor_territory(find_outline(iso2)), [], Sheet(width=400, least_height=300, most_height=500))


@given(st.lists(points, min_size=3, max_size=12))
def test_nothing_of_a_cut_ring_lies_beyond_the_sheet(ring):
    assert all(
        -BEYOND - 1e-6 <= x <= 100 + BEYOND + 1e-6 and -BEYOND - 1e-6 <= y <= 80 + BEYOND + 1e-6
        for x, y in clip_ring(ring, 100, 80)
    )


def test_a_ring_within_the_sheet_stays_as_it_is():
    ring = [(10.0, 10.0), (50.0, 10.0), (50.0, 50.0)]
    assert clip_ring(ring, 100, 80) == ring


def test_a_ring_around_the_whole_sheet_becomes_the_sheet():
    ring = [(-900.0, -900.0), (900.0, -900.0), (900.0, 900.0), (-900.0, 900.0)]
    cut = clip_ring(ring, 100, 80)
    assert {round(x) for x, _ in cut} == {-6, 106} and {round(y) for _, y in cut} == {-6, 86}


def test_a_territory_far_away_gives_nothing_and_the_one_looked_at_gives_its_outline():
    frame = frame_of("AM")
    assert cut_outline(find_outline("AR"), frame) == []
    assert len(cut_outline(find_outline("AM"), frame)[0]) > 20


def test_leaving_out_far_rings_by_their_circles_changes_nothing():
    frame = frame_of("AE")
    seen = {outline.iso2 for outline in list_outlines() if cut_outline(outline, frame)}
    assert {"AE", "SA", "IR", "QA", "OM"} <= seen and not {"US", "BR", "AU", "JP", "FJ"} & seen


def test_a_name_has_most_room_in_the_widest_place():
    frame = Frame(Projection((0.0, 0.0)), 0, 0, 1, 100, 100)
    bottle = [
        [(45.0, 0.0), (55.0, 0.0), (55.0, 50.0), (90.0, 50.0), (90.0, 100.0), (10.0, 100.0), (10.0, 50.0), (45.0, 50.0)]
    ]
    (x, y), room = find_widest(bottle, frame)
    assert x == 50 and y > 50 and room == 80
    assert find_widest([], frame) is None


def test_paths_are_written_in_steps_of_a_tenth():
    assert write_rings([[(1.04, 2.0), (3.0, 2.0), (3.0, 4.5)]]) == "M1 2l2 0l0 2.5z"
    assert print_number(3.0) == "3" and print_number(2.349) == "2.3"
