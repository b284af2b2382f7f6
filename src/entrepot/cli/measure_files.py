"""`entrepot measures add`, `remove` and `status`: measures of the user's own in a case."""

from pathlib import Path

import click

from entrepot.cli.dates import right_now
from entrepot.cli.exits import exit_of_outcome, leave
from entrepot.cli.measure_rows import print_files
from entrepot.cli.options import case_argument, json_option
from entrepot.cli.output import counted, print_record, warn
from entrepot.errors import CallError, InputError


@click.command("add")
@case_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
def add(case_name: str, files: tuple[Path, ...]) -> None:
    """Keep measures or lists of goods of your own in a case; a file of the same name takes its place.

    A FILE.csv has the columns of the table `measures` (or of `measure_goods`), and FILE.toml beside it says title,
    producer, citation, licence and state_of_knowledge.
    """
    from entrepot.pipeline.measures import add_measure_file
    from entrepot.store import open_case

    unread = 0
    with open_case(case_name) as opened:
        for path in files:
            try:
                found, replaced = add_measure_file(opened, path, right_now())
            except InputError as error:
                unread += 1
                warn(str(error))
                continue
            rows = counted(len(found.measures) + len(found.goods), "rows")
            warn(f"{found.name}: {rows} {'in place of those it had' if replaced else 'added'}; {found.refused} refused")
            for issue in found.issues:
                warn(issue.message)
            unread += bool(found.refused)
    leave(exit_of_outcome(unread=unread, found=False))


@click.command("remove")
@case_argument
@click.argument("names", metavar="FILE...", nargs=-1, required=True)
def remove(case_name: str, names: tuple[str, ...]) -> None:
    """Take files of measures out of a case, by their names."""
    from entrepot.store import open_case
    from entrepot.store.measure_files import forget_measure_files

    with open_case(case_name) as opened:
        gone = forget_measure_files(opened, names)
    if gone < len(set(names)):
        raise CallError(f"{gone} of {len(set(names))} were in the case; `entrepot measures status` names its files.")
    warn(f"{counted(gone, 'files')} taken out of the case")


@click.command("status")
@case_argument
@json_option
def status(case_name: str, as_json: bool) -> None:
    """Say which files of measures a case has, and what was refused of them."""
    from entrepot.pipeline.measures import read_measure_status
    from entrepot.store import open_case

    with open_case(case_name, read_only=True) as opened:
        rows = read_measure_status(opened)
    if as_json:
        for row in rows:
            print_record(row)
    elif rows:
        print_files(rows)
    else:
        warn(f"The case has no measures of its own; add some with `entrepot measures add {case_name} FILE.csv`.")


FILE_COMMANDS = (add, remove, status)
