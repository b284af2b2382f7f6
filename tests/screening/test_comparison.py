"""A query is compared in full with the names that the look-up gives, and no better name is missed."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.listing import ListedParty
from entrepot.screening.comparison import Compared, Comparer
from entrepot.screening.index import NameIndex, OnPlace
from entrepot.screening.vocabulary import Ids
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

    def find_candidates(self, weights: Sequence[float], on_place: OnPlace, count: int) -> Ids:
        return np.arange(len(self.names), dtype=np.int32)


def compare(index: NameIndex, name: str, limit: int = 10) -> list[Compared]:
    """Everything that is compared in any reading, best first."""
    comparer = Comparer(index)
    readings = readings_of(name, index)
    found = [one for reading in readings for one in comparer.compare(reading, limit)]
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
    (reading,) = readings_of("Blue Heron", index)
    first = [one.weight for one in comparer.compare(reading, 5)]
    (other,) = readings_of("Wang Lihua", index)
    list(comparer.compare(other, 5))
    assert [one.weight for one in comparer.compare(reading, 5)] == first


def test_nothing_is_compared_where_nothing_is_listed() -> None:
    assert compare(NameIndex([], LEXICON), "Ivan Gromov") == []
