"""The method `ofac` scores names as the public search of OFAC does."""

import csv
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.listing import ListedName, ListedParty, NameStrength
from entrepot.model.match import Match, Query
from entrepot.screening.interface import Matcher
from entrepot.screening.ofac import OfacMatcher
from entrepot.screening.ofac_scoring import OfacRules, jaro, ofac_score, soundex

DATA = Path(__file__).parents[3] / "shared" / "data"
NOT_SHOWN = 80
"""A score of -1 means: not among what the page shows from 80 points on."""


def listed(key: str, *names: str, strength: NameStrength = "primary") -> ListedParty:
    return ListedParty(
        id=key,
        list="sdn",
        kind="person",
        names=tuple(ListedName(text=name.title(), original=name, strength=strength) for name in names),
    )


def asked(name: str, *parties: ListedParty, limit: int = 10) -> tuple[Match, ...]:
    matcher: Matcher = OfacMatcher(parties)
    return matcher.match([Query(name=name)], limit=limit)[0]


@pytest.mark.parametrize(
    ("query", "name", "score"),
    [
        ("VLADIMIR PUTIN", "PUTIN, Vladimir", 100),
        ("VLADIMR PUTIN", "PUTIN, Vladimir", 99),
        ("VLADIMIR PUTIN", "VLADIMIR BILIY", 90),
        ("KIM JONG UN", "KIM, Jong Man", 100),
        ("GEORGE BUSH", "HASWANI, George", 50),
        ("POUTINE", "PUTIN, Vladimir", 92),
        ("BASHIR-UD-DIN", "Bashir", 91),
    ],
)
def test_a_name_gets_the_score_that_the_page_of_ofac_gives(query: str, name: str, score: int) -> None:
    assert ofac_score(query, name) == score


def test_the_order_of_a_query_matters_as_on_the_page() -> None:
    assert ofac_score("GEORGE BUSH", "GEORGIOU, Georgios") == 86
    assert ofac_score("BUSH GEORGE", "GEORGIOU, Georgios") < NOT_SHOWN


def test_case_diacritics_and_apostrophes_do_not_matter() -> None:
    assert ofac_score("o’brien", "O'BRIEN") == ofac_score("Müller", "MULLER") == 100


@pytest.mark.parametrize(("query", "name"), [("", "PUTIN"), ("PUTIN", ""), ("", ""), ("'.,", "-"), ("Путин", "PUTIN")])
def test_nothing_in_common_scores_nothing(query: str, name: str) -> None:
    assert ofac_score(query, name) == 0


def test_soundex_keeps_the_first_letter_and_three_digits() -> None:
    assert [soundex(word) for word in ("ROBERT", "RUPERT", "ASHCRAFT", "PFISTER", "PUTIN", "Я")] == [
        "R163", "R163", "A261", "P236", "P350", "",
    ]  # fmt: skip


def test_jaro_counts_half_transpositions() -> None:
    assert jaro("MARTHA", "MARHTA") == pytest.approx(0.9444, abs=1e-4)
    assert jaro("ABCDEF", "BCADEF") == pytest.approx((1 + 1 + (6 - 1.5) / 6) / 3)


def test_the_best_of_a_party_s_names_counts_and_is_named() -> None:
    (found,) = asked("osama bin laden", listed("1", "SOMEBODY ELSE", "BIN LADIN, Osama"))
    assert (found.id, found.name, found.matched_name) == ("1", "Somebody Else", "Bin Ladin, Osama")
    assert (found.score, found.decision) == (0.97, "possible_match")


def test_the_grounds_are_the_whole_name_and_each_part() -> None:
    (found,) = asked("VLADIMIR PUTIN", listed("1", "PUTIN, Vladimir"))
    assert [(one.name, one.weight) for one in found.features] == [
        ("whole_name", 0),
        ("name_part", 0.5),
        ("name_part", 0.5),
    ]
    assert found.features[2].detail == "“PUTIN” comes closest to “PUTIN”: 1.00."
    assert sum(one.score * one.weight for one in found.features) == found.score


def test_candidates_below_the_threshold_are_shown_as_no_match() -> None:
    found = asked("GEORGE BUSH", listed("1", "HASWANI, George"), listed("2", "GEORGIOU, Georgios"))
    assert [(one.id, one.decision) for one in found] == [("2", "possible_match"), ("1", "no_match")]


def test_a_weak_name_makes_no_match_alone() -> None:
    (found,) = asked("POUTINE", listed("1", "PUTIN", strength="weak"))
    assert (found.score, found.decision, found.features[-1].name) == (0.92, "no_match", "weak_name")


