"""The method `entrepot` finds listed parties under the names and numbers that people give, and nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.listing import ListedName, ListedParty
from entrepot.model.match import Match, Query
from entrepot.screening.matcher import EntrepotMatcher
from tests.screening.engine_samples import (
    MIXED_LIST,
    TRADERS,
    ask,
    listed,
    number,
    possible,
    score_of,
    slips,
    telling_words,
    unhurried,
)

person_names = st.lists(telling_words, min_size=2, max_size=3, unique=True).map(" ".join)
any_text = st.text(st.characters(exclude_categories=()), max_size=60)
MATCHER = EntrepotMatcher(MIXED_LIST)
READ_AS_A_PERSON = "without a kind it is read as a person's name too, in which bank is a name and no generic word"


def scores(matches: tuple[Match, ...]) -> set[tuple[str, str, float]]:
    return {(match.list, match.id, match.score) for match in matches}


# The right party


@pytest.mark.parametrize(("party", "name"), [(party.id, name.text) for party in MIXED_LIST for name in party.names])
def test_a_listed_name_finds_its_party_first(party: str, name: str) -> None:
    best, *_ = MATCHER.match([Query(name=name)], limit=5)[0]
    if best.matched_name != "Tiger":
        assert (best.id, best.decision) == (party, "possible_match")


@unhurried
@given(st.lists(person_names, min_size=1, max_size=10, unique=True))
def test_every_listed_name_finds_its_own_party_with_the_top_score(names: list[str]) -> None:
    matcher = EntrepotMatcher([listed(str(place), name) for place, name in enumerate(names)])
    for place, name in enumerate(names):
        found = matcher.match([Query(name=name)], limit=10)[0]
        mine = next(match for match in found if match.id == str(place))
        assert mine.score == found[0].score
        assert mine.decision == "possible_match"


@unhurried
@given(slips(telling_words), telling_words)
def test_a_slip_scores_below_the_exact_name_and_above_a_stranger(pair: tuple[str, str], other: str) -> None:
    word, slipped = pair
    exact, slip = score_of(f"{word} {other}", f"{word} {other}"), score_of(f"{slipped} {other}", f"{word} {other}")
    stranger = score_of("qqqqqqqqqqqqqq jjjjjjjjjjjjj", f"{word} {other}")
    assert exact >= slip > stranger
    assert exact > stranger


def test_an_agreeing_surname_alone_is_less_than_the_whole_name() -> None:
    assert score_of("Ivan Zhukauskas", "Ivan Zhukauskas") > score_of("Olga Zhukauskas", "Ivan Zhukauskas")
    assert possible(ask("Olga Zhukauskas", listed("1", "Ivan Zhukauskas"))) == []


@pytest.mark.parametrize(
    ("query", "party"),
    [
        ("Gromov, Ivan Sergeyevich", "p1"), ("Иван Громов", "p1"), ("Iwan Gromow", "p1"), ("Grоmоv Ivan", "p1"),
        ("IVAN GROMOV", "p1"), ("Ivan S. Gromov", "p1"), ("Gromov Ivan Sergeevich", "p1"),
        ("Сергей Иванович Громов", "p2"),
        ("محمد کریمی", "p3"), ("Muhammed Karimi", "p3"), ("Kim Jung Chul", "p4"), ("김정철", "p4"), ("王丽华", "p5"),
        ("Wang Li Hua", "p5"), ("ООО Северный Квартал Трейдинг", "o1"), ("Severnykvartal Trading", "o1"),
        ("Банк Заря", "o2"), ("Zarya Banco", "o2"), ("AO Orlan Shipbuilding", "o3"), ("Tong Hung Shipping", "o4"),
        ("Tonghung Shiping & Trading Company Limited", "o4"), ("M/V Blue Heron", "v1"), ("BlueHeron", "v1"),
    ],
)  # fmt: skip
def test_a_party_is_found_under_another_spelling_script_or_order(query: str, party: str) -> None:
    assert possible(MATCHER.match([Query(name=query)], limit=5)[0])[:1] == [party]


@pytest.mark.parametrize("query", ["Angela Winterbottom", "Olga Petrova", "Pharmacy Sunrise", "John Smith", "Wang Min"])
def test_a_stranger_is_no_possible_match(query: str) -> None:
    assert possible(MATCHER.match([Query(name=query)], limit=5)[0]) == []


def test_father_and_son_are_told_apart() -> None:
    found = {match.id: match.score for match in ask("Ivan Sergeyevich Gromov", *MIXED_LIST)}
    assert found["p1"] > found["p2"]


# What there is little of


@pytest.mark.parametrize(
    "nothing", ["", " ", "\t\n ", "...", "—,;()", "😀", "😀 🚢", "'", "\u200f\u200e", "\u0301", "\x00"]
)
def test_a_query_without_a_word_has_no_candidates(nothing: str) -> None:
    assert ask(nothing, *MIXED_LIST) == ()


@pytest.mark.parametrize("query", ["Ivan Gromov", "", "金正恩", "محمد", "김", "7", "LLC"])
def test_an_empty_list_has_no_candidates(query: str) -> None:
    assert ask(query) == ()


def test_a_number_that_nobody_has_finds_nobody_in_an_empty_list() -> None:
    assert ask(Query(name="Ivan Gromov", identifiers=(number("imo", "9187629"),))) == ()


@pytest.mark.parametrize("query", ["Limited", "LLC", "Company", "of", "al", "and", "Co", "the", "Ltd.", "de"])
def test_a_query_of_what_every_name_has_matches_nobody(query: str) -> None:
    assert possible(ask(query, *TRADERS)) == []


@pytest.mark.parametrize(
    "query", ["Trading", "Trading Company", "International", "National Company", "Oil", "Shipping Limited"]
)
def test_a_query_of_one_word_that_such_firms_have_matches_nobody(query: str) -> None:
    assert possible(ask(query, *TRADERS)) == []


@pytest.mark.parametrize("query", ["Bank", "Bank of", "The Bank", "Trading", "Trade Limited"])
def test_a_query_for_a_firm_of_generic_words_alone_says_that_it_names_nobody(query: str) -> None:
    found = ask(Query(name=query, kind="organisation"), *TRADERS)
    assert found
    assert all(any(feature.name == "generic" for feature in match.features) for match in found)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("Bank", marks=pytest.mark.xfail(strict=True, reason=READ_AS_A_PERSON)),
        pytest.param("The Bank", marks=pytest.mark.xfail(strict=True, reason=READ_AS_A_PERSON)),
        pytest.param(
            "Bank of", marks=pytest.mark.xfail(strict=False, reason=f"{READ_AS_A_PERSON}; near the threshold")
        ),
    ],
)
def test_a_query_of_words_that_all_such_firms_have_matches_nobody(query: str) -> None:
    assert possible(ask(query, *TRADERS)) == []


@pytest.mark.xfail(strict=True, reason="both words together weigh more than what is held to name nobody")
def test_a_query_of_two_words_that_such_firms_have_matches_nobody() -> None:
    assert possible(ask(Query(name="General Trading", kind="organisation"), *TRADERS)) == []


@pytest.mark.parametrize(
    "name", ["Gromov " * 1_500, "x" * 10_000, "金" * 10_000, "م" * 10_000, "a." * 5_000, "김 " * 5_000]
)
def test_a_name_of_ten_thousand_letters_is_answered(name: str) -> None:
    assert len(name) >= 10_000
    assert len(ask(name, *MIXED_LIST)) <= 10
    assert len(ask("Gromov", listed("1", name), *MIXED_LIST)) <= 10


@unhurried
@given(any_text)
def test_any_text_can_be_asked(text: str) -> None:
    for match in MATCHER.match([Query(name=text)], limit=5)[0]:
        assert 0 <= match.score <= 1


@unhurried
@given(any_text, any_text)
def test_any_text_can_be_listed(name: str, alias: str) -> None:
    party = listed("1", name, alias, "Ivan Gromov")
    assert possible(ask("Ivan Gromov", party)) == ["1"]


# The answer


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_no_more_candidates_come_back_than_asked_for(limit: int) -> None:
    found = ask("Gromov Karimi Kim Wang Zarya Orlan", *MIXED_LIST, limit=limit)
    assert len(found) <= limit


@pytest.mark.parametrize("query", ["Gromov Ivan", "Zarya Trading", "Kim", "Orlan Kvartal Bank", "Mohammed Wang"])
def test_the_best_comes_first(query: str) -> None:
    found = [match.score for match in ask(query, *MIXED_LIST)]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("threshold", [0.0, 0.2, 0.5, 0.7, 0.9, 1.0])
def test_the_decision_follows_the_threshold(threshold: float) -> None:
    for match in ask("Gromov Ivan", *MIXED_LIST, threshold=threshold):
        if abs(match.score - threshold) > 1e-4:
            assert (match.decision == "possible_match") == (match.score > threshold)


def test_the_threshold_does_not_change_scores_or_order() -> None:
    low, high = ask("Gromov Ivan", *MIXED_LIST, threshold=0.1), ask("Gromov Ivan", *MIXED_LIST, threshold=0.99)
    assert [(match.id, match.score) for match in low] == [(match.id, match.score) for match in high]


def test_without_a_threshold_the_usual_one_holds() -> None:
    usual = EntrepotMatcher.default_threshold
    assert ask("Gromov Ivan", *MIXED_LIST) == ask("Gromov Ivan", *MIXED_LIST, threshold=usual)


def test_a_party_comes_back_once_with_its_primary_name_and_the_nearest_one() -> None:
    found = [match for match in ask("Gromov Ivan", *MIXED_LIST) if match.id == "p1"]
    (match,) = found
    assert match.name == "Ivan Sergeyevich Gromov"
    assert match.matched_name == "Gromov Ivan"
    assert match.list == "one"


def test_two_parties_of_one_name_both_come_back() -> None:
    found = ask("Ivan Gromov", listed("1", "Ivan Gromov"), listed("2", "Ivan Gromov"), listed("3", "Gromov Ivan"))
    assert {match.id for match in found} == {"1", "2", "3"}
    assert len({match.score for match in found}) == 1


def test_a_party_with_two_hundred_names_is_one_candidate() -> None:
    many = listed(
        "many", *(f"Ivan Gromov {first}{second}" for first in "abcdefghij" for second in "klmnopqrstuvwxyzabcd")
    )
    found = ask("Ivan Gromov", many, listed("other", "Zarya"), limit=5)
    assert [match.id for match in found] == ["many"]


def test_a_party_with_two_hundred_names_does_not_hide_another_of_the_same_name() -> None:
    many = listed("many", *["Ivan Gromov", "Gromov Ivan"] * 100)
    assert {match.id for match in ask("Ivan Gromov", many, listed("other", "Ivan Gromov"), limit=5)} == {
        "many",
        "other",
    }


def test_programmes_and_days_of_listing_come_back() -> None:
    party = ListedParty(
        id="1", list="one", kind="person", names=(ListedName(text="Ivan Gromov", original="GROMOV, Ivan"),)
    )
    (match,) = ask("Ivan Gromov", party)
    assert (match.programs, match.first_listed, match.judgement) == ((), None, None)


# Independence


@unhurried
@given(
    st.permutations(MIXED_LIST), st.sampled_from(["Ivan Gromov", "Zarya Bank", "Kim Chol", "محمد", "Tiger", "Orlan"])
)
def test_scores_do_not_depend_on_the_order_of_the_list(parties: list[ListedParty], query: str) -> None:
    assert scores(ask(query, *parties)) == scores(ask(query, *MIXED_LIST))


@pytest.mark.slow
@unhurried
@given(st.lists(person_names, min_size=2, max_size=8, unique=True), st.data())
def test_scores_do_not_depend_on_the_order_of_any_list(names: list[str], data: st.DataObject) -> None:
    parties = [listed(str(place), name) for place, name in enumerate(names)]
    shuffled = data.draw(st.permutations(parties))
    assert scores(ask(names[0], *shuffled)) == scores(ask(names[0], *parties))


@unhurried
@given(
    st.lists(st.sampled_from(["Ivan Gromov", "金正恩", "محمد کریمی", "عبدالله", "عبد الله", "Orlan", "", "Kim", "😀"]))
)
def test_an_answer_does_not_depend_on_the_other_queries(names: list[str]) -> None:
    queries = [Query(name=name) for name in names]
    together = EntrepotMatcher(MIXED_LIST).match(queries, limit=5)
    assert together == [MATCHER.match([query], limit=5)[0] for query in queries]


def test_ids_that_repeat_in_two_lists_are_never_mixed() -> None:
    found = ask(
        "Ivan Gromov", listed("7", "Olga Kvartal", list_name="one"), listed("7", "Ivan Gromov", list_name="two")
    )
    best = found[0]
    assert (best.list, best.id, best.name, best.decision) == ("two", "7", "Ivan Gromov", "possible_match")
    assert all(match.name == "Olga Kvartal" for match in found if match.list == "one")


def test_the_same_party_in_two_lists_comes_back_from_both() -> None:
    found = ask("Ivan Gromov", listed("7", "Ivan Gromov", list_name="one"), listed("7", "Ivan Gromov", list_name="two"))
    assert {(match.list, match.id) for match in found} == {("one", "7"), ("two", "7")}


def test_facts_of_a_party_are_never_those_of_another_with_its_id() -> None:
    found = ask(
        Query(name="Ivan Gromov", birth_year=1961),
        listed("7", "Ivan Gromov", list_name="one", births=("1990",)),
        listed("7", "Ivan Gromov", list_name="two", births=("1961",)),
    )
    assert [match.list for match in found] == ["two", "one"]
    facts = [{feature.name for feature in match.features if "birth" in feature.name} for match in found]
    assert facts == [{"same_birth_year"}, {"other_birth_year"}]
