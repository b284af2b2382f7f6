"""Claims into groups that say the same: the result depends on the claims alone, never on their order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from entrepot.corroboration.blocking import Key, block_keys, candidate_pairs
from entrepot.corroboration.circumstances import compare_days
from entrepot.corroboration.fillers import Likeness, compare_lists
from entrepot.corroboration.matching import Relation, relate
from entrepot.corroboration.profiles import Profile, gather_profiles
from entrepot.corroboration.retelling import find_retold
from entrepot.corroboration.slots import FRAME_SLOTS
from entrepot.corroboration.statements import Statement
from entrepot.corroboration.unions import Unions

_WHEN = "when"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims that make one proposition.

    `merged` gives for each claim but the first why it is here. `broader` names, by a claim of theirs, the groups that
    say the same in general, with the reason; `retold` names those in which the same word of the same speaker may have
    become another thing. `component` names all groups that further reports could tie together: a new claim that is tied
    to none of its claims leaves them as they are.
    """

    members: tuple[Statement, ...]
    merged: tuple[tuple[str, str], ...]
    component: str
    broader: tuple[tuple[str, str], ...] = ()
    retold: tuple[str, ...] = ()


@dataclass(slots=True)
class _Ties:
    """What ties profiles, by their positions: relations of pairs that say the same, or one more than the other."""

    profiles: tuple[Profile, ...]
    same: dict[tuple[int, int], Relation] = field(default_factory=dict)
    broader: dict[tuple[int, int], Relation] = field(default_factory=dict)
    known: dict[tuple[int, int], Relation] = field(default_factory=dict)

    def relation(self, one: int, other: int) -> Relation:
        """The relation of two profiles, computed once."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self.known:
            self.known[pair] = relate(self.profiles[pair[0]], self.profiles[pair[1]])
        return self.known[pair]

    def add(self, one: int, other: int) -> None:
        """Keeps the tie of a pair, if there is one."""
        found = self.relation(one, other)
        if found.verdict == "same":
            self.same[one, other] = found
        elif found.verdict == "broader":
            self.broader[one, other] = found
        elif found.verdict == "narrower":
            self.broader[other, one] = found


def merge_statements(statements: Iterable[Statement]) -> tuple[Group, ...]:
    """The statements in groups, each in exactly one, ordered by the claims' ids."""
    profiles = gather_profiles(statements)
    ties = _Ties(profiles)
    for one, other in _pairs(profiles):
        ties.add(one, other)
    retold = tuple(find_retold(profiles))
    component = _components(len(profiles), (*ties.same, *ties.broader, *retold))
    _set_general_apart(ties)
    clusters = _cluster(ties)
    return tuple(_groups(ties, clusters, component, retold))


