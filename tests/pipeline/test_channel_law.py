from datetime import date

import pytest

from entrepot.pipeline.channel_law import last_measure_on, read_law
from entrepot.pipeline.measures import load_measures
from tests.channels.builders import make_cars, make_channel, said_of
from tests.corroboration.builders import BELARUS, IRAN, claim, report

DAY = date(2025, 8, 20)


@pytest.fixture(scope="module")
def measures():
    return load_measures()


def law(channel, measures, sentence=""):
    document = report("one")
    propositions, said = said_of(
        (document, claim(document, "channel", channel=BELARUS, destination=IRAN, quote=sentence))
    )
    return read_law(channel, propositions, said.claims, measures, DAY)


def test_the_third_territory_is_compared_with_the_destination_and_with_russia(measures):
    found = law(make_channel(), measures)
    assert [than for than, _ in found.gaps] == ["IR", "RU"]
    assert not found.named_by_reports


def test_a_report_that_compares_is_heard_first(measures):
    found = law(make_channel(), measures, "Belarus, unlike Russia, is less restricted by sanctions.")
    assert [than for than, _ in found.gaps] == ["RU", "IR"]
    assert found.named_by_reports == {"RU"}


def test_a_territory_is_never_compared_with_itself(measures):
    assert [than for than, _ in law(make_channel(via="RU", destination="IR"), measures).gaps] == ["IR"]


def test_both_ends_have_their_measures_and_their_issuers(measures):
    found = law(make_channel(), measures)
    assert set(found.in_force) == {"BY", "IR"}
    assert {"EU", "UA", "US"} <= found.issuers


def test_an_open_end_has_no_law(measures):
    assert law(make_channel(via=""), measures).gaps == ()
    assert last_measure_on(make_channel(destination=""), measures, DAY) is None


def test_the_last_measure_on_the_destination_precedes_the_day(measures):
    found = last_measure_on(make_cars(), measures, date(2022, 3, 1))
    assert date(2022, 2, 20) <= found <= date(2022, 3, 1)
    assert last_measure_on(make_cars(), measures, date(1990, 1, 1)) is None
