from tests.channels.builders import JAPAN, TURKEY, channels_of
from tests.corroboration.builders import BELARUS, IRAN, RUSSIA, claim, firm, report

FORWARDER = firm("Boat and Rail")
TEXT = "Boat and Rail, a Kazakh forwarder, buys and sells."
REPORT = report("one", text=TEXT)


def told(number, **roles):
    return REPORT, claim(REPORT, "supply", number=number, **roles)


def chain(first="microchips", second="chips", **changes):
    sent = {"supplier": FORWARDER, "recipient": RUSSIA, "goods": second} | changes
    return channels_of(told(0, supplier=JAPAN, recipient=FORWARDER, goods=first), told(1, **sent)).channels


def test_what_a_firm_gets_and_sends_on_makes_one_way():
    (found,) = chain()
    assert (found.origins, found.via, found.destination) == (("JP",), "KZ", "RU")
    assert "legs_joined" in {issue.code for issue in found.issues}
    assert len(found.grounds) == 2


def test_other_goods_are_not_sent_on():
    assert not chain(second="wheat")
    assert not chain(first="goods", second="goods")


def test_what_nobody_affirms_is_not_joined():
    assert not chain(modality="denied")
    assert not chain(polarity="negative")


def test_a_country_buys_and_sells_of_everything_and_joins_nothing():
    found = channels_of(
        told(0, supplier=BELARUS, recipient=IRAN, goods="missiles"),
        told(1, supplier=IRAN, recipient=RUSSIA, goods="missiles"),
    )
    assert not found.channels


def test_a_report_that_says_the_whole_way_counts_and_the_joined_legs_do_not():
    whole = REPORT, claim(REPORT, "supply", number=2, supplier=TURKEY, recipient=RUSSIA, via=FORWARDER, goods="chips")
    (found,) = channels_of(
        told(0, supplier=JAPAN, recipient=FORWARDER, goods="microchips"),
        told(1, supplier=FORWARDER, recipient=RUSSIA, goods="chips", when="2024"),
        whole,
    ).channels
    assert "legs_joined" not in {issue.code for issue in found.issues}
    assert found.origins == ("TR",)
