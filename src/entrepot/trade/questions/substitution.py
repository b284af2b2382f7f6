"""How much of a lost direct trade third territories may have replaced: bounds, product by product."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace

from entrepot.model.finding import Estimate, Finding, FindingVerdict
from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_name
from entrepot.trade import alternatives
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.ends import require_apart, require_named
from entrepot.trade.questions.findings import Answer, Question, Records, make_finding, money
from entrepot.trade.questions.known_codes import say_unknown_codes
from entrepot.trade.questions.markets import window_parameters
from entrepot.trade.questions.mirror import PRODUCT_DIGITS, convert_cells
from entrepot.trade.questions.scope import Picked, Scope, pick_cells, rows_by_source
from entrepot.trade.questions.silence import few_names
from entrepot.trade.questions.substitution_silence import SILENT, WindowSilence, bind_silence, find_silence
from entrepot.trade.questions.ties import ProductTies, tie_products
from entrepot.trade.questions.windows import Comparison

METHOD = "min rule bounds"
_CELLS, _ONWARD, _CONVERTED = "substitution_cells", "substitution_onward", "substitution_onward_converted"
_TIES = "substitution_ties"
_SMALL_SHARE = 0.1
"""An upper bound under a tenth of the lost trade means that third territories cannot have replaced it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstitutionQuestion:
    """What is asked: how much of the trade lost between reporters and `destination` came back through `vias`?"""

    reporters: tuple[str, ...]
    destination: str
    vias: tuple[str, ...]
    goods: Goods
    windows: Comparison
    dataset: str = ""
    rates: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_named(self.vias, "third territory")
        require_apart((self.destination,), self.vias, ("the destination", "a third territory"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ViaGain:
    """What reporters sent more of a product to a via; `beyond` what is more than at the pace of its other goods.

    `onward` is what the via sent on more to the destination; None where it does not report.
    """

    gained: float
    beyond: float
    onward: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductShift:
    """A product: its loss towards the destination and its gain towards each via."""

    product: str
    lost: float
    gains: tuple[ViaGain, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstitutionBounds:
    """The share of the lost trade: at the most (min rule), beyond the pace of other goods, at the least."""

    lost: float
    highest: float
    beyond_others: float
    onward_reported: bool

    @property
    def shares(self) -> tuple[float, float]:
        """Beyond the pace of other goods and at the most, as shares of the loss."""
        return self.beyond_others / self.lost, self.highest / self.lost


def assess_substitution(engine: Engine, question: SubstitutionQuestion, records: Records) -> Finding:
    """What share of the direct trade that was lost third territories can have replaced, as bounds.

    Product by product (six digits), not more than the smallest of what was lost, what the vias gained and, where they
    report it, what they sent on more (the min rule) can have been replaced: the upper bound. The lower bound is
    nothing, since a gain can be a via's own use. Between them stands the gain beyond the pace of the via's other goods.
    A calendar month that a reporter did not publish in one of the windows is left out of both, and a via that did not
    bounds nothing.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    partners = (question.destination, *question.vias)
    scope = Scope(
        flow="export",
        goods=question.goods,
        finest=True,
        reporters=question.reporters,
        partners=partners,
        dataset=question.dataset,
    )
    spans = (question.windows.before, question.windows.after)
    picked = pick_cells(engine, _CELLS, scope, spans)
    onward_scope = Scope(flow="export", goods=question.goods, finest=True, reporters=question.vias)
    onward = pick_cells(engine, _ONWARD, onward_scope, spans)
    usable = onward.collection is not None and convert_cells(
        engine, onward, _CONVERTED, picked.currency, question.rates, spans
    )
    silence = find_silence(engine, question.windows, question.vias, picked, onward)
    bind_silence(engine, silence)
    ties = tie_products(engine, (picked, onward), (question.windows.before.start, question.windows.after.end), records)
    _bind_ties(engine, ties, (_CELLS, _CONVERTED) if usable else (_CELLS,))
    shifts = _read_shifts(engine, question, _read_onward(engine, question, silence.vias) if usable else {})
    bounds = bound_substitution(shifts)
    sources = [rows_by_source(engine, _CELLS), rows_by_source(engine, _ONWARD)]
    said = (*_onward_issues(onward, usable), *silence.issues())
    answer = _answer(question, bounds, picked, said)
    answer = say_unknown_codes(engine, question.goods, (picked.collection,), answer, question.dataset)
    answer = replace(answer, alternatives=(ties.explain(), *answer.alternatives))
    return make_finding(_question(question, bounds, picked, silence), answer, records, sources)


def _bind_ties(engine: Engine, ties: ProductTies, tables: Sequence[str]) -> None:
    """What stands for each product of the tables, as a small table; products without a row are left out."""
    union = " UNION ".join(f"SELECT substr(code, 1, {PRODUCT_DIGITS}) AS code FROM {table}" for table in tables)  # noqa: S608
    codes = [str(row[0]) for row in engine.rows(f"SELECT DISTINCT code FROM ({union}) AS codes ORDER BY code")]  # noqa: S608
    rows = [(code, name) for code in codes if (name := ties.name(code)) is not None]
    engine.add_table(_TIES, {"code": "VARCHAR", "product": "VARCHAR"}, rows)


def bound_substitution(shifts: Sequence[ProductShift]) -> SubstitutionBounds:
    """The bounds over all products: what one product gained cannot replace what another lost."""
    gains = [gain for shift in shifts for gain in shift.gains]
    return SubstitutionBounds(
        lost=sum(shift.lost for shift in shifts),
        highest=sum(min(shift.lost, sum(_most(gain, gain.gained) for gain in shift.gains)) for shift in shifts),
        beyond_others=sum(min(shift.lost, sum(_most(gain, gain.beyond) for gain in shift.gains)) for shift in shifts),
        onward_reported=any(gain.onward is not None for gain in gains),
    )


def _most(gain: ViaGain, amount: float) -> float:
    return amount if gain.onward is None else min(amount, gain.onward)


def _read_shifts(
    engine: Engine, question: SubstitutionQuestion, onward: Mapping[str, Mapping[str, float]]
) -> list[ProductShift]:
    """Losses and gains by product; of a via that does not report, onward trade bounds nothing."""
    parameters = {**window_parameters(question.windows), "destination": question.destination}
    lost: dict[str, float] = {}
    gains: dict[str, list[ViaGain]] = {}
    for product, lost_value, via, gained, beyond in engine.rows(_shifts_sql(), parameters):
        key = str(product)
        lost[key] = float(str(lost_value))
        if via is not None:
            sent_on = onward.get(str(via))
            bound = None if sent_on is None else sent_on.get(key)
            gain = ViaGain(gained=float(str(gained)), beyond=float(str(beyond)), onward=bound)
            gains.setdefault(key, []).append(gain)
    return [ProductShift(product=key, lost=value, gains=tuple(gains.get(key, ()))) for key, value in lost.items()]


def _shifts_sql() -> str:
    """Loss to the destination and gain of the vias by product; a via's pace is that of all its goods of the scope."""
    return f"""
        WITH cells AS (
            SELECT
                cells.partner, ties.product,
                coalesce(sum(CASE WHEN cells.period BETWEEN $before_start AND $before_end THEN value END), 0)
                    AS value_before,
                coalesce(sum(CASE WHEN cells.period BETWEEN $after_start AND $after_end THEN value END), 0)
                    AS value_after
            FROM {_CELLS} AS cells
            JOIN {_TIES} AS ties ON ties.code = substr(cells.code, 1, {PRODUCT_DIGITS})
            LEFT JOIN {SILENT} AS silent ON silent.reporter = cells.reporter AND silent.period = cells.period
            WHERE cells.part <> 'masked' AND silent.period IS NULL
            GROUP BY cells.partner, ties.product
        ),
        lost AS (
            SELECT product, greatest(value_before - value_after, 0) AS lost
            FROM cells
            WHERE partner = $destination
        ),
        paces AS (
            SELECT partner, sum(value_after) AS all_after, sum(value_before) AS all_before
            FROM cells
            WHERE partner <> $destination
            GROUP BY partner
        ),
        gained AS (
            SELECT
                c.product, c.partner,
                greatest(c.value_after - c.value_before, 0) AS gained,
                c.value_before * (p.all_after - c.value_after)
                / nullif(p.all_before - c.value_before, 0) AS expected,
                c.value_after
            FROM cells AS c
            JOIN paces AS p ON p.partner = c.partner
        )
        SELECT
            l.product, l.lost, g.partner, g.gained,
            least(g.gained, greatest(g.value_after - coalesce(g.expected, 0), 0)) AS beyond
        FROM lost AS l
        LEFT JOIN gained AS g ON g.product = l.product
        ORDER BY l.product, g.partner
    """  # noqa: S608 - names of the house


def _read_onward(engine: Engine, question: SubstitutionQuestion, silent: Container[str]) -> dict[str, dict[str, float]]:
    """What each via sent on more, by product; only products of whose exports, to anywhere, it has a record.

    Vias that are `silent` for a part of the windows are not among them.
    """
    sql = f"""
        SELECT reporter, product, greatest(value_after - value_before, 0) AS grown
        FROM (
            SELECT
                cells.reporter, ties.product,
                coalesce(sum(CASE WHEN partner = $destination
                    AND cells.period BETWEEN $before_start AND $before_end THEN value END), 0) AS value_before,
                coalesce(sum(CASE WHEN partner = $destination
                    AND cells.period BETWEEN $after_start AND $after_end THEN value END), 0) AS value_after
            FROM {_CONVERTED} AS cells
            JOIN {_TIES} AS ties ON ties.code = substr(cells.code, 1, {PRODUCT_DIGITS})
            LEFT JOIN {SILENT} AS silent ON silent.reporter = '' AND silent.period = cells.period
            WHERE silent.period IS NULL
            GROUP BY cells.reporter, ties.product
        ) AS onward
        ORDER BY reporter, product
    """  # noqa: S608 - names of the house
    found: dict[str, dict[str, float]] = {}
    for via, product, grown in engine.rows(
        sql, {**window_parameters(question.windows), "destination": question.destination}
    ):
        if str(via) not in silent:
            found.setdefault(str(via), {})[str(product)] = float(str(grown))
    return found


def _answer(
    question: SubstitutionQuestion, bounds: SubstitutionBounds, picked: Picked, onward_issues: Sequence[Issue]
) -> Answer:
    destination = territory_name(question.destination)
    vias = few_names(question.vias)
    windows = question.windows
    span = (windows.before.start, windows.after.end)
    others = (
        *alternatives.assess_events((*question.vias, question.destination), [], *span, beyond_other_goods=None),
        alternatives.assess_transit("both" if bounds.onward_reported else "first"),
    )
    issues = (*picked.issues, *onward_issues)
    if picked.collection is None or bounds.lost <= 0:
        why = (
            f"have no exports of {question.goods.text} to {destination} or {vias} in {windows.before} and "
            f"{windows.after}, which is no report and not nothing"
            if picked.collection is None
            else f"show no loss of trade in {question.goods.text} with {destination} from {windows.before} to "
            f"{windows.after}, so that there is nothing to replace"
        )
        statement = f"The records {why}. Without a loss no smallest share can be stated that would have been seen."
        return Answer(statement=statement, verdict="cannot_tell", alternatives=others, issues=issues)
    middle, most = bounds.shares
    unseen = (
        f" What was replaced lies within those bounds; less than {100 * most:.1f} % could not have been told from "
        "nothing."
        if _decide(middle, most) == "cannot_tell"
        else ""
    )
    statement = (
        f"Of {money(bounds.lost, picked.currency)} of trade in {question.goods.text} lost with {destination} between "
        f"{windows.before} and {windows.after}, trade through {vias} can have replaced {100 * most:.1f} % at the most "
        f"and nothing at the least; the gain beyond the pace of their other goods is {100 * middle:.1f} %.{unseen}"
    )
    return Answer(
        statement=statement,
        verdict=_decide(middle, most),
        estimate=Estimate(value=100 * middle, low=0.0, high=100 * most, unit="% of lost trade"),
        alternatives=others,
        issues=issues,
    )


def _decide(middle: float, most: float) -> FindingVerdict:
    """A bound can rule a replacement out; only a gain beyond other goods speaks for one, and never alone."""
    if most < _SMALL_SHARE:
        return "does_not_support"
    return "mixed" if middle >= _SMALL_SHARE else "cannot_tell"


def _onward_issues(onward: Picked, usable: bool) -> tuple[Issue, ...]:
    if usable:
        return ()
    if onward.collection is None:
        message = "No via reports what it sent on, so that gains alone bound the share; the true bound is lower."
    else:
        message = f"Onward trade is in {onward.currency}, for which no rate is known here, and was not used as a bound."
    return (Issue(code="onward_unbounded", message=message, severity="note"),)


def _question(
    question: SubstitutionQuestion, bounds: SubstitutionBounds, picked: Picked, silence: WindowSilence
) -> Question:
    return Question(
        kind="substitution",
        subject={
            "reporters": list(question.reporters), "destination": question.destination, "via": list(question.vias),
            "goods": question.goods.text, "before": str(question.windows.before), "after": str(question.windows.after),
        },
        method=METHOD,
        parameters={
            "small_share": _SMALL_SHARE,
            "lost": bounds.lost,
            "most": bounds.highest,
            "beyond_other_goods": bounds.beyond_others,
            "onward_reported": bounds.onward_reported,
            "silent_reporters": sorted(silence.reporters),
            "silent_vias": list(silence.vias),
            "currency": picked.currency,
        },
    )  # fmt: skip
