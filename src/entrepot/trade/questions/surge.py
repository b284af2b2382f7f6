"""Did a coalition's trade in goods with a third territory grow beyond what else grew? The first leg of a channel."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from entrepot.model.finding import Alternative, Estimate, Finding, FindingVerdict
from entrepot.reference.territories import territory_name
from entrepot.trade import alternatives
from entrepot.trade.alternatives import Growth
from entrepot.trade.interface import Engine
from entrepot.trade.questions.codes import CodeGrowth, measure_code_growth
from entrepot.trade.questions.contrast import DRAWS, SEED, Contrast, contrast_growth, verdict_rule
from entrepot.trade.questions.findings import Answer, Question, Records, make_finding, money, percent
from entrepot.trade.questions.known_codes import say_unknown_codes
from entrepot.trade.questions.leg import LEG_CELLS, Leg, LegQuestion, read_leg
from entrepot.trade.questions.visible import smallest_words
from entrepot.trade.questions.windows import Comparison

METHOD = "window contrast"
SAME_GOODS = "the same goods to other partners"
OTHER_GOODS = "other goods to the same partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegMeasurement:
    """What a leg came to: its growth, with and without changed codes, its contrasts, and those at the placebo date.

    Contrasts are of the reporters with records in every period of both windows, and `steady` is their growth; where
    there is none, of all. `weight` is the growth of net weight where given, `weighed` the share of the value that has
    one. `withheld` is the share of the goods' rows without a value, of the window where it is larger.
    """

    leg: Leg
    growth: Growth
    steady: Growth
    codes: CodeGrowth
    contrasts: tuple[Contrast, ...]
    placebo: tuple[Contrast, ...]
    weight: Growth | None
    weighed: float
    masked: Growth
    withheld: float

    @property
    def is_steady(self) -> bool:
        """Whether some reporter has records in every period of both windows."""
        return bool(set(self.leg.reporters) - set(self.leg.silent))


def assess_surge(
    engine: Engine, question: LegQuestion, records: Records, kind: Literal["surge", "onward"] = "surge"
) -> Finding:
    """Whether trade of reporters in goods with `via` grew beyond other trade, with its interval and alternatives.

    Growth between two windows of equal calendar months is set against that of the same goods to other partners and of
    other goods to the same partner (difference in differences of logs), and against the same contrast a step of years
    earlier. It supports the channel only where every contrast lies above nothing, one reaches `least_growth`, each
    is larger than at the placebo date, and the level exceeds that of earlier years too.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    test = measure_leg(engine, question, records)
    answer = say_unknown_codes(
        engine, question.goods, (test.leg.picked.collection,), _answer(test, kind), question.dataset
    )
    return make_finding(_question(test, kind), answer, records, test.leg.sources)


def measure_leg(engine: Engine, question: LegQuestion, records: Records) -> LegMeasurement:
    """The figures of a leg, before any verdict."""
    leg = read_leg(engine, question)
    weight, weighed = _weight_growth(engine, question)
    steady = _without_silent(leg)
    return LegMeasurement(
        leg=leg,
        growth=_leg_growth(leg, question.windows),
        steady=_leg_growth(steady, question.windows),
        codes=measure_code_growth(engine, leg.picked, question.via, question.windows, records),
        contrasts=_contrasts(steady, question.windows),
        placebo=_contrasts(steady, question.windows.placebo())
        if leg.reaches_back_to(question.windows.placebo().before)
        else (),
        weight=weight,
        weighed=weighed,
        masked=_masked_growth(engine, question),
        withheld=_withheld_share(engine, question),
    )


def _leg_growth(leg: Leg, windows: Comparison) -> Growth:
    before, after = (float(leg.goods_to(leg.question.via, one).sum()) for one in (windows.before, windows.after))
    return Growth(before=before, after=after)


def _contrasts(leg: Leg, windows: Comparison) -> tuple[Contrast, ...]:
    """The contrasts that the records allow, the same goods to others first."""
    spans = (windows.before, windows.after)
    goods = leg.goods_to(leg.question.via, spans[0]), leg.goods_to(leg.question.via, spans[1])
    elsewhere = leg.goods_to(leg.compared, spans[0]), leg.goods_to(leg.compared, spans[1])
    others = leg.other_goods(spans[0]), leg.other_goods(spans[1])
    found = (
        contrast_growth(_contrast_name(SAME_GOODS, leg), goods, elsewhere) if leg.compared else None,
        contrast_growth(_contrast_name(OTHER_GOODS, leg), goods, others)
        if others[0].any() and others[1].any()
        else None,
    )
    return tuple(one for one in found if one is not None)


