"""The words of dates and the fragments of expressions that the grammar is put together from.

Every repetition in a fragment is bounded, so that the time of a search grows with the length of the text and no faster.
"""

import re

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

SOLAR_HIJRI_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "farvardin",
            "ordibehesht",
            "khordad",
            "tir",
            "mordad amordad",
            "shahrivar",
            "mehr",
            "aban",
            "azar",
            "dey",
            "bahman",
            "esfand",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

SEASON_MONTHS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season: seasons are calendar months of the northern half of the earth."""

DIGIT_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: dict[str, int] = {word: number for number, word in enumerate(_SMALL)}
NUMBERS.update({word: 10 * number for number, word in enumerate(_TENS, start=2)})
NUMBERS.update({"a": 1, "an": 1, "the": 1})
_ORDINALS = ("first", "second", "third", "fourth")
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_ORDINALS, start=1)}


def _names(table: dict[str, int], minimum: int) -> str:
    words = sorted((word for word in table if len(word) >= minimum), key=lambda word: (-len(word), word))
    return "|".join(f"{word.capitalize()}|{word.upper()}" for word in words)


SPACE = r"(?:[^\S\n]{1,4}\n?[^\S\n]{0,4}|\n[^\S\n]{0,4})"
"""White space within a paragraph: at most one line break."""
DASH = r"[-\u2010-\u2015\u2212]"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NTH = rf"{DAY}(?:st|nd|rd|th)?"
YEAR = r"(?:1[6-9]|20)\d\d"
MONTH = rf"(?:{_names(MONTHS, 3)})"
_IS_FULL = {name: len(name) > 4 or name in ("may", "june", "july") for name in MONTHS}
FULL_MONTH = rf"(?:{_names({name: number for name, number in MONTHS.items() if _IS_FULL[name]}, 3)})"
_SHORT_MONTH = rf"(?:{_names({name: number for name, number in MONTHS.items() if not _IS_FULL[name]}, 3)})"
MONTH_DOT = rf"(?:{FULL_MONTH}\b|{_SHORT_MONTH}\b\.?)"
WEEKDAY = rf"(?:{_names(WEEKDAYS, 6)})"
SHORT_WEEKDAY = rf"(?:{_names(WEEKDAYS, 3)})\b\.?"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
PERSIAN_MONTH = rf"(?:{_names(SOLAR_HIJRI_MONTHS, 3)})"
PERSIAN_YEAR = r"1[34]\d\d"
TENS_WORD = rf"(?:{'|'.join(_TENS)})"
NUMBER_WORD = (
    rf"(?:{TENS_WORD}(?:[-\s](?:{'|'.join(_SMALL[1:10])}))?|{'|'.join(sorted(_SMALL[1:], key=len, reverse=True))})"
)
COUNT = rf"(?:\d{{1,3}}(?:[.,]\d{{1,3}})?|{NUMBER_WORD})"
DAY_PART = r"(?:morning|afternoon|evening|night|noon|midday|midnight)"
START = r"(?<![\w$£€#%])(?<!\d[.,/:-])(?<![A-Za-z][-/])"
"""What may not stand before a figure of a date: a word, a currency, the rest of a longer number, a model name."""
STOP = r"(?![\w%])(?![.,/:]\d)"


def month_of(word: str) -> int:
    """The number of a month from its name or abbreviation."""
    return MONTHS[word.rstrip(".").lower()]


def weekday_of(word: str) -> int:
    """The number of a weekday, Monday being 0."""
    return WEEKDAYS[word.rstrip(".").lower()]


def number_of(word: str) -> int | None:
    """The value of a whole number in figures or in words ("sixty-three"); None for a fraction."""
    word = word.lower().strip()
    if word.isascii() and word.isdigit():
        return int(word)
    parts = re.split(r"[-\s]+", word)
    if not all(part in NUMBERS for part in parts):
        return None
    return sum(NUMBERS[part] for part in parts)


def ordinal_of(word: str) -> int:
    """The value of an ordinal number in figures or in words."""
    word = word.lower()
    return ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))
