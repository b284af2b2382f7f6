"""The sums that an exposure rests on: by territory and product, before and after, in one currency and at one scale."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from entrepot.model.flow import ALL_GOODS, FlowKind
from entrepot.trade.classifications.selectors import Goods, holds_code
from entrepot.trade.interface import Engine
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.mirror import PRODUCT_DIGITS, convert_cells
from entrepot.trade.questions.scope import Picked, rows_by_source
from entrepot.trade.questions.ties import tie_products
from entrepot.trade.questions.windows import Comparison, Window

_TIES = "exposure_ties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What a flow of a product came to before and after; of a year where `scaled`."""

    before: float = 0.0
    after: float = 0.0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(before=self.before + other.before, after=self.after + other.after)

    @property
    def gained(self) -> float:
        """How much more it is after; nothing where it fell."""
        return max(0.0, self.after - self.before)

    @property
    def lost(self) -> float:
        """How much less it is after; nothing where it grew."""
        return max(0.0, self.before - self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One side of the records, added up: `by_product` by territory at the other end and product, `by_code` after only.

    `known` is false where nobody published it, or its currency cannot be told in that of the question: no report, and
    not nothing. `withheld` counts the rows of a territory without a value, or under a code blacked out, after.
    """

    known: bool = False
    picked: Picked | None = None
    by_product: Mapping[tuple[str, str], Sums] = field(default_factory=dict)
    by_code: Mapping[tuple[str, str, str], float] = field(default_factory=dict)
    withheld: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[int, int] = field(default_factory=dict)

    def sum_products(self, territories: Iterable[str] | None = None) -> dict[str, Sums]:
        """The sums of each product over some territories; over all where none are named."""
        wanted = None if territories is None else set(territories)
        found: dict[str, Sums] = defaultdict(Sums)
        for (territory, product), sums in self.by_product.items():
            if wanted is None or territory in wanted:
                found[product] += sums
        return dict(found)

    def total(self) -> Sums:
        """All of it."""
        return sum(self.by_product.values(), start=Sums())


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A table of picked cells, and which column of it names the territory at the other end of the leg."""

    picked: Picked
    other_end: str


def bind_products(
    engine: Engine, picked: Sequence[Picked], windows: Comparison, records: Records
) -> tuple[frozenset[str], str]:
    """What stands for each six-digit code over revisions is bound as a small table.

    Returns the codes that can be followed under no name, which are kept under their own, and a nomenclature without a
    concordance, if there is one.
    """
    ties = tie_products(engine, picked, (windows.before.start, windows.after.end), records)
    tables = dict.fromkeys(one.table for one in picked)
    union = " UNION ".join(f"SELECT substr(code, 1, {PRODUCT_DIGITS}) AS code FROM {table}" for table in tables)  # noqa: S608
    codes = [str(row[0]) for row in engine.rows(f"SELECT DISTINCT code FROM ({union}) AS codes ORDER BY code")]  # noqa: S608
    named = [(code, ties.name(code)) for code in codes]
    engine.add_table(_TIES, {"code": "VARCHAR", "product": "VARCHAR"}, [(code, name or code) for code, name in named])
    return frozenset(code for code, name in named if name is None), ties.untied


def read_book(
    engine: Engine, side: Side, windows: Comparison, currency: str, rates: Mapping[str, float], scale: float
) -> Book:
    """The sums of a side, each multiplied by `scale`."""
    picked = side.picked
    spans = (windows.before, windows.after)
    table = f"{picked.table}_converted"
    if picked.collection is None or not convert_cells(engine, picked, table, currency, rates, spans):
        return Book(picked=picked)
    return Book(
        known=True,
        picked=picked,
        by_product=_read_products(engine, table, side.other_end, windows, scale),
        by_code=_read_codes(engine, table, side.other_end, windows.after, scale),
        withheld=_read_withheld(engine, picked.table, side.other_end, windows.after),
        sources=rows_by_source(engine, picked.table),
    )


def _read_products(
    engine: Engine, table: str, end: str, windows: Comparison, scale: float
) -> dict[tuple[str, str], Sums]:
    sql = f"""
        SELECT
            c.{end} AS territory, t.product,
            coalesce(sum(CASE WHEN c.period <= $before_end THEN c.value END), 0) AS value_before,
            coalesce(sum(CASE WHEN c.period >= $after_start THEN c.value END), 0) AS value_after
        FROM {table} AS c
        JOIN {_TIES} AS t ON t.code = substr(c.code, 1, {PRODUCT_DIGITS})
        GROUP BY c.{end}, t.product
        ORDER BY c.{end}, t.product
    """  # noqa: S608 - names of the house
    parameters = {"before_end": windows.before.end, "after_start": windows.after.start}
    return {
        (str(territory), str(product)): Sums(before=scale * _number(before), after=scale * _number(after))
        for territory, product, before, after in engine.rows(sql, parameters)
    }


def _read_codes(
    engine: Engine, table: str, end: str, window: Window, scale: float
) -> dict[tuple[str, str, str], float]:
    sql = f"""
        SELECT c.{end} AS territory, c.code, t.product, sum(c.value) AS value
        FROM {table} AS c
        JOIN {_TIES} AS t ON t.code = substr(c.code, 1, {PRODUCT_DIGITS})
        WHERE c.period >= $start
        GROUP BY c.{end}, c.code, t.product
        ORDER BY c.{end}, c.code, t.product
    """  # noqa: S608 - names of the house
    return {
        (str(territory), str(code), str(product)): scale * _number(value)
        for territory, code, product, value in engine.rows(sql, {"start": window.start})
        if _number(value) > 0
    }


def _read_withheld(engine: Engine, table: str, end: str, window: Window) -> dict[str, int]:
    sql = f"""
        SELECT {end} AS territory,
            CAST(sum(CASE WHEN part = 'masked' THEN row_count ELSE suppressed END) AS BIGINT) AS withheld
        FROM {table}
        WHERE period >= $start
        GROUP BY {end}
        ORDER BY {end}
    """  # noqa: S608 - names of the house
    rows = engine.rows(sql, {"start": window.start})
    return {str(territory): int(str(count)) for territory, count in rows if int(str(count or 0)) > 0}


def last_month(
    engine: Engine, flow: FlowKind, goods: Goods, reporters: Sequence[str], partners: Sequence[str]
) -> date | None:
    """The last month for which any of the reporters has a record of goods with any of the partners; all where empty."""
    engine.add_table("exposure_reporters", {"reporter": "VARCHAR"}, [(one,) for one in reporters])
    engine.add_table("exposure_partners", {"partner": "VARCHAR"}, [(one,) for one in partners])
    by_reporter = "AND reporter IN (SELECT reporter FROM exposure_reporters)" if reporters else ""
    by_partner = "AND partner IN (SELECT partner FROM exposure_partners)" if partners else ""
    sql = f"""
        SELECT code, max(period) AS last_period
        FROM flows
        WHERE flow = $flow AND frequency = 'M' {by_reporter} {by_partner}
        GROUP BY code
        ORDER BY code
    """  # noqa: S608 - constants
    rows = engine.rows(sql, {"flow": flow})
    held = [found for code, found in rows if holds_code(goods, str(code)) or (goods.is_total and code == ALL_GOODS)]
    return max((one if isinstance(one, date) else date.fromisoformat(str(one)[:10]) for one in held), default=None)


def list_reporting(engine: Engine, flow: FlowKind, dataset: str = "") -> frozenset[str]:
    """The reporters with any record of a flow, of any goods, in a collection or in all of them."""
    named = "AND dataset = $dataset" if dataset else ""
    sql = f"SELECT DISTINCT reporter FROM flows WHERE flow = $flow {named} ORDER BY reporter"  # noqa: S608 - constants
    return frozenset(str(row[0]) for row in engine.rows(sql, {"flow": flow, "dataset": dataset}))


def _number(value: object) -> float:
    return 0.0 if value is None else float(str(value))
