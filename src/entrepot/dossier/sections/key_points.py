"""Key points: what several claims say together, chosen by a rule that is printed with them."""

from collections.abc import Sequence
from itertools import groupby

from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import chip, claim_links, count, phrase, section
from entrepot.dossier.points import RULE, STANDINGS, Point, Voice

FEWEST = 6
SHOWN = 12
FOLDED = 36


def render_key_points(points: tuple[Point, ...]) -> Html:
    """The points made most widely, the next ones folded, and the rule of choice."""
    several = [point for point in points if len(point.claims) > 1]
    chosen = several if len(several) >= FEWEST else points[:FEWEST]
    first, rest = chosen[:SHOWN], chosen[SHOWN : SHOWN + FOLDED]
    left = len(points) - len(first) - len(rest)
    return section(
        "key-points",
        "Key points",
        element("ol", (_render_point(point) for point in first), class_="points")
        if first
        else element("p", "No claim names a resolved actor, so there are no key points."),
        _more(rest, len(first)) if rest else None,
        element("p", f"{count(left, 'more point')} under Actors.", class_="minor after") if left else None,
        element("details", element("summary", "How these points were chosen"), element("p", RULE), class_="rule"),
    )


def _more(points: Sequence[Point], before: int) -> Html:
    summary = element("summary", f"{count(len(points), 'further point')}")
    listing = element("ol", (_render_point(point) for point in points), class_="points", start=before + 1)
    return element("details", summary, listing, class_="after")


def _render_point(point: Point) -> Html:
    figures = [count(point.reports, "report"), count(len(point.claims), "claim")]
    if point.named_sources:
        figures.append(count(point.named_sources, "named source"))
    label = "contested" if point.contested else "only denied" if point.only_denied else ""
    chips = join(" ", chip(label, label.replace(" ", "-"))) if label else None
    return element(
        "li",
        element("p", phrase(point.pieces), chips, class_="phrase"),
        _render_voices(point.voices),
        element("p", " · ".join(figures), class_="minor"),
    )


def _render_voices(voices: tuple[Voice, ...]) -> Html:
    """Who stands how to the point, a line a standing."""
    lines = []
    for standing, group in groupby(voices, key=lambda voice: voice.standing):
        named = [_render_voice(voice) for voice in group]
        lines.append(
            element(
                "div",
                element("dt", STANDINGS[standing], class_=f"standing standing-{standing}"),
                element("dd", element("ul", named, class_="voices")),
            )
        )
    return element("dl", lines, class_="standings")


def _render_voice(voice: Voice) -> Html:
    own = element("span", " (its own words)", class_="kind") if voice.own else None
    return element("li", element("bdi", voice.name), own, " ", claim_links(voice.claims))
