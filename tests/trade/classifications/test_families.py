from hypothesis import given
from hypothesis import strategies as st

from entrepot.trade.classifications.families import build_families, chain_pairs

codes = st.sampled_from(["100", "200", "300", "400", "500"])
pairs = st.sets(st.tuples(codes, codes), max_size=8)


def reachable(known, code):
    """The codes after that hang together with a code before, by walking back and forth."""
    before, after = {code}, set()
    while True:
        wider = after | {b for a, b in known if a in before}
        back = before | {a for a, b in known if b in wider}
        if (before, after) == (back, wider):
            return before, after
        before, after = back, wider


@given(pairs)
def test_families_are_what_walking_back_and_forth_reaches(known):
    families = build_families(known)
    assert sum(len(family.before) for family in families) == len({before for before, _ in known})
    for family in families:
        for code in family.before:
            assert reachable(known, code) == (set(family.before), set(family.after))


@given(pairs, pairs)
def test_a_chain_goes_through_the_middle_edition(first, second):
    chained = chain_pairs(first, second)
    changed = {before for before, _ in second}
    for before, middle in first:
        if middle in changed:
            assert all((before, end) in chained for start, end in second if start == middle)
        else:
            assert (before, middle) in chained


def test_a_split_then_a_merger_are_one_family():
    families = build_families([("851712", "851713"), ("851712", "851714"), ("851718", "851714")])
    assert [(sorted(f.before), sorted(f.after)) for f in families] == [(["851712", "851718"], ["851713", "851714"])]
