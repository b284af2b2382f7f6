"""What a map shows."""

from entrepot.dossier.channels.framing import Sheet, anchor_territory, choose_frame
from entrepot.reference.boundaries import find_outline

SHEET = Sheet(width=760, least_height=420, most_height=640)


def anchor(iso2):
    return list(anchor_territory(find_outline(iso2)))


def test_via_destination_and_hubs_always_lie_on_the_map():
    core = [*anchor("BY"), *anchor("IR"), (37.6, 55.7)]
    frame = choose_frame(core, [], SHEET)
    assert all(frame.holds(frame.place(position), 5) for position in core)
    assert 420 <= frame.height <= 640


def test_an_origin_that_lies_near_is_shown_and_one_beyond_the_ocean_is_not():
    frame = choose_frame([*anchor("AM"), *anchor("RU")], [anchor("TR"), anchor("US"), anchor("JP")], SHEET)
    assert frame.holds(frame.place(find_outline("TR").point))
    assert not frame.holds(frame.place(find_outline("US").point))


def test_origins_alone_make_a_map_of_themselves():
    frame = choose_frame([], [anchor("DE")], SHEET)
    assert frame.holds(frame.place(find_outline("DE").point))


def test_a_channel_without_any_place_has_no_map():
    assert choose_frame([], [], SHEET) is None


def test_a_very_wide_territory_is_shown_around_its_capital_and_others_whole():
    assert anchor_territory(find_outline("RU")) == ((37.62, 55.75),)
    assert len(anchor("IR")) > 50
    assert anchor_territory(find_outline("GI")) == ((-5.35, 36.14),)


def test_a_map_across_the_last_meridian_is_not_torn_apart():
    frame = choose_frame([(177.5, 64.7), (-165.4, 64.5)], [], SHEET)
    west, east = frame.place((177.5, 64.7)), frame.place((-165.4, 64.5))
    assert 0 < west[0] < east[0] < frame.width


def test_a_small_territory_is_seen_among_its_neighbours():
    frame = choose_frame(anchor("SG"), [], SHEET)
    assert frame.holds(frame.place((101.7, 3.1)))
