"""The line that says when and where a report was published: `By A. Writer, Example Wire | 11 March 2025`."""

import re
from dataclasses import dataclass

from entrepot.documents.day_words import DAY_WORDS, MONTH_WORDS, FoundDay, find_days, month_number, to_iso_day
from entrepot.model.document import Published

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?"
_CLOCK = (
    r"(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:GMT|UTC|CET|CEST|EET"
    r"|EEST|BST|EST|EDT|MSK|Z)(?:[+-]\d{1,2}(?::?\d{2})?)?\)?|[+-]\d{2}:?\d{2}|Z)?"
)
_NOISE = re.compile(rf"\b{_WEEKDAY}\b|\b{_CLOCK}|T(?=\d\d:)|\b(?:local|kyiv|moscow|tehran) time\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<published>(?:first |originally )?(?:published|posted|released|issued|publication date|date published"
    r"|date of publication|date|release date|dated)(?: online)?(?: on| at)?\s*:?)"
    r"|(?P<other>(?:last |page )?(?:updated|modified|reviewed|edited|revised|accessed|retrieved|generated"
    r"|corrected|archived|printed|filed|decided|heard|signed|effective|valid)(?: on| at)?\s*:?)",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|from|story by|words by|text by)\s*:?\s+(?=[A-Z\u00c0-\u024f])|author\s*:\s*", re.IGNORECASE)