def _contrast_name(name: str, leg: Leg) -> str:
    """What is compared with, as the flow has it: imports come from partners."""
    return name if leg.question.flow == "export" else name.replace(" to ", " from ")


def _decide(test: LegMeasurement) -> FindingVerdict:
    """The verdict by the rules that `assess_surge` declares; less where it hangs on reporters that fell silent."""
    verdict = _decide_on_steady(test)
    if test.is_steady:
        return verdict
    return {"supports": "mixed", "does_not_support": "cannot_tell"}.get(verdict, verdict)  # type: ignore[return-value]


def _decide_on_steady(test: LegMeasurement) -> FindingVerdict:
    question, growth = test.leg.question, test.steady
    if growth.before == 0 and growth.after == 0:
        return "cannot_tell"
    if not test.leg.covers(question.windows.before) or not test.leg.covers(question.windows.after):
        return "cannot_tell"
    if growth.after - growth.before < question.least_value or (growth.share is not None and growth.share <= 0):
        return "does_not_support"
    if growth.before == 0:
        return "mixed" if _is_new_trade(test) else "cannot_tell"
    rule = verdict_rule(test.contrasts, question.least_growth)
    if rule == "above":
        holds = _exceeds_placebo(test) and _stands_without_changed_codes(test) and _exceeds_earlier(test)
        return "supports" if holds and test.withheld <= alternatives.FEW_WITHHELD else "mixed"
    if rule == "below":
        return "does_not_support"
    signs = {one.low > 0 for one in test.contrasts if one.low is not None}
    return "mixed" if len(signs) == 2 else "cannot_tell"


def _is_new_trade(test: LegMeasurement) -> bool:
    """Whether goods whose codes did not change began to be traded, in half of the periods at least."""
    after = test.leg.goods_to(test.leg.question.via, test.leg.question.windows.after).sum(axis=0)
    return test.codes.without_new == test.growth and (after > 0).sum() >= len(after) / 2


def _exceeds_placebo(test: LegMeasurement) -> bool:
    """Whether each contrast is larger than the same a step of years earlier, where that could be measured."""
    earlier = {one.name: one.effect for one in test.placebo}
    return all(one.effect > earlier.get(one.name, 0.0) for one in test.contrasts)


def _exceeds_earlier(test: LegMeasurement) -> bool:
    """Whether the level is that much above the highest of earlier years too, where the records reach back."""
    highest = max(_earlier_levels(test.leg).values(), default=0.0)
    return test.growth.after >= (1 + test.leg.question.least_growth) * highest


def _stands_without_changed_codes(test: LegMeasurement) -> bool:
    known = [one.share for one in (test.codes.without_new, test.codes.without_touched) if one and one.share is not None]
    return all(share >= test.leg.question.least_growth for share in known)


def _answer(test: LegMeasurement, kind: str) -> Answer:
    verdict = _decide(test)
    return Answer(
        statement=_statement(test, verdict),
        verdict=verdict,
        estimate=_estimate(test),
        alternatives=_alternatives(test, kind),
        issues=test.leg.issues,
    )


def _estimate(test: LegMeasurement) -> Estimate | None:
    """The largest claim that every contrast allows: the smaller one, as growth beyond others in percent."""
    if not test.contrasts:
        share = test.growth.share
        return None if share is None else Estimate(value=100 * share, low=None, high=None, unit="% growth")
    least = min(test.contrasts, key=lambda one: one.effect)
    low, high = (None if bound is None else 100 * math.expm1(bound) for bound in (least.low, least.high))
    return Estimate(value=100 * (least.ratio - 1), low=low, high=high, unit=f"% beyond {least.name}")


