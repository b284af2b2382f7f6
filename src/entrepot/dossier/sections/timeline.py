"""The timeline: dated events year by year, each as long as it is uncertain, apart from the days of publication."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from entrepot.dossier.charts import draw_overview, draw_row
from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import claim_links, count, dated, phrase, section, standing_labels
from entrepot.dossier.phrases import Piece, phrase_claims
from entrepot.dossier.points import point_key, standing_of
from entrepot.dossier.view import CaseView, ClaimView
from entrepot.model.interval import Interval

NOTE = (
    "Dates are those that the reports give to events, not the days on which they were published. A bar is as long as "
    "the date is open: a day is a tick, “August 2025” a month, “2023” the whole year; an arrow means that the "
    "report leaves that end open or that it lies in another year. An event without a label is stated without "
    "reservation by its source."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Claims of one frame, about the same actors, dated alike."""

    interval: Interval
    pieces: tuple[Piece, ...]
    claims: tuple[ClaimView, ...]


def render_timeline(view: CaseView) -> Html:
    """An overview of the years, then a table of events for each."""
    events = _gather_events(view.claims)
    undated = sum(1 for claim in view.claims if claim.claim.when is None)
    rest = element("p", f"{count(undated, 'claim')} without a date: see the reading view.", class_="minor")
    if not events:
        return section("timeline", "Timeline", element("p", "No claim dates its event."), rest if undated else None)
    years: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        years[(event.interval.start or event.interval.end or "")[:4]].append(event)
    published = [report.document.published for report in view.reports if report.document.published]
    return section(
        "timeline",
        "Timeline",
        element("p", NOTE, class_="note"),
        draw_overview([event.interval for event in events], [when.start for when in published]),
        _table(years),
        rest if undated else None,
    )


def _gather_events(claims: Iterable[ClaimView]) -> list[Event]:
    groups: dict[tuple[object, ...], list[ClaimView]] = defaultdict(list)
    for view in claims:
        when = view.claim.when
        if when and (when.interval.start or when.interval.end):
            interval = when.interval
            groups[interval.start, interval.end, interval.granularity, point_key(view)].append(view)
    events = [
        Event(
            interval=group[0].claim.when.interval,
            pieces=phrase_claims(view.claim for view in group),
            claims=tuple(group),
        )
        for group in groups.values()
        if group[0].claim.when
    ]
    return sorted(events, key=lambda event: _order(event.interval))


def _order(interval: Interval) -> tuple[str, str, bool]:
    return interval.start or interval.end or "", interval.end or "9999", interval.start is None


def _table(years: dict[str, list[Event]]) -> Html:
    ordered = sorted(years)
    bodies = []
    for year in ordered:
        heading = element("th", element("h3", year), colspan=4, scope="rowgroup", class_="year")
        rows = [_row(event, year) for event in years[year]]
        bodies.append(element("tbody", element("tr", heading), rows, class_="year-body"))
    head = element(
        "tr", *(element("th", text, scope="col") for text in ("When", "In the year", "What is said", "Claims"))
    )
    return element(
        "table", element("caption", "Dated events, by year"), element("thead", head), bodies, class_="events"
    )


def _row(event: Event, year: str) -> Html:
    labels = standing_labels(standing_of(view) for view in event.claims)
    return element(
        "tr",
        element("td", dated(event.interval), class_="date"),
        element("td", draw_row(event.interval, year), class_="bar"),
        element("td", phrase(event.pieces), " ", labels, class_="what"),
        element("td", claim_links(event.claims, 6), class_="claims"),
    )
