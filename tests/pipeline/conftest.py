import pytest

from entrepot.store import create_case


@pytest.fixture
def case(tmp_path):
    with create_case(tmp_path / "case") as opened:
        yield opened


@pytest.fixture
def reports(tmp_path):
    """A folder of three reports on one meeting, in three days' papers."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, town in enumerate(("Astara", "Turkmenbashi", "Aktau"), start=1):
        text = f"{town}, 2025-03-0{number}\n\nThe harbour master said: nine barges passed {town} that week.\n"
        (folder / f"{number}-{town.lower()}.txt").write_text(text, encoding="utf-8")
    return folder
