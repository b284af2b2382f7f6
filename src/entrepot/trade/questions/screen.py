"""All channels at once: which grew by a rule, how many do so by chance, and how many did at a placebo date."""

from collections.abc import Sequence

from entrepot.model.finding import Alternative, Estimate, Finding, FindingVerdict
from entrepot.reference.territories import territory_name
from entrepot.trade import alternatives
from entrepot.trade.interface import Engine
from entrepot.trade.questions.channels import Channel, ScreenQuestion, ScreenResult, screen_channels
from entrepot.trade.questions.findings import Answer, Question, Records, make_finding, money, percent
from entrepot.trade.questions.known_codes import say_unknown_codes
from entrepot.trade.questions.rates import student_quantile
from entrepot.trade.questions.silence import few_names

METHOD = "paired months with false discovery rate"
_LEAST_P = 0.0001
"""Below it the bins of the statistic are too coarse for a figure."""


def assess_screen(engine: Engine, question: ScreenQuestion, records: Records) -> tuple[Finding, ...]:
    """The finding on the whole screen, then one for each flagged channel up to the limit.

    The test of a channel is a one-sided paired t-test of its calendar months, after less before (months without a row
    count as nothing); false discovery rates are those of Benjamini and Hochberg over all channels tested.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    result = screen_channels(engine, question, records)
    told = say_unknown_codes(engine, question.goods, (result.collection,), _summary(question, result), question.dataset)
    summary = make_finding(_question(question, result, "screen", {}), told, records, [result.sources])
    channels = (
        make_finding(
            _question(question, result, "screen_channel", _subject(one)),
            _channel_answer(question, one, result),
            records,
            [result.sources],
        )
        for one in result.channels
    )
    return (summary, *channels)


def _decide(question: ScreenQuestion, result: ScreenResult) -> FindingVerdict:
    """Supports that there is more than chance where the rule flags clearly more than at the placebo date."""
    if result.collection is None or not result.tested or not result.is_tested:
        return "cannot_tell"
    sure = result.sure_and_unchanged
    if result.placebo_flagged is None or result.is_general:
        return "mixed" if sure else "cannot_tell"
    if not sure:
        return "does_not_support" if result.flagged <= result.placebo_flagged else "cannot_tell"
    # Twice the flags of the placebo date: below that, at least every second flag is what any year brings.
    return "supports" if result.flagged >= 2 * result.placebo_flagged else "mixed"


def _summary(question: ScreenQuestion, result: ScreenResult) -> Answer:
    windows = question.windows
    if result.collection is None or not result.tested:
        what = f"{question.flow}s of {question.goods.text}"
        few = f" of more than {money(question.least_value, result.collection.currency)}" if result.collection else ""
        statement = (
            f"The records have no {what}{few} in {windows.before} or {windows.after} between these territories; no "
            "smallest growth can be stated that would have been seen."
        )
        return Answer(statement=statement, verdict="cannot_tell", issues=result.issues)
    currency = result.collection.currency
    changed = result.changed
    earlier = (
        "the records do not reach back to a placebo date"
        if result.placebo_flagged is None
        else (
            f"at the placebo date ({windows.placebo().before} to {windows.before}) the same rule flags "
            f"{result.placebo_flagged:,}"
        )
    )
    statement = (
        f"Of {result.tested:,} channels of {question.goods.text} with more than "
        f"{money(question.least_value, currency)} in {windows.before} or {windows.after}, {result.flagged:,} grew by "
        f"more than {question.least_growth:.0f} %; {earlier}; {_test_words(question, result)}; {changed:,} "
        f"{'is a product' if changed == 1 else 'are products'} whose codes changed."
    )
    share = result.placebo_share
    return Answer(
        statement=statement,
        verdict=_decide(question, result),
        estimate=Estimate(value=float(result.flagged), low=float(result.sure), high=None, unit="channels"),
        alternatives=_summary_alternatives(question, result, changed, share),
        issues=result.issues,
    )


def _test_words(question: ScreenQuestion, result: ScreenResult) -> str:
    """How many flags hold against chance; where none does, how large a rise would have; or why there is no test."""
    if not result.is_tested:
        return (
            f"{_months(result)} a side {'gives' if result.pairs == 1 else 'give'} no test of any of them against chance"
        )
    level = f"a false discovery rate of {100 * question.level:.0f} %"
    if result.sure or not result.tested:
        return f"{result.sure:,} {'holds' if result.sure == 1 else 'hold'} at {level}"
    least = student_quantile(question.level / result.tested, result.pairs - 1)
    return (
        f"none holds at {level}, for which one alone would have to rise by {least:.1f} standard errors of its "
        f"{_months(result)}"
    )


def _months(result: ScreenResult) -> str:
    unit = "year" if result.collection and result.collection.frequency == "A" else "month"
    return f"{result.pairs} {unit}{'' if result.pairs == 1 else 's'}"


def _summary_alternatives(
    question: ScreenQuestion, result: ScreenResult, changed: int, share: float | None
) -> tuple[Alternative, ...]:
    windows = question.windows
    chance = (
        Alternative(explanation="Chance: the records do not reach back to a placebo date.", status="not_testable")
        if share is None
        else Alternative(
            explanation=f"Chance and recovery: the placebo date gives {100 * share:.0f} % as many flags.",
            status="rejected" if share < question.level else "not_rejected",
        )
    )
    codes = _codes(
        result,
        Alternative(
            explanation=f"New codes: {changed or 'none'} of {result.flagged:,} flags is a product whose codes changed.",
            status="rejected" if not changed else "not_rejected",
        ),
    )
    events = alternatives.assess_events(
        (*question.reporters, *question.partners), [], windows.before.start, windows.after.end, beyond_other_goods=None
    )
    return (chance, _general(result), codes, _reporting(result.silent), *events, alternatives.assess_transit("first"))


def _general(result: ScreenResult) -> Alternative:
    text = f"General growth: the rule flags {result.flagged:,} of {result.tested:,} channels"
    if result.is_general:
        return Alternative(explanation=f"{text}, as it would where all trade rose.", status="not_rejected")
    return Alternative(explanation=f"{text}, not most of them.", status="rejected")


def _reporting(silent: Sequence[str]) -> Alternative:
    if not silent:
        text = "Reporting: every reporter has records in every period of both windows."
        return Alternative(explanation=text, status="rejected")
    text = (
        f"Reporting: no record at all of {few_names(silent)} in some period of the windows, which is no report and not "
        "nothing."
    )
    return Alternative(explanation=text, status="not_rejected")


def _codes(result: ScreenResult, otherwise: Alternative) -> Alternative:
    """What can be said of changed codes: nothing where a revision lies between and no concordance covers it."""
    if not result.untied:
        return otherwise
    text = f"New codes: no concordance of {result.untied} was given; give one with --concordance."
    return Alternative(explanation=text, status="not_testable")


def _channel_answer(question: ScreenQuestion, one: Channel, result: ScreenResult) -> Answer:
    currency = result.collection.currency if result.collection else ""
    windows = question.windows
    growth = one.growth
    change = "from nothing" if growth.share is None else percent(growth.share)
    verdict = _decide_channel(question, one, result)
    why = _why_not(one, result) if verdict == "cannot_tell" else ""
    statement = (
        f"The {question.flow}s of {one.product} from {territory_name(one.reporter)} to "
        f"{territory_name(one.partner)} went "
        f"from {money(one.before, currency)} in {windows.before} to {money(one.after, currency)} in {windows.after} "
        f"({change}); {_chance_words(question, one, result)}.{why}"
    )
    share = None if growth.share is None else 100 * growth.share
    return Answer(
        statement=statement,
        verdict=verdict,
        estimate=None if share is None else Estimate(value=share, low=None, high=None, unit="% growth"),
        alternatives=_channel_alternatives(question, one, result, currency),
        issues=(),
    )


def _chance_words(question: ScreenQuestion, one: Channel, result: ScreenResult) -> str:
    if one.p is None or one.q is None:
        return f"{_months(result)} a side {'gives' if result.pairs == 1 else 'give'} no test"
    told = f"p {one.p:.4f}" if one.p >= _LEAST_P else f"p below {_LEAST_P}"
    told += f", false discovery rate {one.q:.3f} among {result.tested:,} channels"
    beyond_test = one.silent or one.changed
    if one.q <= question.level or beyond_test or not one.spread or result.collection is None:
        return told
    least = student_quantile(question.level, result.pairs - 1) * one.spread
    return f"{told}; even alone, a rise of less than {money(least, result.collection.currency)} could be chance"


def _why_not(one: Channel, result: ScreenResult) -> str:
    """Why nothing can be told of a channel, whatever its growth."""
    if not result.is_tested:
        return " Without a test no smallest growth can be stated that would have been told from chance."
    if one.silent:
        why = "its reporter did not publish every period of both windows"
    elif one.changed:
        why = "a revision changed what the product holds"
    else:
        why = "it starts from nothing after a revision that no concordance given here covers"
    return f" No growth, however large, can be told of it, since {why}."


def _decide_channel(question: ScreenQuestion, one: Channel, result: ScreenResult) -> FindingVerdict:
    """Supports that the channel grew where chance, the level of earlier years and the records do not explain it."""
    if one.changed or one.silent or (result.untied and one.before == 0) or one.q is None:
        return "cannot_tell"
    recovered = one.after < (1 + question.least_growth / 100) * one.earlier
    doubtful = recovered or one.withheld or result.is_general
    return "mixed" if doubtful or one.q > question.level else "supports"


def _channel_alternatives(
    question: ScreenQuestion, one: Channel, result: ScreenResult, currency: str
) -> tuple[Alternative, ...]:
    windows = question.windows
    least = question.least_growth / 100
    years = windows.before.start.year, windows.after.start.year
    earlier = {windows.placebo().before.start.year: one.earlier} if one.earlier > 0 else {}
    codes = (
        "holds other goods since a revision of its codes" if one.changed else "was not tied to another by a revision"
    )
    return (
        alternatives.assess_currency(one.growth, currency, years, least),
        _codes(
            result,
            Alternative(
                explanation=f"New codes: {one.product} {codes}.", status="not_rejected" if one.changed else "rejected"
            ),
        ),
        _general(result),
        _reporting((one.reporter,) if one.silent else ()),
        Alternative(
            explanation=f"Suppression: {one.withheld or 'none'} of the channel's rows lack their value.",
            status="not_rejected" if one.withheld else "rejected",
        ),
        alternatives.assess_rebound(one.after, earlier, least),
        *alternatives.assess_events(
            (one.reporter, one.partner), [one.product], windows.before.start, windows.after.end, beyond_other_goods=None
        ),
        alternatives.assess_transit("first"),
    )


def _subject(one: Channel) -> dict[str, object]:
    return {"reporter": one.reporter, "partner": one.partner, "product": one.product}


def _question(question: ScreenQuestion, result: ScreenResult, kind: str, subject: dict[str, object]) -> Question:
    return Question(
        kind=kind,
        subject={
            "reporters": list(question.reporters), "partners": list(question.partners), "goods": question.goods.text,
            "flow": question.flow, "before": str(question.windows.before), "after": str(question.windows.after),
            **subject, },
        method=METHOD,
        parameters={
            "least_value": question.least_value,
            "least_growth_percent": question.least_growth,
            "level": question.level,
            "digits": question.digits,
            "tested": result.tested,
            "flagged": result.flagged,
            "placebo_tested": result.placebo_tested,
            "placebo_flagged": result.placebo_flagged,
            "placebo_share": result.placebo_share,
            "months_paired": result.pairs,
            "silent_reporters": list(result.silent),
            "currency": result.collection.currency if result.collection else "",
        },
    )  # fmt: skip
