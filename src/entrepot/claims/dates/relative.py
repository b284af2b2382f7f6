"""Grammar of dates counted from the day of writing or from another date of the text."""

import re

from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import AnyBefore, Deictic, NoDate, Node, Same, SameIn, Unit, Weekday, YearBack
from entrepot.claims.dates.rules import OFFSET_AFTER, Match, Rule, offset_of, pick_of, rule, year_of

# "A year ago" beside figures compares like with like; elsewhere it is the calendar year before.
_COMPARED = re.compile(
    r"\b(?:than|compared|from|against|versus|as much|as many|a share)\b|[%$€£]|\bpercent\b", re.IGNORECASE
)
_DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1, "": 0}
_UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


def _unit(match: Match) -> Unit:
    return _UNITS[match["unit"].lower().removesuffix("s")]


def _read_day_word(match: Match) -> Node | None:
    return Deictic(unit="day", offset=_DAY_WORDS[match["word"].lower()])


def _read_far_day(match: Match) -> Node | None:
    return Deictic(unit="day", offset=-2 if match["word"].lower() == "before" else 2)


_ROLLING = re.compile(r"\b(?:over|for|during|within|in)\s$", re.IGNORECASE)


def _read_period(match: Match) -> Node | None:
    """A calendar period; "the past year" and "over the last month" are lengths of time up to now."""
    words = match[0].lower().split()
    before = match.string[max(0, match.start() - 8) : match.start()]
    if words[:2] == ["the", "past"] or (words[0] == "the" and words[1] in ("last", "next") and _ROLLING.search(before)):
        return NoDate(kind="duration")
    if words[:2] == ["the", "next"]:
        return Same(unit=_unit(match), shift=1)
    return Deictic(unit=_unit(match), offset=_STEPS[pick_of(match)])


def _read_part_of_day(match: Match) -> Node | None:
    return Deictic(unit="day", offset=_STEPS[pick_of(match)])


def _read_before_last(match: Match) -> Node | None:
    return Deictic(unit=_unit(match), offset=-2)


def _read_running(match: Match) -> Node | None:
    return Deictic(unit=_unit(match), offset=0)


def _read_year_end(match: Match) -> Node | None:
    return Deictic(unit="year", offset=0)


def _read_past_weekend(match: Match) -> Node | None:
    return Deictic(unit="weekend", offset=-1)


def _read_latest(match: Match) -> Node | None:
    return Deictic(unit="quarter", offset=-1)


def _read_ago(match: Match) -> Node | None:
    word = match["count"].lower()
    count = 2 if word.startswith("couple") else lex.number_of(word)
    if count is None:
        return NoDate(kind="duration")
    unit = _unit(match)
    if unit == "year" and count == 1 and _COMPARED.search(match.string, max(0, match.start() - 80), match.start()):
        return YearBack(spoken=True)
    return Deictic(unit=unit, offset=-count * (2 if match["unit"].lower().startswith("fortnight") else 1))


def _read_shift(match: Match) -> Node | None:
    count, unit = lex.number_of(match["count"]), _unit(match)
    earlier = match["way"].lower() in ("earlier", "before", "previously")
    if count is None:
        return NoDate(kind="duration")
    if unit == "year" and count == 1 and earlier:
        return YearBack(spoken=False)
    return Same(unit=unit, shift=-count if earlier else count)


def _read_weekday_of_week(match: Match) -> Node | None:
    return Weekday(number=lex.weekday_of(match["weekday"]), week=_STEPS[pick_of(match)])


def _read_year_back(match: Match) -> Node | None:
    return YearBack(spoken=True)


def _read_same(match: Match) -> Node | None:
    unit = match["unit"].lower()
    return Same(unit="months", count=0) if unit == "period" else Same(unit=_unit(match))


def _read_same_run(match: Match) -> Node | None:
    count = lex.number_of(match["count"])
    size = 3 if match["unit"].lower() == "quarters" else 1
    return None if count is None else Same(unit="months", count=count * size)


def _read_same_in(match: Match) -> Node | None:
    return SameIn(year=year_of(match), year_offset=offset_of(match))


def _read_same_day(match: Match) -> Node | None:
    return Same(unit="day")


def _read_beside(match: Match) -> Node | None:
    back = match["way"].lower() in ("previous", "preceding", "before", "earlier")
    return Same(unit=_unit(match), shift=-1 if back else 1)


def _read_then(match: Match) -> Node | None:
    return AnyBefore()


# "Black Friday", "the Sunday Times": names.
_NAME_BEFORE = re.compile(r"\b(?:Black|Good|Bloody|Holy|Easter|Palm|Ash|Super)\s$")
_NAME_AFTER = re.compile(r"\s(?:Times|Telegraph|Mail|Express|Herald|Mirror|Post|Star)\b")


def _read_weekday(match: Match) -> Node | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _NAME_BEFORE.search(before) or _NAME_AFTER.match(match.string, match.end()):
        return None
    return Weekday(number=lex.weekday_of(match["weekday"]), pick=pick_of(match))


