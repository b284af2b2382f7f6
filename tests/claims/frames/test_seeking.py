"""Seeking said with two verbs: try to buy, want to obtain."""

import pytest

from tests.claims.reports import told


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Iran is trying to buy engines from China.", "seek: seeker Iran; goods engines; supplier China"),
        ("Iran wants to use Oman to obtain engines.", "seek: seeker Iran; goods engines; via Oman"),
        ("Iran tried to buy engines and to obtain lathes.", "seek: seeker Iran; goods engines"),
        (
            "Iran is trying to obtain engines through front companies.",
            "seek: seeker Iran; goods engines; via front companies",
        ),
        ("Iran is trying to ease the shortage of bearings.", "seek: seeker Iran; goods bearings"),
        ("Iran wants to buy lathes; Oman does not.", "seek: seeker Iran; goods lathes"),
        ("Iran is said to be trying to buy engines.", "seek (alleged): seeker Iran; goods engines"),
        ("Iran never tried to buy engines.", "seek (negative): seeker Iran; goods engines"),
    ],
)
def test_whoever_tries_to_acquire_goods_seeks_them(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize(
    "sentence", ["Iran tried to buy engines from China.", "Iran seeks to acquire engines from China."]
)
def test_what_is_only_tried_is_no_supply(sentence: str) -> None:
    assert not any(line.startswith("supply") for line in told(sentence))


@pytest.mark.parametrize("sentence", ["Iran tried to buy time.", "The trader sought to restore order at the port."])
def test_time_and_order_are_no_goods(sentence: str) -> None:
    assert told(sentence) == []
