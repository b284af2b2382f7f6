"""How findings of customs records are put together: what they rest on, how they were made, their stable id."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from entrepot.model.finding import Alternative, Estimate, Finding, FindingInput, FindingMethod, FindingVerdict
from entrepot.model.flow import FlowFile
from entrepot.model.issue import Issue
from entrepot.trade.classifications.concordances import Concordance, combined_nomenclature

VERSION = "1"
_DIGITS_OF_ID = 16


def _known_concordances() -> tuple[Concordance, ...]:
    return (combined_nomenclature(),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What stands behind the rows: the imported files by number, and the concordances of their nomenclatures."""

    files: Mapping[int, FlowFile] = field(default_factory=dict)
    concordances: tuple[Concordance, ...] = field(default_factory=_known_concordances)

    def find_concordance(self, nomenclature: str) -> Concordance | None:
        """The concordance of a nomenclature; that of the Harmonized System for national ones, which rest on it."""
        by_name = {one.nomenclature: one for one in self.concordances}
        return by_name.get(nomenclature) or (by_name.get("HS") if nomenclature != "CN" else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an examination of records came to, before it is tied to its question and its files."""

    statement: str
    verdict: FindingVerdict
    estimate: Estimate | None = None
    alternatives: tuple[Alternative, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked: the kind, the territories, goods and periods, and every threshold that decides the verdict."""

    kind: str
    subject: Mapping[str, object]
    method: str
    parameters: Mapping[str, object]


def make_finding(question: Question, answer: Answer, records: Records, sources: Sequence[Mapping[int, int]]) -> Finding:
    """The finding: its id is that of the question, the method and the files, so that the same case gives the same.

    `sources` are the rows used of each file by its number, of each table that was looked at.
    """
    inputs = list_inputs(records, sources)
    key = [question.kind, question.subject, question.method, VERSION, question.parameters, [i.sha256 for i in inputs]]
    digest = hashlib.sha256(json.dumps(key, default=str, sort_keys=True).encode()).hexdigest()
    return Finding(
        id=digest[:_DIGITS_OF_ID],
        kind=question.kind,
        subject=question.subject,
        statement=answer.statement,
        estimate=answer.estimate,
        verdict=answer.verdict,
        method=FindingMethod(name=question.method, version=VERSION, parameters=question.parameters),
        inputs=inputs,
        alternatives=answer.alternatives,
        issues=_distinct(answer.issues),
    )


def list_inputs(records: Records, sources: Sequence[Mapping[int, int]]) -> tuple[FindingInput, ...]:
    """The files that were used, in order of their numbers, with the most rows that one table took of each."""
    rows: dict[int, int] = {}
    for number, count in chain.from_iterable(one.items() for one in sources):
        rows[number] = max(rows.get(number, 0), count)
    return tuple(_input(records.files.get(number), number, count) for number, count in sorted(rows.items()))


def _input(known: FlowFile | None, number: int, rows: int) -> FindingInput:
    if known is None:
        return FindingInput(file=f"file {number}", sha256="", rows=rows)
    return FindingInput(file=known.name, sha256=known.sha256, rows=rows)


def _distinct(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    return tuple({(issue.code, issue.message): issue for issue in issues}.values())


def money(value: float, currency: str) -> str:
    """A value in words: "EUR 12.3 million"."""
    for size, word in ((1e9, " billion"), (1e6, " million"), (1e3, " thousand")):
        if abs(value) >= size:
            return f"{currency} {value / size:,.1f}{word}"
    return f"{currency} {value:,.0f}"


def percent(share: float) -> str:
    """A change as a signed percentage: 0.946 is "+94.6 %"."""
    return f"{100 * share:+,.1f} %"
