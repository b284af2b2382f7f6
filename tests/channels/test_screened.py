from entrepot.channels.kept_findings import note_other_goods, pick_findings
from entrepot.channels.screened import propose_screened
from tests.channels.builders import make_cars, make_channel, make_finding


def screened(**subject):
    known = {"reporter": "DE", "partner": "AM", "product": "870323", "flow": "export"}
    return make_finding("screen_channel", "supports", subject=known | subject)


def test_a_channel_of_a_screen_knows_no_destination():
    (found,) = propose_screened([screened()])
    assert (found.origins, found.via, found.destination) == (("DE",), "AM", "")
    assert found.goods.codes == ("870323",)
    assert "destination_open" in {issue.code for issue in found.issues}


def test_of_imports_the_reporter_is_the_third_territory():
    (found,) = propose_screened([screened(reporter="AM", partner="DE", flow="import")])
    assert (found.origins, found.via) == (("DE",), "AM")


def test_a_leg_and_a_link_bring_the_ends_that_were_asked_about():
    subject = {"reporters": ["DE", "US"], "via": ["AM"], "destination": "RU", "goods": "8703", "flow": "export"}
    onward = {"reporters": ["AM"], "via": ["RU"], "destination": "", "goods": "8703", "flow": "export"}
    link = {"reporters": ["DE"], "via": "AM", "destination": "RU", "goods": "8703"}
    for kind, asked in (("surge", subject), ("onward", onward), ("link", link)):
        (found,) = propose_screened([make_finding(kind, "supports", subject=asked)])
        assert (found.via, found.destination, found.goods.codes) == ("AM", "RU", ("8703",)), kind


def test_what_does_not_support_or_has_several_third_territories_suggests_nothing():
    several = {"reporters": ["DE"], "via": ["AM", "GE"], "destination": "RU", "goods": "8703"}
    assert not propose_screened([make_finding("surge", "supports", subject=several)])
    assert not propose_screened([make_finding("surge", "does_not_support"), make_finding("gap", "supports")])


def test_kept_findings_count_where_territories_and_goods_are_the_channels():
    mine = make_finding("surge", "supports")
    others = (
        make_finding("surge", "supports", subject={"via": ["GE"], "goods": "8703"}),
        make_finding("surge", "supports", subject={"via": ["AM"], "goods": "8542"}),
        make_finding("onward", "supports", subject={"reporters": ["AM"], "via": ["KZ"], "goods": "8703"}),
        make_finding("surge", "supports", subject={"via": ["AM"], "goods": "all"}),
    )
    assert pick_findings((mine, *others), make_cars()) == (mine,)
    assert pick_findings((mine,), make_channel(via="AM", destination="RU")) == ()


def test_a_finding_on_other_goods_says_so():
    noted = note_other_goods(make_finding("surge", "supports", subject={"goods": "chpl"}), make_channel())
    assert "These are not the report's goods" in noted.issues[0].message
    assert "chpl" in noted.issues[0].message
