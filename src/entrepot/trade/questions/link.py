"""Do the two legs of a channel move together, product by product and month by month?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from entrepot.model.finding import Alternative, Estimate, Finding, FindingVerdict
from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_name
from entrepot.trade import alternatives
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.contrast import Cells
from entrepot.trade.questions.ends import require_apart
from entrepot.trade.questions.findings import Answer, Question, Records, make_finding, money
from entrepot.trade.questions.mirror import common_digits
from entrepot.trade.questions.scope import Picked, Scope, is_derived, pick_cells, rows_by_source
from entrepot.trade.questions.ties import ProductTies, tie_products
from entrepot.trade.questions.windows import Window

METHOD = "circular shift correlation"
LEAST_MONTHS = 24
"""Two years: below that a season or one step up passes for a link, and too few shifts are left to compare with."""
LEAST_PRODUCTS = 4
"""From here on what moves all products of a month alike is taken out; of fewer it would take out the link itself."""
LEVEL = 0.05
LEAST_SHIFTS = 19
"""Fewer cannot make a share of 0.05, this course included, however strong the link."""
_RELEVANT = 0.5
"""A quarter of the movement in common: below that, what is sent on is mostly not what arrives."""
_UNIT = 1000.0
"""Values enter as log(1 + value / 1000), so that a few hundred euro are not told from nothing."""
_FIRST, _SECOND = "link_first", "link_second"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkQuestion:
    """What is asked of a channel: is more of a product sent on to `destination` when more of it arrives in `via`?

    `span` are the months looked at; the second leg may follow the first by up to `lags` months.
    """

    reporters: tuple[str, ...]
    via: str
    destination: str
    goods: Goods
    span: Window
    lags: int = 3
    dataset: str = ""

    def __post_init__(self) -> None:
        require_apart((self.destination,), (self.via,), ("the destination", "the third territory"))
        if len(self.reporters) == 1:
            require_apart(self.reporters, (self.via, self.destination), ("the reporter", "another end of the channel"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTest:
    """The correlation at the best lag, and where it lies among those of series shifted against each other.

    `together` is that of the sums of all products at that lag, in logs: what a common cause brings as well.
    `p` is the share of shifts (this one included) with as large a best correlation; `visible` the correlation that
    nineteen of twenty shifts stay under, the smallest that could have been told from chance. `low` and `high` bound
    95 % by Fisher's z with the effective number of months (Pyper and Peterman 1998).
    """

    correlation: float
    together: float
    lag: int
    low: float
    high: float
    p: float
    visible: float
    shifts: int
    products: int


def assess_link(engine: Engine, question: LinkQuestion, records: Records) -> Finding:
    """Whether the legs rise and fall together in product and month, beyond what their own course in time brings.

    Values by product (six digits) and month, in logs, are taken less the product's own straight line in time and, from
    four products on, less the mean of the month. The statistic is the largest
    pooled correlation over lags of 0 to `lags` months. It is compared with that of the same series shifted round
    against each other by every number of months beyond the lags, which keeps the course of each in time.

    Raises:
        CallError: only annual rows fit, and the span is not of whole years.
    """
    first, second = _pick_first(engine, question), _pick_second(engine, question)
    sources = [rows_by_source(engine, _FIRST), rows_by_source(engine, _SECOND)]
    issues = (*first.issues, *second.issues)
    why = _why_not(first, second, question)
    sums = {"first_leg": _total(engine, _FIRST), "second_leg": _total(engine, _SECOND)}
    ties = tie_products(engine, (first, second), (question.span.start, question.span.end), records)
    test = None
    if not why:
        series = _read_series(engine, question, ties)
        test = correlate_legs(*series, lags=question.lags) if series[0].size else None
        why = "" if test else "no product is traded on both legs"
    answer = _answer(question, test, why, (first, second), sums, issues)
    answer = replace(answer, alternatives=(ties.explain(), *_common_causes(test), *answer.alternatives))
    return make_finding(_question(question, test, first, second, sums), answer, records, sources)


def correlate_legs(first: Cells, second: Cells, *, lags: int) -> LinkTest | None:
    """The link of two legs, given as products x months of one span; None where one does not vary."""
    x, y = _centred(first), _centred(second)
    months = x.shape[1]
    found = [_correlation(x[:, : months - lag], y[:, lag:]) for lag in range(lags + 1)]
    if not np.isfinite(found).all():
        return None
    lag = int(np.argmax(found))
    best = found[lag]
    # A shift by no more than the lags would only find the same link at another lag.
    shifts = range(lags + 1, months - lags)
    null = np.array([_best(np.roll(x, shift, axis=1), y, lags) for shift in shifts])
    low, high = _fisher_bounds(best, _effective_months(x, y, lag))
    return LinkTest(
        correlation=best,
        together=_together(first, second, lag),
        lag=lag,
        low=low,
        high=high,
        p=float((1 + (null >= best).sum()) / (1 + null.size)),
        visible=float(np.quantile(null, 1 - LEVEL)) if null.size else 1.0,
        shifts=int(null.size),
        products=int(x.shape[0]),
    )


def _together(first: Cells, second: Cells, lag: int) -> float:
    sums = [np.log1p(leg.sum(axis=0, keepdims=True) / _UNIT) for leg in (first, second)]
    x, y = (one - one.mean() for one in sums)
    return _correlation(x[:, : x.shape[1] - lag], y[:, lag:])


def _best(x: Cells, y: Cells, lags: int) -> float:
    months = x.shape[1]
    return max(_correlation(x[:, : months - lag], y[:, lag:]) for lag in range(lags + 1))


def _centred(values: Cells) -> Cells:
    """Logs less each product's own straight line in time and, with enough products, less each month's mean.

    What lifts all goods in one month, and what grows steadily on both legs, would otherwise pass for a link.
    """
    logs = np.log1p(values / _UNIT)
    time = np.arange(logs.shape[1]) - (logs.shape[1] - 1) / 2
    centred: Cells = logs - logs.mean(axis=1, keepdims=True)
    centred = centred - np.outer(centred @ time / (time @ time), time)
    return centred - centred.mean(axis=0, keepdims=True) if len(centred) >= LEAST_PRODUCTS else centred


def _correlation(x: Cells, y: Cells) -> float:
    scale = float(np.sqrt((x * x).sum() * (y * y).sum()))
    return float((x * y).sum()) / scale if scale > 0 else float("nan")


def _effective_months(x: Cells, y: Cells, lag: int) -> float:
    """Months that count as independent: fewer where both legs are slow (first-order autocorrelation)."""
    months = x.shape[1] - lag
    slow = _correlation(x[:, :-1], x[:, 1:]) * _correlation(y[:, :-1], y[:, 1:])
    slow = min(max(slow, 0.0), 0.99) if math.isfinite(slow) else 0.0
    return float(max(5.0, months * (1 - slow) / (1 + slow)))


def _fisher_bounds(correlation: float, months: float) -> tuple[float, float]:
    z, width = float(np.arctanh(min(max(correlation, -0.999), 0.999))), 1.96 / math.sqrt(months - 3)
    return float(np.tanh(z - width)), float(np.tanh(z + width))


def _pick_first(engine: Engine, question: LinkQuestion) -> Picked:
    """What the coalition says it sent to `via`; else what `via` says it had from there."""
    reported = Scope(
        flow="export", goods=question.goods, finest=True, reporters=question.reporters, partners=(question.via,),
        dataset=question.dataset,
    )  # fmt: skip
    picked = pick_cells(engine, _FIRST, reported, (question.span,))
    if picked.collection or not question.reporters:
        return picked
    mirrored = Scope(
        flow="import", goods=question.goods, finest=True, reporters=(question.via,), partners=question.reporters
    )
    return pick_cells(engine, _FIRST, mirrored, (question.span,))


def _pick_second(engine: Engine, question: LinkQuestion) -> Picked:
    """What `via` says it sent on; else what the destination says it had from there."""
    reported = Scope(
        flow="export", goods=question.goods, finest=True, reporters=(question.via,), partners=(question.destination,)
    )
    picked = pick_cells(engine, _SECOND, reported, (question.span,))
    if picked.collection:
        return picked
    mirrored = Scope(
        flow="import", goods=question.goods, finest=True, reporters=(question.destination,), partners=(question.via,)
    )
    return pick_cells(engine, _SECOND, mirrored, (question.span,))


def _why_not(first: Picked, second: Picked, question: LinkQuestion) -> str:
    via, destination = territory_name(question.via), territory_name(question.destination)
    for picked, leg in ((first, f"to {via}"), (second, f"from {via} to {destination}")):
        if picked.collection is None:
            return f"no reporter's records of the leg {leg} are there, which is no report and not nothing"
        if picked.collection.frequency != "M":
            return f"the records of the leg {leg} are annual, and a link needs months"
        if is_derived(picked.collection.dataset):
            return f"{picked.collection.dataset} is derived from both sides' reports and is no record of a leg"
    if question.span.months < LEAST_MONTHS:
        return f"{question.span.months} months are too few; {LEAST_MONTHS} are needed"
    return ""


def _read_series(engine: Engine, question: LinkQuestion, ties: ProductTies) -> tuple[Cells, Cells]:
    """Both legs as products x months, of the products that both trade; in months before a leg's records, nothing."""
    digits = common_digits(engine, (_FIRST, _SECOND))
    legs = [_read_leg(engine, table, digits, ties) for table in (_FIRST, _SECOND)]
    products = sorted({product for product, _ in legs[0]} & {product for product, _ in legs[1]})
    if not products:
        return np.zeros((0, 0)), np.zeros((0, 0))
    months = _common_months(question.span, legs)
    found = [np.array([[leg.get((product, month), 0.0) for month in months] for product in products]) for leg in legs]
    return found[0], found[1]