def _statement(test: LegMeasurement, verdict: FindingVerdict) -> str:
    leg, growth = test.leg, test.growth
    question, currency = leg.question, leg.picked.currency
    towards, of = ("to", "from") if question.flow == "export" else ("from", "by")
    ends = f"{_from(question.reporters or leg.reporters)} {towards} {_names(question.via)}"
    trade = f"{ends} of {question.goods.text}"
    if leg.picked.collection is None or not (growth.before or growth.after):
        return (
            f"The records have no {question.flow}s {of} {trade} in {question.windows.before} or "
            f"{question.windows.after}; without any there is no growth, and no smallest one can be stated."
        )
    amounts = (
        f"The {question.flow}s {of} {trade} went from {money(growth.before, currency)} in {question.windows.before} "
        f"to {money(growth.after, currency)} in {question.windows.after} ({_change(growth)})"
    )
    parts = [amounts, *_steady_words(test), *(_contrast_words(one) for one in test.contrasts)]
    if verdict == "cannot_tell" or not any(one.low is not None for one in test.contrasts):
        parts.append(smallest_words(leg, test.contrasts, growth.before, growth.after, test.codes))
    return "; ".join(parts) + "."


def _steady_words(test: LegMeasurement) -> tuple[str, ...]:
    """That the comparison leaves out reporters that fell silent, where it does."""
    if not test.leg.silent or not test.is_steady:
        return ()
    return (f"compared without {_from(test.leg.silent)}, silent in some month ({_change(test.steady)})",)


def _change(growth: Growth) -> str:
    return "from nothing" if growth.share is None else percent(growth.share)


def _contrast_words(one: Contrast) -> str:
    if one.low is None or one.high is None:
        return f"{one.ratio:.2f} times the growth of {one.name}, without an interval"
    low, high = math.exp(one.low), math.exp(one.high)
    return f"{one.ratio:.2f} times the growth of {one.name} (95 %: {low:.2f} to {high:.2f})"


def _alternatives(test: LegMeasurement, kind: str) -> tuple[Alternative, ...]:
    leg, growth = test.leg, test.growth
    question = leg.question
    windows, least = question.windows, question.least_growth
    years = windows.before.start.year, windows.after.start.year
    territories = (*question.via, question.destination, *leg.reporters)
    other = next((one for one in test.contrasts if one.name == _contrast_name(OTHER_GOODS, leg)), None)
    span, prefixes = (windows.before.start, windows.after.end), [term.prefix for term in question.goods.plus]
    stopped = [one for one in alternatives.list_events(territories, *span, ()) if one.kind == "publication"]
    return (
        alternatives.assess_currency(growth, leg.picked.currency, years, least),
        alternatives.assess_new_codes(growth, test.codes.without_new, test.codes.without_touched, least,
        test.codes.reason), alternatives.assess_rebound(growth.after, _earlier_levels(leg), least),
        alternatives.assess_placebo(
            {one.name: one.effect for one in test.contrasts}, {one.name: one.effect for one in test.placebo},
            f"{windows.placebo().before} to {windows.placebo().after}",
        ),
        *alternatives.assess_events(
            territories, prefixes, *span,
            beyond_other_goods=None if other is None or other.low is None else other.low > 0,
        ),
        alternatives.assess_price(growth, test.weight, test.weighed, least),
        alternatives.assess_publication(leg.silent, test.steady if test.is_steady else Growth(before=0.0, after=0.0),
            stopped, least),
        alternatives.assess_suppression(test.masked, growth, test.withheld),
        alternatives.assess_transit("onward" if kind == "onward" else "first"),
    )  # fmt: skip


def _without_silent(leg: Leg) -> Leg:
    """The leg of the reporters that have records in every period of both windows; as it is where there is none."""
    kept = tuple(reporter for reporter in leg.reporters if reporter not in leg.silent)
    return replace(leg, reporters=kept) if kept else leg


def _earlier_levels(leg: Leg) -> dict[int, float]:
    """The goods' value in the same months of the years before the first window, where the records reach back."""
    earlier = [window for window in leg.question.spans()[2:] if leg.reaches_back_to(window)]
    return {window.start.year: float(leg.goods_to(leg.question.via, window).sum()) for window in earlier}


def _weight_growth(engine: Engine, question: LegQuestion) -> tuple[Growth | None, float]:
    """Growth of net weight to `via`, and the share of the value that has a weight."""
    windows = question.windows
    sql = f"""
        SELECT
            sum(CASE WHEN period <= $before_end THEN net_weight_kg END) AS weight_before,
            sum(CASE WHEN period >= $after_start THEN net_weight_kg END) AS weight_after,
            sum(weighed_value) AS weighed_value,
            sum(value) AS value
        FROM {LEG_CELLS}
        WHERE part = 'goods' AND partner IN (SELECT partner FROM growth_partners)
          AND (period BETWEEN $before_start AND $before_end OR period BETWEEN $after_start AND $after_end)
    """  # noqa: S608 - a name of the house
    engine.add_table("growth_partners", {"partner": "VARCHAR"}, [(one,) for one in question.via])
    before, after, weighed, value = (_number(cell) for cell in engine.rows(sql, _ends(windows))[0])
    if not before or not after or not value:
        return None, 0.0
    return Growth(before=before, after=after), weighed / value


