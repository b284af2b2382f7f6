"""The `entrepot` command and its sub-commands."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from entrepot import __version__
from entrepot.cli.cases import case
from entrepot.cli.channels import channels
from entrepot.cli.closing import close
from entrepot.cli.dossiers import dossier
from entrepot.cli.exits import Exit, exit_of
from entrepot.cli.extractions import claims, dates, quotes
from entrepot.cli.facts import facts
from entrepot.cli.judging import judge
from entrepot.cli.lists import lists
from entrepot.cli.measures import measures
from entrepot.cli.output import use_utf8, warn
from entrepot.cli.propositions import compare, propositions
from entrepot.cli.screening import screen
from entrepot.cli.serving import serve
from entrepot.cli.texts import text
from entrepot.cli.trade import trade
from entrepot.cli.trade_answers import forget
from entrepot.cli.trade_panel import panel
from entrepot.cli.trade_pictures import plot
from entrepot.cli.trade_questions import QUESTIONS
from entrepot.errors import EntrepotError


class _QuietGroup(click.Group):
    """A group that takes a closed pipe for the end of the work; click itself would make it a failure."""

    def invoke(self, ctx: click.Context) -> Any:
        """The command's outcome."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            sys.exit(_hush())


@click.group(cls=_QuietGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="entrepot")
def entrepot() -> None:
    """Case files on how sanctions are got round: every statement leads back to a sentence and its source.

    Exit status: 0 done; 1 something asked for with --fail-on was found; 2 the call was wrong; 3 an input could
    not be read (the others were still processed).
    """


for command in (
    case,
    claims,
    quotes,
    dates,
    text,
    propositions,
    compare,
    lists,
    screen,
    judge,
    trade,
    measures,
    channels,
    close,
    dossier,
    facts,
    serve,
):
    entrepot.add_command(command)
for command in (*QUESTIONS, panel, plot, forget):
    trade.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line; every outcome has its exit status and no known error a traceback."""
    use_utf8()
    status = _run(arguments)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        status = _hush()
    sys.exit(status)


def _run(arguments: Sequence[str] | None) -> int:
    """The exit status of the command that was called."""
    try:
        entrepot.main(arguments, standalone_mode=False)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Exit.DONE
    except (click.exceptions.Abort, KeyboardInterrupt):
        warn("Interrupted; what a case has taken in stays, and the next run goes on from there.")
        return Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return Exit.WRONG_CALL
    except EntrepotError as error:
        warn(f"Error: {error}")
        return exit_of(error)
    return Exit.DONE


def _hush() -> int:
    """Nobody reads our output any more (`| head`): nothing is wrong, so nothing is said, not even at the very end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.NO_READER
