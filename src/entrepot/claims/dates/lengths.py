"""Grammar of what is no date: lengths of time, ages, recurring times."""

import re

from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import NoDate, Node
from entrepot.claims.dates.rules import Match, Rule, rule


def _read_duration(match: Match) -> Node | None:
    """A length of time; not "one day" in the sense of some day, nor a share ("three quarters of the exports")."""
    words = match[0].lower()
    if words == "one day" and not match.string.startswith(" of ", match.end()):
        return None
    if re.search(r"quarters?$", words) and re.match(r"\s+of\b", match.string[match.end() : match.end() + 6]):
        return None
    # "a second firm" counts firms.
    return None if words.split()[-1] == "second" and "-" not in words else NoDate(kind="duration")


def _read_set(match: Match) -> Node | None:
    return NoDate(kind="set")


_UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
_VAGUE = (
    r"(?:a few|several|many|some|a couple of|dozens of|a dozen|half a|hundreds of|"
    rf"the (?:past|last|next|coming) (?:few|{lex.COUNT}))"
)
_RANGE = rf"{lex.COUNT}(?:(?: (?:to|or) |{lex.DASH}){lex.COUNT}| and a half)?"
_FULLNESS = r"(?:more |full |whole |consecutive |straight |long )?"
_PER = r"an? (?:hour|day|week|month|quarter|year)\b(?! (?:ago|earlier|later|before|after|or (?:so|two)))"
_COUNTED = (
    r"(?:once|twice|times|percent|tons|tonnes|barrels|units|pieces|drones|shells|rounds|missiles|containers|vehicles|"
    r"dollars|euros|million|billion|thousand)"
)
# "500,000 barrels a year", "90 drones each month": a figure, the thing counted, a unit of time.
_FIGURE = r"(?<![\w,.])(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,6}(?:\.\d{1,3})?)"

# Recurring times first: "a year" alone is as long as "a year" after "500,000 barrels".
RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:every|each|per) (?:other |second |single |{lex.COUNT} )?"
        rf"(?:{_UNIT}s?|morning|evening|afternoon|weekend|{lex.WEEKDAY}|{lex.FULL_MONTH}|{lex.SEASON})\b",
        _read_set,
        "each",
        any_case=True,
    ),
    rule(rf"\b{_COUNTED} (?P<x>{_PER})", _read_set, "unit", any_case=True),
    rule(rf"{_FIGURE} (?:[a-z]{{2,14}} ){{1,3}}(?P<x>{_PER})", _read_set, "unit", any_case=True),
    rule(r"\b(?:yearly|monthly|fortnightly)\b", _read_set, "unit", any_case=True),
    rule(r"\b(?:annually)\b", _read_set, "word", any_case=True),
    rule(rf"\b(?P<x>{lex.WEEKDAY}s)\b", _read_set, "weekday"),
    rule(
        rf"\b{lex.COUNT}(?:\s|{lex.DASH})(?:second|minute|hour|day|week|month|year|decade)(?:s?[-\s]olds?)?\b",
        _read_duration,
        "unit",
        any_case=True,
    ),
    rule(
        rf"\b(?:{_VAGUE}|an?|{_RANGE}) {_FULLNESS}{_UNIT}s?\b(?![-\s](?:ago|earlier))",
        _read_duration,
        "unit",
        any_case=True,
    ),
    rule(rf"\b(?:{_VAGUE}|{_RANGE}) {_FULLNESS}nights\b", _read_duration, "part", any_case=True),
    rule(r"\b(?:decades|centuries)\b(?! ago)", _read_duration, "unit", any_case=True),
)
