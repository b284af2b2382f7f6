"""The case along time: events, measures and customs records in three lanes, from any day to any other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query

from entrepot.dossier.days import MONTHS, phrase_day
from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import chip, count, phrase
from entrepot.dossier.phrases import plain_phrase
from entrepot.dossier.records import interval_record
from entrepot.pipeline.indexing import list_dates
from entrepot.reference.territories import territory_name
from entrepot.store.browsing_propositions import ListedProposition
from entrepot.store.browsing_timeline import (
    EventBar,
    EventCount,
    EventSpan,
    count_events,
    find_event_span,
    list_event_bars,
    list_events,
    list_territories,
)
from entrepot.web.days import read_day
from entrepot.web.lists import Asked, address, render_pager
from entrepot.web.pages.propositions import read_pieces, render_dates
from entrepot.web.paper import render_empty
from entrepot.web.requests import PAGE_ROWS, CaseGiven, PageNumber
from entrepot.web.respond import Visit, add_page
from entrepot.web.timeline_chart import Axis, Lanes, draw_lanes
from entrepot.web.timeline_lanes import MARK_WORDS, Mark, list_measure_marks, list_record_marks, month_end
from entrepot.web.ways import PAGES

router = APIRouter()

PATH = "/timeline"
FEW_EVENTS = 150
"""Events that are drawn one by one; more are columns, which tell how many begin when."""
LONG_DAYS = 15 * 366
"""A case that reaches back further begins, unless asked, where nineteen in twenty of its events do."""
MARKS_SHOWN = 60
NOTE = (
    "Events by the days on which they may have happened, measures by the day on which they were announced, came into "
    "force or ended, customs records by the periods that they cover. That two things stand below each other says "
    "nothing of a connection."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """A stretch of days with what lies in it; `axis` is None for a case in which nothing is dated."""

    axis: Axis | None
    span: EventSpan | None
    counts: tuple[EventCount, ...]
    bars: tuple[EventBar, ...]
    measures: tuple[Mark, ...]
    records: tuple[Mark, ...]
    events: tuple[ListedProposition, ...]
    total: int
    page: int
    title: str = "Timeline"

    @property
    def asked(self) -> Asked:
        """The stretch as an address has it."""
        if self.axis is None:
            return {}
        return {"from": self.axis.first.isoformat(), "to": self.axis.last.isoformat(), "page": self.page}

    def record(self) -> dict[str, Any]:
        """The three lanes; events a page at a time."""
        events = [
            {
                "proposition": one.proposition.id,
                "number": one.number,
                "statement": plain_phrase(read_pieces(one)),
                "dates": [interval_record(interval) for interval in list_dates(one.proposition)],
                "independent_origins": one.proposition.independent_origins,
            }
            for one in self.events
        ]
        return {
            "from": self.axis.first.isoformat() if self.axis else None,
            "to": self.axis.last.isoformat() if self.axis else None,
            "total": self.total,
            "page": self.page,
            "begun": [{"start": one.start, "events": one.events, "contested": one.contested} for one in self.counts],
            "events": events,
            "measures": [mark.record() for mark in self.measures],
            "records": [mark.record() for mark in self.records],
        }


def read_timeline(
    case: CaseGiven,
    begins: Annotated[str, Query(alias="from", max_length=10, description="First day, as 2025-08-01.")] = "",
    ends: Annotated[str, Query(alias="to", max_length=10, description="Last day.")] = "",
    page: PageNumber = 1,
) -> TimelinePage:
    """Events, measures and customs records of a stretch of days."""
    span, records = find_event_span(case), list_record_marks(case)
    axis = _read_axis(span, records, read_day(begins), read_day(ends))
    if axis is None:
        return _EMPTY
    first, last = axis.first.isoformat(), axis.last.isoformat()
    counts = count_events(case, first, last, axis.unit)
    total = sum(one.events for one in counts)
    return TimelinePage(
        axis=axis,
        span=span,
        counts=tuple(counts),
        bars=tuple(list_event_bars(case, first, last, FEW_EVENTS)) if total <= FEW_EVENTS else (),
        measures=_within(axis, list_measure_marks(case, list_territories(case))),
        records=_within(axis, records),
        events=tuple(list_events(case, first, last, (page - 1) * PAGE_ROWS, PAGE_ROWS)),
        total=total,
        page=page,
    )


_EMPTY = TimelinePage(axis=None, span=None, counts=(), bars=(), measures=(), records=(), events=(), total=0, page=1)


def _read_axis(span: EventSpan | None, records: Sequence[Mark], first: date | None, last: date | None) -> Axis | None:
    """The days asked for; what is not asked is where the case begins and ends. None where nothing is dated."""
    starts = [mark.first for mark in records]
    ends = [mark.last for mark in records]
    if span is not None:
        begin, common, end = (read_day(text) for text in (span.first, span.common_first, span.last))
        if begin and common and end:
            starts.append(common if (end - begin).days > LONG_DAYS else begin)
            ends.append(end)
    if not starts:
        return None
    low, high = first or min(starts).replace(day=1), last or month_end(max(ends))
    return Axis(first=min(low, high), last=max(low, high))


def _within(axis: Axis, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.first <= axis.last and axis.first <= mark.last)


def render_timeline(page: TimelinePage, visit: Visit) -> Html:
    """The lanes, the ways to come closer, and below them what they show as lists."""
    if page.axis is None:
        told = "No claim dates its event and no customs records are imported, so there is nothing to put along time."
        return render_empty(told, element("a", "To the work", href="/jobs"))
    axis = page.axis
    names = {mark.row: territory_name(mark.row) for mark in page.measures}
    lanes = Lanes(
        axis=axis, counts=page.counts, bars=page.bars, measures=page.measures, records=page.records, names=names
    )
    label = (
        f"{count(page.total, 'event')}, {count(len(page.measures), 'day')} of measures and "
        f"{count(len(page.records), 'stretch', 'stretches')} of customs records "
        f"from {phrase_day(axis.first.isoformat())} to {phrase_day(axis.last.isoformat())}; the lists below name them."
    )
    return element(
        "div",
        element("p", NOTE, class_="note"),
        _choose_days(axis),
        element("figure", draw_lanes(lanes, label), _legend(page), class_="chart"),
        _closer(page, axis),
        _events(page),
        _marks("Measures", page.measures, lambda mark: territory_name(mark.row)),
        _marks("Customs records", page.records, lambda mark: mark.row),
        class_="timeline",
    )


def _choose_days(axis: Axis) -> Html:
    boxes = [
        element("label", f"{words} ", element("input", type="date", name=name, value=day.isoformat()))
        for words, name, day in (("From", "from", axis.first), ("to", "to", axis.last))
    ]
    days = timedelta(days=axis.days)
    ways = []
    for words, shift in (("earlier", -days), ("later", days)):
        moved = _shifted(axis, shift)
        if moved is not None:
            ways.append(element("a", words, href=_address(*moved)))
    ways.append(element("a", "the whole case", href=PATH))
    return element(
        "form",
        ((box, " ") for box in boxes),
        element("button", "Show", type="submit"),
        element("span", ((" · ", way) for way in ways), class_="ways"),
        action=PATH,
        method="get",
        class_="days-form",
    )


def _shifted(axis: Axis, shift: timedelta) -> tuple[date, date] | None:
    try:
        return axis.first + shift, axis.last + shift
    except OverflowError:
        return None


def _legend(page: TimelinePage) -> Html:
    events = "each a bar, a thin line where an end is open" if page.bars else f"a column for each {_unit(page)}"
    return element(
        "figcaption",
        f"Events: {events}; contested ones in the colour of warnings.",
        " Measures by territory: a tick where one came into force, hollow where it was announced, in the colour of "
        "warnings where it ended."
        if page.measures
        else None,
        " Records: shaded what files cover, framed what findings are about." if page.records else None,
    )


def _unit(page: TimelinePage) -> str:
    return page.axis.unit if page.axis else "month"


def _closer(page: TimelinePage, axis: Axis) -> Html | None:
    """The years or months of the stretch that hold events, each leading to itself."""
    by_year = axis.days > 800
    size = 4 if by_year else 7
    found: dict[str, int] = {}
    for one in page.counts:
        found[one.start[:size]] = found.get(one.start[:size], 0) + one.events
    if len(found) < 2:
        return None
    items = []
    for key, events in found.items():
        begins, ends = (f"{key}-01-01", f"{key}-12-31") if by_year else (f"{key}-01", _last_of_month(key))
        words = key if by_year else f"{MONTHS[int(key[5:]) - 1][:3]} {key[:4]}"
        link = element("a", words, href=address(PATH, {"from": begins, "to": ends}))
        items.append(element("li", link, " ", element("span", f"{events:,}", class_="number")))
    return element("nav", element("ul", items, class_="choices"), aria_label="Closer", class_="kinds")


def _last_of_month(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    following = date(year + number // 12, number % 12 + 1, 1) if year < 9999 else date(9999, 12, 31)
    return (following - timedelta(days=1)).isoformat()


def _address(first: date, last: date) -> str:
    return address(PATH, {"from": first.isoformat(), "to": last.isoformat()})


def _events(page: TimelinePage) -> Html:
    pager = render_pager(PATH, page.asked, page.total, page.page, "dated event")
    head = element("tr", *(element("th", text, scope="col") for text in ("When", "What is said", "Origins")))
    rows = [
        element(
            "tr",
            element("td", render_dates(one.proposition), class_="date"),
            element(
                "td",
                phrase(read_pieces(one), ways=PAGES),
                " ",
                chip("contested", "contested") if one.proposition.conflicts else None,
                " ",
                element(
                    "a",
                    f"proposition {one.number:,}",
                    href=PAGES.proposition("", one.proposition.id),
                    class_="ref",
                ),
            ),
            element("td", one.proposition.independent_origins, class_="number", data_label="Origins"),
        )
        for one in page.events
    ]
    table = element("table", element("thead", head), element("tbody", rows), class_="dated-events")
    told = table if rows else element("p", "No event is dated to these days.", class_="minor")
    return element("section", element("h2", "Events"), pager, told)


def _marks(title: str, marks: Sequence[Mark], row: Callable[[Mark], str]) -> Html | None:
    """The marks of a lane as a table, the first of them open, the rest folded."""
    if not marks:
        return None
    rows = [_mark(mark, row(mark)) for mark in marks]
    rest = None
    if len(rows) > MARKS_SHOWN:
        summary = element("summary", f"{len(rows) - MARKS_SHOWN:,} more")
        rest = element("details", summary, _mark_table(rows[MARKS_SHOWN:]))
    return element("section", element("h2", title), _mark_table(rows[:MARKS_SHOWN]), rest)


def _mark_table(rows: Sequence[Html]) -> Html:
    head = element("tr", *(element("th", text, scope="col") for text in ("When", "Of", "What")))
    return element("table", element("thead", head), element("tbody", rows), class_="dated-events")


def _mark(mark: Mark, row: str) -> Html:
    days = phrase_day(mark.first.isoformat())
    if mark.last != mark.first:
        days = f"{days} to {phrase_day(mark.last.isoformat())}"
    words = element("a", mark.words, href=mark.address) if mark.address else element("bdi", mark.words)
    detail = element("p", mark.detail, class_="minor") if mark.detail else None
    return element(
        "tr",
        element("td", MARK_WORDS[mark.kind], " ", element("span", days, class_="day"), class_="date"),
        element("td", row),
        element("td", words, detail),
    )


add_page(router, PATH, read_timeline, render_timeline)
