import pytest

from entrepot.channels.customs import assess_customs, join_alternatives
from entrepot.model.finding import Alternative
from tests.channels.builders import make_beside, make_cars, make_channel, make_customs, make_finding


def line_of(channel=None, **customs):
    return assess_customs(channel or make_cars(), make_beside(customs=make_customs(**customs))).line


def legs(first, onward, **more):
    return line_of(
        first=make_finding("surge", first) if first else None,
        onward=make_finding("onward", onward) if onward else None,
        **more,
    )


@pytest.mark.parametrize(
    ("first", "onward", "rule"),
    [
        ("supports", "supports", "customs-both-legs"),
        ("supports", "cannot_tell", "customs-mixed"),
        ("supports", None, "customs-mixed"),
        ("supports", "does_not_support", "customs-mixed"),
        ("mixed", "supports", "customs-mixed"),
        ("does_not_support", "cannot_tell", "customs-against"),
        ("does_not_support", "does_not_support", "customs-against"),
        ("cannot_tell", "cannot_tell", "customs-undecided"),
        (None, None, "customs-none"),
    ],
)
def test_both_legs_make_the_verdict(first, onward, rule):
    assert legs(first, onward).rule == rule


def test_a_link_that_is_not_there_keeps_both_legs_from_supporting_it():
    assert legs("supports", "supports", others=(make_finding("link", "does_not_support"),)).rule == "customs-mixed"
    assert legs("supports", "supports", others=(make_finding("gap", "does_not_support"),)).verdict == "supports"


def test_a_territory_that_publishes_nothing_leaves_its_leg_untold():
    silent = ("Belarus stops publishing.",)
    assert line_of(unpublished=silent).rule == "customs-unpublished"
    assert legs("supports", "cannot_tell", unpublished=silent).verdict == "cannot_tell"
    assert legs("supports", "supports", unpublished=silent).verdict == "supports"


def test_findings_on_other_goods_say_nothing_of_the_reports_goods():
    line = line_of(make_channel(), first=make_finding("surge", "supports"), about_goods=False)
    assert (line.rule, line.verdict) == ("customs-goods-unresolved", "cannot_tell")


def test_without_both_ends_the_records_are_not_asked():
    assert line_of(make_cars(grounds=(), corridors=()), has_records=False).rule == "customs-none"
    assert line_of(make_channel(destination="")).rule == "customs-ends-open"


def test_a_kept_finding_stands_in_for_a_leg_that_was_not_asked():
    line = line_of(onward=make_finding("onward", "supports"), kept=(make_finding("surge", "supports"),))
    assert line.rule == "customs-both-legs"
    assert "kept in the case" in line.statement


def test_an_explanation_of_both_legs_stands_once_with_its_weaker_rejection():
    first = make_finding("surge", "supports")
    onward = make_finding(
        "onward", "supports", alternatives=(Alternative(explanation="Currency: none.", status="not_testable"),)
    )
    (one,) = join_alternatives((first, onward))
    assert one == Alternative(explanation="The first leg and the onward leg: currency: none.", status="not_testable")
