"""Things joined into groups, each known by its smallest member, whatever the order of joining."""

from typing import Any, Generic, TypeVar

Member = TypeVar("Member", bound=Any)


class Unions(Generic[Member]):
    """Disjoint sets; whatever was never joined is a set by itself. Members must compare with one another."""

    def __init__(self) -> None:
        self._parents: dict[Member, Member] = {}

    def root(self, member: Member) -> Member:
        """The smallest member of the group."""
        while (parent := self._parents.get(member, member)) != member:
            self._parents[member] = self._parents.get(parent, parent)
            member = parent
        return member

    def join(self, one: Member, other: Member) -> None:
        """The groups of the two are one."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parents[high] = low
