"""`reports.csv` says of reports what they do not say of themselves, and is never a report."""

from pathlib import Path

import pytest

from tests.documents.samples import REPORT, documents_of, make_zip, read_all, unread_of

TABLE = (
    "file,title,publisher,url,published,kept\na.txt,Given title,Given "
    "Press,https://press.example/1,2025-08-22/2025-08-24,x\nb.txt,,,,,\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(REPORT.replace("six", "five"), encoding="utf-8")
    (tmp_path / "reports.csv").write_text(TABLE, encoding="utf-8-sig")
    return tmp_path


def test_what_is_given_wins_and_empty_cells_give_nothing(folder: Path) -> None:
    one, two = documents_of(read_all(folder))
    assert (one.title, one.publisher, one.url) == ("Given title", "Given Press", "https://press.example/1")
    assert one.published is not None
    assert (one.published.start, one.published.end) == ("2025-08-22", "2025-08-24")
    assert (one.published.granularity, one.published.evidence) == ("range", "given")
    assert two.publisher == "Example Wire"
    assert two.published is not None
    assert two.published.evidence == "by-line"


def test_a_report_named_alone_has_the_sidecar_of_its_folder(folder: Path) -> None:
    (document,) = documents_of(read_all(folder / "a.txt"))
    assert document.publisher == "Given Press"


def test_the_sidecar_is_no_report_even_when_it_is_named(folder: Path) -> None:
    assert len(read_all(*sorted(folder.iterdir()))) == 2


@pytest.mark.parametrize(
    ("table", "what"),
    [(b"name,title\nx,y\n", "no column 'file'"), (b"\xff\xfe\x00", "not in UTF-8"), (b"", "no column")],
)
def test_a_bad_sidecar_is_named_and_the_reports_are_read(folder: Path, table: bytes, what: str) -> None:
    (folder / "reports.csv").write_bytes(table)
    found = read_all(folder)
    assert len(documents_of(found)) == 2
    assert what in unread_of(found)[0].reason


def test_a_bad_date_is_an_issue_of_its_report(folder: Path) -> None:
    (folder / "reports.csv").write_text("file,published\na.txt,someday\n", encoding="utf-8")
    document = documents_of(read_all(folder))[0]
    assert [issue.code for issue in document.issues] == ["published_invalid"]
    assert document.published is not None
    assert document.published.evidence == "by-line"


def test_a_sidecar_above_names_reports_by_their_path(folder: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "c.txt").write_text(REPORT.replace("six", "four"), encoding="utf-8")
    (folder / "reports.csv").write_text("file,publisher\ninner/c.txt,Inner Press\n", encoding="utf-8")
    assert [one.publisher for one in documents_of(read_all(folder))] == ["Example Wire", "Example Wire", "Inner Press"]


def test_an_archive_has_its_own_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "set.zip"
    path.write_bytes(make_zip({"in/a.txt": REPORT.encode(), "in/reports.csv": TABLE.encode()}))
    (document,) = documents_of(read_all(path))
    assert document.publisher == "Given Press"
