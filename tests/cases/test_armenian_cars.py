"""A whole case on real records: cars to Armenia and on to Russia, both legs, the mirror, and what else could be."""

import pytest

from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.engines.duckdb import DuckDBEngine
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.gap import assess_gap
from entrepot.trade.questions.leg import LegQuestion
from entrepot.trade.questions.link import LinkQuestion, assess_link
from entrepot.trade.questions.pair import GapQuestion
from entrepot.trade.questions.substitution import SubstitutionQuestion, assess_substitution
from entrepot.trade.questions.surge import assess_surge
from entrepot.trade.questions.unit_values import UnitValueQuestion, assess_unit_values
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.samples import needs_shared, write_shared_flows

pytestmark = [pytest.mark.shared, needs_shared]
CARS = read_goods("8703")
WINDOWS = Comparison(before=read_window("2021-03/2021-11"), after=read_window("2022-03/2022-11"))
ORIGINS = ("DE", "US", "JP", "KR", "FR", "IT", "GB", "CZ", "LT", "LV", "PL", "BE", "NL", "SE", "AT", "ES")


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    opened = DuckDBEngine()
    opened.add_flows(write_shared_flows(tmp_path_factory.mktemp("cars")))
    yield opened
    opened.close()


def statuses(finding):
    return {one.explanation.split(":")[0]: one.status for one in finding.alternatives}


def test_the_first_leg_grew_beyond_all_other_goods_to_armenia(engine):
    asked = LegQuestion(reporters=(), via=("AM",), goods=CARS, windows=WINDOWS, destination="RU", dataset="comext")
    found = assess_surge(engine, asked, Records())
    assert found.verdict == "supports"
    assert statuses(found)["Rebound"] == statuses(found)["New codes"] == "rejected"
    assert statuses(found)["Price"] == "not_testable"
    assert statuses(found)["Legitimate transit or own use"] == "not_testable"


def test_the_onward_leg_grew_from_almost_nothing(engine):
    asked = LegQuestion(reporters=("AM",), via=("RU",), goods=CARS, windows=WINDOWS)
    found = assess_surge(engine, asked, Records(), "onward")
    assert found.verdict == "supports"
    assert found.method.parameters["value_after"] > 50 * found.method.parameters["value_before"]
    assert statuses(found)["Price"] == "rejected"
    assert statuses(found)["New codes"] == "not_testable"


def test_the_war_stands_as_another_explanation_of_the_onward_leg(engine):
    asked = LegQuestion(reporters=("AM",), via=("RU",), goods=CARS, windows=WINDOWS)
    assert statuses(assess_surge(engine, asked, Records(), "onward"))["War or other shock"] == "not_rejected"


def test_what_armenia_imports_and_sends_on_is_one_territorys_word(engine):
    asked = LinkQuestion(
        reporters=ORIGINS, via="AM", destination="RU", goods=CARS, span=read_window("2017-01/2023-10"),
        dataset="comtrade",
    )  # fmt: skip
    found = assess_link(engine, asked, Records())
    assert found.verdict in {"supports", "mixed"}
    assert found.method.parameters["correlation_of_sums"] > 0.5


def test_german_cars_do_not_vanish_on_the_way(engine):
    asked = GapQuestion(exporters=("DE",), importer="AM", goods=CARS, window=WINDOWS.after, before=WINDOWS.before)
    gap, orphans = assess_gap(engine, asked, Records())
    assert gap.verdict == "cannot_tell"
    assert 0 < gap.method.parameters["break_even_factor"] < 1
    assert orphans.verdict == "does_not_support"


def test_armenia_alone_cannot_have_replaced_what_russia_lost(engine):
    asked = SubstitutionQuestion(
        reporters=(), destination="RU", vias=("AM",), goods=CARS, windows=WINDOWS, dataset="comext"
    )
    found = assess_substitution(engine, asked, Records())
    assert found.verdict == "does_not_support"
    assert found.estimate.low == 0 < found.estimate.high < 10


def test_the_kilogram_of_car_sent_on_became_dearer(engine):
    asked = UnitValueQuestion(reporters=("AM",), partners=("RU",), goods=CARS, windows=WINDOWS)
    assert assess_unit_values(engine, asked, Records()).verdict in {"supports", "cannot_tell"}


def test_no_finding_names_anybody_guilty(engine):
    asked = LegQuestion(reporters=(), via=("AM",), goods=CARS, windows=WINDOWS, destination="RU", dataset="comext")
    told = assess_surge(engine, asked, Records())
    words = " ".join([told.statement, *(one.explanation for one in told.alternatives)]).casefold()
    assert not any(word in words for word in ("guilty", "smuggl", "illegal", "evad", "score"))
