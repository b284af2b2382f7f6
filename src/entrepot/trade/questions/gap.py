"""The mirror gap of a pair of territories, and exports that never arrive: what may be said of them, and what not."""

from collections.abc import Mapping, Sequence

from entrepot.model.finding import Alternative, Estimate, Finding, FindingVerdict
from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_name
from entrepot.trade import alternatives
from entrepot.trade.interface import Engine
from entrepot.trade.questions.findings import Answer, Question, Records, make_finding, money, percent
from entrepot.trade.questions.pair import MIDDLE_FACTOR, GapQuestion, Mirror, read_additional, read_mirror

__all__ = ["METHOD", "GapQuestion", "assess_gap"]

METHOD = "mirror comparison"


def assess_gap(engine: Engine, question: GapQuestion, records: Records) -> tuple[Finding, Finding]:
    """The mirror gap of a pair, and whether exports can be called orphaned: reported out, never reported in.

    The gap sets exports (FOB) beside imports (CIF) divided by a range of factors. It is a statement on records; where
    the importer books imports by origin, it says nothing on arrival. Exports are orphaned only beyond all imports of
    the product from everywhere, and only for products that the importer reports at all.

    Raises:
        CallError: only annual rows fit, and the window is not of whole years.
    """
    mirror = read_mirror(engine, question, question.importer, question.window)
    additional = read_additional(engine, question) if question.before else {}
    gap = _gap_answer(question, mirror, additional)
    orphans = _orphan_answer(question, mirror)
    return (
        make_finding(_question(question, mirror, "gap", additional), gap, records, mirror.sources),
        make_finding(_question(question, mirror, "orphan_exports", {}), orphans, records, mirror.sources),
    )


def _gap_answer(question: GapQuestion, mirror: Mirror, additional: Mapping[str, object]) -> Answer:
    low, high = question.factors
    stopped = alternatives.list_events((question.importer,), question.window.start, question.window.end, ())
    pair = f"{_names(question.exporters)} to {territory_name(question.importer)} of {question.goods.text}"
    if mirror.trouble or not mirror.importer_reports or not mirror.exported:
        why = mirror.trouble or _silence(question, mirror)
        return Answer(
            statement=f"The exports from {pair} in {question.window} cannot be set beside imports: {why}.",
            verdict="cannot_tell", issues=mirror.issues, alternatives=_gap_alternatives(question, mirror),
        )  # fmt: skip
    missing = [mirror.exported - mirror.imported / factor for factor in (low, MIDDLE_FACTOR, high)]
    factor = mirror.imported / mirror.exported
    origin = (
        " Imports are booked by country of origin, exports by destination." if mirror.attribution == "origin" else ""
    )
    statement = (
        f"Of the exports from {pair} in {question.window}, {money(mirror.exported, mirror.currency)}, the imports show "
        f"{money(mirror.imported, mirror.currency)} from there and "
        f"{money(mirror.imported_from_all, mirror.currency)} from "
        f"everywhere; without freight of {percent(low - 1)} to {percent(high - 1)} the gap is "
        f"{money(missing[0], mirror.currency)} to {money(missing[2], mirror.currency)}; it closes at a "
        "CIF/FOB factor of "
        f"{factor:.2f}.{origin}{_additional_words(additional)}"
    )
    share = 100 / mirror.exported
    return Answer(
        statement=statement,
        verdict=_gap_verdict(question, mirror, missing),
        estimate=Estimate(value=missing[1] * share, low=missing[0] * share, high=missing[2] * share, unit=(
            "% of "
            "exports"
        )),
        alternatives=_gap_alternatives(question, mirror),
        issues=(*mirror.issues, *(_publication_issue(event.title) for event in stopped if event.kind == "publication")),
    )  # fmt: skip


