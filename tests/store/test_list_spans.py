from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.store import create_case
from entrepot.store.lists import list_keys, list_versions, read_parties, write_version
from entrepot.store.parties import party_digest
from tests.store.test_lists import TODAY, make_party, make_version


@st.composite
def histories(draw):
    """Versions of a few parties in a few wordings, on days that may coincide, in the order in which they come in."""
    wordings = st.dictionaries(st.integers(0, 4), st.sampled_from("AB"), max_size=5)
    return draw(st.lists(st.tuples(st.integers(1, 6), wordings), min_size=1, max_size=7))


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(histories())
def test_history_is_right_whatever_the_order_of_adding(tmp_path_factory, history):
    """Beside an oracle that keeps every version whole."""
    with create_case(tmp_path_factory.mktemp("case") / "case") as case:
        whole = {}
        for number, (day, wordings) in enumerate(history, 1):
            version = make_version(str(number), date(2025, 1, day), len(wordings))
            parties = [make_party(key, name) for key, name in wordings.items()]
            kept = write_version(case, version, parties, [], TODAY)
            whole[kept.place] = {("un", party.id, party_digest(party)) for party in parties}
        versions = list_versions(case)
        assert [one.place for one in versions] == sorted(whole)
        assert [one.version.published for one in versions] == sorted(one.version.published for one in versions)
        for one in versions:
            assert list_keys(case, one) == whole[one.place]
            found, digests = read_parties(case, one)
            assert {("un", party.id, digest) for party, digest in zip(found, digests, strict=True)} == whole[one.place]
            assert len(found) == len(whole[one.place])
        assert_stretches_are_longest(case)


def assert_stretches_are_longest(case):
    """No stretch of a wording touches or overlaps another of the same wording."""
    rows = case.connection.execute(
        "SELECT party_id, digest, first_place, until_place FROM list_spans ORDER BY ALL"
    ).fetchall()
    for (*wording, _, until), (*following, first, _) in pairwise(rows):
        assert wording != following or (until is not None and until < first)
