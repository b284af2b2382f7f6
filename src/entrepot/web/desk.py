"""The case that is served: every reader sees it on a connection of their own, and one writes at a time."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from entrepot.store.casefile import CaseFile


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class Desk:
    """An open case shared by the requests of a server; `now` is the clock, which tests pass in.

    A reader's connection sees the case as it was when the reading began, whatever is written meanwhile.
    """

    def __init__(self, case: CaseFile, *, now: Callable[[], datetime] = _now) -> None:
        self.path = case.path
        self.now = now
        self._case = case
        self._writing = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[CaseFile]:
        """The case on a connection of its own, for as long as the block."""
        cursor = self._case.connection.cursor()
        try:
            yield CaseFile(self.path, cursor)
        finally:
            cursor.close()

    @contextmanager
    def writing(self) -> Iterator[CaseFile]:
        """As `reading`, but alone: whoever else wants to write waits, so that no two changes collide."""
        with self._writing, self.reading() as case:
            yield case
