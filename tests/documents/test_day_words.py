"""Days written out are read as the calendar has them."""

import pytest

from entrepot.documents.day_words import find_days, iranian_to_iso_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20 August 2025", "2025-08-20"),
        ("Aug. 20, 2025", "2025-08-20"),
        ("09.Jan.2026", "2026-01-09"),
        ("1st of May 2024", "2024-05-01"),
        ("31.12.2023", "2023-12-31"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("2 Shahrivar 1404", "2025-08-24"),
    ],
)
def test_a_full_date_is_a_day(text: str, day: str) -> None:
    assert [found.start for found in find_days(text)] == [day]


@pytest.mark.parametrize("text", ["31 February 2024", "03/04/2024", "Room 12 May", "1.2.3.2024", "99.99.2024"])
def test_what_is_no_sure_day_is_none(text: str) -> None:
    assert [found for found in find_days(text) if found.granularity == "day"] == []


@pytest.mark.parametrize(
    ("year", "month", "day", "iso"),
    [
        (1357, 11, 22, "1979-02-11"),
        (1399, 12, 30, "2021-03-20"),
        (1400, 1, 1, "2021-03-21"),
        (1403, 12, 30, "2025-03-20"),
        (1404, 7, 1, "2025-09-23"),
    ],
)
def test_iranian_dates_are_converted(year: int, month: int, day: int, iso: str) -> None:
    assert iranian_to_iso_day(year, month, day) == iso