_BY_LINE = re.compile(
    r"(?:[Bb]y|BY|Author:)\s+(?:[A-Z\u00c0-\u024f][\w.’'-]*|and|&|de|van|von|al|,"
    r"|in)(?:[ ,]+(?:[A-Z\u00c0-\u024f][\w.’'-]*|and|&|de|van|von|bin|al|in|for|of|the))*\s*(?:\||$)"
)
# A date that words follow without a comma or a stroke heads an entry or opens a sentence.
_RUNS_ON = re.compile(rf"\s+(?!(?i:(?:at|by|in|from|{_WEEKDAY}|updated|last)\b)|(?:GMT|UTC|[A-Z]{{3,4}})\b)[^\W\d_]")
_SENDER = re.compile(r"(?:from|issued by|source)\s*:\s+(.{3,80})$", re.IGNORECASE)
_LOWER_RUN = re.compile(r"(?:\b[a-z][\w’'-]*\s+){3}[a-z]")
_ORG_WORDS = re.compile(
    r"\b(?:office|ministry|department|agency|council|commission|service|bureau|treasury|government|committee"
    r"|directorate|authority|embassy|"
    r"news|press|times|post|wire|media|journal|review|courier|herald|monitor|institute|centre|center|gazette"
    r"|tribune|daily|weekly|letter|desk|live|today|online|network|company|group|foundation|university|observer"
    r"|ledger|report|telegraph|standard|chronicle|mail|bulletin|digest)\b",
    re.IGNORECASE,
)
_MONTH_DAY = r"(?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]{2,8}))"
DATELINE = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][\w\u00c0-\u024f.’' /-]{1,40}(?:, [A-Z][a-z. ]{1,25})?)"
    r"(?:,|\s*\()\s*(?P<when>[^()\n–—]{3,60}?(?:\([^()]{4,30}\))?)?\)?\s*"
    r"(?:\((?P<agency>[^()\n]{2,50})\)\s*)?(?:[–—]|--?)\s*(?P<after>.{0,60})"
)
_MONTH_DAY_ONLY = re.compile(_MONTH_DAY + r"$")
_COPYRIGHT_YEAR = re.compile(
    r"(?:©|\(c\)|copyright)[^\n]{0,60}?(?<![\d–-])((?:19|20)\d{2})(?![\d–-]| ?[–-] ?\d)", re.IGNORECASE
)
_YEAR_RANGE = re.compile(r"\d{4} ?[–-] ?\d{2,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationLine:
    """What a line about the report itself says; every field may be empty."""

    published: Published | None = None
    publisher: str = ""
    byline: str = ""


def is_day_line(text: str) -> bool:
    """True for a line that holds a date and nothing else but a weekday and a time."""
    if len(text) > 60 or not any(character.isdigit() for character in text):
        return False
    rest, count = DAY_WORDS.subn(" ", text)
    if not count:
        rest, count = MONTH_WORDS.subn(" ", text)
    return count == 1 and not re.sub(r"[\W_]+", "", _NOISE.sub(" ", rest))


def runs_as_prose(text: str) -> bool:
    """True where four words in a row begin with a small letter, as they do in sentences and not in lists of names."""
    return _LOWER_RUN.search(text) is not None


def is_stamp(text: str) -> bool:
    """True for a line that is a label such as "Published" or "Filed on", a date, and nothing else."""
    label = _LABEL.match(text)
    return label is not None and is_day_line(text[label.end() :].strip(" :–—-"))


def read_publication_line(text: str) -> PublicationLine | None:
    """What a line near the top says of publication, or None where it is a sentence or heading of the report.

    A line counts only where, without dates, times and labels, nothing is left but names.
    """
    first = re.split(r"(?<=\d\d)\.\s+(?=[A-Z])", text, maxsplit=1)[0]
    if len(first) > 160 or first.endswith("?"):
        return None
    days = find_days(first)
    if not days:
        return _by_line(first)
    labels = [match for match in _LABEL.finditer(first) if _opens_part(first, match.start())]
    if not labels and any(_RUNS_ON.match(first, day.end_at) for day in days):
        return None
    rest = _NOISE.sub(" ", _without_days(first, days))
    rest = _LABEL.sub(" | ", rest) if labels else rest
    if _LOWER_RUN.search(rest) or re.search(r"[.!?]\s+\w+\s+\w+\s+\w+", rest):
        return None
    parts = _parts(rest)
    if not _are_names(parts):
        return None
    publisher, byline = _names(parts)
    return PublicationLine(published=_published(days, labels), publisher=publisher, byline=byline)


def read_dateline(text: str, copyright_year: int | None) -> PublicationLine | None:
    """What an agency's opening (`MINSK, Aug 20 (Agency) - …`) says, or None where the paragraph has none.

    A month and day without a year take the single year of the report's own copyright line, if there is one.
    """
    match = DATELINE.match(text[:200])
    if match is None or not (match["when"] or match["agency"]):
        return None
    when, agency = (match["when"] or "").strip(), (match["agency"] or "").strip()
    if find_days(agency):
        when, agency = f"{when} {agency}", ""
    if not agency and not match["place"].isupper():
        return None
    published = _dateline_day(when, copyright_year)
    if published is None and not agency:
        return None
    if not agency and len(text) < 120 and _ORG_WORDS.search(match["after"]):
        agency = re.sub(r"\s*\([^)]*\)\s*$", "", match["after"]).strip()
    return PublicationLine(published=published, publisher=agency)


def copyright_year(lines: list[str]) -> int | None:
    """The one year that the copyright lines name; None where they name none, several, or a range."""
    years: set[int] = set()
    for line in lines:
        found = _COPYRIGHT_YEAR.search(line)
        if found and not _YEAR_RANGE.search(line[: found.end() + 8]):
            years.add(int(found[1]))
    return years.pop() if len(years) == 1 else None


def _dateline_day(when: str, year: int | None) -> Published | None:
    days = [day for day in find_days(when) if day.granularity == "day"]
    if days and len({day.start for day in days}) == 1:
        return Published(start=days[0].start, end=days[0].end, granularity="day", evidence="dateline")
    match = _MONTH_DAY_ONLY.match(re.sub(rf"^{_WEEKDAY},?\s*", "", when, flags=re.IGNORECASE))
    if days or match is None or year is None:
        return None
    month = month_number(match["month"] or match["month2"])
    iso = to_iso_day(year, month, int(match["day"] or match["day2"])) if month else ""
    evidence = "dateline and year of the copyright line"
    return Published(start=iso, end=iso, granularity="day", evidence=evidence) if iso else None


def _opens_part(text: str, start: int) -> bool:
    return not text[:start].strip() or text[:start].rstrip()[-1] in "|·•,;–—-(/" or text[:start].rstrip()[-1].isdigit()


def _without_days(text: str, days: list[FoundDay]) -> str:
    for day in sorted(days, key=lambda one: one.at, reverse=True):
        text = text[: day.at] + " | " + text[day.end_at :]
    return text


def _parts(rest: str) -> list[str]:
    return [part for part in (one.strip(" \t,;:.–—-()") for one in re.split(r"[|·•;]|,\s|\s[–—-]\s", rest)) if part]


def _are_names(parts: list[str]) -> bool:
    words = [word for part in parts for word in _BY.sub("", part).split()]
    small = sum(
        1
        for word in words
        if word[0].islower() and word not in ("of", "and", "the", "for", "in", "de", "van", "von", "al", "by", "on")
    )
    return len(words) <= 18 and small <= len(words) // 4


def _names(parts: list[str]) -> tuple[str, str]:
    """Publisher and by-line among the parts: persons follow "By", the publisher is the first other name."""
    byline, publisher = "", ""
    for part in parts:
        if _BY.match(part):
            name = _BY.sub("", part, count=1).strip()
            if is_organisation(name) and not publisher:
                publisher = name
            else:
                byline = byline or name
        elif not publisher and any(letter.isupper() for letter in part):
            publisher = part
    return publisher, byline


def _by_line(text: str) -> PublicationLine | None:
    sender = _SENDER.match(text)
    if sender and is_organisation(sender[1]):
        return PublicationLine(publisher=sender[1])
    if len(text) > 100 or not _BY_LINE.match(text) or text.endswith("."):
        return None
    publisher, byline = _names(_parts(text))
    return PublicationLine(publisher=publisher if _ORG_WORDS.search(publisher) else "", byline=byline)


def _published(days: list[FoundDay], labels: list[re.Match[str]]) -> Published | None:
    """The day that stands under a label of publication, or the only day under no label of something else."""
    under: dict[str, list[FoundDay]] = {"published": [], "other": [], "": []}
    for day in days:
        before = [match for match in labels if match.start() < day.at]
        under[(before[-1].lastgroup or "") if before else ""].append(day)
    chosen = under["published"] or under[""]
    if len({(day.start, day.end) for day in chosen}) != 1:
        return None
    evidence = "publication line" if under["published"] else "by-line"
    return Published(start=chosen[0].start, end=chosen[0].end, granularity=chosen[0].granularity, evidence=evidence)


def is_organisation(text: str) -> bool:
    """True for a line that is the name of a body or an outlet and no headline."""
    words = text.split()
    small = [word for word in words if word[0].islower() and word not in ("of", "and", "the", "for", "in", "on", "de")]
    return (
        len(words) <= 9
        and not small
        and not text.endswith((".", "?", "!", ":"))
        and _ORG_WORDS.search(text) is not None
    )
