"""`entrepot trade`: customs statistics into a case, and what it has of them."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from entrepot.cli.dates import right_now
from entrepot.cli.exits import exit_of_outcome, leave
from entrepot.cli.options import case_argument, json_option
from entrepot.cli.output import counted, out_console, plain, print_record, warn
from entrepot.errors import CallError, InputError

if TYPE_CHECKING:
    from entrepot.model.flow import FlowFile
    from entrepot.pipeline.trade_fetch import Publisher
    from entrepot.pipeline.trade_import import Coverage, FlowOutcome
    from entrepot.store.casefile import CaseFile

_NAMED = 40
"""Lines of coverage that the table shows; `--json` has all."""


@click.group()
def trade() -> None:
    """Put questions to customs statistics: what they show, what else could explain it, what cannot be said."""


@trade.command("import")
@case_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--name", default="", metavar="NAME", help="Name of the file in the case, where its own will not do.")
@click.option(
    "--mapping", type=click.Path(path_type=Path), metavar="TOML", help="What the columns of a national table mean."
)
@click.option("--dataset", default="", metavar="NAME", help="The collection it belongs to, where not the format's own.")
@click.option(
    "--edition", type=click.IntRange(1988, 2100), metavar="YEAR", help="Edition of the HS, where the file is silent."
)
@click.option("--replace-overlap", is_flag=True, help="Replace flows that other files of the dataset already have.")
@json_option
def import_(
    case_name: str,
    files: tuple[Path, ...],
    name: str,
    mapping: Path | None,
    dataset: str,
    edition: int | None,
    replace_overlap: bool,
    as_json: bool,
) -> None:
    """Import files of trade statistics; one imported again under its name replaces its own rows."""
    from entrepot.cli.progress import ProgressBar
    from entrepot.pipeline.trade_import import GivenFlows, import_flows
    from entrepot.store import open_case

    if name and len(files) != 1:
        raise CallError("--name is the name of one file; import the files one by one.")
    given = GivenFlows(name=name, mapping=mapping, dataset=dataset, edition=edition, replace_overlap=replace_overlap)
    refused = 0
    with open_case(case_name) as opened, ProgressBar() as progress:
        for path in files:
            try:
                outcome = import_flows(opened, path, given, _instant(), progress)
            except InputError as error:
                refused += 1
                warn(str(error))
            else:
                _print_outcome(opened, outcome, as_json)
    leave(exit_of_outcome(unread=refused, found=False))


@trade.command("fetch")
@case_argument
@click.argument("publisher", type=click.Choice(["comtrade", "comext"]))
@click.option("--reporter", "reporters", multiple=True, required=True, metavar="CODE", help="Two letters (ISO 3166-1).")
@click.option(
    "--partner", "partners", multiple=True, metavar="CODE", help="Two letters; all partners where none is given."
)
@click.option(
    "--code", "codes", multiple=True, metavar="CODE", help="HS or CN code; all goods together where none is given."
)
@click.option("--flow", "flows", multiple=True, type=click.Choice(["import", "export", "re-export", "re-import"]))
@click.option("--from", "first", required=True, metavar="PERIOD", help="First year (2021) or month (2021-03).")
@click.option("--to", "last", required=True, metavar="PERIOD", help="Last year or month.")
@click.option("--allow-network", is_flag=True, help="Let the statistics be fetched from their publisher.")
@click.option("--again", is_flag=True, help="Ask again for what was fetched before.")
@click.option("--server", default="", metavar="URL", help="Another address of the interface.")
@json_option
def fetch(case_name: str, publisher: "Publisher", as_json: bool, **asked: Any) -> None:
    """Fetch statistics from UN Comtrade or Eurostat and import them.

    The key of UN Comtrade is read from ENTREPOT_COMTRADE_KEY; without one its preview is asked, 500 rows at a time.
    """
    from entrepot.pipeline.trade_fetch import FetchOptions, fetch_flows, list_periods
    from entrepot.store import open_case
    from entrepot.trade.clients.interface import FlowQuery

    query = FlowQuery(
        reporters=asked["reporters"],
        periods=list_periods(asked["first"], asked["last"]),
        partners=asked["partners"],
        codes=asked["codes"],
        flows=asked["flows"] or ("import", "export"),
    )
    options = FetchOptions(allow_network=asked["allow_network"], server=asked["server"], again=asked["again"])
    with open_case(case_name) as opened:
        for one in fetch_flows(opened, publisher, query, options, _instant):
            if one.outcome is None:
                warn(f"{one.reply.path.name}: the publisher has no rows for this")
            else:
                _print_outcome(opened, one.outcome, as_json)


@trade.command("remove")
@case_argument
@click.argument("name", metavar="NAME")
@json_option
def remove(case_name: str, name: str, as_json: bool) -> None:
    """Take a file and its rows out of a case."""
    from entrepot.pipeline.trade_import import remove_flows
    from entrepot.store import open_case

    with open_case(case_name) as opened:
        removed = remove_flows(opened, name)
    if as_json:
        print_record({"removed": True, **_file_record(removed)})
    warn(f"{removed.name}: {counted(removed.kept, 'rows')} taken out of the case")


@trade.command("status")
@case_argument
@json_option
def status(case_name: str, as_json: bool) -> None:
    """Say which files a case has, what became of their rows, and which periods each reporter covers."""
    from entrepot.pipeline.trade_import import flow_coverage
    from entrepot.store import open_case
    from entrepot.store.trade_files import list_trade_files

    with open_case(case_name, read_only=True) as opened:
        files, covered = list_trade_files(opened), flow_coverage(opened)
    if as_json:
        for file in files:
            print_record({"record": "file", **_file_record(file)})
        for one in covered:
            print_record({"record": "coverage", **_coverage_record(one)})
    elif files:
        _print_files(files)
        _print_coverage(covered)
    else:
        warn(f"The case has no trade statistics yet; add a file with `entrepot trade import {case_name} FILE`.")


def _instant() -> str:
    return right_now().isoformat(timespec="seconds")


def _print_outcome(opened: "CaseFile", outcome: "FlowOutcome", as_json: bool) -> None:
    """One record or a few lines a file: what became of its rows, so that the sums can be checked."""
    from entrepot.pipeline.trade_import import rejects_path

    file, result = outcome.file, outcome.result
    rejects = rejects_path(opened, file)
    if as_json:
        extra = {
            "is_new": result is not None,
            "format": result.format if result else "",
            "refused_by_reason": dict(result.refused) if result else {},
            "left_out_by_reason": dict(result.left_out) if result else {},
            "value": result.summary.value if result else None,
            "rejects": str(rejects) if file.refused else None,
            "overtaken": dict(outcome.overtaken),
        }
        print_record({**_file_record(file), **extra})
    if result is None:
        warn(f"{file.name}: the case has this very file already; nothing was changed")
        return
    parts = f"{file.kept:,} kept + {file.refused:,} refused + {file.left_out:,} left out"
    sums = f"{counted(file.read, 'rows')} read = {parts}"
    warn(f"{file.name} ({result.format}, dataset {file.dataset}): {sums}; {_span(file)}")
    for issue in file.issues:
        warn(f"  {issue.message}")
    for name, rows in outcome.overtaken:
        warn(f"  {counted(rows, 'rows')} of {name} were replaced")
    if file.refused:
        warn(f"  refused rows with their reasons: {rejects}")


def _span(file: "FlowFile") -> str:
    if file.first_period is None or file.last_period is None:
        return "no period"
    return f"{file.first_period:%Y-%m} to {file.last_period:%Y-%m}"


def _file_record(file: "FlowFile") -> dict[str, Any]:
    record = asdict(file)
    record["first_period"] = file.first_period.isoformat() if file.first_period else None
    record["last_period"] = file.last_period.isoformat() if file.last_period else None
    return record


def _coverage_record(one: "Coverage") -> dict[str, Any]:
    return {**asdict(one), "first_period": one.first_period.isoformat(), "last_period": one.last_period.isoformat()}


def _print_files(files: "list[FlowFile]") -> None:
    from rich.table import Table

    grid = Table(
        "file", "dataset", "periods", "read", "kept", "refused", "left out", "sha256", box=None, pad_edge=False
    )
    for file in files:
        counts = (f"{file.read:,}", f"{file.kept:,}", f"{file.refused:,}", f"{file.left_out:,}")
        grid.add_row(*(plain(text) for text in (file.name, file.dataset, _span(file), *counts, file.sha256[:12])))
    out_console().print(grid)


def _print_coverage(covered: "list[Coverage]") -> None:
    from rich.table import Table
    from rich.text import Text

    console = out_console()
    grid = Table("dataset", "reporter", "flow", "every", "rows", "from", "to", "gaps", "", box=None, pad_edge=False)
    words = {"M": "month", "Q": "quarter", "A": "year"}
    late_first = sorted(covered, key=lambda one: (-one.behind, one.dataset, one.reporter, one.flow))
    for one in late_first[:_NAMED]:
        cells = (one.dataset, one.reporter, one.flow, words[one.frequency], f"{one.rows:,}")
        late = counted(one.behind // 12, "years") if one.frequency == "A" else counted(one.behind, "months")
        ends = f"ends {late} before others" if one.behind else ""
        gaps = f"{one.missing:,}" if one.missing else ""
        form = "%Y" if one.frequency == "A" else "%Y-%m"
        span = (f"{one.first_period:{form}}", f"{one.last_period:{form}}")
        grid.add_row(*(plain(text) for text in (*cells, *span, gaps, ends)))
    console.print()
    console.print(grid)
    if len(covered) > _NAMED:
        console.print(Text(f"and {len(covered) - _NAMED:,} more (see --json)", style="dim"))
