"""The timeline: what happened when, and when it was reported, as two things, each event as long as it is uncertain."""

from collections import defaultdict
from dataclasses import dataclass

from entrepot.dossier.charts import draw_months, draw_overview, draw_row
from entrepot.dossier.days import phrase_interval, published_interval
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.names import standing_of
from entrepot.dossier.parts import chip, claim_links, count, phrase, proposition_link, section, standing_labels
from entrepot.dossier.phrases import Piece, phrase_claim
from entrepot.dossier.view import CaseView, ClaimView, PropositionView
from entrepot.model.interval import Interval

NOTE = (
    "When something happened and when it was reported are two things. Upper bar: the days on which it may have "
    "happened, as long as the date is open; one bar for each date where those given exclude each other. Ticks "
    "on the line below: days on which it was reported. An arrow goes on into another year, or to an end that "
    "nobody gives. An event without a label is stated without reservation by its source."
)
SHOWN_LINKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A proposition that somebody dates, or a claim that is not merged; `dates` are several where they conflict."""

    dates: tuple[Interval, ...]
    reported: Interval | None
    pieces: tuple[Piece, ...]
    claims: tuple[ClaimView, ...]
    proposition: PropositionView | None = None

    @property
    def days(self) -> list[str]:
        """The days on which it was reported."""
        return sorted({view.document.published.start for view in self.claims if view.document.published})

    @property
    def year(self) -> str:
        """The year under which it stands: the first that any date gives."""
        return min((date.start or date.end or "")[:4] for date in self.dates)


def render_timeline(view: CaseView) -> Html:
    """An overview of the years, then a table of events for each."""
    events = sorted(_gather_events(view), key=_order)
    dated = sum(len(event.claims) for event in events)
    rest = element(
        "p", f"{count(len(view.claims) - dated, 'claim')} without a date: see the reading view.", class_="minor after"
    )
    left = rest if dated < len(view.claims) else None
    if not events:
        return section("timeline", "Timeline", element("p", "No claim dates its event."), left)
    years: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        years[event.year].append(event)
    published = [report.document.published.start for report in view.reports if report.document.published]
    return section(
        "timeline",
        "Timeline",
        element("p", NOTE, class_="note"),
        draw_overview([date for event in events for date in event.dates], published),
        _table(years),
        left,
    )


def _gather_events(view: CaseView) -> list[Event]:
    """Every proposition with a date, and every dated claim that is in none."""
    events = [
        Event(dates=one.dates, reported=one.proposition.reported, pieces=one.pieces, claims=one.claims, proposition=one)
        for one in view.propositions
    ]
    for claim in view.claims:
        if claim.claim.when and view.proposition_of(claim) is None:
            when, published = claim.claim.when.interval, claim.document.published
            reported = published_interval(published) if published else None
            events.append(Event(dates=(when,), reported=reported, pieces=phrase_claim(claim.claim), claims=(claim,)))
    return [event for event in events if event.dates and all(date.start or date.end for date in event.dates)]


def _order(event: Event) -> tuple[str, str, bool, str]:
    first = event.dates[0]
    return first.start or first.end or "", first.end or "9999", first.start is None, event.claims[0].anchor


def _table(years: dict[str, list[Event]]) -> Html:
    bodies = []
    for year in sorted(years):
        heading = element("th", element("h3", year), scope="rowgroup", class_="year")
        scale = element("td", draw_months(), class_="year bar")
        rows = [_row(event, year) for event in years[year]]
        first = element("tr", heading, scale, element("td", colspan=2, class_="year"))
        bodies.append(element("tbody", first, rows, class_="year-body"))
    head = element(
        "tr",
        *(element("th", text, scope="col") for text in ("When", "In the year", "What is said", "Where it is said")),
    )
    caption = element("caption", "Dated events, by the year in which they happened")
    return element("table", caption, element("thead", head), bodies, class_="events")


def _row(event: Event, year: str) -> Html:
    labels = standing_labels(standing_of(view.claim) for view in event.claims)
    differ = join(" ", chip("dates differ", "contested")) if len(event.dates) > 1 else None
    one = event.proposition
    where = proposition_link(one) if one and one.listed else claim_links(event.claims, SHOWN_LINKS)
    return element(
        "tr",
        element("td", _words(event), class_="date"),
        element("td", draw_row(event.dates, event.days, year), class_="bar"),
        element("td", phrase(event.pieces), " ", labels, differ, class_="what"),
        element("td", where, class_="claims"),
    )


def _words(event: Event) -> tuple[Html, Html]:
    happened = " or ".join(map(phrase_interval, event.dates))
    verb = "happened " if any(standing_of(view.claim) in ("asserted", "alleged") for view in event.claims) else "dated "
    reported = phrase_interval(event.reported) if event.reported else "on a day that is not known"
    return element("div", verb, element("b", happened)), element("div", f"reported {reported}", class_="kind")
