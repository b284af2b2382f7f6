"""Listed parties for property tests: every field at its strangest."""

from hypothesis import strategies as st

from entrepot.model.issue import Issue
from entrepot.model.listing import Designation, Identifier, ListedAddress, ListedName, ListedParty

_TEXTS = st.text(max_size=12)
_DAYS = st.dates()

parties = st.builds(
    ListedParty,
    id=_TEXTS,
    list=st.sampled_from(["un", "eu"]),
    names=st.lists(st.builds(ListedName, text=_TEXTS, original=_TEXTS), max_size=3).map(tuple),
    designations=st.lists(
        st.builds(
            Designation,
            programme=_TEXTS,
            authority=_TEXTS,
            listed_on=st.none() | _DAYS,
            ended_on=st.none() | _DAYS,
            citation=_TEXTS,
            terms=st.lists(st.tuples(_TEXTS, _TEXTS), max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    births=st.lists(_TEXTS, max_size=2).map(tuple),
    birth_places=st.lists(_TEXTS, max_size=2).map(tuple),
    countries=st.lists(_TEXTS, max_size=2).map(tuple),
    identifiers=st.lists(st.builds(Identifier, value=_TEXTS, original=_TEXTS), max_size=2).map(tuple),
    addresses=st.lists(st.builds(ListedAddress, text=_TEXTS, country=_TEXTS), max_size=2).map(tuple),
    remarks=_TEXTS,
    attributes=st.lists(st.tuples(_TEXTS, _TEXTS), max_size=2).map(tuple),
    seen=st.none() | st.tuples(_DAYS, st.none() | _DAYS),
    issues=st.lists(st.builds(Issue, code=_TEXTS, message=_TEXTS, span=st.none()), max_size=1).map(tuple),
)
