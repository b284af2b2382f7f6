"""Every method of screening can be asked for by name and answers in the same form."""

import pytest

from entrepot.errors import CallError
from entrepot.model.match import Query
from entrepot.screening import DEFAULT_METHOD, METHODS, Matcher, make_matcher
from tests.screening.engine_samples import MIXED_LIST, listed

QUERIES = [Query(name="Ivan Gromov"), Query(name=""), Query(name="Zarya Bank")]


def test_the_usual_method_is_the_first() -> None:
    assert METHODS[0] == DEFAULT_METHOD == "entrepot"
    assert len(METHODS) == len(set(METHODS))


def test_an_unknown_method_is_refused_with_those_there_are() -> None:
    with pytest.raises(CallError, match="entrepot") as refused:
        make_matcher("guess", MIXED_LIST)
    assert "guess" in str(refused.value)
    assert all(name in str(refused.value) for name in METHODS)


@pytest.mark.parametrize("name", METHODS)
def test_a_method_has_its_name_a_version_and_a_threshold(name: str) -> None:
    matcher: Matcher = make_matcher(name, MIXED_LIST)
    assert matcher.method[0] == name
    assert matcher.method[1]
    assert 0 < matcher.default_threshold <= 1


@pytest.mark.parametrize("name", METHODS)
def test_a_method_answers_every_query_in_order(name: str) -> None:
    answers = make_matcher(name, MIXED_LIST).match(QUERIES, limit=3)
    assert len(answers) == len(QUERIES)
    assert answers[0][0].id == "p1"
    assert answers[1] == ()
    assert answers[2][0].id == "o2"
    for answer in answers:
        assert len(answer) <= 3
        assert all(0 <= match.score <= 1 for match in answer)
        assert [match.score for match in answer] == sorted((match.score for match in answer), reverse=True)


@pytest.mark.parametrize("name", METHODS)
def test_a_method_calls_possible_what_reaches_the_threshold(name: str) -> None:
    matcher = make_matcher(name, [listed("1", "Ivan Gromov")])
    ((found,),) = matcher.match([Query(name="Ivan Gromov")], limit=1, threshold=0.0)
    assert found.decision == "possible_match"
    ((found,),) = matcher.match([Query(name="Ivan Gromov")], limit=1, threshold=1.01)
    assert found.decision == "no_match"


@pytest.mark.parametrize("name", METHODS)
def test_a_method_takes_parties_from_anywhere_and_none_at_all(name: str) -> None:
    assert make_matcher(name, iter(MIXED_LIST)).match(QUERIES, limit=1)[0]
    assert make_matcher(name, ()).match(QUERIES, limit=1) == [(), (), ()]
    assert make_matcher(name, MIXED_LIST).match([], limit=1) == []
