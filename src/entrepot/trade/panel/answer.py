"""From the question to the finding: the records, the rows, the model, the checks, the words."""

from typing import cast

from entrepot.model.finding import Estimate, Finding
from entrepot.trade.interface import Engine
from entrepot.trade.panel.designs import FIXED_EFFECTS, LEAST_CLUSTERS, Designed, design_panel
from entrepot.trade.panel.estimation import PanelEstimates, estimate_panel, percent, year_before_bounds
from entrepot.trade.panel.event_study import EventStudy
from entrepot.trade.panel.few_clusters import FEW, SignFlips
from entrepot.trade.panel.goods import PanelGoods, find_goods
from entrepot.trade.panel.panel_rows import read_panel
from entrepot.trade.panel.placebos import PlaceboTerritories
from entrepot.trade.panel.poisson import PoissonFit, Unfitted
from entrepot.trade.panel.question import PanelQuestion, design_of
from entrepot.trade.panel.records import Records, find_records
from entrepot.trade.panel.verdicts import judge_panel, panel_alternatives
from entrepot.trade.panel.wording import panel_issues, panel_statement
from entrepot.trade.questions.findings import Answer, Question, make_finding
from entrepot.trade.questions.findings import Records as Known

METHOD = "poisson_panel"
_DIGITS = 4
"""Of log points in the parameters: more than the data bear."""


def ask_panel(engine: Engine, question: PanelQuestion, known: Known | None = None) -> Finding:
    """The finding of a Poisson panel with fixed effects.

    Raises:
        CallError: the records do not hold what was asked for, or pyfixest is not installed.
    """
    known = known or Known()
    records = find_records(engine, question)
    goods = find_goods(engine, question, records, known)
    panel = read_panel(engine, question, records, goods)
    designed = design_panel(panel, design_of(question, has_rest=goods.rest != "none"), question.via)
    estimates = estimate_panel(designed, question)
    answer = Answer(
        statement=panel_statement(estimates, question, designed.design),
        verdict="cannot_tell" if isinstance(estimates, Unfitted) else judge_panel(estimates, question),
        estimate=None if isinstance(estimates, Unfitted) else _estimate(estimates),
        alternatives=panel_alternatives(estimates, designed.design, question, goods),
        issues=panel_issues(estimates, panel, goods, question),
    )
    put = Question(
        kind="panel",
        subject=_subject(question, records),
        method=METHOD,
        parameters={
            **_design_parameters(question, records, goods, designed, engine.name),
            **({} if isinstance(estimates, Unfitted) else _estimate_parameters(estimates)),
        },
    )
    return make_finding(put, answer, known, [_rows_by_source(engine, records)])


def used_rows_sql() -> str:
    """A row a source: how many of its rows the panel rests on."""
    return """
        SELECT flows.source, count(*) AS row_count
        FROM flows
        JOIN panel_reporters ON panel_reporters.territory = flows.reporter
        JOIN panel_partners ON panel_partners.territory = flows.partner
        JOIN (SELECT DISTINCT code FROM panel_codes) AS used ON used.code = flows.code
        WHERE flows.dataset = $dataset AND flows.flow = $flow AND flows.frequency = $frequency
            AND flows.attribution = $attribution AND flows.partner2 = '' AND flows.period BETWEEN $first AND $last
        GROUP BY flows.source
        ORDER BY flows.source
    """


def _subject(question: PanelQuestion, records: Records) -> dict[str, object]:
    return {
        "reporters": list(question.reporters),
        "via": list(question.via),
        "comparison": list(question.comparison),
        "goods": question.goods_label,
        "codes": list(question.products),
        "flow": question.flow,
        "since": f"{question.since:%Y-%m}",
        "period": f"{records.first:%Y-%m}/{records.last:%Y-%m}",
    }


def _estimate(estimates: PanelEstimates) -> Estimate:
    low, high = (None if bound is None else round(percent(bound), 1) for bound in (estimates.low, estimates.high))
    return Estimate(value=round(percent(estimates.effect), 1), low=low, high=high, unit="%")


def _design_parameters(
    question: PanelQuestion, records: Records, goods: PanelGoods, designed: Designed, engine: str
) -> dict[str, object]:
    """How the question was put: enough to put it again."""
    return {
        "engine": engine,
        "dataset": records.dataset,
        "currency": records.currency,
        "frequency": records.frequency,
        "code_length": records.code_length,
        "design": designed.design,
        "unit": question.unit,
        "rest": goods.rest,
        "left_out": list(question.left_out),
        "changed_codes": question.changed,
        "fixed_effects": ["-".join(names) for names in FIXED_EFFECTS[designed.design]],
        "cluster": "-".join(designed.cluster),
        "relevant_percent": question.relevant_percent,
        "few_clusters": FEW,
        "least_clusters": LEAST_CLUSTERS,
        "seed": question.seed,
        "draws": question.draws,
    }


def _estimate_parameters(estimates: PanelEstimates) -> dict[str, object]:
    """What was estimated beside the effect, in log points where nothing else is said."""
    fit = estimates.fit
    return {
        "coefficient": round(estimates.effect, _DIGITS),
        "standard_error": round(next(iter(fit.covariance.diagonal())) ** 0.5, _DIGITS),
        "observations": fit.rows,
        "separated": fit.separated,
        "singletons": fit.singletons,
        "clusters": fit.clusters,
        "inference": estimates.inference,
        "p_value": round(estimates.flips.p_value, _DIGITS) if isinstance(estimates.flips, SignFlips) else None,
        "least_visible_percent": round(percent(estimates.least_visible), 1),
        "pre_trend": _events(estimates.events),
        "year_before": _year_before(estimates.year_before),
        "comparison_territories": _territories(estimates.territories),
    }


def _events(events: EventStudy | Unfitted) -> object:
    if isinstance(events, Unfitted):
        return events.reason
    return {
        "p_value": round(events.p_value, _DIGITS),
        "f": round(events.statistic, _DIGITS),
        "degrees": list(events.degrees),
        "steps": [
            {
                "first_month": step.first_month,
                "months": step.months,
                "effect": round(step.effect, _DIGITS),
                "error": round(step.error, _DIGITS),
            }
            for step in events.steps
        ],
    }


def _year_before(fit: PoissonFit | Unfitted) -> object:
    if isinstance(fit, Unfitted):
        return fit.reason
    return [round(percent(bound), 1) for bound in year_before_bounds(fit)]


def _territories(found: PlaceboTerritories | Unfitted) -> object:
    if isinstance(found, Unfitted):
        return found.reason
    effects = {one.territory: round(percent(one.effect), 1) for one in found.found}
    return {"p_value": round(found.p_value, _DIGITS), "percent": effects}


def _rows_by_source(engine: Engine, records: Records) -> dict[int, int]:
    """How many rows of each imported file the panel rests on."""
    return {cast(int, source): cast(int, count) for source, count in engine.rows(used_rows_sql(), records.parameters())}
