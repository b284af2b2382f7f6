from hypothesis import given
from hypothesis import strategies as st

from entrepot.channels.hypotheses import propose_channels
from tests.channels.builders import (
    ASIA,
    GEORGIA,
    KAZAKHSTAN,
    LARSI,
    TURKEY,
    UNION,
    channels_of,
    said_of,
)
from tests.corroboration.builders import (
    BELARUS,
    IRAN,
    OLYA,
    PEZESHKIAN,
    RUSSIA,
    claim,
    firm,
    report,
)

REPORT = report("one")


def told(frame, number=0, document=REPORT, **roles):
    return document, claim(document, frame, number=number, **roles)


def only(proposed):
    (channel,) = proposed.channels
    return channel


def reasons(proposed):
    return " ".join(one.reason for one in proposed.left_out)


def test_a_conduit_with_a_destination_is_a_channel_whose_goods_stay_unresolved():
    found = only(channels_of(told("channel", channel=BELARUS, destination=IRAN, goods="goods subject to sanctions")))
    assert (found.via, found.destination, found.origins) == ("BY", "IR", ())
    assert found.goods.resolution == "unresolved"
    assert found.goods.codes == ()
    assert "goods_unresolved" in {issue.code for issue in found.issues}


def test_a_supply_by_way_of_a_country_has_the_supplier_for_its_origin():
    found = only(channels_of(told("supply", supplier=TURKEY, recipient=RUSSIA, via=GEORGIA, goods="microchips")))
    assert (found.origins, found.via, found.destination) == (("TR",), "GE", "RU")
    assert found.goods.codes == ("8542",)


def test_whoever_seeks_goods_by_way_of_a_country_is_their_destination():
    found = only(channels_of(told("seek", seeker=IRAN, via=BELARUS, goods="radars")))
    assert (found.via, found.destination) == ("BY", "IR")


def test_the_union_can_be_an_origin_and_never_a_way():
    found = only(channels_of(told("supply", supplier=UNION, recipient=RUSSIA, via=KAZAKHSTAN, goods="lathes")))
    assert found.origins == ("EU",)
    assert not channels_of(told("channel", channel=UNION, destination=RUSSIA)).channels


def test_a_destination_is_understood_from_another_statement_in_the_same_report():
    proposed = channels_of(
        told("channel", channel=BELARUS, goods="goods subject to sanctions"),
        told("channel", number=1, channel=BELARUS, destination=IRAN, goods="air defence systems"),
    )
    found = only(proposed)
    assert found.destination == "IR"
    assert "destination is taken from" in " ".join(issue.message for issue in found.issues)


def test_a_destination_that_others_do_not_agree_on_stays_open():
    proposed = channels_of(
        told("channel", channel=KAZAKHSTAN, goods="optical sights"),
        told("channel", number=1, channel=KAZAKHSTAN, destination=IRAN, goods="lathes"),
        told("channel", number=2, channel=KAZAKHSTAN, destination=RUSSIA, goods="bearings"),
    )
    (open_end,) = [one for one in proposed.channels if not one.destination]
    assert {issue.code for issue in open_end.issues} >= {"destination_open", "channel_understood"}


def test_a_place_at_the_destination_is_no_third_territory():
    proposed = channels_of(
        told("channel", channel=OLYA, origin=IRAN, destination=RUSSIA, goods="military goods"),
        told("host", number=1, facility=OLYA, user=RUSSIA, goods="military goods"),
    )
    assert not proposed.channels
    assert "lies in Russia, where the goods are said to go" in reasons(proposed)


def test_a_place_without_a_destination_is_no_channel_and_a_continent_never_is():
    assert not channels_of(told("channel", channel=OLYA, goods="crates")).channels
    assert not channels_of(told("supply", supplier=RUSSIA, recipient=IRAN, via=ASIA, goods="oil")).channels


def test_a_crossing_named_as_the_way_gives_its_country_and_stays_as_a_hub():
    found = only(channels_of(told("channel", channel=LARSI, destination=RUSSIA, goods="microchips")))
    assert found.via == "GE"
    assert "ge-larsi" in found.hubs


def test_a_firm_stands_for_its_country_by_what_the_report_says_of_it():
    forwarder = firm("Boat and Rail")
    document = report("two", text="The goods went through Boat and Rail, a Kazakh forwarder.")
    found = only(channels_of(told("supply", document=document, recipient=RUSSIA, via=forwarder, goods="bearings")))
    assert found.via == "KZ"
    assert "Boat and Rail is said to be in Kazakhstan." in {issue.message for issue in found.issues}


def test_a_firm_that_nothing_places_makes_no_channel():
    proposed = channels_of(told("supply", recipient=RUSSIA, via=firm("Nowhere Ltd"), goods="bearings"))
    assert not proposed.channels
    assert "Nowhere Ltd" in reasons(proposed)


def test_a_person_and_a_ship_are_no_way():
    proposed = channels_of(told("circumvent", agent=PEZESHKIAN, beneficiary=BELARUS, measure="sanctions"))
    assert not proposed.channels


