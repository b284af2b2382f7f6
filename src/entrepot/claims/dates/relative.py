"""Grammar of dates counted from the day of writing or from another date, of lengths of time and recurring times."""

import re

from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.absolute import Reader, Rule
from entrepot.claims.dates.nodes import Deictic, NoDate, Node, Same, Unit, Weekday, YearBack

S = lex.SPACE
_DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_PICKS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_PERIOD = "week|weekend|month|quarter|year|decade|century"
_BY_NAME: dict[str, Unit] = {
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


def _unit(word: str) -> Unit:
    word = word.lower()
    return _BY_NAME.get("century" if word.startswith("centur") else word.rstrip("s"), "day")


def _read_day_word(match: re.Match[str]) -> Node | None:
    return Deictic(unit="day", offset=_DAY_WORDS[match["word"].lower()])


def _read_far_day(match: re.Match[str]) -> Node | None:
    return Deictic(unit="day", offset=-2 if match["word"].lower() == "before" else 2)


def _read_day_part(match: re.Match[str]) -> Node | None:
    return Deictic(unit="day", offset=-1 if match["pick"].lower() == "last" else 0)


def _read_period(match: re.Match[str]) -> Node | None:
    unit, pick = _unit(match["unit"]), match["pick"].lower()
    if unit == "weekend" and pick == "this":
        return Deictic(unit="weekend", offset=0)
    return Deictic(unit=unit, offset=_PICKS[pick])


def _read_ago(match: re.Match[str]) -> Node | None:
    word = match["count"].lower()
    count = 2 if word.startswith("couple") else lex.number_of(word)
    unit = _unit(match["unit"])
    if count is None:
        return NoDate(kind="duration")
    if unit == "year" and count == 1:
        return YearBack(spoken=True)
    return Deictic(unit=unit, offset=-count * (2 if match["unit"].lower().startswith("fortnight") else 1))


def _read_shift(match: re.Match[str]) -> Node | None:
    count, unit = lex.number_of(match["count"]), _unit(match["unit"])
    earlier = match["way"].lower() in ("earlier", "before", "previously")
    if count is None:
        return NoDate(kind="duration")
    if unit == "year" and count == 1 and earlier:
        return YearBack(spoken=False)
    return Same(unit=unit, shift=-count if earlier else count)


def _read_same(match: re.Match[str]) -> Node | None:
    groups = match.groupdict()
    if groups.get("count"):
        count = lex.number_of(groups["count"])
        months = {"month": 1, "quarter": 3}.get(match["unit"].lower().rstrip("s"))
        return None if count is None or months is None else Same(unit="months", count=count * months)
    if match["unit"].lower() == "period":
        return Same(unit="months", count=0)
    return Same(unit=_unit(match["unit"]))


def _read_next_to(match: re.Match[str]) -> Node | None:
    back = match["way"].lower() in ("previous", "preceding")
    return Same(unit=_unit(match["unit"]), shift=-1 if back else 1)


def _read_side_day(match: re.Match[str]) -> Node | None:
    return Same(unit="day", shift=-1 if match["way"].lower() in ("before", "earlier") else 1)


def _read_weekday(match: re.Match[str]) -> Node | None:
    groups = match.groupdict()
    pick = (groups.get("pick") or "").lower()
    pick = {"past": "last", "previous": "last", "coming": "next", "following": "next"}.get(pick, pick)
    return Weekday(number=lex.weekday_of(match["weekday"]), pick=pick)


def _read_year_back(match: re.Match[str]) -> Node | None:
    return YearBack(spoken=True)


def _read_latest(match: re.Match[str]) -> Node | None:
    return Same(unit="months", count=3) if match["unit"].lower() == "quarter" else Same(unit="months", count=0)


def _read_duration(match: re.Match[str]) -> Node | None:
    return NoDate(kind="duration")


def _read_set(match: re.Match[str]) -> Node | None:
    return NoDate(kind="set")


def _rule(pattern: str, reader: Reader) -> Rule:
    return re.compile(pattern, re.IGNORECASE), reader


def _cased(pattern: str, reader: Reader) -> Rule:
    return re.compile(pattern), reader


_LENGTH = r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
_VAGUE = rf"(?:a{S}few|several|many|some|a{S}couple{S}of|dozens{S}of|a{S}dozen|hundreds{S}of|the{S}(?:past|last|next|coming){S}(?:few|{lex.COUNT}))"
_PART_AFTER = rf"(?:{S}{lex.DAY_PART})?"

RULES: tuple[Rule, ...] = (
    _rule(rf"\b(?:the{S})?day{S}(?P<word>before|after){S}(?:yesterday|tomorrow)\b", _read_far_day),
    _rule(
        rf"\b(?:early{S}|late{S}|earlier{S}|later{S})?(?P<word>yesterday|today|tonight|tomorrow)\b{_PART_AFTER}",
        _read_day_word,
    ),
    _rule(
        rf"\b(?:early{S}|late{S}|earlier{S}|later{S})?(?P<pick>this|last){S}(?:morning|afternoon|evening|night)\b",
        _read_day_part,
    ),
    _rule(
        rf"\b(?:earlier{S}|later{S})?(?:the{S})?(?P<pick>last|past|previous|this|current|next|coming){S}(?:fiscal{S}|calendar{S})?(?P<unit>{_PERIOD})\b(?!{S}(?:or{S}(?:so|two)))",
        _read_period,
    ),
    _rule(
        rf"\b(?:earlier|later){S}in{S}(?P<pick>the){S}(?P<unit>year|month|week|decade)\b",
        lambda m: Deictic(unit=_unit(m["unit"]), offset=0),
    ),
    _rule(
        rf"\b(?:nearly{S}|almost{S}|about{S}|exactly{S}|just{S}|over{S})?(?:a{S})?(?P<count>couple{S}of|several|few|many|an?|{lex.COUNT}){S}(?P<unit>days?|weeks?|fortnights?|months?|years?|decades?){S}ago\b",
        _read_ago,
    ),
    _rule(
        rf"\b(?P<count>an?|{lex.COUNT}){S}(?P<unit>days?|weeks?|months?|years?){S}(?P<way>earlier|later|before|previously)\b",
        _read_shift,
    ),
    _rule(rf"\byear[- ](?:ago|earlier)(?:{S}(?:period|quarter|third{S}quarter))?\b", _read_year_back),
    _rule(rf"\b(?:the{S})?same{S}(?P<count>{lex.COUNT}){S}(?P<unit>months|quarters)\b", _read_same),
    _rule(rf"\b(?:the|that|this)?{S}?(?:very{S})?same{S}(?P<unit>day|week|month|quarter|year|period)\b", _read_same),
    _rule(rf"\bthat{S}(?P<unit>day|week|month|quarter|year|decade|period)\b", _read_same),
    _rule(
        rf"\bthe{S}(?P<way>following|next|previous|preceding){S}(?P<unit>day|week|month|quarter|year)\b", _read_next_to
    ),
    _rule(rf"\b(?:the|a){S}day{S}(?P<way>before|after|earlier|later)\b", _read_side_day),
    _cased(
        rf"\b(?:[Ee]arly{S}|[Ll]ate{S}|[Ee]arlier{S}|[Ll]ater{S})?(?:the{S})?(?P<pick>[Ll]ast|[Pp]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming|[Ff]ollowing){S}(?P<weekday>{lex.WEEKDAY})\b{_PART_AFTER}",
        _read_weekday,
    ),
    _cased(
        rf"\b(?:[Ee]arly{S}|[Ll]ate{S}|[Ee]arlier{S}|[Ll]ater{S})?(?P<weekday>{lex.WEEKDAY})\b{_PART_AFTER}",
        _read_weekday,
    ),
    _rule(rf"\bthe{S}(?:latest|most{S}recent){S}(?:fiscal{S})?(?P<unit>quarter|period)\b", _read_latest),
    _rule(
        rf"\b(?P<x>{lex.COUNT}[- {lex.DASH[1:-1]}](?:second|minute|hour|day|week|month|year|decade)(?:[- ]olds?|s[- ]olds?)?)\b",
        _read_duration,
    ),
    _rule(
        rf"\b(?:{_VAGUE}|an?|{lex.COUNT}(?:{S}(?:to|or|and{S}a{S}half){S}{lex.COUNT})?){S}(?:more{S}|full{S}|whole{S}|consecutive{S}|straight{S}|long{S})?{_LENGTH}s?\b",
        _read_duration,
    ),
    _rule(rf"\b(?:decades|centuries)\b(?!{S}ago)", _read_duration),
    _rule(
        rf"\b(?:every|each|per){S}(?:other{S}|second{S}|single{S}|{lex.COUNT}{S})?(?:{_LENGTH}s?|morning|evening|afternoon|weekend|{lex.WEEKDAY}|{lex.MONTH}|{lex.SEASON})\b",
        _read_set,
    ),
    _rule(
        rf"\b(?:(?:once|twice|times|tons|tonnes|barrels|units|pieces|drones|shells|rounds|missiles|containers|vehicles|dollars|euros|(?:mil|bil)lion|thousand){S})(?P<x>an?{S}(?:hour|day|week|month|quarter|year))\b",
        _read_set,
    ),
    _rule(
        rf"(?<![\w,.])(?:\d{{1,3}}(?:,\d{{3}}){{0,3}}|\d{{1,6}}(?:\.\d{{1,3}})?){S}[a-z]{{2,14}}{S}(?P<x>an?{S}(?:hour|day|week|month|quarter|year))\b(?!{S}(?:ago|earlier|later|before|after))",
        _read_set,
    ),
    _rule(r"\b(?:annually|yearly|monthly|fortnightly)\b", _read_set),
    _cased(rf"\b(?:on{S})?(?P<x>{lex.WEEKDAY}s)\b", _read_set),
)
