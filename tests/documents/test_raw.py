"""Inputs are walked in order, one at a time; what cannot be read is named, and the rest is read."""

import io
import os
import sys
from pathlib import Path

import pytest

from entrepot.documents import ReadOptions, iter_raw, read_documents
from entrepot.documents.raw_input import RawInput
from entrepot.errors import CallError
from entrepot.model.issue import Issue
from tests.documents.samples import (
    OPTIONS,
    REPORT,
    documents_of,
    make_docx,
    make_pdf,
    make_zip,
    read_all,
    unread_of,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "a.txt").write_text(REPORT.replace("six", "five"), encoding="utf-8")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.md").write_text("# Crates\n\nThe port of Brinov was shut on Friday, a clerk said.\n")
    (tmp_path / ".hidden.txt").write_text(REPORT.replace("six", "nine"), encoding="utf-8")
    return tmp_path


def names(found: list[object]) -> list[str]:
    return [Path(str(getattr(one, "path", ""))).name for one in found]


def test_a_folder_is_read_by_name_with_all_folders_below_and_without_hidden_files(folder: Path) -> None:
    assert names(list(read_all(folder))) == ["a.txt", "b.txt", "c.md"]


def test_the_same_bytes_twice_are_one_document_and_the_second_is_told(folder: Path) -> None:
    (folder / "z.txt").write_text(REPORT, encoding="utf-8")
    notes: list[Issue] = []
    found = list(read_documents([folder], OPTIONS, notes.append))
    assert names(list(found)) == ["a.txt", "b.txt", "c.md"]
    assert [note.code for note in notes] == ["duplicate_input"]
    assert "z.txt" in notes[0].message
    assert unread_of(found) == []


def test_original_bytes_come_as_they_are(folder: Path) -> None:
    (one,) = iter_raw([folder / "b.txt"], OPTIONS)
    assert isinstance(one, RawInput)
    assert one.raw == REPORT.encode()
    assert one.media_type == "text/plain"


def test_bad_inputs_are_named_and_the_others_are_still_read(folder: Path) -> None:
    (folder / "d.txt").write_bytes(b"")
    (folder / "e.pdf").write_bytes(make_pdf(password="x"))
    (folder / "f.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "g.bin").write_bytes(bytes(range(256)) * 20)
    (folder / "h.docx").write_bytes(make_docx()[:500])
    (folder / "i.zip").write_bytes(make_zip({"x.txt": b"x"})[:20])
    found = read_all(folder, folder / "absent.txt")
    assert names(list(documents_of(found))) == ["a.txt", "b.txt", "c.md"]
    unread = unread_of(found)
    assert names(list(unread)) == ["d.txt", "e.pdf", "f.png", "g.bin", "h.docx", "i.zip", "absent.txt"]
    assert all(Path(one.path).name in one.reason and one.reason.endswith(".") for one in unread)


def test_a_file_over_the_limit_is_named_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
        stream.write(b"The port")
    (unread,) = unread_of(read_all(path))
    assert "huge.txt is 200 MB; the limit for one report is 100 MB" in unread.reason


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    (document,) = documents_of(read_all("-"))
    assert document.path == "-"
    assert document.title.startswith("Harbour master")


def test_empty_standard_input_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    (unread,) = unread_of(read_all("-"))
    assert "Standard input is empty" in unread.reason


def test_an_address_needs_leave_to_use_the_network() -> None:
    (unread,) = unread_of(read_all("https://wire.example/1"))
    assert "--allow-network" in unread.reason


def test_options_win_over_what_a_report_says(folder: Path) -> None:
    options = ReadOptions(publisher="Given Press", published="2025-08")
    (document,) = documents_of(read_all(folder / "b.txt", options=options))
    assert document.publisher == "Given Press"
    assert document.published is not None
    assert (document.published.start, document.published.granularity) == ("2025-08-01", "month")
    assert document.published.evidence == "given"


def test_a_date_that_is_none_is_a_wrong_call() -> None:
    with pytest.raises(CallError, match="is no publication date"):
        ReadOptions(published="last week")


def test_a_name_that_is_no_text_is_spelled_out(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/r\xe9port.txt"
    try:
        with open(path, "wb") as stream:  # noqa: PTH123
            stream.write(REPORT.encode())
    except OSError:
        pytest.skip("this file system takes only names that are text")
    (document,) = documents_of(read_all(tmp_path))
    document.path.encode("utf-8")
    assert "r\\udce9port.txt" in document.path


def test_a_link_in_a_circle_ends(folder: Path) -> None:
    (folder / "inner" / "loop").symlink_to(folder, target_is_directory=True)
    assert len(read_all(folder)) == 3


def test_documents_come_one_at_a_time(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(REPORT.replace("six", str(number + 2)), encoding="utf-8")
    stream = read_documents([tmp_path], OPTIONS)
    first = next(stream)
    for path in tmp_path.iterdir():
        path.unlink()
    assert first.path.endswith("0.txt")
    assert len(unread_of(list(stream))) == 4