def _gap_verdict(question: GapQuestion, mirror: Mirror, missing: Sequence[float]) -> FindingVerdict:
    """Supports that exports are missing from the imports only where partners mean the same on both sides."""
    share = missing[0] / mirror.exported
    if missing[2] / mirror.exported < question.least_share:
        return "does_not_support"
    if mirror.attribution in {"origin", ""} or mirror.silent_periods or mirror.unreported > mirror.exported / 2:
        return "cannot_tell"
    # What the importer reports from nowhere stands under another code or is withheld, and is not missing.
    certain = share - mirror.unreported / mirror.exported
    return "supports" if certain >= question.least_share and not mirror.withheld else "mixed"


def _orphan_answer(question: GapQuestion, mirror: Mirror) -> Answer:
    pair = f"{_names(question.exporters)} to {territory_name(question.importer)} of {question.goods.text}"
    issues = mirror.issues
    comparable = mirror.exported - mirror.unreported
    if mirror.trouble or not mirror.importer_reports or comparable <= 0:
        why = mirror.trouble or _silence(question, mirror)
        statement = f"Whether exports from {pair} in {question.window} arrive cannot be told: {why}."
        return Answer(
            statement=statement, verdict="cannot_tell", issues=issues, alternatives=_gap_alternatives(question, mirror)
        )
    beyond = [mirror.beyond_all_imports(factor) for factor in (question.factors[0], MIDDLE_FACTOR, question.factors[1])]
    shares = [value / comparable for value in beyond]
    statement = (
        f"Of the exports from {pair} in {question.window}, {money(comparable, mirror.currency)} of products that the "
        f"importer reports, {money(beyond[1], mirror.currency)} exceed all its imports of the same product "
        "from everywhere "
        f"({money(mirror.imported_from_all, mirror.currency)}, freight taken off)"
    )
    left = (
        f"; {money(mirror.unreported, mirror.currency)} are of products that it does not report"
        if mirror.unreported
        else ""
    )
    return Answer(
        statement=f"{statement}{left}.",
        verdict=_orphan_verdict(question, mirror, shares),
        estimate=Estimate(value=100 * shares[1], low=100 * shares[0], high=100 * shares[2], unit="% of exports"),
        alternatives=_gap_alternatives(question, mirror),
        issues=issues,
    )


def _orphan_verdict(question: GapQuestion, mirror: Mirror, shares: Sequence[float]) -> FindingVerdict:
    if mirror.unreported > mirror.exported / 2 or (mirror.silent_periods and shares[2] >= question.least_share):
        return "cannot_tell"
    if shares[0] >= question.least_share:
        return "mixed" if mirror.withheld else "supports"
    return "does_not_support" if shares[2] < question.least_share else "mixed"


def _silence(question: GapQuestion, mirror: Mirror) -> str:
    name = territory_name(question.importer)
    if not mirror.importer_reports:
        return f"the records hold no imports reported by {name} in these months, which is no report and not nothing"
    if not mirror.exported:
        return "no such exports are reported"
    return f"{name} reports imports, but none of these products from anywhere: another code, or suppressed"


def _gap_alternatives(question: GapQuestion, mirror: Mirror) -> tuple[Alternative, ...]:
    """What else makes the two sides differ."""
    window = question.window
    territories = (*question.exporters, question.importer)
    return (
        _origin_alternative(question, mirror),
        _freight_alternative(question, mirror),
        Alternative(
            explanation=(
                "Codes: the two sides can class the same goods differently; compare the heading or the chapter."
            ),
            status="not_rejected" if mirror.unreported else "not_testable",
        ),
        Alternative(
            explanation=(
                "Timing: goods sent in the last month arrive in the next; the window is summed, its edges "
                "are not moved."
            ),
            status="rejected" if window.months >= 6 else "not_rejected",  # one month of six is at most a sixth
        ),
        *_record_alternatives(mirror),
        *alternatives.assess_events(territories, [], window.start, window.end, beyond_other_goods=None),
        Alternative(
            explanation=(
                "Legitimate transit or warehousing: goods sent on unopened are exports there and no imports here."
            ),
            status="not_testable",
        ),
    )


