"""The `entrepot` command and its sub-commands."""

import os
import sys

import click

from entrepot import __version__
from entrepot.cli.exits import Exit, exit_of
from entrepot.cli.extractions import claims, dates, quotes
from entrepot.cli.texts import text
from entrepot.errors import EntrepotError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="entrepot")
def entrepot() -> None:
    """Case files on how sanctions are got round: every statement leads back to a sentence and its source.

    Exit status: 0 done; 1 something asked for with --fail-on was found; 2 the call was wrong; 3 an input could
    not be read (the others were still processed).
    """


for command in (claims, quotes, dates, text):
    entrepot.add_command(command)


def main() -> None:
    """Runs the command line; every outcome has its exit status and no known error a traceback."""
    try:
        entrepot.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        sys.exit(Exit.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(Exit.WRONG_CALL)
    except EntrepotError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(exit_of(error))
    except BrokenPipeError:
        _close_quietly()


def _close_quietly() -> None:
    """The reader of our output went away (`| head`): nothing is wrong, so nothing is said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(Exit.DONE)
