"""An archive is read in memory; its tricks get nowhere and its sound members are read."""

import io
import zipfile
from pathlib import Path

from entrepot.documents import ReadOptions
from tests.documents.samples import REPORT, documents_of, make_docx, make_pdf, make_zip, read_all, unread_of


def write(folder: Path, members: dict[str, bytes], name: str = "set.zip") -> Path:
    path = folder / name
    path.write_bytes(make_zip(members))
    return path


def test_members_are_documents_under_the_name_of_the_archive(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {"b/two.docx": make_docx(), "a.txt": REPORT.encode(), "c.pdf": make_pdf(), ".x": b"x", "__MACOSX/y": b"y"},
    )
    found = documents_of(read_all(path))
    assert [one.path for one in found] == [f"{path}!/a.txt", f"{path}!/b/two.docx", f"{path}!/c.pdf"]


def test_a_name_that_climbs_out_is_only_a_label(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    path = write(
        inner, {"../../climbed.txt": REPORT.encode(), "/etc/climbed.txt": REPORT.replace("six", "two").encode()}
    )
    found = documents_of(read_all(path))
    assert {one.path for one in found} == {f"{path}!/../../climbed.txt", f"{path}!//etc/climbed.txt"}
    assert [one.name for one in tmp_path.rglob("*")] == ["inner", "set.zip"]


def test_a_bomb_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, {"bomb.txt": bytes(50 * 1024 * 1024), "a.txt": REPORT.encode()})
    found = read_all(path)
    assert len(documents_of(found)) == 1
    assert "decompression bomb" in unread_of(found)[0].reason


def test_an_archive_that_unpacks_to_too_much_is_given_up(tmp_path: Path) -> None:
    path = write(tmp_path, {f"{number}.txt": REPORT.encode() + bytes([65 + number]) * 500 for number in range(9)})
    found = read_all(path, options=ReadOptions(max_archive_bytes=3000))
    assert "unpacks to more than" in unread_of(found)[-1].reason
    assert len(documents_of(found)) == 3


def test_archives_within_archives_end_at_a_depth(tmp_path: Path) -> None:
    inner = make_zip({"deep.txt": REPORT.replace("six", "ten").encode()})
    found = read_all(
        write(tmp_path, {"a.txt": REPORT.encode(), "one.zip": make_zip({"two.zip": inner}), "three.zip": inner})
    )
    assert [one.path.rsplit("!/", 1)[-1] for one in documents_of(found)] == ["a.txt", "deep.txt"]
    assert "within 2 others" in unread_of(found)[0].reason


def test_a_member_over_the_limit_is_named(tmp_path: Path) -> None:
    found = read_all(write(tmp_path, {"a.txt": b"x " * 4000}), options=ReadOptions(max_bytes=5000))
    assert "a.txt is 0 MB" in unread_of(found)[0].reason


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    found = read_all(write(tmp_path, {"a.txt": b"a", "b.txt": b"b"}), options=ReadOptions(max_archive_members=1))
    assert "holds 2 files" in unread_of(found)[0].reason


def test_an_encrypted_or_damaged_member_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    raw = bytearray(make_zip({"a.txt": REPORT.encode(), "b.txt": REPORT.replace("six", "two").encode()}))
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    path = tmp_path / "set.zip"
    path.write_bytes(bytes(raw))
    found = read_all(path)
    assert "a.txt is encrypted" in unread_of(found)[0].reason
    assert len(documents_of(found)) == 1


def test_a_broken_member_is_named(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        package.writestr("a.txt", REPORT)
        package.writestr("b.txt", REPORT.replace("six", "two"))
    raw = stream.getvalue().replace(b"six crates", b"SIX crates", 1)
    path = tmp_path / "set.zip"
    path.write_bytes(raw)
    found = read_all(path)
    assert "a.txt is damaged" in unread_of(found)[0].reason
    assert len(documents_of(found)) == 1


def test_an_archive_called_txt_is_opened(tmp_path: Path) -> None:
    assert len(documents_of(read_all(write(tmp_path, {"a.txt": REPORT.encode()}, "set.txt")))) == 1


def test_a_word_file_called_zip_is_one_document(tmp_path: Path) -> None:
    path = tmp_path / "letter.zip"
    path.write_bytes(make_docx())
    assert [one.path for one in documents_of(read_all(path))] == [str(path)]
