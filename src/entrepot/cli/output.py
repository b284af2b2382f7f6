"""What a command prints: records on standard output, everything else on standard error."""

import json
from collections.abc import Mapping
from typing import Any

import click

from entrepot.model.case import UnreadInput


def print_record(record: Mapping[str, Any]) -> None:
    """One JSON Lines record on standard output."""
    click.echo(json.dumps(record, ensure_ascii=False))


def warn_unread(unread: UnreadInput) -> None:
    """One line on standard error that names an input that could not be read, and why."""
    click.echo(f"{unread.path}: {unread.reason}", err=True)
