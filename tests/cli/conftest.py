from dataclasses import dataclass

import pytest

from entrepot.cli import main
from tests.cli.listed import write_lists


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def plain_width(monkeypatch):
    """Output that is no terminal has the program's own width, whatever the runner of the tests says of its own."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def entrepot(capsys):
    """Calls the command line in this process."""

    def call(*arguments):
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Outcome(int(end.value.code), printed.out, printed.err)

    return call


@pytest.fixture
def reports(tmp_path):
    """A folder of two reports and the sidecar that says who published them when."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "reports.csv").write_text(
        "file,title,publisher,url,published\n"
        "first.txt,Ministers meet in Astana,Example Wire,,2025-03-04\n"
        "second.txt,Turbines on the way,Example Bulletin,,2025-03\n"
    )
    (folder / "first.txt").write_text(
        "Iran's foreign minister met Kazakhstan's foreign minister in Astana on Tuesday.\n\n"
        "Iran supplied drones to Russia in August 2024, the Ukrainian military intelligence service said.\n"
    )
    (folder / "second.txt").write_text(
        "Turkey exported gas turbines to Russia through Kazakhstan in 2024, according to the ministry.\n"
    )
    return folder


@pytest.fixture
def list_files(tmp_path):
    return write_lists(tmp_path)


@pytest.fixture
def listed_case(entrepot, list_files, tmp_path):
    """A case with two versions of a list and a report that names two of those listed."""
    path = tmp_path / "case"
    (tmp_path / "report.txt").write_text(
        "Iran supplied drones to Sea Dog Shipping Company in August 2025, Ivan Petrovich Zaborov said.\n"
    )
    entrepot("case", "new", path)
    entrepot("case", "add", path, tmp_path / "report.txt", "--published", "2025-09-01")
    entrepot("case", "build", path)
    for file, day in zip(list_files, ("2023-01-01", "2026-01-01"), strict=True):
        assert entrepot("lists", "add", path, file, "--name", "harbour", "--published", day).status == 0
    return path