def test_no_parties_no_names_and_no_room_give_no_candidates() -> None:
    assert asked("PUTIN") == asked("PUTIN", listed("1")) == asked("PUTIN", listed("1", "PUTIN"), limit=0) == ()
    assert asked("  ", listed("1", "PUTIN")) == asked("Путин", listed("1", "PUTIN")) == ()


@pytest.mark.parametrize(
    "query", ["VLADIMIR PUTIN", "AL-QAEDA", "Z", "KIM JONG UN", "Åse Ørsted", "BADR 8", "--", "ab"]
)
@pytest.mark.parametrize("limit", [1, 3, 50])
def test_the_fast_search_finds_what_comparing_all_names_finds(query: str, limit: int) -> None:
    words = ["PUTIN", "Vladimir", "POUTINE", "KIM", "Jong", "AL-QAEDA", "Z", "O'BRIEN", "Øystein", "8", "BADER", "-"]
    parties = [listed(f"{one}{two}", f"{one}, {two}", two) for one, two in itertools.permutations(words, 2)]
    assert_same(query, parties, limit)


@given(
    query=st.text("ABKO'- éЖ", max_size=12),
    names=st.lists(st.text("ABKO,'- éЖ", min_size=1, max_size=14), min_size=1, max_size=12),
    limit=st.integers(1, 5),
)
def test_the_fast_search_finds_the_same_whatever_the_names(query: str, names: list[str], limit: int) -> None:
    assert_same(query, [listed(str(number), name) for number, name in enumerate(names)], limit)


def assert_same(query: str, parties: list[ListedParty], limit: int) -> None:
    scores = [max(ofac_score(query, name.original) for name in party.names) for party in parties]
    best = sorted((-score, number) for number, score in enumerate(scores) if score)[:limit]
    found = asked(query, *parties, limit=limit)
    assert [(one.id, round(100 * one.score)) for one in found] == [(parties[at].id, -score) for score, at in best]


def published() -> Iterator[tuple[str, str, int]]:
    with (DATA / "names" / "ofac_fixtures.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield row["query_name"], row["result_name"], int(row["ofac_score"])


def is_near(score: int, expected: int) -> bool:
    return score < NOT_SHOWN if expected < 0 else abs(score - expected) <= 5


@pytest.mark.shared
@pytest.mark.skipif(not DATA.is_dir(), reason="../shared is not beside this checkout")
def test_published_scores_are_met_within_five_points() -> None:
    rows = list(published())
    near = [is_near(ofac_score(query, name), expected) for query, name, expected in rows]
    exact = [ofac_score(query, name) == expected for query, name, expected in rows if expected >= 0]
    assert len(rows) == 170
    assert sum(near) / len(rows) >= 0.97
    assert sum(exact) / len(exact) >= 0.93


@pytest.mark.shared
@pytest.mark.skipif(not DATA.is_dir(), reason="../shared is not beside this checkout")
def test_numbers_chosen_without_a_query_meet_its_scores_too() -> None:
    rows = list(published())
    choices = [
        OfacRules(whole_prefix=whole, part_prefix=part, part_floor=floor, shortest_part=shortest)
        for whole, part, floor, shortest in itertools.product((4, 5, 6), (4, 5), (0.7, 0.8, 0.82, 0.86), (2, 3, 4))
    ]
    near = {rules: [is_near(ofac_score(query, name, rules), score) for query, name, score in rows] for rules in choices}
    queries = sorted({query for query, _, _ in rows})
    held_out = 0
    for fold in range(10):
        own = set(queries[fold::10])
        inside = [number for number, row in enumerate(rows) if row[0] in own]
        chosen = max(choices, key=lambda rules: sum(near[rules]) - sum(near[rules][at] for at in inside))
        held_out += sum(near[chosen][at] for at in inside)
    assert held_out / len(rows) >= 0.95


@pytest.mark.shared
@pytest.mark.skipif(not DATA.is_dir(), reason="../shared is not beside this checkout")
@pytest.mark.parametrize("query", ["GEORGE BUSH", "MOHAMMED ALI", "Rosneft Trading SA"])
def test_on_the_real_list_the_fast_search_finds_what_comparing_all_names_finds(query: str) -> None:
    lines = (DATA / "lists" / "ofac_sdn_names_2025-11-26.jsonl").read_text(encoding="utf-8").splitlines()[::8]
    records = [json.loads(line) for line in lines]
    parties = [listed(str(one["entity_id"]), *(name["full_name"] for name in one["names"])) for one in records]
    assert_same(query, parties, limit=25)
