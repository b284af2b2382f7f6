"""`entrepot trade panel` as a user calls it."""

import json

import click
import pytest
from click.testing import CliRunner

from entrepot.cli.app import entrepot as entrepot_command
from entrepot.errors import CallError
from tests.cli.traded import fill_case
from tests.trade.panel.markets import LISTED, REPORTERS


@pytest.fixture
def case(entrepot, tmp_path):
    path = tmp_path / "case"
    entrepot("case", "new", path)
    return fill_case(path)


def call(case, *more):
    arguments = [str(case), "--reporters", ",".join(REPORTERS), "--via", "AM", "--products", LISTED, *more]
    return CliRunner().invoke(entrepot_command, ["trade", "panel", *arguments], catch_exceptions=False)


@pytest.mark.slow
def test_a_panel_is_a_finding_with_its_file_and_its_alternatives(case):
    done = call(case, "--comparison", "GE,AZ,KZ", "--from", "2022-03", "--json")
    finding = json.loads(done.stdout)
    assert done.exit_code == 0
    assert finding["verdict"] == "supports"
    assert finding["subject"]["since"] == "2022-03"
    assert finding["inputs"] == [{"file": "exports.csv", "sha256": "ab" * 32, "rows": 3456}]
    assert len(finding["alternatives"]) == 8
    assert finding["method"]["parameters"]["design"] == "triple"


@pytest.mark.slow
def test_for_people_the_statement_comes_first(case):
    done = call(case, "--from", "2022-03")
    assert done.stdout.startswith("Exports of goods of 854231 by 12 reporters to Armenia rose by")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--from", "2022"), "is not one month"),
        (("--from", "soon"), "is no span of months"),
        (("--from", "2022-03", "--comparison", "AM"), "cannot be both via and comparison"),
        (("--from", "2022-03", "--comparison", "Atlantis"), "names no territory"),
        (("--from", "2022-03", "--span", "2022-03/2022-12"), "must lie inside the span"),
        (("--from", "2022-03", "--products", "TOTAL"), "TOTAL is their sum"),
        (("--from", "2022-03", "--dataset", "comext"), "no collection 'comext'; name one of .* sample"),
        (("--from", "1999-01"), r"nothing before 1999-01 to compare; give a month inside with --from"),
        (("--from", "2031-01"), r"nothing after 2031-01 to compare"),
        (("--from", "2022-03", "--via", "KG"), "has no exports"),
        (("--from", "2022-03", "--by", "product", "--rest", "total"), "no total of all goods"),
    ],
)
def test_a_question_that_cannot_be_put_is_answered_with_a_sentence(case, more, sentence):
    with pytest.raises((CallError, click.ClickException), match=sentence):
        call(case, *more)