def _common_months(span: Window, legs: Sequence[dict[tuple[str, date], float]]) -> list[date]:
    """The months of the span within which both legs have records: before and after them nothing is known."""
    first = max(min(month for _, month in leg) for leg in legs)
    last = min(max(month for _, month in leg) for leg in legs)
    return [month for month in span.list_months() if first <= month <= last]


def _read_leg(engine: Engine, table: str, digits: int, ties: ProductTies) -> dict[tuple[str, date], float]:
    sql = f"""
        SELECT substr(code, 1, {digits}) AS product, period, sum(value) AS value
        FROM {table}
        WHERE part <> 'masked' AND value IS NOT NULL
        GROUP BY substr(code, 1, {digits}), period
        ORDER BY product, period
    """  # noqa: S608 - names of the house
    found: dict[tuple[str, date], float] = {}
    for product, period, value in engine.rows(sql):
        name = ties.name(str(product))
        if isinstance(period, date) and name is not None:
            found[name, period] = found.get((name, period), 0.0) + max(0.0, float(str(value)))
    return found


def _total(engine: Engine, table: str) -> float:
    sql = f"SELECT coalesce(sum(value), 0) AS value FROM {table} WHERE part <> 'masked'"  # noqa: S608
    return float(str(engine.rows(sql)[0][0]))


