"""Letters of reliability out of a file."""

from pathlib import Path

import pytest

from entrepot.errors import CallError
from entrepot.model.proposition import SourceGrade
from entrepot.pipeline.grading import read_grades


def written(folder: Path, text: str) -> Path:
    path = folder / "grades.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_letter_comes_with_its_source_and_its_basis(tmp_path: Path) -> None:
    path = written(tmp_path, "source,letter,basis\nReuters,b,desk review 2025\n")
    assert read_grades(path) == (SourceGrade(source="Reuters", letter="B", basis="desk review 2025"),)


@pytest.mark.parametrize(
    "text",
    [
        "source,letter\nReuters,B\n",
        "source,letter,basis\nReuters,B,\n",
        "source,letter,basis\nReuters,G,desk\n",
        "source,letter,basis\n,B,desk\n",
    ],
)
def test_a_row_that_lacks_something_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(CallError, match=r"columns|line 2"):
        read_grades(written(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"none\.csv"):
        read_grades(tmp_path / "none.csv")
