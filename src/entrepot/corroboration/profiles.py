"""Claims that are alike in all that is compared, held together so that they are compared once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from entrepot.corroboration.slots import FRAME_SLOTS
from entrepot.corroboration.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Claims with the same slots; `voices` are the pairs of report and speaker that state it."""

    statement: Statement
    members: tuple[Statement, ...]
    voices: frozenset[tuple[str, str]]
    documents: frozenset[str]

    @property
    def key(self) -> str:
        """A name that depends on the claims alone."""
        return self.statement.claim_id

    @property
    def speakers(self) -> frozenset[str]:
        """Whom the words are ascribed to, the publishers' own left out."""
        return frozenset(speaker for _, speaker in self.voices if speaker)

    def shares_voice(self, other: "Profile") -> bool:
        """True where one speaker in one report states both."""
        return not self.voices.isdisjoint(other.voices)


def gather_profiles(statements: Iterable[Statement]) -> tuple[Profile, ...]:
    """The statements by what is compared of them, in an order that does not depend on theirs."""
    groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda each: each.claim_id):
        groups[_compared(statement)].append(statement)
    return tuple(
        Profile(
            statement=members[0],
            members=tuple(members),
            voices=frozenset((each.document_id, each.speaker) for each in members),
            documents=frozenset(each.document_id for each in members),
        )
        for members in groups.values()
    )


def _compared(statement: Statement) -> tuple[object, ...]:
    fillers = tuple((role, statement.fillers[role]) for role in sorted(statement.fillers))
    alone = statement.claim_id if not can_be_recognised(statement) else ""
    return (statement.frame, fillers, statement.days, statement.place, statement.eases, statement.act, alone)


def can_be_recognised(statement: Statement) -> bool:
    """True where enough roles are filled for another claim to be known for the same."""
    filled = {role for role, fillers in statement.fillers.items() if not all(filler.empty for filler in fillers)}
    telling = any(filler.is_telling for filler in statement.of("matter"))
    sets = (needed for needed in FRAME_SLOTS[statement.frame].needed if telling or needed != frozenset(("matter",)))
    return any(needed <= filled for needed in sets)
