"""Questions to customs records on the command line: findings as the contract has them."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from entrepot.cli.app import entrepot as entrepot_command
from entrepot.errors import CallError, CaseError
from entrepot.model.flow import FlowFile
from entrepot.store import create_case
from entrepot.store.trade_files import flow_folder, write_trade_file
from tests.trade.questions.invented import monthly_rows, noisy
from tests.trade.samples import write_flows

FIELDS = (
    *("id", "kind", "subject", "statement", "estimate", "verdict", "method", "inputs", "alternatives", "issues"),
)  # fmt: skip
WINDOWS = ("--before", "2021-03/2021-11", "--after", "2022-03/2022-11")
QUESTIONS = [
    ("surge", "--reporter", "EU", "--via", "AM", "--product", "8703", "--compared", "GE", *WINDOWS),
    ("onward", "--via", "Armenia", "--destination", "RUS", "--product", "8703", *WINDOWS),
    ("link", "--reporter", "DE,PL", "--via", "AM", "--destination", "RU", "--product", "8703", "--span", "2019/2022"),
    ("gap", "--exporter", "DE", "--importer", "AM", "--product", "8703", "--window", "2022", "--before", "2021"),
    ("substitution", "--reporter", "DE", "--via", "AM", "--destination", "RU", *WINDOWS),
    ("unit_values", "--reporter", "AM", "--partner", "RU", "--product", "8703", *WINDOWS),
    ("screen", "--reporter", "coalition", "--least-value", "1000", "--least-growth", "1", *WINDOWS),
]


@pytest.fixture
def case(tmp_path):
    """A case with a file of invented flows."""
    path = tmp_path / "cars.duckdb"
    value = noisy()
    rows = [
        *monthly_rows(["DE", "PL"], ["AM", "RU", "GE"], ["870322", "870323", "851713"], value, net_weight_kg=10.0),
        *monthly_rows(["AM"], ["RU", "GE"], ["870322", "870323"], value, net_weight_kg=10.0),
        *monthly_rows(["AM"], ["DE", "CN"], ["870322"], value, flow="import", attribution="origin"),
    ]
    with create_case(path, "Cars") as opened:
        flow_folder(opened).mkdir(exist_ok=True)
        kept = write_flows(flow_folder(opened), rows, "0001")
        write_trade_file(opened, flow_file(kept.name, len(rows)))
    return path


def flow_file(parquet, rows):
    return FlowFile(
        number=1, name="invented.csv", dataset="sample", sha256="ab" * 32, size=1, read=rows, kept=rows, refused=0,
        left_out=0, parquet=parquet, imported_at="2026-11-22T00:00:00+00:00", first_period=date(2019, 1, 1),
        last_period=date(2022, 12, 1),
    )  # fmt: skip


def call(name, case, *arguments):
    return CliRunner().invoke(
        entrepot_command, ["trade", name.replace("_", "-"), str(case), *arguments], catch_exceptions=False
    )


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_every_question_prints_findings_with_the_fields_of_the_contract(case, question):
    name, *arguments = question
    outcome = call(name, case, *arguments, "--json")
    found = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert outcome.exit_code == 0
    assert found
    for one in found:
        assert tuple(one) == FIELDS
        assert one["verdict"] in {"supports", "does_not_support", "mixed", "cannot_tell"}
        assert {alternative["status"] for alternative in one["alternatives"]} <= {
            "rejected", "not_rejected", "not_testable"
        }  # fmt: skip
        assert one["inputs"] == [] or one["inputs"][0]["file"] == "invented.csv"
        assert one["inputs"] == [] or one["inputs"][0]["rows"] > 0
        assert len(one["method"]["parameters"]) > 3


def test_a_finding_for_people_has_its_verdict_its_alternatives_and_its_files(case):
    told = call("surge", case, *QUESTIONS[0][1:]).stdout
    assert "does not support" in told or "cannot tell" in told or "mixed" in told
    assert "Legitimate transit" in told
    assert "invented.csv" in told


def test_words_that_name_nothing_are_refused_with_a_way_out(case):
    for name, option, wrong, words in (
        ("surge", "--via", "Atlantis", "names no territory"),
        ("surge", "--product", "chips", "names no goods"),
        ("surge", "--before", "2021-01/2021-02", "season"),
        ("gap", "--freight", "cheap", "LOW/HIGH"),
        ("gap", "--rate", "USD", "CURRENCY=RATE"),
        ("gap", "--importer", "EU", "name one"),
        ("gap", "--rate", "USD=nan", "positive and finite"),
        ("gap", "--freight", "1/inf", "LOW/HIGH"),
        ("surge", "--via", ",", "names no territory"),
        ("surge", "--destination", "AM", "cannot be both"),
        ("surge", "--engine", "sqlite", "duckdb, local"),
        *(
            (question[0], "--dataset", "nothing", "no collection 'nothing'; name one .*: sample")
            for question in QUESTIONS
        ),
    ):
        arguments = next(list(question[1:]) for question in QUESTIONS if question[0] == name)
        with pytest.raises(CallError, match=words):
            call(name, case, *arguments, option, wrong)


def test_a_case_without_customs_records_says_how_to_add_some(tmp_path):
    with create_case(tmp_path / "empty.duckdb", "Empty"):
        pass
    with pytest.raises(CaseError, match="entrepot trade import"):
        call("surge", tmp_path / "empty.duckdb", *QUESTIONS[0][1:])


def test_a_flow_file_that_is_gone_is_named(case):
    for path in case.parent.rglob("*.parquet"):
        path.unlink()
    with pytest.raises(CaseError, match=r"0001\.parquet is gone"):
        call("surge", case, *QUESTIONS[0][1:])


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked[0])
def test_what_is_kept_is_in_the_case_with_the_picture_of_its_question(case, asked):
    from entrepot.store import open_case
    from entrepot.store.findings import list_findings

    found = call(asked[0], case, *asked[1:], "--json", "--keep")
    printed = [json.loads(line)["id"] for line in found.stdout.splitlines()]
    with open_case(case, read_only=True) as opened:
        kept = list_findings(opened)
    assert [one.finding.id for one in kept] == printed
    has_picture = asked[0] in ("surge", "onward", "link", "gap", "substitution")
    assert bool(kept[0].pictures) == has_picture
    assert all(svg.startswith("<svg") for one in kept for svg in one.pictures)
    assert not any(one.pictures for one in kept[1:])


def test_what_is_not_kept_leaves_the_case_as_it_is(case):
    before = case.read_bytes()
    call(*("surge", case), *QUESTIONS[0][1:])
    assert case.read_bytes() == before


def test_a_finding_is_forgotten_by_its_id_and_an_unknown_one_is_told(case):
    from entrepot.store import open_case
    from entrepot.store.findings import list_findings

    found = call(*("surge", case), *QUESTIONS[0][1:], "--json", "--keep")
    number = json.loads(found.stdout)["id"]
    with pytest.raises(CallError, match="0 of 1 were in the case"):
        call("forget", case, "none")
    call("forget", case, number)
    with open_case(case, read_only=True) as opened:
        assert list_findings(opened) == []


def test_the_picture_of_a_question_is_drawn_where_the_user_says(case, tmp_path):
    picture = tmp_path / "surge.svg"
    call(*("surge", case), *QUESTIONS[0][1:], "--plot", str(picture))
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    found = call(*("screen", case), *QUESTIONS[6][1:], "--plot", str(tmp_path / "screen.svg"))
    assert "There is no picture" in found.stderr


@pytest.mark.parametrize("number", ["nan", "inf", "-5"])
def test_a_threshold_that_nothing_can_be_compared_with_is_a_wrong_call(case, number):
    outcome = call("surge", case, *QUESTIONS[0][1:], "--least-growth", number)
    assert outcome.exit_code == 2
    assert "least-growth" in outcome.output


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked[0])
def test_a_code_that_no_record_has_is_named_by_every_question(case, asked):
    found = call(asked[0], case, *asked[1:], "--product", "999999", "--json")
    for one in map(json.loads, found.stdout.splitlines()):
        assert one["verdict"] == "cannot_tell"
        assert "None of the records of sample has the code asked for" in one["statement"]
        assert "codes_unknown" in {issue["code"] for issue in one["issues"]}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked[0])
def test_where_nothing_can_be_told_the_statement_speaks_of_what_could_have_been_seen(case, asked):
    found = call(asked[0], case, *asked[1:], "--product", "999999", "--json")
    for one in map(json.loads, found.stdout.splitlines()):
        assert "smallest" in one["statement"]
