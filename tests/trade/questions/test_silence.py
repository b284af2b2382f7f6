"""Not reported is neither zero nor withheld."""

from datetime import date

from entrepot.trade.questions.silence import few_names, period_words, silent_in, unpublished_pairs
from entrepot.trade.questions.windows import Comparison, read_window

WINDOWS = Comparison(before=read_window("2021-03/2021-05"), after=read_window("2022-03/2022-05"))
ALL = frozenset([*WINDOWS.before.list_months(), *WINDOWS.after.list_months()])


def test_a_month_that_none_published_is_left_out_of_both_windows():
    published = {"AM": ALL - {date(2022, 4, 1)}, "GE": ALL - {date(2022, 4, 1), date(2021, 3, 1)}}
    gone = unpublished_pairs(WINDOWS, published, ("AM", "GE"), "M")
    assert gone == {date(2021, 4, 1), date(2022, 4, 1)}
    assert silent_in(WINDOWS, published, ("AM", "GE"), "M", gone) == ("GE",)


def test_who_has_no_record_at_all_is_silent():
    assert silent_in(WINDOWS, {"AM": ALL}, ("AM", "MT"), "M") == ("MT",)


def test_periods_are_told_in_runs():
    months = read_window("2021-11/2022-02").list_months()
    assert period_words([*months, date(2022, 6, 1)]) == "2021-11 to 2022-02, 2022-06"
    assert period_words([date(2020, 1, 1), date(2021, 1, 1)], "A") == "2020 to 2021"


def test_five_territories_are_named_and_the_others_counted():
    assert few_names(("AM", "DE", "FR", "PL", "IT", "ES", "SE")) == "Armenia, Germany, France, Poland, Italy and 2 more"
    assert few_names((), "all reporters") == "all reporters"
