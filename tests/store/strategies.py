"""Records of the model for property tests: every field at its strangest."""

from dataclasses import replace

from hypothesis import strategies as st

from entrepot.model.claim import Claim, DateExpression, Quotation
from entrepot.model.document import Document, Published
from entrepot.model.span import Span

_TEXTS = st.text(max_size=30)
_DAYS = st.dates().map(lambda day: day.isoformat())

documents = st.builds(
    Document,
    id=st.text("0123456789abcdef", min_size=16, max_size=16),
    path=_TEXTS,
    sha256=_TEXTS,
    media_type=_TEXTS,
    text=_TEXTS,
    title=_TEXTS,
    publisher=_TEXTS,
    published=st.none() | st.builds(Published, start=_DAYS, end=_DAYS),
)
_OFFSETS = st.integers(min_value=0, max_value=2**31 - 1)
_SPANS = st.builds(Span, start=_OFFSETS, end=_OFFSETS)
st.register_type_strategy(Span, _SPANS)

claims = st.builds(Claim, document_id=st.just("d"), frame=_TEXTS)
quotations = st.builds(Quotation, document_id=st.just("d"))
dates = st.builds(DateExpression, document_id=st.just("d"))


def of_document(record, document_id):
    """The same record, found in another document."""
    return replace(record, document_id=document_id)
