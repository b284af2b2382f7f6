"""Do the two legs of a channel move together, product by product and month by month?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from entrepot.model.finding import Alternative, Estimate, Finding, FindingVerdict
from entrepot.model.flow import FlowKind
from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_name
from entrepot.trade import alternatives
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.contrast import Cells
from entrepot.trade.questions.correlation import LEAST_PRODUCTS, LEVEL, LinkTest, correlate_legs
from entrepot.trade.questions.ends import require_apart
from entrepot.trade.questions.findings import Answer, Question, Records, make_finding, money
from entrepot.trade.questions.known_codes import say_unknown_codes
from entrepot.trade.questions.leg_months import LegMonths, find_leg_months
from entrepot.trade.questions.mirror import common_digits
from entrepot.trade.questions.scope import Picked, Scope, is_derived, pick_cells, rows_by_source
from entrepot.trade.questions.ties import ProductTies, tie_products
from entrepot.trade.questions.windows import Window

__all__ = ["METHOD", "LinkQuestion", "LinkTest", "assess_link", "correlate_legs"]

METHOD = "circular shift correlation"
LEAST_MONTHS = 24
"""Two years: below that a season or one step up passes for a link, and too few shifts are left to compare with."""
LEAST_SHIFTS = 19
"""Fewer cannot make a share of 0.05, this course included, however strong the link."""
_RELEVANT = 0.5
"""A quarter of the movement in common: below that, what is sent on is mostly not what arrives."""
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


def assess_link(engine: Engine, question: LinkQuestion, records: Records) -> Finding:
    """Whether the legs rise and fall together in product and month, beyond what their own course in time brings.

    Values by product (six digits) and month, in logs, are taken less the product's own straight line in time and, from
    four products on, less the mean of the month. The statistic is the largest
    pooled correlation over lags of 0 to `lags` months. It is compared with that of the same series shifted round
    against each other by every number of months beyond the lags, which keeps the course of each in time. Months that a
    leg's reporters did not publish, and values withheld, are left out; a month that they published without the product
    is a zero.

    Raises:
        CallError: only annual rows fit, and the span is not of whole years.
    """
    first, second = _pick_first(engine, question), _pick_second(engine, question)
    sources = [rows_by_source(engine, _FIRST), rows_by_source(engine, _SECOND)]
    legs = [find_leg_months(engine, question.span, *end) for end in _reporters_of(question, first, second)]
    issues = (*first.issues, *second.issues, *(issue for leg in legs for issue in leg.issues()))
    why = _why_not(first, second, question) or _why_too_few(question, legs)
    sums = {"first_leg": _total(engine, _FIRST), "second_leg": _total(engine, _SECOND)}
    ties = tie_products(engine, (first, second), (question.span.start, question.span.end), records)
    test = None
    if not why:
        series = _read_series(engine, question, ties, legs)
        test = correlate_legs(*series, lags=question.lags) if series[0].size else None
        why = "" if test else "no product is traded on both legs"
    answer = _answer(question, test, why, (first, second), sums, issues)
    answer = say_unknown_codes(engine, question.goods, (first.collection, second.collection), answer, question.dataset)
    answer = replace(answer, alternatives=(ties.explain(), *_common_causes(test), *answer.alternatives))
    return make_finding(_question(question, test, first, second, sums), answer, records, sources)


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


def _why_too_few(question: LinkQuestion, legs: Sequence[LegMonths]) -> str:
    months = [month for month in question.span.list_months() if all(month in leg.published for leg in legs)]
    if len(months) >= LEAST_MONTHS:
        return ""
    return f"both legs were published in {len(months)} of its months, which are too few; {LEAST_MONTHS} are needed"


def _reporters_of(
    question: LinkQuestion, first: Picked, second: Picked
) -> tuple[tuple[Picked, FlowKind, tuple[str, ...], str], ...]:
    """Who reports each leg, in which flow: the sender, or the receiver where only that one has records."""
    via, destination = territory_name(question.via), territory_name(question.destination)
    ends = (
        (first, question.reporters, (question.via,), f"to {via}"),
        (second, (question.via,), (question.destination,), f"from {via} to {destination}"),
    )
    return tuple(
        (picked, "import", to, leg) if picked.flow == "import" else (picked, "export", by, leg)
        for picked, by, to, leg in ends
    )


def _read_series(
    engine: Engine, question: LinkQuestion, ties: ProductTies, published: Sequence[LegMonths]
) -> tuple[Cells, Cells]:
    """Both legs as products x months, of the products that both trade; `nan` where a value is not known."""
    digits = common_digits(engine, (_FIRST, _SECOND))
    legs = [_read_leg(engine, table, digits, ties) for table in (_FIRST, _SECOND)]
    products = sorted({product for product, _ in legs[0]} & {product for product, _ in legs[1]})
    if not products:
        return np.zeros((0, 0)), np.zeros((0, 0))
    months = question.span.list_months()
    found = [
        np.array(
            [
                [leg.get((product, month), 0.0 if month in known.published else math.nan) for month in months]
                for product in products
            ]
        )
        for leg, known in zip(legs, published, strict=True)
    ]
    return found[0], found[1]


def _read_leg(engine: Engine, table: str, digits: int, ties: ProductTies) -> dict[tuple[str, date], float]:
    """Values by product and month; `nan` where part of them is withheld, which is not nothing."""
    sql = f"""
        SELECT
            substr(code, 1, {digits}) AS product, period,
            CASE WHEN count(*) = count(value) THEN sum(value) END AS value
        FROM {table}
        WHERE part <> 'masked'
        GROUP BY substr(code, 1, {digits}), period
        ORDER BY product, period
    """  # noqa: S608 - names of the house
    found: dict[tuple[str, date], float] = {}
    for product, period, value in engine.rows(sql):
        name = ties.name(str(product))
        if isinstance(period, date) and name is not None:
            known = math.nan if value is None else max(0.0, float(str(value)))
            found[name, period] = found.get((name, period), 0.0) + known
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
        statement = (
            f"Whether the two legs of {channel} move together in {span} cannot be told: {why}. Without both series no "
            "smallest correlation can be stated that would have been seen."
        )
        return Answer(statement=statement, verdict="cannot_tell", alternatives=others, issues=issues)
    count = "1 product" if test.products == 1 else f"{test.products} products"
    amounts = (
        f"{money(sums['first_leg'], legs[0].currency)} on the first leg, "
        f"{money(sums['second_leg'], legs[1].currency)} on the second"
    )
    statement = (
        f"The two legs of {channel} in {span} ({amounts}; {count}) correlate by "
        f"{test.correlation:.2f} (95 %: {test.low:.2f} to {test.high:.2f}), product by product, "
        f"{_lag_words(test.lag)}. {_chance_words(test)} Their sums correlate by {test.together:.2f}, which a common "
        "cause would bring too."
    )
    return Answer(
        statement=statement,
        verdict=_decide(test),
        estimate=Estimate(value=test.correlation, low=test.low, high=test.high, unit="correlation"),
        alternatives=others,
        issues=issues,
    )


def _lag_words(lag: int) -> str:
    if lag == 0:
        return "in the same month"
    return f"the second {lag} {'month' if lag == 1 else 'months'} after the first"


def _chance_words(test: LinkTest) -> str:
    """How often series shifted against each other do as well, and what could have been seen."""
    if not test.shifts:
        return "There is no shift in time to compare with, so that no smallest correlation can be stated."
    # The share counts this course itself among the shifts, which it cannot be told from.
    as_well = round(test.p * (test.shifts + 1)) - 1
    told = f"Of {test.shifts} shifts in time {as_well or 'none'} {'do' if as_well > 1 else 'does'} as well"
    if test.shifts < LEAST_SHIFTS:
        return f"{told}; that is too few to tell any correlation from chance, {LEAST_SHIFTS} are needed."
    return f"{told} (p {test.p:.2f}); less than {test.visible:.2f} could not have been told from chance."


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
