import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.trade.pictures.axes import Frame, MonthAxis, draw_month_axis, place_labels, value_axis

FRAME = Frame(left=50, top=10, right=750, bottom=200)


@given(st.floats(1e-2, 1e13))
def test_ticks_are_round_and_reach_beyond_the_largest_value(largest: float) -> None:
    axis = value_axis(largest, "EUR")
    step = axis.ticks[1]
    mantissa = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert round(mantissa, 6) in (1, 2, 5, 10)
    assert axis.top >= largest * (1 - 1e-8)
    assert 2 <= len(axis.ticks) <= 7


@pytest.mark.parametrize(
    ("largest", "unit", "labels"),
    [
        (119e6, "EUR million", ["0", "50", "100", "150"]),
        (2.9e9, "EUR billion", ["0", "1", "2", "3"]),
        (1.9e6, "EUR million", ["0", "0.5", "1", "1.5", "2"]),
        (4.2, "EUR", ["0", "1", "2", "3", "4", "5"]),
        (0.0, "EUR", ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ],
)
def test_ticks_count_in_the_unit_that_the_axis_names(largest: float, unit: str, labels: list[str]) -> None:
    axis = value_axis(largest, "EUR")
    assert axis.unit == unit
    assert [axis.label(tick) for tick in axis.ticks] == labels


@given(st.lists(st.tuples(st.floats(50, 740), st.floats(5, 300)), max_size=15))
def test_labels_of_close_dates_do_not_lie_over_each_other(wanted: list[tuple[float, float]]) -> None:
    ordered = sorted(wanted)
    placed = place_labels(ordered, 50, 750)
    spans = [(lane, left, left + width) for (left, lane), (_, width) in zip(placed, ordered, strict=True)]
    for at, (lane, left, right) in enumerate(spans):
        assert all(
            other != lane or end <= left + 1e-9 or start >= right - 1e-9
            for other, start, end in spans[:at] + spans[at + 1 :]
        )


@given(st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 400))
def test_every_month_has_its_place_inside_the_frame(year: int, month: int, months: int) -> None:
    last = year * 12 + month - 1 + months - 1
    axis = MonthAxis(first=date(year, month, 1), last=date(last // 12, last % 12 + 1, 1))
    places = [axis.place(day, FRAME) for day in (axis.first, axis.last)]
    assert FRAME.left < places[0] <= places[1] < FRAME.right
    assert draw_month_axis(axis, FRAME)
