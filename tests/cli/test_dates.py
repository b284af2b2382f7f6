from datetime import date

import click
import pytest
from click.testing import CliRunner

from entrepot.cli.dates import day_option, right_now


@click.command()
@day_option("--as-of", help="A day.")
def told(as_of):
    click.echo(repr(as_of))


@pytest.mark.parametrize("written", ["2025-04-19", "20250419"])
def test_a_day_is_read(written):
    assert CliRunner().invoke(told, ["--as-of", written]).output.strip() == repr(date(2025, 4, 19))


def test_a_day_may_be_left_out():
    assert CliRunner().invoke(told, []).output.strip() == "None"


@pytest.mark.parametrize("written", ["2025-13-01", "yesterday", "19.4.2025", ""])
def test_what_is_no_day_is_a_wrong_call(written):
    outcome = CliRunner().invoke(told, ["--as-of", written])
    assert outcome.exit_code == 2 and "write it as 2025-04-19" in outcome.output


def test_an_instant_knows_its_zone_and_has_no_fractions():
    assert right_now().utcoffset() is not None and right_now().microsecond == 0
