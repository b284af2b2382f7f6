"""The map of a channel with its legend, and the tables of its hubs and corridors with where each is known from."""

from entrepot.dossier.channels.map import NARROW_SHEET, WIDE_SHEET, draw_map
from entrepot.dossier.channels.places import ChannelPlaces
from entrepot.dossier.channels.words import place_name, source_words
from entrepot.dossier.days import phrase_day
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import section
from entrepot.reference.boundaries import BOUNDARIES_NOTE
from entrepot.reference.hubs import Corridor, Hub

STANDING = (
    "Lines join hubs in their order and are no tracks. A corridor that is inferred is a way to test, which no source "
    "claims; that a corridor exists does not say that these goods took it."
)
CREDIT = (
    "Outlines made with Natural Earth; positions of hubs from searoute, airportsdata and GeoNames, as the table says."
)
NOWHERE = "Neither territories nor hubs of this channel are known to the program’s tables, so there is no map."
MEASURES = {
    "eu_transaction_ban": "EU transaction ban",
    "eu_zone_measures": "EU measures on the zone",
    "eu_country_measure": "EU measure on the country",
}
OPEN_ROWS = 15
"""Rows of a table that stand open; a longer one is folded away."""
ROLES = {"origin": "Origin", "via": "Via", "destination": "Destination"}


def render_map(places: ChannelPlaces) -> Html:
    """The map in a wide and a narrow drawing, of which the style shows one; then what stands on it, as tables."""
    label = _describe(places)
    wide = draw_map(places, WIDE_SHEET, label, kind="wide", full_names=True)
    narrow = draw_map(places, NARROW_SHEET, label, kind="narrow", full_names=False)
    if wide is None or narrow is None:
        return section("map", "Map", element("p", NOWHERE))
    figure = element(
        "figure",
        wide.picture,
        narrow.picture,
        _legend(places),
        element("figcaption", BOUNDARIES_NOTE, " ", STANDING, " ", CREDIT),
        class_="chart",
    )
    beyond = ", ".join(map(place_name, wide.beyond))
    return section(
        "map",
        "Map",
        figure,
        element("p", f"Beyond the edge of the map: {beyond}.", class_="minor") if beyond else None,
        _corridors(places),
        _hubs(places),
        _unknown(places),
    )


def _describe(places: ChannelPlaces) -> str:
    """The map in one sentence, for those who do not see it."""
    told = [
        f"{ROLES[role].lower()} {', '.join(place_name(iso2) for iso2, its in places.roles.items() if its == role)}"
        for role in ("origin", "via", "destination")
        if role in places.roles.values()
    ]
    return f"Map: {'; '.join(told) or 'no territory named'}. The tables that follow list its hubs and corridors."


def _legend(places: ChannelPlaces) -> Html:
    """What colours, dots and lines mean; only what the map can show."""
    roles = [
        _key(name, element("rect", x="1", y="1", width="22", height="12", class_=f"land role-{role}"))
        for role, name in ROLES.items()
        if role in places.roles.values()
    ]
    bases = {corridor.basis for corridor in places.corridors.values()}
    ways = [
        _key(
            words,
            element("g", element("line", x1="0", x2="24", y1="7", y2="7", class_="way"), class_=f"corridor-{key}"),
        )
        for key, words in (("documented", "Corridor, documented"), ("inferred", "Corridor, inferred"))
        if key in bases
    ]
    hubs = places.hubs.values()
    dots = [
        _key(words, element("circle", cx="12", cy="7", r="4", class_=style))
        for style, words, shown in (
            ("hub", "Hub named with the channel", any(hub.id in places.named for hub in hubs)),
            ("hub hub-passed", "Hub on a corridor", any(hub.id not in places.named for hub in hubs)),
            ("hub hub-restricted", "Hub under a measure of its own", any(hub.measure for hub in hubs)),
        )
        if shown
    ]
    return element("ul", roles, ways, dots, class_="map-legend", aria_label="Legend")


def _key(words: str, sample: Html) -> Html:
    return element("li", element("svg", sample, viewBox="0 0 24 14", aria_hidden="true", class_="sample"), " ", words)


def _corridors(places: ChannelPlaces) -> Html | None:
    rows = [_corridor_row(letter, one, places) for letter, one in places.corridors.items()]
    return _table("Corridors", ("", "Corridor", "Known", "Through"), rows)


def _corridor_row(letter: str, one: Corridor, places: ChannelPlaces) -> Html:
    numbers = {hub.id: number for number, hub in places.hubs.items()}
    through = " – ".join(numbers.get(key, key) for key in one.hubs)
    basis = "documented" if one.basis == "documented" else "inferred, claimed by no source"
    return element(
        "tr",
        element("td", letter, class_="number"),
        element(
            "th",
            one.name,
            element("div", f"{', '.join(one.modes)}; {one.note}".strip("; "), class_="minor"),
            element("div", source_words(one.source), class_="minor"),
            scope="row",
        ),
        element("td", basis, data_label="Known"),
        element("td", through, data_label="Through"),
        id=f"corridor-{letter}",
    )


def _hubs(places: ChannelPlaces) -> Html | None:
    rows = [_hub_row(number, hub) for number, hub in places.hubs.items()]
    return _table("Hubs", ("", "Hub", "Measure on it", "Position"), rows)


def _hub_row(number: str, hub: Hub) -> Html:
    kinds = ", ".join(kind.replace("_", " ") for kind in hub.kinds)
    since = f" since {phrase_day(hub.measure_since)}" if hub.measure_since else ""
    measure = f"{MEASURES.get(hub.measure, hub.measure)}{since}" if hub.measure else "none in the table"
    sources = [one for one in hub.position_source.split("; ") if one != "approximate position"]
    position = "; ".join(([] if hub.is_exact else ["approximate"]) + sources)
    return element(
        "tr",
        element("td", number, class_="number"),
        element(
            "th",
            hub.name,
            element("div", f"{place_name(hub.iso2)}; {kinds}{f'; {hub.role}' if hub.role else ''}", class_="minor"),
            element("div", source_words(hub.source), class_="minor"),
            scope="row",
        ),
        element("td", measure, element("div", hub.measure_basis, class_="minor") if hub.measure_basis else None,
                data_label="Measure on it"),
        element("td", position, data_label="Position"),
        id=f"hub-{number}",
    )  # fmt: skip


def _table(caption: str, heads: tuple[str, ...], rows: list[Html]) -> Html | None:
    if not rows:
        return None
    table = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", [element("th", head, scope="col") for head in heads])),
        element("tbody", rows),
        class_="register",
    )
    scrolled = element("div", table, class_="scroll", tabindex=0, role="region", aria_label=caption)
    if len(rows) <= OPEN_ROWS:
        return scrolled
    return element("details", element("summary", f"{caption} ({len(rows)})"), scrolled, class_="after")


def _unknown(places: ChannelPlaces) -> Html | None:
    if not places.unknown:
        return None
    names = join((", " if at else None, element("bdi", one)) for at, one in enumerate(places.unknown))
    return element("p", "Named, and not in the tables: ", names, ".", class_="minor")
