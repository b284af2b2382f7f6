"""One leg of a channel, read out of the records: the goods, the same goods to others, other goods to the same place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from entrepot.model.flow import ALL_GOODS, UNSPECIFIED, WORLD, FlowKind
from entrepot.model.issue import Issue
from entrepot.reference.tables import load_table
from entrepot.reference.territories import territory_name
from entrepot.trade.classifications.selectors import Goods, Term, read_goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.contrast import Cells
from entrepot.trade.questions.ends import require_apart, require_named
from entrepot.trade.questions.scope import AGGREGATES, Picked, Scope, pick_cells, rows_by_source
from entrepot.trade.questions.windows import Comparison, Window

LEG_CELLS = "leg_cells"
OTHER_CELLS = "leg_others"
EARLIER_YEARS = 2
"""Windows before the first that are looked at: the placebo, and one more, so that a trough is not taken for normal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegQuestion:
    """What is asked of a leg: did these reporters' trade in goods with `via` grow beyond that of others?

    `destination` and the hubs of the reference table are left out of the partners compared with, unless `compared`
    names them. `others` are the goods of the second comparison, by default everything else. `least_growth` is the
    growth beyond others that counts (0.25 is +25 %), `least_value` the smallest increase worth naming, in the records'
    currency.
    """

    reporters: tuple[str, ...]
    via: tuple[str, ...]
    goods: Goods
    windows: Comparison
    destination: str = ""
    compared: tuple[str, ...] = ()
    others: Goods | None = None
    flow: FlowKind = "export"
    dataset: str = ""
    least_growth: float = 0.25
    least_value: float = 0.0

    def __post_init__(self) -> None:
        require_named(self.via, "territory at the end of the leg")
        require_apart(self.compared, self.via, ("compared with", "asked about"))
        if len(self.reporters) == 1:
            require_apart(self.reporters, self.via, ("the reporter", "its partner"))

    def scope(self, goods: Goods, partners: tuple[str, ...]) -> Scope:
        """The rows of this leg for some goods and partners."""
        return Scope(
            flow=self.flow, goods=goods, reporters=self.reporters, partners=partners, dataset=self.dataset
        )  # fmt: skip

    def spans(self) -> tuple[Window, ...]:
        """The windows that are read: after, before, and the same months of the years before that."""
        step = self.windows.years_apart
        earlier = (self.windows.before.moved(-step * back) for back in range(1, EARLIER_YEARS + 1))
        return (self.windows.after, self.windows.before, *earlier)


@dataclass(frozen=True)
class Leg:
    """The rows of a leg, added up by reporter, partner and period.

    `cells` and `others` hold values by (reporter, partner, period); `others` only of `via`. `silent` are reporters
    without any record in part of the two windows, of what the question needs.
    """

    question: LegQuestion
    picked: Picked
    cells: Mapping[tuple[str, str, date], float]
    others: Mapping[tuple[str, date], float]
    reporters: tuple[str, ...]
    compared: tuple[str, ...]
    silent: tuple[str, ...]
    sources: tuple[Mapping[int, int], ...]
    issues: tuple[Issue, ...]

    @cached_property
    def frequency(self) -> str:
        """M or A; "" without any row."""
        return self.picked.collection.frequency if self.picked.collection else ""

    def periods(self, window: Window) -> list[date]:
        """The periods of a window at the frequency of the records."""
        months = window.list_months()
        return months if self.frequency != "A" else [month for month in months if month.month == 1]

    def goods_to(self, partners: Sequence[str], window: Window) -> Cells:
        """Values of the goods as reporters x periods."""
        periods = self.periods(window)
        values = [
            [sum(self.cells.get((reporter, partner, period), 0.0) for partner in partners) for period in periods]
            for reporter in self.reporters
        ]
        return np.array(values, dtype=np.float64).reshape(len(self.reporters), len(periods))

    def other_goods(self, window: Window) -> Cells:
        """Values of the other goods to `via` as reporters x periods, never below nothing."""
        periods = self.periods(window)
        values = [[self.others.get((reporter, period), 0.0) for period in periods] for reporter in self.reporters]
        return np.array(values, dtype=np.float64).reshape(len(self.reporters), len(periods)).clip(min=0)

    def covers(self, window: Window) -> bool:
        """Whether the records have any row of these goods, or of other goods, in a window."""
        periods = set(self.periods(window))
        return any(period in periods for *_, period in self.cells) or any(
            period in periods for _, period in self.others
        )


