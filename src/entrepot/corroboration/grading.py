"""The Admiralty scale's two axes, apart: digits by a rule that is printed, letters only where somebody gives them."""

from collections.abc import Iterable, Sequence

from entrepot.corroboration.answers import STATED, says_no
from entrepot.corroboration.drift import telling_order
from entrepot.corroboration.statements import Statement
from entrepot.model.issue import Issue
from entrepot.model.proposition import Grade, Origin

GRADING_RULE = (
    "Digits follow from counting and from nothing else. 1 (confirmed): at least two independent origins, one of them "
    "no party to the matter, say that it is so, and none but a party says otherwise. 3 (possibly true): one "
    "independent origin that is no party, or several that all are, say that it is so, and none but a party says "
    "otherwise. 5 (improbable): it is not confirmed, and an independent origin that is no party says otherwise. 6 "
    "(cannot be judged): all else, so where no origin is named, where the only one is a party, where it is only "
    "planned or held possible, where confirmed statements contradict each other, or where a reference table says "
    "otherwise (an office held by another, a membership that is none). A denial by a party is shown, and changes no "
    "digit. An origin says what the report that told of it first has it say. 2 and 4 ask for a judgement of "
    "plausibility that is left to people. Letters (how reliable a source is) never follow from digits: they stand "
    "only where the user or a cited table gives them."
)
_AT_ODDS = frozenset({"office_term", "member_status"})


def grade(statements: Iterable[Statement], origins: Sequence[Origin], issues: Sequence[Issue] = ()) -> Grade:
    """The digit that `GRADING_RULE` gives to claims with these origins and issues."""
    wrong = [issue for issue in issues if issue.code in _AT_ODDS]
    if wrong:
        return Grade(credibility=6, reason=f"a reference table says otherwise: {wrong[0].message}")
    by_claim = {one.claim_id: one for one in statements}
    saying = [origin for origin in origins if _count(origin, by_claim, against=False)]
    against = [origin for origin in origins if _count(origin, by_claim, against=True) and not origin.interested]
    outside = [origin for origin in saying if not origin.interested]
    if not saying:
        return Grade(credibility=6, reason=_why_nobody(origins, by_claim.values()))
    confirmed = len(saying) >= 2 and bool(outside)
    if against and confirmed:
        return Grade(credibility=6, reason="independent origins contradict each other")
    if against:
        return Grade(credibility=5, reason=f"not confirmed, and {_names(against)} says otherwise")
    if confirmed:
        parties = len(saying) - len(outside)
        which = f"{parties} of them party to it" if parties else "none of them party to it"
        return Grade(credibility=1, reason=f"{len(saying)} independent origins say so, {which}")
    if outside:
        return Grade(credibility=3, reason=f"one independent origin says so: {_names(outside)}")
    if len(saying) > 1:
        return Grade(credibility=3, reason=f"{len(saying)} independent origins say so, all of them parties to it")
    return Grade(credibility=6, reason=f"the only origin, {_names(saying)}, is a party to it")


def _count(origin: Origin, by_claim: dict[str, Statement], *, against: bool) -> bool:
    """True where the origin is independent and says so, or says otherwise, in the report that told of it first.

    A retelling that makes "is" of its source's "may" has not made the source say it.
    """
    told = [by_claim[claim_id] for claim_id in origin.claims]
    first = min(told, key=telling_order).document_id
    return origin.independent and any(
        says_no(one) if against else not says_no(one) and one.modality in STATED
        for one in told
        if one.document_id == first or one.speaker != _speaker(told, first)
    )


def _speaker(told: Sequence[Statement], document_id: str) -> str:
    return next(one.speaker for one in told if one.document_id == document_id)


def _why_nobody(origins: Sequence[Origin], statements: Iterable[Statement]) -> str:
    if not any(origin.independent for origin in origins):
        return "no origin is named"
    if all(says_no(one) for one in statements):
        return "it is only denied"
    return "nobody named says that it is so: it is planned, held possible or denied"


def _names(origins: Sequence[Origin]) -> str:
    return ", ".join(origin.name for origin in origins)
