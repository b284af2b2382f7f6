"""Facilities, money, ownership, making: host, finance, own, produce."""

import pytest

from tests.claims.reports import told

HOST = [
    ("Syria keeps a depot in Homs.", "host: facility depot; user Syria"),
    ("Iran stores missiles in a depot.", "host: facility depot; user Iran; goods missiles"),
    ("Missiles are stored in a warehouse near Homs.", "host: facility warehouse; goods missiles"),
    ("The terminal is a base for drones.", "host: facility terminal; goods drones"),
    ("A hangar in Homs shelters the helicopters.", "host: facility hangar; goods helicopters"),
    ("Syria does not store missiles in the depot.", "host (negative): facility depot; user Syria; goods missiles"),
]
FINANCE = [
    (
        "Corvane transferred $5 million to an account of Dasht Logistics.",
        "finance: payer Corvane; payee Dasht Logistics; instrument 5 million; instrument account",
    ),
    ("Qatar lent Lebanon $200 million.", "finance: payer Qatar; payee Lebanon; instrument 200 million"),
    ("Libya paid Serbia in gold.", "finance: payer Libya; payee Serbia; instrument gold"),
    (
        "Payments to Serbia were routed through a bank in Dubai.",
        "finance: payee Serbia; instrument bank; instrument payments",
    ),
    ("Qatar gave Lebanon a loan.", "finance: payer Qatar; payee Lebanon; instrument loan"),
    ("Lebanon received a loan from Qatar.", "finance: payer Qatar; payee Lebanon; instrument loan"),
    ("Qatar finances the militia.", "finance: payer Qatar; payee militia"),
    ("Qatar did not pay Lebanon in dollars.", "finance (negative): payer Qatar; payee Lebanon; instrument dollars"),
]
OWN = [
    ("Behind Dasht Logistics stands Mila Rask.", "own: owner Mila Rask; asset Dasht Logistics"),
    ("Dasht Logistics is in the hands of Mila Rask.", "own: owner Mila Rask; asset Dasht Logistics"),
    ("Dasht Shipping manages the tanker Ostara Grace.", "own: owner Dasht Shipping; asset Ostara Grace"),
    ("Mila Rask is listed as the owner of Dasht Logistics.", "own: owner Mila Rask; asset Dasht Logistics"),
    ("Zelmira Trading owns the tanker.", "own: owner Zelmira Trading; asset tanker"),
    ("The tanker is owned by Zelmira Trading.", "own: owner Zelmira Trading; asset tanker"),
    ("The tanker belongs to Zelmira Trading.", "own: owner Zelmira Trading; asset tanker"),
    ("Zelmira Trading holds 49 percent of the refinery.", "own: owner Zelmira Trading; asset refinery"),
    ("The refinery belongs to a businesswoman, Anna Lundqvist.", "own: owner Anna Lundqvist; asset refinery"),
    ("Morvale is a subsidiary of Zelmira Trading.", "own: owner Zelmira Trading; asset Morvale"),
    ("Morvale is a front for the militia.", "own: owner militia; asset Morvale"),
    ("Zelmira Trading does not own the tanker.", "own (negative): owner Zelmira Trading; asset tanker"),
    ("Zelmira Trading holds a stake in Morvale.", "own: owner Zelmira Trading; asset Morvale"),
]
PRODUCE = [
    ("Mortars will be assembled at Volgapribor.", "produce (planned): producer Volgapribor; goods mortars"),
    ("Iran makes drones.", "produce: producer Iran; goods drones"),
    ("Drones are made by Iran.", "produce: producer Iran; goods drones"),
    ("Iran is a producer of drones.", "produce: producer Iran; goods drones"),
    ("The production of drones by Iran goes on.", "produce: producer Iran; goods drones"),
    ("Vietnam assembles microchips.", "produce: producer Vietnam; goods microchips"),
    ("Vietnam does not assemble microchips.", "produce (negative): producer Vietnam; goods microchips"),
    ("Vietnam will assemble microchips.", "produce (planned): producer Vietnam; goods microchips"),
]


@pytest.mark.parametrize(("sentence", "claim"), HOST)
def test_a_facility_that_serves_a_use_hosts_it(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(("sentence", "claim"), FINANCE)
def test_money_has_payer_payee_and_instrument(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(("sentence", "claim"), OWN)
def test_an_asset_has_an_owner(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(("sentence", "claim"), PRODUCE)
def test_goods_have_a_maker(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(
    "sentence",
    [
        "Does Iran make drones?",
        "If Iran makes drones, others will too.",
        "The talks made progress.",
        "The minister paid tribute to the dead.",
        "There is no evidence that Zelmira Trading owns the tanker.",
        "The study does not say that Iran makes drones.",
        "Her own tanker is old.",
    ],
)
def test_what_no_source_says_happened_is_no_claim_of_the_economy(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Morvale Bank credited Halden Lines with 12 million euros.",
            "finance: payer Morvale Bank; payee Halden Lines; instrument euros",
        ),
        (
            "Money from Morvale Trade reached Halden Lines.",
            "finance: payer Morvale Trade; payee Halden Lines; instrument money",
        ),
        (
            "Morvale Trade's payments to Halden Lines went through a bank.",
            "finance: payer Morvale Trade; payee Halden Lines; instrument bank; instrument payments",
        ),
        ("Halden Lines holds 51 percent of Morvale Trade.", "own: owner Halden Lines; asset Morvale Trade"),
    ],
)
def test_more_ways_for_money_to_go(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


def test_transfers_that_came_to_a_sum_are_money_and_no_goods() -> None:
    found = told("Transfers from Morvale Trade to Halden Lines came to $3 million.")
    assert [line.partition(":")[0] for line in found] == ["finance"]
