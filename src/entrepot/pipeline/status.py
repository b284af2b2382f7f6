"""What a case holds and what is still to be done."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from entrepot.model.case import UnreadInput
from entrepot.pipeline.corroborating import count_waiting
from entrepot.store.casefile import CaseFile
from entrepot.store.propositions import count_propositions
from entrepot.store.reading import count_issue_codes, iter_unread, list_pending, read_counts
from entrepot.store.rows import CLAIMS, DOCUMENTS
from entrepot.store.writing import EXTRACT_STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStatus:
    """A case in figures.

    `pending` reports have no claims extracted yet, `unmerged` ones are not in the propositions yet.
    `issue_codes` counts the claims that carry each code, `document_issue_codes` the reports. `unread` holds all that
    was not read, `not_extracted` those of them that were read but from which no claims could be extracted.
    """

    name: str
    path: str
    documents: int
    pending: int
    claims: int
    propositions: int
    unmerged: int
    quotations: int
    dates: int
    issue_codes: dict[str, int]
    document_issue_codes: dict[str, int]
    unread: tuple[UnreadInput, ...]
    not_extracted: tuple[UnreadInput, ...]

    def has_issue(self, codes: Iterable[str]) -> bool:
        """True when a claim or a report carries one of these codes."""
        return not set(codes).isdisjoint({*self.issue_codes, *self.document_issue_codes})

    def as_record(self) -> dict[str, Any]:
        """The status as plain JSON."""
        return asdict(self)


def read_status(case: CaseFile, method: tuple[str, str]) -> CaseStatus:
    """The case as it stands, measured against this method of extraction."""
    return CaseStatus(
        name=case.name,
        path=str(case.path),
        pending=len(list_pending(case, EXTRACT_STEP, method)),
        propositions=count_propositions(case),
        unmerged=count_waiting(case),
        issue_codes=count_issue_codes(case, CLAIMS),
        document_issue_codes=count_issue_codes(case, DOCUMENTS),
        unread=tuple(iter_unread(case)),
        not_extracted=tuple(iter_unread(case, EXTRACT_STEP)),
        **read_counts(case),
    )
