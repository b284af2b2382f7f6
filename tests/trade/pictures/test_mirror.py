import pytest

from entrepot.trade.pictures import MirrorLabels, MirrorYear, draw_mirror
from tests.trade.pictures.reading import description_of, of_class, read_svg, texts_of

LABELS = MirrorLabels(exports="Exports (FOB)", imports="Imports (CIF)", currency="EUR", title="Smartphones")


def test_a_side_that_reported_nothing_is_said_to_and_a_zero_is_a_zero() -> None:
    years = [MirrorYear(year=2021, exports=1e6, imports=None), MirrorYear(year=2022, exports=2e6, imports=0.0)]
    root = read_svg(draw_mirror(years, LABELS, (1.03, 1.2)))
    assert len(of_class(root, "rect", "absent")) == 1
    assert texts_of(root).count("not reported") == 1
    assert "2022: EUR 2,000,000 and EUR 0." in description_of(root)


def test_the_range_of_expected_imports_stands_at_the_factors_above_the_exports() -> None:
    root = read_svg(draw_mirror([MirrorYear(year=2022, exports=100.0, imports=90.0)], LABELS, (1.1, 1.5)))
    band = of_class(root, "rect", "range-body")[-1]
    exports = of_class(root, "rect", "fill-first")[-1]
    per_unit = float(exports.get("height") or 0) / 100
    assert float(band.get("height") or 0) == pytest.approx(40 * per_unit, abs=0.02)
    assert float(band.get("y") or 0) == pytest.approx(float(exports.get("y") or 0) - 50 * per_unit, abs=0.02)


def test_years_stand_in_order_whatever_the_order_given() -> None:
    years = [MirrorYear(year=year, exports=1.0, imports=1.0) for year in (2023, 2021, 2022)]
    shown = [text for text in texts_of(read_svg(draw_mirror(years, LABELS, (1.0, 1.2)))) if text.startswith("202")]
    assert shown == ["2021", "2022", "2023"]


def test_a_picture_without_years_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one year"):
        draw_mirror([], LABELS, (1.0, 1.2))
