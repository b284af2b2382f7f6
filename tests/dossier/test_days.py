import pytest

from entrepot.dossier.days import phrase_day, phrase_interval, read_interval
from entrepot.model.interval import Granularity, Interval


@pytest.mark.parametrize(
    ("start", "end", "granularity", "words"),
    [
        ("2025-08-20", "2025-08-20", "day", "20 August 2025"),
        ("2025-08-01", "2025-08-31", "month", "August 2025"),
        ("2025-08-01", "2025-08-31", "range", "1 to 31 August 2025"),
        ("2023-01-01", "2023-12-31", "year", "2023"),
        ("2023-01-01", "2023-12-31", "range", "1 January to 31 December 2023"),
        ("2022-12-05", "2023-01-08", "range", "5 December 2022 to 8 January 2023"),
        ("2022-02-24", None, "range", "since 24 February 2022"),
        (None, "2025-03-31", "range", "until 31 March 2025"),
        (None, None, "range", "no date"),
    ],
)
def test_an_interval_is_put_as_closely_as_the_report_dates_it_and_no_closer(
    start: str | None, end: str | None, granularity: Granularity, words: str
) -> None:
    assert phrase_interval(Interval(start=start, end=end, granularity=granularity)) == words


@pytest.mark.parametrize("day", ["", "2025", "2025-13-01", "not-a-day", "2025-08"])
def test_what_is_no_day_stands_as_it_is(day: str) -> None:
    assert phrase_day(day) == day


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("2025-08-20", "20 August 2025"),
        ("2025-08-01/2025-08-31", "August 2025"),
        ("2025-01-01/2025-12-31", "2025"),
        ("2025-08-01/", "since 1 August 2025"),
        ("/2025-08-31", "until 31 August 2025"),
    ],
)
def test_days_printed_in_iso_form_are_read_back(printed: str, words: str) -> None:
    interval = read_interval(printed)
    assert interval is not None and phrase_interval(interval) == words


@pytest.mark.parametrize("printed", ["", "/", "118 consignments", "2025-08", "2025-08-20 to 2025-08-21"])
def test_what_is_no_day_is_no_interval(printed: str) -> None:
    assert read_interval(printed) is None
