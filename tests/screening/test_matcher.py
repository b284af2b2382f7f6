"""The method `entrepot` finds listed parties under the names and numbers that people give, and nobody else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.listing import ListedName, ListedParty, PartyKind
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


@pytest.mark.xfail(
    strict=True, reason="a word that says nothing is as good as a name where the listed name holds hardly more"
)
@pytest.mark.parametrize("query", ["Bank", "Bank of", "The Bank", "General Trading"])
def test_a_query_of_words_that_all_such_firms_have_matches_nobody(query: str) -> None:
    assert possible(ask(query, *TRADERS)) == []


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


@pytest.mark.xfail(strict=True, reason="candidates are counted by names: the many names of one party crowd others out")
def test_a_party_with_two_hundred_names_does_not_hide_another_of_the_same_name() -> None:
    many = listed("many", *["Ivan Gromov", "Gromov Ivan"] * 100)
    assert {match.id for match in ask("Ivan Gromov", many, listed("other", "Ivan Gromov"), limit=5)} == {
        "many",
        "other",
    }


# Independence


@unhurried
@given(
    st.permutations(MIXED_LIST), st.sampled_from(["Ivan Gromov", "Zarya Bank", "Kim Chol", "محمد", "Tiger", "Orlan"])
)
def test_scores_do_not_depend_on_the_order_of_the_list(parties: list[ListedParty], query: str) -> None:
    assert scores(ask(query, *parties)) == scores(ask(query, *MIXED_LIST))


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


# Facts beside the name


def test_a_weak_alias_alone_is_no_possible_match() -> None:
    party = listed("1", "Wang Lihua", weak=("Golden Tiger",), births=("1975",))
    assert possible(ask("Golden Tiger", party)) == []
    assert possible(ask("Golden Tiger", party, threshold=0.0)) == []


def test_a_weak_alias_with_a_fact_that_agrees_is_one_at_a_low_threshold() -> None:
    party = listed("1", "Wang Lihua", weak=("Golden Tiger",), births=("1975",), countries=("CN",))
    plain, confirmed = ask("Golden Tiger", party)[0], ask(Query(name="Golden Tiger", birth_year=1975), party)[0]
    assert confirmed.score > plain.score
    assert possible(ask(Query(name="Golden Tiger", birth_year=1975), party, threshold=plain.score)) == ["1"]
    assert possible(ask(Query(name="Golden Tiger", birth_year=1990), party, threshold=0.0)) == []


def test_a_weak_alias_says_that_it_is_weak() -> None:
    (match,) = ask("Golden Tiger", listed("1", "Wang Lihua", weak=("Golden Tiger",)))
    assert [feature for feature in match.features if feature.name == "weak_alias" and feature.weight < 0]


def test_a_strong_name_is_preferred_to_a_weak_one() -> None:
    party = listed("1", "Golden Tiger", weak=("Golden Tiger",))
    assert possible(ask("Golden Tiger", party)) == ["1"]
    assert possible(ask("Golden Tiger", replace(party, names=party.names[::-1]))) == ["1"]


def test_an_imo_number_finds_a_vessel_under_another_name() -> None:
    query = Query(name="Morning Glory", kind="vessel", identifiers=(number("imo", "IMO 9187629"),))
    best, *_ = ask(query, *MIXED_LIST)
    assert (best.id, best.decision) == ("v1", "possible_match")
    assert any(feature.name == "same_identifier" for feature in best.features)


def test_an_imo_number_finds_a_vessel_without_any_name() -> None:
    assert possible(ask(Query(name="", identifiers=(number("imo", "9187629"),)), *MIXED_LIST)) == ["v1"]


def test_another_imo_number_rejects_the_same_name() -> None:
    query = Query(name="Blue Heron", kind="vessel", identifiers=(number("imo", "9000001"),))
    assert possible(ask(query, *MIXED_LIST)) == []


@pytest.mark.parametrize(
    ("confirming", "rejecting"),
    [
        (Query(name="Ivan Gromof", birth_year=1961), Query(name="Ivan Gromof", birth_year=1990)),
        (Query(name="Ivan Gromof", country="RU"), Query(name="Ivan Gromof", country="FR")),
        (Query(name="Ivan Gromof", kind="person"), Query(name="Ivan Gromof", kind="vessel")),
    ],
    ids=["year of birth", "country", "kind"],
)
def test_a_fact_that_agrees_raises_and_one_that_differs_lowers(confirming: Query, rejecting: Query) -> None:
    party = listed("1", "Ivan Gromov", kind="person", births=("1961",), countries=("RU",))
    plain, with_fact, against = (
        ask(query, party)[0].score for query in (Query(name="Ivan Gromof"), confirming, rejecting)
    )
    assert with_fact >= plain > against


@pytest.mark.xfail(strict=True, reason="an exact name outweighs another kind or another year of birth")
@pytest.mark.parametrize(
    "query",
    [Query(name="Ivan Gromov", birth_year=1900), Query(name="Ivan Gromov", kind="vessel")],
    ids=["year", "kind"],
)
def test_another_year_of_birth_or_kind_rejects_the_same_name(query: Query) -> None:
    assert possible(ask(query, listed("1", "Ivan Gromov", kind="person", births=("1961",)))) == []


def test_facts_order_parties_of_one_name() -> None:
    found = ask(
        Query(name="Ivan Gromov", birth_year=1961, country="RU"),
        listed("1", "Ivan Gromov", births=("1990",)),
        listed("2", "Ivan Gromov", births=("1961",), countries=("RU",)),
        listed("3", "Ivan Gromov"),
    )
    assert [match.id for match in found] == ["2", "3", "1"]


@pytest.mark.xfail(strict=True, reason="candidates are cut off by name alone, before facts are weighed")
def test_facts_find_the_one_of_a_hundred_parties_of_one_name() -> None:
    crowd = [listed(str(year), "Ivan Gromov", births=(str(year),)) for year in range(1900, 2000)]
    assert [match.id for match in ask(Query(name="Ivan Gromov", birth_year=1957), *crowd, limit=5)][:1] == ["1957"]


def test_programmes_and_days_of_listing_come_back() -> None:
    party = ListedParty(
        id="1", list="one", kind="person", names=(ListedName(text="Ivan Gromov", original="GROMOV, Ivan"),)
    )
    (match,) = ask("Ivan Gromov", party)
    assert (match.programs, match.first_listed, match.judgement) == ((), None, None)


# Found wanting


@pytest.mark.parametrize(("query", "other"), [("Kim Su", "Kim Li"), ("Li Yan", "Du Yan"), ("Dan Nevin", "Ta Nevin")])
def test_two_short_names_are_not_one_because_both_are_little_words_somewhere(query: str, other: str) -> None:
    assert score_of(query, other) < score_of(query, query)
    assert possible(ask(query, listed("1", other))) == []


@pytest.mark.parametrize("name", ["Kim Su Il", "Li Yan", "Wang Li Hua", "Luna Bank", "Marina Il"])
@pytest.mark.parametrize("asked", ["person", "organisation", "unknown"])
@pytest.mark.parametrize("kind", ["person", "organisation", "unknown"])
def test_a_name_finds_itself_whatever_kind_is_asked_for_of_whatever_kind(
    name: str, asked: PartyKind, kind: PartyKind
) -> None:
    if "unknown" in (asked, kind) or asked == kind:
        party = listed("1", name, kind=kind)
        assert possible(ask(Query(name=name, kind=asked), party)) == ["1"]


@pytest.mark.xfail(
    strict=True, reason="a listed party of unknown kind is read as a firm alone, a query for a person is not"
)
def test_a_person_of_a_translatable_name_is_found_in_a_list_without_kinds() -> None:
    assert possible(ask(Query(name="Ko Im", kind="person"), listed("1", "Ko Im"))) == ["1"]
    assert possible(ask(Query(name="Luna Torgovaya", kind="person"), listed("1", "Luna Torgovaya"))) == ["1"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("김성철", "Kim Song Chol"),
        ("李国强", "Li Guoqiang"),
        pytest.param("王海军", "Wang Haijun", marks=pytest.mark.xfail(strict=True, reason="海军 is read as navy")),
    ],
)
def test_a_syllable_of_a_person_s_name_is_not_translated(query: str, name: str) -> None:
    party = listed("1", name, kind="person")
    assert possible(ask(Query(name=query, kind="person"), party)) == ["1"]


@pytest.mark.xfail(strict=True, reason="s saleh is joined to ssaleh, which folds as saleh and takes both places")
@pytest.mark.parametrize("name", ["S Saleh", "M Mahdavi", "aaaaa aaaab"])
def test_a_listed_name_with_an_initial_is_its_own_exact_match(name: str) -> None:
    (match,) = ask(name, listed("1", name))
    assert any(feature.name == "exact" for feature in match.features)


@pytest.mark.xfail(strict=True, raises=IndexError, reason="_phrase_at looks at the word before where there is none")
def test_a_query_that_begins_with_an_unreadable_word_is_answered() -> None:
    assert possible(ask("٢٠٢٠ AO Zarya Orlan", *MIXED_LIST)) == []


@pytest.mark.xfail(
    strict=True,
    raises=(AssertionError, IndexError),
    reason="a word of the query that the list has as an initial, particle or generic word is taken for another word",
)
def test_a_name_spelt_like_a_listed_initial_is_answered() -> None:
    for parties in (
        [listed("1", "Yaa Petrov"), listed("2", "Я Петров")],
        [listed("2", "Я Петров"), listed("1", "Yaa Petrov")],
    ):
        found = {match.id: match.score for match in ask("Ya Petrov", *parties)}
        assert found["1"] < ask("Ya Petrov", listed("3", "Ya Petrov"))[0].score


@pytest.mark.xfail(strict=True, reason="combining marks below U+0590 that do not compose part the word")
@pytest.mark.parametrize(("query", "name"), [("İLHAN İNCİ", "Ilhan Inci")])
def test_a_name_with_marks_on_its_letters_scores_as_without(query: str, name: str) -> None:
    bare = query.translate({0x0130: "I", 0x0301: None})
    assert score_of(query, name) == score_of(bare, name)


@pytest.mark.xfail(strict=True, reason="digits of Arabic script are dropped: 27 and 28 are the same name")
def test_numbers_in_arabic_script_tell_names_apart() -> None:
    found = {match.id: match.score for match in ask("Zarya ٢٧", listed("1", "Zarya ٢٧"), listed("2", "Zarya ٢٨"))}
    assert found["1"] > found["2"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Abdulkarim Nevin", "Abdul Karim Nevin"), ("Abdul Karim Nevin", "Abdulkarim Nevin"),
        ("Tonghung Nevin", "Tong Hung Nevin"),
        ("عبد الكريم قاسم", "Abdulkarim Qasim"), ("عبدالكريم قاسم", "Abdulkarim Qasim"),
        ("عبد الله قاسم", "Abdullah Qasim"),
        ("عبدالله قاسم", "Abdullah Qasim"),
    ],
)  # fmt: skip
def test_a_name_of_two_parts_is_found_in_one_word_or_in_two(query: str, name: str) -> None:
    assert possible(ask(query, listed("1", name))) == ["1"]


@pytest.mark.xfail(
    strict=True, reason="a known word of Arabic script is never laid beside two words of the listed name"
)
@pytest.mark.parametrize(
    ("query", "name"), [("عبدالكريم قاسم", "Abdul Karim Qasim"), ("عبدالله قاسم", "Abd Allah Qasim")]
)
def test_a_name_in_one_word_of_arabic_script_is_found_in_two_of_the_list(query: str, name: str) -> None:
    assert possible(ask(query, listed("1", name))) == ["1"]


@pytest.mark.xfail(strict=True, reason="initials with points are joined into one word, is, that stands for no initial")
@pytest.mark.parametrize("query", ["Громов И.С.", "Gromov I.S.", "И.С. Громов"])
def test_initials_with_points_are_initials(query: str) -> None:
    apart = query.replace(".", ". ")
    name = "Gromov Ivan Sergeyevich"
    assert score_of(query, name) == score_of(apart, name)


@pytest.mark.xfail(strict=True, reason="neither 与 nor 與 has a Korean reading in hanja_readings")
def test_every_character_of_a_well_known_korean_name_is_read_in_korean() -> None:
    found = ask("金与正", listed("1", "Kim Jong Min"), listed("2", "Kim Yo Jong"), listed("3", "Kim Jong"))
    assert [match.id for match in found][:1] == ["2"]


@pytest.mark.xfail(strict=True, reason="a short word keeps its last h in Arabic script and loses it in Latin letters")
@pytest.mark.parametrize(("query", "name"), [("بانک سپه", "Bank Sepah"), ("سپه نوین", "Sepah Novin")])
def test_a_short_word_that_ends_in_h_is_found_from_arabic_script(query: str, name: str) -> None:
    assert possible(ask(query, listed("1", name))) == ["1"]


@pytest.mark.xfail(strict=True, reason="the joiner is left out, so that the silent h before it is read as a consonant")
def test_a_persian_ending_after_a_joiner_does_not_hide_the_name() -> None:
    assert possible(ask("علی خامنه\u200cای", listed("1", "Ali Khamenei"))) == ["1"]


def test_a_name_in_arabic_script_is_not_another_known_name_of_its_consonants() -> None:
    found = {
        match.id: match.score for match in ask("محمد قاسم", listed("1", "Muhammad Qasim"), listed("2", "Mahmoud Qasim"))
    }
    assert found["1"] > found["2"]
