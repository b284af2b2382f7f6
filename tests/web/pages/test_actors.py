"""Actors in the browser: who is named, who may be on a list, and what a reader judges of that."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from entrepot.model.span import Span
from entrepot.pipeline.corroborating import corroborate_case
from entrepot.pipeline.indexing import index_case
from entrepot.pipeline.list_sets import load_case_lists
from entrepot.pipeline.listing import GivenList, add_list_file
from entrepot.pipeline.screening import Ask, open_desk, screen_actors
from entrepot.store import CaseFile
from entrepot.store.screenings import list_judgements
from tests.corroboration.builders import IRAN, PEZESHKIAN, claim, report
from tests.pipeline.test_corroborating import keep
from tests.web.conftest import NOW

ADDRESS = f"/actors/{PEZESHKIAN.id}"


@pytest.fixture
def screened(case: CaseFile, tmp_path: Path) -> CaseFile:
    """The case with a person whom a list of one name may mean."""
    document = report("p", "Masoud Pezeshkian met Iran's allies.")
    said = claim(document, "meet", participant=(PEZESHKIAN, IRAN))
    keep(case, document, [replace(said, id="cp", quote=Span(start=0, end=len(document.text), text=document.text))])
    corroborate_case(case)
    index_case(case)
    names = tmp_path / "names.txt"
    names.write_text("PEZESHKIAN, Masoud\nSOMEBODY, Else\n", encoding="utf-8")
    add_list_file(case, names, GivenList(name="test"), NOW.date())
    screen_actors(case, open_desk(load_case_lists(case, None), "entrepot", case), Ask(limit=5, screened_at=NOW))
    return case


def judge(reader: TestClient, verdict: str, **more: str) -> Any:
    """The form of the first candidate, sent."""
    page = reader.get(ADDRESS).text
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    return reader.post(
        "/matches/judgements", data={**fields, "verdict": verdict, "by": "Ada", "reason": "born in 1954", **more}
    )


def test_a_possible_match_is_listed_with_its_grounds_and_can_be_judged(screened: CaseFile, reader: TestClient) -> None:
    rows = {row["actor_id"]: row for row in reader.get("/actors.json").json()["actors"]}
    assert rows[PEZESHKIAN.id]["best"] > 0.5
    assert not rows[IRAN.id]["is_screened"]
    only = reader.get("/actors.json?matched=true").json()["actors"]
    assert [row["actor_id"] for row in only] == [PEZESHKIAN.id]
    page = reader.get(ADDRESS).text
    assert "possible match" in page and "PEZESHKIAN" in page
    assert judge(reader, "negative").status_code == 303
    (kept,) = list_judgements(screened)
    assert (kept.judgement.verdict, kept.judgement.by, kept.judgement.reason) == ("negative", "Ada", "born in 1954")
    (match,) = [one for one in reader.get(f"{ADDRESS}.json").json()["matches"] if one["judgement"]]
    assert match["decision"] == "no_match"


def test_of_two_readers_the_second_is_told_of_the_first(screened: CaseFile, reader: TestClient) -> None:
    judge(reader, "positive", seen="0")
    answer = judge(reader, "negative", seen="0", by="Ben")
    assert answer.status_code == 409
    assert "Ada judged this in the meantime" in answer.text
    assert len(list_judgements(screened)) == 1


@pytest.mark.parametrize(
    ("more", "status"),
    [({"proof": "x"}, 400), ({"by": " "}, 400), ({"verdict": "maybe"}, 400), ({"party": "none"}, 400)],
)
def test_a_judgement_that_does_not_fit_is_not_kept(
    screened: CaseFile, reader: TestClient, more: dict[str, str], status: int
) -> None:
    assert judge(reader, **{"verdict": "negative", **more}).status_code == status
    assert not list_judgements(screened)


def test_a_country_is_said_to_be_on_no_list_as_such(screened: CaseFile, reader: TestClient) -> None:
    assert "on no list as such" in reader.get(f"/actors/{IRAN.id}").text
    assert reader.get("/actors/organisation:a%2Fb").status_code == 404
    kinds = {row["kind"] for row in reader.get("/actors.json?kind=country").json()["actors"]}
    assert kinds == {"country"}
