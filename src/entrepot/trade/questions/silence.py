"""Periods for which a reporter published nothing: no report, and not nothing."""

from collections.abc import Collection as Container
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from entrepot.model.flow import FlowKind
from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_name
from entrepot.trade.interface import Engine
from entrepot.trade.questions.choice import Collection
from entrepot.trade.questions.windows import Comparison, Window

_NAMED = 5
"""Reporters, or runs of months, that a sentence names; the others are counted."""
Published = Mapping[str, frozenset[date]]
"""The periods of each reporter for which it has any record, of any goods and partner."""


def list_published(
    engine: Engine, collection: Collection | None, flow: FlowKind, windows: Sequence[Window]
) -> Published:
    """The periods of windows for which each reporter of a collection has a record of the flow; empty without one."""
    if collection is None:
        return {}
    months = {month: None for window in windows for month in window.list_months()}
    engine.add_table("silence_periods", {"period": "DATE"}, [(month,) for month in months])
    sql = """
        SELECT DISTINCT reporter, period
        FROM flows
        WHERE dataset = $dataset AND flow = $flow AND frequency = $frequency
          AND period IN (SELECT period FROM silence_periods)
        ORDER BY reporter, period
    """
    parameters = {"dataset": collection.dataset, "flow": flow, "frequency": collection.frequency}
    found: dict[str, set[date]] = {}
    for reporter, period in engine.rows(sql, parameters):
        found.setdefault(str(reporter), set()).add(_day(period))
    return {reporter: frozenset(periods) for reporter, periods in found.items()}


def unpublished_pairs(windows: Comparison, published: Published, reporters: Iterable[str], frequency: str) -> set[date]:
    """Periods of both windows that cannot be compared, since no reporter has a record of the one, or of the other.

    A calendar month is left out of both windows, so that they go on holding the same ones.
    """
    known = {period for reporter in reporters for period in published.get(reporter, ())}
    pairs = zip(periods_of(windows.before, frequency), periods_of(windows.after, frequency), strict=True)
    return {period for pair in pairs if not set(pair) <= known for period in pair}


def silent_in(
    windows: Comparison, published: Published, reporters: Iterable[str], frequency: str, left_out: Container[date] = ()
) -> tuple[str, ...]:
    """Reporters that lack some period of the windows, apart from those that are left out anyway."""
    wanted = {
        period
        for window in (windows.before, windows.after)
        for period in periods_of(window, frequency)
        if period not in left_out
    }
    return tuple(sorted(reporter for reporter in reporters if not wanted <= published.get(reporter, frozenset())))


def periods_of(window: Window, frequency: str) -> list[date]:
    """The periods of a window at a frequency: months, or Januaries for years."""
    months = window.list_months()
    return [month for month in months if month.month == 1] if frequency == "A" else months


def period_words(periods: Iterable[date], frequency: str = "M") -> str:
    """Periods in words, in runs: "2022-05 to 2022-12, 2023-02"."""
    step = 12 if frequency == "A" else 1
    runs: list[list[date]] = []
    for period in sorted(periods):
        if runs and _number(period) - _number(runs[-1][-1]) == step:
            runs[-1].append(period)
        else:
            runs.append([period])
    form = "%Y" if frequency == "A" else "%Y-%m"
    told = [run[0].strftime(form) + (f" to {run[-1].strftime(form)}" if len(run) > 1 else "") for run in runs]
    return ", ".join(told[:_NAMED]) + (f" and {len(told) - _NAMED} more spans" if len(told) > _NAMED else "")


def few_names(codes: Sequence[str], otherwise: str = "") -> str:
    """The names of up to five territories, and how many more there are."""
    more = f" and {len(codes) - _NAMED} more" if len(codes) > _NAMED else ""
    return (", ".join(territory_name(code) for code in codes[:_NAMED]) + more) or otherwise


def left_out_issues(left_out: Container[date], of: int, who: str, frequency: str) -> tuple[Issue, ...]:
    """That periods are left out of what is compared, since nobody who should published them."""
    if not left_out:
        return ()
    unit = "years" if frequency == "A" else "months"
    message = (
        f"Left out, {len(left_out)} of {of} {unit}: {who} no record of any goods in them, or in the same month of the "
        f"other window ({period_words(left_out, frequency)}). That is no report and not nothing."
    )
    return (Issue(code="periods_not_reported", message=message, severity="warning"),)


def _number(period: date) -> int:
    return period.year * 12 + period.month


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
