"""JSON Lines of names."""

import json
import time

import pytest

from entrepot.screening.lists import parse_list
from tests.screening.lists.support import codes_of, names_of


def read(*rows: dict[str, object]):  # type: ignore[no-untyped-def]
    return parse_list("\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode(), "some_names.jsonl")


def test_the_primary_name_comes_first_wherever_it_stands() -> None:
    found = read(
        {
            "entity_id": 7,
            "names": [
                {"full_name": "MYRNOW Pawel", "is_primary": False, "type_id": "1401"},
                {"full_name": "MIRNOV Pavel", "is_primary": True, "type_id": "1403"},
            ],
        }
    )
    assert names_of(found.parties[0]) == [("MIRNOV Pavel", "primary"), ("MYRNOW Pawel", "strong")]
    assert found.parties[0].names[1].kind == "fka"
    assert (found.parties[0].id, found.version.list) == ("7", "some_names")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("individual", "person"), ("entity", "organisation"), ("vessel", "vessel"), ("unknown", "unknown")],
)
def test_plain_names_with_a_type(word: str, kind: str) -> None:
    found = read({"entity_id": "1", "type": word, "names": ["Sea  Heron", "Морская Цапля"]})
    assert found.parties[0].kind == kind
    assert names_of(found.parties[0]) == [("Sea Heron", "primary"), ("Морская Цапля", "strong")]
    assert [name.script for name in found.parties[0].names] == ["latin", "cyrillic"]


def test_name_and_aliases_are_read_too() -> None:
    found = read({"id": "1", "name": "Nordhavn", "aliases": ["NH", "North Haven"]})
    assert [name.text for name in found.parties[0].names] == ["Nordhavn", "NH", "North Haven"]


def test_unknown_fields_and_entries_without_names_are_reported() -> None:
    found = read(
        {"id": "1", "name": "Nordhavn", "colour": "red"}, {"id": "2", "name": ""}, {"id": "1", "name": "Other"}
    )
    assert codes_of(found) == {"field_unknown": 1, "name_missing": 1, "id_repeated": 1}
    assert [party.id for party in found.parties] == ["1", "1#2"]
    assert found.parties[0].attributes == (("colour", "red"),)


def test_twenty_thousand_entries_are_read_in_a_moment() -> None:
    names = [{"full_name": f"NAME {n}", "is_primary": n == 0, "type_id": "1400"} for n in range(2)]
    raw = "\n".join(json.dumps({"entity_id": number, "names": names}) for number in range(20_000)).encode()
    begun = time.process_time()
    found = parse_list(raw, "names.jsonl")
    assert len(found.parties) == 20_000
    assert time.process_time() - begun < 2
