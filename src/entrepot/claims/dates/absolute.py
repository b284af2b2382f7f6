"""Grammar of days, months and years of the Gregorian calendar, with or without a year."""

import re
from calendar import monthrange

from entrepot.claims.dates import calendars
from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import Calendar, Fixed, NoDate, Node, OfThatYear, RunUp
from entrepot.claims.dates.rules import OFFSET_AFTER, TAIL, YEAR_AFTER, Match, Rule, offset_of, pick_of, rule, year_of


def _figure(word: str | None) -> int:
    return int(re.sub(r"\D", "", word)) if word else 0


def _fixed_day(year: int, month: int, day: int) -> Fixed:
    found = calendars.calendar_day(year, month, day)
    return Fixed(interval=None if found is None else calendars.one_day(found))


def _read_day(match: Match) -> Node | None:
    month, day, last = lex.month_of(match["month"]), _figure(match["day"]), _figure(match["last"])
    if calendars.calendar_day(2000, month, max(day, last)) is None:
        return None
    return Calendar(unit="day", number=month, day=day, last_day=last, year=year_of(match), year_offset=offset_of(match))


def _read_day_of_that_year(match: Match) -> Node | None:
    month, day = lex.month_of(match["month"]), _figure(match["day"])
    part = Calendar(unit="day" if day else "month", number=month, day=day)
    return OfThatYear(part=part)


def _read_part_of_month(match: Match) -> Node | None:
    """The first ten days, the second week, the latter half of a month; weeks are counted from its first day."""
    month, which = lex.month_of(match["month"]), match["which"].lower()
    # Of February the 28 days that every year has.
    length = monthrange(2001, month)[1]
    if match["unit"].lower() == "half":
        first, last = (1, 15) if which == "first" else (16, length)
    elif match["unit"].lower() == "week":
        place = lex.ORDINALS.get(which)
        first, last = (length - 6, length) if place is None else (7 * place - 6, 7 * place)
    else:
        count = lex.number_of(match["count"] or "") or 0
        first, last = (1, count) if which == "first" else (length - count + 1, length)
    if not 1 <= first < last <= length:
        return None
    return Calendar(
        unit="day", number=month, day=first, last_day=last, year=year_of(match), year_offset=offset_of(match)
    )


def _read_run_up(match: Match) -> Node | None:
    """A run of months up to a month: "the twelve months to June 2024", "the year ended in March"."""
    count = 12 if match["year_long"] else lex.number_of(match["count"] or "")
    if not count or count > 60:
        return None
    end = Calendar(unit="month", number=lex.month_of(match["month"]), year=year_of(match), year_offset=offset_of(match))
    return RunUp(months=count, end=end)


def _read_iso(match: Match) -> Node | None:
    return _fixed_day(int(match["year"]), int(match["month"]), int(match["day"]))


