"""The `entrepot` command and its sub-commands."""

import sys

import click

from entrepot import __version__
from entrepot.cli.cases import case
from entrepot.cli.dossiers import dossier
from entrepot.cli.exits import Exit, exit_of
from entrepot.cli.extractions import claims, dates, quotes
from entrepot.cli.facts import facts
from entrepot.cli.output import use_utf8, warn
from entrepot.cli.texts import text
from entrepot.errors import EntrepotError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="entrepot")
def entrepot() -> None:
    """Case files on how sanctions are got round: every statement leads back to a sentence and its source.

    Exit status: 0 done; 1 something asked for with --fail-on was found; 2 the call was wrong; 3 an input could
    not be read (the others were still processed).
    """


for command in (case, claims, quotes, dates, text, dossier, facts):
    entrepot.add_command(command)


def main() -> None:
    """Runs the command line; every outcome has its exit status and no known error a traceback."""
    use_utf8()
    try:
        entrepot.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        sys.exit(Exit.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(Exit.WRONG_CALL)
    except EntrepotError as error:
        warn(f"Error: {error}")
        sys.exit(exit_of(error))
