"""The map with its legend and tables."""

from lxml import etree

from entrepot.dossier.channels.map_section import render_map
from entrepot.dossier.channels.places import gather_places
from tests.dossier.channel_samples import make_assessment, make_channel


def read_section(assessment=None):
    return etree.HTML(render_map(gather_places(assessment or make_assessment())).text)


def words(node):
    return " ".join("".join(node.itertext()).split())


def test_the_map_says_that_boundaries_imply_no_position():
    assert "they imply no position on the status of any territory" in words(read_section().xpath("//figcaption")[0])


def test_the_legend_shows_only_what_the_map_has():
    legend = words(read_section().xpath("//ul[@class='map-legend']")[0])
    assert "Corridor, inferred" in legend and "Corridor, documented" not in legend
    without = read_section(make_assessment(make_channel(origins=(), corridors=(), hubs=()), lines=()))
    assert [words(one) for one in without.xpath("//ul[@class='map-legend']/li")] == ["Via", "Destination"]


def test_every_hub_stands_in_a_table_with_its_source_and_the_measure_on_it():
    rows = [words(row) for row in read_section().xpath("//tr[starts-with(@id, 'hub-')]")]
    assert len(rows) == 8
    (anzali,) = [row for row in rows if "Bandar Anzali" in row]
    assert "EU transaction ban since 18 November 2024" in anzali


def test_a_corridor_that_is_inferred_says_that_no_source_claims_it():
    assert "inferred, claimed by no source" in words(read_section().xpath("//tr[@id='corridor-A']")[0])


def test_a_wide_and_a_narrow_drawing_say_the_same_to_those_who_do_not_see():
    labels = read_section().xpath("//svg[contains(@class, 'map ')]/@aria-label")
    assert len(labels) == 2 and len(set(labels)) == 1
    assert "origin Russia; via Belarus; destination Iran" in labels[0]


def test_keys_that_are_in_no_table_are_named():
    section = read_section(make_assessment(make_channel(hubs=("zz-port",))))
    assert "Named, and not in the tables: zz-port." in words(section)
