"""From a folder of reports to a dossier, as an analyst does it."""

import csv
import io
import json
import re

import pytest

from entrepot.cli import main

REPORTS = {
    "reports.csv": (
        "file,title,publisher,url,published\n"
        "wire.txt,Turbines through Almaty,Example Wire,https://wire.example/1,2024-05-14\n"
        "page.html,,Example Gazette,,2024-05-16\n"
        "service.txt,Statement of the service,Example Bulletin,,2024-05\n"
    ),
    "wire.txt": (
        "Turkey supplied gas turbines to Russia through Kazakhstan in April 2024, the Ministry of Finance said.\n\n"
        "Kazakhstan denies that it helped Russia to evade sanctions.\n\n"
        "Kazakh President Kassym-Jomart Tokayev met Turkish President Recep Tayyip Erdogan in Ankara on 7 May 2024.\n"
    ),
    "page.html": (
        "<!doctype html><html><head><title>Turbines &amp; trouble</title></head><body><nav>Home | Sport</nav>"
        "<article><h1>Turbines &amp; trouble</h1><p>Iran supplied drones to Russia in March 2024, the Security Service "
        "of Ukraine said.</p><p>Tehran is seeking spare parts for aircraft from Turkey, according to the Example Wire. "
        "<b>Nothing</b> in it &lt;script&gt;alert(1)&lt;/script&gt; is code.</p></article>"
        "<script>alert('hostile')</script></body></html>"
    ),
    "service.txt": (
        "Iran supplied drones to Russia in March 2024, President Ebrahim Raisi said.\n\n"
        "The United States imposed sanctions on Iran in April 2024.\n"
    ),
    "empty.txt": "",
}


def run(*arguments):
    """The exit status of a command."""
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return end.value.code


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def dossier(folder, tmp_path_factory):
    """The files of the dossier, by name; one report among them cannot be read."""
    home = tmp_path_factory.mktemp("case")
    assert run("case", "new", home / "turbines", "--name", "Turbines") == 0
    assert run("case", "add", home / "turbines", folder) == 3
    assert run("case", "build", home / "turbines") == 0
    assert run("dossier", home / "turbines", "--out", home / "out") == 0
    files = {path.name: path.read_text(encoding="utf-8") for path in (home / "out").iterdir()}
    return {"home": home, **files}


def test_every_claim_of_the_dossier_stands_in_its_report(dossier):
    contents = json.loads(dossier["dossier.json"])
    rows = list(csv.DictReader(io.StringIO(dossier["claims.csv"])))
    assert len(rows) >= 4
    quotes = {row["quote"] for row in rows}
    assert any("gas turbines" in quote for quote in quotes)
    assert all(json.dumps(quote, ensure_ascii=False)[1:-1] in dossier["dossier.json"] for quote in quotes)
    assert contents


def test_a_line_of_the_exchange_file_is_an_entity_with_an_id_of_its_own(dossier):
    entities = [json.loads(line) for line in dossier["entities.ftm.json"].splitlines()]
    assert len({entity["id"] for entity in entities}) == len(entities) > 0
    assert all(entity["schema"] and entity["properties"] for entity in entities)


def test_the_page_asks_nobody_for_anything_and_runs_nothing(dossier):
    page = dossier["dossier.html"]
    assert "<script" not in page
    assert not re.search(r"""(?:src|srcset|@import|url\()\s*[=(]?\s*["']?\s*(?:https?:)?//""", page)
    assert "empty.txt" in page


def test_adding_and_building_again_leaves_the_same_bytes(dossier, folder):
    home = dossier["home"]
    assert run("case", "add", home / "turbines", folder) == 3
    assert run("case", "build", home / "turbines") == 0
    assert run("dossier", home / "turbines", "--out", home / "again") == 0
    again = {path.name: path.read_text(encoding="utf-8") for path in (home / "again").iterdir()}
    assert again == {name: text for name, text in dossier.items() if name != "home"}


def test_a_case_built_piece_by_piece_gives_the_same_dossier(dossier, folder, tmp_path):
    assert run("case", "new", tmp_path / "turbines", "--name", "Turbines") == 0
    for name in ("service.txt", "page.html", "empty.txt", "wire.txt"):
        assert run("case", "add", tmp_path / "turbines", folder / name) == (3 if name == "empty.txt" else 0)
        assert run("case", "build", tmp_path / "turbines") == 0
    assert run("dossier", tmp_path / "turbines", "--out", tmp_path / "out") == 0
    pieces = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    assert pieces == {name: text for name, text in dossier.items() if name != "home"}


def test_the_commands_without_a_case_find_what_the_case_holds(dossier, folder, capsys):
    capsys.readouterr()
    assert run("claims", folder, "--json") == 3
    found = {json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()}
    rows = csv.DictReader(io.StringIO(dossier["claims.csv"]))
    assert {row["id"] for row in rows} == found
