"""All channels at once: which grew by a rule, how many do so by chance, and how many did at a placebo date."""

from collections.abc import Sequence

from entrepot.model.finding import Alternative, Estimate, Finding, FindingVerdict
from entrepot.reference.territories import territory_name
from entrepot.trade import alternatives
from entrepot.trade.interface import Engine
from entrepot.trade.questions.channels import Channel, ScreenQuestion, ScreenResult, screen_channels
from entrepot.trade.questions.findings import Answer, Question, Records, make_finding, money, percent

METHOD = "paired months with false discovery rate"


def assess_screen(engine: Engine, question: ScreenQuestion, records: Records) -> tuple[Finding, ...]:
    """The finding on the whole screen, then one for each flagged channel up to the limit.

    The test of a channel is a one-sided paired t-test of its calendar months, after less before (months without a row
    count as nothing); false discovery rates are those of Benjamini and Hochberg over all channels tested.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    result = screen_channels(engine, question, records)
    summary = make_finding(
        _question(question, result, "screen", {}), _summary(question, result), records, [result.sources]
    )
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
    if result.collection is None or not result.tested:
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
    if result.collection is None:
        statement = f"The records have no {question.flow}s of {question.goods.text} in these windows and territories."
        return Answer(statement=statement, verdict="cannot_tell")
    currency = result.collection.currency
    sure, changed = result.sure, result.changed
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
        f"{money(question.least_value, currency)} in "
        f"{windows.before} or {windows.after}, {result.flagged:,} grew by more than "
        f"{question.least_growth:.0f} %; {earlier}; "
        f"{sure:,} hold at a false discovery rate of {100 * question.level:.0f} %; {changed:,} are products "
        "whose codes changed."
    )
    share = result.placebo_share
    return Answer(
        statement=statement,
        verdict=_decide(question, result),
        estimate=Estimate(value=float(result.flagged), low=float(sure), high=None, unit="channels"),
        alternatives=_summary_alternatives(question, result, changed, share),
        issues=result.issues,
    )


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
            explanation=f"New codes: {changed:,} of {result.flagged:,} flags are products whose codes changed.",
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
    return Alternative(explanation=f"{text}, and leaves most.", status="rejected")


def _reporting(silent: Sequence[str]) -> Alternative:
    if not silent:
        text = "Reporting: every reporter has records in every period of both windows."
        return Alternative(explanation=text, status="rejected")
    few = ", ".join(territory_name(code) for code in silent[:5]) + (" and others" if len(silent) > 5 else "")
    text = f"Reporting: no record at all of {few} in some period of the windows, which is no report and not nothing."
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
    statement = (
        f"The {question.flow}s of {one.product} from {territory_name(one.reporter)} to "
        f"{territory_name(one.partner)} went "
        f"from {money(one.before, currency)} in {windows.before} to {money(one.after, currency)} in {windows.after} "
        f"({change}); p {one.p:.4f}, false discovery rate {one.q:.3f} among {result.tested:,} channels."
    )
    share = None if growth.share is None else 100 * growth.share
    return Answer(
        statement=statement,
        verdict=verdict,
        estimate=None if share is None else Estimate(value=share, low=None, high=None, unit="% growth"),
        alternatives=_channel_alternatives(question, one, result, currency),
        issues=(),
    )


def _decide_channel(question: ScreenQuestion, one: Channel, result: ScreenResult) -> FindingVerdict:
    """Supports that the channel grew where chance, the level of earlier years and the records do not explain it."""
    if one.changed or one.silent or (result.untied and one.before == 0):
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
            explanation=f"Suppression: {one.withheld} rows of the channel have no value.",
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
            "months_paired": question.windows.after.months,
            "silent_reporters": list(result.silent),
            "currency": result.collection.currency if result.collection else "",
        },
    )  # fmt: skip
