"""Families of codes: those that a chain of revisions ties together, so that only their sum can be compared."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_COUNTERPARTS = 20
"""A code that takes something from more codes than this (waste, parts, modules) holds a little of each; through it, 577
codes would be one family. Of the edition of 2022, 15 codes of HS 8524, 8529, 8541 and 8549 take from 157 to 1,019 codes
in the tables of the UN; the next one takes from 16."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Codes of an earlier and a later edition that between them hold the same goods.

    A connected component of the graph of pairs (Pierce and Schott 2012, "Concording U.S. Harmonized System Codes over
    Time", Journal of Official Statistics 28).
    """

    before: frozenset[str]
    after: frozenset[str]

    @property
    def name(self) -> str:
        """The smallest of its codes, which stands for it."""
        return min(self.before | self.after)


def build_families(pairs: Iterable[tuple[str, str]]) -> tuple[Family, ...]:
    """The connected components of pairs (code before, code after), by name.

    A code before and one after with the same digits are the same code only where a pair says so.
    """
    parents: dict[tuple[int, str], tuple[int, str]] = {}
    for before, after in pairs:
        left, right = _root(parents, (0, before)), _root(parents, (1, after))
        if left != right:
            parents[right] = left
    members: dict[tuple[int, str], tuple[set[str], set[str]]] = {}
    for node in parents:
        members.setdefault(_root(parents, node), (set(), set()))[node[0]].add(node[1])
    families = (Family(before=frozenset(before), after=frozenset(after)) for before, after in members.values())
    return tuple(sorted(families, key=lambda family: (family.name, sorted(family.before), sorted(family.after))))


def tie_codes(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[Family, ...], frozenset[str]]:
    """The families of products, and the products that are in none.

    Unlike in `build_families`, a code that occurs before and after is one product. A code that takes from, or gives to,
    more than `MOST_COUNTERPARTS` others is tied to none of them; where it stands in one edition only, it is in no
    family, since what it holds was or will be spread over all of those.
    """
    kept = set(pairs)
    carried_on = {before for before, after in kept if before == after}
    # First by what codes take from: a code of many parts gives to many only where those that collect them are counted.
    takes = _many(after for before, after in kept if before != after)
    kept = {pair for pair in kept if pair[1] not in takes or pair[0] == pair[1]}
    gives = _many(before for before, after in kept if before != after)
    kept = {pair for pair in kept if pair[0] not in gives or pair[0] == pair[1]}
    kept |= {(code, code) for pair in kept for code in pair}
    return build_families(kept), frozenset((takes | gives) - carried_on)


def _many(codes: Iterable[str]) -> set[str]:
    return {code for code, count in Counter(codes).items() if count > MOST_COUNTERPARTS}


def chain_pairs(earlier: Iterable[tuple[str, str]], later: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs from the first edition to the third, where each revision lists only the codes that it touched."""
    first, second = list(earlier), list(later)
    after_second, before_second = _by_first(second), {before for before, _ in second}
    after_first = {after for _, after in first}
    joined = {(before, end) for before, middle in first for end in after_second.get(middle, (middle,))}
    from_first = {before for before, _ in first}
    # A code that the first revision left alone, or that it did not make, reaches the second under its own number.
    unchanged = before_second - after_first - from_first
    return joined | {(code, end) for code in unchanged for end in after_second[code]}


def _by_first(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for before, after in pairs:
        found[before] = (*found.get(before, ()), after)
    return found


def _root(parents: dict[tuple[int, str], tuple[int, str]], node: tuple[int, str]) -> tuple[int, str]:
    parents.setdefault(node, node)
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node
