from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from entrepot.model.issue import Issue
from entrepot.model.listing import ListVersion
from entrepot.model.match import Feature, Judgement, Match, Query
from entrepot.store import create_case
from entrepot.store.screenings import (
    LoggedQuery,
    Run,
    find_last_run,
    has_query,
    iter_queries,
    list_judgements,
    list_runs,
    write_judgement,
    write_queries,
    write_run,
)

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
MATCH = Match(
    id="7",
    list="un",
    name="SEA DOG",
    matched_name="SEA DOG",
    score=0.91,
    decision="possible_match",
    features=(Feature(name="name", score=0.91, weight=1.0, detail="The names are alike."),),
    programs=("DPRK",),
    first_listed=date(2018, 3, 30),
)
RUN = Run(
    subject="queries",
    screened_at=AT,
    method=("entrepot", "1"),
    threshold=0.7,
    limit=5,
    as_of=date(2025, 1, 1),
    versions=(ListVersion(list="un", published=date(2025, 1, 1), sha256="a", rows=3),),
    issues=(Issue(code="odd", message="Odd."),),
)


@pytest.fixture
def case(tmp_path):
    with create_case(tmp_path / "case") as opened:
        yield opened


def logged(run, position, name="Sea Dog"):
    return LoggedQuery(
        run=run, position=position, query_key=name.casefold(), query=Query(name=name), matches=(MATCH,),
        digests=("d",), judged=(0,), issues=(Issue(code="odd", message="Odd."),),
    )  # fmt: skip


def test_a_run_and_its_queries_come_back_in_order(case):
    number = write_run(case, RUN)
    rows = [logged(number, position) for position in range(3)]
    write_queries(case, rows[:2])
    write_queries(case, rows[2:])
    write_queries(case, [])
    assert list_runs(case) == [replace(RUN, number=number)]
    assert list(iter_queries(case)) == list(iter_queries(case, number)) == rows
    assert list(iter_queries(case, 9)) == []
    assert has_query(case, "sea dog") and not has_query(case, "sea cat")


def test_the_last_run_on_a_subject_is_the_current_one(case):
    assert find_last_run(case, "actors") is None
    first = write_run(case, replace(RUN, subject="actors", as_of=None))
    write_run(case, RUN)
    assert find_last_run(case, "actors").number == first
    second = write_run(case, replace(RUN, subject="actors", as_of=None))
    assert find_last_run(case, "actors") == replace(RUN, subject="actors", as_of=None, number=second)


def test_a_later_judgement_stands_beside_the_earlier_one(case):
    one = Judgement(query="Sea Dog", list="un", party_id="7", verdict="unsure", by="A", judged_at=AT, reason="?")
    other = replace(one, verdict="negative", by="B")
    assert [write_judgement(case, each, "sea dog", "d") for each in (one, other)] == [1, 2]
    kept = list_judgements(case)
    assert [each.judgement for each in kept] == [one, other]
    assert {(each.query_key, each.digest) for each in kept} == {("sea dog", "d")}
