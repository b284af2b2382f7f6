"""A case's claims merged into propositions; after a report has come in, only what it touches is merged anew."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from entrepot import corroboration
from entrepot.corroboration import ClaimTraits, Evidence, Group, ReportTraits
from entrepot.pipeline.progress import Progress, SilentProgress
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_json, encode_json
from entrepot.store.propositions import (
    DESCRIBE_STEP,
    MERGE_STEP,
    ClaimRow,
    Waiting,
    forget_propositions,
    list_claim_traits,
    list_report_traits,
    list_touched,
    list_undescribed,
    list_unmerged,
    read_claims,
    write_propositions,
    write_traits,
)
from entrepot.store.reading import read_claims_of, read_document
from entrepot.store.writing import StepDone, forget_step_done, write_step_done

_CLAIMS_AT_ONCE = 4000
"""Claims in memory while propositions are made of them; a component is never divided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorroborateOutcome:
    """How many reports were new to the propositions, and how many propositions were made anew."""

    reports: int
    propositions: int


def corroborate_case(case: CaseFile, progress: Progress | None = None) -> CorroborateOutcome:
    """The case's propositions are up to date, and exactly those that a case built at once would have."""
    progress = progress or SilentProgress()
    _describe_reports(case, progress)
    waiting = list_unmerged(case, corroboration.METHOD)
    if not waiting:
        return CorroborateOutcome(reports=0, propositions=0)
    with case.transaction():
        made = _merge(case, waiting, progress)
        for one in waiting:
            _note_done(case, MERGE_STEP, one)
    return CorroborateOutcome(reports=len(waiting), propositions=made)


def count_waiting(case: CaseFile) -> int:
    """How many reports with claims are not yet in the propositions."""
    undescribed = {one.document_id for one in list_undescribed(case, corroboration.METHOD)}
    return len(undescribed | {one.document_id for one in list_unmerged(case, corroboration.METHOD)})


def _describe_reports(case: CaseFile, progress: Progress) -> None:
    """What is to be known of each report and its claims is in the case; a report is done wholly or not at all."""
    waiting = list_undescribed(case, corroboration.METHOD)
    progress.begin("Describing claims", len(waiting))
    for one in waiting:
        document = read_document(case, one.document_id)
        if document is not None:
            report, claims = corroboration.describe_report(document, read_claims_of(case, one.document_id))
            with case.transaction():
                write_traits(case, document.id, encode_json(report), [_claim_row(claim) for claim in claims])
                _note_done(case, DESCRIBE_STEP, one)
        progress.advance()


def _claim_row(claim: ClaimTraits) -> ClaimRow:
    names = (*corroboration.block_keys(claim.statement), *corroboration.retelling_keys(claim.statement))
    blocks = tuple((_number(name), asks) for name, asks in names)
    return ClaimRow(claim_id=claim.statement.claim_id, traits=encode_json(claim), blocks=blocks)


def _number(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest())


def _note_done(case: CaseFile, step: str, one: Waiting) -> None:
    forget_step_done(case, step, one.document_id)
    done = StepDone(step=step, document_id=one.document_id, method=corroboration.METHOD, fingerprint=one.fingerprint)
    write_step_done(case, done)


def _merge(case: CaseFile, waiting: Sequence[Waiting], progress: Progress) -> int:
    """Makes the propositions anew that claims of these reports are in, or could be tied to."""
    documents = [one.document_id for one in waiting]
    touched = list_touched(case, documents)
    traits = {
        claim_id: decode_json(ClaimTraits, text) for claim_id, text in list_claim_traits(case, touched, documents)
    }
    forget_propositions(case, touched)
    groups = corroboration.merge_statements(one.statement for one in traits.values())
    needed = {one.statement.document_id for one in traits.values()}
    reports = {
        report.document_id: report
        for text in list_report_traits(case, sorted(needed))
        if (report := decode_json(ReportTraits, text))
    }
    progress.begin("Merging claims", len(groups))
    for batch in _batches(groups):
        _write_batch(case, batch, traits, reports)
        for _ in batch:
            progress.advance()
    return len(groups)


def _write_batch(
    case: CaseFile, groups: Sequence[Group], traits: dict[str, ClaimTraits], reports: dict[str, ReportTraits]
) -> None:
    claims = {
        claim.id: claim for claim in read_claims(case, [one.claim_id for group in groups for one in group.members])
    }
    made = corroboration.make_propositions(groups, Evidence(claims=claims, traits=traits, reports=reports))
    documents = {claim.id: claim.document_id for claim in claims.values()}
    write_propositions(case, ((one.proposition, one.component, documents) for one in made))


def _batches(groups: Iterable[Group]) -> Iterator[list[Group]]:
    """The groups in batches of some thousand claims, those of a component together."""
    components: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        components[group.component].append(group)
    batch: list[Group] = []
    for component in components.values():
        if batch and sum(len(group.members) for group in (*batch, *component)) > _CLAIMS_AT_ONCE:
            yield batch
            batch = []
        batch += component
    if batch:
        yield batch
