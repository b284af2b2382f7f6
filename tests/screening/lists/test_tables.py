"""Tables of any shape: by their header, by a mapping, or as plain lines."""

from datetime import date
from pathlib import Path

import pytest

from entrepot.errors import CallError, InputError
from entrepot.model.listing import PartyList
from entrepot.screening.lists import parse_list, read_list
from tests.screening.lists.support import codes_of, names_of, numbers_of


def read(text: str, mapping: str = "", folder: Path | None = None, name: str = "my_list.csv") -> PartyList:
    if not mapping:
        return parse_list(text.encode(), name)
    assert folder is not None
    (folder / "map.toml").write_text(mapping, encoding="utf-8")
    return parse_list(text.encode(), name, mapping=folder / "map.toml")


def test_a_table_with_the_usual_headings_needs_no_mapping() -> None:
    found = read(
        "id,name,aliases,type,country,dob,program,listed_on,imo,remarks,colour\n"
        "7,Sea Heron,Sea Gull; Heron,vessel,Iran,,SHIPS,2024-10-17,IMO 9187629,old,red\n"
        "8,Pavel Mirnov,,person,Russia;Cyprus,08 Aug 1958,PEOPLE,09/03/2022,,,\n"
    )
    ship, person = found.parties
    assert (ship.id, ship.kind, ship.countries) == ("7", "vessel", ("IR",))
    assert names_of(ship) == [("Sea Heron", "primary"), ("Sea Gull", "strong"), ("Heron", "strong")]
    assert numbers_of(ship) == [("imo", "9187629", "")]
    assert ship.designations[0].listed_on == date(2024, 10, 17)
    assert ship.attributes == (("colour", "red"),)
    assert (person.births, person.countries, person.first_listed_on) == (
        ("1958-08-08",),
        ("RU", "CY"),
        date(2022, 3, 9),
    )
    assert found.version.list == "my_list"


def test_bars_may_part_aliases_and_semicolons_columns() -> None:
    found = read("name;aliases\nNordhavn;North Haven|NH\n")
    assert [name.text for name in found.parties[0].names] == ["Nordhavn", "North Haven", "NH"]


def test_first_and_last_name_in_two_columns_are_one_name() -> None:
    assert read("first_name,last_name\nPavel,MIRNOV\n").parties[0].names[0].text == "Pavel MIRNOV"


def test_a_row_with_too_few_cells_is_reported_and_no_other_is_moved() -> None:
    found = read("id,name,country\n1,Nordhavn,Cyprus\n2\n3,Heron,Malta\n")
    assert (found.version.rows, [party.id for party in found.parties]) == (3, ["1", "3"])
    assert codes_of(found) == {"row_unreadable": 1}


def test_a_table_without_a_column_of_names_says_which_columns_it_has() -> None:
    with pytest.raises(InputError, match="colour, weight, made"):
        read("colour,weight,made\nred,2,2004-01-01\n")


def test_a_plain_file_has_a_name_a_line() -> None:
    found = read("# my own\nNordhavn Trading LLC\nMIRNOV, Pavel\n\n", name="watch_2025-03-01.txt")
    assert [party.names[0].text for party in found.parties] == ["Nordhavn Trading LLC", "MIRNOV, Pavel"]
    assert [party.id for party in found.parties] == ["2", "3"]
    assert (found.version.list, found.version.published) == ("watch_2025-03-01", date(2025, 3, 1))


def test_a_table_without_a_header_is_not_read_as_plain_lines() -> None:
    with pytest.raises(InputError, match="header = false"):
        read("1,Nordhavn,Cyprus\n2,Heron,Malta\n")


