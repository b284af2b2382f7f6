"""`entrepot screen`: names put to lists, those of a file or the actors of a case."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from entrepot.cli.dates import day_option, right_now
from entrepot.cli.exits import exit_of_outcome, leave
from entrepot.cli.options import json_option
from entrepot.cli.output import counted, out_console, print_record, warn
from entrepot.errors import CallError, InputError

if TYPE_CHECKING:
    from entrepot.pipeline.list_sets import ListSet
    from entrepot.pipeline.progress import Progress
    from entrepot.pipeline.screening import Ask, Desk, Screened
    from entrepot.screening.queries import AskedQuery
    from entrepot.store.casefile import CaseFile

_FILE_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".xlsx", ".xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """What the user asked for."""

    queries: str | None
    list_paths: tuple[Path, ...]
    threshold: float | None
    limit: int
    as_of: date | None
    method: str
    fail_on: tuple[str, ...]
    as_json: bool


@click.command()
@click.argument("case_name", metavar="[CASE]", required=False)
@click.option("--queries", metavar="FILE|NAME", help="A table with a column name, a name a line, - or one name.")
@click.option(
    "--list", "list_paths", multiple=True, metavar="PATH", type=click.Path(path_type=Path),
    help="A list file to ask, without a case (may be repeated).",
)  # fmt: skip
@click.option("--threshold", type=click.FloatRange(0, 1), metavar="X", help="Score of a possible match, 0 to 1.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=5, show_default=True, metavar="N", help="Candidates shown."
)
@day_option("--as-of", help="Ask the lists as they stood on that day.")
@click.option(
    "--method", default="entrepot", show_default=True, metavar="NAME", help="How names are compared, or ofac."
)
@click.option(
    "--fail-on", type=click.Choice(["match"]), multiple=True, help="Exit with status 1 if there is a possible match."
)
@click.option("--log", is_flag=True, help="Print what the case was asked before, and what was judged.")
@click.option("--csv", "as_csv", is_flag=True, help="With --log: print a table with commas.")
@json_option
def screen(case_name: str | None, log: bool, as_csv: bool, **asked: Any) -> None:
    """Put names to sanctions lists: who is listed, by whom, since when, and why think it is the same.

    With a CASE its lists are asked, for the names in --queries or else for every person, organisation and vessel of its
    claims, and all is kept in its log. Nothing is ever more than a possible match until a person judges it.
    """
    call = _Call(**asked)
    if as_csv and not log:
        raise CallError("--csv goes with --log; use --json for the screening itself.")
    if case_name is None:
        if log:
            raise CallError("--log is of a case; name it.")
        _screen_files(call)
    elif call.list_paths:
        raise CallError(
            "Give either a CASE, whose lists are asked, or --list; `entrepot lists add` puts a file in a case."
        )
    elif log:
        _print_log(case_name, as_json=call.as_json, as_csv=as_csv)
    else:
        _screen_case(case_name, call)


def _screen_files(call: _Call) -> None:
    """Names put to list files without a case."""
    from entrepot.cli.progress import ProgressBar
    from entrepot.pipeline.list_sets import load_list_files
    from entrepot.pipeline.screening import open_desk, screen_queries

    if not call.list_paths or call.queries is None:
        raise CallError("Give a CASE, or --queries and at least one --list.")
    with _open_queries(call.queries) as queries, ProgressBar(shown=not sys.stdout.isatty()) as progress:
        lists = load_list_files(call.list_paths, call.as_of)
        desk, ask = open_desk(lists, call.method), _ask(call)
        _print_all(screen_queries(queries, desk, ask, _begun(progress, None)), lists, call)


def _screen_case(case_name: str, call: _Call) -> None:
    """Names, or the case's actors, put to the lists of the case; all is logged."""
    from entrepot.cli.progress import ProgressBar
    from entrepot.pipeline.list_sets import load_case_lists
    from entrepot.pipeline.screening import log_screenings, open_desk, screen_queries
    from entrepot.store import open_case

    with ExitStack() as stack:
        queries = stack.enter_context(_open_queries(call.queries)) if call.queries is not None else None
        opened = stack.enter_context(open_case(case_name))
        lists = load_case_lists(opened, call.as_of)
        if not lists.versions:
            raise CallError(_no_list(case_name, lists))
        desk, ask = open_desk(lists, call.method, opened), _ask(call)
        progress = stack.enter_context(ProgressBar(shown=not sys.stdout.isatty()))
        if queries is None:
            _screen_actors(opened, desk, ask, progress, call)
            return
        found = screen_queries(queries, desk, ask, _begun(progress, None))
        _print_all(log_screenings(opened, found, desk, ask), lists, call)


