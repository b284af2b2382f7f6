"""Which rows a question is put to: who reports, with whom, which goods, within which months."""

from collections.abc import Collection as Container
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.model.flow import UNSPECIFIED, WORLD, FlowKind
from entrepot.trade.classifications.editions import hs_edition_sql
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.windows import Window

AGGREGATES = (WORLD, UNSPECIFIED, "EU")
"""Partners that are sums or unknown: they count only where a question names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The rows that a question asks about.

    Empty `reporters` or `partners` mean all single territories. `digits` counts codes of that length only; otherwise
    a code's own row is taken where the source has it, since that sum is complete, else the finest codes below it; with
    `finest`, always these, for questions that go product by product. `dataset`, `attribution` and
    `currency` narrow a choice that is otherwise made from what there is, and said.
    """

    flow: FlowKind
    goods: Goods
    reporters: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    digits: int | None = None
    finest: bool = False
    dataset: str = ""
    attribution: str = ""
    currency: str = ""


def bind_scope(
    engine: Engine, table: str, scope: Scope, windows: Sequence[Window], left_out: Container[date] = ()
) -> None:
    """The lists of a scope as small tables, so that the statement is the same for one reporter and for forty.

    Months of the windows that are `left_out` are not among its periods.
    """
    engine.add_table(f"{table}_reporters", {"reporter": "VARCHAR"}, [(one,) for one in scope.reporters])
    engine.add_table(f"{table}_partners", {"partner": "VARCHAR"}, [(one,) for one in scope.partners])
    months = {month: None for window in windows for month in window.list_months() if month not in left_out}
    engine.add_table(f"{table}_periods", {"period": "DATE"}, [(month,) for month in months])


def rows_in_scope_sql(table: str, scope: Scope, *, chosen: bool) -> str:
    """The rows of the view `flows` in a scope; `chosen` narrows them to one collection."""
    reporters = _listed("reporter", table) if scope.reporters else _single("reporter")
    partners = _listed("partner", table) if scope.partners else _single("partner")
    collection = """
          AND f.dataset = $dataset AND f.frequency = $frequency AND f.currency = $currency
          AND f.attribution = $attribution AND f.nomenclature = $nomenclature
    """
    return f"""
        SELECT f.*, {hs_edition_sql("f.edition", "f.period")} AS hs_edition
        FROM flows AS f
        WHERE f.flow = $flow AND f.partner2 = ''
          AND {reporters} AND {partners}
          AND f.period IN (SELECT period FROM {table}_periods)
          {collection if chosen else ""}
    """  # noqa: S608 - names of the house


def _listed(column: str, table: str) -> str:
    return f"f.{column} IN (SELECT {column} FROM {table}_{column}s)"  # noqa: S608 - names of the house


def _single(column: str) -> str:
    return f"f.{column} NOT IN ({', '.join(repr(code) for code in AGGREGATES)})"
