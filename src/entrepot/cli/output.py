"""What a command prints: records and tables on standard output, everything else on standard error."""

import json
import os
import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from entrepot.model.case import UnreadInput

if TYPE_CHECKING:
    from rich.console import Console

_PLAIN_WIDTH = 100
"""Columns where the output is no terminal and says nothing of its width."""

# Reports are hostile input: what steers a terminal, or turns the direction of what follows, must not reach one.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def print_record(record: Mapping[str, Any]) -> None:
    """One JSON Lines record on standard output."""
    click.echo(json.dumps(record, ensure_ascii=False))


def warn(sentence: str) -> None:
    """One line for the user on standard error."""
    click.echo(plain(sentence), err=True)


def warn_unread(unread: UnreadInput) -> None:
    """One line on standard error that names an input that could not be read, and why."""
    warn(unread_sentence(unread))


def unread_sentence(unread: UnreadInput) -> str:
    """Names the input, once, and says why it could not be read."""
    return unread.reason if unread.path in unread.reason else f"{unread.path}: {unread.reason}"


def plain(text: str) -> str:
    """The text on one line, without anything that would steer a terminal."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def counted(number: int, plural: str) -> str:
    """The number with its noun: "1 claim", "1,024 claims"."""
    return f"{number:,} {plural.removesuffix('s') if number == 1 else plural}"


def out_console() -> "Console":
    """Where tables go; colours only on a terminal and never with NO_COLOR; the width of the terminal or COLUMNS."""
    from rich.console import Console

    known = sys.stdout.isatty() or os.environ.get("COLUMNS")
    return Console(highlight=False, markup=False, emoji=False, width=None if known else _PLAIN_WIDTH)


def use_utf8() -> None:
    """Standard output is UTF-8 whatever the locale; what UTF-8 has no bytes for is written as JSON writes it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