def _pairs(profiles: tuple[Profile, ...]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing, each once: those of a common block, and those of one frame in one report."""
    seen = set()
    for pair in candidate_pairs([_keys(profile) for profile in profiles]):
        seen.add(pair)
        yield pair
    by_report: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for document in profile.documents:
            by_report[document, profile.statement.frame].append(at)
    for together in by_report.values():
        for pair in combinations(together, 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _keys(profile: Profile) -> tuple[Key, ...]:
    """The blocks of all the profile's claims, which differ only by who says them."""
    by_speaker = {one.speaker: one for one in profile.members}
    keys: dict[str, bool] = {}
    for speaker in sorted(by_speaker):
        keys |= dict(block_keys(by_speaker[speaker]))
    return tuple(keys.items())


def _components(size: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each profile the smallest position that it is tied to, directly or through others."""
    unions = Unions[int]()
    for one, other in pairs:
        unions.join(one, other)
    return [unions.root(at) for at in range(size)]


def _set_general_apart(ties: _Ties) -> None:
    """A claim that leaves open what others fill in different ways is no more one of them than another.

    It stays by itself, as the general statement of each. Where its own report fills what it leaves open, in one way
    only, that way is meant.
    """
    neighbours: dict[int, list[int]] = defaultdict(list)
    for one, other in ties.same:
        neighbours[one].append(other)
        neighbours[other].append(one)
    for at in sorted(neighbours):
        profile = ties.profiles[at]
        for slot in _open_slots(profile):
            fillers = [near for near in neighbours[at] if _fills(ties.profiles[near], slot)]
            if not fillers or not (
                _disagree([ties.profiles[near] for near in fillers], slot) or _says_too_little(profile, slot)
            ):
                continue
            own = [near for near in fillers if not profile.documents.isdisjoint(ties.profiles[near].documents)]
            meant = own if own and not _disagree([ties.profiles[near] for near in own], slot) else []
            for near in fillers:
                if not meant or _disagree([ties.profiles[other] for other in (*meant, near)], slot):
                    _loosen(ties, at, near, slot, is_general=not meant)


def _loosen(ties: _Ties, general: int, particular: int, slot: str, *, is_general: bool) -> None:
    """The two are no longer one; the first is the general statement of the second where its own report fills
    nothing.
    """
    pair = (min(general, particular), max(general, particular))
    relation = ties.same.pop(pair, None)
    if relation is None:
        return
    ties.known[pair] = Relation(verdict="apart")
    if is_general:
        ties.broader[general, particular] = Relation(verdict="broader", score=relation.score, why=slot)


def _open_slots(profile: Profile) -> list[str]:
    statement = profile.statement
    slots = [role for role in FRAME_SLOTS[statement.frame].core if not statement.names(role)]
    return slots if statement.when else [*slots, _WHEN]


def _fills(profile: Profile, slot: str) -> bool:
    return profile.statement.when is not None if slot == _WHEN else profile.statement.names(slot)


def _says_too_little(profile: Profile, slot: str) -> bool:
    """True where a party is left open and the things are of a kind that many deliveries share: "arms for Russia"."""
    slots = FRAME_SLOTS[profile.statement.frame]
    things = [filler for role in slots.things for filler in profile.statement.of(role)]
    is_delivery = profile.statement.frame == "supply" and slot in slots.parties
    return is_delivery and bool(things) and not any(one.is_particular for one in things)


def _disagree(profiles: list[Profile], slot: str) -> bool:
    """True where two of the profiles fill the slot in ways that exclude each other."""
    if slot == _WHEN:
        dates = list({profile.statement.days for profile in profiles})
        return any(compare_days(one, other) is Likeness.UNLIKE for one in dates for other in dates)
    values = list({profile.statement.of(slot) for profile in profiles})
    every = slot in FRAME_SLOTS[profiles[0].statement.frame].parties if profiles else False
    return any(compare_lists(one, other, every=every) is Likeness.UNLIKE for one in values for other in values)


def _cluster(ties: _Ties) -> list[list[int]]:
    """Profiles joined along the strongest ties first; two clusters join only where no pair across them is apart."""
    of = list(range(len(ties.profiles)))
    clusters = {at: [at] for at in of}
    for (one, other), _ in sorted(ties.same.items(), key=lambda item: (-item[1].score, item[0])):
        left, right = sorted((of[one], of[other]))
        if left == right or not _may_join(ties, clusters[left], clusters[right]):
            continue
        for at in clusters[right]:
            of[at] = left
        clusters[left] += clusters.pop(right)
    return list(clusters.values())


def _may_join(ties: _Ties, left: list[int], right: list[int]) -> bool:
    return all(ties.relation(one, other).verdict in ("same", "compatible") for one in left for other in right)


def _groups(
    ties: _Ties, clusters: list[list[int]], component: list[int], retold: tuple[tuple[int, int], ...]
) -> Iterator[Group]:
    """The clusters as groups, with why each claim is there and which groups say the same in general."""
    of = {at: number for number, cluster in enumerate(clusters) for at in cluster}
    above: dict[int, dict[int, str]] = defaultdict(dict)
    for (general, particular), relation in sorted(ties.broader.items()):
        if of[general] != of[particular]:
            above[of[particular]].setdefault(of[general], relation.why)
    turned: dict[int, set[int]] = defaultdict(set)
    for one, other in retold:
        turned[of[one]].add(of[other])
        turned[of[other]].add(of[one])
    for number, cluster in enumerate(clusters):
        members = sorted((one for at in cluster for one in ties.profiles[at].members), key=lambda one: one.claim_id)
        yield Group(
            members=tuple(members),
            merged=tuple(_reasons(ties, sorted(cluster))),
            component=ties.profiles[component[cluster[0]]].key,
            retold=tuple(ties.profiles[min(clusters[other])].key for other in sorted(turned[number])),
            broader=tuple(
                (ties.profiles[min(clusters[upper])].key, why) for upper, why in sorted(above[number].items())
            ),
        )


def _reasons(ties: _Ties, cluster: list[int]) -> Iterator[tuple[str, str]]:
    """For every claim the strongest tie that holds it in its group."""
    inside = set(cluster)
    for at in cluster:
        own = ties.profiles[at].members
        best = max(
            (
                (relation.score, relation.why)
                for other in inside - {at}
                if (relation := ties.same.get((min(at, other), max(at, other))))
            ),
            default=(0, ""),
        )
        why = best[1] or ("all slots alike" if len(own) > 1 else "")
        yield from ((one.claim_id, why) for one in own if why)
