"""Small pieces of the page that several sections use: references, chips, chains, phrases, dates."""

import re
from collections.abc import Iterable

from entrepot.dossier.days import phrase_interval, published_interval
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.names import source_name
from entrepot.dossier.phrases import Piece, capitalised
from entrepot.dossier.view import ClaimView, PropositionView
from entrepot.dossier.ways import IN_PAGE, Ways
from entrepot.model.claim import Claim
from entrepot.model.document import Document, Published
from entrepot.model.interval import Interval

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")

SOURCE_KINDS = {
    "outlet": "outlet",
    "wire": "news agency",
    "official": "official",
    "intelligence": "intelligence service",
    "participant": "involved",
    "expert": "expert",
    "document": "document",
    "unnamed": "not named",
}
"""Each kind of source in words. "Involved" is whoever took part; whether it is a party to a matter is told apart."""


def section(anchor: str, title: str, *children: Html | str | None) -> Html:
    """A section of the dossier with its heading, which names the landmark."""
    return element(
        "section",
        element("h2", title, id=f"{anchor}-title"),
        *children,
        id=anchor,
        aria_labelledby=f"{anchor}-title",
        class_=f"part part-{anchor}",
    )


def claim_link(view: ClaimView) -> Html:
    """The claim's number, leading to it."""
    return element("a", view.label, href=view.address, class_="ref", aria_label=f"claim {view.label}")


def proposition_link(view: PropositionView) -> Html:
    """The way to a proposition: its number where it is set out, otherwise its first claim."""
    if not view.listed:
        return claim_link(view.claims[0])
    label = f"proposition {view.number}"
    return element("a", label, href=view.address, class_="ref")


def standing_labels(standings: Iterable[str]) -> Html | None:
    """Labels for the ways in which sources stand to something; none where all state it without reservation."""
    names = list(dict.fromkeys(standings))
    if names == ["asserted"]:
        return None
    return join((chip("negated" if name == "negative" else name, name), " ") for name in names)


def claim_links(views: Iterable[ClaimView], shown: int = 12) -> Html:
    """The numbers of some claims; past `shown` the rest are folded away, which takes a place where blocks may stand."""
    links = [claim_link(view) for view in views]
    head = _spaced(links[:shown])
    if len(links) <= shown + 3:
        return element("span", head, class_="refs")
    rest = element(
        "details", element("summary", f"and {len(links) - shown} more"), _spaced(links[shown:]), class_="more"
    )
    return element("div", head, " ", rest, class_="refs")


def phrase(pieces: Iterable[Piece], linked: bool = True, ways: Ways = IN_PAGE) -> Html:
    """A phrase with its actors set apart, each leading to its entry where `linked`."""
    parts: list[Html] = []
    for place, piece in enumerate(pieces):
        text = piece.text if place else capitalised(piece.text)
        if piece.kind == "actor" and linked:
            parts.append(element("a", _isolated(text), href=ways.actor(piece.actor_id), class_="actor"))
        elif piece.kind == "words":
            parts.append(join(text))
        else:
            parts.append(element("span", _isolated(text), class_=piece.kind))
    return join(parts)


def chip(text: str, kind: str) -> Html:
    """A small label, such as a modality."""
    return element("span", text, class_=f"chip chip-{kind}")


def standing_chips(claim: Claim) -> Html:
    """The modality, and the polarity where it is negative."""
    negative = chip("negated", "negative") if claim.polarity == "negative" else None
    return join(chip(claim.modality, claim.modality), " " if negative else None, negative)


def chain(claim: Claim) -> Html:
    """The chain of attribution as a breadcrumb, the publisher first and whoever vouches for the words last."""
    links = [
        element(
            "li",
            element("bdi", source_name(source)),
            " ",
            element("span", SOURCE_KINDS.get(source.kind, source.kind), class_="kind"),
        )
        for source in claim.sources
    ]
    return element("ol", links or element("li", "source unknown"), class_="chain", aria_label="chain of attribution")


def dated(interval: Interval) -> Html:
    """An interval in words, with its machine form where it is a single day or month."""
    words = phrase_interval(interval)
    if interval.start and interval.start == interval.end:
        return element("time", words, datetime=interval.start)
    return element("span", words, class_="dated")


def published_words(published: Published | None) -> str:
    """When a report was published, in words, or that it is not known."""
    if published is None:
        return "date of publication unknown"
    return phrase_interval(published_interval(published))


def report_text(document: Document, text: Html | str, name: str = "span", class_: str = "") -> Html:
    """Words of a report: their direction kept to themselves, their language named where it is known."""
    language = document.language if LANGUAGE_TAG.match(document.language) else None
    return element(name, text, dir="auto", lang=language, class_=f"said {class_}".strip())


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 report", "1,204 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _isolated(text: str) -> Html:
    return element("bdi", text)


def _spaced(links: list[Html]) -> Html:
    return join(links[:1], ((" ", link) for link in links[1:]))