def read_leg(engine: Engine, question: LegQuestion) -> Leg:
    """The rows that a question about a leg needs.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    partners = tuple(dict.fromkeys((*question.via, *question.compared))) if question.compared else ()
    picked = pick_cells(engine, LEG_CELLS, question.scope(question.goods, partners), question.spans())
    cells = _read_cells(engine, LEG_CELLS)
    others, other_picked = _read_others(engine, question, cells)
    known = {reporter for reporter, *_ in cells} | {reporter for reporter, _ in others}
    reporters = tuple(sorted(known & set(question.reporters or known)))
    return Leg(
        question=question,
        picked=picked,
        cells=cells,
        others=others,
        reporters=reporters,
        compared=_compared(question, cells),
        silent=_silent_reporters(engine, question, picked),
        sources=(rows_by_source(engine, LEG_CELLS), rows_by_source(engine, OTHER_CELLS)),
        issues=(*picked.issues, *(other_picked.issues if other_picked else ()), *_absent(question, reporters)),
    )


def _absent(question: LegQuestion, reporters: Sequence[str]) -> tuple[Issue, ...]:
    """That some reporters asked for have no record at all, where others have."""
    absent = [territory_name(code) for code in question.reporters if code not in reporters]
    if not absent or not reporters:
        return ()
    few = ", ".join(absent[:5]) + (f" and {len(absent) - 5} more" if len(absent) > 5 else "")
    message = (
        f"{len(absent)} of the {len(question.reporters)} reporters asked for have no such record, which is no report "
        f"and not nothing: {few}."
    )
    return (Issue(code="reporters_absent", message=message, severity="warning"),)


def _read_cells(engine: Engine, table: str) -> dict[tuple[str, str, date], float]:
    sql = f"""
        SELECT reporter, partner, period, sum(value) AS value
        FROM {table}
        WHERE part <> 'masked' AND value IS NOT NULL
        GROUP BY reporter, partner, period
        ORDER BY reporter, partner, period
    """  # noqa: S608 - a name of the house
    return {(str(r), str(p), _day(period)): float(str(value)) for r, p, period, value in engine.rows(sql)}


def _read_others(
    engine: Engine, question: LegQuestion, cells: Mapping[tuple[str, str, date], float]
) -> tuple[dict[tuple[str, date], float], Picked | None]:
    """Other goods to `via`: as given, else all goods less these, else the sum of other codes; nothing for a total."""
    if question.goods.is_total and question.others is None:
        engine.keep(OTHER_CELLS, f"SELECT * FROM {LEG_CELLS} WHERE 1 = 0")  # noqa: S608 - a name of the house
        return {}, None
    wanted = question.others or read_goods(ALL_GOODS)
    picked = pick_cells(engine, OTHER_CELLS, question.scope(wanted, question.via), question.spans())
    found = _sum_partners(_read_cells(engine, OTHER_CELLS))
    if question.others is None and found:
        less = _sum_partners({key: value for key, value in cells.items() if key[1] in question.via})
        return {key: value - less.get(key, 0.0) for key, value in found.items()}, picked
    if question.others is None:
        rest = replace(question.goods, plus=(Term(prefix=""),), minus=question.goods.plus)
        picked = pick_cells(engine, OTHER_CELLS, question.scope(rest, question.via), question.spans())
        found = _sum_partners(_read_cells(engine, OTHER_CELLS))
    return found, picked


def _sum_partners(cells: Mapping[tuple[str, str, date], float]) -> dict[tuple[str, date], float]:
    sums: dict[tuple[str, date], float] = {}
    for (reporter, _, period), value in cells.items():
        sums[reporter, period] = sums.get((reporter, period), 0.0) + value
    return sums


def _compared(question: LegQuestion, cells: Mapping[tuple[str, str, date], float]) -> tuple[str, ...]:
    """The partners compared with: those named, else all that are neither parties to the channel nor known hubs."""
    taken = {*question.via, question.destination, *question.reporters, *AGGREGATES, WORLD, UNSPECIFIED}
    if question.compared:
        return tuple(code for code in question.compared if code not in question.via)
    hubs = {row["iso2"] for row in load_table("hubs").rows}
    return tuple(sorted({partner for _, partner, _ in cells} - taken - hubs))


def _silent_reporters(engine: Engine, question: LegQuestion, picked: Picked) -> tuple[str, ...]:
    """Reporters that have records of some period of the two windows, for any goods and partner, but not of all."""
    if picked.collection is None:
        return question.reporters
    windows = (question.windows.before, question.windows.after)
    wanted = {month for window in windows for month in window.list_months()}
    if picked.collection.frequency == "A":
        wanted = {month for month in wanted if month.month == 1}
    sql = f"""
        SELECT reporter, count(DISTINCT period) AS period_count
        FROM flows
        WHERE dataset = $dataset AND flow = $flow AND frequency = $frequency
          AND (period BETWEEN $before_start AND $before_end OR period BETWEEN $after_start AND $after_end)
          AND reporter IN (SELECT reporter FROM {LEG_CELLS})
        GROUP BY reporter
        ORDER BY reporter
    """  # noqa: S608 - a name of the house
    parameters = {
        "dataset": picked.collection.dataset, "flow": question.flow, "frequency": picked.collection.frequency,
        "before_start": windows[0].start, "before_end": windows[0].end,
        "after_start": windows[1].start, "after_end": windows[1].end,
    }  # fmt: skip
    counts = {str(reporter): int(str(count)) for reporter, count in engine.rows(sql, parameters)}
    partly = {reporter for reporter, count in counts.items() if count < len(wanted)}
    return tuple(sorted(partly))


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
