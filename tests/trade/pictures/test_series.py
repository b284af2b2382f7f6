from datetime import date

import pytest

from entrepot.trade.pictures import MeasureDate, MonthlySeries, SeriesPoint, draw_series
from tests.trade.pictures.reading import description_of, of_class, read_svg, texts_of


def points(*values: float | None, start: int = 1) -> tuple[SeriesPoint, ...]:
    return tuple(SeriesPoint(month=date(2022, start + at, 1), value=value) for at, value in enumerate(values))


def one(*points_: SeriesPoint, label: str = "Exports") -> MonthlySeries:
    return MonthlySeries(label=label, points=points_)


def test_a_month_that_was_not_reported_breaks_the_line_and_is_told() -> None:
    series = one(*points(1e6, 2e6), *points(3e6, 4e6, start=4))
    root = read_svg(draw_series([series], [], "EUR", "Cars"))
    assert len(of_class(root, "path", "curve", "first")) == 2
    assert "Gap: not reported, which is not zero." in texts_of(root)
    assert "1 not reported" in description_of(root)


def test_a_zero_is_drawn_on_the_axis_and_breaks_nothing() -> None:
    root = read_svg(draw_series([one(*points(1e6, 0.0, 3e6))], [], "EUR", "Cars"))
    (line,) = of_class(root, "path", "curve", "first")
    baseline = of_class(root, "line", "axis")[0].get("y1") or ""
    assert f" {baseline}L" in (line.get("d") or "")
    assert not any(text.startswith("Gap") for text in texts_of(root))


def test_a_suppressed_month_is_a_cross_and_no_zero() -> None:
    root = read_svg(draw_series([one(*points(1e6, 2e6, None, 3e6, 4e6))], [], "EUR", "Cars"))
    crosses = [path for path in of_class(root, "path", "first") if "curve" not in (path.get("class") or "")]
    assert len(crosses) == 1
    assert "×: suppressed, the value is not known." in texts_of(root)


def test_a_month_by_itself_is_a_dot() -> None:
    root = read_svg(draw_series([one(*points(1e6), *points(3e6, start=4))], [], "EUR", "Cars"))
    assert len(of_class(root, "circle", "dot")) == 2


def test_measures_inside_the_span_have_a_line_and_their_whole_name() -> None:
    measures = [
        MeasureDate(day=date(2022, 3, 15), label="EU: luxury goods"),
        MeasureDate(day=date(2022, 3, 16), label="EU: iron and steel"),
        MeasureDate(day=date(2030, 1, 1), label="later"),
    ]
    root = read_svg(draw_series([one(*points(1e6, 2e6, 3e6, 4e6))], measures, "EUR", "Cars"))
    assert len(of_class(root, "line", "measure")) == 2
    assert "1  2022-03-15 EU: luxury goods" in texts_of(root)
    assert not any("later" in text for text in texts_of(root))


def test_two_series_differ_by_more_than_their_colour() -> None:
    text = draw_series([one(*points(1e6, 2e6)), one(*points(3e6, 1e6), label="Imports")], [], "EUR", "Cars")
    root = read_svg(text)
    assert {"Exports", "Imports"} <= set(texts_of(root))
    assert ".second.curve{stroke-dasharray" in text.replace("\n", "")


def test_three_series_or_none_are_refused() -> None:
    with pytest.raises(ValueError, match="one or two"):
        draw_series([one(*points(1.0))] * 3, [], "EUR", "Cars")
    with pytest.raises(ValueError, match="one or two"):
        draw_series([], [], "EUR", "Cars")
