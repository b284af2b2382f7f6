from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.errors import CallError
from entrepot.trade.questions.windows import Comparison, Window, read_window


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2021-03/2021-11", date(2021, 3, 1), date(2021, 11, 1)),
        ("2021", date(2021, 1, 1), date(2021, 12, 1)),
        ("2021/2022", date(2021, 1, 1), date(2022, 12, 1)),
        ("2021-05", date(2021, 5, 1), date(2021, 5, 1)),
    ],
)
def test_a_span_of_months_is_read(text, start, end):
    assert read_window(text) == Window(start=start, end=end)


@pytest.mark.parametrize("text", ["", "March 2021", "2021-13", "2022-01/2021-01", "2021-03-01", "0001", "9998/9999"])
def test_what_is_no_span_is_refused_with_a_way_out(text):
    with pytest.raises(CallError, match=r"write FROM/TO|change its ends|check its years"):
        read_window(text)


def test_two_windows_of_other_months_would_compare_seasons():
    with pytest.raises(CallError, match="season"):
        Comparison(before=read_window("2021-01/2021-03"), after=read_window("2022-03/2022-05"))


def test_the_placebo_ends_where_the_comparison_begins():
    windows = Comparison(before=read_window("2020-03/2021-02"), after=read_window("2022-03/2023-02"))
    assert str(windows.placebo().before) == "2018-03/2019-02"
    assert windows.placebo().after == windows.before


@given(st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 36))
def test_a_window_has_as_many_months_as_it_lists(year, month, length):
    last = year * 12 + month - 1 + length - 1
    window = Window(start=date(year, month, 1), end=date(last // 12, last % 12 + 1, 1))
    assert window.months == len(window.list_months()) == length
    assert read_window(str(window)) == window
