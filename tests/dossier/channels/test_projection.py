"""The projection, held against the properties that Snyder gives it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.dossier.channels.projection import Frame, Projection, angle_between, circle_around, middle_of

lons = st.floats(-180, 180)
lats = st.floats(-85, 85)


@given(lons, lats, lons, lats)
def test_a_position_comes_back_from_the_plane(lon, lat, middle_lon, middle_lat):
    projection = Projection((middle_lon, middle_lat))
    point = projection.project((lon, lat))
    if point is None:
        assert angle_between((lon, lat), (middle_lon, middle_lat)) > math.radians(149)
    else:
        assert angle_between(projection.find_position(point), (lon, lat)) < 1e-6


def test_the_distance_from_the_centre_is_that_of_the_equal_area_projection():
    point = Projection((20.0, 0.0)).project((110.0, 0.0))
    assert point == pytest.approx((math.sqrt(2), 0.0))


def test_equal_areas_stay_equal_however_far_from_the_centre():
    projection = Projection((30.0, 45.0))

    def area(lon, lat):
        corners = [(lon, lat), (lon + 1, lat), (lon + 1, lat + 1), (lon, lat + 1)]
        points = [projection.project(corner) for corner in corners]
        pairs = zip(points, points[1:] + points[:1], strict=True)
        on_sphere = math.radians(1) * (math.sin(math.radians(lat + 1)) - math.sin(math.radians(lat)))
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2 / on_sphere

    assert area(30, 45) == pytest.approx(1, abs=1e-3)
    assert area(100, 10) == pytest.approx(1, abs=1e-3)


def test_what_lies_opposite_the_centre_is_not_drawn():
    assert Projection((0.0, 0.0)).project((180.0, 0.0)) is None


def test_the_middle_of_positions_on_both_sides_of_the_last_meridian_lies_between_them():
    lon, lat = middle_of([(170.0, 10.0), (-170.0, 10.0)])
    assert abs(lon) == pytest.approx(180) and lat == pytest.approx(10.15, abs=0.1)


def test_a_circle_holds_what_it_was_drawn_around_and_tells_far_from_near():
    circle = circle_around([(50.0, 30.0), (52.0, 31.0), (51.0, 28.0)])
    frame = Frame(Projection((51.0, 30.0)), -0.05, 0.05, 1000, 100, 100)
    assert frame.meets(circle)
    assert not frame.meets(circle_around([(-60.0, -30.0), (-61.0, -31.0)]))
