"""How far a long step has come, told to whoever shows it."""

from typing import Protocol


class Progress(Protocol):
    """Is told when a step begins and when each piece of it is done."""

    def begin(self, what: str, total: int | None) -> None:
        """A step begins; `total` pieces, or None where that is not known beforehand."""
        ...

    def advance(self) -> None:
        """One more piece is done."""
        ...


class SilentProgress:
    """Shows nothing."""

    def begin(self, what: str, total: int | None) -> None:
        """Nothing is shown."""

    def advance(self) -> None:
        """Nothing is shown."""
