import pytest

from entrepot.dossier.ftm_entity import entity_id, make_entity, shared_date


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        ("2025-08-20", "2025-08-20", "2025-08-20"),
        ("2025-08-01", "2025-08-31", "2025-08"),
        ("2025-08-20", "2025-09-02", "2025"),
        ("2025-12-30", "2026-01-02", ""),
    ],
)
def test_a_stretch_of_days_is_written_as_the_part_of_the_date_it_shares(start: str, end: str, date: str) -> None:
    assert shared_date(start, end) == date


def test_values_stand_once_and_empty_ones_not_at_all() -> None:
    made = make_entity("Event", "1", {"name": ["a", "a", None, " ", "b"], "summary": [None, ""]})
    assert made == {"id": "1", "schema": "Event", "properties": {"name": ["a", "b"]}}


def test_what_no_file_can_hold_is_replaced() -> None:
    assert make_entity("Event", "1", {"name": ["a\0b\ud800"]})["properties"]["name"] == ["ab\ufffd"]


def test_identifiers_tell_apart_where_one_part_ends_and_the_next_begins() -> None:
    assert entity_id("a", "bc") != entity_id("ab", "c")
    assert len(entity_id("\ud800")) == 40
