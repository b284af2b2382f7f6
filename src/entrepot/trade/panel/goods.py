"""Which codes of the records belong to the goods asked for, which to the rest, and which must stand aside."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from entrepot.errors import CallError
from entrepot.model.flow import ALL_GOODS
from entrepot.trade.classifications.concordances import list_changes
from entrepot.trade.interface import Engine, Row
from entrepot.trade.panel.question import PanelQuestion
from entrepot.trade.panel.records import Records
from entrepot.trade.questions.codes import crossing_codes
from entrepot.trade.questions.findings import Records as Known

CODE_COLUMNS = {"code": "VARCHAR", "goods": "VARCHAR", "listed": "INTEGER", "weight": "DOUBLE"}
"""A code counts towards goods with a weight: the rest is the total (+1) less the listed (-1)."""

LISTED, REST = "listed", "rest"
_SUBHEADING = 6
"""Digits that all editions of all countries share; finer codes change every year."""
_PLAIN = re.compile(r"[0-9]+")
_NO_CODE = "-"
"""What no code begins with."""
_REVISION_MONTH = 1
"""New editions enter into force on 1 January, so a code first seen in another month was merely not traded before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSpan:
    """A code of the records with the first and the last period in which any reporter has it, with any partner."""

    code: str
    nomenclature: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelGoods:
    """The codes of a panel: what each counts towards, and those that stand aside.

    `rest` says what the comparison goods are ("codes", "total", "none"). `changed` codes begin or end with an edition;
    `masked` codes have letters, so that their goods are not known.
    """

    rows: tuple[Row, ...]
    rest: str
    listed: int
    changed: tuple[str, ...]
    masked: int


def find_goods(engine: Engine, question: PanelQuestion, records: Records, known: Known) -> PanelGoods:
    """The codes of the records, each on its side.

    Raises:
        CallError: the records hold none of the goods asked for.
    """
    spans = [
        CodeSpan(code=str(code), nomenclature=str(name), first=cast(date, first), last=cast(date, last))
        for code, name, first, last in engine.rows(code_spans_sql(), records.parameters())
    ]
    codes = [span for span in spans if len(span.code) == records.code_length and _PLAIN.fullmatch(span.code)]
    masked = sum(len(s.code) == records.code_length and not _PLAIN.fullmatch(s.code) for s in spans)
    changed = changed_codes(codes, question, records, known)
    return sort_goods([span.code for span in codes], {s.code for s in spans}, question, changed, masked)


def sort_goods(
    codes: Iterable[str], known: Collection[str], question: PanelQuestion, changed: Collection[str], masked: int
) -> PanelGoods:
    """Each code on its side: listed, rest, or neither; `known` are all codes of the records, sums among them.

    Raises:
        CallError: none of the codes is among the goods asked for.
    """
    inside = [code for code in codes if not code.startswith(question.left_out or (_NO_CODE,))]
    listed = _asked(inside, question)
    if not listed:
        raise CallError(
            f"The records hold none of the codes asked for ({', '.join(question.products[:5])}, ...); check their "
            "nomenclature and edition with `entrepot trade status`."
        )
    aside = {*changed} if question.changed == "leave_out" else set[str]()
    others = [code for code in inside if not code.startswith(question.products)]
    rest = _kind_of_rest(question, bool(others), ALL_GOODS in known)
    rows: list[Row] = [(code, _goods(code, question, ""), 1, 1.0) for code in listed if code not in aside]
    if rest == "codes":
        rows += [(code, _goods(code, question, "~"), 0, 1.0) for code in others if code not in aside]
    elif rest == "total":
        rows += _rest_of_total(listed, known, question)
    found = tuple(sorted(code for code in changed if code in {*listed}))
    return PanelGoods(rows=tuple(rows), rest=rest, listed=len(listed), changed=found, masked=masked)


def code_spans_sql() -> str:
    """A row a code: the first and the last period in which the records have it."""
    return """
        SELECT code, max(nomenclature) AS nomenclature, min(period) AS first_period, max(period) AS last_period
        FROM flows
        WHERE dataset = $dataset AND flow = $flow AND frequency = $frequency AND attribution = $attribution
            AND partner2 = '' AND period BETWEEN $first AND $last
        GROUP BY code
        ORDER BY code
    """


def changed_codes(spans: Sequence[CodeSpan], question: PanelQuestion, records: Records, known: Known) -> frozenset[str]:
    """The codes whose goods came from elsewhere, or went there, with a new edition inside the span.

    By the concordance of the nomenclature where there is one: codes tied to a code that counts towards other goods.
    Else by the records: codes that begin on 1 January inside the span, or end with the year before.
    """
    nomenclature = max((span.nomenclature for span in spans), default="")
    concordance = known.find_concordance(nomenclature)
    if concordance is None:
        return frozenset(span.code for span in spans if _begins_or_ends(span, records))
    changes = list_changes(concordance, records.first.year, records.last.year)
    if question.unit == "group":
        return frozenset(crossing_codes(changes, _asked([span.code for span in spans], question)))
    return frozenset(
        code
        for family in changes.families()
        for code in family.before | family.after
        if len({one[:_SUBHEADING] for one in family.before | family.after}) > 1
    )


def _begins_or_ends(span: CodeSpan, records: Records) -> bool:
    begins = span.first > records.first and span.first.month == _REVISION_MONTH
    return begins or (span.last < records.last and records.next_period(span.last).month == _REVISION_MONTH)


def _asked(codes: Iterable[str], question: PanelQuestion) -> list[str]:
    """The codes that were asked for and are not left out."""
    aside = question.left_out or (_NO_CODE,)
    return [code for code in codes if code.startswith(question.products) and not code.startswith(aside)]


def _kind_of_rest(question: PanelQuestion, has_others: bool, has_total: bool) -> str:
    """Other codes where there are any, else the total.

    Raises:
        CallError: what was asked for is not in the records.
    """
    if question.rest == "codes" and not has_others:
        raise CallError("The records hold no codes beside those asked for; compare with the total, or with nothing.")
    if question.rest == "total" and not has_total:
        raise CallError(
            f"The records hold no total of all goods ({ALL_GOODS}); import it, or compare with other codes."
        )
    if question.rest == "total" and question.unit == "product":
        raise CallError("The rest of the total has no subheadings; compare groups, or compare with other codes.")
    if question.rest != "auto":
        return question.rest
    if has_others:
        return "codes"
    return "total" if has_total and question.unit == "group" else "none"


def _goods(code: str, question: PanelQuestion, mark: str) -> str:
    """The goods that a code counts towards: its subheading, or its side."""
    if question.unit == "product":
        return code[:_SUBHEADING] + mark
    return REST if mark else LISTED


def _rest_of_total(listed: Iterable[str], known: Collection[str], question: PanelQuestion) -> list[Row]:
    """The total, less the listed codes, less the sums that are left out; a changed code leaves the rest as well."""
    less = [*listed, *(code for code in question.left_out if code in known)]
    return [(ALL_GOODS, REST, 0, 1.0), *((code, REST, 0, -1.0) for code in less)]
