"""Apache Spark as the engine: the same SQL, carried over by sqlglot, on a cluster or two threads of this machine."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from entrepot.errors import CallError
from entrepot.trade.engines.dialect import named_parameters, spark_sql
from entrepot.trade.flow_table import FLOW_COLUMNS
from entrepot.trade.interface import NO_PARAMETERS, Row

SPARK_TYPES = {
    "VARCHAR": "STRING",
    "SMALLINT": "SMALLINT",
    "INTEGER": "INT",
    "BIGINT": "BIGINT",
    "DOUBLE": "DOUBLE",
    "DATE": "DATE",
    "BOOLEAN": "BOOLEAN",
}


_LOCAL_PARTS, _PARTS = 2, 200


class SparkEngine:
    """A session of Spark; the Parquet files must lie where its workers can read them.

    Raises:
        CallError: pyspark is not installed.
    """

    def __init__(self, master: str) -> None:
        try:
            from pyspark.sql import SparkSession  # type: ignore[import-not-found, unused-ignore]
        except ImportError as missing:
            sentence = "The engine Spark is not installed; install it: pip install 'entrepot[spark]' (it needs Java)."
            raise CallError(sentence) from missing
        builder: Any = SparkSession.builder
        self._session: Any = (
            builder.master(master)
            .appName("entrepot")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            # A wrong cast must fail as it does in DuckDB, not become a null.
            .config("spark.sql.ansi.enabled", "true")
            # On one machine the 200 parts into which Spark cuts every join are 200 tasks of a few rows.
            .config("spark.sql.shuffle.partitions", _LOCAL_PARTS if master.startswith("local") else _PARTS)
            .getOrCreate()
        )
        self.add_flows([])

    @property
    def name(self) -> str:
        """The engine and its version."""
        return f"spark {self._session.version}"

    def add_flows(self, paths: Sequence[Path]) -> None:
        """The view `flows` is all rows of these Parquet files; an empty table without any file."""
        if not paths:
            self.add_table("flows", FLOW_COLUMNS, [])
            return
        frame = self._session.read.parquet(*(str(path) for path in paths))
        frame.select(*FLOW_COLUMNS).createOrReplaceTempView("flows")

    def add_table(self, name: str, columns: Mapping[str, str], rows: Iterable[Row]) -> None:
        """A small table of that name holds the rows; one of the same name is replaced."""
        schema = ", ".join(f"`{column}` {SPARK_TYPES[kind]}" for column, kind in columns.items())
        self._session.createDataFrame(list(rows), schema).createOrReplaceTempView(name)

    def keep(self, name: str, sql: str, parameters: Mapping[str, object] = NO_PARAMETERS) -> None:
        """The rows of a query are kept in the cluster's memory and on its disks.

        They are counted at once: a later query that is built on a table which is then replaced must not change.
        """
        frame = self._run(sql, parameters).persist()
        frame.count()
        frame.createOrReplaceTempView(name)

    def rows(self, sql: str, parameters: Mapping[str, object] = NO_PARAMETERS) -> list[Row]:
        """The rows of a query, in its order."""
        return [tuple(row) for row in self._run(sql, parameters).collect()]

    def close(self) -> None:
        """Ends the session."""
        self._session.stop()

    def _run(self, sql: str, parameters: Mapping[str, object]) -> Any:
        return self._session.sql(spark_sql(sql), args=named_parameters(sql, parameters))
