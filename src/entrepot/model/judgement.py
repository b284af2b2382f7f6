"""What a person decided of a claim that the program extracted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from entrepot.model.claim import Claim

ClaimVerdict = Literal["accepted", "rejected", "edited", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimJudgement:
    """One decision on one claim; decisions are only ever added, and the latest of a claim counts.

    `number` counts the decisions of the case from 1; `before` is the number of the decision on this claim that held
    until then, 0 where there was none. `edited` is the claim as it is to be read from now on, which only the verdict
    `edited` has: its id, report, sentence and frame are those that were extracted. `withdrawn` puts back what was
    extracted. Nothing of a rejected claim enters a proposition; the claim itself is kept and shown as rejected.
    """

    number: int
    claim_id: str
    document_id: str
    verdict: ClaimVerdict
    by: str
    judged_at: datetime
    reason: str = ""
    before: int = 0
    edited: Claim | None = None
