"""A set of levers under a budget of lawful trade, chosen exactly by integer programming, beside a greedy choice."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from entrepot.channels.closure import Coverage, Effects, join_coverage, measure_effects
from entrepot.channels.selection_model import SelectionModel
from entrepot.channels.selection_problem import Choose, Problem, build_problem
from entrepot.model.closure import ExposedFlows, Reaction

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

    exact = _drop_idle(_choose_exactly(build_problem(flows, coverages, reactions, choose), measured, budget), measured)
    greedy = _choose_greedily(len(coverages), measured, budget, choose)
    return Selection(
        choose=choose, budget=budget, exact=exact, greedy=greedy, exact_effects=measured(exact),
        greedy_effects=measured(greedy),
    )  # fmt: skip


def _choose_exactly(problem: Problem, measured: Callable[[Iterable[int]], Effects], budget: float) -> tuple[int, ...]:
    """The levers of an optimal solution: first the most closed, then the least lawful trade hit for that.

    The solver works within a tolerance; each set it finds is measured again, and one that goes over the budget by
    however little is ruled out, so that the answer is exact.
    """
    choose = problem.choose

    def is_allowed(chosen: tuple[int, ...]) -> bool:
        return measured(chosen).hit(choose) <= budget * (1 + _SLACK)

    model = SelectionModel(problem, budget / problem.scale)
    chosen = _first_allowed(model.find_most_closed, model, is_allowed)
    closed = measured(chosen).closed.of(choose)
    model.require_closed(closed / problem.scale)
    cheaper = _first_allowed(model.find_least_hit, model, is_allowed)
    closes_as_much = measured(cheaper).closed.of(choose) >= closed * (1 - _SLACK)
    return cheaper if closes_as_much and measured(cheaper).hit(choose) < measured(chosen).hit(choose) else chosen


def _first_allowed(
    find: Callable[[], tuple[int, ...] | None],
    model: SelectionModel,
    is_allowed: Callable[[tuple[int, ...]], bool],
) -> tuple[int, ...]:
    """The first set that the solver finds within the budget; no lever where there is none, which is always allowed."""
    while (chosen := find()) is not None:
        if is_allowed(chosen):
            return chosen
        model.rule_out(chosen)
    return ()


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