_LOOSE = r"(?:early |late |earlier |later )?"
_WEEKDAY = rf"(?P<weekday>{lex.WEEKDAY})\b(?: {lex.DAY_PART})?"
_LOOSE_CASED = r"(?:[Ee]arly |[Ll]ate |[Ee]arlier |[Ll]ater )?"
_PICK_CASED = r"(?P<pick>[Ll]ast|[Pp]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming|[Ff]ollowing)"
_SPANS = "week|weekend|month|quarter|year|decade|century"
_EDGE = r"(?:beginning|start|middle|end|close) of"
_ABOUT = r"(?:nearly |almost |about |exactly |just |over |more than )?"

RULES: tuple[Rule, ...] = (
    rule(r"\b(?:the )?day (?P<word>before|after) (?:yesterday|tomorrow)\b", _read_far_day, "part", any_case=True),
    rule(
        rf"\b{_LOOSE}(?P<word>yesterday|today|tonight|tomorrow)\b(?: {lex.DAY_PART})?",
        _read_day_word,
        "part",
        any_case=True,
    ),
    rule(
        rf"\b{_LOOSE}(?P<pick>this|last) (?:morning|afternoon|evening|night)\b",
        _read_part_of_day,
        "part",
        any_case=True,
    ),
    rule(
        r"\b(?:earlier |later )?(?:the )?(?P<pick>last|past|this|current|next|coming) "
        rf"(?:fiscal |calendar )?(?P<unit>{_SPANS})\b(?! or (?:so|two))",
        _read_period,
        "unit",
        any_case=True,
    ),
    rule(
        rf"\b(?:earlier in|later in|{_EDGE}) (?P<x>the (?P<unit>year|month|week|decade))\b",
        _read_running,
        "unit",
        any_case=True,
    ),
    rule(r"\b(?:the )?year[’']?s?[-\s]end\b", _read_year_end, "unit", any_case=True),
    rule(r"\b(?:over|at|during) (?P<x>the (?P<unit>weekend))\b", _read_past_weekend, "unit", any_case=True),
    rule(r"\bthe (?:latest|most recent) (?:fiscal )?quarter\b", _read_latest, "unit", any_case=True),
    rule(
        rf"\b{_ABOUT}(?:a )?(?P<count>couple of|several|few|many|an?|{lex.COUNT}) "
        r"(?P<unit>days?|weeks?|fortnights?|months?|years?|decades?) ago\b",
        _read_ago,
        "unit",
        any_case=True,
    ),
    rule(
        rf"\b(?P<count>an?|{lex.COUNT}) (?P<unit>days?|weeks?|months?|years?) "
        r"(?P<way>earlier|later|before|previously)\b",
        _read_shift,
        "unit",
        any_case=True,
    ),
    rule(r"\byear[-\s](?:ago|earlier)(?: (?:period|quarter))?\b", _read_year_back, "unit", any_case=True),
    rule(
        rf"\b(?:the )?(?:same|corresponding|comparable|equivalent) (?:period|quarter|month|(?:{lex.COUNT} )?months)"
        rf"(?:,? (?:of |in )?(?P<year>{lex.YEAR})\b|{OFFSET_AFTER}|,? (?:of |in )?(?:a year (?:earlier|before|ago)|"
        r"the (?:previous|preceding) year)\b)",
        _read_same_in,
        "unit",
        any_case=True,
    ),
    rule(r"\bthat (?:same )?(?:morning|afternoon|evening|night)\b", _read_same_day, "part", any_case=True),
    rule(rf"\b(?:the )?same (?P<count>{lex.COUNT}) (?P<unit>months|quarters)\b", _read_same_run, "unit", any_case=True),
    rule(
        r"\b(?:the |that |this )?(?:very )?same (?P<unit>day|week|month|quarter|year|period)\b",
        _read_same,
        "unit",
        any_case=True,
    ),
    rule(r"\b(?:that|the latest) (?P<unit>day|week|month|year|decade|period)\b", _read_same, "unit", any_case=True),
    rule(
        r"\bthe (?P<way>following|next|previous|preceding) (?P<unit>day|week|month|quarter|year)\b",
        _read_beside,
        "unit",
        any_case=True,
    ),
    rule(
        r"\b(?:the|a) (?P<unit>day|week|month|year) (?P<way>before|after)\b(?! last)",
        _read_beside,
        "unit",
        any_case=True,
    ),
    rule(r"\b(?:since|until|by) (?P<x>then)\b", _read_then, "word", any_case=True),
    rule(r"\bthe (?P<unit>week|month|year) before last\b", _read_before_last, "unit", any_case=True),
    rule(rf"\b{_LOOSE_CASED}(?:the |[Tt]his (?=past))?{_PICK_CASED} {_WEEKDAY}", _read_weekday, "weekday"),
    rule(rf"\b{_WEEKDAY},? (?:of )?(?P<pick>last|this|next) week\b", _read_weekday_of_week, "weekday"),
    rule(rf"\b{_LOOSE_CASED}{_WEEKDAY}", _read_weekday, "weekday"),
)
