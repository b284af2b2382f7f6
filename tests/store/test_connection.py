from pathlib import Path

import duckdb
import pytest

from entrepot.errors import CaseError, CaseVersionError
from entrepot.store.connection import case_path, connect


@pytest.mark.parametrize(
    ("given", "path"),
    [("minsk", "minsk.duckdb"), ("a/minsk.duckdb", "a/minsk.duckdb"), ("minsk.2025", "minsk.2025.duckdb")],
)
def test_the_extension_of_a_case_may_be_left_out(given, path):
    assert case_path(given) == Path(path)


def test_a_folder_is_no_case(tmp_path):
    with pytest.raises(CaseError):
        connect(tmp_path, read_only=False)


def test_a_file_of_a_newer_database_says_that_an_upgrade_is_needed(tmp_path):
    path = tmp_path / "case.duckdb"
    connect(path, read_only=False).close()
    content = bytearray(path.read_bytes())
    # After a checksum of 8 bytes and the magic word of 4, the storage version stands as 8 bytes.
    content[12:20] = (5_000).to_bytes(8, "little")
    path.write_bytes(content)
    with pytest.raises(CaseError) as error:
        connect(path, read_only=True)
    assert isinstance(error.value, CaseVersionError) or "cannot be opened" in str(error.value)


def test_a_case_is_written_so_that_the_oldest_supported_database_reads_it(tmp_path):
    with connect(tmp_path / "case.duckdb", read_only=False) as connection:
        tags = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'case'").fetchone()
    assert tags is None or "v1.4" in str(tags[0])
    assert duckdb.__version__ >= "1.4"
