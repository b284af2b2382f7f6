"""A case brought up to date: whatever was not yet read out of its reports is read out now."""

from collections.abc import Iterator
from dataclasses import dataclass

from entrepot.model.case import UnreadInput
from entrepot.model.document import Document
from entrepot.pipeline.adding import reread_outdated
from entrepot.pipeline.extractor import Extraction, Extractor, try_document
from entrepot.pipeline.parallel import map_in_order
from entrepot.pipeline.progress import Progress, SilentProgress
from entrepot.store.casefile import CaseFile
from entrepot.store.reading import PendingDocument, list_pending, read_document
from entrepot.store.writing import (
    EXTRACT_STEP,
    StepDone,
    forget_extraction,
    forget_unread,
    write_extraction,
    write_step_done,
    write_unread,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOutcome:
    """How many documents were worked on; the others were up to date."""

    extracted: int


def build_case(case: CaseFile, extractor: Extractor, progress: Progress | None = None, jobs: int = 1) -> BuildOutcome:
    """The case is up to date; what was done before with the same method on the same reading is not done again.

    Each document is one transaction, so that a run that was ended half way is taken up where it stopped, and the
    result is that of an undisturbed run.
    """
    progress = progress or SilentProgress()
    reread_outdated(case, progress)
    pending = list_pending(case, EXTRACT_STEP, extractor.method)
    progress.begin("Extracting claims", len(pending))
    documents = _pending_documents(case, pending)
    for (waiting, document), outcome in map_in_order(_Step(extractor), documents, jobs):
        done = StepDone(
            step=EXTRACT_STEP, document_id=document.id, method=extractor.method, fingerprint=waiting.fingerprint
        )
        with case.transaction():
            if waiting.done_before:
                forget_extraction(case, document.id)
                forget_unread(case, EXTRACT_STEP, document.path)
            _keep_outcome(case, outcome, done)
        progress.advance()
    return BuildOutcome(extracted=len(pending))


@dataclass(frozen=True, slots=True)
class _Step:
    """The extraction of one document, in a form that can be handed to another process."""

    extractor: Extractor

    def __call__(self, item: tuple[PendingDocument, Document]) -> Extraction | UnreadInput:
        return try_document(self.extractor.extract, item[1])


def _pending_documents(case: CaseFile, pending: list[PendingDocument]) -> Iterator[tuple[PendingDocument, Document]]:
    for waiting in pending:
        document = read_document(case, waiting.document_id)
        if document is not None:
            yield waiting, document


def _keep_outcome(case: CaseFile, outcome: Extraction | UnreadInput, done: StepDone) -> None:
    """What was found is kept, or why nothing could be, together with the note that the step is done."""
    if isinstance(outcome, UnreadInput):
        write_unread(case, EXTRACT_STEP, outcome)
    else:
        write_extraction(case, outcome.claims, outcome.quotations, outcome.dates)
    write_step_done(case, done)
