from entrepot.channels.context import list_context, place_propositions
from tests.channels.builders import make_channel, said_of
from tests.corroboration.builders import BELARUS, IRAN, RUSSIA, claim, report

REPORT = report("one")


def context_of(channel, *told):
    propositions, said = said_of(*((REPORT, one) for one in told))
    return list_context(channel, place_propositions(propositions, said), ())


def supply(number=0, **roles):
    return claim(REPORT, "supply", number=number, **({"supplier": BELARUS, "recipient": IRAN} | roles))


def test_a_supply_between_both_ends_stands_beside_the_channel():
    assert len(context_of(make_channel(), supply(goods="radars"))) == 1


def test_what_names_one_end_alone_or_no_way_for_goods_does_not():
    meeting = claim(REPORT, "meet", number=1, participant=(BELARUS, IRAN))
    assert not context_of(make_channel(), supply(recipient=RUSSIA), meeting)


def test_goods_with_codes_must_be_of_the_channels_codes():
    from entrepot.reference.goods_scopes import read_goods_scope

    chips = make_channel(goods=read_goods_scope("microchips"))
    assert context_of(chips, supply(goods="microchips"))
    assert not context_of(chips, supply(goods="wheat"))


def test_an_open_channel_has_nothing_beside_it():
    assert not context_of(make_channel(destination=""), supply())
