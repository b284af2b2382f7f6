import re

import pytest

from entrepot.trade.pictures import Band, BandPanel, Columns, draw_bands
from tests.trade.pictures.reading import SVG, description_of, of_class, read_svg

COLUMNS = Columns(origins=("EU",), vias=("Armenia", "Georgia"), destinations=("Russia",))


def panel(label: str, direct: float | None, first: float | None, second: float | None) -> BandPanel:
    bands = (("EU", "Russia", direct), ("EU", "Armenia", first), ("Armenia", "Russia", second))
    return BandPanel(label=label, bands=tuple(Band(source=s, target=t, value=v) for s, t, v in bands))


def height(path: str) -> float:
    """The width of a band at its source: from its first point to its last."""
    numbers = [float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return numbers[-1] - numbers[1]


def test_bands_are_as_wide_as_their_values_on_one_scale_in_all_panels() -> None:
    root = read_svg(
        draw_bands([panel("2021", 400.0, 100.0, 50.0), panel("2022", 200.0, 300.0, 150.0)], COLUMNS, "EUR", "x")
    )
    direct = [height(one.get("d") or "") for one in of_class(root, "path", "band-direct")]
    first = [height(one.get("d") or "") for one in of_class(root, "path", "band-first")]
    assert direct[0] / direct[1] == pytest.approx(2, rel=0.01)
    assert first[1] / first[0] == pytest.approx(3, rel=0.01)
    assert direct[0] / first[0] == pytest.approx(4, rel=0.01)


def test_a_leg_that_was_not_reported_is_a_dotted_line_and_a_zero_is_nothing() -> None:
    root = read_svg(draw_bands([panel("2021", 0.0, 100.0, None)], COLUMNS, "EUR", "x"))
    assert len(of_class(root, "path", "unknown")) == 1
    assert of_class(root, "path", "band-direct") == []
    assert "Armenia to Russia not reported" in description_of(root)
    assert "EU to Russia 0" in description_of(root)


def test_every_band_says_its_ends_and_its_value() -> None:
    root = read_svg(draw_bands([panel("2021", 400.0, 1234567.0, 50.0)], COLUMNS, "EUR", "x"))
    titles = [one.findtext(SVG + "title") for one in root.iter(SVG + "path")]
    assert "EU to Armenia: 1,234,567" in titles


def test_flows_without_any_value_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one flow"):
        draw_bands([panel("2021", None, 0.0, None)], COLUMNS, "EUR", "x")
