"""Names are looked up by their words: what shares a telling word is a candidate, best first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.listing import ListedParty
from entrepot.screening.index import NameIndex, key_of
from entrepot.screening.lexicon import WordKind
from entrepot.screening.words import Word
from tests.screening.engine_samples import LEXICON, MIXED_LIST, listed, plain_words, readings_of, unhurried

INDEX = NameIndex(MIXED_LIST, LEXICON)


def candidates(index: NameIndex, name: str, count: int = 50) -> list[str]:
    """The names that the look-up gives for the plain reading of a query."""
    reading, *_ = readings_of(name, index)
    return [index.names[number].text for number in index.find_candidates(index.weigh([reading])[0], count)]


def parties_of(index: NameIndex, name: str, count: int = 50) -> list[str]:
    """The parties of those names, each once, best first."""
    reading, *_ = readings_of(name, index)
    owners = index.name_parties[index.find_candidates(index.weigh([reading])[0], count)]
    return list(dict.fromkeys(index.parties[owner].id for owner in owners.tolist()))


def test_every_name_of_every_party_is_in_the_index() -> None:
    assert [name.text for name in INDEX.names] == [name.text for party in MIXED_LIST for name in party.names]
    for number, party in enumerate(INDEX.parties):
        assert INDEX.names[INDEX.first_name(number)] == party.names[0]


def test_a_name_belongs_to_its_party() -> None:
    for name, owner in zip(INDEX.names, INDEX.name_parties, strict=True):
        assert name in INDEX.parties[owner].names


@pytest.mark.parametrize("name", [name.text for party in MIXED_LIST for name in party.names])
def test_a_listed_name_is_the_best_candidate_for_itself(name: str) -> None:
    assert candidates(INDEX, name)[0] == name


def test_names_that_share_no_word_are_no_candidates() -> None:
    assert candidates(INDEX, "Zhukauskas Petronella") == []
    assert all("Gromov" in name for name in candidates(INDEX, "Gromov"))


def test_no_more_candidates_are_given_than_asked_for() -> None:
    crowd = NameIndex([listed(str(number), f"Gromov {chr(97 + number) * 5}") for number in range(20)], LEXICON)
    for count in (1, 3, 19):
        assert len(candidates(crowd, "Gromov", count)) == count
    assert len(candidates(crowd, "Gromov", 200)) == 20


@pytest.mark.parametrize("name", ["Ivan Gromov", "Zarya Bank", "Gromov Karimi Orlan Trading Bank Kim Heron"])
def test_fewer_parties_are_the_best_of_more(name: str) -> None:
    every = parties_of(INDEX, name)
    for count in range(1, len(every) + 1):
        assert parties_of(INDEX, name, count)[:count] == every[:count]


def test_the_many_names_of_one_party_do_not_crowd_out_another() -> None:
    many = listed("many", *["Ivan Gromov", "Gromov Ivan", "Ivan I. Gromov"] * 30)
    crowd = NameIndex([many, listed("a", "Ivan Gromov"), listed("b", "Gromov Ivan"), listed("c", "Gromov")], LEXICON)
    for count in (1, 2, 3):
        found = parties_of(crowd, "Ivan Gromov", count)
        assert len(found) == count
        assert set(found) <= {"many", "a", "b"}
        assert len(candidates(crowd, "Ivan Gromov", count)) <= 2 * count


def test_a_name_is_a_candidate_once_though_it_agrees_in_many_words() -> None:
    found = candidates(INDEX, "Ivan Sergeyevich Gromov Ivan Gromov")
    assert len(found) == len(set(found))


def test_a_rarer_word_weighs_more() -> None:
    counts = [0, 1, 2, 10, 100, 1_000, 10_000, 1_000_000]
    weights = [INDEX.rarity(count) for count in counts]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight <= 1 for weight in weights)


def test_a_surname_weighs_more_than_a_word_of_firms_and_that_more_than_a_legal_form() -> None:
    reading, *_ = readings_of("Orlan Shipbuilding Joint Stock Company", INDEX)
    name, word, legal = INDEX.weigh([reading])[0].weights
    assert name > word > legal > 0


def test_a_word_that_many_have_weighs_less_than_one_that_few_have() -> None:
    parties = [listed(str(number), f"Gromov {chr(97 + number) * 6}") for number in range(26)]
    index = NameIndex([*parties, listed("x", "Zhukauskas")], LEXICON)
    reading, *_ = readings_of("Gromov Zhukauskas", index)
    common, rare = index.weigh([reading])[0].weights
    assert common < rare


def test_a_word_in_two_names_of_one_party_counts_once() -> None:
    index = NameIndex([listed("1", "Ivan Gromov", "Petr Gromov", "Gromov"), listed("2", "Olga Gromov")], LEXICON)
    assert index.vocabulary.count("gromov") == 2
    assert index.vocabulary.count("ivan") == 1


def test_a_legal_form_is_never_the_name_that_is_spelt_like_it() -> None:
    assert key_of(Word("limited", WordKind.LEGAL)) != key_of(Word("limited", WordKind.NAME))


@pytest.mark.parametrize(
    "parties",
    [(), (listed("1"),), (listed("1", ""),), (listed("1", "..."), listed("2", "😀")), (listed("1", "LLC"),)],
    ids=["no parties", "no names", "empty name", "signs", "legal form alone"],
)
def test_a_list_of_next_to_nothing_can_be_asked(parties: tuple[ListedParty, ...]) -> None:
    index = NameIndex(parties, LEXICON)
    assert candidates(index, "Ivan Gromov") == []
    assert len(index.names) == sum(len(party.names) for party in parties)


def test_a_party_without_readable_names_does_not_shift_the_others() -> None:
    index = NameIndex([listed("1", "..."), listed("2"), listed("3", "Ivan Gromov"), listed("4", "😀")], LEXICON)
    (name,) = candidates(index, "Ivan Gromov")
    assert name == "Ivan Gromov"
    assert index.parties[int(index.name_parties[1])].id == "3"


@unhurried
@given(st.lists(st.lists(plain_words, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=12))
def test_every_listed_name_is_among_the_candidates_for_itself(names: list[str]) -> None:
    index = NameIndex([listed(str(number), name) for number, name in enumerate(names)], LEXICON)
    for name in names:
        assert name in candidates(index, name)


@unhurried
@given(st.permutations(MIXED_LIST), st.sampled_from(["Ivan Gromov", "Zarya Bank", "Kim Chol Jong", "Blue Herons"]))
def test_candidates_do_not_depend_on_the_order_of_the_list(parties: list[ListedParty], name: str) -> None:
    assert sorted(candidates(NameIndex(parties, LEXICON), name)) == sorted(candidates(INDEX, name))


def test_the_kind_of_a_word_does_not_depend_on_the_order_of_the_list() -> None:
    initial, name = listed("1", "Я Петров"), listed("2", "Ya Gromov")
    weights = [
        dict(zip(index.vocabulary.words, index.word_weights.tolist(), strict=True))["ya"]
        for index in (NameIndex([initial, name], LEXICON), NameIndex([name, initial], LEXICON))
    ]
    assert weights[0] == weights[1]
