"""Real lists: every row is a party or is reported, and what is reported is trouble in the list."""

import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from entrepot.errors import InputError
from entrepot.screening.lists import read_list
from tests.screening.lists.support import SHARED, codes_of, names_of, needs_shared, numbers_of, party_of

pytestmark = [pytest.mark.shared, needs_shared]
LISTS = SHARED / "lists"

EXPECTED = [
    ("ofac_sdn_names_2025-11-26.jsonl", "ofac_sdn_names_2025-11-26", date(2025, 11, 26), 17815, 41859, {}),
    (
        "ofac_sdn_2024-05-03.csv",
        "us-ofac-sdn",
        date(2024, 5, 3),
        14965,
        18631,
        {"sibling_missing": 3, "country_unknown": 5},
    ),
    ("ofac_cons_prim_2025-12.csv", "us-ofac-nonsdn", None, 442, 1585, {}),
    ("ofac_consolidated_nonSDN_2025-03-28.xml", "us-ofac-nonsdn", date(2025, 3, 28), 443, 1578, {}),
    (
        "csl_us_consolidated_2022-04.csv.gz",
        "us-csl",
        None,
        14160,
        34079,
        {"date_unclear": 2, "country_unknown": 1, "id_repeated": 1},
    ),
    (
        "un_consolidated_2025-04-19.xml",
        "un-sc",
        date(2025, 4, 19),
        877,
        4032,
        {"country_unknown": 1, "date_unclear": 2},
    ),
    (
        "un_consolidated_2026-02-27.xml",
        "un-sc",
        date(2026, 2, 27),
        1003,
        4246,
        {"country_unknown": 1, "date_unclear": 2},
    ),
    ("ca_sema_2025.xml", "ca-sema", None, 4759, 8522, {"name_unsplit": 10, "date_unclear": 1}),
    (
        "ofac_sdn_first_last_seen_2021-08_2024-05.csv",
        "us-ofac-sdn-history",
        date(2024, 5, 3),
        15892,
        15892,
        {},
    ),
]


@pytest.mark.parametrize(
    ("file", "name", "published", "rows", "names", "issues"), EXPECTED, ids=lambda value: str(value)[:30]
)
def test_every_row_of_a_real_list_is_a_party_and_only_real_trouble_is_reported(
    file: str, name: str, published: date | None, rows: int, names: int, issues: dict[str, int]
) -> None:
    found = read_list(LISTS / file)
    assert (found.version.list, found.version.published, found.version.rows) == (name, published, rows)
    assert len(found.parties) == rows
    assert len({party.id for party in found.parties}) == rows
    assert sum(len(party.names) for party in found.parties) == names
    assert codes_of(found) == issues
    assert {party.list for party in found.parties} == {name}


def test_the_two_versions_of_the_un_list_differ_by_the_published_numbers() -> None:
    old, new = (
        {party.id for party in read_list(LISTS / f"un_consolidated_{day}.xml").parties}
        for day in ("2025-04-19", "2026-02-27")
    )
    assert (len(new - old), len(old - new)) == (136, 10)


def test_un_names_in_their_original_script_are_names() -> None:
    found = read_list(LISTS / "un_consolidated_2026-02-27.xml")
    names = [name for party in found.parties for name in party.names if name.kind == "original script"]
    scripts = Counter(name.script for name in names)
    assert sum(scripts.values()) == 377, "378 in the file; one of them repeats the name in Latin letters"
    assert scripts["arabic"] > 300


def test_weak_aliases_stay_apart_in_the_un_list_and_in_ofac_xml() -> None:
    un = read_list(LISTS / "un_consolidated_2026-02-27.xml")
    assert sum(name.kind == "Low" and name.strength != "weak" for party in un.parties for name in party.names) == 0
    ofac = read_list(LISTS / "ofac_consolidated_nonSDN_2025-03-28.xml")
    assert sum(name.strength == "weak" for party in ofac.parties for name in party.names) >= 70


def test_csv_and_xml_of_the_same_ofac_list_tell_the_same_of_a_party() -> None:
    csv_list = {party.id: party for party in read_list(LISTS / "ofac_cons_prim_2025-12.csv").parties}
    xml_list = {party.id: party for party in read_list(LISTS / "ofac_consolidated_nonSDN_2025-03-28.xml").parties}
    both = csv_list.keys() & xml_list.keys()
    assert len(both) > 400
    same = sum(set(names_of(csv_list[key])) == set(names_of(xml_list[key])) for key in both)
    numbers = sum(set(numbers_of(csv_list[key])) == set(numbers_of(xml_list[key])) for key in both)
    births = sum(set(csv_list[key].births) == set(xml_list[key].births) for key in both)
    assert same / len(both) > 0.95
    assert numbers / len(both) > 0.95
    assert births == len(both)


def test_remarks_that_run_over_are_joined_without_a_seam() -> None:
    party = party_of(read_list(LISTS / "ofac_cons_prim_2025-12.csv"), "17014")
    assert ("registration", "1027700342890", "RU") in numbers_of(party)
    assert ("RUSAG", "weak") in names_of(party)


def test_most_statements_in_ofac_remarks_become_fields() -> None:
    found = read_list(LISTS / "ofac_sdn_2024-05-03.csv")
    kinds = Counter(one.kind for party in found.parties for one in party.identifiers)
    assert kinds["imo"] >= 840
    assert kinds["mmsi"] == 154
    assert kinds["tail_number"] >= 150
    people = [party for party in found.parties if party.kind == "person"]
    assert sum(bool(party.births) for party in people) / len(people) > 0.9
    dated = sum("DOB" in party.remarks for party in people)
    assert sum(bool(party.births) for party in people) == dated


