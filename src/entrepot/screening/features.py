"""The grounds on which a listed name is held to be near a query: a declared table of features and their weights.

The score is the logistic function of the weighted sum. The weights were fitted by logistic regression to aliases held
out of a list, altered names, labelled pairs and people on none, then rounded, but for `common` and `generic`, which are
set by hand; `benchmarks/screening.py` measures them on other draws.
"""

from collections.abc import Iterator, Sequence
from math import exp
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from entrepot.model.match import Feature
from entrepot.screening.alignment import Alignment, Amounts, Side
from entrepot.screening.lexicon import WordKind
from entrepot.screening.words import Word

_LITTLE = 0.1
"""What weighs no more is a legal form, an article or the like: it does not make a name longer."""
_NAMING = (WordKind.NAME, WordKind.PLACE, WordKind.INITIAL)
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
_IN_ORDER = np.array([WEIGHTS[field] for field in Measures._fields])
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


def measure(query: Side, name: Side, found: Alignment, elsewhere: Amounts) -> Amounts:
    """What each candidate comes to, a row each, in the order of `Measures`.

    `elsewhere` is, for each word of each query, the evidence in the other names of the party.
    """
    pairs, owners, size = found.pairs, query.owners(), len(query.starts) - 1
    spent = np.concatenate([[0.0], np.cumsum(query.weights)])
    weights = spent[pairs.ends] - spent[pairs.starts]

    def add(amounts: Amounts) -> Amounts:
        return np.bincount(pairs.candidates, amounts, size).astype(np.float64)

    query_total = _positive(np.add.reduceat(query.weights, query.starts[:-1]))
    name_total = _positive(np.add.reduceat(name.weights, name.starts[:-1]))
    query_sum, agreed = add(weights * pairs.evidence), add(weights)
    query_share = query_sum / query_total
    name_share = np.minimum(1.0, add(name.weights[pairs.words] * pairs.evidence) / name_total)
    query_left = np.maximum.reduceat(np.where(found.query_left, query.weights, 0.0), query.starts[:-1])
    name_left = np.maximum.reduceat(np.where(found.name_left, name.weights, 0.0), name.starts[:-1])
    is_telling = query.kinds[pairs.starts] < WordKind.TITLE
    telling, told = add(is_telling.astype(np.float64)), add(np.where(is_telling, weights, 0.0))
    others = np.bincount(owners, query.weights * elsewhere * found.query_left, size) / query_total
    names_somebody = np.maximum.reduceat(np.isin(query.kinds, _NAMING), query.starts[:-1])
    is_exact = (query_share > 0.999) & (name_share > 0.999)
    # A party may well be called "Engineering Group LLC": the whole name is more than the words in it.
    pairs_each = np.bincount(pairs.candidates, minlength=size)
    columns: dict[str, npt.NDArray[Any]] = {
        "query_share": query_share,
        "overlap": query_share * name_share,
        "spelling": np.divide(query_sum, agreed, out=np.zeros(size), where=agreed > 0),
        "rarity": np.minimum(1.0, query_sum / _MUCH),
        "elsewhere": others,
        "exact": is_exact,
        "query_left": query_left,
        "name_left": name_left,
        "single": telling < 2,
        "lone": (telling == 1) & (query_left <= _LITTLE) & (name_left <= _LITTLE),
        "common": (telling < 2) & (told < _TELLING),
        "generic": (query_total < _NOBODY) & ~names_somebody & ~(is_exact & (pairs_each > 1)),
    }
    return np.stack([columns[name].astype(np.float64) for name in Measures._fields], axis=1)


def _positive(totals: Amounts) -> Amounts:
    return np.where(totals > 0, totals, 1.0)


def weigh(measures: Amounts) -> Amounts:
    """The weighted sum of each row."""
    weights: Amounts = BASE + measures @ _IN_ORDER
    return weights


def score_of(weight: float) -> float:
    """A weighted sum as a score from 0 to 1."""
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, weight))))


def explain(
    measures: Measures, words: Sequence[Word], listed: Sequence[str], pairs: Sequence[tuple[int, int, int]]
) -> Iterator[Feature]:
    """The features that say something, each with its sentence.

    `words` are those of the query, `listed` those of the name; `pairs` say from where to where in the one they agree
    with which of the other.
    """
    yield Feature(name="base", score=1.0, weight=BASE, detail=MEANINGS["base"])
    agreeing = [
        (" ".join(_plain(word.text) for word in words[start:end]), _plain(listed[place])) for start, end, place in pairs
    ]
    mine = {place for start, end, _ in pairs for place in range(start, end)}
    theirs = {place for _, _, place in pairs}
    told = ", ".join(one if one == other else f"{one} = {other}" for one, other in agreeing)
    lacking = ", ".join(_plain(word.text) for place, word in enumerate(words) if place not in mine)
    unasked = ", ".join(_plain(text) for place, text in enumerate(listed) if place not in theirs)
    details = MEANINGS | {
        "query_share": f"{measures.query_share:.0%} of the query agrees: {told or 'nothing'}.",
        "overlap": f"{measures.overlap:.0%} of both names together agrees.",
        "spelling": f"The words that agree are spelt {measures.spelling:.0%} alike.",
        "rarity": f"Rarity of the words that agree: {measures.rarity:.0%} of the most that counts.",
        "query_left": f"Not in the listed name: {lacking}.",
        "name_left": f"Not in the query: {unasked}.",
    }
    for field, weight in WEIGHTS.items():
        value = getattr(measures, field)
        if value:
            yield Feature(name=field, score=round(value, 4), weight=weight, detail=details[field])


def _plain(text: str) -> str:
    """A word without the marks of legal forms and of words without vowels."""
    return text.lstrip("=~")
