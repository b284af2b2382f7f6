from io import StringIO

import pytest
from rich.console import Console

from entrepot.cli import progress
from entrepot.cli.progress import ProgressBar


class Clock:
    """Says what it is told to say."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def bar(clock):
    """A bar on a terminal that is no more than text."""
    terminal = Console(file=StringIO(), force_terminal=True, width=80)
    with ProgressBar(console=terminal, clock=clock) as opened:
        yield opened, terminal.file


def test_short_work_shows_no_bar(bar, clock):
    opened, printed = bar
    opened.begin("Reading", 3)
    for _ in range(3):
        clock.now += 0.5
        opened.advance()
    assert printed.getvalue() == ""


def test_work_of_more_than_two_seconds_shows_how_far_it_has_come(bar, clock):
    opened, printed = bar
    opened.begin("Reading", 3)
    clock.now = progress.PATIENCE_SECONDS + 1
    opened.advance()
    opened.begin("Extracting", None)
    assert "Reading" in printed.getvalue()
    assert "1/3" in printed.getvalue()


def test_where_nobody_looks_nothing_is_shown(clock):
    file = Console(file=StringIO(), force_terminal=False)
    with ProgressBar(console=file, clock=clock) as opened:
        opened.begin("Reading", 3)
        clock.now = 10.0
        opened.advance()
    assert file.file.getvalue() == ""
