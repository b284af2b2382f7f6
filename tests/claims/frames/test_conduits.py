"""Channels said with two verbs: use X to send Y."""

import pytest

from tests.claims.reports import told


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "The port of Poti is used to send drones to Iran.",
            "channel: channel Poti; destination Iran; goods drones",
        ),
        (
            "Traders use Georgia to ship lathes from Germany to Russia.",
            "channel: channel Georgia; origin Germany; destination Russia; goods lathes",
        ),
        (
            "Morvale Trading was used to move chips into Iran.",
            "channel: channel Morvale Trading; destination Iran; goods chips",
        ),
        (
            "Ports that are used to send Belarusian potash to Chad stood empty.",
            "channel: channel ports; origin Belarus; destination Chad; goods belarusian potash",
        ),
        (
            "The port of Poti was not used to send drones to Iran.",
            "channel (negative): channel Poti; destination Iran; goods drones",
        ),
        (
            "The port of Poti could be used to send drones to Iran.",
            "channel (possible): channel Poti; destination Iran; goods drones",
        ),
    ],
)
def test_what_is_used_to_send_goods_is_a_channel(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize("sentence", ["Iran used force to send a message.", "They used cranes to move the boats."])
def test_a_tool_is_no_channel(sentence: str) -> None:
    assert told(sentence) == []