MAPPING = """
[list]
name = "port-list"
title = "List of the port"
[file]
delimiter = ";"
encoding = "latin-1"
skip_lines = 1
empty = ["n/a"]
date_formats = ["%d %b %y"]
[columns]
id = "No"
name = ["Given", "Family"]
alias = "Other"
kind = "What"
country = "Land"
listed_on = "Since"
programme = "Why"
[constants]
authority = "Port Office"
[separators]
alias = "/"
[terms]
measure = "How"
[kinds]
boat = "vessel"
[names]
strength_column = "Sort"
primary = ["main"]
weak = ["nick"]
[rows]
group_by_id = true
ignore_columns = ["Junk"]
[[filters]]
column = "How"
drop = ["lifted"]
"""
TABLE = """Printed by the port
No;Given;Family;Other;What;Land;Since;Why;How;Sort;Junk
1;José;PEÑA;Pepe A/Pepe B;person;Spain;17 Oct 24;X;freeze;main;?
1;Pepito;;;person;n/a;;X;freeze;nick;?
2;Sea;Heron;;boat;Malta;17 Oct 24;Y;freeze;main;?
3;Gone;Away;;person;Malta;;Y;lifted;main;?
"""


def test_a_mapping_says_all_that_a_table_does_not(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "port.csv").write_bytes(TABLE.encode("latin-1"))
    found = read_list(tmp_path / "port.csv", mapping=tmp_path / "map.toml")
    person, ship = found.parties
    assert names_of(person) == [
        ("José PEÑA", "primary"),
        ("Pepe A", "strong"),
        ("Pepe B", "strong"),
        ("Pepito", "weak"),
    ]
    assert (person.countries, person.attributes, ship.kind) == (("ES",), (), "vessel")
    act = person.designations[0]
    assert (act.authority, act.listed_on, act.terms) == ("Port Office", date(2024, 10, 17), (("measure", "freeze"),))
    assert (found.version.list, found.version.title, found.version.rows) == ("port-list", "List of the port", 4)
    assert codes_of(found) == {"rows_left_out": 1}


def test_the_name_that_the_user_gives_wins(tmp_path: Path) -> None:
    (tmp_path / "port.csv").write_text("name\nNordhavn\n", encoding="utf-8")
    found = read_list(tmp_path / "port.csv", name="mine", published=date(2026, 1, 1))
    assert (found.version.list, found.version.published, found.parties[0].list) == ("mine", date(2026, 1, 1), "mine")


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ("[columns]\nid = 'x'\n", "column holds the name"),
        ("[columns]\nname = 'x'\ncolour = 'y'\n", "unknown field in .columns.: colour"),
        ("[colums]\nname = 'x'\n", "unknown section: colums"),
        ("[columns\n", "not valid TOML"),
        ("[columns]\nname = 'x'\n[kinds]\na = 'robot'\n", "no kind of party"),
        ("[columns]\nname = 'x'\n[file]\nencoding = 'utf-99'\n", "does not exist"),
        ("[columns]\nname = 'x'\n[[filters]]\ncolumn = 'x'\n", "either the values to keep"),
    ],
)
def test_a_wrong_mapping_is_refused_with_what_is_wrong(mapping: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(CallError, match=message):
        read("x\n1\n", mapping, tmp_path)


def test_a_mapping_for_another_file_names_the_columns_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no column 'title'; it has: name, country"):
        read("name,country\nNordhavn,CY\n", '[columns]\nname = "title"\n', tmp_path)


def test_the_history_of_entries_gives_first_and_last_sight() -> None:
    found = read(
        "ent_num,name,sdn_type,program,first_seen,last_seen\n"
        '1,"MIRNOV, Pavel",individual,SDGT] [IFSR,2021-08-18,2024-05-03\n'
        "2,NORDHAVN,-0-,CUBA,2021-08-18,2022-01-01\n"
    )
    assert found.parties[0].seen == (date(2021, 8, 18), None)
    assert found.parties[0].programmes == ("SDGT", "IFSR")
    assert found.parties[1].seen == (date(2021, 8, 18), date(2022, 1, 1))
    assert found.version.published == date(2024, 5, 3)
