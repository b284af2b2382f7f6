"""Days on the command line, and the only place where the clock is read."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import click


def day_option(*names: str, help: str) -> Callable[[Any], Any]:  # noqa: A002 - click's own word
    """An option that takes a day in ISO form."""
    return click.option(*names, metavar="DATE", callback=_read_day, help=help)


def right_now() -> datetime:
    """This instant, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def _read_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"'{value}' is no day; write it as 2025-04-19.") from error
