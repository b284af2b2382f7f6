"""The records of a backtest, added up by partner, goods and window."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from entrepot.trade.interface import Engine
from replications.records import CARS, EU27, SANCTIONED

Span = tuple[date, date]
Event = Mapping[str, Span]


def _months(first: tuple[int, int], last: tuple[int, int]) -> Span:
    return date(*first, 1), date(*last, 1)


LISTED_EVENT: Event = {
    "earlier": _months((2020, 3), (2020, 11)),
    "before": _months((2021, 3), (2021, 11)),
    "after": _months((2022, 3), (2022, 11)),
}
"""March 2022: the broad measures on Russia and Belarus. The same nine months of each year, as far as the records go."""
CARS_EVENT: Event = {
    "run_before": _months((2022, 1), (2022, 6)),
    "run_after": _months((2023, 1), (2023, 6)),
    "before": _months((2022, 7), (2022, 10)),
    "after": _months((2023, 7), (2023, 10)),
}
"""23 June 2023: the EU's package that banned cars of more than 1,900 cc, hybrids and electric cars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Values by partner, goods and window."""

    values: Mapping[tuple[str, str, str], float]
    codes: tuple[str, ...] = field(default=())

    def value(self, partner: str, code: str, window: str) -> float:
        """The sum of a cell; nothing where there is no row."""
        return self.values.get((partner, code, window), 0.0)

    def loss(self, partner: str, code: str) -> float:
        """How much less there is after than before."""
        return self.value(partner, code, "before") - self.value(partner, code, "after")

    def gain(self, partner: str, code: str) -> float:
        """How much more there is after than before."""
        return -self.loss(partner, code)


def read_eu(engine: Engine, event: Event, digits: int, prefix: str = "") -> Cells:
    """The EU's exports of listed goods by partner and the first digits of their codes; sums of four digits aside."""
    sql = f"""
        SELECT partner, substr(code, 1, {int(digits)}) AS goods, coalesce(sum(value), 0) AS value
        FROM flows
        WHERE source = $source AND length(code) = 8 AND period BETWEEN $start AND $end
          AND substr(code, 1, length($prefix)) = $prefix
        GROUP BY partner, substr(code, 1, {int(digits)})
        ORDER BY partner, goods
    """
    return _cells(engine, sql, event, {"source": SANCTIONED, "prefix": prefix})


def read_armenia(engine: Engine, flow: str, event: Event) -> Cells:
    """Armenia's trade in cars by code of six digits, with the members of the EU as one partner."""
    members = ", ".join(f"'{code}'" for code in EU27)
    sql = f"""
        SELECT CASE WHEN partner IN ({members}) THEN 'EU' ELSE partner END AS partner, code AS goods,
            coalesce(sum(value), 0) AS value
        FROM flows
        WHERE source = $source AND flow = $flow AND length(code) = 6 AND period BETWEEN $start AND $end
        GROUP BY CASE WHEN partner IN ({members}) THEN 'EU' ELSE partner END, code
        ORDER BY partner, goods
    """
    return _cells(engine, sql, event, {"source": CARS, "flow": flow})


def _cells(engine: Engine, sql: str, event: Event, parameters: Mapping[str, object]) -> Cells:
    values = {
        (str(partner), str(goods), window): float(str(value))
        for window, (start, end) in event.items()
        for partner, goods, value in engine.rows(sql, {**parameters, "start": start, "end": end})
    }
    return Cells(values=values, codes=tuple(sorted({goods for _, goods, _ in values})))
