"""A query is compared in full with the names that the look-up gives, and no better name is missed."""

from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.listing import ListedParty
from entrepot.screening.comparison import Comparer, Comparison
from entrepot.screening.features import Measures
from entrepot.screening.index import NameIndex, Weighed
from entrepot.screening.likeness import Ids
from entrepot.screening.readings import Reading
from tests.screening.engine_samples import LEXICON, MIXED_LIST, TRADERS, listed, readings_of, unhurried

GIVEN = ("ivan", "olga", "sergei", "mohammed", "ali", "aleksandr", "petr", "maria", "hasan", "kim", "jong", "chol")
FAMILY = ("gromov", "gromova", "karimi", "zhukauskas", "kvartal", "orlan", "severny", "heron", "tonghung", "nevin")
FIRM = ("bank", "trading", "shipbuilding", "limited", "llc", "national")
names = st.builds(
    lambda first, second, third: " ".join((first, second, *third)),
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
    st.lists(st.sampled_from(GIVEN + FAMILY + FIRM), max_size=2),
)
SLIPPED = (
    "ivan gromof", "gromov olga", "aleksander karimi", "alexandr karimy", "mohamad ali kareemi", "kim jung chol",
    "tong hung shiping", "severnyy kvartal trading", "orlan ship building", "zhukauscas", "i gromov", "hasan nevin llc",
    "национальный банк орлан", "محمد کریمی", "gr0mov ivan", "olga gromova llc", "heron", "blue herons",
)  # fmt: skip


class EveryName(NameIndex):
    """An index whose look-up gives every name there is: the oracle."""

    def find_candidates(self, weighed: Weighed, count: int) -> Ids:
        return np.arange(len(self.names), dtype=np.int32)


class Found(NamedTuple):
    """One name that was compared."""

    name: int
    party: int
    weight: float
    measures: Measures


def listed_out(found: Comparison | None, reading: int) -> list[Found]:
    """What one reading came to."""
    if found is None:
        return []
    return [
        Found(found.names[at], found.parties[at], found.weights[at], Measures(*found.take(at)[0].tolist()))
        for at in range(found.starts[reading], found.starts[reading + 1])
    ]


def compare(index: NameIndex, name: str, limit: int = 10) -> list[Found]:
    """Everything that is compared in any reading, best first."""
    readings = readings_of(name, index)
    compared = Comparer(index).compare(readings, [limit] * len(readings))
    found = [one for reading in range(len(readings)) for one in listed_out(compared, reading)]
    return sorted(found, key=lambda one: (-one.weight, one.name))


def mixed_list(size: int = 60) -> list[ListedParty]:
    """People and firms whose names share words with each other."""
    words = [(first, second) for second in FAMILY for first in GIVEN][:: max(1, 120 // size)]
    return [
        listed(str(number), f"{first} {second} {FIRM[number % len(FIRM)] if number % 3 == 0 else ''}")
        for number, (first, second) in enumerate(words)
    ]


@pytest.mark.parametrize("name", [name.text for party in MIXED_LIST for name in party.names])
def test_a_listed_name_compares_best_with_itself(name: str) -> None:
    index = NameIndex(MIXED_LIST, LEXICON)
    best = compare(index, name)[0]
    assert index.names[best.name].text == name
    assert best.measures.query_share == pytest.approx(1)


def test_a_comparison_says_whose_name_it_is() -> None:
    index = NameIndex(MIXED_LIST, LEXICON)
    for one in compare(index, "Gromov Ivan"):
        assert index.names[one.name] in index.parties[one.party].names


@pytest.mark.parametrize("query", SLIPPED)
def test_the_best_that_is_looked_up_is_the_best_of_all(query: str) -> None:
    parties = [*mixed_list(), *MIXED_LIST, *TRADERS]
    looked_up, every = NameIndex(parties, LEXICON), EveryName(parties, LEXICON)
    best, truly = compare(looked_up, query, 5), compare(every, query, 5)
    assert best[0].weight == pytest.approx(truly[0].weight)


@unhurried
@given(st.lists(names, min_size=1, max_size=12, unique=True), names)
def test_the_best_that_is_looked_up_is_the_best_of_all_whatever_the_list(listed_names: list[str], query: str) -> None:
    parties = [listed(str(number), name) for number, name in enumerate(listed_names)]
    best = compare(NameIndex(parties, LEXICON), query, 12)
    truly = compare(EveryName(parties, LEXICON), query, 12)
    assert not best or best[0].weight == pytest.approx(truly[0].weight)


@unhurried
@given(st.lists(names, min_size=1, max_size=12), names)
def test_a_comparison_depends_on_the_list_and_the_query_alone(listed_names: list[str], query: str) -> None:
    index = NameIndex([listed(str(number), name) for number, name in enumerate(listed_names)], LEXICON)
    first = [(one.name, one.weight) for one in compare(index, query)]
    compare(index, "ivan gromov")
    assert [(one.name, one.weight) for one in compare(index, query)] == first


def test_a_word_that_stands_in_another_name_of_the_party_counts() -> None:
    alone = NameIndex([listed("1", "Gromov Zhukauskas")], LEXICON)
    both = NameIndex([listed("1", "Gromov Zhukauskas", "Ivan")], LEXICON)
    there, here = compare(both, "Ivan Gromov Zhukauskas")[0], compare(alone, "Ivan Gromov Zhukauskas")[0]
    assert there.measures.elsewhere > here.measures.elsewhere == 0
    assert there.weight > here.weight


def test_comparisons_do_not_leave_traces_in_each_other() -> None:
    index = NameIndex(MIXED_LIST, LEXICON)
    comparer = Comparer(index)
    readings = readings_of("Blue Heron", index)
    first = listed_out(comparer.compare(readings, [5]), 0)
    comparer.compare(readings_of("Wang Lihua", index), [5])
    assert listed_out(comparer.compare(readings, [5]), 0) == first


@unhurried
@given(st.lists(names | st.sampled_from(SLIPPED) | st.just("xyzzy"), min_size=1, max_size=6))
def test_a_query_comes_to_the_same_alone_and_among_others(queries: list[str]) -> None:
    index = NameIndex([*mixed_list(), *MIXED_LIST], LEXICON)
    readings = [reading for query in queries for reading in readings_of(query, index)]
    together = Comparer(index).compare(readings, [7] * len(readings))
    for number, reading in enumerate(readings):
        alone = listed_out(Comparer(index).compare([reading], [7]), 0)
        among = listed_out(together, number)
        assert [one.name for one in among] == [one.name for one in alone]
        assert [one.weight for one in among] == pytest.approx([one.weight for one in alone])


def test_a_reading_without_words_of_the_list_has_no_candidates_among_others_that_have() -> None:
    index = NameIndex(MIXED_LIST, LEXICON)
    readings: list[Reading] = [*readings_of("Xyzzy Qwrtk", index), *readings_of("Blue Heron", index)]
    found = Comparer(index).compare(readings, [5] * len(readings))
    assert listed_out(found, 0) == []
    assert listed_out(found, len(readings) - 1)


def test_nothing_is_compared_where_nothing_is_listed() -> None:
    assert compare(NameIndex([], LEXICON), "Ivan Gromov") == []
