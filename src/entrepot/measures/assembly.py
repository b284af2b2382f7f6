"""The rows of the tables and of the user's files, put together as one set of measures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from entrepot.measures.files import FileRows
from entrepot.measures.index import MeasureSet
from entrepot.model.issue import Issue
from entrepot.model.measure import ListedGoods, Measure
from entrepot.reference.measure_coverage import Coverage, load_coverage
from entrepot.reference.measure_rows import (
    GOODS_TABLE,
    TABLE,
    group_listed_goods,
    join_goods,
    load_measure_rows,
    read_measure,
)
from entrepot.reference.tables import table_digest


def assemble_measures(files: Sequence[FileRows] = ()) -> MeasureSet:
    """The measures of the tables and of these files.

    A row whose key another table or file has is left out and named. A list of goods is put to the measure that it
    names, wherever that stands.
    """
    own = load_measure_rows()
    keys = {one.id: f"the table {TABLE}" for one in own}
    added: list[Measure] = []
    issues: list[Issue] = [issue for file in files for issue in file.issues]
    for file in files:
        for row in file.measures:
            if row["id"] in keys:
                issues.append(_collision(file.name, row["id"], keys[row["id"]]))
            else:
                keys[row["id"]] = file.name
                added.append(read_measure(row, file.name, file.observed_on))
    goods = group_listed_goods((file.name, row) for file in files for row in file.goods)
    issues += _list_strays(files, keys)
    measures = [_with_goods(one, goods[one.id]) if one.id in goods else one for one in (*own, *added)]
    digests = {
        **{name: table_digest(name) for name in (TABLE, GOODS_TABLE)},
        **{file.name: file.sha256 for file in files},
    }
    return MeasureSet(measures, (*load_coverage(), *_coverage(files)), issues=issues, digests=digests)


def _with_goods(measure: Measure, goods: Sequence[ListedGoods]) -> Measure:
    listed = (*measure.goods_lists, *goods)
    return replace(measure, goods=join_goods(measure.goods, listed), goods_lists=listed)


def _coverage(files: Iterable[FileRows]) -> Iterable[Coverage]:
    return (one for file in files for one in file.coverage)


def _list_strays(files: Sequence[FileRows], keys: Mapping[str, str]) -> Iterable[Issue]:
    """Lists of goods of measures that are nowhere."""
    for file in files:
        for key in dict.fromkeys(row["measure"] for row in file.goods):
            if key not in keys:
                message = f"{file.name}: its goods are of the measure {key!r}, which no table and no file has; add it."
                yield Issue(code="measure_unknown", message=message, severity="error")


def _collision(name: str, key: str, other: str) -> Issue:
    message = f"{name}: the key {key} is that of a row of {other}; give the row another. It was left out."
    return Issue(code="key_taken", message=message, severity="error")
