from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.model.interval import Interval
from entrepot.store.codec import decode_json, encode_json
from tests.store import strategies


@settings(deadline=None)
@given(strategies.claims)
def test_a_claim_comes_back_as_it_went_in(claim):
    assert decode_json(Claim, encode_json(claim)) == claim


@settings(deadline=None)
@given(strategies.documents)
def test_a_document_comes_back_as_it_went_in(document):
    assert decode_json(Document, encode_json(document)) == document


def test_a_field_that_a_newer_version_added_is_left_out():
    assert decode_json(Interval, '{"start":null,"end":"2025-01-01","granularity":"day","colour":"red"}') == Interval(
        start=None, end="2025-01-01", granularity="day"
    )


def test_days_and_instants_come_back_as_they_went_in():
    days, at = (date(2025, 4, 19), None), datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    assert decode_json(tuple[date | None, ...], encode_json(days)) == days
    assert decode_json(datetime, encode_json(at)) == at


def test_what_is_no_record_of_the_model_is_refused():
    with pytest.raises(TypeError, match="set is not a record"):
        encode_json({1, 2})


def test_a_record_with_a_field_of_two_types_is_refused():
    @dataclass
    class Odd:
        value: int | str

    with pytest.raises(TypeError, match="several types"):
        decode_json(Odd, '{"value":1}')
