"""What is known beside the name confirms, rejects and orders the parties that the method `entrepot` finds."""

from dataclasses import replace

import pytest

from entrepot.model.match import Query
from tests.screening.engine_samples import MIXED_LIST, ask, listed, number, possible


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


def test_facts_find_the_one_of_a_hundred_parties_of_one_name() -> None:
    crowd = [listed(str(year), "Ivan Gromov", births=(str(year),)) for year in range(1900, 2000)]
    assert [match.id for match in ask(Query(name="Ivan Gromov", birth_year=1957), *crowd, limit=5)][:1] == ["1957"]
