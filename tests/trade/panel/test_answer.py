from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from entrepot.model.finding import Finding
from entrepot.trade.engines.duckdb import DuckDBEngine
from entrepot.trade.panel import ask_panel
from tests.trade.panel.markets import REPORTERS, SINCE, World, engine_of, flows_of, months, question_of
from tests.trade.samples import SANCTIONED, TOTALS, needs_shared, write_shared_flows

pytestmark = pytest.mark.slow
TERRITORIES = ("AZ", "GE", "KZ", "TR", "UZ")


def finding_of(folder: Path, world: World, **given: object) -> Finding:
    with engine_of(folder, flows_of(world)) as engine:
        return ask_panel(engine, question_of(**{"comparison": TERRITORIES, **given}))


def flat(**changed: float) -> dict[str, float]:
    return {"AM": 1.0, **dict.fromkeys(TERRITORIES, 1.0)} | changed


def status_of(finding: Finding, words: str) -> str:
    return next(one.status for one in finding.alternatives if words in one.explanation)


def parameters_of(finding: Finding) -> Mapping[str, Any]:
    return finding.method.parameters


def test_goods_that_doubled_towards_one_territory_only_are_found(tmp_path: Path) -> None:
    finding = finding_of(tmp_path, World(factors=flat(AM=2.0)))
    assert finding.verdict == "supports"
    assert finding.estimate is not None
    assert finding.estimate.value == pytest.approx(100, abs=15)
    assert finding.estimate.low is not None and finding.estimate.low > 50
    assert parameters_of(finding)["design"] == "triple"
    assert parameters_of(finding)["inference"] == "sign_flip"
    assert status_of(finding, "whole trade") == "rejected"
    assert "Armenia" in finding.statement


def test_goods_that_rose_everywhere_are_no_effect_of_the_territory(tmp_path: Path) -> None:
    finding = finding_of(tmp_path, World(factors=dict.fromkeys(flat(), 2.0)))
    assert finding.verdict == "does_not_support"
    assert finding.estimate is not None
    assert abs(finding.estimate.value) < 15


def test_a_comparison_territory_with_as_large_a_rise_makes_the_finding_mixed(tmp_path: Path) -> None:
    finding = finding_of(tmp_path, World(factors=flat(AM=2.0, KZ=2.6)))
    assert finding.verdict == "mixed"
    assert "comparison territories" in finding.statement


def test_a_rise_that_began_a_year_before_is_not_ascribed_to_the_date(tmp_path: Path) -> None:
    finding = finding_of(tmp_path, World(factors=flat(AM=2.0), early={"AM": 1.6}))
    assert finding.verdict == "mixed"
    assert status_of(finding, "before the date") == "not_rejected"


def test_noise_that_hides_any_effect_gives_cannot_tell_with_the_smallest_that_could_be_seen(tmp_path: Path) -> None:
    finding = finding_of(tmp_path, World(factors=flat(), noise=2.5))
    assert finding.verdict == "cannot_tell"
    assert "would not reliably have been seen" in finding.statement
    assert parameters_of(finding)["least_visible_percent"] > 50


def test_goods_that_never_went_there_before_give_cannot_tell(tmp_path: Path) -> None:
    late = {month for month in months() if month >= SINCE}
    rows = [row for row in flows_of(World(factors=flat())) if row["partner"] != "AM" or row["period"] in late]
    with engine_of(tmp_path, rows) as engine:
        finding = ask_panel(engine, question_of(comparison=TERRITORIES))
    assert finding.verdict == "cannot_tell"
    assert finding.estimate is None
    assert "nothing of the goods went to the territory before the date" in finding.statement


def test_four_reporters_are_too_few_to_tell(tmp_path: Path) -> None:
    finding = finding_of(tmp_path, World(factors=flat(AM=2.0)), reporters=REPORTERS[:4])
    assert finding.verdict == "cannot_tell"
    assert "4 clusters are too few" in finding.statement


def test_without_comparison_territories_other_goods_are_the_comparison(tmp_path: Path) -> None:
    finding = finding_of(tmp_path, World(factors=flat(AM=2.0)), comparison=())
    assert parameters_of(finding)["design"] == "goods"
    assert status_of(finding, "Prices or supply") == "not_rejected"


def test_the_same_question_gives_the_same_finding(tmp_path: Path) -> None:
    with engine_of(tmp_path, flows_of(World(factors=flat(AM=1.5)))) as engine:
        assert ask_panel(engine, question_of()) == ask_panel(engine, question_of())


@needs_shared
@pytest.mark.shared
def test_the_first_leg_to_russia_is_as_computed_elsewhere(tmp_path: Path) -> None:
    with closing(DuckDBEngine(threads=2)) as engine:
        engine.add_flows(write_shared_flows(tmp_path))
        codes = f"SELECT DISTINCT code FROM flows WHERE source = {SANCTIONED} AND length(code) = 8 ORDER BY code"
        offices = f"SELECT DISTINCT reporter FROM flows WHERE source = {TOTALS} ORDER BY reporter"
        question = question_of(
            reporters=tuple(str(row[0]) for row in engine.rows(offices)), via=("RU",), comparison=(),
            products=tuple(str(row[0]) for row in engine.rows(codes)), left_out=("27",), rest="total", markets="all",
            changed="keep",
        )  # fmt: skip
        found = parameters_of(ask_panel(engine, question))
    assert (found["coefficient"], found["standard_error"], found["observations"]) == (-0.823, 0.1033, 1878)
