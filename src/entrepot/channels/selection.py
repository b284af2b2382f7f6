"""A set of levers under a budget of lawful trade, chosen exactly by integer programming, beside a greedy choice."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal

import highspy

from entrepot.channels.closure import Coverage, Effects, join_coverage, measure_effects
from entrepot.channels.substitution import reaction_of
from entrepot.model.closure import ExposedFlows, FlowCell, Reaction

Choose = Literal["low", "mid", "high"]
_HEADING = 4
_SLACK = 1e-9
"""Relative; sums of many cells differ in their last bits by the order in which they are added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The levers, by their place, that close most within a budget: chosen exactly, and greedily.

    `choose` says which bound of the closed amount was maximised; the lawful trade hit is the one that goes with it.
    """

    choose: Choose
    budget: float
    exact: tuple[int, ...]
    greedy: tuple[int, ...]
    exact_effects: Effects
    greedy_effects: Effects

    @property
    def beats_greedy(self) -> bool:
        """Whether the exact choice closes more than the greedy one."""
        exact, greedy = self.exact_effects.closed.of(self.choose), self.greedy_effects.closed.of(self.choose)
        return exact > greedy + _SLACK * max(1.0, abs(exact))


def select_levers(
    flows: ExposedFlows, coverages: Sequence[Coverage], reactions: Sequence[Reaction], budget: float, choose: Choose
) -> Selection:
    """The set of levers that closes most while it hits no more lawful trade than the budget.

    A cell that several levers cover counts once. Of sets that close the same, one that hits least lawful trade.
    The exact choice is made by HiGHS (Huangfu and Hall 2018, "Parallelizing the dual revised simplex method").
    """

    def measured(chosen: Iterable[int]) -> Effects:
        return measure_effects(flows, join_coverage(coverages[at] for at in chosen).cells, reactions)

    exact = _drop_idle(_solve(_Problem.build(flows, coverages, reactions, choose), budget), measured)
    greedy = _choose_greedily(len(coverages), measured, budget, choose)
    return Selection(
        choose=choose, budget=budget, exact=exact, greedy=greedy, exact_effects=measured(exact),
        greedy_effects=measured(greedy),
    )  # fmt: skip


def _drop_idle(chosen: tuple[int, ...], measured: Callable[[Iterable[int]], Effects]) -> tuple[int, ...]:
    """The levers without those that others make up for wholly."""
    for lever in reversed(chosen):
        rest = tuple(one for one in chosen if one != lever)
        if measured(rest) == measured(chosen):
            chosen = rest
    return chosen


def _choose_greedily(
    levers: int, measured: Callable[[Iterable[int]], Effects], budget: float, choose: Choose
) -> tuple[int, ...]:
    """One lever after the other: each time the one that closes most for each unit of lawful trade it hits on top."""
    chosen: tuple[int, ...] = ()
    while True:
        now = measured(chosen)
        best: tuple[float, float, int] | None = None
        for lever in range(levers):
            after = measured((*chosen, lever))
            gain = after.closed.of(choose) - now.closed.of(choose)
            cost = max(0.0, after.hit(choose) - now.hit(choose))
            if lever in chosen or gain <= 0 or after.hit(choose) > budget * (1 + _SLACK):
                continue
            ratio = gain / cost if cost > 0 else math.inf
            best = max(best or (-1.0, 0.0, 0), (ratio, gain, -lever))
        if best is None:
            return tuple(sorted(chosen))
        chosen = (*chosen, -best[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """What one bound of a choice adds up to: not more than `cap`, nor than the amounts of the covered cells.

    With `spare`, only what the supplied amounts exceed it by. `weight` is the share that stays closed.
    """

    weight: float
    cap: float
    amounts: Mapping[frozenset[int], float]
    supplied: Mapping[frozenset[int], float]
    spare: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problem:
    """Cells by the levers that cover them (`values`), and what they close in groups of codes, scaled to unit size."""

    levers: int
    scale: float
    values: Mapping[frozenset[int], float]
    groups: tuple[_Group, ...]
    middles: tuple[tuple[_Group, ...], ...]
    """For each group with a spare: the products of its heading, whose middle figure it may not exceed."""

    @classmethod
    def build(
        cls, flows: ExposedFlows, coverages: Sequence[Coverage], reactions: Sequence[Reaction], choose: Choose
    ) -> "_Problem":
        """The problem of one bound: the min rule by product, or by heading what must have come from the cells."""
        scale = max((cell.value for cell in flows.cells), default=0.0) or 1.0
        cells = [
            (owners, cell)
            for at, cell in enumerate(flows.cells)
            if (owners := frozenset(lever for lever, one in enumerate(coverages) if at in one.cells))
        ]
        products = {
            product: _Group(
                weight=_weight(product[:_HEADING], reactions, choose),
                cap=min(sum(amounts.values()), flows.caps.get(product, math.inf) / scale),
                amounts=amounts,
                supplied={},
            )
            for product, amounts in _sum_owners(
                (cell.product, owners, (cell.gained if choose == "high" else cell.beyond) / scale)
                for owners, cell in cells
            ).items()
        }
        values = _sum_owners(("", owners, cell.value / scale) for owners, cell in cells).get("", {})
        groups: tuple[_Group, ...] = tuple(products.values())
        middles: tuple[tuple[_Group, ...], ...] = ()
        if choose == "low":
            groups, middles = _floors(flows, cells, products, reactions, scale)
        return cls(levers=len(coverages), scale=scale, values=values, groups=groups, middles=middles)


_Owned = tuple[frozenset[int], FlowCell]


def _floors(
    flows: ExposedFlows, cells: Sequence[_Owned], products: Mapping[str, _Group], reactions: Sequence[Reaction],
    scale: float,
) -> tuple[tuple[_Group, ...], tuple[tuple[_Group, ...], ...]]:  # fmt: skip
    """For each heading that is bounded from below its group, and the groups of its products."""
    # As in `measure_effects`: not more than the cell's own value.
    supplied = _sum_owners(
        (cell.product[:_HEADING], owners, min(cell.imported, cell.value) / scale) for owners, cell in cells
    )
    headings = [heading for heading in supplied if heading in flows.spare]
    groups = tuple(
        _Group(
            weight=_weight(heading, reactions, "low"),
            cap=max(0.0, sum(supplied[heading].values()) - flows.spare[heading] / scale),
            amounts={},
            supplied=supplied[heading],
            spare=flows.spare[heading] / scale,
        )
        for heading in headings
    )
    middles = tuple(
        tuple(group for product, group in products.items() if product[:_HEADING] == heading) for heading in headings
    )
    return groups, middles


def _sum_owners(rows: Iterable[tuple[str, frozenset[int], float]]) -> dict[str, dict[frozenset[int], float]]:
    """Amounts added up by key and by the levers that cover them."""
    sums: dict[str, dict[frozenset[int], float]] = defaultdict(lambda: defaultdict(float))
    for key, owners, amount in rows:
        sums[key][owners] += amount
    return {key: dict(amounts) for key, amounts in sums.items()}


def _weight(heading: str, reactions: Sequence[Reaction], choose: Choose) -> float:
    found = reaction_of(heading, reactions)
    return {"low": found.kept_least, "mid": found.kept_middle, "high": found.kept_most}[choose]


def _solve(problem: _Problem, budget: float) -> tuple[int, ...]:
    """The levers of an optimal solution: first the most closed, then the least lawful trade hit for that."""
    model = _Model(problem)
    model.limit_hit(budget / problem.scale)
    closed = model.maximise()
    model.require_closed(closed)
    return model.least_hit()


class _Model:
    """The mixed-integer programme of a problem in HiGHS.

    Columns: a binary one a lever; one a set of levers, covered or not; one a group, what it closes before substitution.
    """

    def __init__(self, problem: _Problem) -> None:
        self._problem = problem
        self._solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("mip_rel_gap", 0.0)
        self._solver.setOptionValue("mip_abs_gap", 0.0)
        self._solver.setOptionValue("mip_feasibility_tolerance", 1e-9)
        self._solver.setOptionValue("primal_feasibility_tolerance", 1e-9)
        # One thread: a few levers are solved at once, and the same input gives the same choice.
        self._solver.setOptionValue("threads", 1)
        self._columns = count()
        self._levers = [self._add_column(1.0, whole=True) for _ in range(problem.levers)]
        self._covered = {owners: self._add_cover(owners) for owners in problem.values}
        self._closed = [self._add_group(at, group) for at, group in enumerate(problem.groups)]

    def limit_hit(self, budget: float) -> None:
        """What is covered less what is closed of it, before substitution, stays within the budget."""
        self._add_row(-math.inf, budget * (1 + _SLACK), self._hit())

    def maximise(self) -> float:
        """The most that can be closed."""
        return self._optimise({self._closed[at]: one.weight for at, one in enumerate(self._problem.groups)}, +1)

    def require_closed(self, amount: float) -> None:
        """As much is closed from here on."""
        weights = {self._closed[at]: one.weight for at, one in enumerate(self._problem.groups)}
        self._add_row(amount - 1e-7 * max(1.0, abs(amount)), math.inf, weights)

    def least_hit(self) -> tuple[int, ...]:
        """The levers of the solution that hits least."""
        self._optimise(self._hit(), -1)
        values = self._solver.getSolution().col_value
        return tuple(at for at, column in enumerate(self._levers) if values[column] > 0.5)

    def _hit(self) -> dict[int, float]:
        covered = {self._covered[owners]: value for owners, value in self._problem.values.items()}
        return covered | dict.fromkeys(self._closed, -1.0)

    def _add_cover(self, owners: frozenset[int]) -> int:
        """A column that is 1 where one of the levers is chosen and 0 where none is."""
        column = self._add_column(1.0)
        for lever in owners:
            self._add_row(0.0, math.inf, {column: 1.0, self._levers[lever]: -1.0})
        self._add_row(-math.inf, 0.0, {column: 1.0, **dict.fromkeys((self._levers[one] for one in owners), -1.0)})
        return column

    def _add_group(self, at: int, group: _Group) -> int:
        column = self._add_column(max(0.0, group.cap))
        if group.spare is None:
            self._add_row(-math.inf, 0.0, {column: 1.0, **self._covers(group.amounts, -1.0)})
            return column
        # What exceeds the spare counts only where something does: `above` is 1 there, and 0 forces nothing closed.
        above = self._add_column(1.0, whole=True)
        self._add_row(-math.inf, 0.0, {column: 1.0, above: -max(0.0, group.cap)})
        self._add_row(-math.inf, 0.0, {column: 1.0, above: group.spare, **self._covers(group.supplied, -1.0)})
        self._add_row(-math.inf, 0.0, {column: 1.0, **self._middle(at)})
        return column

    def _middle(self, at: int) -> dict[int, float]:
        """Columns of the middle figures of a heading's products, each within its cells and its cap."""
        found: dict[int, float] = {}
        for group in self._problem.middles[at]:
            column = self._add_column(max(0.0, group.cap))
            self._add_row(-math.inf, 0.0, {column: 1.0, **self._covers(group.amounts, -1.0)})
            found[column] = -1.0
        return found

    def _covers(self, amounts: Mapping[frozenset[int], float], sign: float) -> dict[int, float]:
        return {self._covered[owners]: sign * amount for owners, amount in amounts.items()}

    def _add_column(self, upper: float, *, whole: bool = False) -> int:
        self._solver.addVar(0.0, upper)
        column = next(self._columns)
        if whole:
            self._solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        return column

    def _add_row(self, lower: float, upper: float, terms: Mapping[int, float]) -> None:
        self._solver.addRow(lower, upper, len(terms), list(terms), list(terms.values()))

    def _optimise(self, objective: Mapping[int, float], direction: int) -> float:
        for column in range(self._solver.getNumCol()):
            self._solver.changeColCost(column, direction * objective.get(column, 0.0))
        self._solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"HiGHS ended with {self._solver.getModelStatus()}")
        return direction * float(self._solver.getObjectiveValue())
