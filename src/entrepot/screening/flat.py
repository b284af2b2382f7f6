"""Rows of different lengths in flat arrays, end to end."""

from typing import Any

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]


def lay_ranges(starts: npt.NDArray[np.integer[Any]], lengths: npt.NDArray[np.integer[Any]]) -> Places:
    """The places of all ranges, one range after another: 3 and 7 with lengths 2 and 3 give 3, 4, 7, 8, 9."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - ends + lengths, lengths) + np.arange(total)


def bounds_of(lengths: npt.NDArray[np.integer[Any]]) -> Places:
    """Where each of the rows begins, and after the last of them where it ends."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths, dtype=np.int64)])