def _record_alternatives(mirror: Mirror) -> tuple[Alternative, ...]:
    """Whether imports that the importer did not publish, or withheld, can be what is missing."""
    silent = (
        f"Reporting: the importer has no record of any import in {mirror.silent_periods} periods of the window."
        if mirror.silent_periods
        else "Reporting: the importer has records of imports in every period of the window."
    )
    withheld = (
        f"Suppression: {mirror.withheld} of the importer's rows have no value, which is not nothing."
        if mirror.withheld
        else "Suppression: no row of the importer's lacks its value."
    )
    if not mirror.importer_reports or mirror.trouble:
        return ()
    return (
        Alternative(explanation=silent, status="not_rejected" if mirror.silent_periods else "rejected"),
        Alternative(explanation=withheld, status="not_rejected" if mirror.withheld else "rejected"),
    )


def _origin_alternative(question: GapQuestion, mirror: Mirror) -> Alternative:
    if mirror.attribution == "consignment":
        text = "Attribution: the importer names the country of consignment, as the exporter does the destination."
        return Alternative(explanation=text, status="rejected")
    if mirror.trouble or not mirror.importer_reports or mirror.exported <= mirror.unreported:
        text = "Attribution: whether the importer books by origin or by consignment cannot be seen without its imports."
        return Alternative(explanation=text, status="not_testable")
    absorbed = mirror.exported > 0 and mirror.beyond_all_imports(question.factors[0]) < 0.05 * mirror.exported
    found = "hold what was sent" if absorbed else "do not hold all that was sent"
    text = (
        "Attribution: imports are booked by country of origin and exports by destination, so goods made "
        "elsewhere show no "
        f"import from the exporter; the importer's imports of the same products from everywhere {found}."
    )
    return Alternative(explanation=text, status="not_rejected" if absorbed else "rejected")


def _freight_alternative(question: GapQuestion, mirror: Mirror) -> Alternative:
    if not mirror.exported or not mirror.imported:
        return Alternative(explanation="Freight and insurance: without both sides no factor.", status="not_testable")
    factor = mirror.imported / mirror.exported
    text = f"Freight and insurance: the two sides agree at a CIF/FOB factor of {factor:.2f}."
    inside = question.factors[0] <= factor <= question.factors[1]
    return Alternative(explanation=text, status="not_rejected" if inside else "rejected")


def _additional_words(additional: Mapping[str, object]) -> str:
    parts = []
    for importer, figures in additional.items():
        if isinstance(figures, dict) and figures["missing_share"] is not None and figures["comparable"]:
            ratios = [figures["level_ratio_before"], figures["level_ratio_after"]]
            levels = " to ".join("none" if ratio is None else f"{ratio:.2f}" for ratio in ratios)
            share = f"{100 * figures['missing_share']:.0f} %"
            parts.append(f"{territory_name(importer)}: {share} of additional exports, imports over exports {levels}")
    return f" Not in the imports, {'; '.join(parts)}." if parts else ""


def _publication_issue(title: str) -> Issue:
    return Issue(code="publication", message=f"{title}.", severity="note")


def _question(question: GapQuestion, mirror: Mirror, kind: str, additional: Mapping[str, object]) -> Question:
    return Question(
        kind=kind,
        subject={
            "exporters": list(question.exporters), "importer": question.importer, "goods": question.goods.text,
            "window": str(question.window),
        },
        method=METHOD,
        parameters={
            "cif_over_fob": list(question.factors),
            "least_share": question.least_share,
            "exported": mirror.exported,
            "imported": mirror.imported,
            "imported_from_everywhere": mirror.imported_from_all,
            "not_comparable": mirror.unreported,
            "break_even_factor": mirror.imported / mirror.exported if mirror.exported else None,
            "currency": mirror.currency,
            "imports_by": mirror.attribution,
            "silent_periods": mirror.silent_periods,
            "rows_withheld": mirror.withheld,
            "before": str(question.before) if question.before else None,
            "additional": dict(additional),
        },
    )  # fmt: skip


def _names(codes: Sequence[str]) -> str:
    return f"{len(codes)} reporters" if len(codes) > 4 else ", ".join(territory_name(code) for code in codes)
