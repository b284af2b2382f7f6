import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.store import create_case
from entrepot.store.reading import (
    iter_claims,
    iter_dates,
    iter_documents,
    iter_quotations,
    read_document,
)
from entrepot.store.writing import write_document, write_extraction
from tests.store import strategies


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    with create_case(tmp_path_factory.mktemp("case") / "case") as opened:
        yield opened


def empty(case):
    for table in ("documents", "claims", "quotations", "dates"):
        case.connection.execute(f"DELETE FROM {table}")


@settings(max_examples=40, deadline=None)
@given(document=strategies.documents)
def test_a_document_leaves_a_case_as_it_came_in(case, document):
    with case.transaction():
        empty(case)
        write_document(case, document)
    assert read_document(case, document.id) == document
    assert list(iter_documents(case)) == [document]


@settings(max_examples=40, deadline=None)
@given(
    document=strategies.documents,
    claims=st.lists(strategies.claims, max_size=3),
    quotations=st.lists(strategies.quotations, max_size=2),
    dates=st.lists(strategies.dates, max_size=2),
)
def test_what_was_found_leaves_a_case_as_it_came_in(case, document, claims, quotations, dates):
    claims, quotations, dates = (
        [strategies.of_document(record, document.id) for record in records] for records in (claims, quotations, dates)
    )
    with case.transaction():
        empty(case)
        write_document(case, document)
        write_extraction(case, claims, quotations, dates)
    assert list(iter_claims(case)) == claims
    assert list(iter_quotations(case)) == quotations
    assert list(iter_dates(case)) == dates
