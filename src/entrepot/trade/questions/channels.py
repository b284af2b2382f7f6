"""All channels at once, added up in the engine and tested: reporter, partner and product in three windows."""

from collections.abc import Iterable, Sequence

import numpy as np

from entrepot.trade.classifications.concordances import CodeChanges, list_changes
from entrepot.trade.classifications.editions import revisions_between
from entrepot.trade.classifications.matching import match_codes
from entrepot.trade.interface import Engine, Row
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.rates import rates_of_groups, student_tail
from entrepot.trade.questions.rows import bind_scope
from entrepot.trade.questions.scope import (
    Collection,
    Scope,
    choose_collection,
    collection_parameters,
    rows_in_scope_sql,
)
from entrepot.trade.questions.screen_records import LEAST_PAIRS, NOTHING, Channel, ScreenQuestion, ScreenResult
from entrepot.trade.questions.screen_silence import find_silence
from entrepot.trade.questions.silence import periods_of
from entrepot.trade.questions.ties import find_edge_products

__all__ = [
    "LEAST_PAIRS",
    "Channel",
    "ScreenQuestion",
    "ScreenResult",
    "changed_products",
    "channel_rows",
    "screen_channels",
]

_TABLE = "screen"
_LAST_BIN = 100_000
"""Statistics of 1000 and more, and those without a spread: far beyond any level."""


def screen_channels(engine: Engine, question: ScreenQuestion, records: Records) -> ScreenResult:
    """The flagged channels of a screen: one pass over the rows of three windows, added up and ranked in the engine.

    Nothing is fetched but counts, a histogram of test statistics and the channels up to the limit, so that memory does
    not grow with the rows.
    """
    windows = question.windows
    spans = (windows.after, windows.before, windows.placebo().before)
    scope = Scope(
        flow=question.flow, goods=question.goods, reporters=question.reporters, partners=question.partners,
        dataset=question.dataset,
    )  # fmt: skip
    collection, issues = choose_collection(engine, _TABLE, scope, spans)
    if collection is None:
        return NOTHING
    said = find_silence(engine, question, collection)
    bind_scope(engine, _TABLE, scope, spans, said.left_out)
    pairs = len(periods_of(windows.before, collection.frequency)) - len(said.of_windows) // 2
    parameters = {**collection_parameters(scope, collection), **_ends(question)}
    _bind_codes(engine, scope, question, parameters)
    engine.keep("screen_channels", _channels_sql(scope, question, pairs), parameters)
    changed, untied = _changed_products(engine, collection, question, records)
    engine.add_table("screen_changed", {"product": "VARCHAR"}, [(product,) for product in sorted(changed)])
    engine.add_table("screen_silent", {"reporter": "VARCHAR"}, [(reporter,) for reporter in said.silent])
    counts = _count(engine, parameters)
    rates = _rates_by_bin(engine, parameters, counts["tested"], pairs)
    sure_from = min((at for at, (_, rate) in rates.items() if rate <= question.level), default=_LAST_BIN + 1)
    counts |= _count_flagged(engine, {**parameters, "sure_from": sure_from})
    reaches_back = bool(counts.pop("with_earlier")) and said.reaches_back
    return ScreenResult(
        channels=_read_channels(engine, question, parameters, rates, pairs),
        placebo_flagged=counts.pop("placebo_flagged") if reaches_back else None,
        collection=collection,
        sources=_sources(engine, scope, parameters),
        issues=(*issues, *said.issues(pairs, collection.frequency)),
        silent=said.silent,
        untied=untied,
        pairs=pairs,
        **{name: count for name, count in counts.items() if name != "placebo_flagged"},
    )


def _ends(question: ScreenQuestion) -> dict[str, object]:
    windows = question.windows
    earlier = windows.placebo().before
    return {
        "earlier_start": earlier.start, "earlier_end": earlier.end,
        "before_start": windows.before.start, "before_end": windows.before.end,
        "after_start": windows.after.start, "after_end": windows.after.end,
        "step_months": 12 * windows.years_apart,
        "least_value": question.least_value,
        "least_ratio": 1 + question.least_growth / 100,
    }  # fmt: skip


def _bind_codes(engine: Engine, scope: Scope, question: ScreenQuestion, parameters: dict[str, object]) -> None:
    """The codes of the goods, and for each reporter its longest, so that no sum counts beside its parts."""
    in_scope = rows_in_scope_sql(_TABLE, scope, chosen=True)
    sql = f"""
        SELECT code, hs_edition, count(*) AS row_count
        FROM ({in_scope}) AS in_scope
        WHERE length(code) >= {int(question.digits)} AND code <> 'TOTAL'
        GROUP BY code, hs_edition
        ORDER BY code, hs_edition
    """  # noqa: S608 - built above
    codes = ((str(code), int(str(edition))) for code, edition, _ in engine.rows(sql, parameters))
    matched = match_codes(question.goods, codes, finest=True)
    columns = {"code": "VARCHAR", "hs_edition": "INTEGER"}
    engine.add_table("screen_codes", columns, [(one[0], one[1]) for one in matched if one[3] == "goods"])
    levels = f"""
        SELECT s.reporter, max(length(s.code)) AS digits
        FROM ({in_scope}) AS s
        JOIN screen_codes AS c ON c.code = s.code AND c.hs_edition = s.hs_edition
        GROUP BY s.reporter
    """  # noqa: S608 - built above
    engine.keep("screen_levels", levels, parameters)


