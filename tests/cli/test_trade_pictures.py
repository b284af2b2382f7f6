"""`entrepot trade plot` as a user calls it."""

import json

import pytest
from click.testing import CliRunner

from entrepot.cli.app import entrepot as entrepot_command
from entrepot.errors import CallError, InputError
from tests.cli.traded import fill_case
from tests.trade.panel.markets import LISTED
from tests.trade.pictures.reading import description_of, of_class, read_svg, texts_of

WINDOWS = ("--before", "2021-03/2021-11", "--after", "2022-03/2022-11")


@pytest.fixture
def case(entrepot, tmp_path):
    path = tmp_path / "case"
    entrepot("case", "new", path)
    return fill_case(path)


def call(kind, case, *more):
    return CliRunner().invoke(
        entrepot_command, ["trade", "plot", kind, str(case), "--product", LISTED, *more], catch_exceptions=False
    )


def test_a_series_is_drawn_with_its_measures(case, tmp_path):
    path = tmp_path / "series.svg"
    done = call(
        "series", case, "--flow", "EU>AM", "--flow", "DE>GE", "--measure", "2022-03-15=Luxury goods", "--output", path
    )
    assert done.exit_code == 0
    root = read_svg(path.read_text(encoding="utf-8"))
    assert {"Exports of the EU to Armenia", "Exports of Germany to Georgia"} <= set(texts_of(root))
    assert len(of_class(root, "line", "measure")) == 1


def test_a_measure_can_be_named_by_its_id(case):
    from entrepot.reference.tables import load_table

    row = next(row for row in load_table("measures").rows if row["start"].startswith("2022-"))
    done = call("series", case, "--flow", "EU>AM", "--measure", row["id"], "--output", "-")
    assert row["start"] in description_of(read_svg(done.stdout))


def test_flows_are_drawn_before_and_after_with_what_was_not_reported(case):
    done = call(
        "flows", case, "--reporter", "DE,PL", "--via", "AM,GE", "--destination", "KZ",
        "--before", "2021-03/2021-11", "--after", "2022-03/2022-11", "--output", "-",
    )  # fmt: skip
    root = read_svg(done.stdout)
    assert "Armenia to Kazakhstan not reported" in description_of(root)
    assert len(of_class(root, "path", "band-first")) == 4


def test_both_sides_of_a_pair_are_drawn_by_year(case):
    done = call("gap", case, "--exporter", "DE", "--importer", "AM", "--years", "2020/2022", "--output", "-")
    root = read_svg(done.stdout)
    assert texts_of(root).count("not reported") == 3
    assert len(of_class(root, "rect", "fill-first")) == 4


@pytest.mark.parametrize(
    ("kind", "more", "sentence"),
    [
        ("series", ("--flow", "EU"), "write FROM>TO"),
        ("series", ("--flow", "EU>AM", "--measure", "soon"), "no dated measure"),
        ("series", ("--flow", "EU>AM", "--measure", "soon=x"), "is no day"),
        ("series", ("--flow", "JP>AM"), "no monthly records"),
        ("series", ("--flow", "DE>AM", "--flow", "PL>AM", "--flow", "SE>AM"), "one or two flows"),
        ("gap", ("--exporter", "DE", "--importer", "EU", "--years", "2022"), "name one"),
        ("gap", ("--exporter", "DE", "--importer", "AM", "--years", "2022", "--freight", "x"), "no range"),
        ("gap", ("--exporter", "JP", "--importer", "US", "--years", "2022"), "Neither side"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_answered_with_a_sentence(case, kind, more, sentence):
    with pytest.raises(CallError, match=sentence):
        call(kind, case, *more, "--output", "-")


def test_a_file_that_cannot_be_written_is_named(case, tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        call("series", case, "--flow", "EU>AM", "--output", tmp_path / "no" / "such" / "file.svg")


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (("series", "--flow", "DE>AM"), "series"),
        (("gap", "--exporter", "DE", "--importer", "AM", "--years", "2020/2022"), "years"),
        (("flows", "--reporter", "DE", "--via", "AM", "--destination", "KZ", *WINDOWS), "windows"),
    ],
)
def test_what_a_picture_shows_is_printed_as_a_record(case, tmp_path, asked, shown):
    found = call(asked[0], case, *asked[1:], "--output", tmp_path / "shown.svg", "--json")
    record = json.loads(found.stdout)
    assert record["output"].endswith("shown.svg")
    assert record["title"]
    assert record[shown]
