"""`entrepot measures`: what the law restricted on a day, towards whom, by which acts, and where two targets differ."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from entrepot.cli.dates import day_option
from entrepot.cli.measure_files import FILE_COMMANDS
from entrepot.cli.measure_rows import print_measure, print_rows
from entrepot.cli.measure_tables import print_gap, print_matrix
from entrepot.cli.options import json_option
from entrepot.cli.output import print_record, warn
from entrepot.errors import CallError

if TYPE_CHECKING:
    from entrepot.measures.index import MeasureSet
    from entrepot.model.issue import Issue

_MOST_TARGETS = 8
"""More side by side is no comparison of territories that somebody named, but a search among all."""
_NO_RANKING = (
    "Territories are not searched or ranked by how open they are: that would be a guide to the least controlled route. "
    "Name the territories that a report, a record or an actor names (--target BY --compare RU,IR)."
)
_ANY = frozenset({"all", "any", "*", "world", "every", "least", "lowest"})


def _law_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which rows are asked: the tables, with those of a case and of further files."""
    command = click.option("--case", "case_name", metavar="CASE", help="With the measures that this case keeps.")(
        command
    )
    return click.option(
        "--with", "extra", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
        help="With a file of measures or a list of goods (its card beside it); may be repeated.",
    )(command)  # fmt: skip


_rank_option = click.option("--rank", is_flag=True, hidden=True)


def _day_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.argument("day", metavar="DATE", callback=_read_day)(command)


def _read_day(context: click.Context, parameter: click.Parameter, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"'{value}' is no day; write it as 2025-08-20.") from error


@click.group()
def measures() -> None:
    """Say what the law restricted on a day: by issuer and kind, with the acts; unknown is shown as unknown."""


@measures.command("asof")
@_day_argument
@click.option("--target", required=True, metavar="TERRITORY", help="Towards whom.")
@click.option("--compare", default="", metavar="TERRITORIES", help="Others beside it.")
@click.option("--issuer", default="", metavar="ISSUERS", help="Only these: EU,US.")
@click.option("--kind", default="", metavar="KINDS", help="Only these; `entrepot facts measure_kinds` lists them.")
@click.option("--programme", multiple=True, metavar="NAME", help="Only rows of this body of law; may be repeated.")
@click.option("--acts", is_flag=True, help="Show the acts of each cell.")
@_law_options
@_rank_option
@json_option
def asof(day: date, acts: bool, as_json: bool, **given: Any) -> None:
    """Print the matrix of measures in force on DATE, by issuer and kind."""
    from entrepot.measures.matrix import MatrixQuestion, read_matrix

    targets = _read_targets(f"{given['target']},{given['compare']}", given["rank"])
    law = _load(given["case_name"], given["extra"])
    question = MatrixQuestion(
        day=day, targets=targets, issuers=_read_issuers(law, given["issuer"]), kinds=_read_kinds(given["kind"]),
        programmes=given["programme"],
    )  # fmt: skip
    matrix = read_matrix(law, question)
    if as_json:
        for cell in matrix.cells:
            print_record({"day": matrix.day, **asdict(cell)})
    else:
        print_matrix(matrix, with_acts=acts)
    _warn_issues(matrix.issues)


