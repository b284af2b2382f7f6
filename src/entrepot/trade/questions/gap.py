"""The mirror gap of a pair of territories, and exports that never arrive: what may be said of them, and what not."""

from collections.abc import Mapping, Sequence

from entrepot.model.finding import Alternative, Estimate, Finding, FindingVerdict
from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_name
from entrepot.trade import alternatives
from entrepot.trade.interface import Engine
from entrepot.trade.questions.findings import Answer, Question, Records, make_finding, money, percent
from entrepot.trade.questions.known_codes import say_unknown_codes
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
    mirror = read_mirror(engine, question, question.importer, question.window, records)
    additional = read_additional(engine, question, records) if question.before else {}
    gap, orphans = (
        say_unknown_codes(engine, question.goods, mirror.collections, one, question.dataset)
        for one in (_gap_answer(question, mirror, additional), _orphan_answer(question, mirror))
    )
    return (
        make_finding(_question(question, mirror, "gap", additional), gap, records, mirror.sources),
        make_finding(_question(question, mirror, "orphan_exports", {}), orphans, records, mirror.sources),
    )


def _gap_answer(question: GapQuestion, mirror: Mirror, additional: Mapping[str, object]) -> Answer:
    low, high = question.factors
    stopped = alternatives.list_events((question.importer,), question.window.start, question.window.end, ())
    if mirror.trouble or not mirror.importer_reports or not mirror.exported:
        why = mirror.trouble or _silence(question, mirror)
        statement = (
            f"The exports from {_pair(question, mirror)} in {question.window} cannot be set beside imports: {why}. "
            "Without both sides no smallest gap can be stated that would have been seen."
        )
        return Answer(
            statement=statement, verdict="cannot_tell", issues=mirror.issues,
            alternatives=_gap_alternatives(question, mirror),
        )  # fmt: skip
    missing = [mirror.exported - mirror.imported / factor for factor in (low, MIDDLE_FACTOR, high)]
    verdict = _gap_verdict(question, mirror, missing)
    share = 100 / mirror.exported
    return Answer(
        statement=_gap_statement(question, mirror, missing, verdict) + _additional_words(additional),
        verdict=verdict,
        estimate=Estimate(
            value=missing[1] * share, low=missing[0] * share, high=missing[2] * share, unit="% of exports"
        ),
        alternatives=_gap_alternatives(question, mirror),
        issues=(*mirror.issues, *(_publication_issue(event.title) for event in stopped if event.kind == "publication")),
    )


def _gap_statement(question: GapQuestion, mirror: Mirror, missing: Sequence[float], verdict: FindingVerdict) -> str:
    low, high = question.factors
    factor = mirror.imported / mirror.exported
    gap = " to ".join(dict.fromkeys(money(value, mirror.currency) for value in (missing[0], missing[2])))
    closes = f"; it closes at a CIF/FOB factor of {factor:.2f}" if mirror.imported else ""
    origin = (
        " Imports are booked by country of origin, exports by destination." if mirror.attribution == "origin" else ""
    )
    why = f" {_why_no_gap(question, mirror)}" if verdict == "cannot_tell" else ""
    return (
        f"Of the exports from {_pair(question, mirror)} in {question.window}{mirror.span.words()}, "
        f"{money(mirror.exported, mirror.currency)}, the imports show {money(mirror.imported, mirror.currency)} from "
        f"there and {money(mirror.imported_from_all, mirror.currency)} from everywhere. With {percent(low - 1)} to "
        f"{percent(high - 1)} of freight taken off the imports, the gap is {gap}{closes}.{origin}{why}"
    )


def _why_no_gap(question: GapQuestion, mirror: Mirror) -> str:
    """Why nothing is told of the gap, and what gap could have been seen."""
    if mirror.span.is_thin:
        return "Too little of the window was published by both sides for a gap of any size to be told."
    if mirror.unreported > mirror.exported / 2:
        return (
            "Most of the exports are of products that the importer reports from nowhere, under another code or "
            "withheld, so that no gap in them, however large, could have been seen."
        )
    if mirror.attribution == "origin":
        why = "goods made elsewhere would make a gap of any size"
    else:
        why = "the records do not say whether partners are countries of origin or of consignment"
    return (
        f"No gap, however large, could be told from this pair, because {why}; what all imports of the product show is "
        "told with the orphaned exports."
    )


def _pair(question: GapQuestion, mirror: Mirror) -> str:
    drawn_in = mirror.ties.drawn_in
    more = f" and {len(drawn_in) - 5} more" if len(drawn_in) > 5 else ""
    tied = f", with {', '.join(drawn_in[:5])}{more} of the same families" if drawn_in else ""
    return f"{_names(question.exporters)} to {territory_name(question.importer)} of {question.goods.text}{tied}"


