"""Channels for reading in a terminal."""

from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from entrepot.cli.output import counted, plain
from entrepot.model.channel import ChannelAssessment, EvidenceLine, FlagStatus, RedFlag
from entrepot.reference.territories import territory_name

_TITLES: Mapping[str, str] = {
    "reports": "Reports",
    "listed_parties": "Listed parties",
    "law": "Law",
    "customs": "Customs records",
    "routes": "Routes",
}
_STATUSES: Mapping[str, str] = {"rejected": "rejected", "not_rejected": "stands", "not_testable": "not testable"}
_WIDTH = 15
_SHOWN = 10
"""References of a line that are printed; findings have their own part."""


def print_channel(console: Console, assessment: ChannelAssessment) -> None:
    """One channel: its question and grounds, the words, a verdict a line, what else could be, what is missing."""
    channel = assessment.channel
    _line(console, assessment.question, style="bold")
    _line(console, f"{channel.id}  {channel.name}  (law and hubs as of {assessment.as_of})", style="dim")
    ends = [("from", channel.origins), ("through", (channel.via,)), ("to", (channel.destination,))]
    told = (f"{word} {', '.join(map(territory_name, codes))}" for word, codes in ends if any(codes))
    _entry(console, "channel", "; ".join(told))
    for ground in channel.grounds:
        _entry(console, ground.kind, f"{ground.text} [{ground.reference}]")
    console.print()
    _line(console, "In words", style="bold")
    for words, rule in zip(assessment.words, assessment.rules, strict=True):
        _entry(console, "", f"{words} [rule {rule}]")
    console.print()
    for line in assessment.lines:
        _print_line(console, line)
    _print_findings(console, assessment)
    _print_rest(console, assessment)


def _print_line(console: Console, line: EvidenceLine) -> None:
    heading = Text(f"{_TITLES[line.kind]}: ", style="bold")
    heading.append(line.verdict.replace("_", " "), style="bold cyan")
    heading.append(f"  [rule {line.rule}]", style="not bold dim")
    console.print(heading, soft_wrap=True)
    _entry(console, "asked", line.question)
    _entry(console, "found", line.statement)
    shown = [one for one in line.references if one.kind != "finding"]
    for reference in shown[:_SHOWN]:
        _entry(console, reference.kind, f"{reference.label} [{reference.id}]", style="dim")
    if len(shown) > _SHOWN:
        _entry(console, "", f"and {len(shown) - _SHOWN:,} more; --json has them all.", style="dim")
    console.print()


def _print_findings(console: Console, assessment: ChannelAssessment) -> None:
    if not assessment.findings:
        return
    _line(console, "Findings", style="bold")
    for finding in assessment.findings:
        _entry(console, finding.verdict.replace("_", " "), f"{finding.statement} ({finding.kind} {finding.id})")
    console.print()


def _print_rest(console: Console, assessment: ChannelAssessment) -> None:
    if assessment.alternatives:
        _line(console, "Other explanations", style="bold")
        for other in assessment.alternatives:
            _entry(console, _STATUSES[other.status], other.explanation)
        console.print()
    _print_flags(console, assessment)
    if assessment.missing:
        _line(console, "Missing", style="bold")
        for record in assessment.missing:
            _entry(console, "missing", record.what)
            _entry(console, "where", record.where)
        console.print()
    for issue in (*assessment.channel.issues, *assessment.issues):
        _entry(console, issue.severity, issue.message)


def _print_flags(console: Console, assessment: ChannelAssessment) -> None:
    """The flags that were tested, one by one; the others counted."""
    by_status: dict[FlagStatus, list[RedFlag]] = {}
    for flag in assessment.red_flags:
        by_status.setdefault(flag.status, []).append(flag)
    _line(console, "Red flags", style="bold")
    for flag in (*by_status.get("seen", ()), *by_status.get("not_seen", ())):
        status = flag.status.replace("_", " ")
        _entry(console, status, f"{flag.statement} ({flag.issuer}, {flag.id}). {flag.reason}")
    waiting = counted(len(by_status.get("not_tested", ())), "flags")
    closed = counted(len(by_status.get("not_testable", ())), "flags")
    _entry(console, "", f"{waiting} not tested here, {closed} not testable with open data; --json has each reason.")
    for caveat in assessment.caveats:
        _entry(console, "caveat", caveat)
    console.print()


def _line(console: Console, text: str, style: str = "") -> None:
    console.print(Text(plain(text), style=style), soft_wrap=True)


def _entry(console: Console, label: str, text: str, style: str = "") -> None:
    console.print(Text(f"  {label:>{_WIDTH}}  {plain(text)}", style=style), soft_wrap=True)
