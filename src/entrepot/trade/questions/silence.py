"""Reporters that published nothing for a part of what is compared: no report, and not nothing."""

from collections.abc import Mapping, Sequence

from entrepot.trade.interface import Engine

_NEEDED = ("flow", "dataset", "frequency", "before_start", "before_end", "after_start", "after_end")


def silent_reporters(engine: Engine, reporters: Sequence[str], parameters: Mapping[str, object]) -> tuple[str, ...]:
    """Reporters of a collection with fewer periods in one of two windows than the fullest has; all where none named.

    `parameters` bind the flow, dataset and frequency, and the ends of both windows.
    """
    sql = """
        SELECT
            reporter,
            count(DISTINCT CASE WHEN period BETWEEN $before_start AND $before_end THEN period END) AS before_count,
            count(DISTINCT CASE WHEN period BETWEEN $after_start AND $after_end THEN period END) AS after_count
        FROM flows
        WHERE flow = $flow AND dataset = $dataset AND frequency = $frequency
          AND period BETWEEN $before_start AND $after_end
        GROUP BY reporter
        ORDER BY reporter
    """
    rows = engine.rows(sql, {name: parameters[name] for name in _NEEDED})
    found = {str(reporter): min(int(str(before)), int(str(after))) for reporter, before, after in rows}
    most = max((int(str(count)) for _, *counts in rows for count in counts), default=0)
    wanted = set(reporters) or set(found)
    return tuple(reporter for reporter, count in found.items() if reporter in wanted and count < most)
