from datetime import date

from entrepot.pipeline.channel_legs import Leg, Legs, Reported
from tests.channels.builders import make_cars


def row(reporter, partner, flow="export", first="2020-01-01", last="2022-12-01", frequency="M"):
    return Reported(
        reporter=reporter, partner=partner, flow=flow, frequency=frequency, first=date.fromisoformat(first),
        last=date.fromisoformat(last),
    )  # fmt: skip


def legs(*rows, origins=()):
    return Legs(channel=make_cars(), origins=origins, reported=rows)


def test_senders_come_before_the_receiver_of_a_leg():
    found = legs(row("DE", "AM"), row("AM", "DE", "import"), row("AM", "RU"), row("RU", "AM", "import"))
    assert found.first() == (Leg(reporters=("DE",), partners=("AM",), flow="export"),
                             Leg(reporters=("AM",), partners=("DE",), flow="import"))  # fmt: skip
    assert [one.flow for one in found.onward()] == ["export", "import"]


def test_a_receiver_stands_in_for_senders_that_report_nothing():
    (first,) = legs(row("AM", "DE", "import"), row("AM", "W", "import")).first()
    assert (first.reporters, first.partners) == (("AM",), ("DE",))


def test_only_the_origins_that_are_named_count_as_senders():
    found = legs(row("DE", "AM"), row("CN", "AM"), row("RU", "AM"), origins=("DE", "US"))
    assert found.senders == ("DE",)
    assert legs(row("DE", "AM"), row("CN", "AM"), row("RU", "AM")).senders == ("CN", "DE")


def test_direct_trade_is_that_of_the_senders_with_the_destination():
    found = legs(row("DE", "AM"), row("DE", "RU"))
    assert found.has(found.direct())
    assert not legs(row("DE", "AM")).has(legs(row("DE", "AM")).direct())


def test_a_link_is_looked_for_in_the_months_that_both_legs_have():
    both = legs(row("DE", "AM", first="2019-01-01", last="2022-06-01"), row("AM", "RU", first="2020-03-01"))
    assert str(both.common_months()) == "2020-03/2022-06"
    assert legs(row("DE", "AM")).common_months() is None
    assert legs(row("DE", "AM", frequency="A"), row("AM", "RU")).common_months() is None
