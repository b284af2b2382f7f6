"""Codes of two sides: tied where the sides use different editions, each counted once, and what is left said."""

from hypothesis import given
from hypothesis import strategies as st

from entrepot.trade.classifications.selectors import holds_code, read_goods
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.mirror_ties import list_candidates, list_revisions, tie_mirror, untied_issues
from entrepot.trade.questions.windows import read_window

CODES = [f"8517{number}" for number in range(10, 20)]
OF_2017, OF_2022 = frozenset({2017}), frozenset({2022})
SPLIT = {2022: frozenset({("851712", "851713"), ("851712", "851714"), ("851762", "851762"), ("851762", "851769")})}

pairs = st.frozensets(st.tuples(st.sampled_from(CODES), st.sampled_from(CODES)), max_size=8)
sides = st.dictionaries(st.sampled_from(CODES), st.sampled_from([OF_2017, OF_2022]), max_size=8)


@given(pairs, sides, sides, st.sampled_from(CODES))
def test_every_code_counts_once_and_all_that_was_asked_for_counts(found, sent, received, code):
    goods = read_goods(code)
    asked = frozenset(one for one in {**sent, **received} if holds_code(goods, one))
    ties = tie_mirror(goods, asked, sent, received, {2022: found})
    assert asked <= ties.names.keys()
    assert set(ties.names) == asked | set(ties.drawn_in)
    assert not set(ties.drawn_in) & asked
    assert not set(ties.partly) & {*sent, *received}


def test_sides_of_one_edition_are_not_tied():
    same = {"851713": OF_2022}
    ties = tie_mirror(read_goods("851713"), frozenset(same), same, {"851713": OF_2022, "851714": OF_2022}, SPLIT)
    assert (ties.names, ties.issues) == ({"851713": "851713"}, ())


def test_a_code_that_no_longer_exists_shows_an_older_edition_than_its_rows_say():
    sent, received = {"851713": OF_2022, "851714": OF_2022}, {"851712": OF_2022}
    ties = tie_mirror(read_goods("851713"), frozenset({"851713"}), sent, received, SPLIT)
    assert set(ties.names.values()) == {"851712"}
    assert ties.drawn_in == ("851712", "851714")
    assert ties.partly == ()


def test_a_family_is_drawn_in_only_where_the_goods_asked_for_belong_to_it():
    sent, received = {"851762": OF_2022, "851713": OF_2022}, {"851712": OF_2017, "851762": OF_2017}
    ties = tie_mirror(read_goods("851713"), frozenset({"851713"}), sent, received, SPLIT)
    assert "851762" not in ties.names
    assert list_candidates(read_goods("851713"), SPLIT) == ("851712", "851714")


def test_goods_that_are_taken_away_are_not_drawn_in_again():
    assert list_candidates(read_goods("8517-851714"), SPLIT) == ("851714",)
    assert not holds_code(read_goods("8517-851714"), "851714")


def test_the_combined_nomenclature_serves_at_six_digits_where_no_other_concordance_is_given():
    window = read_window("2022")
    assert ("851712", "851713") in list_revisions(Records(), ["CN"], window)[2022]
    assert list_revisions(Records(), ["HS"], window) == {}


def test_what_could_not_be_tied_is_said_with_both_editions_and_the_way_out():
    sent, received = {"851713": OF_2022, "851714": OF_2022}, {"851712": OF_2017}
    told = untied_issues(["851713", "851714"], sent, received, {})[0].message
    assert "851713, 851714 (edition of 2022)" in told
    assert "edition of 2017" in told
    assert "--concordance" in told
    assert "--concordance" not in untied_issues(["851713"], sent, received, SPLIT)[0].message
    assert untied_issues(["851713"], sent, {}, {}) == ()
