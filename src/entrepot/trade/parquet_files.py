"""Parquet files of flows: how they are written, what is in them, and what two of them share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import numpy as np

from entrepot.errors import CaseError
from entrepot.trade.flow_table import FLOW_COLUMNS, FLOW_KEY

COPY_OPTIONS = "FORMAT parquet, PARQUET_VERSION v2, COMPRESSION snappy, ROW_GROUP_SIZE 122880"
"""Of what DuckDB's Parquet offers, the quickest to write; zstd saves a third of the room for a fifth more time."""

_HASHES_AT_ONCE = 16_000_000

MEMORY_LIMIT = "1500MB"
"""For an import; more than this goes to disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSummary:
    """What a Parquet file of flows holds."""

    rows: int
    value: float
    first_period: date | None
    last_period: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Flows that two files both have: how many, and the first of them in words."""

    rows: int
    example: str


@contextmanager
def work_connection(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that may read files and spills to `folder`.

    Raises:
        CaseError: the disk is full or gone.
    """
    connection = duckdb.connect(":memory:")
    try:
        connection.execute("SET memory_limit = $limit", {"limit": MEMORY_LIMIT})
        connection.execute("SET temp_directory = $folder", {"folder": str(folder)})
        connection.execute("SET preserve_insertion_order = false")
        connection.execute("SET enable_progress_bar = true")
        connection.execute("SET enable_progress_bar_print = false")
        yield connection
    except duckdb.OutOfMemoryException as error:
        raise CaseError(
            f"{folder.parent}: the work needs more memory or disk than there is; make room ({error})."
        ) from error
    except duckdb.IOException as error:
        raise CaseError(f"{folder.parent}: the disk did not take what was to be kept ({error}).") from error
    finally:
        connection.close()


def flow_summary(connection: duckdb.DuckDBPyConnection, path: Path) -> FlowSummary:
    """What a Parquet file of flows holds."""
    sql = "SELECT count(*), coalesce(sum(value), 0), min(period), max(period) FROM read_parquet($path)"
    rows, value, first, last = connection.execute(sql, {"path": str(path)}).fetchall()[0]
    return FlowSummary(rows=rows, value=value, first_period=first, last_period=last)


def are_distinct(connection: duckdb.DuckDBPyConnection, path: Path, key: Sequence[str], rows: int) -> bool:
    """True where no two rows of a Parquet file have the same key; two in 10^12 files may be said to have some.

    Hashes of keys are sorted by numpy, which takes half the time of grouping them; in parts, for the sake of memory.
    """
    parts = rows // _HASHES_AT_ONCE + 1
    hashes = f"SELECT hash({', '.join(key)}) AS flow_hash FROM read_parquet($path)"  # noqa: S608 - constants
    sql = f"SELECT flow_hash FROM ({hashes}) WHERE flow_hash % $parts::UBIGINT = $part::UBIGINT"  # noqa: S608 - as above
    for part in range(parts):
        connection.execute(sql, {"path": str(path), "parts": parts, "part": part})
        found = np.sort(connection.fetchnumpy()["flow_hash"])
        if (found[1:] == found[:-1]).any():
            return False
    return True


def find_overlap(connection: duckdb.DuckDBPyConnection, new: Path, old: Path) -> Overlap:
    """The flows that both files have."""
    shared = f"SELECT old.* FROM read_parquet($old) AS old SEMI JOIN read_parquet($new) AS new USING ({_KEY})"  # noqa: S608
    count = connection.execute(f"SELECT count(*) FROM ({shared})", _paths(new, old)).fetchall()[0][0]  # noqa: S608
    if not count:
        return Overlap(rows=0, example="")
    sql = f"SELECT reporter, partner, flow, code, period FROM ({shared}) ORDER BY ALL LIMIT 1"  # noqa: S608
    reporter, partner, flow, code, period = connection.execute(sql, _paths(new, old)).fetchall()[0]
    return Overlap(rows=count, example=f"{reporter} {flow} {partner}, code {code}, {period:%Y-%m}")


def write_without(connection: duckdb.DuckDBPyConnection, old: Path, new: Path, target: Path) -> int:
    """How many rows `target` holds: those of `old` whose flows are not in `new`."""
    columns = ", ".join(f'old."{name}"' for name in FLOW_COLUMNS)
    sql = f"SELECT {columns} FROM read_parquet($old) AS old ANTI JOIN read_parquet($new) AS new USING ({_KEY})"  # noqa: S608
    place = str(target).replace("'", "''")
    return int(connection.execute(f"COPY ({sql}) TO '{place}' ({COPY_OPTIONS})", _paths(new, old)).fetchall()[0][0])


def coverage(connection: duckdb.DuckDBPyConnection, paths: Sequence[Path]) -> list[tuple[object, ...]]:
    """Each dataset, reporter, flow and frequency with its rows, first and last period, and periods without any row."""
    sql = """
        WITH spans AS (
            SELECT dataset, reporter, flow, frequency, count(*) AS row_count, min(period) AS first_period,
                max(period) AS last_period, count(DISTINCT period) AS periods
            FROM read_parquet($paths)
            GROUP BY dataset, reporter, flow, frequency
        )
        SELECT dataset, reporter, flow, frequency, row_count, first_period, last_period, periods,
            1 + date_diff('month', first_period, last_period)
                // CASE frequency WHEN 'M' THEN 1 WHEN 'Q' THEN 3 ELSE 12 END - periods AS missing
        FROM spans
        ORDER BY dataset, reporter, flow, frequency
    """
    return connection.execute(sql, {"paths": [str(path) for path in paths]}).fetchall()


_KEY = ", ".join(FLOW_KEY)


def _paths(new: Path, old: Path) -> dict[str, str]:
    return {"new": str(new), "old": str(old)}
