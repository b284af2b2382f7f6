"""Goods on their way: supply, seek, channel, circumvent."""

import pytest

from tests.claims.reports import claims_of, one_line, told

SUPPLY = [
    (
        "Oman dismissed as invented the story that it had sold drones to Iran.",
        "supply (denied): supplier Oman; recipient Iran; goods drones",
    ),
    ("It was Iran that delivered the drones to Russia.", "supply: supplier Iran; recipient Russia; goods drones"),
    (
        "Volgatrade took 300 tonnes of nickel from Corvane.",
        "supply: supplier Corvane; recipient Volgatrade; goods nickel; quantity 300 tonnes",
    ),
    ("Iran placed an order for engines with Corvane.", "supply: supplier Corvane; recipient Iran; goods engines"),
    (
        "Corvane denies that it has sold engines to Iran.",
        "supply (denied): supplier Corvane; recipient Iran; goods engines",
    ),
    (
        "Prosecutors accuse Mila Rask of shipping lathes to Russia.",
        "supply (alleged): supplier Mila Rask; recipient Russia; goods lathes",
    ),
    (
        "The claim that Corvane sold engines to Iran is a lie.",
        "supply (denied): supplier Corvane; recipient Iran; goods engines",
    ),
    ("Iran sent lorries laden with engines to Belarus.", "supply: supplier Iran; recipient Belarus; goods engines"),
    (
        "Iran sent a train of ten wagons loaded with shells to Belarus.",
        "supply: supplier Iran; recipient Belarus; goods shells; quantity ten wagons",
    ),
    ("Radars were returned by Chad to Serbia.", "supply: supplier Chad; recipient Serbia; goods radars"),
    ("Serbian firms keep Chad in ammunition.", "supply: supplier serbian firms; recipient Chad; goods ammunition"),
    (
        "North Korea deployed 200 sappers to Russia.",
        "supply: supplier North Korea; recipient Russia; goods sappers; quantity 200",
    ),
    ("India's imports of Russian oil fell.", "supply: supplier Russia; recipient India; goods russian oil"),
    ("Plywood is repacked in Oman and sold to Chad.", "supply: recipient Chad; goods plywood"),
    (
        "Iran sent missiles to Russia, a claim that Serbia rejects.",
        "supply: supplier Iran; recipient Russia; goods missiles",
    ),
    ("An envoy of Iran said his country sold Chad drones.", "supply: supplier Iran; recipient Chad; goods drones"),
    ("Iran sent drones to Russia.", "supply: supplier Iran; recipient Russia; goods drones"),
    ("Iran sent Russia drones.", "supply: supplier Iran; recipient Russia; goods drones"),
    ("Drones were sent to Russia by Iran.", "supply: supplier Iran; recipient Russia; goods drones"),
    ("Iran supplied Russia with drones.", "supply: supplier Iran; recipient Russia; goods drones"),
    ("Iran, which sold missiles to Syria, is poor.", "supply: supplier Iran; recipient Syria; goods missiles"),
    (
        "Somalia showed the mortars that Eritrea delivered to Chad.",
        "supply: supplier Eritrea; recipient Chad; goods mortars",
    ),
    (
        "The delivery of radars to Iran by Belarus began slowly.",
        "supply: supplier Belarus; recipient Iran; goods radars",
    ),
    ("Turkish exports of bearings to Russia fell.", "supply: supplier Turkey; recipient Russia; goods bearings"),
    (
        "Georgia is accused of supplying microchips to Russia.",
        "supply (alleged): supplier Georgia; recipient Russia; goods microchips",
    ),
    (
        "Croatia admitted having sold rifles to Libya.",
        "supply: supplier Croatia; recipient Libya; goods rifles",
    ),
    ("Armenia bought machine tools from Germany.", "supply: supplier Germany; recipient Armenia; goods machine tools"),
    ("Syria received crude from Iran.", "supply: supplier Iran; recipient Syria; goods crude"),
    ("Microchips reached Iran through Dubai.", "supply: recipient Iran; goods microchips; via Dubai"),
    ("Machine tools pass through Georgia to Russia.", "supply: recipient Russia; goods machine tools; via Georgia"),
    ("Serbia is a supplier of ammunition to Ukraine.", "supply: supplier Serbia; recipient Ukraine; goods ammunition"),
    (
        "Serbia supplies ammunition and rifles to Chad.",
        "supply: supplier Serbia; recipient Chad; goods ammunition; goods rifles",
    ),
    ("Vietnam has never sold rifles to Libya.", "supply (negative): supplier Vietnam; recipient Libya; goods rifles"),
    ("Mongolia may sell coal to Japan.", "supply (possible): supplier Mongolia; recipient Japan; goods coal"),
    ("Kenya plans to sell tea to Iran.", "supply (planned): supplier Kenya; recipient Iran; goods tea"),
    ("Chad denies that it sold rifles to Libya.", "supply (denied): supplier Chad; recipient Libya; goods rifles"),
    (
        "Zelmira Trading sold bearings to Iran.",
        "supply: supplier Zelmira Trading; recipient Iran; goods bearings",
    ),
    ("Twelve tonnes of potash went to Brazil.", "supply: recipient Brazil; goods potash; quantity Twelve tonnes"),
]
SEEK = [
    ("Russia turned to Oman for drones.", "seek: seeker Russia; goods drones; supplier Oman"),
    ("Belarus is in the market for lathes.", "seek: seeker Belarus; goods lathes"),
    ("Iran is on the hunt for bearings.", "seek: seeker Iran; goods bearings"),
    ("Belarus is trying to buy gyroscopes from Japan.", "seek: seeker Belarus; goods gyroscopes; supplier Japan"),
    ("Iran is seeking engines from China.", "seek: seeker Iran; goods engines; supplier China"),
    ("Pyongyang wants to obtain spare parts.", "seek: seeker North Korea; goods spare parts"),
    ("Tajikistan asked India for helicopters.", "seek: seeker Tajikistan; goods helicopters; supplier India"),
    ("Cuba is looking for turbines in Europe.", "seek: seeker Cuba; goods turbines"),
    ("Iran is making efforts to acquire centrifuges.", "seek: seeker Iran; goods centrifuges"),
    (
        "Russia wants to obtain lathes through Kyrgyzstan.",
        "seek: seeker Russia; goods lathes; via Kyrgyzstan",
    ),
    ("Iran did not seek engines from China.", "seek (negative): seeker Iran; goods engines; supplier China"),
]
CHANNEL = [
    (
        "Georgia is the main route by which lathes reach Russia.",
        "channel: channel Georgia; destination Russia; goods lathes",
    ),
    (
        "Georgia has turned into a corridor through which microchips reach Iran.",
        "channel: channel Georgia; destination Iran; goods microchips",
    ),
    ("Oman was made into a corridor for lathes to Iran.", "channel: channel Oman; destination Iran; goods lathes"),
    ("Georgia has not turned into a corridor for lathes.", "channel (negative): channel Georgia; goods lathes"),
    (
        "Kyrgyzstan has become a conduit for microchips.",
        "channel: channel Kyrgyzstan; goods microchips",
    ),
    (
        "Iran uses Armenia as a route for dual-use goods.",
        "channel: channel Armenia; destination Iran; goods dual-use goods",
    ),
    (
        "The ports of Batumi and Poti are used to send engines to Iran.",
        "channel: channel Batumi; channel Poti; destination Iran; goods engines",
    ),
    ("Lathes pass through Georgia.", "channel: channel Georgia; goods lathes"),
    ("Machine tools were routed through Almaty.", "channel: channel Almaty; goods machine tools"),
    (
        "Georgia could become a route for microchips to Russia.",
        "channel (possible): channel Georgia; destination Russia; goods microchips",
    ),
    ("Turkmenistan is not a transit point for drones.", "channel (negative): channel Turkmenistan; goods drones"),
]
CIRCUMVENT = [
    (
        "A consultancy, Zelmira Advisory, helps Russia to circumvent sanctions.",
        "circumvent: agent Zelmira Advisory; beneficiary Russia; measure sanctions",
    ),
    ("Belarus helps Russia evade sanctions.", "circumvent: agent Belarus; beneficiary Russia; measure sanctions"),
    ("Iran bypassed the embargo.", "circumvent: agent Iran; measure embargo"),
    ("Evasion of sanctions by Russia continues.", "circumvent: agent Russia; measure sanctions"),
    (
        "Moscow is accused of circumventing export controls.",
        "circumvent (alleged): agent Russia; measure export controls",
    ),
    ("The embargo was evaded by Syria.", "circumvent: agent Syria; measure embargo"),
    ("Syria will not evade the embargo.", "circumvent (negative, planned): agent Syria; measure embargo"),
    (
        "Oman rejects claims that it helps Iran evade sanctions.",
        "circumvent (denied): agent Oman; beneficiary Iran; measure sanctions",
    ),
]


