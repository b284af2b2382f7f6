from pathlib import Path

import pytest

from entrepot.errors import CaseError, CaseVersionError
from entrepot.store.connection import case_path, connect, explain_failure


@pytest.mark.parametrize(
    ("given", "path"),
    [("minsk", "minsk.duckdb"), ("a/minsk.duckdb", "a/minsk.duckdb"), ("minsk.2025", "minsk.2025.duckdb")],
)
def test_the_extension_of_a_case_may_be_left_out(given, path):
    assert case_path(given) == Path(path)


def test_a_folder_is_no_case(tmp_path):
    with pytest.raises(CaseError):
        connect(tmp_path, read_only=False)


def test_a_damaged_case_is_called_damaged(tmp_path):
    path = tmp_path / "case.duckdb"
    connect(path, read_only=False).close()
    content = bytearray(path.read_bytes())
    content[100] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(CaseError, match="damaged"):
        connect(path, read_only=True)


def test_a_file_of_a_newer_database_says_that_an_upgrade_is_needed():
    said = (
        "IO Error: Trying to read a database file with version number 999, but we can only read versions between 64 "
        "and 67.\nThe database file was created with an newer version of DuckDB."
    )
    assert isinstance(explain_failure(Path("case.duckdb"), said), CaseVersionError)


def test_a_case_is_written_so_that_the_oldest_supported_database_reads_it(tmp_path):
    with connect(tmp_path / "case.duckdb", read_only=False) as connection:
        (tags,) = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'case'").fetchone()
    assert tags["storage_version"].startswith("v1.4")