def test_the_entity_list_keeps_its_terms_and_citation() -> None:
    found = read_list(LISTS / "csl_us_consolidated_2022-04.csv.gz")
    entity_list = [
        act
        for party in found.parties
        for act in party.designations
        if act.authority.startswith("Entity List")
    ]  # fmt: skip
    assert len(entity_list) == 2001
    assert sum(bool(act.citation) for act in entity_list) == 1973
    assert sum("licence requirement" in dict(act.terms) for act in entity_list) == 2000
    assert len({act.authority for party in found.parties for act in party.designations}) == 13


def test_an_entry_still_in_the_newest_version_has_no_last_day() -> None:
    found = read_list(LISTS / "ofac_sdn_first_last_seen_2021-08_2024-05.csv")
    still = [party for party in found.parties if party.seen and party.seen[1] is None]
    assert len(still) == 14965
    assert all(party.seen for party in found.parties)


def test_the_main_file_under_its_official_name_finds_the_files_beside_it(tmp_path: Path) -> None:
    for source, target in (
        ("ofac_sdn_2024-05-03.csv", "SDN.CSV"),
        ("ofac_alt_2025-12.csv", "ALT.CSV"),
        ("ofac_add_2025-12.csv", "ADD.CSV"),
        ("ofac_sdn_comments_2025-12.csv", "SDN_COMMENTS.CSV"),
    ):
        shutil.copyfile(LISTS / source, tmp_path / target)
    found = read_list(tmp_path / "SDN.CSV")
    assert found.version.list == "us-ofac-sdn"
    assert len(found.parties) == 14965
    assert "sibling_missing" not in codes_of(found)
    assert codes_of(found)["row_orphaned"] == 3
    assert sum(len(party.addresses) for party in found.parties) > 15000


@pytest.mark.parametrize("file", ["ofac_alt_2025-12.csv", "ofac_add_2025-12.csv"])
def test_a_file_that_stands_beside_the_list_is_not_read_as_the_list(file: str) -> None:
    with pytest.raises(InputError, match="beside"):
        read_list(LISTS / file)


def test_a_table_of_counts_is_no_list() -> None:
    with pytest.raises(InputError, match="column of names"):
        read_list(LISTS / "ofac_sdn_daily_changes_2021-08_2024-05.csv")


def test_the_list_that_the_alias_split_writes_is_read(tmp_path: Path) -> None:
    script = SHARED / "names" / "make_alias_split.py"
    call = [sys.executable, "-B", str(script), "--count", "20", "--out", str(tmp_path)]
    subprocess.run(call, capture_output=True, check=True)
    found = read_list(tmp_path / "index.jsonl")
    # Twenty names are held out; five more stand twice in their entry, which the script writes once.
    assert (len(found.parties), sum(len(party.names) for party in found.parties)) == (17815, 41859 - 20 - 5)
    assert {party.kind for party in found.parties} == {"person", "organisation", "vessel", "aircraft", "unknown"}
    assert codes_of(found) == {}


EU_MAPPING = """
[list]
name = "eu-acts"
[columns]
id = ["celex", "annex", "recordId"]
name = "name"
alias = "alias"
weak_alias = "weakAlias"
previous_name = "previousName"
kind = "schema"
programme = "programKey"
citation = "celex"
listed_on = "startDate"
country = ["country", "nationality", "jurisdiction", "flag"]
birth = "birthDate"
birth_place = "birthPlace"
address = "address"
passport = "passportNumber"
registration = ["registrationNumber", "ogrnCode"]
tax = ["taxNumber", "innCode"]
imo = "imoNumber"
remarks = ["reason", "notes"]
[terms]
measure = "measure"
[constants]
authority = "Council of the European Union"
[separators]
alias = ";"
weak_alias = ";"
previous_name = ";"
country = ";"
birth = ";"
birth_place = ";"
passport = ";"
registration = ";"
tax = ";"
[kinds]
Asset = "unknown"
"""
EU_ROWS = {
    "32006R0765": 408,
    "32011R0359": 321,
    "32012R0267": 339,
    "32014R0269": 2802,
    "32014R0833": 1746,
    "32023R1529": 49,
}


@pytest.mark.parametrize(("act", "rows"), EU_ROWS.items())
def test_a_mapping_reads_the_annexes_of_a_regulation(act: str, rows: int, tmp_path: Path) -> None:
    mapping = tmp_path / "eu.toml"
    mapping.write_text(EU_MAPPING, encoding="utf-8")
    found = read_list(LISTS / "eu_journal" / f"{act}.csv", mapping=mapping)
    assert found.version.list == "eu-acts"
    assert len(found.parties) == rows == found.version.rows
    dated = sum(any(one.listed_on for one in party.designations) for party in found.parties)
    assert dated / rows > 0.9
    assert sum(issue.code != "id_repeated" for issue in found.issues) / rows < 0.01


def test_a_mapping_reads_a_table_without_a_header(tmp_path: Path) -> None:
    mapping = tmp_path / "sdn.toml"
    mapping.write_text(
        '[file]\nheader = false\nempty = ["-0-"]\n[columns]\nid = "1"\nname = "2"\nkind = "3"\nprogramme = "4"\n'
        'remarks = "12"\n[names]\nfamily_name_first = true\n[rows]\nignore_columns = ["5", "6", "7"]\n',
        encoding="utf-8",
    )
    found = read_list(LISTS / "ofac_sdn_2024-05-03.csv", mapping=mapping)
    assert len(found.parties) == 14965
    assert found.parties[0].id == "36"
    assert found.parties[0].designations[0].programme == "CUBA"
    assert not any("," in party.names[0].text and party.kind == "person" for party in found.parties[:500])