@pytest.mark.parametrize(("sentence", "claim"), SUPPLY)
def test_goods_that_go_to_somebody_are_supplied(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize(("sentence", "claim"), SEEK)
def test_whoever_tries_to_obtain_goods_seeks_them(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


@pytest.mark.parametrize(("sentence", "claim"), CHANNEL)
def test_what_goods_pass_through_is_a_channel(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize(("sentence", "claim"), CIRCUMVENT)
def test_whoever_gets_round_a_measure_circumvents_it(sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Did Iran send drones to Russia?",
        "If Iran sent drones to Russia, prices would rise.",
        "The report does not say that Iran sent drones to Russia.",
        "There is no evidence that Iran sent drones to Russia.",
        "Prices rose amid sanctions against Iran.",
        "Analysts asked whether Chad had sold rifles to Libya.",
        "Delivery takes four weeks.",
        "The army sent a message to the minister.",
        "Japan prevented Iran from buying gyroscopes.",
        "The law forbids Swiss firms to sell lathes to Iran.",
    ],
)
def test_what_no_source_says_happened_is_no_claim_of_trade(sentence: str) -> None:
    assert told(sentence) == []


def test_whoever_is_said_to_be_unlike_the_supplier_supplies_nothing() -> None:
    assert all("Iran" not in line for line in told("Unlike Iran, Serbia sells ammunition to Ukraine."))


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Morvale Trade took delivery of engines from Halden Lines in May.",
            "supply: supplier Halden Lines; recipient Morvale Trade; goods engines",
        ),
        (
            "Morvale Trade could be preparing a delivery of engines to Iran.",
            "supply (possible): supplier Morvale Trade; recipient Iran; goods engines",
        ),
        (
            "The Tessalit pumped fuel oil into the tanker Almera Star.",
            "supply: supplier Tessalit; recipient Almera Star; goods fuel oil",
        ),
        ("The tanker Tessalit discharged crude at Nakhodka.", "supply: recipient Nakhodka; goods crude; via Tessalit"),
        ("No shells have crossed the border since January.", "channel (negative): channel border; goods shells"),
        (
            "The EU says Georgia has become a channel for dual-use goods on their way to Russia.",
            "channel: channel Georgia; destination Russia; goods dual-use goods",
        ),
    ],
)
def test_more_ways_for_goods_to_go(sentence: str, claim: str) -> None:
    assert told(sentence) == [claim]


def test_goods_subject_to_sanctions_are_named_whole() -> None:
    (claim,) = claims_of("Georgia sold goods subject to sanctions to Russia.")
    assert one_line(claim) == "supply: supplier Georgia; recipient Russia; goods goods subject to sanctions"
    assert claim.goods_classes == ("sanctioned-goods",)
