from dataclasses import replace
from datetime import date

from entrepot.documents import ReadOptions
from entrepot.pipeline.adding import add_reports
from entrepot.pipeline.building import build_case
from entrepot.pipeline.current_screening import read_case_screening
from entrepot.pipeline.extractor import Extractor
from entrepot.pipeline.listing import keep_list
from entrepot.pipeline.screening import judge_match, screen_actors
from entrepot.pipeline.status import read_status
from entrepot.store.screenings import list_runs
from tests.pipeline.fake_matcher import ASK, AT, PARTIES, TODAY, case_desk, make_judgement, make_list, make_party
from tests.pipeline.fakes import METHOD, extract_actors


def test_the_screening_of_the_actors_is_kept_until_lists_or_actors_change(built, tmp_path):
    assert read_case_screening(built) is None
    screen_actors(built, case_desk(built), ASK)
    current = read_case_screening(built)
    assert current.outdated == () and current.screened_at == AT
    assert [one.screening.query.name for one in current.actors] == ["Sea Dog Shipping", "Anna Lind", "Amber Tern"]
    assert current.actors[0].screening.matches[0].decision == "possible_match"

    keep_list(built, make_list(*PARTIES, published=date(2026, 1, 1)), accept_shrunk=False, today=TODAY)
    keep_list(built, make_list(make_party(1, "X", list_name="ca"), name="ca"), accept_shrunk=False, today=TODAY)
    (tmp_path / "two.txt").write_text("2025-03-02\n\nperson Boris Vale: came.\n")
    add_reports(built, [tmp_path / "two.txt"], ReadOptions())
    build_case(built, Extractor(method=METHOD, extract=extract_actors))
    told = " ".join(read_case_screening(built).outdated)
    assert "ca (2025-01-01)" in told and "un (2026-01-01)" in told and "Boris Vale" in told

    screen_actors(built, case_desk(built), ASK)
    assert read_case_screening(built).outdated == ()
    assert len(list_runs(built)) == 2


def test_a_judgement_given_after_the_screening_stands_beside_its_match(built):
    screen_actors(built, case_desk(built), ASK)
    judge_match(built, make_judgement("negative"))
    match = read_case_screening(built).actors[0].screening.matches[0]
    assert (match.decision, match.judgement.by) == ("no_match", "A")


def test_a_screening_as_of_a_day_stays_up_to_date_when_a_later_version_comes(built):
    ask = replace(ASK, as_of=date(2025, 6, 1))
    screen_actors(built, case_desk(built, ask.as_of), ask)
    keep_list(built, make_list(*PARTIES, published=date(2026, 1, 1)), accept_shrunk=False, today=TODAY)
    assert read_case_screening(built).outdated == ()


def test_the_status_of_a_case_counts_who_was_screened_and_says_what_changed(built):
    before = read_status(built, METHOD)
    assert (before.lists, before.screened, before.screening_outdated) == (("un",), None, ())
    screen_actors(built, case_desk(built), ASK)
    assert (read_status(built, METHOD).screened, read_status(built, METHOD).screening_outdated) == (3, ())
    keep_list(built, make_list(*PARTIES, published=date(2026, 1, 1)), accept_shrunk=False, today=TODAY)
    (sentence,) = read_status(built, METHOD).screening_outdated
    assert "un (2026-01-01)" in sentence
