import pytest
from lxml import etree

from entrepot.dossier.charts import draw_overview, draw_row, place_in_year
from entrepot.model.interval import Interval


def test_a_day_lies_in_its_year_where_the_calendar_puts_it() -> None:
    assert place_in_year("2025-01-01", "2025") == 0
    assert place_in_year("2025-12-31", "2025", after=True) == 1
    assert place_in_year("2024-07-01", "2024") == pytest.approx(182 / 366)


def test_days_of_other_years_are_cut_off_at_the_edge() -> None:
    assert place_in_year("2024-12-31", "2025") == 0
    assert place_in_year("2026-01-01", "2025", after=True) == 1


def test_a_day_that_does_not_exist_breaks_nothing() -> None:
    assert place_in_year("2025-02-30", "2025") == 0


def bars(interval: Interval) -> list[float]:
    drawn = etree.fromstring(draw_row((interval,), (), "2025").text)
    return [float(bar.get("width")) for bar in drawn.findall("rect")]


def test_a_bar_is_as_long_as_the_date_is_uncertain() -> None:
    day = Interval(start="2025-08-20", end="2025-08-20", granularity="day")
    month = Interval(start="2025-08-01", end="2025-08-31", granularity="month")
    year = Interval(start="2025-01-01", end="2025-12-31", granularity="year")
    assert bars(day) < bars(month) < bars(year)
    assert bars(year) == [120.0]


def test_an_open_end_is_an_arrow() -> None:
    since = draw_row((Interval(start="2025-03-01", end=None, granularity="range"),), (), "2025").text
    until = draw_row((Interval(start=None, end="2025-03-01", granularity="range"),), (), "2025").text
    closed = draw_row((Interval(start="2025-03-01", end="2025-03-01", granularity="day"),), (), "2025").text
    assert since.count("arrow") == until.count("arrow") == 1
    assert "arrow" not in closed


def test_the_overview_leaves_out_years_in_which_nothing_is_dated() -> None:
    intervals = [
        Interval(start="2004-01-01", end="2004-12-31", granularity="year"),
        Interval(start="2025-08-20", end="2025-08-20", granularity="day"),
    ]
    drawn = etree.fromstring(draw_overview(intervals, ["2025-09-01"]).text)
    assert [label.text for label in drawn.iter("text")] == ["2004", "2025"]
    assert len(drawn.xpath("//line[@class='published']")) == 1


def test_the_overview_says_in_words_what_it_shows() -> None:
    drawn = draw_overview([Interval(start="2004-01-01", end=None, granularity="range")], []).text
    assert 'role="img"' in drawn and "1 dated events" not in drawn and "1 dated event and" in drawn


def test_very_many_events_do_not_make_a_chart_without_end() -> None:
    intervals = [Interval(start="2025-01-01", end="2025-12-31", granularity="year")] * 500
    drawn = etree.fromstring(draw_overview(intervals, []).text)
    height = float(drawn.find("div/svg").get("viewBox").split()[3])
    assert height < 400


def test_reports_are_ticks_below_and_arrows_where_they_lie_in_another_year() -> None:
    day = Interval(start="2025-12-31", end="2025-12-31", granularity="day")
    html = draw_row((day,), ("2024-05-01", "2025-12-31", "2026-01-02", "2026-02-02"), "2025").text
    assert html.count('class="published"') == 1 and html.count("arrow-later") == 2


def test_every_date_has_a_bar_of_its_own() -> None:
    days = tuple(Interval(start=day, end=day, granularity="day") for day in ("2025-03-01", "2025-03-02"))
    drawn = etree.fromstring(draw_row(days, (), "2025").text)
    assert len({bar.get("y") for bar in drawn.findall("rect")}) == 2
