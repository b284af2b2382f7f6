"""How alike words are: from the words of an index that may be meant to the evidence that they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

Ids = npt.NDArray[np.int32]
Pairs = npt.NDArray[np.int64]
Grades = npt.NDArray[np.float32]

FLOOR = 0.62
"""Below this likeness two words are taken for different ones."""
_NO_EVIDENCE = 0.6


def evidence_of(grades: Grades) -> Grades:
    """How far words that are so much alike speak for one party: nothing below a floor, then evenly up to 1."""
    evidence: Grades = np.maximum((grades - np.float32(_NO_EVIDENCE)) / np.float32(1 - _NO_EVIDENCE), 0)
    return evidence


@dataclass(slots=True)
class Likeness:
    """Words of the vocabulary that may be the one asked for, the least alike first, with how alike (0 to 1).

    `same` is how many parties have one that is as good as the same, once that was counted.
    """

    ids: Ids
    grades: Grades
    same: int = -1

    def above(self, least: float) -> "Likeness":
        """Only the words that are at least so much alike."""
        first = int(np.searchsorted(self.grades, np.float32(least)))
        return Likeness(self.ids[first:], self.grades[first:]) if first else self


def raise_part(grades: Grades, same: npt.NDArray[np.bool_], part: float) -> None:
    """Forgives a part of the difference where `same` is true."""
    grades[same] += (1 - grades[same]) * np.float32(part)


def similarities(ones: Sequence[str], others: Sequence[str]) -> Grades:
    """How alike two words are, pair by pair (OSA similarity, normalised)."""
    return cpdist(ones, others, scorer=OSA.normalized_similarity, dtype=np.float32)


def rank_each(askers: Pairs, found: Ids, grades: Grades, floors: npt.NDArray[np.floating[Any]]) -> list[Likeness]:
    """For each asker what is not below its floor, the least alike first."""
    kept = grades >= floors.astype(np.float32)[askers]
    askers, found, grades = askers[kept], found[kept], grades[kept]
    order = np.lexsort((found, grades, askers))
    found, grades = found[order], grades[order]
    ends = np.searchsorted(askers[order], np.arange(len(floors) + 1)).tolist()
    return [Likeness(found[start:end], grades[start:end]) for start, end in pairwise(ends)]