def _read_numeric(match: Match) -> Node | None:
    """Full stops put the day first; with slashes and hyphens both orders are in use, and a tie is left unresolved."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if len(match["year"]) == 2:
        # The usual turn of two-figure years (POSIX strptime): 69 to 99 are of the twentieth century.
        year += 1900 if year > 68 else 2000
    if match["mark"] == "." or first > 12 or first == second:
        return _fixed_day(year, second, first)
    return _fixed_day(year, first, second) if second > 12 else Fixed(interval=None)


def _read_named(match: Match) -> Node | None:
    return _fixed_day(int(match["year"]), lex.month_of(match["month"]), int(match["day"]))


def _read_month(match: Match) -> Node | None:
    return Calendar(
        unit="month",
        number=lex.month_of(match["month"]),
        year=year_of(match),
        pick=pick_of(match),
        year_offset=offset_of(match),
    )


# Months that are also words or names; without a day or a year they need a word of time before them.
_DOUBTFUL_MONTHS = frozenset({"march", "may", "april", "june", "august"})
_NAMES = frozenset({"april", "june", "august"})
_NO_NAME_AROUND = re.compile(r"(?:^|[.!?,;:]\s)$"), re.compile(r"\s[a-z]")
_TIME_WORD = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|during|before|after|between|early|late|mid|of|for|as of|around|"
    r"about|throughout|earlier|later|and|or|the|a|every|each)|(?:[Mm]id|"
    rf"{lex.FULL_MONTH}){lex.DASH})\s?$",
    re.IGNORECASE,
)
_SURE_WORD = re.compile(r"\b(?:in|since|until|by|from)\s$", re.IGNORECASE)
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")


def _read_bare_month(match: Match) -> Node | None:
    text, name = match.string, match["month"]
    if text.startswith(" Day", match.end()):
        return None
    if name.isupper() or name.lower() in _DOUBTFUL_MONTHS:
        before = text[max(0, match.start() - 20) : match.start()]
        opens = _NO_NAME_AROUND[0].search(before) and _NO_NAME_AROUND[1].match(text, match.end())
        if opens and name.lower() in _NAMES and not name.isupper():
            return Calendar(unit="month", number=lex.month_of(name))
        if not _TIME_WORD.search(before) and not text.startswith(("'s", "’s"), match.end()):
            return None
        if _NAME_AFTER.match(text, match.end()) and not _SURE_WORD.search(before):
            return None
    return Calendar(unit="month", number=lex.month_of(name))


def _read_years(match: Match) -> Node | None:
    first, last = int(match["year"]), int(match["last"])
    if len(match["last"]) == 2:
        last += first // 100 * 100
    return Fixed(interval=calendars.years(first, last)) if first < last <= first + 99 else None


def _read_spoken_year(match: Match) -> Node | None:
    tens = lex.number_of(match["tens"]) if match["tens"] else 100
    year = None if tens is None else 1900 + tens
    if year is None:
        return None
    if match["month"]:
        return Fixed(interval=calendars.months(year, lex.month_of(match["month"])))
    return Fixed(interval=calendars.years(year, year))


# What a bare figure of four digits is, its neighbours decide.
_SURE_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|during|until|till|year|summer|winter|spring|autumn|fall|early|late|mid|fiscal)[\s-]{1,2}$", re.I
)
_LAW_BEFORE = re.compile(
    r"(?:\b(?:Regulations?|Act|Orders?|Resolutions?|resolutions?|Law|Decree|Directive|Decision|Code|Rules|Convention|"
    r"No\.?|Article|article|Section|section|number|issue|Issue|page|room|flight|code|heading|Expo|Euro|Agenda|Vision|"
    r"Windows)(?:\s(?:of|No\.?))?\s|[#№]\s?)\(?$"
)
_RESOLUTION_BEFORE = re.compile(r"\b[Rr]esolutions?\s\d{1,4}\s\($")
_COUNT_BEFORE = re.compile(r"\b(?:some|nearly|almost|another|roughly|approximately)\s$")
_COUNTED_AFTER = re.compile(
    r"\s(?:(?:GMT|UTC|MSK|CET|EST|local time|hours?|km|kg|mm|MW|GW|per|percent|people|men|women|metric|million|billion|"
    r"thousand|tons?|tonnes?|dollars?|euros?|feet)\b|"
    r"(?!(?:was|has|is|this|its|his|as|across|sanctions|elections|figures|levels|prices|talks|results|exports|imports|"
    r"sales|always|perhaps)\b)[a-z]{2,20}(?<!s)s\b)"
)


def _read_bare_year(match: Match) -> Node | None:
    before = match.string[max(0, match.start("year") - 28) : match.start("year")]
    sure = _SURE_YEAR_BEFORE.search(before)
    if not sure and _COUNT_BEFORE.search(before):
        return NoDate(kind="none")
    if _LAW_BEFORE.search(before) or _RESOLUTION_BEFORE.search(before):
        return NoDate(kind="none")
    if not sure and _COUNTED_AFTER.match(match.string, match.end()):
        return NoDate(kind="none")
    year = int(match["year"])
    return Fixed(interval=calendars.years(year, year)) if sure or year >= 1800 else None


def _read_nothing(match: Match) -> Node | None:
    return NoDate(kind="none")


_NAMED_WEEKDAY = rf"(?:(?<!\w){lex.SHORT_WEEKDAY},?(?: (?:the )?)?)?"
_SECOND_DAY = rf"(?: ?(?:{lex.DASH}|and|to|&) ?(?P<last>{lex.NTH}))?"
_CLOCK = r"(?:[T\s]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_YEAR = rf"(?P<year>{lex.YEAR})"
_LOOSE_START = r"(?<![\w$£€#%])(?<!\d[.,/:-])"
_RUN = rf"(?:(?P<count>{lex.NUMBER_WORD}|\d\d?) months|(?P<year_long>(?:full |financial |fiscal )?year))"
_MONTH = rf"(?P<month>{lex.MONTH_DOT})"
_FULL_MONTH = rf"(?P<month>{lex.FULL_MONTH})"
_DAY = rf"(?P<day>{lex.NTH})"
_THAT_YEAR = r",? (?:of )?(?:that|the same) year\b"
_PICK = r"(?P<pick>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]revious)"

RULES: tuple[Rule, ...] = (
    rule(
        rf"{lex.START}{_YEAR}(?P<m>[-./])(?P<month>0[1-9]|1[0-2])(?P=m)(?P<day>{lex.DAY}){_CLOCK}{lex.STOP}",
        _read_iso,
        "figure",
    ),
    rule(
        rf"{lex.START}(?P<first>\d\d?)(?P<mark>[-./])(?P<second>\d\d?)(?P=mark){_YEAR}{_CLOCK}{lex.STOP}",
        _read_numeric,
        "figure",
    ),
    rule(
        rf"{lex.START}(?P<first>\d\d)(?P<mark>[/.])(?P<second>\d\d)(?P=mark)(?P<year>\d\d){lex.STOP}",
        _read_numeric,
        "figure",
    ),
    rule(
        rf"{lex.START}(?P<day>{lex.DAY})(?P<mark>[-./])(?P<month>{lex.MONTH})(?P=mark){_YEAR}{lex.STOP}",
        _read_named,
        "figure",
        any_case=True,
    ),
    rule(rf"{_NAMED_WEEKDAY}{_LOOSE_START}{_DAY}{_SECOND_DAY} ?(?:of )?{_MONTH}{TAIL}(?!\w)", _read_day, "month"),
    rule(
        rf"{_NAMED_WEEKDAY}(?<!\w){_MONTH} (?:the )?{_DAY}\b(?![.,/:]\d| ?%){_SECOND_DAY}{TAIL}(?!\w)",
        _read_day,
        "month",
    ),
    rule(rf"{lex.START}{_DAY} (?:of )?{_MONTH}{_THAT_YEAR}", _read_day_of_that_year, "month"),
    rule(rf"(?<!\w){_FULL_MONTH}(?: {_DAY})?{_THAT_YEAR}", _read_day_of_that_year, "month"),
    rule(
        rf"\b(?:the )?(?P<which>first|second|third|fourth|last|final|latter) "
        rf"(?P<unit>half|week|(?P<count>{lex.NUMBER_WORD}|\d\d?) days) of {_FULL_MONTH}\b{TAIL}",
        _read_part_of_month,
        "month",
        any_case=True,
    ),
    rule(
        rf"\b(?:the )?{_RUN} (?:to|through|until|up to|ended|ending|that ended)(?: in)?(?: the end of)? "
        rf"{_FULL_MONTH}\b(?! \d\d?\b){TAIL}",
        _read_run_up,
        "month",
        any_case=True,
    ),
    rule(rf"(?<!\w){_MONTH}{YEAR_AFTER}", _read_month, "month"),
    rule(rf"(?<!\w){_FULL_MONTH}{OFFSET_AFTER}", _read_month, "month"),
    rule(rf"\b{_PICK} {_FULL_MONTH}\b", _read_month, "month"),
    rule(rf"(?<!\w){_FULL_MONTH}(?!\w)", _read_bare_month, "month"),
    rule(
        rf"{lex.START}{_YEAR} ?(?:/|{lex.DASH}) ?(?P<last>\d\d|{lex.YEAR})(?![\w%/-])(?![.,]\d)", _read_years, "figure"
    ),
    rule(
        rf"\b(?:{_FULL_MONTH} )?(?:nineteen (?P<tens>{lex.TENS_WORD}(?:[-\s]{lex.DIGIT_WORD})?)"
        r"|the year two thousand)\b",
        _read_spoken_year,
        "word",
        any_case=True,
    ),
    # Numbers of legal acts: 2023/1529, 2014/107/EU.
    rule(rf"{lex.START}\d{{4}}/\d{{2,4}}(?:/[A-Z]{{2,4}})?\b", _read_nothing, "figure"),
    rule(rf"\bFY ?(?P<x>{_YEAR})\b(?![/-])", _read_bare_year, "figure"),
    rule(rf"\b(?:mid|early|late|pre|post)-(?P<x>{_YEAR})\b", _read_bare_year, "figure", any_case=True),
    rule(rf"{lex.START}{_YEAR}(?![\w%])(?![.,:/]\d)(?!-[\da-z])(?!\.[a-z])", _read_bare_year, "figure"),
)
