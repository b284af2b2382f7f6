"""Units of value and weight in words: "thousand USD", "mln EUR", "tonnes"."""

import re
from dataclasses import dataclass

from entrepot.trade.importers.expressions import look_up_sql, once_sql

_SCALES = {
    **dict.fromkeys(
        ("thousand", "thousands", "thsd", "ths", "thous", "k", "000", "1000", "тыс", "тысяч", "тис", "bin"), 1_000
    ),
    **dict.fromkeys(("million", "millions", "mln", "mio", "mn", "m", "1000000", "млн", "milyon"), 1_000_000),
    **dict.fromkeys(("billion", "billions", "bln", "bn", "1000000000", "млрд"), 1_000_000_000),
    "10": 10,
    "100": 100,
    "1": 1,
}
_CURRENCIES = {
    **dict.fromkeys(("usd", "us$", "$", "dollar", "dollars", "us-dollar", "us-dollars"), "USD"),
    **dict.fromkeys(("долл", "доллар", "доллара", "долларов", "дол", "доларів"), "USD"),
    **dict.fromkeys(("eur", "€", "euro", "euros", "ecu", "евро"), "EUR"),
    **dict.fromkeys(("gbp", "£", "pound", "pounds"), "GBP"),
}
_OF_AMERICA = ("us", "u", "s", "сша", "abd")
"""Words that say whose dollars are meant."""
_WEIGHTS = {
    **dict.fromkeys(("kg", "kgs", "kilogram", "kilograms", "kilogramme", "kilogrammes", "кг", "килограмм"), 1.0),
    **dict.fromkeys(("t", "tonne", "tonnes", "ton", "tons", "mt", "т", "тонна", "тонны", "тонн"), 1000.0),
    **dict.fromkeys(("g", "gram", "grams"), 0.001),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), 0.45359237),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A scale and what is scaled: 1000 and "USD", or 1000 kilograms and "kg"."""

    factor: float
    name: str


def read_value_unit(text: str) -> Unit | None:
    """The currency (ISO 4217) and its scale; None where the words do not say exactly one currency."""
    words = _words(text)
    names = {found for word in words if (found := _CURRENCIES.get(word) or _iso_currency(word))}
    rest = [word for word in words if word not in _CURRENCIES and not _iso_currency(word)]
    factor = _scale([word for word in rest if word not in _OF_AMERICA or names != {"USD"}])
    return Unit(factor=factor, name=names.pop()) if len(names) == 1 and factor else None


def read_weight_unit(text: str) -> Unit | None:
    """Kilograms in one unit; None where the words do not say exactly one weight."""
    words = _words(text)
    units = [_WEIGHTS[word] for word in words if word in _WEIGHTS]
    factor = _scale([word for word in words if word not in _WEIGHTS])
    return Unit(factor=units[0] * factor, name="kg") if len(units) == 1 and factor else None


def currency_sql(text: str) -> str:
    """The currency that a text in small letters names; NULL unless it is exactly one, in a scale that is known."""
    known = _CURRENCIES | {code.lower(): code for code in sorted(_ISO_4217)}
    names = (
        f"list_distinct(list_filter([{look_up_sql('w', known)} FOR w IN {_words_sql(text)}], lambda n: n IS NOT NULL))"
    )
    found = once_sql(names, "names", "CASE WHEN len(names) = 1 THEN names[1] END")
    return f"CASE WHEN {value_factor_sql(text)} > 0 THEN {found} END"


def value_factor_sql(text: str) -> str:
    """The product of the scales in a text in small letters ("usd mln"); 0 where a word is neither."""
    plain = (*_OF_AMERICA, "of", "in", *_CURRENCIES, *sorted(code.lower() for code in _ISO_4217))
    known = {word: str(scale) for word, scale in _SCALES.items()} | dict.fromkeys(plain, "1")
    return f"list_product([coalesce({look_up_sql('w', known)}::DOUBLE, 0) FOR w IN {_words_sql(text)}])"


def _words_sql(text: str) -> str:
    marks = r"[\s,()/_.;:''’‘`]+"
    return f"list_filter(regexp_split_to_array(replace({text}, 'us $', 'us$'), '{marks}'), lambda w: w <> '')"


def _words(text: str) -> list[str]:
    joined = re.sub(r"(?<=\d)[,. '\u00a0](?=\d{3}(\D|$))", "", text.casefold().strip())
    spaced = re.sub(r"(?<![\w$])(\d+)(?=[a-z€$£])", r"\1 ", joined.replace("us $", "us$"))
    return [
        word for word in re.split(r"[\s,()/_.;:]+|(?<=[a-z])-(?=[a-z]{3,})", spaced) if word not in ("", "of", "in")
    ]


def _scale(words: list[str]) -> float:
    """The product of the scales; 0 where a word is none."""
    factor = 1.0
    for word in words:
        factor *= _SCALES.get(word, 0)
    return factor


def _iso_currency(word: str) -> str:
    return word.upper() if word.upper() in _ISO_4217 else ""


_ISO_4217 = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BOB BRL BWP BYN CAD CHF CLP CNY COP CRC CZK DKK DOP DZD EGP ETB"
    " GEL GHS GTQ HKD HNL HRK HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KPW KRW KWD KZT LAK LBP LKR LYD MAD"
    " MDL MKD MMK MNT MUR MVR MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB SAR"
    " SDG SEK SGD SYP THB TJS TMT TND TRY TTD TWD TZS UAH UGX UYU UZS VES VND XAF XOF YER ZAR ZMW".split()
)
"""Currencies in which statistics offices publish trade."""
