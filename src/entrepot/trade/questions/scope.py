"""The rows that a question is put to, picked out of one collection and added up without counting anything twice."""

from collections.abc import Collection as Container
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.model.flow import FlowKind
from entrepot.model.issue import Issue
from entrepot.trade.classifications.matching import match_codes
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.choice import (
    Collection,
    choose_collection,
    collection_parameters,
    is_derived,
    require_dataset,
)
from entrepot.trade.questions.rows import AGGREGATES, Scope, rows_in_scope_sql
from entrepot.trade.questions.windows import Window

__all__ = [
    "AGGREGATES",
    "Collection",
    "Picked",
    "Scope",
    "choose_collection",
    "collection_parameters",
    "is_derived",
    "pick_cells",
    "require_dataset",
    "rows_by_source",
    "rows_in_scope_sql",
]

_GOODS_COLUMNS = {
    "code": "VARCHAR",
    "hs_edition": "INTEGER",
    "term": "VARCHAR",
    "part": "VARCHAR",
    "level": "INTEGER",
    "sign": "INTEGER",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """Rows of a scope, added up by reporter, partner, code and period, under the name `table` in the engine.

    The table's columns are `reporter, partner, code, period, part, source, value, net_weight_kg, weighed_value,
    suppressed, row_count`. `part` is `goods`, `minus` (already negative) or `masked`: codes that a reporter has blacked
    out so far that they may hold the goods or not. None of the collection where no row fits the scope.
    """

    table: str
    collection: Collection | None
    issues: tuple[Issue, ...]
    flow: FlowKind = "export"

    @property
    def currency(self) -> str:
        """The currency of the values; "" without rows."""
        return self.collection.currency if self.collection else ""


def pick_cells(
    engine: Engine, table: str, scope: Scope, windows: Sequence[Window], left_out: Container[date] = ()
) -> Picked:
    """The rows of a scope within windows, less the months `left_out`, are kept under a name.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years; or there is no such dataset.
    """
    chosen, issues = choose_collection(engine, table, scope, windows, left_out)
    if chosen is None:
        engine.keep(table, _no_cells_sql())
        return Picked(table=table, collection=None, issues=(), flow=scope.flow)
    parameters = collection_parameters(scope, chosen)
    _bind_goods(engine, table, scope, parameters)
    engine.keep(table, _cells_sql(table, scope), parameters)
    said = (*issues, *_goods_issues(scope.goods, windows))
    return Picked(table=table, collection=chosen, issues=said, flow=scope.flow)


def rows_by_source(engine: Engine, table: str) -> dict[int, int]:
    """How many rows of each imported file a kept table rests on."""
    sql = f"""
        SELECT source, CAST(sum(row_count) AS BIGINT) AS row_count
        FROM {table}
        GROUP BY source
        ORDER BY source
    """  # noqa: S608 - a name of the house
    return {_whole(source): _whole(count) for source, count in engine.rows(sql)}


def _bind_goods(engine: Engine, table: str, scope: Scope, parameters: Mapping[str, object]) -> None:
    """The codes in scope that the goods hold, with the term that each belongs to, as a small table."""
    sql = f"""
        SELECT DISTINCT code, hs_edition
        FROM ({rows_in_scope_sql(table, scope, chosen=True)}) AS in_scope
        ORDER BY code, hs_edition
    """  # noqa: S608 - built above
    codes = ((str(code), _whole(edition)) for code, edition in engine.rows(sql, parameters))
    engine.add_table(
        f"{table}_goods", _GOODS_COLUMNS, match_codes(scope.goods, codes, digits=scope.digits, finest=scope.finest)
    )


def _cells_sql(table: str, scope: Scope) -> str:
    """The cells of a scope: for each reporter and term the best level of codes only, so that no sum counts twice."""
    return f"""
        WITH matched AS (
            SELECT in_scope.*, goods.term, goods.part, goods.level, goods.sign
            FROM ({rows_in_scope_sql(table, scope, chosen=True)}) AS in_scope
            JOIN {table}_goods AS goods
              ON goods.code = in_scope.code AND goods.hs_edition = in_scope.hs_edition
        ),
        levels AS (
            SELECT reporter, nomenclature, hs_edition, part, term, max(level) AS best
            FROM matched
            GROUP BY reporter, nomenclature, hs_edition, part, term
        )
        SELECT
            m.reporter, m.partner, m.code, m.period, m.part, m.source,
            sum(m.sign * m.value) AS value,
            sum(m.net_weight_kg) AS net_weight_kg,
            sum(CASE WHEN m.net_weight_kg > 0 THEN m.sign * m.value END) AS weighed_value,
            CAST(sum(CASE WHEN m.value IS NULL OR m.mark = 'suppressed' THEN 1 ELSE 0 END) AS BIGINT) AS suppressed,
            count(*) AS row_count
        FROM matched AS m
        JOIN levels AS l
          ON l.reporter = m.reporter AND l.nomenclature = m.nomenclature AND l.hs_edition = m.hs_edition
          AND l.part = m.part AND l.term = m.term AND l.best = m.level
        GROUP BY m.reporter, m.partner, m.code, m.period, m.part, m.source
    """  # noqa: S608 - names of the house


def _no_cells_sql() -> str:
    return """
        SELECT
            reporter, partner, code, period, '' AS part, source,
            value, net_weight_kg, value AS weighed_value,
            CAST(0 AS BIGINT) AS suppressed, CAST(0 AS BIGINT) AS row_count
        FROM flows
        WHERE 1 = 0
    """


def _goods_issues(goods: Goods, windows: Sequence[Window]) -> tuple[Issue, ...]:
    """What must be said of goods whose codes changed within the windows."""
    first = min(window.start for window in windows)
    if not goods.recoded or first >= date(2022, 1, 1):
        return ()
    message = (
        f"{len(goods.recoded)} of the items have no code in the edition of 2017 "
        f"({', '.join(goods.recoded)}); before 2022 "
        f"the code that held them is counted, and it held other goods as well for {', '.join(goods.broader) or 'none'}."
    )
    return (Issue(code="items_recoded", message=message, severity="warning"),)


def _whole(value: object) -> int:
    return int(str(value))