def _masked_growth(engine: Engine, question: LegQuestion) -> Growth:
    sql = f"""
        SELECT
            sum(CASE WHEN period BETWEEN $before_start AND $before_end THEN value END) AS value_before,
            sum(CASE WHEN period BETWEEN $after_start AND $after_end THEN value END) AS value_after
        FROM {LEG_CELLS}
        WHERE part = 'masked' AND partner IN (SELECT partner FROM growth_partners)
    """  # noqa: S608 - a name of the house
    engine.add_table("growth_partners", {"partner": "VARCHAR"}, [(one,) for one in question.via])
    before, after = (_number(cell) for cell in engine.rows(sql, _ends(question.windows))[0])
    return Growth(before=before, after=after)


def _withheld_share(engine: Engine, question: LegQuestion) -> float:
    """The share of the goods' rows to `via` without a value, of the window where it is larger."""
    sql = f"""
        SELECT sum(suppressed) AS withheld, sum(row_count) AS row_count
        FROM {LEG_CELLS}
        WHERE part <> 'masked' AND partner IN (SELECT partner FROM growth_partners)
          AND period BETWEEN $start AND $end
    """  # noqa: S608 - a name of the house
    engine.add_table("growth_partners", {"partner": "VARCHAR"}, [(one,) for one in question.via])
    spans = (question.windows.before, question.windows.after)
    found = [engine.rows(sql, {"start": span.start, "end": span.end})[0] for span in spans]
    return max((_number(withheld) / _number(rows) for withheld, rows in found if _number(rows)), default=0.0)


def _ends(windows: Comparison) -> dict[str, object]:
    return {
        "before_start": windows.before.start, "before_end": windows.before.end,
        "after_start": windows.after.start, "after_end": windows.after.end,
    }  # fmt: skip


def _question(test: LegMeasurement, kind: str) -> Question:
    question, leg = test.leg.question, test.leg
    return Question(
        kind=kind,
        subject={
            "reporters": list(question.reporters or leg.reporters),
            "via": list(question.via),
            "destination": question.destination,
            "goods": question.goods.text,
            "flow": question.flow,
            "before": str(question.windows.before),
            "after": str(question.windows.after),
        },
        method=METHOD,
        parameters={
            "least_growth": question.least_growth,
            "least_value": question.least_value,
            "collection": leg.picked.collection.dataset if leg.picked.collection else "",
            "currency": leg.picked.currency,
            "value_before": test.growth.before,
            "value_after": test.growth.after,
            "silent_reporters": list(leg.silent),
            "rows_withheld_share": test.withheld,
            "growth_percent": None if test.growth.share is None else 100 * test.growth.share,
            "growth_percent_without_new_codes": _share(test.codes.without_new),
            "growth_percent_without_changed_codes": _share(test.codes.without_touched),
            "codes_left_out": list(test.codes.changed),
            "compared_partners": list(leg.compared),
            "contrasts": [_contrast_record(one) for one in test.contrasts],
            "placebo": str(question.windows.placebo().before),
            "placebo_contrasts": [_contrast_record(one) for one in test.placebo],
            "interval": "95 %, percentiles of a bootstrap of whole reporters, or of calendar months",
            "draws": DRAWS,
            "seed": SEED,
        },
    )


def _contrast_record(one: Contrast) -> dict[str, object]:
    return {
        "name": one.name, "effect": one.effect, "low": one.low, "high": one.high, "resampled": one.unit,
        "units": one.units, "smallest_visible": one.smallest_visible,
    }  # fmt: skip


def _share(growth: Growth | None) -> float | None:
    return None if growth is None or growth.share is None else 100 * growth.share


def _from(codes: Sequence[str]) -> str:
    return f"{len(codes)} reporters" if len(codes) > 4 else _names(codes)


def _names(codes: Sequence[str]) -> str:
    return ", ".join(territory_name(code) for code in codes)


def _number(value: object) -> float:
    return 0.0 if value is None else float(str(value))
