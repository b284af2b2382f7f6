"""A choice of levers in numbers: what is covered by which of them, and what limits what that closes."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from entrepot.channels.closure import Coverage
from entrepot.channels.substitution import reaction_of
from entrepot.model.closure import ExposedFlows, FlowCell, Reaction

Choose = Literal["low", "mid", "high"]
_HEADING = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What one bound of a choice adds up to: not more than `cap`, nor than the amounts of the covered cells.

    With `spare`, only what the supplied amounts exceed it by. `weight` is the share that stays closed.
    """

    weight: float
    cap: float
    amounts: Mapping[frozenset[int], float]
    supplied: Mapping[frozenset[int], float]
    spare: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Cells by the levers that cover them (`values`), and what they close in groups of codes, scaled to unit size."""

    choose: Choose
    levers: int
    scale: float
    values: Mapping[frozenset[int], float]
    groups: tuple[Group, ...]
    middles: tuple[tuple[Group, ...], ...]
    """For each group with a spare: the products of its heading, whose middle figure it may not exceed."""


_Owned = tuple[frozenset[int], FlowCell]


def _floors(
    flows: ExposedFlows, cells: Sequence[_Owned], products: Mapping[str, Group], reactions: Sequence[Reaction],
    scale: float,
) -> tuple[tuple[Group, ...], tuple[tuple[Group, ...], ...]]:  # fmt: skip
    """For each heading that is bounded from below its group, and the groups of its products."""
    # As in `measure_effects`: not more than the cell's own value.
    supplied = _sum_owners(
        (cell.product[:_HEADING], owners, min(cell.imported, cell.value) / scale) for owners, cell in cells
    )
    headings = [heading for heading in supplied if heading in flows.spare]
    groups = tuple(
        Group(
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


def build_problem(
    flows: ExposedFlows, coverages: Sequence[Coverage], reactions: Sequence[Reaction], choose: Choose
) -> Problem:
    """The problem of one bound: the min rule by product, or by heading what must have come from the cells."""
    scale = max((cell.value for cell in flows.cells), default=0.0) or 1.0
    cells = [
        (owners, cell)
        for at, cell in enumerate(flows.cells)
        if (owners := frozenset(lever for lever, one in enumerate(coverages) if at in one.cells))
    ]
    products = {
        product: Group(
            weight=_weight(product[:_HEADING], reactions, choose),
            cap=min(sum(amounts.values()), flows.caps.get(product, math.inf) / scale),
            amounts=amounts,
            supplied={},
        )
        for product, amounts in _sum_owners(
            (cell.product, owners, (cell.gained if choose == "high" else cell.beyond) / scale) for owners, cell in cells
        ).items()
    }
    values = _sum_owners(("", owners, cell.value / scale) for owners, cell in cells).get("", {})
    groups: tuple[Group, ...] = tuple(products.values())
    middles: tuple[tuple[Group, ...], ...] = ()
    if choose == "low":
        groups, middles = _floors(flows, cells, products, reactions, scale)
    return Problem(choose=choose, levers=len(coverages), scale=scale, values=values, groups=groups, middles=middles)
