"""A run that is ended at any point is taken up where it stopped."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from entrepot.pipeline.exporting import FORMATS, write_dossier
from entrepot.store import create_case, open_case
from entrepot.store.reading import read_contents

REPORTS = 12
ROOT = Path(__file__).parents[2]


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(REPORTS):
        text = f"Aktau, 2025-03-{number + 1:02d}\n\nThe harbour master said: {number} barges passed.\n"
        (folder / f"{number}.txt").write_text(text)
    return folder


def call(case_path, reports):
    return [sys.executable, "-m", "tests.cases.kill_target", str(case_path), str(reports)]


def kill_after(ticks, case_path, reports):
    """Ends a run without warning after so many pieces of work; none of its clean-up gets to run."""
    with subprocess.Popen(call(case_path, reports), cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        for _ in range(ticks):
            assert running.stdout.readline() == "tick\n"
        running.send_signal(signal.SIGKILL)
        running.stdout.read()
    assert running.returncode == -signal.SIGKILL


def exports(case_path, folder):
    with open_case(case_path, read_only=True) as case:
        contents = read_contents(case)
    return {path.name: path.read_bytes() for path in write_dossier(contents, folder, FORMATS)}


@pytest.mark.slow
def test_a_case_that_was_killed_twice_ends_as_if_undisturbed(tmp_path, reports):
    paths = {}
    for name in ("killed", "undisturbed"):
        (tmp_path / name).mkdir()
        paths[name] = tmp_path / name / "case.duckdb"
        create_case(paths[name]).close()
    kill_after(REPORTS // 2, paths["killed"], reports)  # among the adding
    kill_after(REPORTS + REPORTS // 2, paths["killed"], reports)  # among the extracting
    for path in paths.values():
        subprocess.run(call(path, reports), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    killed = exports(paths["killed"], tmp_path / "out-killed")
    assert killed == exports(paths["undisturbed"], tmp_path / "out-undisturbed")
    assert killed["claims.csv"].count(b"barges passed") >= REPORTS
