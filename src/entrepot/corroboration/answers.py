"""Denials, negations and corrections that answer what their own report says."""

from entrepot.corroboration.profiles import Profile
from entrepot.corroboration.slots import FrameSlots
from entrepot.corroboration.statements import Statement

STATED = frozenset({"asserted", "alleged"})
"""Modalities of what is said to be so; the others leave it open or deny it."""
_CLOSE_CHARACTERS = 400
"""A denial this close to a claim of the same frame in the same report answers it, though it repeats little of it."""
_STAGED = frozenset({"agree", "sanction"})
"""Frames of acts that are announced before they are done."""


def answers(left: Profile, right: Profile) -> bool:
    """True for a denial and what it denies, a correction and what it corrects, close together in one report."""
    if left.documents.isdisjoint(right.documents):
        return False
    return any(
        one.document_id == other.document_id
        and _stands_against(one, other)
        and abs(one.position - other.position) < _CLOSE_CHARACTERS
        for one in left.members
        for other in right.members
    )


def _stands_against(one: Statement, other: Statement) -> bool:
    """True where one says no and the other yes, or one says done and the other still to be done."""
    if says_no(one) != says_no(other):
        return True
    return one.frame in _STAGED and (one.modality == "planned") != (other.modality == "planned")


def says_no(one: Statement) -> bool:
    """True for a denial and for a negated sentence."""
    return one.modality == "denied" or one.polarity == "negative"


def speak_of_other_things(left: Profile, right: Profile, slots: FrameSlots) -> bool:
    """True where both name things in roles of which they share none: goods seized here, a man charged there."""
    one, other = ({role for role in slots.things if each.statement.names(role)} for each in (left, right))
    return bool(one and other) and one.isdisjoint(other)
