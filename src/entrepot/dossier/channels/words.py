"""What lines, verdicts, statuses and territories of a channel are called on its page."""

from entrepot.dossier.issue_words import phrase_days
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import chip
from entrepot.dossier.sections.findings import VERDICT_CHIPS, VERDICTS
from entrepot.model.channel import Channel
from entrepot.model.finding import Estimate, FindingVerdict
from entrepot.reference.territories import territory_name

FLAG_STATUSES = {
    "seen": "seen",
    "not_seen": "not seen",
    "not_tested": "not tested",
    "not_testable": "not testable with open data",
}
RESOLUTIONS = {
    "codes": "codes as written",
    "list": "codes of a published list",
    "class": "codes of the class of goods that the words name",
    "unresolved": "the words fix no code",
}


def render_words(text: str) -> Html:
    """A sentence with its days in words, and commands between backticks set as such."""
    parts = phrase_days(text).split("`")
    if len(parts) % 2 == 0:
        return element("bdi", phrase_days(text))
    return element("bdi", (element("code", part) if at % 2 else part for at, part in enumerate(parts)))


def shorten(text: str, most: int) -> str:
    """The text on one line, cut at a word where it is longer than `most`."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def source_words(source: str) -> str:
    """The source of a row of a table, or that none is given yet."""
    return "well known; no source is given yet" if source.startswith("established;") else source


def verdict_chip(verdict: FindingVerdict) -> Html:
    """The verdict as a label."""
    return chip(VERDICTS[verdict], VERDICT_CHIPS[verdict])


def place_name(iso2: str) -> str:
    """A territory's usual name, or the European Union's."""
    return "European Union" if iso2 == "EU" else territory_name(iso2)


def origin_words(channel: Channel) -> str:
    """The origins by name, or that nobody says."""
    return ", ".join(map(place_name, channel.origins)) or "not said"


def goods_words(channel: Channel) -> Html:
    """The goods as worded, what the words stand for, and the parts that stay open."""
    goods = channel.goods
    codes = f"{goods.nomenclature} {', '.join(goods.codes)}".strip() if goods.codes else ""
    edition = f" (edition {goods.edition})" if goods.codes and goods.edition else ""
    said = element("q", element("bdi", goods.text)) if goods.text else "not said"
    left = [element("bdi", part) for part in goods.unresolved if part != goods.text]
    return join(
        said,
        element("span", f" {codes}{edition}; {RESOLUTIONS[goods.resolution]}".replace(" ;", ";"), class_="kind")
        if codes
        else element("span", f" {RESOLUTIONS[goods.resolution]}", class_="kind"),
        element("span", " unresolved: ", [join("; " if at else "", one) for at, one in enumerate(left)], class_="kind")
        if left
        else None,
    )


def figure_words(estimate: Estimate | None) -> str:
    """A figure with its range and middle; that records do not tell where there is none, or do not bound it."""
    if estimate is None:
        return "the records do not tell"
    low, high, unit = estimate.low, estimate.high, estimate.unit
    middle = f"{print_amount(estimate.value)} in the middle"
    if high is None:
        start = f"{print_amount(low)} {unit} or more" if low else "not bounded"
        return f"{start}, no upper bound; {middle}" if low else f"{start}; {middle}"
    if low is None:
        return f"up to {print_amount(high)} {unit}, no lower bound; {middle}"
    if low == high:
        return f"{print_amount(low)} {unit}"
    told = f"{print_amount(low)} to {print_amount(high)} {unit}"
    return f"{told}; {middle}" if low < estimate.value < high else told


def print_amount(value: float) -> str:
    """Three significant digits, thousands set apart, millions and milliards in words."""
    for size, word in ((1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            return f"{value / size:,.3g}{word}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
