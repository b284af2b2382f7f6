"""For whom persons speak, and what shows reporting of one's own."""

import pytest

from entrepot.corroboration.speakers import home_country, read_firm, read_speaker
from entrepot.corroboration.traits import read_own_papers, read_own_reporting
from tests.corroboration.builders import claim, person, report, source

TEHRAN = "TEHRAN, 24 August 2025 - Alborz News Agency\n\n"


@pytest.mark.parametrize(
    ("text", "name", "speaks_for"),
    [
        ("Foreign Ministry spokesman Farzin Golestanpur dismissed it.", "Farzin Golestanpur", "state:IR"),
        ("The Georgian customs chief Vakhtor Imnelidze denied it.", "Vakhtor Imnelidze", "state:GE"),
        ("Azamat Torubek, director of Altyn Kerege, said so.", "Azamat Torubek", "for:altyn kerege"),
        ("Altyn Kerege's director, Azamat Torubek, said so.", "Azamat Torubek", "for:altyn kerege"),
        ("Ruvim Castellane walked in.", "Ruvim Castellane", ""),
    ],
)
def test_the_words_beside_a_name_say_for_whom_it_speaks(text: str, name: str, speaks_for: str) -> None:
    document = report("a", TEHRAN + text)
    assert read_speaker(document, claim(document, "meet", sources=[source(name)])) == speaks_for


def test_outlets_and_nameless_people_speak_for_nobody() -> None:
    document = report("a", TEHRAN + "Western diplomats in Kyiv told the Dnipro Courier so.")
    nameless = claim(document, "meet", sources=[source("Western diplomats in Kyiv", "unnamed")])
    assert read_speaker(document, nameless) == ""


def test_a_director_is_known_by_his_firm_and_a_minister_is_not() -> None:
    document = report("a", "Belmar chief executive Aldo Fenn and President Masoud Pezeshkian met.")
    assert read_firm(document, person("Aldo Fenn")) == "belmar"


def test_a_report_speaks_from_the_country_of_its_dateline_or_publisher() -> None:
    assert home_country(report("a", TEHRAN)) == "IR"
    assert home_country(report("a", "No dateline.", publisher="Ministry of Economy of the Kyrgyz Republic")) == "KG"
    assert home_country(report("a", "No dateline.", publisher="Tallow Institute")) == ""


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("MINSK, Aug 20 (Halden Press) - The presidents met.", "MINSK, Aug 20 (Halden Press)"),
        ("The presidents met.\n(Reporting by Petronella Varg in Minsk)", "Reporting by"),
        ("The presidents met.", ""),
        ("MINSK, Aug 20 (Reuters) - The presidents met.", ""),
    ],
)
def test_a_dateline_or_a_reporters_line_shows_own_reporting(text: str, own: str) -> None:
    assert read_own_reporting(report("a", text, publisher="Halden Press")) == own


def test_papers_seen_by_the_publisher_are_its_own_and_those_of_others_are_not() -> None:
    assert read_own_papers("Lantern Desk", "Bank slips seen by Lantern Desk show it.")
    assert read_own_papers("The Lantern Desk", "Two men told the Lantern Desk so.")
    assert not read_own_papers("Lantern Desk", "Bank slips seen by Volna show it.")
