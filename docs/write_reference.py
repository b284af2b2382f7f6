"""Writes docs/command-line.md from the commands themselves: `python docs/write_reference.py`."""

from collections.abc import Iterator
from pathlib import Path

import click

from entrepot.cli.app import entrepot

PAGE = Path(__file__).parent / "command-line.md"
HEADER = """# The command line

Written by `docs/write_reference.py` from the program; a test fails when the two differ.
What `--json` prints is described in [records.md](records.md).
"""


def render_reference() -> str:
    """The page: every command with its usage, what it does, its arguments and its options."""
    settings = {**entrepot.context_settings, "max_content_width": 100, "terminal_width": 100}
    context = click.Context(entrepot, info_name="entrepot", **settings)
    return HEADER + "".join(_sections(entrepot, context))


def _sections(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"\n## {context.command_path}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                child = click.Context(inner, info_name=name, parent=context, max_content_width=100, terminal_width=100)
                yield from _sections(inner, child)


if __name__ == "__main__":
    PAGE.write_text(render_reference(), encoding="utf-8")
