"""Decisions of people on claims: a log to which rows are only ever added, and claims as they are read after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from entrepot.model.claim import Claim
from entrepot.model.judgement import ClaimJudgement
from entrepot.store.casefile import CaseFile
from entrepot.store.codec import decode_optional, encode_json

_COLUMNS = "number, claim_id, document_id, verdict, judged_by, judged_at, reason, before, edited"


def write_claim_judgement(case: CaseFile, judgement: ClaimJudgement) -> int:
    """The number under which the decision is kept; `judgement.number` is not looked at."""
    one = judgement
    edited = None if one.edited is None else encode_json(one.edited)
    sql = """
        INSERT INTO claim_judgements
        SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8 FROM claim_judgements
        RETURNING number
    """
    row = [one.claim_id, one.document_id, one.verdict, one.by, one.judged_at.isoformat(), one.reason, one.before]
    return int(case.connection.execute(sql, [*row, edited]).fetchall()[0][0])


def list_claim_judgements(case: CaseFile, claim_id: str | None = None) -> list[ClaimJudgement]:
    """Every decision, or every one on this claim, the oldest first."""
    sql = f"SELECT {_COLUMNS} FROM claim_judgements WHERE claim_id = coalesce($1, claim_id) ORDER BY number"  # noqa: S608
    return [_judgement(row) for row in case.connection.execute(sql, [claim_id]).fetchall()]


def latest_claim_judgements(case: CaseFile, claim_ids: Sequence[str] | None = None) -> dict[str, ClaimJudgement]:
    """The decision that counts for each claim that has one, or for each of these, by the claim's id."""
    sql = f"""
        SELECT {_COLUMNS}
        FROM claim_judgements
        WHERE $1 IS NULL OR list_contains($1::VARCHAR[], claim_id)
        QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY number DESC) = 1
    """  # noqa: S608 - names are constants
    ids = None if claim_ids is None else list(claim_ids)
    found = (_judgement(row) for row in case.connection.execute(sql, [ids]).fetchall())
    return {one.claim_id: one for one in found}


def iter_effective(claims: Iterable[Claim], latest: Mapping[str, ClaimJudgement]) -> Iterator[Claim]:
    """The claims as they are to be read: as edited where somebody edited them, rejected ones as they are."""
    for claim in claims:
        judgement = latest.get(claim.id)
        yield judgement.edited if judgement and judgement.edited else claim


def is_rejected(claim: Claim, latest: Mapping[str, ClaimJudgement]) -> bool:
    """True where the decision that counts keeps the claim out of all propositions."""
    judgement = latest.get(claim.id)
    return judgement is not None and judgement.verdict == "rejected"


def _judgement(row: tuple[Any, ...]) -> ClaimJudgement:
    number, claim_id, document_id, verdict, by, judged_at, reason, before, edited = row
    return ClaimJudgement(
        number=number,
        claim_id=claim_id,
        document_id=document_id,
        verdict=verdict,
        by=by,
        judged_at=datetime.fromisoformat(judged_at),
        reason=reason,
        before=before,
        edited=decode_optional(Claim, edited),
    )
