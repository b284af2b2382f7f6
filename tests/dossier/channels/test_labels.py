"""Labels that do not cover each other."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from entrepot.dossier.channels.labels import Box, Label, box_around, place_labels, width_of

SHEET = Box(0, 0, 360, 300)
labels = st.builds(
    Label,
    texts=st.lists(st.text("abcdefgh ", min_size=1, max_size=24), min_size=1, max_size=2).map(tuple),
    x=st.floats(0, 360),
    y=st.floats(0, 300),
    size=st.sampled_from([11.0, 13.0]),
    gap=st.sampled_from([0.0, 5.0]),
    kind=st.just("hub"),
)


@given(st.lists(labels, max_size=40), st.lists(st.tuples(st.floats(0, 360), st.floats(0, 300)), max_size=10))
def test_no_label_covers_another_or_a_hub_or_the_edge(wanted, hubs):
    taken = [box_around(x, y, 5) for x, y in hubs]
    placed = place_labels(wanted, taken, SHEET)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(placed, 2))
    assert not any(one.box.overlaps(hub) for one in placed for hub in taken)
    assert all(SHEET.holds(one.box) for one in placed)


def test_a_name_that_does_not_fit_gives_way_to_its_number():
    long = Label(texts=("12 A very long name of a hub", "12"), x=180, y=150, size=11, gap=5, kind="hub")
    wall = [Box(200, 0, 360, 300), Box(0, 0, 160, 300), Box(0, 0, 360, 138), Box(0, 170, 360, 300)]
    (placed,) = place_labels([long], wall, SHEET)
    assert placed.text == "12"


def test_the_first_label_keeps_its_place_and_a_later_one_steps_aside():
    first, second = (Label(texts=(text,), x=100, y=100, size=12, gap=0, kind="role") for text in ("Belarus", "Minsk"))
    placed = place_labels([first, second], [], SHEET)
    assert placed[0].box == Box(100 - width_of("Belarus", 12) / 2, 100 - 6.9, 100 + width_of("Belarus", 12) / 2, 106.9)
    assert not placed[0].box.overlaps(placed[1].box)
