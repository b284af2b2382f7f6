"""TimeBank: how many calendar dates of the corpus are read exactly.

    python benchmarks/dates_timebank.py [FOLDER] [--half tune|report] [--json] [--errors]

FOLDER holds the corpus as TimeML files (`*.tml`), by default `../shared/data/text/temporal/TimeBank`; it is read for
evaluation only. Counted is every TIMEX3 of type DATE in the text proper whose value names a stretch of the calendar: a
day, month, year, quarter, half, season, ISO week, weekend, decade or century. Left out are the creation time of the
document, which is what the reader is given, and values that name none (PAST_REF, PRESENT_REF, FUTURE_REF, 1989-QX,
1989-WXX).

Exact means: an expression of kind `date` that shares a character with the TIMEX names exactly the days of its value.
TimeML marks the bare date in "since 1972" or "from 1985 to 1987" and puts "early" of "early 1990" beside the value; so
the days that the words themselves name are compared, which the reader keeps apart from the open or joined range.
`as_given` is the share where the interval that the contract prescribes is the same too.

The halves are the files in order of their names, odd ones `tune` (looked at while the grammar was written), even ones
`report`.
"""

import argparse
import json
import re
import sys
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from entrepot.claims.dates import DateAnchor, DatedExpression, read_dates
from entrepot.model.interval import Interval

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "text" / "temporal" / "TimeBank"
FLOOR = 0.85
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One annotated date: where it stands in the text, and its TimeML value."""

    start: int
    end: int
    value: str


def stretch_of_months(year: int, month: int, count: int) -> tuple[str, str]:
    """First and last day of `count` months."""
    last = year * 12 + month - 2 + count
    year_end, month_end = last // 12, last % 12 + 1
    end = date(year_end, month_end, monthrange(year_end, month_end)[1])
    return date(year, month, 1).isoformat(), end.isoformat()


def days_of(value: str) -> tuple[str, str] | None:
    """First and last day of a TimeML value, or None where it names no stretch of the calendar."""
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", value):
        return value[:10], value[:10]
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return stretch_of_months(int(match[1]), int(match[2]), 1)
    if match := re.fullmatch(r"(\d{4})", value):
        return stretch_of_months(int(match[1]), 1, 12)
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return stretch_of_months(int(match[1]), 3 * int(match[2]) - 2, 3)
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        return stretch_of_months(int(match[1]), 6 * int(match[2]) - 5, 6)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value):
        return stretch_of_months(int(match[1]), SEASONS[match[2]], 3)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return (monday + timedelta(days=5 if match[3] else 0)).isoformat(), (monday + timedelta(days=6)).isoformat()
    if match := re.fullmatch(r"(\d{3})", value):
        return f"{value}0-01-01", f"{value}9-12-31"
    if match := re.fullmatch(r"(\d{2})", value):
        return f"{value}01-01-01", f"{int(value) + 1:02d}00-12-31"
    return None


def read_timeml(path: Path) -> tuple[str, str, list[Timex]]:
    """The text of a TimeML file, its day of creation, and its calendar dates."""
    root = parse(path).getroot()
    created = next(x.get("value", "") for x in root.iter("TIMEX3") if x.get("functionInDocument") == "CREATION_TIME")
    pieces: list[str] = []
    marked: list[Timex] = []

    def walk(element: Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        if element.tag == "TIMEX3" and element.get("type") == "DATE":
            marked.append(Timex(start=start, end=sum(map(len, pieces)), value=element.get("value", "")))

    body = root.find("TEXT")
    if body is not None:
        walk(body)
    return "".join(pieces), created[:10], marked


def spoken(interval: Interval | None) -> tuple[str | None, str | None] | None:
    """The two ends of an interval."""
    return None if interval is None else (interval.start, interval.end)


def verdicts(path: Path) -> Iterator[tuple[bool, bool, str]]:
    """For each calendar date of a file: exact, exact as given, and a line on it."""
    text, created, marked = read_timeml(path)
    day = Interval(start=created, end=created, granularity="day")
    found = [item for item in read_dates(text, DateAnchor(published=day)) if item.expression.kind == "date"]
    for timex in marked:
        wanted = days_of(timex.value)
        if wanted is None:
            continue
        near = [item for item in found if item.expression.start < timex.end and timex.start < item.expression.end]
        exact = any(wanted in named_days(item) for item in near)
        given = any(spoken(item.resolved.interval) == wanted for item in near)
        yield exact, given, describe(text, timex, near, created, path)


def named_days(item: DatedExpression) -> list[tuple[str | None, str | None] | None]:
    """The stretches that the words of an expression name."""
    return [spoken(interval) for interval in item.resolved.named]


def describe(text: str, timex: Timex, near: list[DatedExpression], created: str, path: Path) -> str:
    """One line for a person who looks for the reason of an error."""
    before, after = text[max(0, timex.start - 60) : timex.start], text[timex.end : timex.end + 30]
    context = " ".join(f"{before}[{text[timex.start : timex.end]}]{after}".split())
    return f"{path.stem[:12]} {created} {timex.value}: {[named_days(item) for item in near]} {context}"


def measure(folder: Path, half: str) -> tuple[dict[str, object], list[str]]:
    """Figures for one half, `tune` or `report`, and a line for each date not read exactly."""
    paths = sorted(folder.glob("*.tml"))[0 if half == "tune" else 1 :: 2]
    results = [verdict for path in paths for verdict in verdicts(path)]
    exact, given = sum(r[0] for r in results), sum(r[1] for r in results)
    total = max(len(results), 1)
    figures: dict[str, object] = {
        "files": len(paths),
        "dates": len(results),
        "exact": exact,
        "share": round(exact / total, 4),
        "as_given": round(given / total, 4),
    }
    return figures, [line for ok, _, line in results if not ok]


def main() -> int:
    """Prints the figures; exit status 1 below the floor, 3 without the corpus."""
    parser = argparse.ArgumentParser(description="Share of TimeBank's calendar dates that are read exactly.")
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--half", choices=["tune", "report"])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"no corpus at {options.folder}: give its folder", file=sys.stderr)
        return 3
    halves = [options.half] if options.half else ["tune", "report"]
    measured = {half: measure(options.folder, half) for half in halves}
    if options.json:
        print(json.dumps({half: figures for half, (figures, _) in measured.items()}))
    else:
        print(
            "TimeBank dates exact: "
            + "; ".join(
                f"{half} {f['exact']}/{f['dates']} = {f['share']:.3f} (as given {f['as_given']:.3f})"
                for half, (f, _) in measured.items()
            )
        )
    if options.errors:
        print("\n".join(line for _, lines in measured.values() for line in lines))
    return 0 if all(float(str(f["share"])) >= FLOOR for f, _ in measured.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
