"""The drawn map."""

from lxml import etree

from entrepot.dossier.channels.map import NARROW_SHEET, WIDE_SHEET, draw_map
from entrepot.dossier.channels.places import gather_places
from tests.dossier.channel_samples import make_assessment, make_channel


def draw(assessment=None, sheet=WIDE_SHEET, full_names=True):
    drawn = draw_map(gather_places(assessment or make_assessment()), sheet, "A map", kind="wide", full_names=full_names)
    return etree.fromstring(drawn.picture.text), drawn


def styled(svg, name):
    return svg.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def test_territories_are_shaded_by_their_role_and_named_with_it():
    svg, _ = draw()
    assert all(len(styled(svg, f"role-{role}")) == 1 for role in ("origin", "via", "destination"))
    names = {one.text for one in styled(svg, "name-role")}
    assert {"Belarus (via)", "Iran (destination)", "Russia (origin)"} <= names


def test_inferred_corridors_are_told_from_documented_ones():
    svg, _ = draw()
    assert len(styled(svg, "corridor-inferred")) == 2 and not styled(svg, "corridor-documented")
    other, _ = draw(make_assessment(make_channel(corridors=("instc-west",)), lines=()))
    assert len(styled(other, "corridor-documented")) == 1


def test_hubs_are_points_and_those_under_a_measure_stand_out():
    svg, _ = draw()
    assert len(styled(svg, "hub")) == len(gather_places(make_assessment()).hubs)
    assert len(styled(svg, "hub-restricted")) == 2


def test_names_of_hubs_stand_on_the_wide_map_and_numbers_on_the_narrow_one():
    wide, _ = draw()
    narrow, _ = draw(sheet=NARROW_SHEET, full_names=False)
    assert "5 Astrakhan" in {one.text for one in styled(wide, "name-hub")}
    assert all(one.text.isdigit() for one in styled(narrow, "name-hub"))


def test_the_map_fetches_nothing_and_is_read_out_as_its_label():
    svg, _ = draw()
    assert not svg.xpath("//@href | //*[local-name()='image'] | //*[local-name()='use'] | //@style")
    assert (svg.get("role"), svg.get("aria-label")) == ("img", "A map")


def test_boundaries_that_are_not_agreed_are_dashed():
    svg, _ = draw(
        make_assessment(make_channel(origins=(), via="RS", destination="XK", hubs=(), corridors=()), lines=())
    )
    assert styled(svg, "disputed")


def test_a_territory_too_small_to_be_seen_has_a_ring_around_it():
    svg, _ = draw(make_assessment(make_channel(via="HK", destination="IN", hubs=(), corridors=()), lines=()))
    assert [one.get("class") for one in styled(svg, "small")] == ["small role-via"]


def test_origins_beyond_the_edge_are_told():
    _, drawn = draw(make_assessment(make_channel(origins=("US", "RU"), hubs=(), corridors=()), lines=()))
    assert drawn.beyond == ("US",)


def test_a_channel_without_places_has_no_map():
    empty = make_channel(origins=(), via="", destination="", hubs=(), corridors=())
    places = gather_places(make_assessment(empty, lines=()))
    assert draw_map(places, WIDE_SHEET, "A map", kind="wide", full_names=True) is None


def test_the_same_channel_gives_the_same_drawing():
    assert draw()[1].picture.text == draw()[1].picture.text
