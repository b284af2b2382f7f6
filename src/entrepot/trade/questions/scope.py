"""Which rows a question is put to: reporters, partners, goods, and of several collections the one that counts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.errors import CallError
from entrepot.model.flow import UNSPECIFIED, WORLD, FlowKind
from entrepot.model.issue import Issue
from entrepot.trade.classifications.editions import hs_edition_sql
from entrepot.trade.classifications.matching import match_codes
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.windows import Window

AGGREGATES = (WORLD, UNSPECIFIED, "EU")
"""Partners that are sums or unknown: they count only where a question names them."""
DERIVED = ("baci", "imf")
"""Families of collections computed from others' reports, as "baci" or "imf-imputed": used where there is nothing else,
and never beside their own inputs."""
_GOODS_COLUMNS = {
    "code": "VARCHAR",
    "hs_edition": "INTEGER",
    "term": "VARCHAR",
    "part": "VARCHAR",
    "level": "INTEGER",
    "sign": "INTEGER",
}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a scope's rows have in common, so that they may be added up; `frequency` is "M", "Q" or "A"."""

    dataset: str
    nomenclature: str
    frequency: str
    currency: str
    attribution: str
    rows: int


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

    @property
    def currency(self) -> str:
        """The currency of the values; "" without rows."""
        return self.collection.currency if self.collection else ""


def pick_cells(engine: Engine, table: str, scope: Scope, windows: Sequence[Window]) -> Picked:
    """The rows of a scope within windows are kept under a name.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    chosen, issues = choose_collection(engine, table, scope, windows)
    if chosen is None:
        engine.keep(table, _no_cells_sql())
        return Picked(table=table, collection=None, issues=())
    parameters = collection_parameters(scope, chosen)
    _bind_goods(engine, table, scope, parameters)
    engine.keep(table, _cells_sql(table, scope), parameters)
    return Picked(table=table, collection=chosen, issues=(*issues, *_goods_issues(scope.goods, windows)))


def choose_collection(
    engine: Engine, table: str, scope: Scope, windows: Sequence[Window]
) -> tuple[Collection | None, tuple[Issue, ...]]:
    """The collection that a question is put to, None without rows; the lists of the scope are bound under `table`.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    _bind_scope(engine, table, scope, windows)
    found = _list_collections(engine, table, scope)
    if not found:
        _refuse_parts_of_years(engine, table, scope, windows)
        return None, ()
    return _choose_collection(found, windows, scope)


def is_derived(dataset: str) -> bool:
    """Whether a collection is computed from others' reports."""
    return re.split("[^a-z]", dataset.casefold(), maxsplit=1)[0] in DERIVED


def _refuse_parts_of_years(engine: Engine, table: str, scope: Scope, windows: Sequence[Window]) -> None:
    """Annual rows are of a year's January: windows without it would miss them, as if there were no trade.

    Raises:
        CallError: there are annual rows of the windows' years.
    """
    years = [Window(start=one.start.replace(month=1), end=one.end.replace(month=12)) for one in windows]
    _bind_scope(engine, table, scope, years)
    annual = [one for one in _list_collections(engine, table, scope) if one.frequency == "A"]
    _bind_scope(engine, table, scope, windows)
    if annual:
        _choose_collection(annual, windows, scope)


def rows_by_source(engine: Engine, table: str) -> dict[int, int]:
    """How many rows of each imported file a kept table rests on."""
    sql = f"""
        SELECT source, CAST(sum(row_count) AS BIGINT) AS row_count
        FROM {table}
        GROUP BY source
        ORDER BY source
    """  # noqa: S608 - a name of the house
    return {_whole(source): _whole(count) for source, count in engine.rows(sql)}


def _bind_scope(engine: Engine, table: str, scope: Scope, windows: Sequence[Window]) -> None:
    """The lists of a scope as small tables, so that the statement is the same for one reporter and for forty."""
    engine.add_table(f"{table}_reporters", {"reporter": "VARCHAR"}, [(one,) for one in scope.reporters])
    engine.add_table(f"{table}_partners", {"partner": "VARCHAR"}, [(one,) for one in scope.partners])
    months = {month: None for window in windows for month in window.list_months()}
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


def _list_collections(engine: Engine, table: str, scope: Scope) -> list[Collection]:
    """The collections that hold rows of the scope, by their number of rows."""
    sql = f"""
        SELECT dataset, nomenclature, frequency, currency, attribution, count(*) AS row_count
        FROM ({rows_in_scope_sql(table, scope, chosen=False)}) AS in_scope
        GROUP BY dataset, nomenclature, frequency, currency, attribution
        ORDER BY row_count DESC, dataset, nomenclature, frequency, currency, attribution
    """  # noqa: S608 - built above
    rows = engine.rows(sql, {"flow": scope.flow})
    return [
        Collection(
            dataset=str(dataset), nomenclature=str(nomenclature), frequency=str(frequency), currency=str(currency),
            attribution=str(attribution), rows=_whole(count),
        )
        for dataset, nomenclature, frequency, currency, attribution, count in rows
        if (not scope.dataset or dataset == scope.dataset)
        and (not scope.attribution or attribution == scope.attribution)
        and (not scope.currency or currency == scope.currency)
    ]  # fmt: skip


def _choose_collection(
    found: Sequence[Collection], windows: Sequence[Window], scope: Scope
) -> tuple[Collection, tuple[Issue, ...]]:
    """The collection that a question is put to: reported before derived, monthly before annual, then the largest."""
    order = sorted(found, key=lambda one: (is_derived(one.dataset), "MQA".find(one.frequency), -one.rows))
    whole_years = all(window.is_whole_years for window in windows)
    usable = [one for one in order if one.frequency == "M" or (one.frequency == "A" and whole_years)]
    if not usable and whole_years:
        raise CallError(f"The records of {order[0].dataset} are quarterly; import monthly or annual ones.")
    if not usable:
        raise CallError(
            f"The records of {order[0].dataset} are not monthly (frequency {order[0].frequency}); give windows "
            "of whole years, such as 2021 and 2022."
        )
    chosen, *others = usable + [one for one in order if one not in usable]
    derived = _derived_issues(chosen)
    if not others:
        return chosen, derived
    names = ", ".join(f"{_collection_name(one)} ({one.rows:,} rows)" for one in others)
    message = (
        f"Of the {scope.flow}s, {_collection_name(chosen)} was used; not added to it, because it would count the same "
        f"trade again or mix units: {names}."
    )
    return chosen, (*derived, Issue(code="other_collections", message=message, severity="note"))


def _derived_issues(chosen: Collection) -> tuple[Issue, ...]:
    if not is_derived(chosen.dataset):
        return ()
    message = (
        f"{chosen.dataset} is computed from both sides' reports: it is what neither of them reported, and no second "
        "witness beside them."
    )
    return (Issue(code="derived_collection", message=message, severity="warning"),)


def _collection_name(one: Collection) -> str:
    by = f" by {one.attribution}" if one.attribution else ""
    frequency = {"M": "monthly", "Q": "quarterly", "A": "annual"}.get(one.frequency, one.frequency)
    return f"{one.dataset} {one.nomenclature}, {frequency}, {one.currency}{by}"


def collection_parameters(scope: Scope, chosen: Collection) -> dict[str, object]:
    """What `rows_in_scope_sql` binds where a collection is chosen."""
    return {
        "flow": scope.flow,
        "dataset": chosen.dataset,
        "nomenclature": chosen.nomenclature,
        "attribution": chosen.attribution,
        "currency": chosen.currency,
        "frequency": chosen.frequency,
    }


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
