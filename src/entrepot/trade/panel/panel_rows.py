"""The rows of a panel: every market that ever traded, in every period for which its reporter published anything."""

from dataclasses import dataclass
from datetime import date
from typing import cast

import numpy as np

from entrepot.errors import CallError
from entrepot.trade.interface import Engine
from entrepot.trade.panel.goods import CODE_COLUMNS, PanelGoods
from entrepot.trade.panel.poisson import Column
from entrepot.trade.panel.question import PanelQuestion
from entrepot.trade.panel.records import MONTHS_OF, Records, add_months

MOST_ROWS = 1_000_000
"""A fit of so many rows takes about a minute, and a finding with its checks a dozen of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel as columns of equal length; `value` in millions of the currency.

    `period` numbers the periods that occur, `periods` has their first days in order. `zeros` were filled in because
    the reporter published for that period and did not name the market; `suppressed` cells have no value and no row.
    """

    columns: dict[str, Column]
    periods: tuple[date, ...]
    zeros: int
    suppressed: int
    partly_suppressed: int

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.columns["value"])

    def chosen(self, rows: Column) -> dict[str, Column]:
        """The columns with these rows only."""
        return {name: column[rows] for name, column in self.columns.items()}

    def months_since(self, since: date) -> Column:
        """For each row the months from `since` to the beginning of its period; negative before."""
        months = [(day.year - since.year) * 12 + day.month - since.month for day in self.periods]
        return np.asarray(months)[self.columns["period"]]


def read_panel(engine: Engine, question: PanelQuestion, records: Records, goods: PanelGoods) -> Panel:
    """The panel with its zeros; a period into which the change falls has no row, since it is neither before nor after.

    Raises:
        CallError: it has more rows than can be estimated.
    """
    engine.add_table("panel_codes", CODE_COLUMNS, goods.rows)
    found = engine.rows(panel_rows_sql(), {**records.parameters(), "markets": question.markets, "most": MOST_ROWS + 1})
    if len(found) > MOST_ROWS:
        raise CallError(f"The panel has more than {MOST_ROWS:,} rows; take groups of goods, or fewer of them.")
    length = MONTHS_OF[records.frequency]
    broken = {add_months(question.since, -months) for months in range(1, length)}
    told = [row for row in found if row[5] is not None and row[4] not in broken]
    periods = tuple(sorted({cast(date, row[4]) for row in told}))
    place = {day: number for number, day in enumerate(periods)}
    columns: dict[str, Column] = {
        "reporter": np.asarray([row[0] for row in told], dtype=str),
        "partner": np.asarray([row[1] for row in told], dtype=str),
        "goods": np.asarray([row[2] for row in told], dtype=str),
        "listed": np.asarray([row[3] for row in told], dtype=int),
        "period": np.asarray([place[cast(date, row[4])] for row in told], dtype=int),
        "value": np.asarray([row[5] for row in told], dtype=float),
    }
    return Panel(
        columns=columns,
        periods=periods,
        zeros=sum(row[6] is None for row in told),
        suppressed=sum(row[5] is None for row in found),
        partly_suppressed=sum(bool(row[6]) for row in told),
    )


def panel_rows_sql() -> str:
    """A row a market and period: the value in millions, 0 where the reporter published without naming the market.

    The value is NULL where it was suppressed; `untold` counts suppressed records in a cell and is NULL in a zero that
    was filled in.
    """
    return """
        WITH chosen AS (
            SELECT flows.reporter, flows.partner, flows.code, flows.period, flows.value
            FROM flows
            JOIN panel_reporters ON panel_reporters.territory = flows.reporter
            WHERE flows.dataset = $dataset AND flows.flow = $flow AND flows.frequency = $frequency
                AND flows.attribution = $attribution AND flows.partner2 = ''
                AND flows.period BETWEEN $first AND $last
        ),
        published AS (SELECT DISTINCT reporter, period FROM chosen),
        cells AS (
            SELECT chosen.reporter, chosen.partner, panel_codes.goods, panel_codes.listed, chosen.period,
                sum(panel_codes.weight * chosen.value) AS value,
                sum(CASE WHEN chosen.value IS NULL THEN 1 ELSE 0 END) AS untold
            FROM chosen
            JOIN panel_partners ON panel_partners.territory = chosen.partner
            JOIN panel_codes ON panel_codes.code = chosen.code
            GROUP BY chosen.reporter, chosen.partner, panel_codes.goods, panel_codes.listed, chosen.period
        ),
        markets AS (
            SELECT DISTINCT reporter, partner, goods, listed
            FROM cells
            WHERE value > 0 AND $markets = 'traded'
            UNION
            SELECT published.reporter, panel_partners.territory, panel_codes.goods, panel_codes.listed
            FROM published
            CROSS JOIN panel_partners
            CROSS JOIN panel_codes
            WHERE $markets = 'all'
        )
        SELECT markets.reporter, markets.partner, markets.goods, markets.listed, published.period,
            CASE
                WHEN cells.reporter IS NULL THEN 0.0
                WHEN cells.value < 0 THEN 0.0
                ELSE cells.value / 1000000.0
            END AS value,
            cells.untold
        FROM markets
        JOIN published ON published.reporter = markets.reporter
        LEFT JOIN cells ON cells.reporter = markets.reporter AND cells.partner = markets.partner
            AND cells.goods = markets.goods AND cells.listed = markets.listed AND cells.period = published.period
        ORDER BY markets.reporter, markets.partner, markets.goods, markets.listed, published.period
        LIMIT $most
    """
