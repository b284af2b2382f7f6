"""Did the value of a kilogram change? Robust, and only where rows carry weights."""

from dataclasses import dataclass

import numpy as np

from entrepot.model.finding import Alternative, Estimate, Finding, FindingVerdict
from entrepot.model.flow import FlowKind
from entrepot.trade import alternatives
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.contrast import DRAWS, POWER, SEED, Cells
from entrepot.trade.questions.findings import Answer, Question, Records, make_finding, percent
from entrepot.trade.questions.known_codes import say_unknown_codes
from entrepot.trade.questions.scope import Picked, Scope, pick_cells, rows_by_source
from entrepot.trade.questions.silence import few_names
from entrepot.trade.questions.windows import Comparison, Window

METHOD = "median log unit value"
LEAST_CELLS = 12
"""Cells (reporter, partner, code, month) in each window below which a median says little."""
_MAD_TO_SD = 1.4826
"""Median absolute deviation to standard deviation of a normal distribution (Rousseeuw and Croux 1993)."""
_CELLS = "unit_value_cells"
_NUMBERS_AT_ONCE = 5_000_000
"""Of a resample: forty megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitValueQuestion:
    """What is asked: did a kilogram of the goods cost `least_change` more or less (0.2 is 20 %) after than before?"""

    reporters: tuple[str, ...]
    partners: tuple[str, ...]
    goods: Goods
    windows: Comparison
    flow: FlowKind = "export"
    dataset: str = ""
    least_change: float = 0.20


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitValueTest:
    """The change of the median log unit value, code by code, and how far the cells spread (robust, in logs)."""

    change: float
    low: float
    high: float
    spread: float
    cells: tuple[int, int]
    outliers: int

    @property
    def smallest_visible(self) -> float:
        """The change, 0.3 for +30 %, that would have been seen four times out of five."""
        return float(np.expm1(POWER * (self.high - self.low) / 2))


def assess_unit_values(engine: Engine, question: UnitValueQuestion, records: Records) -> Finding:
    """Whether the value of a kilogram changed between two windows, by medians of logs, each code against itself.

    A change of unit value can be a change of price, of quality within the code, or of what is declared; the finding
    says that it changed, never why. Cells further than 3.5 robust deviations from their code's median are counted.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    scope = Scope(
        flow=question.flow, goods=question.goods, finest=True, reporters=question.reporters, partners=question.partners,
        dataset=question.dataset,
    )  # fmt: skip
    windows = question.windows
    picked = pick_cells(engine, _CELLS, scope, (windows.before, windows.after))
    logs = [_read_logs(engine, window) for window in (windows.before, windows.after)]
    test = compare_unit_values(*_centre_by_code(*logs))
    cells = sum(map(len, logs[0].values())), sum(map(len, logs[1].values()))
    answer = _answer(question, test, picked, _count_rows(engine), cells)
    answer = say_unknown_codes(engine, question.goods, (picked.collection,), answer, question.dataset)
    return make_finding(_question(question, test, picked), answer, records, [rows_by_source(engine, _CELLS)])


def compare_unit_values(before: Cells, after: Cells) -> UnitValueTest | None:
    """The change of medians with a bootstrap interval of cells; None with too few of them."""
    if min(before.size, after.size) < LEAST_CELLS:
        return None
    generator = np.random.default_rng(SEED)
    drawn = [_draw_medians(generator, cells) for cells in (before, after)]
    low, high = np.quantile(drawn[1] - drawn[0], [0.025, 0.975])
    change = float(np.median(after) - np.median(before))
    spread = _MAD_TO_SD * float(np.median(np.abs(before - np.median(before))))
    outliers = int((np.abs(after - np.median(after)) > 3.5 * spread).sum()) if spread > 0 else 0
    return UnitValueTest(
        change=change, low=min(float(low), change), high=max(float(high), change), spread=spread,
        cells=(before.size, after.size), outliers=outliers,
    )  # fmt: skip


