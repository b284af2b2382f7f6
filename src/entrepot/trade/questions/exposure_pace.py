"""How fast other trade grew: what the trade asked about would have done anyway."""

from collections.abc import Sequence
from dataclasses import dataclass

from entrepot.model.closure import SupplySource
from entrepot.model.flow import ALL_GOODS
from entrepot.trade.classifications.selectors import Goods, read_goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.leg import LegQuestion, read_leg
from entrepot.trade.questions.scope import Scope, pick_cells
from entrepot.trade.questions.windows import Comparison, Window

_CELLS = "exposure_pace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Growth as a factor between the windows, and between a step earlier and the first; None where nothing tells."""

    now: float | None
    earlier: float | None


def read_pace(engine: Engine, leg: LegQuestion, source: SupplySource) -> Pace:
    """The growth of other trade: of two comparisons the larger, so that less counts as beyond it.

    The same goods to other territories, and other goods to the same one; by the imports of the latter, of all its
    other goods where it reports their total.
    """
    series = (
        _by_exports(engine, leg) if source == "exports" else _by_imports(engine, leg.via[0], leg.goods, leg.windows)
    )
    now = [after / before for before, after, _ in series if before > 0]
    earlier = [before / first for before, _, first in series if first > 0 and before > 0]
    return Pace(now=max(now, default=None), earlier=max(earlier, default=None))


def _by_exports(engine: Engine, question: LegQuestion) -> list[list[float]]:
    leg = read_leg(engine, question)
    windows = _windows(question.windows)
    return [
        [float(leg.goods_to(leg.compared, window).sum()) for window in windows],
        [float(leg.other_goods(window).sum()) for window in windows],
    ]


def _by_imports(engine: Engine, via: str, goods: Goods, windows: Comparison) -> list[list[float]]:
    whole, own = (_import_sums(engine, via, one, _windows(windows)) for one in (read_goods(ALL_GOODS), goods))
    return [[max(0.0, total - part) for total, part in zip(whole, own, strict=True)]]


def _windows(windows: Comparison) -> tuple[Window, Window, Window]:
    return windows.before, windows.after, windows.placebo().before


def _import_sums(engine: Engine, via: str, goods: Goods, windows: Sequence[Window]) -> list[float]:
    picked = pick_cells(engine, _CELLS, Scope(flow="import", goods=goods, reporters=(via,)), windows)
    sql = f"""
        SELECT coalesce(sum(value), 0) AS value
        FROM {picked.table}
        WHERE part <> 'masked' AND period BETWEEN $start AND $end
    """  # noqa: S608 - a name of the house
    return [float(str(engine.rows(sql, {"start": one.start, "end": one.end})[0][0])) for one in windows]
