"""Levers: what closing would take, as ranges in bars of one scale with their figures printed beside them."""

from collections.abc import Sequence

from entrepot.dossier.channels.evidence import render_issues
from entrepot.dossier.channels.words import figure_words, place_name, render_words
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import count, section
from entrepot.dossier.sections.findings import render_alternatives
from entrepot.model.closure import ClosureEstimate, LeverUse
from entrepot.model.finding import Estimate
from entrepot.reference.tables import load_table

STANDING = (
    "From measure to effect only: what would fall under a lever, and the range of what it would close. A range is what "
    "the records bound, not a forecast; who would adapt, and how, is in no record."
)
NONE = "No lever was put to this channel. `entrepot close` estimates what one would close."
BAR = 240.0
"""The width of a bar in units."""
FLOWS = (
    ("exposed", "Falls under it"),
    ("diverted", "Looks diverted"),
    ("closed", "Closed, after substitution"),
    ("lawful", "Lawful trade hit"),
)
SHARES = (
    ("controlled_share", "Of the supply, controlled by the issuers"),
    ("substitution", "Replaced by others before"),
)


def render_levers(closures: Sequence[ClosureEstimate]) -> Html:
    """Every estimate in the order in which it was asked for."""
    entries = [_render_estimate(number, one) for number, one in enumerate(closures, 1)]
    inner = element("div", entries, class_="closures") if entries else element("p", render_words(NONE))
    return section("levers", "Levers", element("p", STANDING, class_="note"), inner)


def _render_estimate(number: int, one: ClosureEstimate) -> Html:
    flows = [(title, getattr(one, name)) for name, title in FLOWS]
    shares = [(title, getattr(one, name)) for name, title in SHARES]
    files = [
        element(
            "li", element("bdi", file.file), f", {count(file.rows, 'row')}, SHA-256 ", element("code", file.sha256[:16])
        )
        for file in one.inputs
    ]
    return element(
        "article",
        element("h3", _levers_words(one.levers), id=f"lever-{number}"),
        element("p", render_words(one.statement), class_="statement"),
        _bars(flows, "A year’s flow"),
        _bars(shares, "Shares", whole=100.0),
        render_alternatives(one.alternatives),
        render_issues(one.issues),
        element(
            "details",
            element("summary", "What it rests on"),
            element("ul", files) if files else element("p", "No rows."),
            element("p", f"Method: {one.method.name}, version {one.method.version}."),
        ),
        class_="closure",
    )


def _levers_words(levers: Sequence[LeverUse]) -> Html:
    return (
        join((" and " if at else None, _lever_words(one)) for at, one in enumerate(levers))
        if levers
        else join("No lever")
    )


def _lever_words(one: LeverUse) -> Html:
    """The lever by the words of its table, then towards whom, on what and by whom."""
    row = load_table("levers").find_row(one.lever)
    named = row["lever"] if row else one.lever
    goods = join(", on ", element("bdi", one.goods.text or ", ".join(one.goods.codes))) if one.goods else None
    issuers = ", ".join(map(place_name, one.issuers))
    return join(
        element("bdi", named),
        join(": ", element("bdi", one.object)) if one.object else None,
        f", {place_name(one.territory)}" if one.territory else None,
        goods,
        element("span", f" by {issuers}", class_="kind") if issuers else None,
    )


def _bars(figures: Sequence[tuple[str, Estimate | None]], caption: str, whole: float = 0.0) -> Html:
    """A row a figure; bars share one scale where their figures share a unit, which is when they can be compared."""
    known = [one for _, one in figures if one]
    units = {one.unit for one in known}
    most = whole or max((max(one.value, one.high or 0.0, one.low or 0.0) for one in known), default=0.0)
    drawn = len(units) == 1 and most > 0
    rows = [
        element(
            "tr",
            element("th", title, scope="row"),
            element("td", _bar(one, most) if one and drawn else None, class_="bar"),
            element("td", _figure(one), class_="range"),
        )
        for title, one in figures
    ]
    return element("table", element("caption", caption), element("tbody", rows), class_="ranges")


def _figure(one: Estimate | None) -> Html:
    if one is None:
        return element("span", figure_words(None), class_="absent")
    return element("span", figure_words(one))


def _bar(one: Estimate, most: float) -> Html:
    """A bar from low to high with a tick at the value, from 0 for an exact figure; an arrow where nothing bounds it."""
    low = 0.0 if one.low is None or one.low == one.high else one.low
    high = most if one.high is None else one.high
    left, right = (BAR * min(max(value / most, 0.0), 1.0) for value in (low, high))
    tick = BAR * min(max(one.value / most, 0.0), 1.0)
    return element(
        "svg",
        element("line", x1="0", x2=_number(BAR), y1="7", y2="7", class_="base"),
        element("rect", x=_number(left), y="3", width=_number(max(right - left, 1.5)), height="8", class_="reach"),
        element("rect", x=_number(min(tick, BAR - 2)), y="1", width="2", height="12", class_="middle-value"),
        element("path", d=f"M{_number(BAR + 7)} 7l-6 -4v8z", class_="onward") if one.high is None else None,
        viewBox=f"0 0 {_number(BAR + 8)} 14",
        class_="range-bar",
        aria_hidden="true",
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
