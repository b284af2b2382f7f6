"""Which records a panel can rest on: one dataset, one currency, one level of codes, the finest frequency."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from entrepot.errors import CallError
from entrepot.trade.interface import Engine
from entrepot.trade.panel.question import PanelQuestion
from entrepot.trade.questions.choice import require_dataset

MONTHS_OF = {"M": 1, "Q": 3, "A": 12}
"""Months in a period of each frequency, the finest first."""
TERRITORY = {"territory": "VARCHAR"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The part of the flow table that a panel uses; `first` and `last` are the first days of its outer periods.

    `attribution` is the one by which most rows are booked: the same import stands once by origin, once by consignment.
    """

    dataset: str
    flow: str
    frequency: str
    currency: str
    code_length: int
    attribution: str
    first: date
    last: date

    def parameters(self) -> dict[str, object]:
        """What the SQL of the panel binds."""
        return {
            "dataset": self.dataset,
            "flow": self.flow,
            "frequency": self.frequency,
            "attribution": self.attribution,
            "first": self.first,
            "last": self.last,
        }

    def next_period(self, period: date) -> date:
        """The first day of the period after this one."""
        return add_months(period, MONTHS_OF[self.frequency])


def find_records(engine: Engine, question: PanelQuestion) -> Records:
    """The records that answer for the reporters and partners of the question.

    Raises:
        CallError: there are none, or several datasets or currencies, which must not be added up; or the change lies
            outside of them.
    """
    require_dataset(engine, question.dataset or "")
    engine.add_table("panel_reporters", TERRITORY, [(code,) for code in question.reporters])
    engine.add_table("panel_partners", TERRITORY, [(code,) for code in (*question.via, *question.comparison)])
    asked = {
        "flow": question.flow,
        "first": question.first or date.min,
        "last": question.last or date.max.replace(month=1, day=1),
        "dataset": question.dataset or "",
    }
    found = engine.rows(levels_sql(), asked)
    if not found:
        raise CallError(
            f"The case has no {question.flow}s of {_few(question.reporters)} to "
            f"{_few((*question.via, *question.comparison))} in that span; `entrepot trade status` says what it has."
        )
    _only([cast(str, row[0]) for row in found], "datasets", "name one with --dataset")
    frequency = min((cast(str, row[1]) for row in found), key=list(MONTHS_OF).index)
    level = [row for row in found if row[1] == frequency]
    currency = _only([cast(str, row[2]) for row in level], "currencies", "import them in one currency")
    codes = [row for row in level if cast(int, row[3]) > 0] or level
    best = max(codes, key=lambda row: (cast(int, row[5]), cast(int, row[3])))
    level = [row for row in level if row[4] == best[4]]
    records = Records(
        dataset=cast(str, found[0][0]),
        flow=question.flow,
        frequency=frequency,
        currency=currency,
        code_length=cast(int, best[3]),
        attribution=cast(str, best[4]),
        first=min(cast(date, row[6]) for row in level),
        last=max(cast(date, row[7]) for row in level),
    )
    _require_inside(question.since, records)
    return records


def _require_inside(since: date, records: Records) -> None:
    """There are records from before the change and from after it.

    Raises:
        CallError: there are not.
    """
    if records.first < since < records.next_period(records.last):
        return
    raise CallError(
        f"The records that fit, of {records.dataset}, begin with {records.first:%Y-%m} and end with "
        f"{add_months(records.next_period(records.last), -1):%Y-%m}, so that there is nothing "
        f"{'before' if since <= records.first else 'after'} {since:%Y-%m} to compare; give a month inside with --from, "
        "or import more records."
    )


def levels_sql() -> str:
    """A row a dataset, frequency, currency, length of code (0 for the total) and attribution: its rows and its span."""
    return """
        SELECT flows.dataset, flows.frequency, flows.currency,
            CASE WHEN flows.code = 'TOTAL' THEN 0 ELSE length(flows.code) END AS code_length,
            flows.attribution, count(*) AS row_count,
            min(flows.period) AS first_period, max(flows.period) AS last_period
        FROM flows
        JOIN panel_reporters ON panel_reporters.territory = flows.reporter
        JOIN panel_partners ON panel_partners.territory = flows.partner
        WHERE flows.flow = $flow AND flows.partner2 = '' AND flows.period BETWEEN $first AND $last
            AND ($dataset = '' OR flows.dataset = $dataset)
        GROUP BY 1, 2, 3, 4, 5
        ORDER BY 1, 2, 3, 4, 5
    """


def add_months(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _only(values: Sequence[str], what: str, advice: str) -> str:
    """The one value there is."""
    distinct = sorted({*values})
    if len(distinct) > 1:
        raise CallError(f"The records have several {what} ({', '.join(distinct)}), which must not be mixed; {advice}.")
    return distinct[0]


def _few(codes: Sequence[str]) -> str:
    return ", ".join(codes[:4]) + (f" and {len(codes) - 4} more" if len(codes) > 4 else "")
