import pytest

from entrepot.errors import CaseError
from entrepot.model.case import UnreadInput
from entrepot.model.claim import Claim
from entrepot.model.document import Document, Published
from entrepot.model.issue import Issue
from entrepot.model.span import Span
from entrepot.store import create_case
from entrepot.store.reading import (
    count_issue_codes,
    iter_claims,
    iter_documents,
    iter_unread,
    list_inputs,
    read_contents,
    read_counts,
    read_document,
    read_original,
)
from entrepot.store.rows import CLAIMS
from entrepot.store.writing import (
    InputRow,
    write_document,
    write_extraction,
    write_input,
    write_original,
    write_unread,
)


@pytest.fixture
def case(tmp_path):
    with create_case(tmp_path / "case") as opened:
        yield opened


def report(identity, start=None, end=None, path=None):
    published = Published(start=start, end=end or start, granularity="day", evidence="given") if start else None
    return Document(
        id=identity, path=path or f"{identity}.txt", sha256="", media_type="", text="", blocks=(), published=published
    )


def claim(document_id, number, *codes):
    return Claim(
        id=f"{document_id}-{number}",
        document_id=document_id,
        quote=Span(start=0, end=1, text="x"),
        frame="meet",
        roles=(),
        issues=tuple(Issue(code=code, message=f"Something about {code}.") for code in codes),
    )


def test_reports_stand_in_order_of_publication_and_the_undated_last(case):
    reports = [
        report("undated"),
        report("late", "2025-03-01"),
        report("early", "2024-01-01"),
        report("a", "2025-03-01"),
    ]
    for one in reports:
        write_document(case, one)
    assert [document.id for document in iter_documents(case)] == ["early", "a", "late", "undated"]


def test_claims_follow_their_reports_and_keep_the_order_of_the_text(case):
    for one in (report("b", "2025-01-02"), report("a", "2025-01-03")):
        write_document(case, one)
    write_extraction(case, [claim("a", number) for number in range(300)], (), ())
    write_extraction(case, [claim("b", 0)], (), ())
    assert [found.id for found in iter_claims(case)] == ["b-0", *(f"a-{number}" for number in range(300))]


def test_a_claim_is_counted_once_for_each_issue_that_it_carries(case):
    write_document(case, report("a"))
    write_extraction(
        case,
        [claim("a", 0, "office_term"), claim("a", 1, "office_term", "office_term", "member_status"), claim("a", 2)],
        (),
        (),
    )
    assert count_issue_codes(case, CLAIMS) == {"member_status": 1, "office_term": 2}
    assert read_counts(case) == {"documents": 1, "claims": 3, "quotations": 0, "dates": 0}


def test_claims_can_be_read_while_others_are_written(case):
    write_document(case, report("a"))
    write_extraction(case, [claim("a", number) for number in range(1000)], (), ())
    stream = iter_claims(case)
    next(stream)
    with case.transaction():
        write_document(case, report("b"))
        write_extraction(case, [claim("b", 0)], (), ())
    assert len(list(stream)) == 999


def test_a_report_that_the_case_does_not_hold_is_none_and_its_bytes_an_error(case):
    assert read_document(case, "absent") is None
    with pytest.raises(CaseError, match="absent"):
        read_original(case, "absent")


@pytest.mark.parametrize("content", [b"", b"short", b"the same words again and again " * 1000, bytes(range(256)) * 9])
def test_bytes_come_back_as_they_went_in(case, content):
    write_original(case, "a", content)
    assert read_original(case, "a") == content


def test_a_name_of_which_something_was_said_counts_before_the_others(case):
    for path, is_given in (("b", False), ("c", True), ("a", False)):
        write_input(case, InputRow(document_id="d", path=path, media_type="", is_given=is_given, given="{}"))
    assert [row.path for row in list_inputs(case, "d")] == ["c", "a", "b"]


def test_unread_inputs_of_every_step_belong_to_the_contents(case):
    first, second = UnreadInput(path="b", reason="It is torn."), UnreadInput(path="a", reason="It is empty.")
    write_unread(case, "read", first)
    write_unread(case, "extract", second)
    assert read_contents(case).unread == (second, first)
    assert list(iter_unread(case, "read")) == [first]


def test_the_last_reason_is_the_one_that_stays(case):
    write_unread(case, "read", UnreadInput(path="a", reason="It is torn."))
    write_unread(case, "read", UnreadInput(path="a", reason="It is empty."))
    assert list(iter_unread(case)) == [UnreadInput(path="a", reason="It is empty.")]
