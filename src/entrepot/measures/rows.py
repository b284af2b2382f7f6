"""What a row of measures or of a goods list must be to be read; each fault in a sentence that says what to do."""

import re
from collections.abc import Callable, Iterator

from entrepot.reference.measure_kinds import measure_kinds
from entrepot.reference.measure_rows import read_day_cell, read_kind_limits
from entrepot.reference.tables import Row, load_table, split_cell
from entrepot.reference.territories import list_territories

_NEEDED = ("id", "jurisdiction", "target", "kind", "legal_act", "start", "source")
_NEEDED_OF_GOODS = ("measure", "code", "source")
MEASURE_COLUMNS: dict[str, bool] = {column: column in _NEEDED for column in load_table("measures").columns}
"""Columns of a file of measures, and whether a file must have them."""
GOODS_COLUMNS: dict[str, bool] = {column: column in _NEEDED_OF_GOODS for column in load_table("measure_goods").columns}
"""Columns of a list of goods, and whether a file must have them."""
_ISSUER = re.compile(r"[A-Z][A-Z0-9+-]{1,11}")
_CODE = re.compile(r"\d{2,10}")
_MAY_BE_EMPTY = frozenset({"start"})
_DAYS = ("start", "end", "announced", "wind_down")
_STATUSES = ("in_force", "in_force_contested", "ended", "replaced", "reversed", "reapplied", "none")
_DIRECTIONS = ("to_target", "from_target", "both", "parties")
_EXTENTS = ("whole", "part")
_NOMENCLATURES = ("HS", "CN")
_Check = Callable[[Row], Iterator[str]]


def find_measure_faults(row: Row) -> list[str]:
    """What is wrong with a row of measures; an empty list for a sound one."""
    return [fault for check in _MEASURE_CHECKS for fault in check(row)]


def find_goods_faults(row: Row) -> list[str]:
    """What is wrong with a row of a list of goods; an empty list for a sound one."""
    return [fault for check in _GOODS_CHECKS for fault in check(row)]


def _absent(row: Row, needed: tuple[str, ...]) -> Iterator[str]:
    for column in needed:
        if not row.get(column, "").strip() and column not in _MAY_BE_EMPTY:
            yield f"the cell {column} is empty; fill it"


def _check_needed(row: Row) -> Iterator[str]:
    yield from _absent(row, _NEEDED)


def _check_issuer(row: Row) -> Iterator[str]:
    issuer = row.get("jurisdiction", "")
    if issuer and not _ISSUER.fullmatch(issuer):
        yield f"the issuer {issuer!r} is no code; write capitals such as NO, EU or UN"


def _check_targets(row: Row) -> Iterator[str]:
    for target in split_cell(row.get("target", "")):
        if target not in list_territories():
            yield f"the target {target!r} is no territory; write its code such as BY"


def _check_kinds(row: Row) -> Iterator[str]:
    for column in ("kind", "lifts", "eases"):
        for kind in split_cell(row.get(column, "")):
            if kind not in measure_kinds():
                yield f"the kind {kind!r} in {column} is not known; take one of {', '.join(measure_kinds())}"


def _check_days(row: Row) -> Iterator[str]:
    days = {}
    for column in _DAYS:
        try:
            days[column] = read_day_cell(row.get(column, ""))
        except ValueError:
            yield f"the date {row[column]!r} in {column} is none; write 2025-04-19, 2025-04 or 2025"
    start, end = days.get("start"), days.get("end")
    if start and end and (start.start or "") > (end.end or ""):
        yield f"it ends ({row['end']}) before it begins ({row['start']}); change one of the two"


def _check_limits(row: Row) -> Iterator[str]:
    try:
        limits = read_kind_limits(row.get("kind_limits", ""))
    except ValueError:
        yield f"the limits {row['kind_limits']!r} are none; write kind TARGET or kind from DATE, with semicolons"
        return
    for limit in limits:
        if limit.kind not in split_cell(row.get("kind", "")):
            yield f"the limit on {limit.kind!r} is on no kind of this row; name one of its kinds"


def _check_words(row: Row) -> Iterator[str]:
    for column, allowed in (("status", _STATUSES), ("direction", _DIRECTIONS)):
        value = row.get(column, "")
        if value and value not in allowed:
            yield f"the {column} {value!r} is not known; take one of {', '.join(allowed)}"


def _check_goods_needed(row: Row) -> Iterator[str]:
    yield from _absent(row, _NEEDED_OF_GOODS)


def _check_code(row: Row) -> Iterator[str]:
    code = row.get("code", "")
    if code and not _CODE.fullmatch(code):
        yield f"the code {code!r} is none; write 2 to 10 digits without dots, keeping zeros at the front"


def _check_list_words(row: Row) -> Iterator[str]:
    for column, allowed in (("extent", _EXTENTS), ("nomenclature", _NOMENCLATURES)):
        value = row.get(column, "")
        if value and value not in allowed:
            yield f"the {column} {value!r} is not known; write {' or '.join(allowed)}"
    edition = row.get("edition", "")
    if edition and not re.fullmatch(r"\d{4}", edition):
        yield f"the edition {edition!r} is no year; write one such as 2022"
    kind = row.get("kind", "")
    if kind and kind not in measure_kinds():
        yield f"the kind {kind!r} is not known; take one of {', '.join(measure_kinds())}"


_MEASURE_CHECKS: tuple[_Check, ...] = (
    _check_needed,
    _check_issuer,
    _check_targets,
    _check_kinds,
    _check_days,
    _check_limits,
    _check_words,
)
_GOODS_CHECKS: tuple[_Check, ...] = (_check_goods_needed, _check_code, _check_list_words)
