"""Grammar of calendar dates: days, months, years, quarters, halves, seasons, decades, with or without a year."""

import re
from collections.abc import Callable
from datetime import date

from entrepot.claims.dates import calendars
from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import Calendar, Fixed, NoDate, Node
from entrepot.model.interval import Interval

Reader = Callable[[re.Match[str]], Node | None]
Rule = tuple[re.Pattern[str], Reader]

S = lex.SPACE
_WEEKDAY_BEFORE = rf"(?:(?<!\w){lex.SHORT_WEEKDAY},?{S}?(?:the{S})?)?"
_YEAR_AFTER = rf"(?:,?{S}?(?:of{S})?(?P<year>{lex.YEAR})\b(?![.,/]\d))"
_OFFSET_AFTER = rf"(?:,?{S}(?:of{S})?(?P<pick>last|this|next){S}year\b)"
_TAIL = rf"(?:{_YEAR_AFTER}|{_OFFSET_AFTER})?"
_THE_YEAR = rf"(?:{S}?,?{S}?(?:(?:of|in){S})?(?:the{S})?(?:fiscal{S}|calendar{S}|financial{S})?(?:year{S})?(?P<year>{lex.YEAR})\b|{_OFFSET_AFTER})?"
_OFFSETS = {"last": -1, "this": 0, "next": 1}


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _offset(match: re.Match[str]) -> int | None:
    return _OFFSETS[match["pick"].lower()] if match["pick"] else None


def _fixed_day(year: int, month: int, day: int) -> Fixed:
    found = calendars.calendar_day(year, month, day)
    return Fixed(interval=None if found is None else calendars.one_day(found))


def _read_day(match: re.Match[str]) -> Node | None:
    groups = match.groupdict()
    day = int(re.sub(r"\D", "", groups["day"]))
    last = int(re.sub(r"\D", "", groups["last"])) if groups.get("last") else 0
    month = lex.month_of(groups["month"])
    if calendars.calendar_day(2000, month, max(day, last)) is None:
        return None
    return Calendar(unit="day", number=month, day=day, last_day=last, year=_year(match), year_offset=_offset(match))


def _read_iso(match: re.Match[str]) -> Node | None:
    return _fixed_day(int(match["year"]), int(match["month"]), int(match["day"]))


