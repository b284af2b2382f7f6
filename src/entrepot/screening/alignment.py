"""A query laid beside a listed name, word by word: what agrees, how well, and what is left over on either side."""

from collections.abc import Sequence
from typing import NamedTuple

from entrepot.screening.lexicon import WordKind
from entrepot.screening.readings import Reading

_CUT = 3
_INITIAL = 0.6
"""Evidence of an initial that fits: one name in about ten begins with any given letter."""


class Pair(NamedTuple):
    """Places `start` to `end` of the query agree with word `place` of the name; `evidence` is 0 to 1."""

    start: int
    end: int
    place: int
    evidence: float


class NameWords(NamedTuple):
    """A listed name as the index has it: words as text, their kinds, their weights."""

    texts: Sequence[str]
    kinds: Sequence[WordKind]
    weights: Sequence[float]


class Alignment(NamedTuple):
    """Pairs in the order of the query; the places of the query and of the name that have no partner."""

    pairs: tuple[Pair, ...]
    query_left: tuple[int, ...]
    name_left: tuple[int, ...]


def align(
    reading: Reading, weights: Sequence[float], name: NameWords, grades: Sequence[tuple[int, Sequence[float]]]
) -> Alignment:
    """The best pairs, each word used once; `grades` has, for a unit, the evidence for each word of the name."""
    units = reading.units
    offers: list[tuple[float, int, int, float]] = []
    for number, row in grades:
        unit = units[number]
        weight = weights[unit.start] if unit.end - unit.start == 1 else sum(weights[unit.start : unit.end])
        offers += [(-weight * evidence, number, place, evidence) for place, evidence in enumerate(row) if evidence > 0]
    offers.sort()
    free_query, free_name = [True] * len(reading.words), [True] * len(name.texts)
    pairs: list[Pair] = []
    for _, number, place, evidence in offers:
        unit = units[number]
        if free_name[place] and all(free_query[unit.start : unit.end]):
            free_name[place] = False
            for one in range(unit.start, unit.end):
                free_query[one] = False
            pairs.append(Pair(unit.start, unit.end, place, evidence))
    if True in free_query and True in free_name:
        _pair_lesser(reading, name, free_query, free_name, pairs)
    pairs.sort(key=_start_of)
    return Alignment(
        tuple(pairs),
        tuple(place for place, free in enumerate(free_query) if free),
        tuple(place for place, free in enumerate(free_name) if free),
    )


def _is_cut(one: str, other: str) -> bool:
    """Whether one word is the beginning of the other, two or three letters of it."""
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    return 1 < len(shorter) <= _CUT and longer.startswith(shorter)


def _start_of(pair: Pair) -> int:
    return pair.start


def _pair_lesser(
    reading: Reading, name: NameWords, free_query: list[bool], free_name: list[bool], pairs: list[Pair]
) -> None:
    """Pairs what is not looked up: legal forms, particles, and initials with the words that they may stand for."""
    lesser = max(name.kinds) >= WordKind.TITLE
    for start, word in enumerate(reading.words):
        if not free_query[start] or (word.kind < WordKind.TITLE and not lesser and len(word.text) > _CUT):
            continue
        text = "=" + word.text if word.kind == WordKind.LEGAL else word.text
        for place, free in enumerate(free_name):
            if not free:
                continue
            evidence = 0.0
            if name.texts[place] == text:
                evidence = 1.0
            elif word.kind == WordKind.INITIAL and name.kinds[place] == WordKind.NAME:
                evidence = _INITIAL if name.texts[place][0] == word.text else 0.0
            elif name.kinds[place] == WordKind.INITIAL and word.kind == WordKind.NAME:
                evidence = _INITIAL if word.text[0] == name.texts[place] else 0.0
            elif word.kind == name.kinds[place] == WordKind.NAME and _is_cut(word.text, name.texts[place]):
                evidence = _INITIAL
            if evidence:
                free_query[start] = free_name[place] = False
                pairs.append(Pair(start, start + 1, place, evidence))
                break