def _decide(test: LinkTest | None) -> FindingVerdict:
    if test is None:
        return "cannot_tell"
    if test.p <= LEVEL and test.low > 0:
        return "supports" if test.products >= LEAST_PRODUCTS else "mixed"
    if test.p <= LEVEL or test.low > 0:
        return "mixed"
    return "does_not_support" if test.high < _RELEVANT and test.shifts >= LEAST_SHIFTS else "cannot_tell"


def _common_causes(test: LinkTest | None) -> tuple[Alternative, ...]:
    """Whether what lifts all trade in the same months can bring the link."""
    if test is None:
        return ()
    if test.products >= LEAST_PRODUCTS:
        text = "Common cause: what moves all products of a month alike is taken out."
        return (Alternative(explanation=text, status="rejected"),)
    text = (
        f"Common cause: with fewer than {LEAST_PRODUCTS} products, what lifts all trade in the same months cannot be "
        "taken out; ask for more products."
    )
    return (Alternative(explanation=text, status="not_rejected"),)


def _answer(
    question: LinkQuestion,
    test: LinkTest | None,
    why: str,
    legs: tuple[Picked, Picked],
    sums: dict[str, float],
    issues: tuple[Issue, ...],
) -> Answer:
    channel = (
        f"{question.goods.text} by way of {territory_name(question.via)} to {territory_name(question.destination)}"
    )
    span = question.span
    events = alternatives.assess_events(
        (question.via, question.destination), [term.prefix for term in question.goods.plus], span.start, span.end,
        beyond_other_goods=None,
    )  # fmt: skip
    others = (*events, alternatives.assess_transit("both" if test else "first"))
    if test is None:
        statement = f"Whether the two legs of {channel} move together in {span} cannot be told: {why}."
        return Answer(statement=statement, verdict="cannot_tell", alternatives=others, issues=issues)
    amounts = (
        f"{money(sums['first_leg'], legs[0].currency)} on the first leg, "
        f"{money(sums['second_leg'], legs[1].currency)} on the second"
    )
    statement = (
        f"The two legs of {channel} in {span} ({amounts}, {test.products} products) correlate by "
        f"{test.correlation:.2f} (95 %: {test.low:.2f} to {test.high:.2f}) with the second {test.lag} months after the "
        f"first, product by product; of {test.shifts} shifts in time, a share of {test.p:.2f} does as well, and less "
        f"than {test.visible:.2f} could not have been told from chance. Their sums correlate by {test.together:.2f}, "
        "which a common cause would bring too."
    )
    return Answer(
        statement=statement,
        verdict=_decide(test),
        estimate=Estimate(value=test.correlation, low=test.low, high=test.high, unit="correlation"),
        alternatives=others,
        issues=issues,
    )


def _question(
    question: LinkQuestion, test: LinkTest | None, first: Picked, second: Picked, sums: dict[str, float]
) -> Question:
    return Question(
        kind="link",
        subject={
            "reporters": list(question.reporters), "via": question.via, "destination": question.destination,
            "goods": question.goods.text, "span": str(question.span),
        },
        method=METHOD,
        parameters={
            "lags": question.lags,
            "level": LEVEL,
            "least_months": LEAST_MONTHS,
            "month_means_taken_out": test.products >= LEAST_PRODUCTS if test else None,
            "p": test.p if test else None,
            "best_lag": test.lag if test else None,
            "correlation_of_sums": test.together if test else None,
            "smallest_visible": test.visible if test else None,
            "shifts": test.shifts if test else None,
            "products": test.products if test else None,
            "currencies": [first.currency, second.currency],
            **sums,
        },
    )  # fmt: skip
