"""Ranges are laid end to end, whatever their lengths."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from entrepot.screening.flat import bounds_of, lay_ranges

ranges = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5)), max_size=8)


@given(ranges)
def test_all_places_of_all_ranges_come_in_their_order(given_ranges: list[tuple[int, int]]) -> None:
    starts, lengths = (np.array([one[column] for one in given_ranges], dtype=np.int64) for column in (0, 1))
    expected = [place for start, length in given_ranges for place in range(start, start + length)]
    assert lay_ranges(starts, lengths).tolist() == expected


@given(ranges)
def test_bounds_say_where_each_row_begins_and_ends(given_ranges: list[tuple[int, int]]) -> None:
    lengths = np.array([length for _, length in given_ranges], dtype=np.int64)
    bounds = bounds_of(lengths)
    assert bounds[0] == 0
    assert np.diff(bounds).tolist() == lengths.tolist()
