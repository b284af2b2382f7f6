"""The engines that answer SQL over customs records: DuckDB on one machine, Apache Spark past it."""

from entrepot.errors import CallError
from entrepot.trade.interface import Engine

LOCAL_SPARK = "local"
"""The word for a Spark of two threads on this machine, for trying things out."""


def open_engine(name: str = "duckdb", *, memory_limit: str = "1500MB") -> Engine:
    """The engine of that name: "duckdb", "local" (Spark on this machine), or the address of a Spark master.

    Raises:
        CallError: no engine has that name, or Spark is not installed.
    """
    if name == "duckdb":
        from entrepot.trade.engines.duckdb import DuckDBEngine

        return DuckDBEngine(memory_limit=memory_limit)
    if name.startswith(("spark://", LOCAL_SPARK)):
        from entrepot.trade.engines.spark import SparkEngine

        return SparkEngine("local[2]" if name == LOCAL_SPARK else name)
    raise CallError(f"There is no engine {name!r}; use duckdb, local or the address of a master, spark://HOST:PORT.")
