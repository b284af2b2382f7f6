import subprocess
import sys

import duckdb
import pytest

from entrepot.errors import CaseError, CaseLockedError, CaseVersionError
from entrepot.store import create_case, open_case


def test_a_case_keeps_the_name_that_the_user_gave_it(tmp_path):
    create_case(tmp_path / "minsk", "Minsk, 2025").close()
    with open_case(tmp_path / "minsk.duckdb") as case:
        assert case.name == "Minsk, 2025"


def test_a_case_without_a_name_is_called_after_its_file(tmp_path):
    with create_case(tmp_path / "minsk.duckdb") as case:
        assert case.name == "minsk"


def test_a_second_case_never_overwrites_the_first(tmp_path):
    create_case(tmp_path / "minsk").close()
    with pytest.raises(CaseError, match="exists already"):
        create_case(tmp_path / "minsk")


def test_a_case_is_not_made_in_a_folder_that_does_not_exist(tmp_path):
    with pytest.raises(CaseError, match="no folder"):
        create_case(tmp_path / "nowhere" / "minsk")


def test_a_missing_case_is_not_made_by_opening_it(tmp_path):
    with pytest.raises(CaseError, match="entrepot case new"):
        open_case(tmp_path / "minsk")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"a letter, not a database\n" * 500])
def test_a_file_that_is_no_database_is_named_as_such(tmp_path, content):
    (tmp_path / "letter.duckdb").write_bytes(content)
    with pytest.raises(CaseError, match="not a case file"):
        open_case(tmp_path / "letter")


def test_a_database_of_another_program_is_left_alone(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE birds (name VARCHAR)")
    with pytest.raises(CaseError, match="not a case file"):
        open_case(path)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("birds",)]


def test_a_case_of_a_newer_version_is_not_touched(tmp_path):
    with create_case(tmp_path / "minsk") as case:
        case.connection.execute("INSERT INTO case_migrations VALUES (9999, '9999_later.sql')")
    with pytest.raises(CaseVersionError, match="upgrade"):
        open_case(tmp_path / "minsk")


def test_a_case_that_another_process_writes_to_is_locked(tmp_path):
    create_case(tmp_path / "minsk").close()
    script = "import sys, duckdb; held = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    call = [sys.executable, "-c", script, str(tmp_path / "minsk.duckdb")]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(CaseLockedError, match="another process"):
            open_case(tmp_path / "minsk")
        holder.communicate("")


def test_two_may_read_a_case_at_once(tmp_path):
    create_case(tmp_path / "minsk").close()
    with open_case(tmp_path / "minsk", read_only=True) as one, open_case(tmp_path / "minsk", read_only=True) as other:
        assert one.name == other.name == "minsk"


def test_nothing_of_a_failed_transaction_stays(tmp_path):
    with create_case(tmp_path / "minsk") as case:
        with pytest.raises(KeyboardInterrupt), case.transaction():
            case.connection.execute("INSERT INTO case_facts VALUES ('a', 'b')")
            raise KeyboardInterrupt
        assert case.connection.execute("SELECT count(*) FROM case_facts").fetchone() == (1,)


def test_a_case_reaches_nothing_outside_its_file(tmp_path):
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    with create_case(tmp_path / "minsk") as case, pytest.raises(duckdb.PermissionException):
        case.connection.execute(f"SELECT * FROM '{tmp_path / 'secret.csv'}'")
