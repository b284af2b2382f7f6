"""Of several collections of the same trade, the one that a question is put to, and what must be said of it."""

import re
from collections.abc import Collection as Container
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from entrepot.errors import CallError
from entrepot.model.issue import Issue
from entrepot.trade.classifications.editions import hs_edition_sql
from entrepot.trade.classifications.matching import match_codes
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.rows import Scope, bind_scope, rows_in_scope_sql
from entrepot.trade.questions.windows import Window

DERIVED = ("baci", "imf")
"""Families of collections computed from others' reports, as "baci" or "imf-imputed": used where there is nothing else,
and never beside their own inputs."""
_KEY = ("dataset", "nomenclature", "frequency", "currency", "attribution")
_Key = tuple[str, ...]
_Codes = dict[tuple[str, int], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a scope's rows have in common, so that they may be added up; `frequency` is "M", "Q" or "A".

    `rows` are those of the scope for any goods, `goods_rows` those of its goods. `holds_goods` is true where the
    reporters have the goods at all, with any partner in any period: only then is no row of them no trade in them.
    """

    dataset: str
    nomenclature: str
    frequency: str
    currency: str
    attribution: str
    rows: int
    goods_rows: int = 0
    holds_goods: bool = False


def choose_collection(
    engine: Engine, table: str, scope: Scope, windows: Sequence[Window], left_out: Container[date] = ()
) -> tuple[Collection | None, tuple[Issue, ...]]:
    """The collection that a question is put to, None without rows; the lists of the scope are bound under `table`.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years; or there is no such dataset.
    """
    bind_scope(engine, table, scope, windows, left_out)
    found = _list_collections(engine, table, scope)
    if not found:
        require_dataset(engine, scope.dataset)
        _refuse_parts_of_years(engine, table, scope, windows)
        return None, ()
    return _choose(found, windows, scope)


def require_dataset(engine: Engine, dataset: str) -> None:
    """The records have the collection, if one is named.

    Raises:
        CallError: they have not.
    """
    if not dataset:
        return
    names = [str(row[0]) for row in engine.rows("SELECT DISTINCT dataset FROM flows ORDER BY dataset")]
    if dataset not in names:
        known = ", ".join(names) or "none"
        raise CallError(f"The case has no collection {dataset!r}; name one of those it has with --dataset: {known}.")


def is_derived(dataset: str) -> bool:
    """Whether a collection is computed from others' reports."""
    return re.split("[^a-z]", dataset.casefold(), maxsplit=1)[0] in DERIVED


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


def _refuse_parts_of_years(engine: Engine, table: str, scope: Scope, windows: Sequence[Window]) -> None:
    """Annual rows are of a year's January: windows without it would miss them, as if there were no trade.

    Raises:
        CallError: there are annual rows of the windows' years.
    """
    years = [Window(start=one.start.replace(month=1), end=one.end.replace(month=12)) for one in windows]
    bind_scope(engine, table, scope, years)
    annual = [one for one in _list_collections(engine, table, scope) if one.frequency == "A"]
    bind_scope(engine, table, scope, windows)
    if annual:
        _choose(annual, windows, scope)


def _list_collections(engine: Engine, table: str, scope: Scope) -> list[Collection]:
    """The collections that hold rows of the scope for any goods, by their number of rows."""
    in_scope = rows_in_scope_sql(table, scope, chosen=False)
    by_key = _codes_by_collection(engine, in_scope, {"flow": scope.flow})
    found = [_collection(key, codes, scope.goods) for key, codes in by_key.items() if _is_asked(key, scope)]
    if not all(one.goods_rows for one in found):
        held = _list_holders(engine, table, scope)
        found = [replace(one, holds_goods=one.holds_goods or _key_of(one) in held) for one in found]
    return sorted(found, key=lambda one: (-one.rows, _key_of(one)))


def _codes_by_collection(engine: Engine, rows_sql: str, parameters: Mapping[str, object]) -> dict[_Key, _Codes]:
    """How many rows each collection has of each code and edition."""
    keys = ", ".join(_KEY)
    sql = f"""
        SELECT {keys}, code, hs_edition, count(*) AS row_count
        FROM ({rows_sql}) AS in_scope
        GROUP BY {keys}, code, hs_edition
        ORDER BY {keys}, code, hs_edition
    """  # noqa: S608 - built above
    found: dict[_Key, _Codes] = {}
    for *key, code, edition, count in engine.rows(sql, parameters):
        found.setdefault(tuple(map(str, key)), {})[str(code), int(str(edition))] = int(str(count))
    return found


def _collection(key: _Key, codes: _Codes, goods: Goods) -> Collection:
    of_goods = sum(codes[one] for one in _held(goods, codes))
    dataset, nomenclature, frequency, currency, attribution = key
    return Collection(
        dataset=dataset, nomenclature=nomenclature, frequency=frequency, currency=currency, attribution=attribution,
        rows=sum(codes.values()), goods_rows=of_goods, holds_goods=of_goods > 0,
    )  # fmt: skip


def _held(goods: Goods, codes: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """The codes that the goods hold, blacked-out ones aside."""
    return {(code, edition) for code, edition, _, part, *_ in match_codes(goods, codes) if part != "masked"}


def _list_holders(engine: Engine, table: str, scope: Scope) -> set[_Key]:
    """The collections in which the reporters have the goods with any partner in any period."""
    reporters = f"AND f.reporter IN (SELECT reporter FROM {table}_reporters)" if scope.reporters else ""  # noqa: S608
    rows_sql = f"""
        SELECT f.*, {hs_edition_sql("f.edition", "f.period")} AS hs_edition
        FROM flows AS f
        WHERE f.flow = $flow {reporters}
    """  # noqa: S608 - names of the house
    by_key = _codes_by_collection(engine, rows_sql, {"flow": scope.flow})
    return {key for key, codes in by_key.items() if _held(scope.goods, codes)}


def _key_of(one: Collection) -> _Key:
    return one.dataset, one.nomenclature, one.frequency, one.currency, one.attribution


def _is_asked(key: _Key, scope: Scope) -> bool:
    """Whether a collection is of the dataset, currency and attribution that the scope names, if it names any."""
    dataset, _, _, currency, attribution = key
    wanted = ((scope.dataset, dataset), (scope.currency, currency), (scope.attribution, attribution))
    return all(not asked or asked == own for asked, own in wanted)


def _choose(
    found: Sequence[Collection], windows: Sequence[Window], scope: Scope
) -> tuple[Collection, tuple[Issue, ...]]:
    """The collection that a question is put to.

    One that has the goods comes before one that has not, the reported before the derived, the monthly before the
    annual, then the one with most rows of the goods.
    """
    order = sorted(found, key=_rank)
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
    # What has no row of the goods is left aside without a word: there is nothing in it to count again.
    others = [one for one in others if one.goods_rows]
    if not others:
        return chosen, derived
    names = ", ".join(f"{_collection_name(one)} ({one.goods_rows:,} rows)" for one in others)
    message = (
        f"Of the {scope.flow}s, {_collection_name(chosen)} was used; not added to it, because it would count the same "
        f"trade again or mix units: {names}."
    )
    return chosen, (*derived, Issue(code="other_collections", message=message, severity="note"))


def _rank(one: Collection) -> tuple[object, ...]:
    return not one.holds_goods, is_derived(one.dataset), "MQA".find(one.frequency), -one.goods_rows, -one.rows


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
