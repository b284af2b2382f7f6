"""`entrepot propositions`, `compare` and `case grade` as a user calls them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from entrepot.cli.app import entrepot

WIRE = "Iran has supplied Russia with Shahed drones, Ukraine's Foreign Intelligence Service said on Friday.\n"
PORTAL = "Iran supplied drones to Russia, according to Ukraine's Foreign Intelligence Service.\n"
DENIAL = "Tehran denies having supplied Russia with drones.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(entrepot, [str(one) for one in arguments], catch_exceptions=True)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    rows = ["file,title,publisher,url,published"]
    for name, text, day in (
        ("wire", WIRE, "2025-08-22"),
        ("portal", PORTAL, "2025-08-25"),
        ("denial", DENIAL, "2025-08-26"),
    ):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        rows.append(f"{name}.txt,,The {name.title()},,{day}")
    (folder / "reports.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder


@pytest.fixture
def case(tmp_path: Path, reports: Path) -> Path:
    path = tmp_path / "case"
    for arguments in (("new", path), ("add", path, reports), ("build", path)):
        assert run("case", *arguments).exit_code == 0
    return path


def test_two_outlets_on_one_service_are_one_origin_and_a_denial_is_a_conflict(case: Path) -> None:
    records = [json.loads(line) for line in run("propositions", case, "--json").stdout.splitlines()]
    (merged,) = [record for record in records if len(record["claims"]) == 3]
    assert merged["independent_origins"] == 2
    assert [conflict["kind"] for conflict in merged["conflicts"]] == ["denial"]
    assert merged["first_reported"]["publisher"] == "The Wire"
    assert {origin["name"]: origin["interested"] for origin in merged["origins"]} == {
        "Foreign Intelligence Service of Ukraine": False,
        "Iran": True,
    }


def test_the_table_shows_what_stands_on_several_claims(case: Path) -> None:
    shown = run("propositions", case)
    assert shown.exit_code == 0
    assert "2 independent origins" in shown.stdout
    assert "! denied: said to be so" in shown.stdout
    assert "party to the matter" in shown.stdout
    assert run("propositions", case, "--frame", "meet").stdout.strip() == "case"


def test_a_case_that_was_not_built_says_what_to_do(tmp_path: Path, reports: Path) -> None:
    path = tmp_path / "new"
    run("case", "new", path)
    run("case", "add", path, reports)
    shown = run("propositions", path)
    assert shown.exit_code == 0
    assert "0 propositions" in shown.output


def test_a_letter_is_shown_beside_its_source(case: Path, tmp_path: Path) -> None:
    grades = tmp_path / "grades.csv"
    grades.write_text("source,letter,basis\nForeign Intelligence Service of Ukraine,B,desk\n", encoding="utf-8")
    assert run("case", "grade", case, grades).exit_code == 0
    printed = " ".join(run("propositions", case).stdout.split())
    assert "reliability B usually reliable (desk)" in printed
    grades.write_text("source,letter,basis\nReuters,Z,desk\n", encoding="utf-8")
    assert run("case", "grade", case, grades).exit_code != 0


def test_two_reports_are_compared(reports: Path) -> None:
    shown = run("compare", reports / "wire.txt", reports / "denial.txt", "--json")
    assert shown.exit_code == 0
    record = json.loads(shown.stdout)
    assert [one["frame"] for one in record["both"]] == ["supply"]
    assert record["differing"] == [record["both"][0]["id"]]
    table = run("compare", reports / "wire.txt", reports / "denial.txt")
    assert "Both say (1)" in table.stdout and "Where they differ (1)" in table.stdout


def test_a_report_is_not_compared_with_itself_nor_with_a_folder(reports: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(WIRE, encoding="utf-8")
    assert isinstance(run("compare", reports / "wire.txt", copy).exception, Exception)
    assert isinstance(run("compare", reports, copy).exception, Exception)
