"""Findings: what a test of records came to, with its interval, and what else could explain it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from entrepot.model.issue import Issue

FindingVerdict = Literal["supports", "does_not_support", "mixed", "cannot_tell"]
AlternativeStatus = Literal["rejected", "not_rejected", "not_testable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure with its interval; `low` or `high` is None where nothing bounds it. `unit` is EUR, %, ratio, ..."""

    value: float
    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another explanation of what was found, in one sentence, and whether the records speak against it."""

    explanation: str
    status: AlternativeStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingInput:
    """A file whose rows a finding rests on, and how many of them."""

    file: str
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingMethod:
    """How a finding was made: enough to make it again."""

    name: str
    version: str
    parameters: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The answer to one question put to records: a lead for human review, about territories, goods and periods.

    `subject` names what was asked (territories, goods, periods); `statement` is one sentence that holds the figure, and
    never the name of a firm or a person. `cannot_tell` is a proper verdict: `statement` then says what is missing, or
    the smallest effect that could have been seen.
    """

    id: str
    kind: str
    subject: Mapping[str, object]
    statement: str
    estimate: Estimate | None
    verdict: FindingVerdict
    method: FindingMethod
    inputs: tuple[FindingInput, ...]
    alternatives: tuple[Alternative, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFinding:
    """A finding that the user keeps in a case; `pictures` are SVG documents that show its figures."""

    finding: Finding
    kept_at: datetime
    pictures: tuple[str, ...] = ()
