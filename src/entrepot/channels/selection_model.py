"""The mixed-integer programme of a choice of levers, for HiGHS to solve."""

import math
from collections.abc import Mapping
from itertools import count
from typing import Any

import highspy

from entrepot.channels.selection_problem import Group, Problem

_TOLERANCE = 1e-6
"""Of the largest cell, as the solver's own: a set on the very edge of the budget is found, and measured afterwards."""


class SelectionModel:
    """The mixed-integer programme of a problem in HiGHS.

    Columns: a binary one a lever; one a set of levers, covered or not; one a group, what it closes before substitution.
    """

    def __init__(self, problem: Problem, budget: float) -> None:
        self._problem = problem
        self._solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("mip_rel_gap", 0.0)
        self._solver.setOptionValue("mip_abs_gap", 0.0)
        # One thread: a few levers are solved at once, and the same input gives the same choice.
        self._solver.setOptionValue("threads", 1)
        self._columns = count()
        self._levers = [self._add_column(1.0, whole=True) for _ in range(problem.levers)]
        self._covered = {owners: self._add_cover(owners) for owners in problem.values}
        self._closed = [self._add_group(at, group) for at, group in enumerate(problem.groups)]
        # What is covered less what is closed of it, before substitution, stays within the budget.
        self._add_row(-math.inf, budget + _TOLERANCE, self._hit())

    def find_most_closed(self) -> tuple[int, ...] | None:
        """The levers that close most; None where no set is left."""
        return self._optimise(self._weights(), 1.0)

    def find_least_hit(self) -> tuple[int, ...] | None:
        """The levers that hit least; None where no set is left."""
        return self._optimise(self._hit(), -1.0)

    def require_closed(self, amount: float) -> None:
        """As much is closed from here on."""
        self._add_row(amount - _TOLERANCE, math.inf, self._weights())

    def rule_out(self, chosen: tuple[int, ...]) -> None:
        """This very set of levers is no answer from here on."""
        signs = {column: -1.0 if at in chosen else 1.0 for at, column in enumerate(self._levers)}
        self._add_row(1.0 - len(chosen), math.inf, signs)

    def _weights(self) -> dict[int, float]:
        return {column: group.weight for column, group in zip(self._closed, self._problem.groups, strict=True)}

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

    def _add_group(self, at: int, group: Group) -> int:
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

    def _optimise(self, objective: Mapping[int, float], direction: float) -> tuple[int, ...] | None:
        for column in range(self._solver.getNumCol()):
            self._solver.changeColCost(column, direction * objective.get(column, 0.0))
        self._solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._solver.clearSolver()
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"HiGHS ended with {status}, which a choice of levers cannot lead to")
        values = self._solver.getSolution().col_value
        return tuple(at for at, column in enumerate(self._levers) if values[column] > 0.5)
