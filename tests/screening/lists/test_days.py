"""Dates as lists print them."""

from datetime import date

import pytest

from entrepot.screening.lists.days import read_births, read_day


@pytest.mark.parametrize(
    ("printed", "births"),
    [
        ("08 Aug 1958", ("1958-08-08",)),
        ("circa 1958", ("1958",)),
        ("Mar 1961", ("1961-03",)),
        ("01 Jan 1958 to 31 Dec 1960", ("1958-01-01/1960-12-31",)),
        ("1958 to 1960", ("1958/1960",)),
        ("1958-1960", ("1958/1960",)),
        ("1959/1960", ("1959/1960",)),
        ("Between Aug. and Sep. 1977", ("1977-08/1977-09",)),
        ("1954 or 1955", ("1954", "1955")),
        ("1979, 1980 or 1981", ("1979", "1980", "1981")),
        ("12.4.2011", ("2011-04-12",)),
        ("10.2.1983 (or 10.3.1983)", ("1983-02-10", "1983-03-10")),
        ("dd/mm/1958", ("1958",)),
        ("00/05/1958", ("1958-05",)),
        ("born in the early 1970s", ("1970/1979",)),
        ("1340 (Iranian Hijri calendar), 1961 (Gregorian calendar)", ("1961",)),
        ("August 8, 1958", ("1958-08-08",)),
        ("28 Sept. 1960", ("1960-09-28",)),
        ("31/02/1958", ()),
        ("24/06/1402", ()),
        ("30-35 years old", ()),
        ("Sep-99", ()),
        ("", ()),
    ],
)
def test_a_date_of_birth_is_read_in_whatever_form(printed: str, births: tuple[str, ...]) -> None:
    assert read_births(printed) == births


def test_the_order_of_day_and_month_is_said_not_guessed() -> None:
    assert read_day("03/04/2025", "mdy") == date(2025, 3, 4)
    assert read_day("03/04/2025") == date(2025, 4, 3)
    assert read_day("13-Feb-2026") == date(2026, 2, 13)
    assert read_day("2025-04") is None
