"""The tables of a case file, brought up to date by numbered SQL files."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import duckdb

from entrepot.errors import CaseError, CaseVersionError

_LEDGER_SQL = "CREATE TABLE IF NOT EXISTS case_migrations (number INTEGER PRIMARY KEY, name VARCHAR NOT NULL)"


@cache
def list_migrations() -> tuple[tuple[int, str, str], ...]:
    """Number, name and SQL of every migration, in order."""
    folder = files("entrepot.store") / "migrations"
    sql_files = sorted((item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name)
    return tuple((int(item.name[:4]), item.name, item.read_text(encoding="utf-8")) for item in sql_files)


def schema_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The number of the last migration that the file has seen; None when it is no case file."""
    known = connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'case_migrations'").fetchone()
    if known is None:
        return None
    row = connection.execute("SELECT coalesce(max(number), 0) FROM case_migrations").fetchone()
    return int(row[0]) if row else 0


def is_current(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """True when the file has all of today's tables.

    Raises:
        CaseError: it is a database, but no case.
        CaseVersionError: it has tables of a newer version.
    """
    version, newest = schema_version(connection), list_migrations()[-1][0]
    if version is None:
        raise CaseError(f"{path}: this database is not a case file; make one with `entrepot case new`.")
    if version > newest:
        raise CaseVersionError(f"{path}: this case was written by a newer version; upgrade entrepot to open it.")
    return version == newest


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Brings the tables up to date; each migration is applied wholly or not at all."""
    connection.execute(_LEDGER_SQL)
    version = schema_version(connection) or 0
    for number, name, sql in list_migrations():
        if number > version:
            connection.execute("BEGIN")
            connection.execute(sql)
            connection.execute("INSERT INTO case_migrations VALUES (?, ?)", [number, name])
            connection.execute("COMMIT")
