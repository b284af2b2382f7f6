"""Which claims are worth comparing: those that share what any two claims of one proposition must share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from entrepot.corroboration.fillers import Filler
from entrepot.corroboration.slots import FRAME_SLOTS
from entrepot.corroboration.statements import Statement
from entrepot.corroboration.words import content_words

_MOST_WORDS = 5
_COMMON = frozenset({"c:goods", "c:military-goods", "c:sanctioned-goods"})
Key = tuple[str, bool]
"""A block's name, and whether the claim is to be compared with all others there or only with those that ask."""


def block_keys(statement: Statement) -> tuple[Key, ...]:
    """The blocks in which a claim is to be looked for.

    Two claims of one proposition agree on all roles of some needed set, so they share a block for it. Claims that fill
    all roles share the blocks of all sets and are compared in the first of them alone; a claim with a role left open
    asks in the blocks of what it fills.
    """
    slots = FRAME_SLOTS[statement.frame]
    tokens = {
        role: sorted({token for filler in statement.of(role) for token in filler_tokens(filler)}) for role in slots.core
    }
    filled = frozenset(role for role, found in tokens.items() if found)
    keys: dict[str, bool] = dict.fromkeys(_dated_names(statement, tokens), True)
    sets = [needed for needed in slots.needed if needed <= filled]
    keys |= dict.fromkeys(_speaker_names(statement, tokens[slots.parties[0]]), not sets)
    if not sets:
        return tuple(keys.items())
    relevant = frozenset().union(*slots.needed) & filled
    first = max(sets, key=lambda needed: (len(needed), any(role in slots.things for role in needed), sorted(needed)))
    for needed in sets:
        asks = needed in (first, relevant)
        for name, is_whole in _names(statement, sorted(needed), tokens):
            keys[name] = keys.get(name, False) or (asks and is_whole)
    return tuple(keys.items())


def _speaker_names(statement: Statement, tokens: list[str]) -> Iterator[str]:
    """Blocks of what one speaker says of one party, for claims that name too little else."""
    if statement.speaker:
        yield from (f"{statement.frame}|{token}|{statement.speaker}" for token in tokens)


def _dated_names(statement: Statement, tokens: dict[str, list[str]]) -> Iterator[str]:
    """Blocks of claims on one thing at one time, whoever is said to have done it; of lasting states the thing is
    enough.
    """
    slots = FRAME_SLOTS[statement.frame]
    if slots.lasting:
        yield from (f"{statement.frame}|{role}={token}" for role in ("asset",) for token in tokens.get(role, ()))
    when = statement.when
    if when is None or when.start is None or when.end is None or when.granularity not in ("day", "month"):
        return
    times = {when.start[:7], *([when.start] if when.granularity == "day" else [])}
    seen = [*sorted(times), *([statement.place] if statement.place else [])]
    for role in slots.things:
        if any(filler.is_particular for filler in statement.of(role)):
            yield from (f"{statement.frame}|{role}={token}@{where}" for token in tokens[role] for where in seen)


def _names(statement: Statement, roles: list[str], tokens: dict[str, list[str]]) -> Iterator[tuple[str, bool]]:
    """The blocks for these roles; not whole where one of several parties is looked at alone, for claims that name
    one.
    """
    frame = statement.frame
    if roles in (["participant"], ["party"]) and len(statement.of(roles[0])) > 1:
        yield from ((f"{frame}|{a}|{b}", True) for a, b in combinations(tokens[roles[0]], 2))
        yield from ((f"{frame}|{roles[0]}={token}", False) for token in tokens[roles[0]])
        return
    for chosen in product(*(tokens[role] for role in roles)):
        yield "|".join((frame, *(f"{role}={token}" for role, token in zip(roles, chosen, strict=True)))), True


def filler_tokens(filler: Filler) -> frozenset[str]:
    """What another filler must share in part to be taken for the same, or for more or less of it."""
    if filler.empty:
        return frozenset()
    if filler.acts:
        return frozenset((f"s:{filler.state}",))
    if filler.actor:
        own = {filler.actor, *(f"w:{word}" for word in sorted(filler.words)[:_MOST_WORDS])}
        own |= {f"w:{word}" for word in content_words(filler.stands_for)} if filler.stands_for else set()
        return frozenset(own | ({f"s:{filler.state}"} if filler.state else set()))
    found = {f"c:{key}" for key in filler.classes} - _COMMON
    found |= {f"w:{word}" for word in sorted(filler.words)[:_MOST_WORDS]}
    return frozenset(found)


def candidate_pairs(keys: Sequence[Iterable[Key]]) -> Iterator[tuple[int, int]]:
    """The positions of claims to be compared, each pair once, the smaller position first."""
    asking: dict[str, list[int]] = defaultdict(list)
    silent: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(keys):
        for name, asks in own:
            (asking if asks else silent)[name].append(at)
    partners: dict[int, set[int]] = defaultdict(set)
    for name, those in asking.items():
        for one, other in combinations(those, 2):
            partners[one].add(other)
        for one in those:
            for other in silent.get(name, ()):
                partners[min(one, other)].add(max(one, other))
    for one in sorted(partners):
        for other in sorted(partners.pop(one)):
            if one != other:
                yield one, other