def _channels_sql(scope: Scope, question: ScreenQuestion, pairs: int) -> str:
    """Channels with their sums of three windows, those of paired months, and the bin of their test statistic.

    Months are paired by their distance from the windows' beginnings; a month without a row counts as nothing. The
    statistic of a paired t-test is total / sqrt(n (squares - total^2 / n) / (n - 1)); its bin is a hundredth wide.
    """
    return f"""
        WITH months AS (
            SELECT
                p.reporter, p.partner, substr(p.code, 1, {int(question.digits)}) AS product,
                CASE
                    WHEN p.period >= $after_start THEN year(p.period) * 12 + month(p.period) - 2 * $step_months
                    WHEN p.period >= $before_start THEN year(p.period) * 12 + month(p.period) - $step_months
                    ELSE year(p.period) * 12 + month(p.period)
                END AS pair,
                coalesce(sum(CASE WHEN p.period <= $earlier_end THEN p.value END), 0) AS earlier,
                coalesce(sum(CASE WHEN p.period BETWEEN $before_start AND $before_end THEN p.value END), 0) AS before,
                coalesce(sum(CASE WHEN p.period >= $after_start THEN p.value END), 0) AS after,
                sum(CASE WHEN p.value IS NULL OR p.mark = 'suppressed' THEN 1 ELSE 0 END) AS withheld
            FROM ({rows_in_scope_sql(_TABLE, scope, chosen=True)}) AS p
            JOIN screen_codes AS c ON c.code = p.code AND c.hs_edition = p.hs_edition
            JOIN screen_levels AS l ON l.reporter = p.reporter AND l.digits = length(p.code)
            GROUP BY 1, 2, 3, 4
        ),
        channels AS (
            SELECT
                reporter, partner, product,
                sum(earlier) AS value_earlier, sum(before) AS value_before, sum(after) AS value_after,
                sum(after - before) AS total, sum((after - before) * (after - before)) AS squares,
                sum(withheld) AS withheld
            FROM months
            GROUP BY reporter, partner, product
        )
        SELECT
            reporter, partner, product, value_earlier, value_before, value_after, withheld,
            CASE
                WHEN total <= 0 THEN -1
                WHEN {pairs} < {LEAST_PAIRS} THEN -1
                WHEN squares - total * total / {max(pairs, 1)} <= 0 THEN {_LAST_BIN}
                ELSE least(
                    CAST(
                        floor(
                            100 * total
                            / sqrt({max(pairs, 1)} * (squares - total * total / {max(pairs, 1)}) / {max(pairs - 1, 1)})
                        ) AS DOUBLE
                    ),
                    {_LAST_BIN}
                )
            END AS bin
        FROM channels
    """  # noqa: S608 - names of the house


def _count(engine: Engine, parameters: dict[str, object]) -> dict[str, int]:
    """Channels tested; tested and flagged at the placebo date; with any trade in its first window."""
    sql = """
        SELECT
            coalesce(sum(CASE WHEN greatest(value_before, value_after) > $least_value THEN 1 ELSE 0 END), 0) AS tested,
            coalesce(sum(CASE WHEN greatest(value_earlier, value_before) > $least_value THEN 1 ELSE 0 END), 0)
                AS placebo_tested,
            coalesce(
                sum(
                    CASE
                        WHEN value_before > $least_value AND value_before > $least_ratio * value_earlier THEN 1
                        ELSE 0
                    END
                ),
                0
            ) AS placebo_flagged,
            coalesce(sum(CASE WHEN value_earlier > 0 THEN 1 ELSE 0 END), 0) AS with_earlier
        FROM screen_channels
    """
    names = ("tested", "placebo_tested", "placebo_flagged", "with_earlier")
    return dict(zip(names, (int(str(cell)) for cell in engine.rows(sql, parameters)[0]), strict=True))


def _rates_by_bin(
    engine: Engine, parameters: dict[str, object], tested: int, pairs: int
) -> dict[int, tuple[float, float]]:
    """The p-value and the false discovery rate of each bin of statistics, by its lower end: never too small."""
    sql = """
        SELECT bin, count(*) AS channel_count
        FROM screen_channels
        WHERE greatest(value_before, value_after) > $least_value AND bin >= 0
        GROUP BY bin
        ORDER BY bin DESC
    """
    bins = [(int(float(str(at))), int(str(count))) for at, count in engine.rows(sql, parameters)]
    p_values = [0.0 if at == _LAST_BIN else student_tail(at / 100, pairs - 1) for at, _ in bins]
    above = np.cumsum([count for _, count in bins])
    rates = rates_of_groups(p_values, above.tolist(), tested)
    return {at: (p, rate) for (at, _), p, rate in zip(bins, p_values, rates, strict=True)}


