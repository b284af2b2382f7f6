"""What levers would close of a channel: bounds of what they cover, joined by interval arithmetic."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from entrepot.channels.substitution import ReactionRange, reaction_of
from entrepot.model.closure import ExposedFlows, Reaction
from entrepot.model.finding import Estimate

METHOD = ("closure bounds", "1")
PERCENT = "%"
_HEADING = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """Three figures of one quantity: at the least, in the middle, at the most; always in that order."""

    low: float
    mid: float
    high: float

    def of(self, choose: str) -> float:
        """The one that a user chooses: low, mid or high."""
        return {"low": self.low, "mid": self.mid, "high": self.high}[choose]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What covering some cells comes to, a year: `lawful` is `exposed` less `diverted`, bound by bound."""

    exposed: float
    diverted: Amounts
    closed: Amounts

    @property
    def lawful(self) -> Amounts:
        """The trade that the measure would hit without closing anything."""
        return Amounts(
            low=self.exposed - self.diverted.high,
            mid=self.exposed - self.diverted.mid,
            high=self.exposed - self.diverted.low,
        )

    def hit(self, choose: str) -> float:
        """The lawful trade that goes with a choice: the more is closed, the less is hit."""
        return self.exposed - self.diverted.of(choose)


def measure_effects(flows: ExposedFlows, covered: Collection[int], reactions: Sequence[Reaction]) -> Effects:
    """What covering these cells, by their place in `flows.cells`, exposes, has diverted, and would close.

    At the most, of each product not more than the gain of the covered cells and the product's cap (the min rule). In
    the middle, not more than their gain beyond the pace of other trade. At the least, of each heading what went on
    beyond all that may have come from elsewhere, and not more than the middle. Covering more never closes less, and
    never hits less lawful trade.
    """
    chosen = sorted(set(covered))
    cells = [flows.cells[at] for at in chosen]
    most = _capped(flows, ((cell.product, cell.gained) for cell in cells))
    middle = _capped(flows, ((cell.product, cell.beyond) for cell in cells))
    least = _least(flows, chosen, middle)
    ranges = _ranges(flows, reactions)
    return Effects(
        exposed=sum(cell.value for cell in cells),
        diverted=Amounts(low=sum(least.values()), mid=sum(middle.values()), high=sum(most.values())),
        closed=Amounts(
            low=sum(amount * ranges[heading].kept_least for heading, amount in least.items()),
            mid=sum(amount * ranges[_heading(product)].kept_middle for product, amount in middle.items()),
            high=sum(amount * ranges[_heading(product)].kept_most for product, amount in most.items()),
        ),
    )


def _capped(flows: ExposedFlows, amounts: Iterable[tuple[str, float]]) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for product, amount in amounts:
        sums[product] += amount
    return {product: min(amount, flows.caps.get(product, amount)) for product, amount in sums.items()}


def _least(flows: ExposedFlows, chosen: Sequence[int], middle: Mapping[str, float]) -> dict[str, float]:
    """By heading, what must have come from the covered cells, and not more than the middle figure of their products."""
    supplied: dict[str, float] = defaultdict(float)
    for cell in (flows.cells[at] for at in chosen):
        # Not more than the cell's own value, so that nothing is called diverted that is not exposed.
        supplied[_heading(cell.product)] += min(cell.imported, cell.value)
    middles: dict[str, float] = defaultdict(float)
    for product, amount in middle.items():
        middles[_heading(product)] += amount
    return {
        heading: min(max(0.0, amount - flows.spare[heading]), middles[heading])
        for heading, amount in supplied.items()
        if heading in flows.spare
    }


def _heading(product: str) -> str:
    return product[:_HEADING]


def _ranges(flows: ExposedFlows, reactions: Sequence[Reaction]) -> dict[str, ReactionRange]:
    headings = {_heading(cell.product) for cell in flows.cells}
    return {heading: reaction_of(heading, reactions) for heading in headings}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What levers reach, as places in `ExposedFlows`: `cells` and `imports` of the issuers, in goods that are named.

    `goods_cells` and `goods_imports` are those of the same goods from everybody.
    """

    cells: frozenset[int] = frozenset()
    imports: frozenset[int] = frozenset()
    goods_cells: frozenset[int] = frozenset()
    goods_imports: frozenset[int] = frozenset()

    def joined(self, other: "Coverage") -> "Coverage":
        """What either reaches; a cell that both reach counts once."""
        return Coverage(
            cells=self.cells | other.cells,
            imports=self.imports | other.imports,
            goods_cells=self.goods_cells | other.goods_cells,
            goods_imports=self.goods_imports | other.goods_imports,
        )


def join_coverage(coverages: Iterable[Coverage]) -> Coverage:
    """What any of them reaches; nothing where there is none."""
    joined = Coverage()
    for coverage in coverages:
        joined = joined.joined(coverage)
    return joined


def controlled_share(flows: ExposedFlows, coverage: Coverage) -> Amounts | None:
    """The issuers' share of all supply of the goods to the third territory, in %; None where nobody else's is known.

    By the third territory's own imports, which name all of its suppliers. Without them by the exports of those who
    report any, others among them: that is the share at the most, since who does not report supplies as well.
    """
    by_imports = _share([cell.value for cell in flows.imports], coverage.imports, coverage.goods_imports)
    if by_imports is not None:
        return Amounts(low=by_imports, mid=by_imports, high=by_imports)
    if not coverage.goods_cells > coverage.cells:
        return None
    most = _share([cell.value for cell in flows.cells], coverage.cells, coverage.goods_cells)
    return None if most is None else Amounts(low=0.0, mid=most, high=most)


def _share(values: Sequence[float], own: Collection[int], everybody: Collection[int]) -> float | None:
    total = sum(values[at] for at in everybody)
    return 100 * sum(values[at] for at in own) / total if total > 0 else None


def as_estimate(amounts: Amounts, unit: str, *, bounded: bool = True) -> Estimate:
    """The three figures as an estimate; without an upper bound where values were withheld."""
    return Estimate(value=amounts.mid, low=amounts.low, high=amounts.high if bounded else None, unit=unit)
