"""Trouble in data, as a value that is kept, counted and shown."""

from dataclasses import dataclass
from typing import Literal

from entrepot.model.span import Span

Severity = Literal["note", "warning", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One piece of trouble in what was read.

    `code` is stable and machine readable (`office_term`, `encoding_repaired`); `message` is one sentence for a person
    that says what is wrong and, where something can be done, what. `evidence` names the rows or facts that the
    judgement rests on, each as "table/key: what the row says".
    """

    code: str
    message: str
    severity: Severity = "warning"
    span: Span | None = None
    evidence: tuple[str, ...] = ()
