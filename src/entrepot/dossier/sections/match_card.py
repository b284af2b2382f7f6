"""One listed party beside an actor: how near, on which list, since when, on what grounds, and what people judged."""

from collections.abc import Sequence

from entrepot.dossier.days import phrase_day
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import chip
from entrepot.model.case import ScreenedActor
from entrepot.model.listing import ListVersion
from entrepot.model.match import Feature, Match

BAR_WIDTH = 60.0
FEATURES_BELOW = 0.005
"""A ground that moves the score by less is not shown."""


def render_match(match: Match, actor: ScreenedActor, versions: Sequence[ListVersion]) -> Html:
    """A possible match with its list, its judgement and what moved its score."""
    other = join(", on the name ", element("bdi", match.matched_name)) if match.matched_name != match.name else None
    head = element(
        "p",
        element("b", f"{match.score:.2f}", class_="score"),
        " ",
        chip("possible match", "possible"),
        " ",
        element("bdi", match.name, class_="root"),
        other,
        class_="match-head",
    )
    return element(
        "div",
        head,
        element("p", _listing(match, versions), class_="minor"),
        render_judgement(match, is_earlier=(match.list, match.id) in actor.judged_earlier),
        _grounds(match.features),
        class_="match",
    )


def _listing(match: Match, versions: Sequence[ListVersion]) -> Html:
    """On which list, under which programme, since when, by which version of the list."""
    version = next((one for one in versions if one.list == match.list), None)
    programmes = [element("bdi", one) for one in match.programs]
    since = (
        f"listed since {phrase_day(match.first_listed.isoformat())}"
        if match.first_listed
        else "day of listing not given"
    )
    return join(
        "List ",
        element("bdi", match.list),
        ", entry ",
        element("bdi", match.id),
        "; ",
        [join("; " if at else "programme ", one) for at, one in enumerate(programmes)] or "no programme given",
        f"; {since}",
        f"; {_version_words(version)}" if version else None,
    )


def _version_words(version: ListVersion) -> str:
    when = f"of {phrase_day(version.published.isoformat())}" if version.published else "without a date"
    return f"version {when}, SHA-256 {version.sha256[:12]}"


def render_judgement(match: Match, *, is_earlier: bool) -> Html | None:
    """What a person judged, and whether it still decides anything."""
    judged = match.judgement
    if judged is None:
        return None
    day = phrase_day(judged.judged_at.date().isoformat())
    note = (
        " That was on an earlier record of this party, so it decides nothing now: compare again."
        if is_earlier
        else None
    )
    reason = join(": ", element("bdi", judged.reason)) if judged.reason else None
    return element(
        "p", f"Judged {judged.verdict} by ", element("bdi", judged.by), f" on {day}", reason, ".", note, class_="judged"
    )


def _grounds(features: Sequence[Feature]) -> Html | None:
    """What moved the score, which way and how far, in the order of the method."""
    told = [one for one in features if abs(one.score * one.weight) >= FEATURES_BELOW]
    if not told:
        return None
    largest = max(abs(one.score * one.weight) for one in told)
    rows = [
        element(
            "tr",
            element("td", one.detail or one.name),
            element("td", f"{one.score * one.weight:+.2f}", class_="number"),
            element("td", _bar(one.score * one.weight / largest), class_="bar"),
        )
        for one in told
    ]
    head = element("tr", *(element("th", title, scope="col") for title in ("Ground", "Adds", "")))
    return element("table", element("thead", head), element("tbody", rows), class_="grounds")


def _bar(share: float) -> Html:
    """A bar to the right of the middle for what speaks for a match, to the left for what speaks against it."""
    length = max(abs(share) * BAR_WIDTH, 0.5)
    start = BAR_WIDTH if share >= 0 else BAR_WIDTH - length
    return element(
        "svg",
        element(
            "rect",
            x=f"{start:.1f}",
            y="1",
            width=f"{length:.1f}",
            height="6",
            class_="for" if share >= 0 else "against",
        ),
        element("line", x1=f"{BAR_WIDTH:g}", x2=f"{BAR_WIDTH:g}", y1="0", y2="8", class_="middle"),
        viewBox=f"0 0 {2 * BAR_WIDTH:g} 8",
        class_="ground-bar",
        aria_hidden="true",
    )
