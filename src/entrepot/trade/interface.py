"""What an engine of customs records can do; a file each in `engines/`."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

Row = tuple[object, ...]
NO_PARAMETERS: Mapping[str, object] = MappingProxyType({})


class Engine(Protocol):
    """Answers SQL over the view `flows`, whose columns are `flow_table.FLOW_COLUMNS`.

    SQL is written for DuckDB and kept to what sqlglot carries over to Spark; parameters are named, `$reporter`, and
    bound. Parameters that a statement does not name are left aside. Every statement that is shown to a user orders its
    rows, so that two engines give the same.
    """

    @property
    def name(self) -> str:
        """The engine and its version, as findings print it."""
        ...

    def add_flows(self, paths: Sequence[Path]) -> None:
        """The view `flows` is all rows of these Parquet files; an empty table without any file."""
        ...

    def add_table(self, name: str, columns: Mapping[str, str], rows: Iterable[Row]) -> None:
        """A small table of that name holds the rows; one of the same name is replaced."""
        ...

    def keep(self, name: str, sql: str, parameters: Mapping[str, object] = NO_PARAMETERS) -> None:
        """The rows of a query are kept under a name for further queries; those under the same name are replaced."""
        ...

    def rows(self, sql: str, parameters: Mapping[str, object] = NO_PARAMETERS) -> list[Row]:
        """The rows of a query, in its order."""
        ...

    def close(self) -> None:
        """Gives back memory and temporary files."""
        ...
