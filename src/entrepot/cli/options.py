"""Options that several commands share, declared once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from entrepot.documents import ReadOptions
    from entrepot.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])

_MEBIBYTE = 1024 * 1024

paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
case_argument = click.argument("case_name", metavar="CASE")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines instead of a table.")
jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Extract with N processes (or set ENTREPOT_JOBS)."
)
fail_on_option = click.option(
    "--fail-on",
    "fail_on",
    multiple=True,
    metavar="CODE",
    help="Exit with status 1 if a claim or a report carries this issue code (may be repeated).",
)


def reading_options(command: Command) -> Command:
    """The command with the options that say how inputs are read and what is known about them from outside."""
    for option in (
        click.option("--allow-network", is_flag=True, help="Let http(s) addresses among the inputs be fetched."),
        click.option("--publisher", metavar="NAME", help="Who published the report (for a single file)."),
        click.option(
            "--published", metavar="DATE", help="When: a day, a month or FROM/TO, in ISO form (for a single file)."
        ),
    ):
        command = option(command)
    return command


def read_options(
    *, published: str | None, publisher: str | None, allow_network: bool, settings: "Settings | None" = None
) -> "ReadOptions":
    """The reading options as the documents room takes them."""
    from entrepot.documents import ReadOptions
    from entrepot.settings import read_settings

    settings = settings or read_settings()
    return ReadOptions(
        published=published,
        publisher=publisher,
        allow_network=allow_network,
        max_bytes=settings.max_mb * _MEBIBYTE,
    )


def number_of_jobs(asked: int | None) -> int:
    """The number of processes asked for on the command line, or else by the settings."""
    from entrepot.settings import read_settings

    return asked or read_settings().jobs