def _screen_actors(opened: "CaseFile", desk: "Desk", ask: "Ask", progress: "Progress", call: _Call) -> None:
    from entrepot.pipeline.screening import actor_queries, screen_actors

    waiting = len(actor_queries(opened))
    if not waiting:
        warn("No claim of this case names a person, an organisation or a vessel; run `entrepot case build` first.")
    found = screen_actors(opened, desk, ask, _begun(progress, waiting))
    _print_all(iter(found), desk.lists, call)


def _print_all(found: Iterator["Screened"], lists: "ListSet", call: _Call) -> None:
    """Prints each query as it is answered, and leaves with the status that fits."""
    from entrepot.cli.screening_lines import print_screening
    from entrepot.dossier.match_records import screening_record

    for issue in lists.issues:
        warn(issue.message)
    console = None if call.as_json else out_console()
    asked = possible = 0
    for one in found:
        asked += 1
        possible += one.is_possible_match
        for issue in one.asked.issues:
            warn(f"Query {one.asked.number}: {issue.message}")
        if console:
            print_screening(console, one)
        else:
            issues = (*one.asked.issues, *(issue for issue in lists.issues if issue.code == "list_too_young"))
            fields = one.asked.fields
            print_record(
                screening_record(one.screening, fields=fields, issues=issues, judged_earlier=one.judged_earlier)
            )
    against = ", ".join(f"{one.list} ({one.published or 'no date'})" for one in lists.versions)
    warn(f"{counted(asked, 'names')} put to {against}; {possible:,} with a possible match")
    leave(exit_of_outcome(unread=0, found=bool(call.fail_on) and possible > 0))


@contextmanager
def _open_queries(given: str) -> Iterator[Iterator["AskedQuery"]]:
    """The queries of a file, of standard input, or a single name."""
    from entrepot.screening.queries import ask_name, read_queries

    path = Path(given)
    if given == "-":
        yield read_queries(sys.stdin.buffer)
    elif _is_file(path):
        with _opened(path) as stream:
            yield read_queries(stream)
    elif path.suffix.lower() in _FILE_ENDINGS:
        raise CallError(f"{given}: there is no such file; check the path.")
    else:
        yield iter([ask_name(given)])


def _is_file(path: Path) -> bool:
    """True for whatever can be read; a name too long for any file is none."""
    try:
        return path.exists() and not path.is_dir()
    except (OSError, ValueError):
        return False


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path} could not be read ({error.strerror}); check that you may open it.") from error


def _ask(call: _Call) -> "Ask":
    from entrepot.pipeline.screening import Ask

    return Ask(limit=call.limit, threshold=call.threshold, as_of=call.as_of, screened_at=right_now())


def _begun(progress: "Progress", total: int | None) -> "Progress":
    progress.begin("Screening", total)
    return progress


def _no_list(case_name: str, lists: "ListSet") -> str:
    told = " ".join(issue.message for issue in lists.issues)
    return told or f"The case has no list yet; add one with `entrepot lists add {case_name} FILE`."


def _print_log(case_name: str, *, as_json: bool, as_csv: bool) -> None:
    from entrepot.cli.screening_log import print_log_csv, print_log_json, print_log_table
    from entrepot.store import open_case

    with open_case(case_name, read_only=True) as opened:
        if as_csv:
            print_log_csv(opened)
        elif as_json:
            print_log_json(opened)
        else:
            print_log_table(opened)
