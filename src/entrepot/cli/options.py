"""Options that several commands share, declared once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from entrepot.documents import ReadOptions

Command = TypeVar("Command", bound=Callable[..., Any])

paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines instead of a table.")
fail_on_option = click.option(
    "--fail-on",
    "fail_on",
    multiple=True,
    metavar="CODE",
    help="Exit with status 1 if a claim carries this issue code (may be repeated).",
)


def reading_options(command: Command) -> Command:
    """The command with the options that say how inputs are read and what is known about them from outside."""
    for option in (
        click.option("--allow-network", is_flag=True, help="Let http(s) addresses among the inputs be fetched."),
        click.option("--publisher", default="", help="Who published the report (for a single file)."),
        click.option("--published", default="", help="When: a day, a month or FROM/TO, in ISO form (a single file)."),
    ):
        command = option(command)
    return command


def read_options(*, published: str, publisher: str, allow_network: bool) -> "ReadOptions":
    """The reading options as the documents room takes them."""
    from entrepot.documents import ReadOptions

    return ReadOptions(published=published, publisher=publisher, allow_network=allow_network)