def _draw_medians(generator: np.random.Generator, cells: Cells) -> Cells:
    """Medians of resamples, drawn in parts, so that memory does not grow with the number of cells."""
    at_once = max(1, _NUMBERS_AT_ONCE // cells.size)
    parts = (min(at_once, DRAWS - done) for done in range(0, DRAWS, at_once))
    drawn = [np.median(cells[generator.integers(0, cells.size, size=(part, cells.size))], axis=1) for part in parts]
    return np.concatenate(drawn)


def _read_logs(engine: Engine, window: Window) -> dict[str, list[float]]:
    sql = f"""
        SELECT code, ln(sum(weighed_value) / sum(net_weight_kg)) AS log_unit_value
        FROM {_CELLS}
        WHERE part = 'goods' AND net_weight_kg > 0 AND weighed_value > 0 AND period BETWEEN $start AND $end
        GROUP BY reporter, partner, code, period
        ORDER BY code, reporter, partner, period
    """  # noqa: S608 - a name of the house
    found: dict[str, list[float]] = {}
    for code, log in engine.rows(sql, {"start": window.start, "end": window.end}):
        found.setdefault(str(code), []).append(float(str(log)))
    return found


def _centre_by_code(before: dict[str, list[float]], after: dict[str, list[float]]) -> tuple[Cells, Cells]:
    """The logs of the codes that both windows have, less each code's median before, so that a mix does not matter."""
    centres = {code: float(np.median(logs)) for code, logs in before.items() if code in after}
    first = [log - centre for code, centre in sorted(centres.items()) for log in before[code]]
    second = [log - centre for code, centre in sorted(centres.items()) for log in after[code]]
    return np.array(first, dtype=np.float64), np.array(second, dtype=np.float64)


def _decide(question: UnitValueQuestion, test: UnitValueTest | None) -> FindingVerdict:
    if test is None:
        return "cannot_tell"
    least = float(np.log1p(question.least_change))
    if test.low > 0 or test.high < 0:
        return "supports" if abs(test.change) >= least else "does_not_support"
    return "does_not_support" if max(abs(test.low), abs(test.high)) < least else "cannot_tell"


def _count_rows(engine: Engine) -> tuple[int, int]:
    """Rows of the goods in both windows, and those of them in cells that carry a weight and a value."""
    sql = f"""
        SELECT
            coalesce(sum(row_count), 0) AS row_count,
            coalesce(sum(CASE WHEN net_weight_kg > 0 AND weighed_value > 0 THEN row_count END), 0) AS weighed_count
        FROM {_CELLS}
        WHERE part = 'goods'
    """  # noqa: S608 - a name of the house
    rows, weighed = engine.rows(sql)[0]
    return int(str(rows)), int(str(weighed))


def _why_not(picked: Picked, rows: tuple[int, int], cells: tuple[int, int]) -> str:
    """Why there is no median to compare, and so no smallest change that would have been seen."""
    if picked.collection is None or not rows[0]:
        return "there is no record of them in these windows"
    if not rows[1]:
        return f"none of the {rows[0]:,} rows of {picked.collection.dataset} carries a weight"
    return (
        f"{cells[0]} cells before and {cells[1]} after carry a weight and a value, of a reporter, partner, code and "
        f"period each, and {LEAST_CELLS} on each side, of codes that occur on both, are needed"
    )


def _answer(
    question: UnitValueQuestion,
    test: UnitValueTest | None,
    picked: Picked,
    rows: tuple[int, int],
    cells: tuple[int, int],
) -> Answer:
    reporters, partners = few_names(question.reporters, "all reporters"), few_names(question.partners, "all partners")
    windows = question.windows
    ends = f"from {reporters} to {partners}" if question.flow == "export" else f"of {reporters} from {partners}"
    what = f"{question.goods.text}, {question.flow}s {ends},"
    if test is None:
        statement = (
            f"The value of a kilogram of {what} in {windows.before} and {windows.after} cannot be told: "
            f"{_why_not(picked, rows, cells)}. Without medians no smallest change can be stated that would have been "
            "seen."
        )
        return Answer(statement=statement, verdict="cannot_tell", issues=picked.issues)
    change, low, high = (float(np.expm1(one)) for one in (test.change, test.low, test.high))
    verdict = _decide(question, test)
    unseen = (
        f" The smallest change that would have been seen four times out of five is {percent(test.smallest_visible)}."
        if verdict == "cannot_tell"
        else ""
    )
    statement = (
        f"The median value of a kilogram of {what} changed by {percent(change)} (95 %: {percent(low)} to "
        f"{percent(high)}) from {windows.before} to {windows.after}, over {test.cells[0]:,} cells before and "
        f"{test.cells[1]:,} after; {test.outliers or 'none'} of those after lie far from the median, by the spread of "
        f"those before.{unseen}"
    )
    years = windows.before.start.year, windows.after.start.year
    growth = alternatives.Growth(before=1.0, after=1 + change)
    return Answer(
        statement=statement,
        verdict=verdict,
        estimate=Estimate(value=100 * change, low=100 * low, high=100 * high, unit="% per kg"),
        alternatives=(
            alternatives.assess_currency(growth, picked.currency, years, question.least_change),
            Alternative(
                explanation=(
                    "Quality: other goods within the same codes change the unit value without any change of price."
                ),
                status="not_testable",
            ),
        ),
        issues=picked.issues,
    )


def _question(question: UnitValueQuestion, test: UnitValueTest | None, picked: Picked) -> Question:
    return Question(
        kind="unit_values",
        subject={
            "reporters": list(question.reporters), "partners": list(question.partners), "goods": question.goods.text,
            "flow": question.flow, "before": str(question.windows.before), "after": str(question.windows.after),
        },
        method=METHOD,
        parameters={
            "least_change": question.least_change,
            "least_cells": LEAST_CELLS,
            "cells": list(test.cells) if test else None,
            "spread_log": test.spread if test else None,
            "far_off": test.outliers if test else None,
            "currency": picked.currency,
            "draws": DRAWS,
            "seed": SEED,
        },
    )  # fmt: skip
