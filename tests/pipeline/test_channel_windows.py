from datetime import date

import pytest

from entrepot.errors import CallError
from entrepot.model.interval import Interval
from entrepot.pipeline.channel_windows import Span, choose_windows, read_windows
from tests.channels.builders import make_cars

WHOLE = Span(first=date(2017, 1, 1), last=date(2023, 10, 1))


def chosen(start=None, end=None, measure=None, span=WHOLE):
    period = Interval(start=start, end=end, granularity="range") if start or end else None
    found = choose_windows(make_cars(period=period), date.fromisoformat(measure) if measure else None, span)
    return (str(found.comparison.before), str(found.comparison.after)) if found.comparison else found.reason


def test_the_second_window_is_the_period_and_the_first_the_same_months_before_the_measure():
    assert chosen("2022-03-01", "2022-11-30", "2022-02-25") == ("2021-03/2021-11", "2022-03/2022-11")
    assert chosen("2022-03-01", "2022-11-30", "2021-06-24") == ("2020-03/2020-11", "2022-03/2022-11")


def test_a_period_over_a_year_long_is_moved_back_until_the_windows_are_apart():
    assert chosen("2021-03-01", "2022-11-30") == ("2019-03/2020-11", "2021-03/2022-11")


def test_without_a_period_it_is_the_year_after_the_measure():
    assert chosen(measure="2022-02-25") == ("2020-03/2021-02", "2022-03/2023-02")


def test_a_period_that_begins_within_a_month_starts_with_the_next():
    assert chosen("2022-03-15", "2022-12-31")[1] == "2022-04/2022-12"
    assert chosen("2022-12-15", "2023-05-31")[1] == "2023-01/2023-05"


def test_windows_end_where_the_records_do():
    assert chosen("2023-03-01", "2024-02-28")[1] == "2023-03/2023-10"
    assert "fewer than 3 months" in chosen("2023-09-01", "2024-02-28")


def test_without_any_date_the_user_is_asked_for_windows():
    assert "give --before and --after" in chosen()


def test_annual_records_take_whole_years():
    annual = Span(first=date(2018, 1, 1), last=date(2023, 1, 1), is_annual=True)
    assert chosen("2021-06-01", "2023-11-30", span=annual) == ("2021-01/2021-12", "2022-01/2022-12")
    assert "give --before and --after as years" in chosen("2022-03-01", "2023-11-30", span=annual)


def test_the_users_windows_must_hold_the_same_months():
    assert str(read_windows("2021", "2022").comparison.after) == "2022-01/2022-12"
    with pytest.raises(CallError, match="same calendar months"):
        read_windows("2021-03/2021-11", "2022-01/2022-11")
