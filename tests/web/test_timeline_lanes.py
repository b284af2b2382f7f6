"""Windows of months as findings name them."""

import pytest

from entrepot.web.timeline_lanes import read_window


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-03/2021-11", "2021-03-01", "2021-11-30"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021/2022", "2021-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
    ],
)
def test_a_window_holds_its_months_whole(text: str, first: str, last: str) -> None:
    found = read_window(text)
    assert found is not None
    assert [day.isoformat() for day in found] == [first, last]


@pytest.mark.parametrize(
    "text", ["", "84719", "IR", "2021-13", "0000", "2022/2021", "2021-03-01", "HS 2021", "2021-03/"]
)
def test_other_words_are_no_window(text: str) -> None:
    assert read_window(text) is None
