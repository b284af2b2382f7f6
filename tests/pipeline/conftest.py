import pytest

from entrepot.documents import ReadOptions
from entrepot.pipeline.adding import add_reports
from entrepot.pipeline.building import build_case
from entrepot.pipeline.extractor import Extractor
from entrepot.pipeline.listing import keep_list
from entrepot.store import create_case
from tests.pipeline.fake_matcher import PARTIES, TODAY, make_list
from tests.pipeline.fakes import METHOD, extract_actors


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


@pytest.fixture
def listed(case):
    keep_list(case, make_list(*PARTIES), accept_shrunk=False, today=TODAY)
    return case


@pytest.fixture
def built(listed, tmp_path):
    """A case whose claims name a firm, a person, a ship, a country and a place."""
    (tmp_path / "one.txt").write_text(
        "2025-03-01\n\norganisation Sea Dog Shipping: hired a ship.\nperson Anna Lind: said so.\n"
        "vessel Amber Tern: sailed.\ncountry Iran: waited.\nplace Aktau: slept.\n"
    )
    add_reports(listed, [tmp_path / "one.txt"], ReadOptions())
    build_case(listed, Extractor(method=METHOD, extract=extract_actors))
    return listed
