"""Names that are easily taken for each other, or not for themselves: the method `entrepot` tells them apart."""

import pytest

from entrepot.model.listing import PartyKind
from entrepot.model.match import Query
from tests.screening.engine_samples import MIXED_LIST, ask, listed, possible, score_of


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


def test_a_person_of_a_translatable_name_is_found_in_a_list_without_kinds() -> None:
    assert possible(ask(Query(name="Ko Im", kind="person"), listed("1", "Ko Im"))) == ["1"]
    assert possible(ask(Query(name="Luna Torgovaya", kind="person"), listed("1", "Luna Torgovaya"))) == ["1"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("김성철", "Kim Song Chol"),
        ("李国强", "Li Guoqiang"),
        ("王海军", "Wang Haijun"),
    ],
)
def test_a_syllable_of_a_person_s_name_is_not_translated(query: str, name: str) -> None:
    party = listed("1", name, kind="person")
    assert possible(ask(Query(name=query, kind="person"), party)) == ["1"]


@pytest.mark.parametrize(
    "name",
    [
        "S Saleh",
        "M Mahdavi",
        pytest.param(
            "aaaaa aaaab",
            marks=pytest.mark.xfail(
                strict=True, reason="written together both fold like the second alone, which then takes both places"
            ),
        ),
    ],
)
def test_a_listed_name_with_an_initial_is_its_own_exact_match(name: str) -> None:
    (match,) = ask(name, listed("1", name))
    assert any(feature.name == "exact" for feature in match.features)


def test_a_query_that_begins_with_an_unreadable_word_is_answered() -> None:
    assert "o3" in {match.id for match in ask("٢٠٢٠ AO Zarya Orlan", *MIXED_LIST)}


def test_a_name_spelt_like_a_listed_initial_is_answered() -> None:
    for parties in (
        [listed("1", "Yaa Petrov"), listed("2", "Я Петров")],
        [listed("2", "Я Петров"), listed("1", "Yaa Petrov")],
    ):
        found = {match.id: match.score for match in ask("Ya Petrov", *parties)}
        assert found["1"] < ask("Ya Petrov", listed("3", "Ya Petrov"))[0].score


@pytest.mark.parametrize(("query", "name"), [("İLHAN İNCİ", "Ilhan Inci")])
def test_a_name_with_marks_on_its_letters_scores_as_without(query: str, name: str) -> None:
    bare = query.translate({0x0130: "I", 0x0301: None})
    assert score_of(query, name) == score_of(bare, name)


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
    strict=True,
    reason="a known name in one word of Arabic script meets no two words of a listed name",
)
@pytest.mark.parametrize(
    ("query", "name"), [("عبدالكريم قاسم", "Abdul Karim Qasim"), ("عبدالله قاسم", "Abd Allah Qasim")]
)
def test_a_name_in_one_word_of_arabic_script_is_found_in_two_of_the_list(query: str, name: str) -> None:
    assert possible(ask(query, listed("1", name))) == ["1"]


@pytest.mark.parametrize("query", ["Громов И.С.", "Gromov I.S.", "И.С. Громов"])
def test_initials_with_points_are_initials(query: str) -> None:
    apart = query.replace(".", ". ")
    name = "Gromov Ivan Sergeyevich"
    assert score_of(query, name) == score_of(apart, name)


def test_every_character_of_a_well_known_korean_name_is_read_in_korean() -> None:
    found = ask("金与正", listed("1", "Kim Jong Min"), listed("2", "Kim Yo Jong"), listed("3", "Kim Jong"))
    assert [match.id for match in found][:1] == ["2"]


@pytest.mark.xfail(strict=True, reason="sepah of a firm is translated (corps), and سپه is no form of that word")
@pytest.mark.parametrize(("query", "name"), [("بانک سپه", "Bank Sepah"), ("سپه نوین", "Sepah Novin")])
def test_a_word_that_is_translated_is_found_from_arabic_script(query: str, name: str) -> None:
    assert possible(ask(query, listed("1", name))) == ["1"]


def test_a_persian_ending_after_a_joiner_does_not_hide_the_name() -> None:
    assert possible(ask("علی خامنه\u200cای", listed("1", "Ali Khamenei"))) == ["1"]


def test_a_name_in_arabic_script_is_not_another_known_name_of_its_consonants() -> None:
    found = {
        match.id: match.score for match in ask("محمد قاسم", listed("1", "Muhammad Qasim"), listed("2", "Mahmoud Qasim"))
    }
    assert found["1"] > found["2"]
