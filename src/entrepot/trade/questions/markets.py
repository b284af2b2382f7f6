"""Totals of two windows, and the markets (reporter, partner, code) that a rule calls anomalous between them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from entrepot.model.issue import Issue
from entrepot.trade.interface import Engine
from entrepot.trade.questions.scope import Scope, pick_cells, rows_by_source
from entrepot.trade.questions.windows import Comparison

_CELLS = "market_cells"
_LEFT_OUT = "market_codes_left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowComparison:
    """What a scope's trade came to in two windows, in units of `currency`.

    `sources` are the rows used of each imported file, by its number. `suppressed` counts rows whose value is withheld.
    """

    before: float
    after: float
    currency: str
    suppressed: int = 0
    sources: Mapping[int, int] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    @property
    def ratio(self) -> float | None:
        """The second window over the first; None where the first is nothing."""
        return self.after / self.before if self.before > 0 else None

    @property
    def growth_percent(self) -> float | None:
        """Growth from the first window to the second, in percent; None where the first is nothing."""
        return None if self.ratio is None else 100 * (self.ratio - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketRule:
    """When a market counts as anomalous: more than `least_value` after, and grown by more than `least_growth` percent.

    The rule of Zemlys-Balevičius (2023), "On EU trade with Russia and its neighbours"; a market without any trade
    before counts.
    """

    least_value: float = 10e6
    least_growth: float = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """What a reporter traded with a partner under one code in two windows."""

    reporter: str
    partner: str
    code: str
    before: float
    after: float

    @property
    def ratio(self) -> float | None:
        """The second window over the first; None where the first is nothing."""
        return self.after / self.before if self.before > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketList:
    """The markets that a rule flagged, the largest first, beside all trade of the scope in the second window."""

    markets: tuple[Market, ...]
    total_after: float
    currency: str
    issues: tuple[Issue, ...] = ()

    @property
    def value_after(self) -> float:
        """Value of the flagged markets in the second window."""
        return sum(market.after for market in self.markets)

    @property
    def share_percent(self) -> float | None:
        """Share of the flagged markets in all trade of the scope in the second window, in percent."""
        return 100 * self.value_after / self.total_after if self.total_after > 0 else None


def compare_windows(
    engine: Engine, scope: Scope, windows: Comparison, *, without_codes: Collection[str] = ()
) -> WindowComparison:
    """What the trade of a scope came to before and after, all reporters and partners together.

    `without_codes` are left out, as those born or ended between the windows: `classifications.concordances` lists them.
    """
    picked = pick_cells(engine, _CELLS, scope, (windows.before, windows.after))
    _leave_out(engine, without_codes)
    sql = f"""
        SELECT {_window_sums_sql()}, CAST(coalesce(sum(suppressed), 0) AS BIGINT) AS suppressed
        FROM {_CELLS}
        WHERE part <> 'masked' AND code NOT IN (SELECT code FROM {_LEFT_OUT})
    """  # noqa: S608 - names of the house
    before, after, suppressed = engine.rows(sql, window_parameters(windows))[0]
    return WindowComparison(
        before=_number(before),
        after=_number(after),
        currency=picked.currency,
        suppressed=int(_number(suppressed)),
        sources=rows_by_source(engine, _CELLS),
        issues=picked.issues,
    )


def list_anomalous_markets(
    engine: Engine, scope: Scope, windows: Comparison, rule: MarketRule, *, without_codes: Collection[str] = ()
) -> MarketList:
    """The markets of a scope that the rule flags, the largest first."""
    picked = pick_cells(engine, _CELLS, scope, (windows.before, windows.after))
    _leave_out(engine, without_codes)
    parameters = {
        **window_parameters(windows),
        "least_value": rule.least_value,
        "least_ratio": 1 + rule.least_growth / 100,
    }
    total = engine.rows(f"SELECT {_window_sums_sql()} FROM {_CELLS} WHERE part <> 'masked'", parameters)  # noqa: S608
    return MarketList(
        markets=_read_markets(engine.rows(_anomalous_markets_sql(), parameters)),
        total_after=_number(total[0][1]),
        currency=picked.currency,
        issues=picked.issues,
    )


def window_parameters(windows: Comparison) -> dict[str, object]:
    """The ends of two windows as parameters of a statement."""
    return {
        "before_start": windows.before.start,
        "before_end": windows.before.end,
        "after_start": windows.after.start,
        "after_end": windows.after.end,
    }


def _window_sums_sql() -> str:
    """The sums of a table's `value` within each window; nothing sums to 0."""
    return """
        coalesce(sum(CASE WHEN period BETWEEN $before_start AND $before_end THEN value END), 0) AS value_before,
        coalesce(sum(CASE WHEN period BETWEEN $after_start AND $after_end THEN value END), 0) AS value_after
    """


def _anomalous_markets_sql() -> str:
    return f"""
        WITH markets AS (
            SELECT reporter, partner, code, {_window_sums_sql()}
            FROM {_CELLS}
            WHERE part <> 'masked' AND code NOT IN (SELECT code FROM {_LEFT_OUT})
            GROUP BY reporter, partner, code
        )
        SELECT reporter, partner, code, value_before, value_after
        FROM markets
        WHERE value_after > $least_value AND value_after > $least_ratio * value_before
        ORDER BY value_after DESC, reporter, partner, code
    """  # noqa: S608 - names of the house


def _leave_out(engine: Engine, codes: Collection[str]) -> None:
    engine.add_table(_LEFT_OUT, {"code": "VARCHAR"}, [(code,) for code in sorted(codes)])


def _read_markets(rows: Sequence[tuple[object, ...]]) -> tuple[Market, ...]:
    return tuple(
        Market(reporter=str(reporter), partner=str(partner), code=str(code), before=_number(b), after=_number(a))
        for reporter, partner, code, b, a in rows
    )


def _number(value: object) -> float:
    return float(str(value))
