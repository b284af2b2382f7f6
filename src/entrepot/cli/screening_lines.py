"""Screenings for reading in a terminal; nothing is cut off."""

from typing import TYPE_CHECKING

from entrepot.cli.output import plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from entrepot.model.match import Feature, Match
    from entrepot.pipeline.screening import Screened

REASONS = 3
BASE = "base"
"""The feature with which every comparison of a method begins: it says nothing of the one at hand."""


def print_screening(console: "Console", one: "Screened") -> None:
    """A query with its candidates: who, on which list, under which programme, since when, and the strongest reasons."""
    from rich.text import Text

    name = plain(one.asked.query.name) or "(no name)"
    possible = [match for match in one.screening.matches if match.decision == "possible_match"]
    other = [match for match in one.screening.matches if match.decision == "no_match"]
    console.print(Text(name, style="bold"), soft_wrap=True)
    if not possible:
        told = "no possible match" if one.asked.can_be_asked else "not put to any list"
        console.print(Text(f"  {told}", style="dim"))
    for match in possible:
        _print_match(console, match, one)
    for match in other:
        if match.judgement:
            _print_match(console, match, one)
    nearest = [match for match in other if not match.judgement]
    if nearest:
        names = "; ".join(f"{match.score:.2f} {match.matched_name} ({match.list})" for match in nearest)
        console.print(Text(f"  below the threshold: {plain(names)}", style="dim"), soft_wrap=True)
    console.print()


def strongest_features(match: "Match", number: int = REASONS) -> "list[Feature]":
    """The grounds that moved the score most, whichever way."""
    told = [one for one in match.features if one.detail and one.name != BASE]
    return sorted(told, key=lambda one: -abs(one.score * one.weight))[:number]


def _print_match(console: "Console", match: "Match", one: "Screened") -> None:
    from rich.text import Text

    is_possible = match.decision == "possible_match"
    line = Text(f"  {match.score:.2f} ", style="bold yellow" if is_possible else "dim")
    line.append(plain(match.name), style="bold")
    if match.matched_name != match.name:
        line.append(f", as {plain(match.matched_name)}", style="not bold")
    line.append(f"  {plain(match.list)}:{plain(match.id)}", style="not bold cyan")
    console.print(line, soft_wrap=True)
    since = f"since {match.first_listed}" if match.first_listed else "day of listing not given"
    console.print(Text(f"       {plain(', '.join(match.programs)) or 'no programme'}; {since}"), soft_wrap=True)
    for feature in strongest_features(match):
        console.print(Text(f"       {_sign(feature)} {plain(feature.detail)}", style="dim"), soft_wrap=True)
    if match.judgement:
        console.print(_judgement(match, (match.list, match.id) in one.judged_earlier), soft_wrap=True)


def _sign(feature: "Feature") -> str:
    return "-" if feature.score * feature.weight < 0 else "+"


def _judgement(match: "Match", is_earlier: bool) -> "Text":
    from rich.text import Text

    judged = match.judgement
    if judged is None:
        return Text()
    told = f"       judged {judged.verdict} by {plain(judged.by)} on {judged.judged_at.date()}"
    reason = f": {plain(judged.reason)}" if judged.reason else ""
    earlier = " (on an earlier record of this party; judge again)" if is_earlier else ""
    return Text(told + reason + earlier, style="magenta")
