"""The grounds on which a listed name is held to be near a query: a declared table of features and their weights.

The score is the logistic function of the weighted sum. The weights were fitted by logistic regression to aliases held
out of a list, altered names, labelled pairs and people on none, then rounded, but for `common` and `generic`, which are
set by hand; `benchmarks/screening.py` measures them on other draws.
"""

from collections.abc import Iterator, Sequence
from math import exp
from operator import mul
from typing import NamedTuple

from entrepot.model.match import Feature
from entrepot.screening.alignment import Alignment, NameWords
from entrepot.screening.lexicon import WordKind
from entrepot.screening.readings import Reading

_LITTLE = 0.1
"""What weighs no more is a legal form, an article or the like: it does not make a name longer."""
_NAMING = frozenset({WordKind.NAME, WordKind.PLACE})
_NOBODY = 0.8
"""Words such as bank or trading that weigh no more together name nobody, however well they agree."""
_TELLING = 0.5
"""A word that weighs less is one of hundreds of listed parties: alone it tells nobody apart."""
_MUCH = 1.6
"""So much agreeing rarity is as good as any more: two rare words, or three that some others share."""


class Measures(NamedTuple):
    """What the alignment of a query and a name comes to; all from 0 to 1, in the order of `WEIGHTS`."""

    query_share: float
    overlap: float
    spelling: float
    rarity: float
    elsewhere: float
    exact: float
    query_left: float
    name_left: float
    single: float
    lone: float
    common: float
    generic: float


BASE = -8.6
WEIGHTS: dict[str, float] = {
    "query_share": 4.3,
    "overlap": 4.8,
    "spelling": 0.3,
    "rarity": 3.6,
    "elsewhere": 3.4,
    "exact": 0.3,
    "query_left": -1.0,
    "name_left": -0.9,
    "single": -0.1,
    "lone": 2.4,
    "common": -2.5,
    "generic": -5.0,
}
_IN_ORDER = tuple(WEIGHTS[field] for field in Measures._fields)
MEANINGS: dict[str, str] = {
    "base": "Most names that share a word are those of different parties.",
    "query_share": "How much of the query is found in the listed name, rare words counting for more.",
    "overlap": "How much of both names agrees: the share of the query times the share of the listed name.",
    "spelling": "How alike the words that agree are spelt.",
    "rarity": "How rare the words that agree are on the list.",
    "elsewhere": "How much of the rest of the query stands in other names of the same party.",
    "exact": "Word for word the same.",
    "query_left": "The weightiest word of the query that the listed name lacks.",
    "name_left": "The weightiest word of the listed name that the query lacks.",
    "single": "Only one word agrees.",
    "lone": "Both names are one word, so that nothing else speaks against it.",
    "common": "The only word that agrees is one that many listed parties have.",
    "generic": "The query names nobody: it has words such as bank, trading, limited alone.",
}
"""What each feature says, for the user; where there is more to say, `explain` says it."""


def measure(
    reading: Reading, weights: Sequence[float], name: NameWords, found: Alignment, elsewhere: Sequence[float]
) -> Measures:
    """What an alignment comes to; `elsewhere` is the evidence for each place in the other names of the party."""
    query_total = sum(weights) or 1.0
    name_total = sum(name.weights) or 1.0
    query_sum = name_sum = agreed = 0.0
    telling, told = 0, 0.0
    for pair in found.pairs:
        weight = weights[pair.start] if pair.end - pair.start == 1 else sum(weights[pair.start : pair.end])
        query_sum += weight * pair.evidence
        agreed += weight
        name_sum += name.weights[pair.place] * pair.evidence
        if reading.words[pair.start].kind < WordKind.TITLE:
            telling += 1
            told += weight
    query_share, name_share = query_sum / query_total, min(1.0, name_sum / name_total)
    query_left = max([weights[place] for place in found.query_left], default=0.0)
    name_left = max([name.weights[place] for place in found.name_left], default=0.0)
    return Measures(
        query_share,
        query_share * name_share,
        query_sum / agreed if agreed else 0.0,
        min(1.0, query_sum / _MUCH),
        sum(weights[place] * elsewhere[place] for place in found.query_left) / query_total,
        float(query_share > 0.999 and name_share > 0.999),
        query_left,
        name_left,
        float(telling < 2),
        float(telling == 1 and query_left <= _LITTLE and name_left <= _LITTLE),
        float(telling < 2 and told < _TELLING),
        float(query_total < _NOBODY and all(word.kind not in _NAMING for word in reading.words)),
    )


def weigh(measures: Measures) -> float:
    """The weighted sum."""
    total: float = sum(map(mul, _IN_ORDER, measures))
    return BASE + total


def score_of(weight: float) -> float:
    """A weighted sum as a score from 0 to 1."""
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, weight))))


def explain(measures: Measures, reading: Reading, name: NameWords, found: Alignment) -> Iterator[Feature]:
    """The features that say something, each with its sentence."""
    yield Feature(name="base", score=1.0, weight=BASE, detail=MEANINGS["base"])
    words = reading.words
    agreeing = [
        (" ".join(_plain(word.text) for word in words[pair.start : pair.end]), _plain(name.texts[pair.place]))
        for pair in found.pairs
    ]
    listed = ", ".join(mine if mine == theirs else f"{mine} = {theirs}" for mine, theirs in agreeing)
    details = MEANINGS | {
        "query_share": f"{measures.query_share:.0%} of the query agrees: {listed or 'nothing'}.",
        "overlap": f"{measures.overlap:.0%} of both names together agrees.",
        "spelling": f"The words that agree are spelt {measures.spelling:.0%} alike.",
        "rarity": f"Rarity of the words that agree: {measures.rarity:.0%} of the most that counts.",
        "query_left": f"Not in the listed name: {', '.join(_plain(words[place].text) for place in found.query_left)}.",
        "name_left": f"Not in the query: {', '.join(_plain(name.texts[place]) for place in found.name_left)}.",
    }
    for field, weight in WEIGHTS.items():
        value = getattr(measures, field)
        if value:
            yield Feature(name=field, score=round(value, 4), weight=weight, detail=details[field])


def _plain(text: str) -> str:
    """A word without the marks of legal forms and of words without vowels."""
    return text.lstrip("=~")