def _read_numeric(match: re.Match[str]) -> Node | None:
    """Full stops put the day first; with slashes and hyphens both orders are in use, and a tie is left unresolved."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year > 68 else 2000
    if match["mark"] == "." or first > 12 or first == second:
        return _fixed_day(year, second, first)
    return _fixed_day(year, first, second) if second > 12 else Fixed(interval=None)


def _read_named_numeric(match: re.Match[str]) -> Node | None:
    return _fixed_day(int(match["year"]), lex.month_of(match["month"]), int(match["day"]))


def _read_month(match: re.Match[str]) -> Node | None:
    return Calendar(unit="month", number=lex.month_of(match["month"]), year=_year(match), year_offset=_offset(match))


def _read_picked_month(match: re.Match[str]) -> Node | None:
    return Calendar(unit="month", number=lex.month_of(match["month"]), pick=_pick(match["pick"]))


def _pick(word: str) -> str:
    word = word.lower()
    return {"past": "last", "previous": "last", "coming": "next", "current": "this"}.get(word, word)


# Months that are also words or names; without a day or a year they need a word of time before them.
_DOUBTFUL_MONTHS = frozenset({"march", "may", "april", "june", "august"})
_TIME_WORD = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|during|before|after|between|early|late|mid|of|for|as of|around|about|"
    rf"throughout|earlier|later|and|the|a|every|each)|(?:mid|{lex.FULL_MONTH}){lex.DASH})\s?$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+\s$")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")


def _read_bare_month(match: re.Match[str]) -> Node | None:
    text, name = match.string, match["month"]
    if name.isupper() or name.lower() in _DOUBTFUL_MONTHS:
        before = text[max(0, match.start() - 20) : match.start()]
        if not _TIME_WORD.search(before) and not text.startswith(("'s", "’s"), match.end()):
            return None
        if _NAME_AFTER.match(text, match.end()) and not re.search(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y)\s$", before):
            return None
    return Calendar(unit="month", number=lex.month_of(name))


def _read_quarter(match: re.Match[str]) -> Node | None:
    groups = match.groupdict()
    number = int(groups["figure"]) if groups.get("figure") else lex.ordinal_of(groups["which"])
    return (
        None if number > 4 else Calendar(unit="quarter", number=number, year=_year(match), year_offset=_offset(match))
    )


def _read_half(match: re.Match[str]) -> Node | None:
    groups = match.groupdict()
    number = (
        int(groups["figure"])
        if groups.get("figure")
        else {"first": 1, "second": 2, "latter": 2}[groups["which"].lower()]
    )
    return Calendar(unit="half", number=number, year=_year(match), year_offset=_offset(match))


def _read_months(match: re.Match[str]) -> Node | None:
    count = lex.number_of(match["count"])
    if match["unit"].lower().startswith("quarter") and count is not None:
        count *= 3
    if count is None or not 1 <= count <= 12:
        return None
    first = match["which"].lower() in ("first", "opening")
    return Calendar(unit="months", number=count if first else -count, year=_year(match), year_offset=_offset(match))


def _read_season(match: re.Match[str]) -> Node | None:
    groups = match.groupdict()
    month = lex.SEASON_MONTHS[match["season"].lower()]
    pick = _pick(groups["when"]) if groups.get("when") else ""
    return Calendar(unit="season", number=month, year=_year(match), year_offset=_offset(match), pick=pick)


def _read_picked_season(match: re.Match[str]) -> Node | None:
    return Calendar(unit="season", number=lex.SEASON_MONTHS[match["season"].lower()], pick=_pick(match["pick"]))


def _read_decade(match: re.Match[str]) -> Node | None:
    word = match["decade"].lower()
    year = 1900 + lex.NUMBERS[re.sub("ies$", "y", word)] if word.isalpha() else int(re.sub(r"\D", "", word))
    year += 1900 if year < 100 else 0
    return Fixed(interval=calendars.years(year, year + 9))


def _read_century(match: re.Match[str]) -> Node | None:
    number = int(match["number"])
    return Fixed(interval=calendars.years(100 * number - 99, 100 * number)) if 1 <= number <= 21 else None


def _read_years(match: re.Match[str]) -> Node | None:
    first, last = int(match["year"]), int(match["last"])
    if len(match["last"]) == 2:
        last += first // 100 * 100
    return Fixed(interval=calendars.years(first, last)) if first < last <= first + 99 else None


def _read_spoken_year(match: re.Match[str]) -> Node | None:
    rest = lex.number_of(match["rest"])
    year = None if rest is None else (1900 if match["century"].lower() == "nineteen" else 2000) + rest
    return None if year is None else Fixed(interval=calendars.years(year, year))


def _read_persian_day(match: re.Match[str]) -> Node | None:
    month = lex.SOLAR_HIJRI_MONTHS[match["month"].lower()]
    return Fixed(interval=calendars.solar_hijri_day(int(match["year"]), month, int(re.sub(r"\D", "", match["day"]))))


def _read_persian_numeric(match: re.Match[str]) -> Node | None:
    month = int(match["month"])
    return (
        Fixed(interval=calendars.solar_hijri_day(int(match["year"]), month, int(match["day"]))) if month <= 12 else None
    )


def _read_persian_month(match: re.Match[str]) -> Node | None:
    return Fixed(
        interval=calendars.solar_hijri_month(int(match["year"]), lex.SOLAR_HIJRI_MONTHS[match["month"].lower()])
    )


def _read_persian_year(match: re.Match[str]) -> Node | None:
    first = int(match["year"])
    last = int(match["last"]) if match["last"] else first
    last += first // 100 * 100 if last < 100 else 0
    return Fixed(interval=calendars.solar_hijri_years(first, last))


# What a bare figure of four digits is, its neighbours decide.
_STRONG_BEFORE = re.compile(
    r"\b(?:in|since|during|until|till|year|summer|winter|spring|autumn|fall|early|late|mid|fiscal)[\s-]{1,2}$", re.I
)
_LAW_BEFORE = re.compile(
    r"(?:\b(?:Regulations?|Act|Orders?|Resolutions?|resolutions?|Law|Decree|Directive|Decision|Code|Rules|Convention|No\.?|"
    r"Article|article|Section|section|number|issue|Issue|page|room|flight|code|heading|Expo|Euro|Agenda|Vision|Windows)"
    r"(?:\s(?:of|No\.?))?\s|[#№]\s?)\(?$"
)
_RESOLUTION_BEFORE = re.compile(r"\b[Rr]esolutions?\s\d{1,4}\s\($")
_COUNTED_AFTER = re.compile(
    r"\s(?:km|kg|mm|MW|GW|per|percent|people|men|women|metric|million|billion|thousand|tons?|tonnes?|dollars?|euros?|feet|"
    r"(?!was\b|has\b|is\b|sanctions|elections|figures|levels|prices|talks|results|exports|imports|sales|this|its|his|as\b)"
    r"[a-z]{2,20}(?<!s)s)\b"
)


def _read_bare_year(match: re.Match[str]) -> Node | None:
    before = match.string[max(0, match.start() - 28) : match.start()]
    after = match.string[match.end() : match.end() + 26]
    if _LAW_BEFORE.search(before) or _RESOLUTION_BEFORE.search(before):
        return NoDate(kind="none")
    if not _STRONG_BEFORE.search(before) and _COUNTED_AFTER.match(after):
        return NoDate(kind="none")
    year = int(match["year"])
    if year < 1800 and not _STRONG_BEFORE.search(before):
        return None
    return Fixed(interval=calendars.years(year, year))


def _read_nothing(match: re.Match[str]) -> Node | None:
    return NoDate(kind="none")


def _rule(pattern: str, reader: Reader, *, any_case: bool = False) -> Rule:
    return re.compile(pattern, re.IGNORECASE if any_case else 0), reader


_AND_DAY = rf"(?:{S}?(?:{lex.DASH}|and|to|&){S}?(?P<last>{lex.NTH}))"

RULES: tuple[Rule, ...] = (
    _rule(
        rf"{lex.START}(?P<year>{lex.YEAR})(?P<mark>[-./])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>{lex.DAY})(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?{lex.STOP}",
        _read_iso,
    ),
    _rule(
        rf"{lex.START}(?P<first>\d{{1,2}})(?P<mark>[-./])(?P<second>\d{{1,2}})(?P=mark)(?P<year>{lex.YEAR})(?:[T ]\d\d:\d\d(?::\d\d)?)?{lex.STOP}",
        _read_numeric,
    ),
    _rule(rf"{lex.START}(?P<first>\d\d)(?P<mark>[/.])(?P<second>\d\d)(?P=mark)(?P<year>\d\d){lex.STOP}", _read_numeric),
    _rule(
        rf"{lex.START}(?P<day>{lex.DAY})(?P<mark>[-./])(?P<month>{lex.MONTH})(?P=mark)(?P<year>{lex.YEAR}){lex.STOP}",
        _read_named_numeric,
        any_case=True,
    ),
    _rule(
        rf"{_WEEKDAY_BEFORE}{lex.START}(?P<day>{lex.NTH}){_AND_DAY}?{S}?(?:of{S})?(?P<month>{lex.MONTH_DOT}){_TAIL}(?!\w)",
        _read_day,
    ),
    _rule(
        rf"{_WEEKDAY_BEFORE}(?<!\w)(?P<month>{lex.MONTH_DOT}){S}(?:the{S})?(?P<day>{lex.NTH})\b(?![.,/:]\d|{S}?%){_AND_DAY}?{_TAIL}(?!\w)",
        _read_day,
    ),
    _rule(rf"(?<!\w)(?P<month>{lex.MONTH_DOT}){_YEAR_AFTER}(?P<pick>)", _read_month),
    _rule(rf"(?<!\w)(?P<month>{lex.FULL_MONTH})(?P<year>){_OFFSET_AFTER}", _read_month),
    _rule(
        rf"\b(?P<pick>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]revious){S}(?P<month>{lex.FULL_MONTH})\b",
        _read_picked_month,
    ),
    _rule(rf"(?<!\w)(?P<month>{lex.FULL_MONTH})(?!\w)", _read_bare_month),
    _rule(
        rf"\b(?:the{S})?(?:fiscal[- ])?(?P<which>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:fiscal[- ])?quarter\b{_THE_YEAR}",
        _read_quarter,
        any_case=True,
    ),
    _rule(
        rf"\b(?:[Tt]he{S})?(?P<year>{lex.YEAR}){S}(?P<which>first|second|third|fourth)[- ]quarter\b(?P<pick>)",
        _read_quarter,
    ),
    _rule(rf"\bQ(?P<figure>[1-4]){_THE_YEAR}(?!\w)", _read_quarter),
    _rule(rf"{lex.START}(?P<year>{lex.YEAR})[- ]?Q(?P<figure>[1-4])\b(?P<pick>)", _read_quarter),
    _rule(
        rf"\b(?:the{S})?(?P<which>first|second|latter)[- ]half\b(?!{S}of{S}(?!{lex.YEAR}|last|this|next|the{S}year))(?!{S}(?:an?|the){S}){_THE_YEAR}",
        _read_half,
        any_case=True,
    ),
    _rule(rf"\bH(?P<figure>[12]){S}?(?P<year>{lex.YEAR})\b(?P<pick>)", _read_half),
    _rule(
        rf"\b(?:the{S})?(?P<which>first|last|opening|final){S}(?P<count>{lex.NUMBER_WORD}|\d\d?){S}(?P<unit>months|quarters){S}of{S}(?:(?:the{S}year{S}|fiscal{S})?(?P<year>{lex.YEAR})\b|(?:the{S}|(?P<pick>last|this|next){S})year\b)",
        _read_months,
        any_case=True,
    ),
    _rule(
        rf"\b(?:the{S})?(?P<season>{lex.SEASON}){S}(?:of{S})?(?P<year>{lex.YEAR})(?:{lex.DASH}\d\d(?:\d\d)?)?\b(?P<pick>)",
        _read_season,
    ),
    _rule(
        rf"\b(?:the{S})?(?P<season>{lex.SEASON}){S}(?:of{S})?(?P<pick>last|this|next){S}year\b(?P<year>)", _read_season
    ),
    _rule(rf"\b(?P<pick>last|past|this|next|coming){S}(?P<season>{lex.SEASON})\b", _read_picked_season, any_case=True),
    _rule(
        rf"\b(?:in|during|by|since|until|over|early|late){S}(?P<x>(?:the{S})?(?:early{S}|late{S})?(?P<season>summer|winter|spring|autumn))\b(?P<year>)(?P<pick>)(?!{S}of\b)",
        _read_season,
        any_case=True,
    ),
    _rule(rf"\b(?:the{S})?(?P<decade>(?:1[89]|20)\d0)s\b", _read_decade),
    _rule(r"(?<!\w)[’'](?P<decade>[2-9]0)s\b", _read_decade),
    _rule(
        rf"\bthe{S}(?:early{S}|late{S})?(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
        _read_decade,
        any_case=True,
    ),
    _rule(rf"\b(?:the{S})?(?P<number>\d\d?)(?:st|nd|rd|th)[- ]century\b", _read_century),
    _rule(
        rf"{lex.START}(?P<year>{lex.YEAR}){S}?[/{lex.DASH[1:-1]}]{S}?(?P<last>\d\d|{lex.YEAR})(?![\w%/-])(?![.,]\d)",
        _read_years,
    ),
    _rule(
        r"\b(?P<century>nineteen) (?P<rest>"
        + lex.TENS_WORD
        + r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)\b",
        _read_spoken_year,
        any_case=True,
    ),
    _rule(
        rf"\b(?P<x>the{S}year{S}(?P<century>two{S}thousand)(?P<rest>))\b",
        lambda match: Fixed(interval=calendars.years(2000, 2000)),
        any_case=True,
    ),
    _rule(
        rf"{lex.START}(?P<day>{lex.NTH}){S}(?:of{S})?(?P<month>{lex.PERSIAN_MONTH}),?{S}(?P<year>{lex.PERSIAN_YEAR})\b",
        _read_persian_day,
    ),
    _rule(
        rf"\b(?P<month>{lex.PERSIAN_MONTH}){S}(?P<day>{lex.NTH}),?{S}(?P<year>{lex.PERSIAN_YEAR})\b", _read_persian_day
    ),
    _rule(
        rf"{lex.START}(?P<year>{lex.PERSIAN_YEAR})(?P<mark>[-/])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){lex.STOP}",
        _read_persian_numeric,
    ),
    _rule(rf"\b(?P<month>{lex.PERSIAN_MONTH}){S}(?P<year>{lex.PERSIAN_YEAR})\b", _read_persian_month),
    _rule(
        rf"\b(?:[Tt]he{S})?(?:(?:Iranian|Persian|[Ss]olar)(?:{S}(?:calendar|Hijri|fiscal|solar)){{0,2}}{S})year{S}(?:of{S})?(?P<year>{lex.PERSIAN_YEAR})(?:{lex.DASH}(?P<last>\d\d(?:\d\d)?))?\b",
        _read_persian_year,
    ),
    _rule(
        rf"\b(?:in|year|of|during){S}(?P<x>(?P<year>{lex.PERSIAN_YEAR})(?:{lex.DASH}(?P<last>\d\d(?:\d\d)?))?)(?={S}?\((?:20\d\d|{lex.MONTH}|from|\d))",
        _read_persian_year,
    ),
    _rule(rf"{lex.START}\d{{4}}/\d{{2,4}}(?:/[A-Z]{{2,4}})?\b", _read_nothing),
    _rule(rf"{lex.START}(?P<year>{lex.YEAR})(?![\w%])(?![.,:/]\d)(?!-\d)", _read_bare_year),
)


def whole_day(interval: Interval | None) -> date | None:
    """The day of a one-day interval."""
    return (
        date.fromisoformat(interval.start) if interval and interval.start and interval.start == interval.end else None
    )
