from hypothesis import given
from hypothesis import strategies as st

from entrepot.trade.classifications.families import MOST_COUNTERPARTS, build_families, chain_pairs, tie_codes

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


@given(pairs)
def test_each_product_is_of_one_family(known):
    families, aside = tie_codes(known)
    members = [code for family in families for code in family.before | family.after]
    assert len(members) == len(set(members))
    assert {code for pair in known for code in pair} == {*members, *aside}


def test_waste_that_takes_from_many_codes_ties_none_of_them_together():
    many = [f"8501{number:02}" for number in range(MOST_COUNTERPARTS + 1)]
    families, aside = tie_codes([*((code, "854999") for code in many), *((code, code) for code in many)])
    assert aside == {"854999"}
    assert len(families) == len(many)


def test_a_code_that_goes_on_and_takes_a_little_from_many_stands_for_itself():
    many = [f"8501{number:02}" for number in range(MOST_COUNTERPARTS + 1)]
    families, aside = tie_codes([*((code, "854231") for code in many), ("854231", "854231")])
    assert not aside
    assert "854231" in {family.name for family in families}
