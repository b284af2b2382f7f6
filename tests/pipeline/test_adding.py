import dataclasses
import os

import pytest

from entrepot.documents import ReadOptions
from entrepot.errors import CallError
from entrepot.pipeline import adding
from entrepot.pipeline.adding import add_reports
from entrepot.store.reading import iter_documents, iter_unread, list_inputs, read_original

PLAIN = ReadOptions()


def documents(case):
    return list(iter_documents(case))


def test_the_original_bytes_of_a_report_are_kept(case, reports):
    add_reports(case, [reports], PLAIN)
    kept = {document.path: read_original(case, document.id) for document in documents(case)}
    assert kept == {str(path): path.read_bytes() for path in reports.iterdir()}


def test_bytes_that_do_not_shrink_are_kept_as_well(case, tmp_path):
    (tmp_path / "short.txt").write_bytes(b"Nine barges.")
    add_reports(case, [tmp_path / "short.txt"], PLAIN)
    assert read_original(case, documents(case)[0].id) == b"Nine barges."


def test_adding_a_report_reads_only_that_report(case, reports, monkeypatch):
    add_reports(case, [reports], PLAIN)
    read_again = []
    monkeypatch.setattr(adding, "read_document", lambda path, *rest: read_again.append(path))
    outcome = add_reports(case, [reports], PLAIN)
    assert (outcome.read, outcome.known, read_again) == (0, 3, [])


def test_an_input_that_cannot_be_read_is_named_and_the_others_are_kept(case, reports):
    (reports / "0-empty.txt").write_bytes(b"")
    outcome = add_reports(case, [reports, reports / "absent.txt"], PLAIN)
    assert outcome.read == 3
    assert {unread.path for unread in outcome.unread} == {str(reports / "0-empty.txt"), str(reports / "absent.txt")}
    assert tuple(iter_unread(case)) == tuple(sorted(outcome.unread, key=lambda unread: unread.path))


def test_an_input_that_can_be_read_at_last_is_no_longer_called_unread(case, reports):
    late = reports / "late.txt"
    add_reports(case, [late], PLAIN)
    late.write_text("The harbour master said: it is here now.\n")
    add_reports(case, [late], PLAIN)
    assert list(iter_unread(case)) == []
    assert [document.path for document in documents(case)] == [str(late)]


def test_the_same_bytes_under_two_names_are_one_document(case, reports, tmp_path):
    copy = tmp_path / "a-copy.txt"
    copy.write_bytes((reports / "1-astara.txt").read_bytes())
    for paths in ([reports], [copy]):
        add_reports(case, paths, PLAIN)
    assert len(documents(case)) == 3
    twin = next(document for document in documents(case) if document.path == str(copy))
    assert [row.path for row in list_inputs(case, twin.id)] == [str(copy), str(reports / "1-astara.txt")]


def test_a_file_that_has_changed_is_a_further_document(case, reports):
    add_reports(case, [reports], PLAIN)
    (reports / "1-astara.txt").write_text("The harbour master said: ten barges after all.\n")
    add_reports(case, [reports], PLAIN)
    assert len(documents(case)) == 4


def test_what_is_said_of_a_report_later_corrects_it(case, reports):
    path = reports / "1-astara.txt"
    add_reports(case, [path], PLAIN)
    add_reports(case, [path], ReadOptions(published="2025-03-09", publisher="Example Wire"))
    (document,) = documents(case)
    assert (document.publisher, document.published.start) == ("Example Wire", "2025-03-09")
    assert document.published.evidence == "given"


def test_what_was_said_of_a_report_is_not_lost_by_adding_it_again(case, reports):
    path = reports / "1-astara.txt"
    add_reports(case, [path], ReadOptions(publisher="Example Wire"))
    add_reports(case, [path], ReadOptions(published="2025-03-09"))
    outcome = add_reports(case, [reports], PLAIN)
    document = next(document for document in documents(case) if document.path == str(path))
    assert (document.publisher, document.published.start) == ("Example Wire", "2025-03-09")
    assert (outcome.read, outcome.known) == (2, 1)


def test_a_new_version_of_the_program_reads_reports_again(case, reports, monkeypatch):
    add_reports(case, [reports], PLAIN)
    before = documents(case)

    def read_otherwise(path, *rest):
        return dataclasses.replace(adding_read(path, *rest), byline="By the new version")

    adding_read = adding.read_document
    monkeypatch.setattr(adding, "READ_METHOD", ("documents", "next"))
    monkeypatch.setattr(adding, "read_document", read_otherwise)
    adding.reread_outdated(case, adding.SilentProgress())
    assert documents(case) == [dataclasses.replace(document, byline="By the new version") for document in before]


def test_a_publication_date_that_is_none_is_a_wrong_call():
    with pytest.raises(CallError):
        ReadOptions(published="last week")


def test_a_file_name_that_is_no_text_is_kept_in_a_form_that_is(case, reports):
    odd = reports / os.fsdecode(b"caf\xe9.txt")
    try:
        odd.write_bytes(b"The harbour master said: the name is in an old code.\n")
    except OSError:
        pytest.skip("this file system allows no such name")
    outcome = add_reports(case, [reports], PLAIN)
    assert (outcome.read, outcome.unread) == (4, ())
    assert any(document.path.endswith("caf\\udce9.txt") for document in documents(case))
