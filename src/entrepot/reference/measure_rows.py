"""Rows of the measures table, and of users' files of the same columns, as measures."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import cast

from entrepot.model.goods import GoodsScope
from entrepot.model.interval import Granularity, Interval
from entrepot.model.measure import Direction, GoodsExtent, KindLimit, ListedGoods, Measure
from entrepot.reference.goods_scopes import read_goods_scope
from entrepot.reference.measure_kinds import join_directions
from entrepot.reference.tables import Row, load_table, split_cell
from entrepot.reference.terms import first_day, last_day

TABLE = "measures"
GOODS_TABLE = "measure_goods"
_GRANULARITIES: dict[int, Granularity] = {4: "year", 7: "month", 10: "day"}
_LIMIT = re.compile(r"(?P<kind>\w+)(?: (?P<target>[A-Z]{2}))?(?: from (?P<start>\d{4}(?:-\d{2}){0,2}))?")
_WIDTHS = {"month": 7, "approximate": 4}
"""Characters of a date that a basis leaves certain."""
_IN_PART = " in part"
_CONTESTED = "in_force_contested"


def read_day_cell(cell: str) -> Interval | None:
    """The days that a date known to the day, month or year may be; None for an empty cell.

    Raises:
        ValueError: it is no such date.
    """
    if not cell:
        return None
    start, end = first_day(cell), last_day(cell)
    if len(cell) not in _GRANULARITIES or date.fromisoformat(start) > date.fromisoformat(end):
        raise ValueError(f"{cell!r} is no date")
    return Interval(start=start, end=end, granularity=_GRANULARITIES[len(cell)])


def widen_day(when: Interval | None, basis: str) -> Interval | None:
    """The days that a first day may be where its basis says that only the month, or about when, is known."""
    if when is None or when.start is None or basis not in _WIDTHS:
        return when
    return read_day_cell(when.start[: _WIDTHS[basis]])


def read_kind_limits(cell: str) -> tuple[KindLimit, ...]:
    """What single kinds of a row do not share with it: "trade_embargo RU;services_ban from 2022-07-21".

    Raises:
        ValueError: a part is not of that form.
    """
    return tuple(_read_limit(part) for part in split_cell(cell))


def _read_limit(part: str) -> KindLimit:
    found = _LIMIT.fullmatch(part)
    if found is None or not (found["target"] or found["start"]):
        raise ValueError(f"{part!r} is no limit")
    return KindLimit(
        kind=found["kind"],
        targets=(found["target"],) if found["target"] else (),
        valid_from=read_day_cell(found["start"] or ""),
    )


def read_listed_goods(row: Row, table: str) -> ListedGoods:
    """A row of a list of goods."""
    return ListedGoods(
        kind=row.get("kind", ""),
        nomenclature=row.get("nomenclature", "") or "HS",
        edition=int(row.get("edition", "") or 0),
        code=row["code"],
        extent=cast(GoodsExtent, row.get("extent", "") or "part"),
        source=row["source"],
        table=table,
    )


def read_measure(row: Row, table: str, observed_on: str, goods: Sequence[ListedGoods] = ()) -> Measure:
    """A row as a measure; cells that the row does not have count as empty.

    Raises:
        ValueError: a date or a limit is not of the form that the table's card says.
    """
    cells = _Cells(row)
    kinds = cells.several("kind")
    followed = cells.several("follows")
    return Measure(
        id=row["id"],
        issuer=row["jurisdiction"],
        programme=cells.one("programme"),
        kinds=kinds,
        direction=cast(Direction, cells.one("direction")) or join_directions(kinds),
        targets=cells.several("target"),
        scope=cells.one("scope"),
        goods=join_goods(read_goods_scope(cells.one("goods")) if cells.one("goods") else None, goods),
        legal_act=cells.one("legal_act"),
        article=cells.one("article"),
        title=cells.one("title"),
        summary=cells.one("summary"),
        valid_from=widen_day(cells.day("start"), cells.one("date_basis")),
        valid_to=cells.day("end"),
        date_basis=cells.one("date_basis"),
        status=cells.one("status") or "in_force",
        source=cells.one("source"),
        checked=cells.one("checked") or "established",
        table=table,
        announced=cells.day("announced"),
        wind_down_to=cells.day("wind_down"),
        observed_on=cells.one("observed_on") or observed_on,
        exceptions=cells.several("exceptions"),
        supersedes=cells.several("supersedes"),
        contested_by=cells.several("contested_by") or (("unnamed",) if cells.one("status") == _CONTESTED else ()),
        status_note=cells.one("status_note"),
        kind_limits=read_kind_limits(cells.one("kind_limits")),
        follows=tuple(one for one in followed if not one.endswith(_IN_PART)),
        follows_in_part=tuple(one.removesuffix(_IN_PART) for one in followed if one.endswith(_IN_PART)),
        lifts=cells.several("lifts"),
        eases=cells.several("eases"),
        relieves=cells.several("relieves"),
        goods_lists=tuple(goods),
        goods_closed=cells.one("goods_closed") == "yes",
    )


class _Cells:
    """The cells of a row, absent ones empty."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._row = row

    def one(self, name: str) -> str:
        return self._row.get(name, "").strip()

    def several(self, name: str) -> tuple[str, ...]:
        return split_cell(self.one(name))

    def day(self, name: str) -> Interval | None:
        return read_day_cell(self.one(name))


def join_goods(scope: GoodsScope | None, listed: Sequence[ListedGoods]) -> GoodsScope | None:
    """The goods of a row: the codes of the act's own list where there are some, or else what its words stand for."""
    if not listed:
        return scope
    editions = {one.edition for one in listed}
    names = {one.nomenclature for one in listed}
    return GoodsScope(
        text=scope.text if scope else "goods listed by the act",
        nomenclature=names.pop() if len(names) == 1 else "",
        edition=editions.pop() if len(editions) == 1 else 0,
        codes=tuple(dict.fromkeys(one.code for one in listed)),
        classes=scope.classes if scope else (),
        resolution="list",
        unresolved=scope.unresolved if scope else (),
    )


def group_listed_goods(rows: Iterable[tuple[str, Row]]) -> dict[str, list[ListedGoods]]:
    """The rows of lists of goods, each with the name of its table, by the measure that they belong to."""
    found: dict[str, list[ListedGoods]] = {}
    for table, row in rows:
        found.setdefault(row["measure"], []).append(read_listed_goods(row, table))
    return found


@cache
def load_measure_rows() -> tuple[Measure, ...]:
    """The measures of the table with the goods that their lists name, in order of their keys."""
    goods = group_listed_goods((GOODS_TABLE, row) for row in load_table(GOODS_TABLE).rows)
    table = load_table(TABLE)
    return tuple(read_measure(row, TABLE, table.card.compiled_on, goods.get(row["id"], ())) for row in table.rows)
