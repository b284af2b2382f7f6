"""Reference tables: every table is checked because it is there."""

import re

import pytest

from entrepot.errors import CallError
from entrepot.reference.tables import list_tables, load_table, split_cell

_DAY_COLUMNS = re.compile(
    r"^(start|end|since|.*_since|first_seen|last_seen|verified_in_office_until|open_as_of|.*_date)$"
)
_ISO_DAY = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")


@pytest.mark.parametrize("name", list_tables())
def test_a_table_is_what_its_card_says(name: str) -> None:
    table = load_table(name)
    assert tuple(table.card.columns) == table.columns
    assert table.card.key == table.columns[0]
    assert all(table.card.columns.values())
    assert all((table.card.title, table.card.producer, table.card.citation, table.card.licence, table.card.compiled_on))
    assert table.rows


@pytest.mark.parametrize("name", list_tables())
def test_keys_are_unique_and_sorted_as_text(name: str) -> None:
    table = load_table(name)
    keys = [row[table.card.key] for row in table.rows]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", list_tables())
def test_every_row_names_a_source_and_how_it_was_checked(name: str) -> None:
    for row in load_table(name).rows:
        assert row["source"].strip(), row
        assert row["checked"] in {"read", "established"}, row
        assert None not in row.values()


@pytest.mark.parametrize("name", list_tables())
def test_days_are_iso_8601(name: str) -> None:
    for row in load_table(name).rows:
        for column, value in row.items():
            if _DAY_COLUMNS.match(column):
                assert all(_ISO_DAY.match(day) for day in split_cell(value)), (name, column, value)


def test_a_table_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(CallError, match="leaders"):
        load_table("no_such_table")


def test_a_row_is_found_by_its_key_and_cannot_be_changed() -> None:
    row = load_table("country_codes").find_row("IR")
    assert row is not None
    assert row["m49"] == "364"
    with pytest.raises(TypeError):
        row["m49"] = "0"  # type: ignore[index]
    assert load_table("country_codes").find_row("ZZ") is None


def test_cells_with_several_values_are_split() -> None:
    assert split_cell("a; b;;c") == ("a", "b", "c")
    assert split_cell("") == ()
