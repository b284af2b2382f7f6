from itertools import pairwise

import duckdb

from entrepot.store import create_case, open_case
from entrepot.store.schema import list_migrations, migrate, schema_version

TABLES_SQL = "SELECT table_name, column_name, data_type FROM duckdb_columns() ORDER BY ALL"


def columns(path):
    with duckdb.connect(str(path)) as connection:
        return connection.execute(TABLES_SQL).fetchall()


def test_migrations_are_numbered_without_gaps():
    numbers = [number for number, _, _ in list_migrations()]
    assert numbers[0] == 1
    assert all(later == earlier + 1 for earlier, later in pairwise(numbers))


def test_a_case_of_an_older_version_is_brought_up_to_date_even_when_only_read(tmp_path):
    create_case(tmp_path / "new").close()
    with duckdb.connect(str(tmp_path / "old.duckdb")) as connection:
        connection.execute("CREATE TABLE case_migrations (number INTEGER PRIMARY KEY, name VARCHAR NOT NULL)")
    open_case(tmp_path / "old", read_only=True).close()
    assert columns(tmp_path / "old.duckdb") == columns(tmp_path / "new.duckdb")


def test_migrating_twice_changes_nothing(tmp_path):
    with create_case(tmp_path / "case") as case:
        before = case.connection.execute(TABLES_SQL).fetchall()
        migrate(case.connection)
        assert case.connection.execute(TABLES_SQL).fetchall() == before
        assert schema_version(case.connection) == list_migrations()[-1][0]
