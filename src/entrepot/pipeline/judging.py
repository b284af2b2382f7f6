"""What a person decides of a claim: kept beside it for ever, and honoured by everything that is made of claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast, get_args

from entrepot.errors import CallError, ConflictError
from entrepot.model.actor import Actor
from entrepot.model.claim import FRAME_ROLES, Claim, Modality, Polarity, Role
from entrepot.model.judgement import ClaimJudgement, ClaimVerdict
from entrepot.store.casefile import CaseFile
from entrepot.store.claim_judgements import latest_claim_judgements, list_claim_judgements, write_claim_judgement
from entrepot.store.propositions import read_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody wants to be kept of a claim.

    `seen` is the number of the decision that this person saw as the latest one, 0 for none, None to overrule whatever
    there is. `changes` are fields of the claim with the verdict `edited`: `polarity`, `modality`, and `roles` as a list
    of `{role, text, actor: {id, kind, name} | null}` that stands for all of them.
    """

    claim_id: str
    verdict: ClaimVerdict
    by: str
    judged_at: datetime
    reason: str = ""
    seen: int | None = None
    changes: Mapping[str, Any] | None = None


def judge_claim(case: CaseFile, decision: Decision) -> ClaimJudgement:
    """The decision as it is kept; the propositions follow with the next `corroborate_case`.

    Raises:
        CallError: there is no such claim, nobody is named, or the changes do not fit the claim.
        ConflictError: somebody else decided on it in the meantime; nothing was kept.
    """
    if decision.verdict not in get_args(ClaimVerdict):
        raise CallError(f"{decision.verdict!r} is no verdict; give accepted, rejected, edited or withdrawn.")
    if not decision.by.strip():
        raise CallError("Say who decides: a decision without a name cannot be asked about later.")
    with case.transaction():
        claims = read_claims(case, [decision.claim_id])
        if not claims:
            raise CallError(f"The case holds no claim {decision.claim_id!r}; its report may have been read anew since.")
        before = latest_claim_judgements(case, [decision.claim_id]).get(decision.claim_id)
        _check_seen(decision, before)
        kept = ClaimJudgement(
            number=0,
            claim_id=decision.claim_id,
            document_id=claims[0].document_id,
            verdict=decision.verdict,
            by=decision.by.strip(),
            judged_at=decision.judged_at,
            reason=decision.reason.strip(),
            before=before.number if before else 0,
            edited=change_claim(claims[0], decision.changes or {}) if decision.verdict == "edited" else None,
        )
        return replace(kept, number=write_claim_judgement(case, kept))


def undo_judgement(
    case: CaseFile, claim_id: str, by: str, judged_at: datetime, seen: int | None = None
) -> ClaimJudgement:
    """The claim is as before its latest decision; the undoing is a decision of its own, which can be undone too.

    Raises:
        CallError: nothing was decided of the claim.
        ConflictError: somebody else decided on it in the meantime.
    """
    with case.transaction():
        found = {one.number: one for one in list_claim_judgements(case, claim_id)}
        if not found:
            raise CallError(f"Nothing was decided of the claim {claim_id!r}, so there is nothing to undo.")
        latest = found[max(found)]
        if seen is not None and seen != latest.number:
            raise ConflictError(_meantime(latest))
        earlier = found.get(latest.before)
        undone = replace(
            latest,
            verdict=earlier.verdict if earlier else "withdrawn",
            edited=earlier.edited if earlier else None,
            by=by.strip(),
            judged_at=judged_at,
            reason=f"undoes decision {latest.number}",
            before=latest.number,
        )
        return replace(undone, number=write_claim_judgement(case, undone))


def _check_seen(decision: Decision, before: ClaimJudgement | None) -> None:
    if decision.seen is not None and decision.seen != (before.number if before else 0):
        raise ConflictError(_meantime(before) if before else "The decision you saw is not there any more; look again.")


def _meantime(latest: ClaimJudgement) -> str:
    return (
        f"{latest.by} decided on this claim in the meantime ({latest.verdict}, decision {latest.number}"
        f"{': ' + latest.reason if latest.reason else ''}); nothing was changed, look at it and decide again."
    )


def change_claim(claim: Claim, changes: Mapping[str, Any]) -> Claim:
    """The claim with other words for its parties, its polarity or its modality; everything else as it was.

    Raises:
        CallError: a field cannot be changed, or a value does not fit it.
    """
    unknown = sorted(set(changes) - {"polarity", "modality", "roles"})
    if unknown:
        raise CallError(f"{', '.join(unknown)} of a claim cannot be edited; polarity, modality and roles can.")
    changed = claim
    if "polarity" in changes:
        changed = replace(changed, polarity=cast("Polarity", _one_of("polarity", changes["polarity"], Polarity)))
    if "modality" in changes:
        changed = replace(changed, modality=cast("Modality", _one_of("modality", changes["modality"], Modality)))
    if "roles" in changes:
        changed = replace(changed, roles=_read_roles(claim, changes["roles"]))
    return changed


def _one_of(name: str, value: object, kind: object) -> str:
    if value not in get_args(kind):
        raise CallError(f"{value!r} is no {name}; give one of {', '.join(get_args(kind))}.")
    return str(value)


def _read_roles(claim: Claim, given: object) -> tuple[Role, ...]:
    """The roles as given; one that is the same as an extracted one keeps its place in the text and its codes."""
    if not isinstance(given, Sequence) or isinstance(given, str) or not all(isinstance(one, Mapping) for one in given):
        raise CallError("Give the roles as a list of {role, text, actor}.")
    return tuple(_read_role(claim, cast("Mapping[str, Any]", one)) for one in given)


def _read_role(claim: Claim, given: Mapping[str, Any]) -> Role:
    name, text = str(given.get("role", "")), str(given.get("text", "")).strip()
    if name not in FRAME_ROLES[claim.frame] or not text:
        raise CallError(
            f"{name or 'a role without a name'}: a claim of the kind {claim.frame} has the roles "
            f"{', '.join(FRAME_ROLES[claim.frame])}, each with words of its own."
        )
    actor = _read_actor(given.get("actor"))
    kept = next((role for role in claim.roles if role.role == name and role.text == text), None)
    if kept is not None:
        return replace(kept, actor=actor)
    return Role(role=name, text=text, span=None, actor=actor, inferred=True, reason="edited by a person")


def _read_actor(given: object) -> Actor | None:
    if given is None:
        return None
    kinds = ("country", "organisation", "person", "place", "vessel", "group")
    if not isinstance(given, Mapping) or given.get("kind") not in kinds or not given.get("id") or not given.get("name"):
        raise CallError(f"An actor is {{id, kind, name}} with a kind of {', '.join(kinds)}, or null.")
    return Actor(id=str(given["id"]), kind=given["kind"], name=str(given["name"]))
