from datetime import UTC, datetime

from entrepot.store import create_case
from entrepot.store.measure_files import MeasureFile, forget_measure_files, keep_measure_file, list_measure_files

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_a_file_of_the_same_name_takes_the_place_of_the_other(tmp_path) -> None:
    first = MeasureFile(name="a.csv", card="title = 'x'", rows="id\n1\n", sha256="1")
    with create_case(tmp_path / "c") as case:
        assert keep_measure_file(case, first, NOW) is False
        assert keep_measure_file(case, MeasureFile(name="b.csv", card="", rows="", sha256="2"), NOW) is False
        assert keep_measure_file(case, MeasureFile(name="a.csv", card="", rows="id\n2\n", sha256="3"), NOW) is True
        assert [(one.name, one.rows, one.sha256) for one in list_measure_files(case)] == [
            ("a.csv", "id\n2\n", "3"), ("b.csv", "", "2"),
        ]  # fmt: skip
        assert forget_measure_files(case, ["a.csv", "z.csv"]) == 1
        assert [one.name for one in list_measure_files(case)] == ["b.csv"]
