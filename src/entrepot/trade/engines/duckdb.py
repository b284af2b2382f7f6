"""DuckDB as the engine: in memory, beside the case, spilling to disk past its limit of memory."""

import shutil
import tempfile
import weakref
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb

from entrepot.trade.engines.dialect import named_parameters
from entrepot.trade.flow_table import FLOW_COLUMNS
from entrepot.trade.interface import NO_PARAMETERS, Row

_BATCH = 20_000
"""Rows bound at once: past this a batch gains nothing, and Python's lists of it stay small."""


class DuckDBEngine:
    """A connection of its own, so that the case's database needs no leave to read files."""

    def __init__(self, *, memory_limit: str = "1500MB", threads: int | None = None) -> None:
        folder = tempfile.mkdtemp(prefix="entrepot-trade-")
        # Runs at `close`, and at the latest when the interpreter ends, so that no spilled file stays behind.
        self._remove_folder = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._connection = duckdb.connect(":memory:")
        self._connection.execute("SET memory_limit = $limit", {"limit": memory_limit})
        self._connection.execute("SET temp_directory = $folder", {"folder": folder})
        self._connection.execute("SET preserve_insertion_order = false")
        if threads is not None:
            self._connection.execute("SET threads = $threads", {"threads": threads})
        self.add_flows([])

    @property
    def name(self) -> str:
        """The engine and its version."""
        return f"duckdb {duckdb.__version__}"

    def add_flows(self, paths: Sequence[Path]) -> None:
        """The view `flows` is all rows of these Parquet files; an empty table without any file."""
        if paths:
            # A view cannot hold bound parameters, so the names of files are written into it as literals.
            columns = ", ".join(_quoted(name) for name in FLOW_COLUMNS)
            files = ", ".join(_literal(str(path)) for path in paths)
            query = f"SELECT {columns} FROM read_parquet([{files}], union_by_name = true)"  # noqa: S608 - quoted
        else:
            columns = ", ".join(f"CAST(NULL AS {kind}) AS {_quoted(name)}" for name, kind in FLOW_COLUMNS.items())
            query = f"SELECT {columns} WHERE false"
        self._connection.execute(f"CREATE OR REPLACE TEMP VIEW flows AS {query}")

    def add_table(self, name: str, columns: Mapping[str, str], rows: Iterable[Row]) -> None:
        """A small table of that name holds the rows; one of the same name is replaced."""
        definition = ", ".join(f"{_quoted(column)} {kind}" for column, kind in columns.items())
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {_quoted(name)} ({definition})")
        values = ", ".join(f"CAST(unnest($c{at}) AS {kind})" for at, kind in enumerate(columns.values()))
        batch: list[Row] = []
        for row in rows:
            batch.append(row)
            if len(batch) == _BATCH:
                self._insert(name, values, batch)
                batch = []
        self._insert(name, values, batch)

    def keep(self, name: str, sql: str, parameters: Mapping[str, object] = NO_PARAMETERS) -> None:
        """The rows of a query are kept as a temporary table."""
        statement = f"CREATE OR REPLACE TEMP TABLE {_quoted(name)} AS {sql}"
        self._connection.execute(statement, named_parameters(sql, parameters))

    def rows(self, sql: str, parameters: Mapping[str, object] = NO_PARAMETERS) -> list[Row]:
        """The rows of a query, in its order."""
        return self._connection.execute(sql, named_parameters(sql, parameters)).fetchall()

    def close(self) -> None:
        """Gives back memory and temporary files."""
        self._connection.close()
        self._remove_folder()

    def _insert(self, name: str, values: str, batch: list[Row]) -> None:
        if batch:
            columns = {f"c{at}": list(cells) for at, cells in enumerate(zip(*batch, strict=True))}
            self._connection.execute(f"INSERT INTO {_quoted(name)} SELECT {values}", columns)


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def _literal(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