_FLAGGED = "value_after > $least_value AND value_after > $least_ratio * value_before"


def _count_flagged(engine: Engine, parameters: dict[str, object]) -> dict[str, int]:
    """Channels that the rule flags; those within the false discovery rate; of changed products; sure and unchanged."""
    sql = f"""
        SELECT
            count(*) AS flagged,
            coalesce(sum(CASE WHEN s.bin >= $sure_from THEN 1 ELSE 0 END), 0) AS sure,
            coalesce(sum(CASE WHEN c.product IS NOT NULL THEN 1 ELSE 0 END), 0) AS changed,
            coalesce(
                sum(CASE WHEN s.bin >= $sure_from AND c.product IS NULL AND q.reporter IS NULL THEN 1 ELSE 0 END), 0
            ) AS sure_and_unchanged
        FROM screen_channels AS s
        LEFT JOIN screen_changed AS c ON c.product = s.product
        LEFT JOIN screen_silent AS q ON q.reporter = s.reporter
        WHERE {_FLAGGED}
    """  # noqa: S608 - a constant
    names = ("flagged", "sure", "changed", "sure_and_unchanged")
    return dict(zip(names, (int(str(cell)) for cell in engine.rows(sql, parameters)[0]), strict=True))


def _read_channels(
    engine: Engine,
    question: ScreenQuestion,
    parameters: dict[str, object],
    rates: dict[int, tuple[float, float]],
    pairs: int,
) -> tuple[Channel, ...]:
    """The largest flagged channels, up to the limit."""
    sql = f"""
        SELECT
            s.reporter, s.partner, s.product, s.value_earlier, s.value_before, s.value_after, s.bin,
            CASE WHEN c.product IS NULL THEN 0 ELSE 1 END AS is_changed,
            CASE WHEN q.reporter IS NULL THEN 0 ELSE 1 END AS is_silent,
            s.withheld
        FROM screen_channels AS s
        LEFT JOIN screen_changed AS c ON c.product = s.product
        LEFT JOIN screen_silent AS q ON q.reporter = s.reporter
        WHERE {_FLAGGED}
        ORDER BY s.value_after DESC, s.reporter, s.partner, s.product
        LIMIT {int(question.limit)}
    """  # noqa: S608 - a constant and a number
    return tuple(_read_channel(row, rates, is_tested=pairs >= LEAST_PAIRS) for row in engine.rows(sql, parameters))


def _read_channel(row: Row, rates: dict[int, tuple[float, float]], *, is_tested: bool) -> Channel:
    at = int(float(str(row[6])))
    p, q = rates.get(at, (1.0, 1.0)) if is_tested else (None, None)
    earlier, before, after = (float(str(cell)) for cell in row[3:6])
    spread = (after - before) * 100 / at if 0 < at < _LAST_BIN else None
    return Channel(
        reporter=str(row[0]), partner=str(row[1]), product=str(row[2]), earlier=earlier, before=before, after=after,
        p=p, q=q, spread=spread, changed=bool(row[7]), silent=bool(row[8]), withheld=int(str(row[9])),
    )  # fmt: skip


def _changed_products(
    engine: Engine, collection: Collection, question: ScreenQuestion, records: Records
) -> tuple[frozenset[str], str]:
    """Products that a revision changed, and the nomenclature where it did and no concordance says which.

    Products that begin or end with the revision in the records then stand for those that it changed.
    """
    windows = question.windows
    concordance = records.find_concordance(collection.nomenclature)
    if concordance is None:
        span = windows.before.start, windows.after.end
        if not revisions_between(*span):
            return frozenset(), ""
        edge = find_edge_products(engine, collection.dataset, span, question.digits)
        return frozenset(edge), collection.nomenclature or "the nomenclature"
    changes = list_changes(concordance, windows.before.start.year, windows.after.end.year)
    return frozenset(changed_products(changes, question.digits)), ""


def changed_products(changes: CodeChanges, digits: int) -> Iterable[str]:
    """Products, `digits` wide, that a revision ties to another product: what they hold is not the same any more."""
    for family in changes.families():
        products = {code[:digits] for code in family.before | family.after}
        if len(products) > 1:
            yield from products


def _sources(engine: Engine, scope: Scope, parameters: dict[str, object]) -> dict[int, int]:
    sql = f"""
        SELECT source, count(*) AS row_count
        FROM ({rows_in_scope_sql(_TABLE, scope, chosen=True)}) AS in_scope
        GROUP BY source
        ORDER BY source
    """  # noqa: S608 - built above
    return {int(str(source)): int(str(count)) for source, count in engine.rows(sql, parameters)}


def channel_rows(result: ScreenResult) -> Sequence[tuple[object, ...]]:
    """The flagged channels as rows, for comparing two engines: ends, product, the three sums, the test."""
    return [
        (one.reporter, one.partner, one.product, one.earlier, one.before, one.after, one.p) for one in result.channels
    ]
