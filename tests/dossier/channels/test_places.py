"""The places of a channel."""

from dataclasses import replace

from entrepot.dossier.channels.places import gather_places
from tests.dossier.channel_samples import make_assessment, make_channel, make_line, refer


def test_hubs_have_numbers_in_the_order_of_the_corridors_and_corridors_letters():
    places = gather_places(make_assessment())
    assert [hub.id for hub in places.hubs.values()][:3] == ["by-minsk", "by-orsha", "ru-smolensk"]
    assert list(places.hubs) == [str(number) for number in range(1, len(places.hubs) + 1)]
    assert {letter: one.id for letter, one in places.corridors.items()} == {"A": "by-ir-1", "B": "by-ir-air"}


def test_hubs_that_only_lie_on_a_corridor_are_told_from_those_that_are_named():
    places = gather_places(make_assessment())
    assert {"by-minsk", "ir-anzali", "ru-olya"} <= places.named
    assert "by-orsha" not in places.named


def test_the_union_stands_for_its_members_on_the_day():
    places = gather_places(make_assessment(make_channel(origins=("EU", "GB"))))
    origins = {iso2 for iso2, role in places.roles.items() if role == "origin"}
    assert {"DE", "HR", "GB"} <= origins and "EU" not in origins
    before = gather_places(make_assessment(make_channel(origins=("EU",)), as_of="2012-01-01"))
    assert "GB" in before.roles and "HR" not in before.roles


def test_a_territory_in_two_roles_is_shown_as_via():
    places = gather_places(make_assessment(make_channel(origins=("BY", "RU"))))
    assert places.roles == {"BY": "via", "RU": "origin", "IR": "destination"}


def test_keys_that_no_table_has_are_named_and_not_drawn():
    channel = make_channel(hubs=("zz-nowhere",), corridors=("zz-way",))
    assessment = replace(make_assessment(channel), lines=(make_line(references=(refer("hub", "zz-port"),)),))
    places = gather_places(assessment)
    assert places.unknown == ("zz-nowhere", "zz-port", "zz-way")
    assert not places.hubs and not places.corridors


def test_open_ends_have_no_role():
    assert gather_places(make_assessment(make_channel(origins=(), via="", destination="IR"))).roles == {
        "IR": "destination"
    }