@measures.command("gap")
@_day_argument
@click.option("--target", required=True, metavar="TERRITORY", help="Who is said to be less restricted.")
@click.option("--than", required=True, metavar="TERRITORY", help="Than whom.")
@click.option("--goods", required=True, metavar="GOODS", help="In words, as codes (8542,845811) or chpl.")
@click.option("--issuer", default="", metavar="ISSUERS", help="Only these: EU,US.")
@_law_options
@_rank_option
@json_option
def gap(day: date, goods: str, as_json: bool, **given: Any) -> None:
    """Say whether the target was less restricted than another for goods on DATE, and by whom."""
    from entrepot.measures.gap import GapQuestion, assess_gap
    from entrepot.reference.goods_scopes import read_goods_scope

    targets = [_read_targets(given[name], given["rank"]) for name in ("target", "than")]
    if any(len(found) != 1 for found in targets):
        raise CallError(f"--target and --than take one territory each. {_NO_RANKING}")
    law = _load(given["case_name"], given["extra"])
    finding = assess_gap(
        law,
        GapQuestion(
            target=targets[0][0], than=targets[1][0], day=day, goods=read_goods_scope(goods),
            issuers=_read_issuers(law, given["issuer"]),
        ),
    )  # fmt: skip
    if as_json:
        print_record(asdict(finding))
    else:
        print_gap(finding)


@measures.command("list")
@click.option("--target", default="", metavar="TERRITORY", help="Only towards this one.")
@click.option("--issuer", default="", metavar="ISSUERS", help="Only these: EU,US.")
@click.option("--kind", default="", metavar="KINDS", help="Only rows with one of these.")
@day_option("--from", "start", help="Only what was valid on this day or after it.")
@day_option("--to", "end", help="Only what was valid on this day or before it.")
@_law_options
@json_option
def list_command(start: date | None, end: date | None, as_json: bool, **given: Any) -> None:
    """List the rows of law in order of their first day."""
    from entrepot.measures.timeline import RowChoice, list_rows

    law = _load(given["case_name"], given["extra"])
    choice = RowChoice(
        targets=_read_targets(given["target"], rank=False) if given["target"] else (),
        issuers=_read_issuers(law, given["issuer"]), kinds=_read_kinds(given["kind"]), start=start, end=end,
    )  # fmt: skip
    rows = list_rows(law, choice)
    if as_json:
        for row in rows:
            print_record(asdict(row))
    else:
        print_rows(rows)
    _warn_issues(law.issues)


@measures.command("show")
@click.argument("keys", metavar="ID...", nargs=-1, required=True)
@_law_options
@json_option
def show(keys: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """Show everything on a row: act, dates of the law, scope, goods, relief, source."""
    law = _load(given["case_name"], given["extra"])
    for key in keys:
        row = law.find(key)
        if row is None:
            raise CallError(f"There is no measure {key!r}; `entrepot measures list` shows their keys.")
        if as_json:
            print_record(asdict(row))
        else:
            print_measure(row)


def _load(case_name: str | None, extra: Sequence[Path]) -> "MeasureSet":
    from entrepot.pipeline.measures import load_measures
    from entrepot.store import open_case

    if case_name is None:
        return load_measures(extra=extra)
    with open_case(case_name, read_only=True) as opened:
        return load_measures(opened, extra)


def _read_targets(text: str, rank: bool) -> tuple[str, ...]:
    from entrepot.pipeline.measures import read_target

    parts = [part.strip() for part in text.split(",") if part.strip()]
    if rank or len(parts) > _MOST_TARGETS or any(part.casefold() in _ANY for part in parts):
        raise CallError(_NO_RANKING)
    return tuple(dict.fromkeys(read_target(part) for part in parts))


def _read_issuers(law: "MeasureSet", text: str) -> tuple[str, ...]:
    from entrepot.pipeline.measures import read_issuer

    return tuple(dict.fromkeys(read_issuer(law, part.strip()) for part in text.split(",") if part.strip()))


def _read_kinds(text: str) -> tuple[str, ...]:
    from entrepot.reference.measure_kinds import measure_kinds

    kinds = tuple(part.strip().replace("-", "_") for part in text.split(",") if part.strip())
    for kind in kinds:
        if kind not in measure_kinds():
            raise CallError(f"There is no kind {kind!r}; `entrepot facts measure_kinds` lists them.")
    return kinds


def _warn_issues(issues: "Sequence[Issue]") -> None:
    for issue in issues:
        warn(issue.message)


for command in FILE_COMMANDS:
    measures.add_command(command)