def test_help_from_a_country_under_measures_names_no_way_and_from_another_it_does():
    helped = told("circumvent", agent=IRAN, beneficiary=BELARUS, measure="sanctions")
    assert "itself under measures" in reasons(channels_of(helped))
    found = only(channels_of(told("circumvent", agent=KAZAKHSTAN, beneficiary=RUSSIA, measure="sanctions")))
    assert (found.via, found.destination) == ("KZ", "RU")


def test_goods_with_other_codes_are_another_channel_and_goods_without_are_one():
    proposed = channels_of(
        told("channel", channel=KAZAKHSTAN, destination=RUSSIA, goods="microchips"),
        told("channel", number=1, channel=KAZAKHSTAN, destination=RUSSIA, goods="bearings"),
        told("channel", number=2, channel=KAZAKHSTAN, destination=RUSSIA, goods="dual-use goods"),
        told("supply", number=3, supplier=TURKEY, recipient=RUSSIA, via=KAZAKHSTAN, goods="military goods"),
    )
    assert {one.goods.codes for one in proposed.channels} == {("8542",), ("8482",), ()}
    (unresolved,) = [one for one in proposed.channels if not one.goods.codes]
    assert len(unresolved.grounds) == 2
    assert "dual-use goods" in unresolved.goods.text


def test_what_is_done_to_sanctions_is_no_goods():
    found = only(channels_of(told("channel", channel=KAZAKHSTAN, goods="circumvention")))
    assert found.goods.text == ""


def test_a_denial_stays_a_ground():
    found = only(
        channels_of(told("channel", channel=GEORGIA, destination=RUSSIA, goods="microchips", modality="denied"))
    )
    assert len(found.grounds) == 1


def test_western_goods_from_a_third_country_are_sent_on_and_its_own_are_not():
    found = only(channels_of(told("supply", supplier=KAZAKHSTAN, recipient=RUSSIA, goods="Western chips")))
    assert (found.via, found.destination, found.goods.codes) == ("KZ", "RU", ("8542",))
    assert not channels_of(told("supply", supplier=KAZAKHSTAN, recipient=RUSSIA, goods="Kazakh wheat")).channels
    assert not channels_of(told("supply", supplier=KAZAKHSTAN, recipient=RUSSIA, goods="wheat")).channels


def test_a_case_about_nothing_of_the_kind_yields_nothing():
    proposed = channels_of(told("meet", participant=(IRAN, BELARUS)), told("supply", number=1, supplier=IRAN,
                           recipient=RUSSIA, goods="drones"))  # fmt: skip
    assert not proposed.channels
    assert not proposed.left_out


COUNTRIES = st.sampled_from([KAZAKHSTAN, GEORGIA, TURKEY, BELARUS, LARSI, OLYA, firm("Some Firm")])
ENDS = st.sampled_from([RUSSIA, IRAN, None])
GOODS = st.sampled_from(["microchips", "bearings", "dual-use goods", "goods subject to sanctions", None])


@st.composite
def stories(draw):
    """Reports of one claim each on some way for goods."""
    found = []
    for number in range(draw(st.integers(1, 5))):
        document = report(f"r{number}", published=f"2025-08-{10 + number}")
        roles = {"channel": draw(COUNTRIES), "destination": draw(ENDS), "goods": draw(GOODS)}
        filled = {name: who for name, who in roles.items() if who is not None}
        modality = draw(st.sampled_from(["asserted", "planned", "denied"]))
        found.append((document, claim(document, "channel", modality=modality, **filled)))
    return found


@given(stories())
def test_the_order_of_propositions_changes_no_channel(story):
    propositions, said = said_of(*story)
    there = propose_channels(propositions, said)
    back = propose_channels(tuple(reversed(propositions)), said)
    assert {one.id: one for one in there.channels} == {one.id: one for one in back.channels}


@given(stories())
def test_a_channel_never_goes_through_its_own_end(story):
    for one in channels_of(*story).channels:
        assert one.via
        assert one.via != one.destination
        assert one.via not in one.origins
        assert one.destination not in one.origins


def grounds_of(channels):
    return {one.id: {ground.reference for ground in one.grounds} for one in channels}


@given(stories())
def test_a_further_report_takes_no_ground_from_a_channel_that_it_names(story):
    propositions, said = said_of(*story)
    names_its_end = {one.id for one in propositions if any(role.role == "destination" for role in one.roles)}
    after = grounds_of(propose_channels(propositions, said).channels)
    for key, before in grounds_of(propose_channels(propositions[:-1], said).channels).items():
        assert before & names_its_end <= after.get(key, set())


@given(stories())
def test_no_report_is_lost_to_another_even_where_its_destination_is_understood_anew(story):
    propositions, said = said_of(*story)
    before = grounds_of(propose_channels(propositions[:-1], said).channels).values()
    after = grounds_of(propose_channels(propositions, said).channels).values()
    assert set().union(*before) <= set().union(*after)
