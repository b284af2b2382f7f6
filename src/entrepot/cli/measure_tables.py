"""What the law says as tables for people: the matrix of a day, and a gap by issuer."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from entrepot.cli.output import counted, out_console, plain

if TYPE_CHECKING:
    from entrepot.model.finding import Finding
    from entrepot.model.measure import MatrixCell, MeasureMatrix

_STATES = {
    "in_force": "in force",
    "contested": "contested",
    "eased": "eased",
    "not_in_force": "-",
    "unknown": "?",
}
_ON = frozenset({"in_force", "contested", "eased"})
_LEGEND = (
    "in force (rows it rests on); -: the rows are complete and there is none; ?: not known; "
    "~: taken over from an issuer that it follows (see --json)"
)
_RELATIONS = {
    "less": "LESS",
    "eased": "eased",
    "same": "same kind",
    "more": "more",
    "not_known": "?",
}


def print_matrix(matrix: "MeasureMatrix", *, with_acts: bool) -> None:
    """An issuer a block: the kinds in force towards one target at least, then those that are not, or not known."""
    from rich.table import Table
    from rich.text import Text

    console = out_console()
    console.print(Text(f"Measures in force on {matrix.day}", style="bold"))
    grid = Table("issuer", "kind", *matrix.targets, box=None, pad_edge=False)
    cells = {(one.issuer, one.kind, one.target): one for one in matrix.cells}
    for issuer in matrix.issuers:
        _add_block(grid, issuer, {kind: [cells[issuer, kind, at] for at in matrix.targets] for kind in matrix.kinds})
    console.print(grid)
    console.print(Text(_LEGEND, style="dim"), soft_wrap=True)
    _print_lifted(matrix.cells)
    _print_silence(matrix.cells)
    for cell in matrix.cells:
        _print_notes(cell, with_acts=with_acts)


def _add_block(grid: Any, issuer: str, rows: "dict[str, list[MatrixCell]]") -> None:
    """The kinds in force towards one of the targets at least; what is only taken over from others in one line."""
    from rich.text import Text

    shown = {kind: row for kind, row in rows.items() if any(cell.state in _ON for cell in row)}
    taken_over = {kind: row for kind, row in shown.items() if all(c.derived for c in row if c.state in _ON)}
    label = issuer
    for kind, row in shown.items():
        if kind not in taken_over:
            grid.add_row(label, kind.replace("_", " "), *map(_cell_words, row))
            label = ""
    if taken_over:
        counts = [sum(row[at].state in _ON for row in taken_over.values()) for at in range(len(grid.columns) - 2)]
        words = [f"~{counted(number, 'kinds')}" if number else _STATES["unknown"] for number in counts]
        grid.add_row(label, Text("taken over", style="dim"), *words)
        label = ""
    others = {kind: row for kind, row in rows.items() if kind not in shown}
    if others:
        words = [_quiet_words(others, at) for at in range(len(grid.columns) - 2)]
        grid.add_row(label, Text("every other kind" if shown else "every kind", style="dim"), *words)


def _cell_words(cell: "MatrixCell") -> str:
    if cell.state not in _ON:
        return _STATES[cell.state]
    mark = "~" if cell.derived else ""
    return f"{mark}{_STATES[cell.state]} ({len(cell.measures)})"


def _quiet_words(rows: "Mapping[str, Sequence[MatrixCell]]", at: int) -> str:
    """What is said of kinds that are in force towards none of the targets: none, not known, or how many of each."""
    states = [row[at].state for row in rows.values()]
    unknown = states.count("unknown")
    if not unknown:
        return _STATES["not_in_force"]
    return _STATES["unknown"] if unknown == len(states) else f"- ({unknown} ?)"


def _print_lifted(cells: "Sequence[MatrixCell]") -> None:
    """The kinds that a relief takes away, a line an issuer, target and relief."""
    from rich.text import Text

    found: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for cell in cells:
        if cell.state == "not_in_force" and cell.lifted_by and not cell.derived:
            found.setdefault((cell.issuer, cell.target, cell.lifted_by), []).append(cell.kind.replace("_", " "))
    for (issuer, target, reliefs), kinds in found.items():
        words = f"  {issuer} {target}: lifted by {', '.join(reliefs)}: {', '.join(kinds)}"
        out_console().print(Text(words, style="dim"), soft_wrap=True)


def _print_silence(cells: "Sequence[MatrixCell]") -> None:
    """What other tables say of issuers and targets without rows, a line each."""
    from rich.text import Text

    from entrepot.measures.matrix import NO_ROW

    found = {
        (cell.issuer, cell.target, cell.note): None
        for cell in cells
        if cell.state == "unknown" and not cell.measures and cell.note != NO_ROW
    }
    for issuer, target, note in found:
        out_console().print(Text(f"  {issuer} {target}, where ?: {plain(note)}", style="dim"), soft_wrap=True)


def _print_notes(cell: "MatrixCell", *, with_acts: bool) -> None:
    """What disputes, eases or dates a cell; its acts where they are asked for."""
    from rich.text import Text

    if cell.derived or not cell.measures or cell.state == "not_in_force":
        return
    head = f"{cell.issuer} {cell.kind.replace('_', ' ')} {cell.target}"
    console = out_console()
    if with_acts:
        acts = "; ".join(f"{act}" for act in cell.acts)
        console.print(Text(f"{head}: {', '.join(cell.measures)}: {plain(acts)}"), soft_wrap=True)
    if cell.note and (with_acts or cell.state != "in_force"):
        console.print(Text(f"  {head}: {plain(cell.note)}", style="dim"), soft_wrap=True)


def print_gap(finding: "Finding") -> None:
    """The statement and the verdict, a line an issuer and kind with the rows on both sides, then what else there is."""
    from rich.table import Table
    from rich.text import Text

    from entrepot.dossier.sections.findings import STATUSES

    console = out_console()
    console.print(Text(plain(finding.statement)), soft_wrap=True)
    console.print(Text(f"  {finding.verdict.replace('_', ' ')}  ({finding.kind} {finding.id})\n", style="bold"))
    target, than = str(finding.subject["target"]), str(finding.subject["than"])
    grid = Table("issuer", "kind", target, than, "so", box=None, pad_edge=False)
    issuers = cast("Mapping[str, Mapping[str, Any]]", finding.method.parameters["issuers"])
    for issuer, record in issuers.items():
        _add_issuer(grid, issuer, record)
    console.print(grid)
    console.print()
    for issuer, record in issuers.items():
        _print_unknown(issuer, record, target, than)
        _print_programmes(issuer, record, target, than)
    for one in finding.alternatives:
        console.print(Text(f"  {STATUSES[one.status]:>12}  {plain(one.explanation)}", style="dim"), soft_wrap=True)
    for issue in finding.issues:
        console.print(Text(f"  {issue.severity:>12}  {plain(issue.message)}"), soft_wrap=True)
    files = "; ".join(f"{one.file}, {counted(one.rows, 'rows')}" for one in finding.inputs)
    console.print(Text(f"  {'rests on':>12}  {plain(files) or 'no rows'}", style="dim"), soft_wrap=True)


def _add_issuer(grid: Any, issuer: str, record: Mapping[str, Any]) -> None:
    kinds = {kind: gap for kind, gap in record["deciding"].items() if not _is_blank(gap)}
    if not kinds:
        grid.add_row(issuer, record["verdict"].replace("_", " "), "", "", "")
    for number, (kind, gap) in enumerate(kinds.items()):
        sides = [_side_words(gap[side]) for side in ("target", "than")]
        grid.add_row("" if number else issuer, kind.replace("_", " "), *sides, _RELATIONS[gap["relation"]])


def _is_blank(gap: Mapping[str, Any]) -> bool:
    """Whether nothing is known of either side."""
    return all(gap[side]["state"] == "unknown" and not gap[side]["measures"] for side in ("target", "than"))


def _print_unknown(issuer: str, record: Mapping[str, Any], target: str, than: str) -> None:
    """What other tables say of sides that no row tells of."""
    from rich.text import Text

    for kind, gap in record["deciding"].items():
        for side, name in (("target", target), ("than", than)):
            if gap[side]["state"] == "unknown" and not _is_blank(gap) and gap[side]["note"]:
                words = f"  {issuer} {kind.replace('_', ' ')} {name}: {plain(gap[side]['note'])}"
                out_console().print(Text(words, style="dim"), soft_wrap=True)


def _print_programmes(issuer: str, record: Mapping[str, Any], target: str, than: str) -> None:
    """The bodies of law on each side, where an issuer has several that bear separately."""
    from rich.text import Text

    sides = record["programmes"]
    if min(len(sides["target"]), len(sides["than"])) < 2 or record["verdict"] == "no_measures":
        return
    for side, name in (("target", target), ("than", than)):
        parts = [f"{law} ({', '.join(kinds).replace('_', ' ')})" for law, kinds in sides[side].items()]
        out_console().print(Text(f"  {issuer} {name} by body of law: {'; '.join(parts)}", style="dim"), soft_wrap=True)


def _side_words(side: Mapping[str, Any]) -> str:
    """The state with the rows, and how they bear on the goods."""
    if side["state"] not in _ON:
        others = ", ".join(side["other_goods"])
        return f"{_STATES[side['state']]} (other goods: {others})" if others else _STATES[side["state"]]
    bears = {"listed": "listed", "partly": "listed in part", "words": "by its words"}.get(side["bears"], "")
    return "; ".join(part for part in (f"{_STATES[side['state']]}: {', '.join(side['measures'])}", bears) if part)
