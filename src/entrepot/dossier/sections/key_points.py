"""Key points: what several claims say together, chosen by a rule that is printed with them."""

from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import chip, claim_links, count, phrase, section
from entrepot.dossier.points import RULE, STANDINGS, Point, Voice, gather_points
from entrepot.dossier.view import CaseView

SHOWN = 12
FOLDED = 48


def render_key_points(view: CaseView) -> Html:
    """The points made most widely, the next ones folded, and the rule of choice."""
    points = gather_points(view.claims)
    first, rest = points[:SHOWN], points[SHOWN : SHOWN + FOLDED]
    left = len(points) - len(first) - len(rest)
    return section(
        "key-points",
        "Key points",
        element("ol", (_render_point(point) for point in first), class_="points")
        if first
        else element("p", "No claim names a resolved actor, so there are no key points."),
        _more(rest, len(first)) if rest else None,
        element("p", f"{count(left, 'further point')} in the reading view alone.", class_="minor") if left else None,
        element("details", element("summary", "How these points were chosen"), element("p", RULE), class_="rule"),
    )


def _more(points: tuple[Point, ...], before: int) -> Html:
    summary = element("summary", f"The next {count(len(points), 'point')}")
    listing = element("ol", (_render_point(point) for point in points), class_="points", start=before + 1)
    return element("details", summary, listing)


def _render_point(point: Point) -> Html:
    figures = [count(point.reports, "report"), count(len(point.claims), "claim")]
    if point.named_sources:
        figures.append(count(point.named_sources, "named source"))
    return element(
        "li",
        element(
            "p",
            phrase(point.pieces),
            ". ",
            chip("contested", "contested") if point.contested else None,
            class_="phrase",
        ),
        render_voices(point.voices),
        element("p", " · ".join(figures), class_="minor"),
    )


def render_voices(voices: tuple[Voice, ...]) -> Html:
    """Who stands how to a point, each with the claims that say so."""
    return element("ul", (_render_voice(voice) for voice in voices), class_="voices")


def _render_voice(voice: Voice) -> Html:
    own = " in its own words" if voice.publisher else ""
    return element(
        "li",
        element("span", STANDINGS[voice.standing], class_=f"standing standing-{voice.standing}"),
        " ",
        join(element("bdi", voice.name), own, " "),
        claim_links(voice.claims),
    )
