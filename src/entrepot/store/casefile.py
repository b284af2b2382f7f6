"""A case: one file that holds the reports of one affair and all that was read out of them."""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from entrepot.errors import CaseError
from entrepot.store.connection import case_path, connect
from entrepot.store.schema import is_current, migrate


class CaseFile:
    """An open case file; close it, or use it in a `with` statement.

    The functions of `store.writing` and `store.reading` do the work on it. Only one process at a time may hold a case
    open for writing; several may read.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self.connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leaves the file complete on disk."""
        self.connection.close()

    @property
    def name(self) -> str:
        """What the user called the case."""
        row = self.connection.execute("SELECT value FROM case_facts WHERE name = 'name'").fetchone()
        return str(row[0]) if row else self.path.stem

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything written inside is kept together, or, on any error, not at all.

        Raises:
            CaseError: the disk is full or gone.
        """
        self.connection.execute("BEGIN")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException as error:
            # After a failure to write the database has rolled back by itself and says so.
            with contextlib.suppress(duckdb.Error):
                self.connection.execute("ROLLBACK")
            if isinstance(error, duckdb.IOException):
                raise CaseError(f"{self.path}: the disk did not take what was to be kept ({error}).") from error
            raise


def create_case(given: str | Path, name: str = "") -> CaseFile:
    """A new, empty case file, open for writing.

    Raises:
        CaseError: there is something at that path already, or it cannot be written.
    """
    path = case_path(given)
    if path.exists():
        raise CaseError(f"{path}: exists already; choose another name, or add to it with `entrepot case add`.")
    if not path.parent.is_dir():
        raise CaseError(f"{path}: there is no folder {path.parent}; make it first.")
    case = CaseFile(path, connect(path, read_only=False))
    migrate(case.connection)
    case.connection.execute("INSERT INTO case_facts VALUES ('name', ?)", [name or path.stem])
    return case


def open_case(given: str | Path, *, read_only: bool = False) -> CaseFile:
    """The case file at this path, its tables brought up to date.

    Raises:
        CaseError: there is none, or the file is something else.
        CaseLockedError: another process is using it.
        CaseVersionError: a newer version wrote it.
    """
    path = case_path(given)
    if not path.is_file():
        raise CaseError(f"{path}: there is no such case; make it with `entrepot case new {path}`.")
    connection = connect(path, read_only=read_only)
    try:
        if is_current(connection, path):
            return CaseFile(path, connection)
    except BaseException:
        connection.close()
        raise
    if read_only:
        connection.close()
        connection = connect(path, read_only=False)
    migrate(connection)
    return CaseFile(path, connection)
