"""The case that is served: every reader sees it on a connection of their own, and changes come one after another."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from entrepot.store.casefile import CaseFile


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class _SharedCase(CaseFile):
    """A case whose changes wait for those of others, so that no two of them collide."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, lock: threading.RLock) -> None:
        super().__init__(path, connection)
        self._lock = lock

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """As that of a case file, alone for as long as the block."""
        with self._lock, super().transaction():
            yield


class Desk:
    """An open case shared by the requests of a server; `now` is the clock, which tests pass in.

    A reader's connection sees the case as it was when each question was put, whatever is written meanwhile. Long work
    changes the case in small transactions, between which others have their turn.
    """

    def __init__(self, case: CaseFile, *, now: Callable[[], datetime] = _now) -> None:
        self.path = case.path
        self.now = now
        self._case = case
        self._lock = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[CaseFile]:
        """The case on a connection of its own, for as long as the block."""
        cursor = self._case.connection.cursor()
        try:
            yield _SharedCase(self.path, cursor, self._lock)
        finally:
            cursor.close()

    @contextmanager
    def writing(self) -> Iterator[CaseFile]:
        """As `reading`, but alone for the whole block: for changes that belong together and are soon done."""
        with self._lock, self.reading() as case:
            yield case
