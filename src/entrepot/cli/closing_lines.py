"""Closure estimates and levers as the command line shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from entrepot.cli.output import counted, out_console, plain, print_record

if TYPE_CHECKING:
    from entrepot.model.channel import Channel
    from entrepot.model.closure import ClosureEstimate
    from entrepot.model.finding import Estimate

_ROWS = (
    ("exposed", "would fall under it"),
    ("diverted", "looks diverted"),
    ("lawful", "lawful trade it would hit"),
    ("controlled_share", "share of supply controlled"),
    ("substitution", "replaced by others, as observed"),
    ("closed", "closed, net of that"),
)


def print_estimates(estimates: "Sequence[ClosureEstimate]", channel: "Channel", as_json: bool) -> None:
    """One record an estimate, with the fields of a finding beside its own; for people sentences and a table."""
    from entrepot.channels.closure_answer import as_finding

    for estimate in estimates:
        if as_json:
            print_record({**asdict(as_finding(estimate, channel)), **asdict(estimate)})
        else:
            _print_estimate(estimate)


def _print_estimate(estimate: "ClosureEstimate") -> None:
    from rich.table import Table
    from rich.text import Text

    from entrepot.dossier.sections.findings import STATUSES

    console = out_console()
    console.print(Text(plain(estimate.statement)), soft_wrap=True)
    table = Table(box=None, pad_edge=False, show_header=True)
    for name, justify in (("a year", "left"), ("at the least", "right"), ("in the middle", "right"),
                          ("at the most", "right"), ("", "left")):  # fmt: skip
        table.add_column(name, justify="left" if justify == "left" else "right")
    for name, words in _ROWS:
        figures: Estimate | None = getattr(estimate, name)
        if figures is not None:
            table.add_row(words, *_cells(figures))
    if table.row_count:
        console.print(table)
    for one in estimate.alternatives:
        console.print(Text(f"  {STATUSES[one.status]:>12}  {plain(one.explanation)}", style="dim"), soft_wrap=True)
    for issue in estimate.issues:
        console.print(Text(f"  {issue.severity:>12}  {plain(issue.message)}"), soft_wrap=True)
    files = "; ".join(f"{one.file}, {counted(one.rows, 'rows')}" for one in estimate.inputs)
    console.print(Text(f"  {'rests on':>12}  {plain(files) or 'no rows'}  (closure {estimate.id})\n", style="dim"),
                  soft_wrap=True)  # fmt: skip


def _cells(figures: "Estimate") -> tuple[str, str, str, str]:
    bounds = (figures.low, figures.value, figures.high)
    words = tuple("not bounded" if one is None else _number(one, figures.unit) for one in bounds)
    return words[0], words[1], words[2], figures.unit


def _number(value: float, unit: str) -> str:
    return f"{value:,.1f}" if unit == "%" else f"{value:,.0f}"


def print_levers(levers: Sequence[Mapping[str, object]], as_json: bool) -> None:
    """Every lever: its legal basis and precedent, what records show and cannot, whether it applies."""
    from rich.text import Text

    if as_json:
        for lever in levers:
            print_record(lever)
        return
    console = out_console()
    for lever in levers:
        figure = "with figures" if lever["figure"] else "without a figure of what it closes"
        told = figure if lever["applies"] else f"does not apply: {lever['why_not']}"
        console.print(Text(f"{lever['id']}  {plain(str(lever['name']))} ({told})", style="bold"), soft_wrap=True)
        for label, name in (("basis", "legal_basis"), ("precedent", "precedent"), ("records show", "shows"),
                            ("limits", "limits"), ("source", "source")):  # fmt: skip
            if lever[name]:
                console.print(Text(f"  {label:>12}  {plain(str(lever[name]))}", style="dim"), soft_wrap=True)
