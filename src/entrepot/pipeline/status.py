"""What a case holds and what is still to be done."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from entrepot.model.case import UnreadInput
from entrepot.pipeline.corroborating import count_waiting
from entrepot.pipeline.current_screening import find_outdated
from entrepot.pipeline.listing import list_names
from entrepot.store.casefile import CaseFile
from entrepot.store.findings import count_findings
from entrepot.store.propositions import count_propositions
from entrepot.store.reading import count_issue_codes, iter_unread, list_pending, read_counts
from entrepot.store.rows import CLAIMS, DOCUMENTS
from entrepot.store.screenings import count_queries, find_last_run
from entrepot.store.trade_files import list_trade_files
from entrepot.store.writing import EXTRACT_STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStatus:
    """A case in figures.

    `pending` reports have no claims extracted yet, `unmerged` ones are not in the propositions yet.
    `issue_codes` counts the claims that carry each code, `document_issue_codes` the reports. `unread` holds all that
    was not read, `not_extracted` those of them that were read but from which no claims could be extracted.
    `lists` are the lists that the case has, `screened` is how many actors were put to them, None where none ever were;
    `screening_outdated` says what has changed since. `trade_files` are the imported files of customs
    records, `findings` how many findings on them are kept.
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
    lists: tuple[str, ...] = ()
    screened: int | None = None
    screening_outdated: tuple[str, ...] = ()
    trade_files: tuple[str, ...] = ()
    findings: int = 0

    def has_issue(self, codes: Iterable[str]) -> bool:
        """True when a claim or a report carries one of these codes."""
        return not set(codes).isdisjoint({*self.issue_codes, *self.document_issue_codes})

    def as_record(self) -> dict[str, Any]:
        """The status as plain JSON."""
        return asdict(self)


def read_status(case: CaseFile, method: tuple[str, str]) -> CaseStatus:
    """The case as it stands, measured against this method of extraction."""
    run = find_last_run(case, "actors")
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
        lists=tuple(list_names(case)),
        screened=count_queries(case, run.number) if run else None,
        screening_outdated=find_outdated(case, run) if run else (),
        trade_files=tuple(file.name for file in list_trade_files(case)),
        findings=count_findings(case),
        **read_counts(case),
    )