def _gap_verdict(question: GapQuestion, mirror: Mirror, missing: Sequence[float]) -> FindingVerdict:
    """Supports that exports are missing from the imports only where partners mean the same on both sides."""
    share = missing[0] / mirror.exported
    if mirror.span.is_thin or mirror.unreported > mirror.exported / 2:
        return "cannot_tell"
    if missing[2] / mirror.exported < question.least_share:
        return "does_not_support"
    if mirror.attribution in {"origin", ""}:
        return "cannot_tell"
    # What the importer reports from nowhere stands under another code or is withheld, and is not missing.
    certain = share - mirror.unreported / mirror.exported
    return "supports" if certain >= question.least_share and not _is_doubtful(mirror) else "mixed"


def _is_doubtful(mirror: Mirror) -> bool:
    """Whether imports can lie in what was withheld, not published, or booked under a wider code than the exports."""
    partial = mirror.exported and mirror.shared_in_part / mirror.exported > alternatives.FEW_WITHHELD
    return bool(mirror.withheld or mirror.span.left_out or partial)


def _orphan_answer(question: GapQuestion, mirror: Mirror) -> Answer:
    pair = _pair(question, mirror)
    issues = mirror.issues
    comparable = mirror.exported - mirror.unreported
    if mirror.trouble or not mirror.importer_reports or comparable <= 0:
        why = mirror.trouble or _silence(question, mirror)
        statement = (
            f"Whether exports from {pair} in {question.window} arrive cannot be told: {why}. No smallest amount can be "
            "stated that would have been seen."
        )
        return Answer(
            statement=statement, verdict="cannot_tell", issues=issues, alternatives=_gap_alternatives(question, mirror)
        )
    beyond = [mirror.beyond_all_imports(factor) for factor in (question.factors[0], MIDDLE_FACTOR, question.factors[1])]
    shares = [value / comparable for value in beyond]
    verdict = _orphan_verdict(question, mirror, shares)
    return Answer(
        statement=_orphan_statement(question, mirror, comparable, beyond[1], verdict),
        verdict=verdict,
        estimate=Estimate(value=100 * shares[1], low=100 * shares[0], high=100 * shares[2], unit="% of exports"),
        alternatives=_gap_alternatives(question, mirror),
        issues=issues,
    )


def _orphan_statement(
    question: GapQuestion, mirror: Mirror, comparable: float, beyond: float, verdict: FindingVerdict
) -> str:
    left = (
        f"; a further {money(mirror.unreported, mirror.currency)} are of products that it does not report"
        if mirror.unreported
        else ""
    )
    why = ""
    if verdict == "cannot_tell":
        what = (
            "too little of the window was published by both sides"
            if mirror.span.is_thin
            else "most of the exports are of products that the importer does not report"
        )
        why = f" No smallest amount can be stated that would have been seen, since {what}."
    elif verdict == "does_not_support":
        why = (
            f" That is less than the {100 * question.least_share:.0f} % that count; up to "
            f"{money(comparable - beyond, mirror.currency)} could fail to arrive unseen, since imports of the "
            "same products, from there or elsewhere, are as large."
        )
    return (
        f"Of the exports from {_pair(question, mirror)} in {question.window}{mirror.span.words()}, "
        f"{money(comparable, mirror.currency)} are of products that the importer reports; "
        f"{money(beyond, mirror.currency)} of them exceed all its imports of the same product from everywhere "
        f"({money(mirror.imported_from_all, mirror.currency)}), freight taken off{left}.{why}"
    )


def _orphan_verdict(question: GapQuestion, mirror: Mirror, shares: Sequence[float]) -> FindingVerdict:
    if mirror.unreported > mirror.exported / 2 or mirror.span.is_thin:
        return "cannot_tell"
    if shares[0] >= question.least_share:
        return "mixed" if _is_doubtful(mirror) else "supports"
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
            # One month of six is at most a sixth; beside each month that was left out there is one more edge.
            status="rejected" if window.months >= 6 and not mirror.span.left_out else "not_rejected",
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
    left_out, unit = len(mirror.span.left_out), "years" if mirror.span.frequency == "A" else "months"
    silent = (
        f"Reporting: {left_out} of {len(mirror.span.wanted)} {unit} of the window, without any record of one side, are "
        "left out."
        if left_out
        else "Reporting: both sides have records in every period of the window."
    )
    withheld = (
        f"Suppression: {mirror.withheld} of the importer's rows have no value, which is not nothing."
        if mirror.withheld
        else "Suppression: no row of the importer's lacks its value."
    )
    if not mirror.importer_reports or mirror.trouble:
        return ()
    return (
        Alternative(explanation=silent, status="not_rejected" if left_out else "rejected"),
        Alternative(explanation=withheld, status="not_rejected" if mirror.withheld else "rejected"),
    )


def _origin_alternative(question: GapQuestion, mirror: Mirror) -> Alternative:
    if mirror.attribution == "consignment" and mirror.exported > mirror.unreported:
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
            "silent_periods": len(mirror.span.left_out),
            "codes_drawn_in": list(mirror.ties.drawn_in),
            "codes_of_families_without_rows": list(mirror.ties.partly),
            "rows_withheld": mirror.withheld,
            "before": str(question.before) if question.before else None,
            "additional": dict(additional),
        },
    )  # fmt: skip


def _names(codes: Sequence[str]) -> str:
    return f"{len(codes)} reporters" if len(codes) > 4 else ", ".join(territory_name(code) for code in codes)
