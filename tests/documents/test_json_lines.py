"""JSON Lines are a document a line, and a bad line is named by its number."""

import io
import json
import sys
from pathlib import Path

import pytest

from entrepot.documents import ReadOptions
from tests.documents.samples import PARAGRAPHS, documents_of, read_all, unread_of


def write(folder: Path, *lines: object, name: str = "set.jsonl") -> Path:
    path = folder / name
    path.write_text(
        "\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines) + "\n", encoding="utf-8"
    )
    return path


def test_every_line_is_a_document(tmp_path: Path) -> None:
    one = {"text": PARAGRAPHS[0], "title": "Crates", "publisher": "Example Wire", "published": "2025-08-22"}
    two = {
        "body": PARAGRAPHS[1],
        "headline": "Papers",
        "source": {"name": "Port Gazette"},
        "date": "22 August 2025",
        "link": "https://a.example",
    }
    path = write(tmp_path, one, "", two, {"content": PARAGRAPHS[0] + " Again."})
    found = documents_of(read_all(path))
    assert [document.path for document in found] == [f"{path}#1", f"{path}#3", f"{path}#4"]
    assert [document.title for document in found[:2]] == ["Crates", "Papers"]
    assert [document.publisher for document in found] == ["Example Wire", "Port Gazette", ""]
    assert [document.published and document.published.start for document in found] == ["2025-08-22", "2025-08-22", None]
    assert found[0].text == PARAGRAPHS[0]


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {"text": PARAGRAPHS[0]},
        '{"text": "cut off',
        "[1]",
        {"title": "x"},
        '{"text": "\\ud800 ' + PARAGRAPHS[1] + '"}',
    )
    found = read_all(path)
    assert len(documents_of(found)) == 2
    assert [one.path.rsplit("#")[-1] for one in unread_of(found)] == ["2", "3", "4"]
    documents_of(found)[1].text.encode("utf-8")


def test_a_line_over_the_limit_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, {"text": "x" * 3000}, {"text": PARAGRAPHS[0]})
    found = read_all(path, options=ReadOptions(max_bytes=1000))
    assert [one.path for one in unread_of(found)] == [f"{path}#1"]
    assert [one.path for one in documents_of(found)] == [f"{path}#2"]


def test_a_json_file_is_one_document_or_a_list_of_them(tmp_path: Path) -> None:
    one = write(tmp_path, json.dumps({"text": PARAGRAPHS[0]}, indent=1), name="one.json")
    many = write(tmp_path, [{"text": PARAGRAPHS[0]}, {"text": PARAGRAPHS[1]}, 3], name="many.json")
    assert len(documents_of(read_all(one))) == 1
    assert len(documents_of(read_all(many))) == 2
    assert len(unread_of(read_all(many))) == 1


@pytest.mark.parametrize("text", ["[" * 100_000, '{"text": ' + "[" * 100_000, "{", '{"text": 5}'])
def test_deep_or_broken_json_is_named(tmp_path: Path, text: str) -> None:
    found = read_all(write(tmp_path, text, name="bad.json"))
    assert documents_of(found) == []
    assert "bad.json" in unread_of(found)[0].reason


def test_json_lines_come_through_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = "".join(json.dumps({"text": paragraph}) + "\n" for paragraph in PARAGRAPHS).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert len(documents_of(read_all("-"))) == 2


def test_a_text_field_with_mark_up_is_read_as_a_page(tmp_path: Path) -> None:
    body = f"<p>{PARAGRAPHS[0]}</p><script>x()</script><p>{PARAGRAPHS[1]}</p>"
    (document,) = documents_of(read_all(write(tmp_path, {"title": "Crates", "content": body})))
    assert document.text == "\n\n".join(PARAGRAPHS)


def test_a_record_of_mark_up_without_words_is_named(tmp_path: Path) -> None:
    (unread,) = unread_of(read_all(write(tmp_path, {"content": "<p></p><script>x()</script>"})))
    assert "no text" in unread.reason
