import pytest
from replications.published import Published, Replicated, find_missing, read_published

from tests.trade.samples import needs_shared


def figure(value: str, unit: str = "%") -> Published:
    return Published(id="a", study="s", figure="f", value=value, unit=unit, printed="")


@pytest.mark.parametrize(
    ("value", "computed", "holds"),
    [
        ("94.59", 94.5943, True),
        ("94.59", 94.5951, False),
        ("118", 118.0, True),
        ("118", 118.6, False),
        ("-71.57", -71.5704, True),
        ("0.16", 0.1649, True),
        ("25781676776", 25781676776.4, True),
        ("25781676776", 25781676778.0, False),
    ],
)
def test_a_figure_holds_within_half_a_unit_of_its_last_decimal(value: str, computed: float, holds: bool) -> None:
    assert Replicated(published=figure(value), computed=computed).holds is holds


def test_a_verdict_holds_where_it_is_one_of_those_that_are_right() -> None:
    right = figure("does_not_support or cannot_tell, never supports", "verdict")
    assert Replicated(published=right, computed="cannot_tell").holds
    assert not Replicated(published=right, computed="supports").holds


def test_a_figure_that_is_not_a_number_is_no_agreement() -> None:
    assert not Replicated(published=figure("1.0"), computed=float("nan")).holds
    assert not Replicated(published=figure("1.0"), computed="does_not_support").holds


def test_figures_that_nothing_was_computed_for_are_named() -> None:
    assert find_missing([figure("1")], ["b"]) == ["a"]


@needs_shared
@pytest.mark.shared
def test_every_published_figure_has_an_id_of_its_own_and_a_value_that_can_be_read() -> None:
    published = read_published()
    assert len({one.id for one in published}) == len(published) == 104
    assert all(one.number is not None or one.verdicts for one in published)
