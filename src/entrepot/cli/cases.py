"""`entrepot case`: a case file made, filled, brought up to date, looked at."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from entrepot.cli.exits import exit_of_outcome, leave
from entrepot.cli.options import (
    case_argument,
    fail_on_option,
    jobs_option,
    json_option,
    number_of_jobs,
    paths_argument,
    read_options,
    reading_options,
)
from entrepot.cli.output import counted, plain, print_record, unread_sentence, warn, warn_unread

if TYPE_CHECKING:
    from entrepot.pipeline.status import CaseStatus


@click.group()
def case() -> None:
    """Make a case file, add reports to it, and read the claims out of them."""


@case.command("new")
@case_argument
@click.option("--name", default="", help="What the case is called; otherwise the name of the file.")
def new_case(case_name: str, name: str) -> None:
    """Make an empty case file; the extension .duckdb may be left out."""
    from entrepot.store import create_case

    with create_case(case_name, name) as made:
        click.echo(str(made.path))


@case.command("add")
@case_argument
@paths_argument
@reading_options
@json_option
def add(case_name: str, paths: tuple[str, ...], as_json: bool, **reading: Any) -> None:
    """Add reports to a case; what the case holds already is not read again."""
    from entrepot.cli.progress import ProgressBar
    from entrepot.pipeline.adding import add_reports
    from entrepot.store import open_case

    with open_case(case_name) as opened, ProgressBar() as progress:
        outcome = add_reports(opened, paths, read_options(**reading), progress)
    for note in outcome.notes:
        warn(note.message)
    for unread in outcome.unread:
        warn_unread(unread)
    if as_json:
        print_record(asdict(outcome))
    warn(f"{outcome.read} read, {outcome.known} known already, {len(outcome.unread)} could not be read")
    leave(exit_of_outcome(unread=len(outcome.unread), found=False))


@case.command("build")
@case_argument
@jobs_option
@fail_on_option
@json_option
def build(case_name: str, jobs: int | None, fail_on: tuple[str, ...], as_json: bool) -> None:
    """Read claims out of whatever is new or changed and merge them; what is up to date is left alone."""
    from entrepot.cli.progress import ProgressBar
    from entrepot.pipeline.building import build_case
    from entrepot.pipeline.corroborating import corroborate_case
    from entrepot.pipeline.extractor import standard_extractor
    from entrepot.pipeline.status import read_status
    from entrepot.store import open_case

    extractor = standard_extractor()
    with open_case(case_name) as opened, ProgressBar() as progress:
        outcome = build_case(opened, extractor, progress, number_of_jobs(jobs))
        corroborate_case(opened, progress)
        status = read_status(opened, extractor.method)
    for unread in status.not_extracted:
        warn_unread(unread)
    if as_json:
        print_record({"extracted": outcome.extracted, **status.as_record()})
    warn(
        f"{outcome.extracted} of {status.documents} reports worked on; {status.claims} claims in "
        f"{status.propositions} propositions"
    )
    leave(exit_of_outcome(unread=len(status.not_extracted), found=status.has_issue(fail_on)))


@case.command("grade")
@case_argument
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
def grade(case_name: str, file: Path) -> None:
    """Give sources letters of reliability from a CSV file with the columns source, letter (A to F) and basis."""
    from entrepot.pipeline.grading import read_grades
    from entrepot.store import open_case
    from entrepot.store.propositions import list_grades, write_grades

    grades = read_grades(file)
    with open_case(case_name) as opened, opened.transaction():
        write_grades(opened, grades)
        total = len(list_grades(opened))
    warn(f"{counted(len(grades), 'grades')} read; {counted(total, 'sources')} graded in all")


@case.command("status")
@case_argument
@fail_on_option
@json_option
def status(case_name: str, as_json: bool, fail_on: tuple[str, ...]) -> None:
    """Say what a case holds, what is still to be done, and what could not be read."""
    from entrepot.pipeline.extractor import standard_extractor
    from entrepot.pipeline.status import read_status
    from entrepot.store import open_case

    with open_case(case_name, read_only=True) as opened:
        found = read_status(opened, standard_extractor().method)
    if as_json:
        print_record(found.as_record())
    else:
        _print_status(found)
    leave(exit_of_outcome(unread=0, found=found.has_issue(fail_on)))


def _print_status(found: "CaseStatus") -> None:
    """The case in a few lines, with every unread input and its reason."""
    click.echo(f"{plain(found.name)} ({plain(found.path)})")
    lines = [
        (counted(found.documents, "reports"), ""),
        (f"{found.pending:,} of them", "not yet built (run `entrepot case build`)"),
        (counted(found.claims, "claims"), ""),
        (counted(found.propositions, "propositions"), ""),
        (f"{found.unmerged:,} reports", "not yet merged (run `entrepot case build`)"),
        (counted(found.quotations, "quotations"), ""),
        (counted(found.dates, "dates"), ""),
        (counted(len(found.unread), "inputs"), "could not be read"),
        (counted(len(found.lists), "lists"), ""),
        *_screening_lines(found),
        *_trade_lines(found),
        *((counted(count, "claims"), f"with the issue {code}") for code, count in found.issue_codes.items()),
        *((counted(count, "reports"), f"with the issue {code}") for code, count in found.document_issue_codes.items()),
    ]
    for amount, rest in lines:
        number, _, noun = amount.partition(" ")
        click.echo(f"{number:>8} {noun} {plain(rest)}".rstrip())
    for unread in found.unread:
        click.echo(f"         - {plain(unread_sentence(unread))}")
    for sentence in found.screening_outdated:
        click.echo(f"         - {plain(sentence)} Run `entrepot screen` again.")


def _trade_lines(found: "CaseStatus") -> list[tuple[str, str]]:
    """Customs records and what is kept of them, where the case has any."""
    if not found.trade_files and not found.findings:
        return []
    return [
        (counted(len(found.trade_files), "files"), "of customs records"),
        (counted(found.findings, "findings"), "kept of them"),
    ]


def _screening_lines(found: "CaseStatus") -> list[tuple[str, str]]:
    """How many actors were put to lists, where the case has any list or ever had a screening."""
    if found.screened is not None:
        state = "out of date" if found.screening_outdated else "up to date"
        return [(counted(found.screened, "actors"), f"screened; {state}")]
    return [("0 actors", "screened (run `entrepot screen`)")] if found.lists else []
