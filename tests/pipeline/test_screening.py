import io
from dataclasses import replace
from datetime import date

import pytest

from entrepot.errors import CallError
from entrepot.pipeline.building import build_case
from entrepot.pipeline.extractor import Extractor
from entrepot.pipeline.list_sets import ListSet
from entrepot.pipeline.listing import keep_list
from entrepot.pipeline.screening import (
    AT_ONCE,
    Desk,
    actor_queries,
    judge_match,
    log_screenings,
    open_desk,
    screen_actors,
    screen_queries,
)
from entrepot.screening.queries import read_queries
from entrepot.store.screenings import iter_queries, list_runs
from tests.pipeline.fake_matcher import (
    ASK,
    AT,
    PARTIES,
    TODAY,
    FakeMatcher,
    case_desk,
    make_judgement,
    make_list,
)
from tests.pipeline.fakes import extract_actors


def desk_of(*parties):
    return Desk(ListSet(versions=(make_list(*parties).version,), parties=parties), FakeMatcher(parties))


def asked(text):
    return read_queries(io.BytesIO(text.encode()))


def test_every_line_is_answered_in_its_order_whatever_stands_in_it():
    desk = desk_of(*PARTIES)
    lines = ["Sea Dog Shipping", "", "nobody at all", "\x07", "Ivan Petrov"] * AT_ONCE
    found = list(screen_queries(asked("start\n" + "\n".join(lines) + "\n"), desk, ASK))[1:]
    assert [one.screening.query.name for one in found] == lines
    assert [one.is_possible_match for one in found] == [True, False, False, False, True] * AT_ONCE
    assert all(one.asked.issues for one in found if not one.asked.can_be_asked)
    assert max(desk.matcher.batches) <= AT_ONCE


def test_queries_are_not_held_in_memory():
    drawn = []

    def lines():
        for one in asked("name\n" + "Sea Dog\n" * 10 * AT_ONCE):
            drawn.append(one.number)
            yield one

    stream = screen_queries(lines(), desk_of(*PARTIES), ASK)
    next(stream)
    assert len(drawn) == AT_ONCE


def test_the_threshold_asked_for_decides():
    (one,) = screen_queries(asked("Sea Dog"), desk_of(*PARTIES), replace(ASK, threshold=0.9))
    assert (one.is_possible_match, one.screening.threshold, len(one.screening.matches)) == (False, 0.9, 1)
    (other,) = screen_queries(asked("Sea Dog"), desk_of(*PARTIES), ASK)
    assert (other.is_possible_match, other.screening.threshold) == (True, 0.6)


def test_an_unknown_method_is_a_wrong_call():
    with pytest.raises(CallError, match="no method 'magic'"):
        open_desk(ListSet(versions=(), parties=()), "magic")


def test_every_screening_of_a_case_is_logged_as_it_was_answered(listed):
    desk = case_desk(listed)
    names = "name\n" + "Sea Dog Shipping\n\x07\n" * AT_ONCE
    found = list(log_screenings(listed, screen_queries(asked(names), desk, ASK), desk, ASK))
    (run,) = list_runs(listed)
    assert (run.subject, run.method, run.threshold, run.limit, run.screened_at) == (
        "queries",
        ("fake", "1"),
        0.6,
        3,
        AT,
    )
    assert run.versions == desk.lists.versions
    rows = list(iter_queries(listed))
    assert [(row.run, row.position, row.query.name) for row in rows] == [
        (run.number, place, one.asked.query.name) for place, one in enumerate(found)
    ]
    assert rows[0].matches == found[0].found and rows[0].digests[0] and rows[1].issues


def test_a_judgement_is_honoured_until_the_record_of_the_party_changes(listed):
    judge_match(listed, make_judgement("negative"))
    (one,) = screen_queries(asked("sea dog  SHIPPING"), case_desk(listed), ASK)
    assert (one.is_possible_match, one.screening.matches[0].judgement.verdict, one.judged) == (False, "negative", (1,))
    changed = (replace(PARTIES[0], remarks="Now under another flag."), PARTIES[1])
    keep_list(listed, make_list(*changed, published=date(2026, 1, 1)), accept_shrunk=False, today=TODAY)
    (again,) = screen_queries(asked("Sea Dog Shipping"), case_desk(listed), ASK)
    assert again.is_possible_match and again.screening.matches[0].judgement.verdict == "negative"
    assert again.judged_earlier == (("un", "1"),)
    judge_match(listed, make_judgement("negative"))
    (anew,) = screen_queries(asked("Sea Dog Shipping"), case_desk(listed), ASK)
    assert not anew.is_possible_match and anew.judged_earlier == ()


def test_a_judgement_of_nobody_on_any_list_is_a_wrong_call(listed):
    with pytest.raises(CallError, match="has an entry un:99"):
        judge_match(listed, make_judgement("negative", party_id="99"))


def test_persons_organisations_and_vessels_are_put_to_the_lists_and_nobody_else(built):
    assert [(one.query.name, one.query.kind) for one in actor_queries(built)] == [
        ("Sea Dog Shipping", "organisation"), ("Anna Lind", "person"), ("Amber Tern", "vessel"),
    ]  # fmt: skip


def test_building_again_touches_neither_log_nor_judgements_nor_lists(built):
    screen_actors(built, case_desk(built), ASK)
    judge_match(built, make_judgement("unsure"))
    tables = ("list_versions", "list_entries", "list_spans", "screening_runs", "screenings", "judgements")

    def rows():
        return [built.connection.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall() for name in tables]

    before = rows()
    build_case(built, Extractor(method=("fake", "2"), extract=extract_actors))
    assert rows() == before
