"""One speaker's word that another report turns into another thing: a shortage into an interest, a wish into a plan."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from entrepot.corroboration.blocking import Key, filler_tokens
from entrepot.corroboration.profiles import Profile
from entrepot.corroboration.slots import FRAME_SLOTS
from entrepot.corroboration.statements import Statement

TURNED = frozenset({"seek", "cooperate", "pledge", "agree", "supply", "channel", "finance", "produce", "circumvent"})
"""Frames that retellings turn into one another; what is struck or owned is not said to be sought."""
_ANY_WORD = frozenset({"w:partner", "w:everything", "w:sanction", "c:goods"})
"""Words that too many statements share to show that they are one."""


def retelling_keys(statement: Statement) -> tuple[Key, ...]:
    """The blocks in which another frame for the same word of the same speaker on the same party is looked for."""
    if statement.frame not in TURNED or not statement.speaker or statement.polarity == "negative":
        return ()
    slots = FRAME_SLOTS[statement.frame]
    parties = {token for filler in statement.of(slots.parties[0]) for token in filler_tokens(filler)}
    return tuple(
        (f"told|{statement.speaker}|{party}|{thing}", True)
        for party in sorted(parties)
        for thing in thing_tokens(statement)
    )


def thing_tokens(statement: Statement) -> list[str]:
    """What a statement is about, in words and classes that the words for it share."""
    slots = FRAME_SLOTS[statement.frame]
    found = {token for role in slots.things for filler in statement.of(role) for token in filler_tokens(filler)}
    return sorted(token for token in found - _ANY_WORD if token.startswith(("w:", "c:")))


def find_retold(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of positions of which the one may be a retelling of the other under another frame.

    Both frames must not stand in one report of the two: then the speaker said both.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for one in profile.members:
            for name, _ in retelling_keys(one):
                if at not in holders[name][-1:]:
                    holders[name].append(at)
    seen: set[tuple[int, int]] = set()
    for together in holders.values():
        frames: dict[str, set[str]] = defaultdict(set)
        for at in together:
            frames[profiles[at].statement.frame] |= profiles[at].documents
        for pair in combinations(together, 2):
            left, right = (profiles[at].statement.frame for at in pair)
            if left != right and frames[left].isdisjoint(frames[right]) and pair not in seen:
                seen.add(pair)
                yield pair
