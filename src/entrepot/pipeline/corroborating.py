"""A case's claims merged into propositions; after a report has come in, only what it touches is merged anew."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from entrepot import corroboration
from entrepot.corroboration import ClaimTraits, Evidence, Group, ReportTraits
from entrepot.model.claim import Claim
from entrepot.pipeline.progress import Progress, SilentProgress
from entrepot.store.casefile import CaseFile
from entrepot.store.claim_judgements import is_rejected, latest_claim_judgements
from entrepot.store.codec import decode_json, encode_json
from entrepot.store.proposition_log import note_propositions
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
from entrepot.store.reading import read_claims_of, read_documents
from entrepot.store.writing import StepDone, replace_steps_done

_REPORTS_AT_ONCE = 200
"""Reports described in one transaction: each costs the database the same, however little it holds."""
_CLAIMS_AT_ONCE = 4000
"""Claims in memory while propositions are made of them; a component is never divided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorroborateOutcome:
    """How many reports were new to the propositions, and how many propositions were made anew."""

    reports: int
    propositions: int


@corroboration.pause_collector()
def corroborate_case(
    case: CaseFile, progress: Progress | None = None, now: datetime | None = None
) -> CorroborateOutcome:
    """The case's propositions are up to date, and exactly those that a case built at once would have.

    `now` is the moment at which those that are new or say something else are noted as changed; the clock's where None.
    """
    progress = progress or SilentProgress()
    _describe_reports(case, progress)
    waiting = list_unmerged(case, corroboration.METHOD)
    if not waiting:
        return CorroborateOutcome(reports=0, propositions=0)
    with case.transaction():
        made = _merge(case, waiting, progress, now or datetime.now(UTC))
        replace_steps_done(case, [_done(MERGE_STEP, one) for one in waiting])
    return CorroborateOutcome(reports=len(waiting), propositions=made)


def count_waiting(case: CaseFile) -> int:
    """How many reports with claims are not yet in the propositions."""
    undescribed = {one.document_id for one in list_undescribed(case, corroboration.METHOD)}
    return len(undescribed | {one.document_id for one in list_unmerged(case, corroboration.METHOD)})


def _describe_reports(case: CaseFile, progress: Progress) -> None:
    """What is to be known of each report and its claims is in the case; a report is done wholly or not at all."""
    waiting = list_undescribed(case, corroboration.METHOD)
    progress.begin("Describing claims", len(waiting))
    for start in range(0, len(waiting), _REPORTS_AT_ONCE):
        batch = waiting[start : start + _REPORTS_AT_ONCE]
        _describe_batch(case, batch)
        for _ in batch:
            progress.advance()


def _describe_batch(case: CaseFile, batch: Sequence[Waiting]) -> None:
    ids = [one.document_id for one in batch]
    told: dict[str, list[Claim]] = defaultdict(list)
    claims = read_claims_of(case, ids)
    judged = latest_claim_judgements(case, [claim.id for claim in claims])
    for claim in claims:
        if not is_rejected(claim, judged):
            told[claim.document_id].append(claim)
    reports, rows = [], []
    for document in read_documents(case, ids):
        report, traits = corroboration.describe_report(document, told[document.id])
        reports.append((document.id, encode_json(report)))
        rows += [(document.id, _claim_row(each)) for each in traits]
    with case.transaction():
        write_traits(case, reports, rows)
        replace_steps_done(case, [_done(DESCRIBE_STEP, one) for one in batch])


def _claim_row(claim: ClaimTraits) -> ClaimRow:
    names = (*corroboration.block_keys(claim.statement), *corroboration.retelling_keys(claim.statement))
    blocks = tuple((_number(name), asks) for name, asks in names)
    return ClaimRow(claim_id=claim.statement.claim_id, traits=encode_json(claim), blocks=blocks)


def _number(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest())


def _done(step: str, one: Waiting) -> StepDone:
    return StepDone(step=step, document_id=one.document_id, method=corroboration.METHOD, fingerprint=one.fingerprint)


def _merge(case: CaseFile, waiting: Sequence[Waiting], progress: Progress, now: datetime) -> int:
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
        _write_batch(case, batch, traits, reports, now)
        for _ in batch:
            progress.advance()
    return len(groups)


def _write_batch(
    case: CaseFile,
    groups: Sequence[Group],
    traits: dict[str, ClaimTraits],
    reports: dict[str, ReportTraits],
    now: datetime,
) -> None:
    claims = {
        claim.id: claim for claim in read_claims(case, [one.claim_id for group in groups for one in group.members])
    }
    made = corroboration.make_propositions(groups, Evidence(claims=claims, traits=traits, reports=reports))
    documents = {claim.id: claim.document_id for claim in claims.values()}
    write_propositions(case, ((one.proposition, one.component, documents) for one in made))
    note_propositions(case, [one.proposition for one in made], now)


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
