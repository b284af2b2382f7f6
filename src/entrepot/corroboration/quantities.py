"""Figures in a claim's sentence, and whether two of them can both be right as printed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from entrepot.corroboration.words import stem_word
from entrepot.reference.goods import goods_lemma

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)
_TENS = {word: 10 * at for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_WORDS = {word: at for at, word in enumerate(_SMALL)} | _TENS | {"dozen": 12, "a dozen": 12, "half a dozen": 6}
_SCALE = {
    "hundred": 100.0,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
}
_CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR",
    "euros": "EUR", "£": "GBP", "gbp": "GBP", "pounds": "GBP", "sterling": "GBP", "₽": "RUB", "rubles": "RUB",
    "roubles": "RUB", "yuan": "CNY", "¥": "CNY", "renminbi": "CNY", "dirhams": "AED", "lira": "TRY", "tenge": "KZT",
    "rials": "IRR", "drams": "AMD", "won": "KRW",
}  # fmt: skip
_TONNES = {"tonne": 1.0, "tonnes": 1.0, "ton": 1.0, "tons": 1.0, "kilogram": 0.001, "kilograms": 0.001, "kg": 0.001}

_PACKS = {
    **dict.fromkeys("consignment batch lot".split(), "consignments"),
    **dict.fromkeys("barrel bbl".split(), "barrels"),
    **dict.fromkeys("container teu".split(), "containers"),
    **dict.fromkeys("lorry truck truckload".split(), "lorries"),
    **dict.fromkeys("wagon railcar".split(), "wagons"),
    **dict.fromkeys("piece unit".split(), "pieces"),
}
"""What goods are counted in, whatever they are; from common usage in reports on trade."""

_NUMBER = r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELT = "|".join(
    sorted(
        (
            *_SMALL[1:],
            *_TENS,
            *(f"{ten}-{one}" for ten in _TENS for one in _SMALL[1:10]),
            "half a dozen",
            "a dozen",
            "dozen",
        ),
        key=len,
        reverse=True,
    )
)
_ANY_SPELT = re.compile(rf"\b(?:{_SPELT})\b", re.IGNORECASE)
_OVER = r"(?<!handed )(?<!hand )(?<!hands )(?<!turned )(?<!taken )(?<!took )over"
_HEDGE = (
    rf"(?P<hedge>more than|{_OVER}|at least|no fewer than|not less than|upwards of|above|exceeding|up to|less than|"
    r"fewer than|under|at most|no more than|below|about|around|some|nearly|almost|roughly|approximately|close to|"
    r"an estimated|circa)?"
)
_CURRENCY = "|".join(word for word in _CURRENCIES if word.isalpha())
_FIGURE = re.compile(
    rf"(?<![\w.,-])(?:{_HEDGE}\s*)(?P<sign>US\$|[$€£¥₽])?\s?(?P<first>{_NUMBER}|\b(?:{_SPELT})\b)"
    rf"(?:\s?(?:-|–|to|and|or)\s?(?:US\$|[$€£¥₽])?(?P<second>{_NUMBER})(?![\w]))?"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|mln|billion|bn|trillion|[kmb](?![\w])))?"
    rf"(?:\s(?:US\s|Hong Kong\s|Turkish\s|Russian\s)?(?P<currency>{_CURRENCY})\b)?(?![\d%]|\s?per ?cent)",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\s+(?:as\s+)?the\s+(?:total\s+)?number\s+of\b", re.IGNORECASE)
_NEXT = re.compile(r"[^\W\d_][\w'’-]*|[^\s\w]")
_QUOTES = str.maketrans(dict.fromkeys('"“”«»', " "))
_BREAKS = frozenset(
    "of in to from for at on by with and or that which who were was are is have has had will would into via through "
    "since during after before a the an as than than, per, each".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec".split()
)
_NO_UNITS = frozenset(
    "year month week day hour minute time percent per cent decade century point degree kilometre kilometer km mile "
    "metre am pm".split()
)
_AT_LEAST = frozenset(
    ("more than", "over", "at least", "no fewer than", "not less than", "upwards of", "above", "exceeding")
)
_AT_MOST = frozenset(("up to", "less than", "fewer than", "under", "at most", "no more than", "below"))
_LOOSE = 0.1
"""A hedged figure ("about 100") covers a tenth on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure as printed, with its unit and the range that the words leave open.

    `unit` is a currency code, `tonnes`, or the stem of the thing counted. `low` and `high` are in that unit; both are
    included, and either may be infinite.
    """

    text: str
    unit: str
    low: float
    high: float

    def can_be(self, other: "Quantity") -> bool:
        """True where one number may lie in both ranges."""
        return self.low <= other.high and other.low <= self.high


def read_quantities(sentence: str, counted: frozenset[str]) -> tuple[Quantity, ...]:
    """The sums of money, the weights, and the numbers of whatever `counted` has the stems of; no dates, no shares."""
    if not any(sign.isdigit() for sign in sentence) and not _ANY_SPELT.search(sentence):
        return ()
    return tuple(_find_quantities(sentence, counted))


def disagree(one: Iterable[Quantity], other: Iterable[Quantity]) -> tuple[Quantity, Quantity] | None:
    """A figure of each side in one unit that cannot both be right, where the sides have no figure of that unit in
    common.
    """
    for left in one:
        there = [right for right in other if right.unit == left.unit]
        here = [each for each in one if each.unit == left.unit]
        if there and not any(each.can_be(right) for each in here for right in there):
            return left, there[0]
    return None


def _find_quantities(sentence: str, counted: frozenset[str]) -> Iterator[Quantity]:
    for match in _FIGURE.finditer(sentence):
        unit = _unit(sentence, match, counted)
        value = _value(match["first"], match["scale"])
        if unit is None or value is None:
            continue
        second = _value(match["second"], match["scale"]) if match["second"] else None
        name, factor = unit
        low, high = _range(value, second, match, is_measured=name == "tonnes")
        yield Quantity(
            text=_print(sentence, match, name),
            unit=name,
            low=low * factor,
            high=high * factor,
        )


def _print(sentence: str, match: re.Match[str], unit: str) -> str:
    """The figure with the words up to what is counted."""
    text = " ".join(match.group().split())
    if unit in _CURRENCIES.values():
        return text
    words = _after(sentence, match).split()
    last = max(
        (
            at
            for at, word in enumerate(words)
            if stem_word(word) == unit or word.lower() in _TONNES or _PACKS.get(goods_lemma(word)) == unit
        ),
        default=0,
    )
    return " ".join([text, *words[: last + 1]])


def _unit(sentence: str, match: re.Match[str], counted: frozenset[str]) -> tuple[str, float] | None:
    """The unit of a figure and what it is to be multiplied by; None for years, dates and shares."""
    sign = (match["sign"] or match["currency"] or "").lower()
    if sign:
        return _CURRENCIES[sign], 1.0
    words = _after(sentence, match).split()
    if not words or words[0].lower() in _MONTHS or _is_date(sentence, match):
        return None
    weight = next((_TONNES[word.lower()] for word in words[:2] if word.lower() in _TONNES), None)
    if weight is not None:
        return "tonnes", weight
    if stem_word(words[0]) in _NO_UNITS:
        return None
    pack = next((_PACKS[name] for word in words if (name := goods_lemma(word)) in _PACKS), None)
    unit = pack or next((stem for word in reversed(words) if (stem := stem_word(word)) in counted), None)
    return (unit, 1.0) if unit else None


def _is_date(sentence: str, match: re.Match[str]) -> bool:
    """True for a year, or for a day with its month before it."""
    before = sentence[: match.start("first")].split()[-1:]
    bare = match["first"].isdigit() and not match["scale"]
    is_year = bare and len(match["first"]) == 4 and 1900 <= int(match["first"]) <= 2099
    return is_year or bool(bare and before and before[0].strip(".,").lower() in _MONTHS)


def _after(sentence: str, match: re.Match[str]) -> str:
    """The words after a figure up to the noun that is counted: "cooperation documents"."""
    words: list[str] = []
    start = match.end()
    if number_of := _NUMBER_OF.match(sentence, start):
        start = number_of.end()
    for word in _NEXT.findall(sentence[start : start + 80].translate(_QUOTES)):
        if not word[0].isalpha() or word.lower() in _BREAKS or len(words) == 5:
            break
        words.append(word)
    return " ".join(words)


def _value(printed: str, scale: str | None) -> float | None:
    lower = printed.lower()
    if lower[0].isdigit():
        number = float(re.sub(r"[,\u202f\u00a0]", "", lower))
    else:
        ten, _, one = lower.partition("-")
        number = _WORDS.get(lower, _WORDS.get(ten, 0) + _WORDS.get(one, 0))
    return number * _SCALE.get((scale or "").lower(), 1.0)


def _range(value: float, second: float | None, match: re.Match[str], *, is_measured: bool) -> tuple[float, float]:
    """What the words leave open around a figure."""
    hedge = (match["hedge"] or "").lower()
    if second is not None and second > value:
        return value, second
    if hedge in _AT_LEAST:
        return value, float("inf")
    if hedge in _AT_MOST:
        return 0.0, value
    if hedge:
        return value * (1 - _LOOSE), value * (1 + _LOOSE)
    rounding = _rounding(match["first"], match["scale"], is_measured=is_measured)
    return value - rounding, value + rounding


def _rounding(printed: str, scale: str | None, *, is_measured: bool) -> float:
    """Half of the last place that a large or weighed figure was printed to.

    "160 million" may be 158, and twelve tonnes 11.8, but "20 ships" are not 22.
    """
    digits = re.sub(r"[^\d.]", "", printed)
    value = _value(printed, scale) or 0.0
    if value < 100 and not is_measured:
        return 0.0
    whole, _, decimals = digits.partition(".")
    zeros = len(whole) - len(whole.rstrip("0")) if value >= 100 else 0
    place = 10.0 ** -len(decimals) if decimals else 10.0**zeros
    return 0.5 * place * _SCALE.get((scale or "").lower(), 1.0) * (1 - 1e-9)
