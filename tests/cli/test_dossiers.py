import pytest


@pytest.fixture
def case(entrepot, reports, tmp_path):
    path = tmp_path / "turbines.duckdb"
    entrepot("case", "new", path)
    entrepot("case", "add", path, reports)
    entrepot("case", "build", path)
    return path


def test_the_files_of_a_dossier_lie_where_the_command_says(entrepot, case):
    outcome = entrepot("dossier", case)
    folder = case.with_name("turbines-dossier")
    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        str(folder / name)
        for name in (
            "dossier.html",
            "dossier.json",
            "claims.csv",
            "entities.ftm.json",
            "screenings.csv",
            "findings.csv",
            "channels.csv",
            "channels.geojson",
            "bundle.stix.json",
            "provenance.json",
        )
    ]
    assert {path.name for path in folder.iterdir()} == {
        "dossier.html",
        "dossier.json",
        "claims.csv",
        "entities.ftm.json",
        "screenings.csv",
        "findings.csv",
        "channels.csv",
        "channels.geojson",
        "bundle.stix.json",
        "provenance.json",
    }


def test_only_what_was_asked_for_is_written(entrepot, case, tmp_path):
    outcome = entrepot("dossier", case, "--out", tmp_path / "out", "--format", "csv,csv")
    assert outcome.out == f"{tmp_path / 'out' / 'claims.csv'}\n"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["claims.csv"]


@pytest.mark.parametrize("formats", ["docx", "", "html,docx"])
def test_an_unknown_format_is_a_wrong_call(entrepot, case, formats):
    outcome = entrepot("dossier", case, "--format", formats)
    assert outcome.status == 2
    assert "html, json, csv, ftm, screenings" in outcome.err


def test_a_folder_that_cannot_be_written_to_is_a_wrong_call(entrepot, case, tmp_path):
    (tmp_path / "file").write_text("in the way")
    outcome = entrepot("dossier", case, "--out", tmp_path / "file")
    assert outcome.status == 2
    assert "--out" in outcome.err


def test_a_dossier_of_no_reports_is_not_written(entrepot, tmp_path):
    entrepot("case", "new", tmp_path / "empty")
    outcome = entrepot("dossier", tmp_path / "empty")
    assert outcome.status == 2
    assert "entrepot case add" in outcome.err
    assert not (tmp_path / "empty-dossier").exists()


def test_a_report_that_is_not_built_yet_is_spoken_of(entrepot, case, tmp_path):
    (tmp_path / "late.txt").write_text("Iran supplied drones to Russia.\n")
    entrepot("case", "add", case, tmp_path / "late.txt")
    assert "1 of 3 reports are not built yet" in entrepot("dossier", case).err
