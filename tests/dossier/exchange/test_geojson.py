"""Places of channels by RFC 7946."""

import json

from entrepot.dossier import render_geojson
from entrepot.dossier.exchange.geojson import _line
from tests.dossier.channel_samples import channel_case
from tests.dossier.samples import full_case


def read_features(case=None):
    record = json.loads(render_geojson(case or channel_case()))
    assert record["type"] == "FeatureCollection"
    return record["features"]


def of_kind(kind):
    return [one for one in read_features() if one["properties"]["kind"] == kind]


def test_every_feature_has_an_id_of_its_own_and_positions_on_the_earth():
    features = read_features()
    assert len({one["id"] for one in features}) == len(features)
    for one in features:
        assert set(one) == {"type", "id", "geometry", "properties"} and one["type"] == "Feature"
        shape, places = one["geometry"]["type"], one["geometry"]["coordinates"]
        assert shape in {"Point", "LineString"}
        for lon, lat in [places] if shape == "Point" else places:
            assert -180 <= lon <= 180 and -90 <= lat <= 90


def test_territories_have_their_role_hubs_their_source_and_corridors_their_basis():
    assert {one["properties"]["territory"]: one["properties"]["role"] for one in of_kind("territory")} == {
        "RU": "origin", "BY": "via", "IR": "destination",
    }  # fmt: skip
    assert all(one["properties"]["source"] and one["properties"]["position_source"] for one in of_kind("hub"))
    assert {one["properties"]["basis"] for one in of_kind("corridor")} == {"inferred"}


def test_a_line_runs_through_its_hubs_in_their_order():
    (corridor, _) = of_kind("corridor")
    hubs = {one["properties"]["hub"]: one["geometry"]["coordinates"] for one in of_kind("hub")}
    assert corridor["geometry"]["coordinates"] == [hubs[key] for key in corridor["properties"]["hubs"]]


def test_the_collection_says_that_boundaries_imply_no_position_and_has_no_crs():
    record = json.loads(render_geojson(channel_case()))
    assert "no position on the status" in record["note"] and "crs" not in record


def test_a_line_across_the_last_meridian_is_cut_there():
    assert _line([(170.0, 50.0), (-170.0, 60.0)]) == {
        "type": "MultiLineString",
        "coordinates": [[[170.0, 50.0], [180.0, 55.0]], [[-180.0, 55.0], [-170.0, 60.0]]],
    }
    assert _line([(-170.0, 60.0), (170.0, 50.0)])["coordinates"][0] == [[-170.0, 60.0], [-180.0, 55.0]]


def test_a_line_needs_two_places():
    assert _line([(1.0, 2.0)]) is None


def test_a_case_without_channels_is_an_empty_collection():
    assert read_features(full_case()) == []
