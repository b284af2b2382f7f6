"""Is one territory less restricted than another for these goods on this day, and by whom: a finding on the law."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from entrepot.errors import CallError
from entrepot.measures import gap_words
from entrepot.measures.gap_issuers import IssuerGap, KindGap, compare_issuer
from entrepot.measures.index import MeasureSet
from entrepot.measures.standing import RELIEF
from entrepot.model.finding import Finding, FindingInput, FindingMethod, FindingVerdict
from entrepot.model.goods import GoodsScope
from entrepot.model.issue import Issue
from entrepot.model.measure import MatrixCell, Measure
from entrepot.reference.measure_coverage import load_coverage

METHOD = "measures side by side by kind"
VERSION = "1"
KIND = "measure_gap"
_DIGITS_OF_ID = 16
_AFTERWARDS = timedelta(days=365)
"""How far ahead relief and its reversal are named, so that a reader of a later day does not take this one's answer."""
_TELLING = {"less": "supports", "partly_less": "mixed", "not_less": "does_not_support"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GapQuestion:
    """Whether `target` is less restricted than `than` for goods on a day; () of issuers stands for all with rows."""

    target: str
    than: str
    day: date
    goods: GoodsScope
    issuers: tuple[str, ...] = ()


def assess_gap(measures: MeasureSet, question: GapQuestion) -> Finding:
    """The finding: it supports that the target is less restricted where every issuer that tells says so.

    What decides are the kinds on goods that go to a target; the issuers whose rows do not tell are named and count
    neither way. The statement says whether breadth, how much of the goods each list covers, could be compared.

    Raises:
        CallError: the two territories are the same.
    """
    if question.target == question.than:
        raise CallError(f"{question.target} cannot be compared with itself; name another territory with --than.")
    gaps = tuple(
        compare_issuer(measures, issuer, question.target, question.than, question.day, question.goods)
        for issuer in question.issuers or measures.lawgivers()
    )
    verdict = judge_gaps(gaps)
    later = list_later_relief(measures, question)
    return Finding(
        id=_identify(question, measures),
        kind=KIND,
        subject={
            "target": question.target, "than": question.than, "day": question.day.isoformat(),
            "goods": question.goods.text, "codes": list(question.goods.codes),
        },
        statement=gap_words.render_statement(question, gaps, verdict),
        estimate=None,
        verdict=verdict,
        method=FindingMethod(name=METHOD, version=VERSION, parameters=_parameters(question, gaps, later)),
        inputs=_list_inputs(measures, question, gaps),
        alternatives=gap_words.list_alternatives(question, gaps),
        issues=_list_issues(measures, question, gaps, later),
    )  # fmt: skip


def judge_gaps(gaps: Sequence[IssuerGap]) -> FindingVerdict:
    """The verdict over the issuers whose rows tell: one for all, `mixed` where they differ, else `cannot_tell`."""
    found = {_TELLING[gap.verdict] for gap in gaps if gap.verdict in _TELLING}
    if not found:
        return "cannot_tell"
    if found == {"supports"}:
        return "supports"
    return "does_not_support" if found == {"does_not_support"} else "mixed"


def list_later_relief(measures: MeasureSet, question: GapQuestion) -> tuple[Measure, ...]:
    """Relief and its reversal towards one of the two that begins within a year after the day."""
    first, last = question.day.isoformat(), (question.day + _AFTERWARDS).isoformat()
    return tuple(
        one
        for one in measures.measures
        if (RELIEF in one.kinds or "reimposition" in one.kinds)
        and not {question.target, question.than}.isdisjoint(one.targets)
        and one.valid_from
        and first < (one.valid_from.end or "") <= last
    )


def _identify(question: GapQuestion, measures: MeasureSet) -> str:
    goods = [question.goods.text, question.goods.codes]
    asked = [question.target, question.than, question.day.isoformat(), goods, question.issuers]
    key = [KIND, METHOD, VERSION, asked, sorted(measures.digests.items())]
    return hashlib.sha256(json.dumps(key, default=str).encode()).hexdigest()[:_DIGITS_OF_ID]


def _parameters(question: GapQuestion, gaps: Sequence[IssuerGap], later: Sequence[Measure]) -> dict[str, object]:
    return {
        "goods_resolution": question.goods.resolution,
        "goods_unresolved": list(question.goods.unresolved),
        "issuers": {gap.issuer: _issuer_record(gap) for gap in gaps},
        "relief_within_a_year": [f"{one.id}: {one.title}" for one in later],
    }


def _issuer_record(gap: IssuerGap) -> dict[str, object]:
    return {
        "verdict": gap.verdict,
        "deciding": {one.kind: _kind_record(one) for one in gap.deciding if one.relation != "neither"},
        "others": {one.kind: _kind_record(one) for one in gap.others},
        "programmes": {
            "target": {name: list(kinds) for name, kinds in gap.target_programmes},
            "than": {name: list(kinds) for name, kinds in gap.than_programmes},
        },
    }


def _kind_record(gap: KindGap) -> dict[str, object]:
    return {
        "relation": gap.relation,
        "target": _side_record(gap.target, gap.target_bearing, gap.target_others),
        "than": _side_record(gap.than, gap.than_bearing, gap.than_others),
    }


def _side_record(cell: MatrixCell, bearing: str, others: Sequence[str]) -> dict[str, object]:
    return {
        "state": cell.state, "bears": bearing, "measures": list(cell.measures), "acts": list(cell.acts),
        "other_goods": list(others), "note": cell.note,
    }  # fmt: skip


def _list_inputs(measures: MeasureSet, question: GapQuestion, gaps: Sequence[IssuerGap]) -> tuple[FindingInput, ...]:
    """The tables and files whose rows were used, with how many of each."""
    used = {
        key
        for gap in gaps
        for one in (*gap.deciding, *gap.others)
        for key in (*one.target.measures, *one.than.measures)
    }
    rows = [found for key in used if (found := measures.find(key))]
    tables = [one.table for one in rows]
    if question.goods.codes:
        tables += [listed.table for one in rows for listed in one.goods_lists]
    return tuple(
        FindingInput(file=f"{name}.csv" if "." not in name else name, sha256=digest, rows=tables.count(name))
        for name, digest in sorted(measures.digests.items())
        if name in tables
    )


def _list_issues(
    measures: MeasureSet, question: GapQuestion, gaps: Sequence[IssuerGap], later: Sequence[Measure]
) -> tuple[Issue, ...]:
    issues = list(measures.issues)
    known = max((one.end for one in load_coverage()), default="")
    if question.day.isoformat() > known:
        message = f"The rows are of {known}; what changed after that day is not in them."
        issues.append(Issue(code="after_knowledge", message=message))
    if question.goods.unresolved or not question.goods.codes:
        named = ", ".join(question.goods.unresolved) or question.goods.text
        message = f"No codes are fixed by the words {named!r}; only the kinds of measures can be compared for them."
        issues.append(Issue(code="goods_unresolved", message=message, severity="note"))
    if later:
        issues.append(Issue(code="law_changed_later", message=gap_words.later_words(later), severity="note"))
    silent = [gap.issuer for gap in gaps if gap.verdict == "not_known"]
    if silent:
        message = f"Not known from the rows held here: {', '.join(silent)}; a missing row is not a missing measure."
        issues.append(Issue(code="issuers_not_known", message=message, severity="note"))
    return tuple(issues)
