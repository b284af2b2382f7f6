"""Everything a case holds, as the dossier and the exports see it."""

from dataclasses import dataclass

from entrepot.model.claim import Claim, Quotation
from entrepot.model.comparison import SharedText
from entrepot.model.document import Document
from entrepot.model.proposition import Proposition, SourceGrade


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadInput:
    """An input that could not be read: its path and one sentence on why and what to do."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContents:
    """One case: its reports in order of publication, their claims and quotations, and what could not be read.

    `propositions` come with the weightiest independent support first. `grades` are the letters given to sources,
    `grading_rule` the words of the rule by which the digits were given. `shared` are the pairs of reports that have
    passages in common, those with the most words first.
    """

    name: str
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    quotations: tuple[Quotation, ...] = ()
    unread: tuple[UnreadInput, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    grades: tuple[SourceGrade, ...] = ()
    grading_rule: str = ""
    shared: tuple[SharedText, ...] = ()
