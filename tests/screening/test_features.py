"""The score is the sum of its grounds, and every ground has its sentence."""

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.model.match import Match
from entrepot.screening.features import BASE, MEANINGS, WEIGHTS, Measures, score_of, weigh
from tests.screening.engine_samples import MIXED_LIST, ask, listed, unhurried

shares = st.floats(0, 1)
all_measures = st.builds(Measures, *[shares for _ in Measures._fields])
GOOD, BAD = [name for name in WEIGHTS if WEIGHTS[name] > 0], [name for name in WEIGHTS if WEIGHTS[name] < 0]


def explained(match: Match) -> float:
    """The score that the features of a match come to."""
    return 1 / (1 + exp(-sum(feature.score * feature.weight for feature in match.features)))


def detail(match: Match, name: str) -> str:
    return next((feature.detail for feature in match.features if feature.name == name), "")


def test_every_measure_has_a_weight_and_a_meaning() -> None:
    assert list(Measures._fields) == list(WEIGHTS)
    assert set(MEANINGS) == {"base", *WEIGHTS}
    assert all(meaning.endswith(".") and meaning[0].isupper() for meaning in MEANINGS.values())


def test_without_any_ground_a_name_is_not_near() -> None:
    assert score_of(BASE) < 0.01


@given(all_measures)
def test_the_weighted_sum_is_that_of_the_table(measures: Measures) -> None:
    expected = BASE + sum(WEIGHTS[name] * getattr(measures, name) for name in WEIGHTS)
    assert weigh(np.array([measures])).tolist() == pytest.approx([expected])


@given(all_measures, st.sampled_from(GOOD), st.sampled_from(BAD))
def test_more_of_a_good_ground_never_lowers_and_more_of_a_bad_one_never_raises(
    measures: Measures, good: str, bad: str
) -> None:
    values = measures._asdict()
    as_it_is, better, worse = weigh(
        np.array([measures, Measures(**{**values, good: 1.0}), Measures(**{**values, bad: 1.0})])
    )
    assert worse - 1e-9 <= as_it_is <= better + 1e-9


@given(st.floats(allow_nan=False))
def test_a_score_is_from_0_to_1_whatever_the_sum(weight: float) -> None:
    assert 0 <= score_of(weight) <= 1


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_a_greater_sum_is_no_lesser_score(one: float, other: float) -> None:
    assert (one <= other) <= (score_of(one) <= score_of(other))


@pytest.mark.parametrize(
    "query",
    ["Ivan Gromov", "Gromof I.", "Kim Jung Chol", "Zarya Bank", "Orlan", "Tong hung Shiping", "محمد کریمی", "Tiger",
     "金正哲", "Severny Kvartal", "Ivan Sergeyevich Gromov", "Blue Heron Trading"],
)  # fmt: skip
def test_the_score_is_the_logistic_function_of_the_weighted_sum_of_its_features(query: str) -> None:
    matches = ask(query, *MIXED_LIST)
    assert matches
    for match in matches:
        assert match.score == pytest.approx(explained(match), abs=2e-3)


@pytest.mark.parametrize("query", ["Ivan Gromov", "Gromof I.", "Zarya Bank LLC", "محمد کریمی", "Tiger", "Orlan Ltd"])
def test_every_feature_has_a_sentence_and_a_score_from_0_to_1(query: str) -> None:
    for match in ask(query, *MIXED_LIST):
        names = [feature.name for feature in match.features]
        assert names[0] == "base"
        assert len(names) == len(set(names))
        for feature in match.features:
            assert 0 <= feature.score <= 1
            assert feature.detail.endswith(".")
            assert "\n" not in feature.detail


def test_what_agrees_and_what_is_left_is_named() -> None:
    (match,) = ask("Ivan Petrovich Gromov", listed("1", "Gromov Ivan Sergeyevich"))
    assert "ivan" in detail(match, "query_share")
    assert "gromov" in detail(match, "query_share")
    assert "petrovich" in detail(match, "query_left")
    assert "sergeyevich" in detail(match, "name_left")


def test_two_spellings_that_agree_are_both_named() -> None:
    (match,) = ask("Ivan Gromof", listed("1", "Ivan Gromov"))
    assert "gromof = gromov" in detail(match, "query_share")


def test_the_same_name_says_so() -> None:
    (match,) = ask("Ivan Gromov", listed("1", "Gromov, Ivan"))
    assert detail(match, "exact")
    (near,) = ask("Ivan Gromof", listed("1", "Gromov, Ivan"))
    assert not detail(near, "exact")


@unhurried
@given(st.sampled_from([name.text for party in MIXED_LIST for name in party.names]), st.integers(0, 30))
def test_a_name_cut_off_anywhere_still_explains_its_score(name: str, length: int) -> None:
    for match in ask(name[:length], *MIXED_LIST):
        assert match.score == pytest.approx(explained(match), abs=2e-3)


def test_sentences_show_no_marks_of_the_engine() -> None:
    (match,) = ask("Zhukauskas Orlan", listed("1", "Zhukauskas Orlan Limited"))
    assert "limited" in detail(match, "name_left")
    for feature in match.features:
        assert "=limited" not in feature.detail


def test_a_legal_form_that_is_the_same_is_named_once() -> None:
    (match,) = ask("Zhukauskas Limited", listed("1", "Zhukauskas Ltd"))
    assert "limited = " not in detail(match, "query_share")
