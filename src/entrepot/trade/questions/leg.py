"""One leg of a channel, read out of the records: the goods, the same goods to others, other goods to the same place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
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
from entrepot.trade.questions.silence import (
    Published,
    left_out_issues,
    list_published,
    periods_of,
    silent_in,
    unpublished_pairs,
)
from entrepot.trade.questions.windows import Comparison, Window

LEG_CELLS = "leg_cells"
OTHER_CELLS = "leg_others"
_MOST = 0.9
"""Of the trade in the second window: a tenth at the most can have been there earlier without having been published."""
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
    without any record in part of the two windows, of what the question needs; `left_out` periods of the windows that
    none of them published, or not in the other window; `published` the periods of each reporter.
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
    left_out: frozenset[date] = frozenset()
    published: Published = field(default_factory=dict)

    @cached_property
    def frequency(self) -> str:
        """M or A; "" without any row."""
        return self.picked.collection.frequency if self.picked.collection else ""

    def periods(self, window: Window) -> list[date]:
        """The periods of a window at the frequency of the records, without those left out."""
        return [period for period in periods_of(window, self.frequency) if period not in self.left_out]

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

    def reaches_back_to(self, window: Window) -> bool:
        """Whether an earlier window was published by those that make most of the trade in the second.

        Where others began to publish later, the level of that window is too low, and growth since then too large.
        """
        if not self.covers(window):
            return False
        periods, after = set(self.periods(window)), self.goods_to(self.question.via, self.question.windows.after)
        known = [periods <= self.published.get(reporter, frozenset()) for reporter in self.reporters]
        whole = float(after.sum())
        return any(known) if not whole else float(after[known].sum()) >= _MOST * whole


def read_leg(engine: Engine, question: LegQuestion) -> Leg:
    """The rows that a question about a leg needs.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    picked, published, left_out = _pick_leg(engine, question)
    cells = _read_cells(engine, LEG_CELLS)
    others, other_picked = _read_others(engine, question, cells, left_out)
    known = {reporter for reporter, *_ in cells} | {reporter for reporter, _ in others}
    reporters = tuple(sorted(known & set(question.reporters or known)))
    frequency = picked.collection.frequency if picked.collection else "M"
    windows = question.windows
    of_windows = {month for month in left_out if month >= windows.before.start}
    said = left_out_issues(
        of_windows, 2 * len(periods_of(windows.before, frequency)), "the reporters have", frequency
    )  # fmt: skip
    return Leg(
        question=question,
        picked=picked,
        cells=cells,
        others=others,
        reporters=reporters,
        compared=_compared(question, cells),
        silent=(
            silent_in(windows, published, reporters, frequency, left_out) if picked.collection else question.reporters
        ),
        sources=(rows_by_source(engine, LEG_CELLS), rows_by_source(engine, OTHER_CELLS)),
        issues=(
            *picked.issues, *(other_picked.issues if other_picked else ()), *said, *_absent(question, reporters)
        ),
        left_out=left_out,
        published=published,
    )  # fmt: skip


def _pick_leg(engine: Engine, question: LegQuestion) -> tuple[Picked, Published, frozenset[date]]:
    """The rows of the goods, what each reporter published, and the periods left out since none of them did.

    A period that is left out of the windows is left out of the same months of earlier years as well.
    """
    partners = tuple(dict.fromkeys((*question.via, *question.compared))) if question.compared else ()
    scope, spans, windows = question.scope(question.goods, partners), question.spans(), question.windows
    picked = pick_cells(engine, LEG_CELLS, scope, spans)
    if picked.collection is None:
        return picked, {}, frozenset()
    published = list_published(engine, picked.collection, question.flow, spans)
    asked = [one for one in published if not question.reporters or one in question.reporters]
    frequency = picked.collection.frequency
    gone = unpublished_pairs(windows, published, asked, frequency)
    if not gone or len(gone) == 2 * len(periods_of(windows.before, frequency)):
        # Where nothing is left to compare, the rows there are show what the one window had.
        return picked, published, frozenset()
    before = [month for month in gone if month <= windows.before.end]
    step = windows.years_apart
    earlier = {month.replace(year=month.year - step * back) for month in before for back in range(1, EARLIER_YEARS + 1)}
    left_out = frozenset(gone | earlier)
    return pick_cells(engine, LEG_CELLS, scope, spans, left_out), published, left_out


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
    engine: Engine, question: LegQuestion, cells: Mapping[tuple[str, str, date], float], left_out: frozenset[date]
) -> tuple[dict[tuple[str, date], float], Picked | None]:
    """Other goods to `via`: as given, else all goods less these, else the sum of other codes; nothing for a total."""
    if question.goods.is_total and question.others is None:
        engine.keep(OTHER_CELLS, f"SELECT * FROM {LEG_CELLS} WHERE 1 = 0")  # noqa: S608 - a name of the house
        return {}, None
    wanted = question.others or read_goods(ALL_GOODS)
    picked = pick_cells(engine, OTHER_CELLS, question.scope(wanted, question.via), question.spans(), left_out)
    found = _sum_partners(_read_cells(engine, OTHER_CELLS))
    if question.others is None and found:
        less = _sum_partners({key: value for key, value in cells.items() if key[1] in question.via})
        return {key: value - less.get(key, 0.0) for key, value in found.items()}, picked
    if question.others is None:
        rest = replace(question.goods, plus=(Term(prefix=""),), minus=question.goods.plus)
        picked = pick_cells(engine, OTHER_CELLS, question.scope(rest, question.via), question.spans(), left_out)
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


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
