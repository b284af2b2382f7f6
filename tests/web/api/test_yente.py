"""The published client of yente works against the workbench as it is."""

import asyncio
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from yente_client import AsyncClient, Client, Company, LegalEntity, Person, Vessel
from yente_client.exceptions import APIError, AuthenticationError, BadRequestError, NotFoundError

from entrepot.model.match import Judgement
from entrepot.pipeline.listing import GivenList, add_list_file
from entrepot.pipeline.screening import judge_match
from entrepot.store import CaseFile
from entrepot.web import Desk, WebOptions, create_app
from entrepot.web.api.listed import ListIndex
from tests.web.api.conftest import SAMPLES
from tests.web.conftest import NOW


def serve(address: str, **more: Any) -> Client:
    return Client(base_url=address, app_name="tests", **more)


def test_the_client_finds_the_server_its_lists_and_its_methods(address: str) -> None:
    with serve(address) as client:
        assert (client.healthz().status, client.readyz().status) == ("ok", "ok")
        catalog = client.datasets()
        assert client.datasets() == catalog  # The second time by its tag.
        assert {"default", "all", "un-sc", "us-csl", "gb-sanctions", "xx-list"} == {
            one.name for one in catalog.datasets
        }
        everything = next(one for one in catalog.datasets if one.name == "default")
        assert everything.load
        assert everything.entity_count == sum(
            one.entity_count or 0 for one in catalog.datasets if one.name in everything.children
        )
        algorithms = client.algorithms()
        assert algorithms.best in {one.name for one in algorithms.algorithms}


def test_a_person_by_example_is_found_on_every_list_with_the_reasons(address: str) -> None:
    with serve(address) as client:
        found = client.match(Person(name="Pavel Mirnov", birthDate=["1958"], nationality=["ru"]))
        assert {one.datasets[0] for one in found.matches} >= {"gb-sanctions", "us-csl", "xx-list"}
        assert found.top is not None
        assert found.top.schema_ == "Person"
        assert found.top.explanations["same_birth_year"].detail
        assert [one.score for one in found.results] == sorted((one.score for one in found.results), reverse=True)
        assert found.query["properties"]["name"] == ["Pavel Mirnov"]
        other = client.match(Person(name="Pavel Mirnov", birthDate=["1991"]))
        assert not other.matches


def test_one_list_is_asked_alone_and_several_together(address: str) -> None:
    with serve(address) as client:
        asked = Person(name="Pavel Mirnov")
        one = client.match(asked, datasets=["gb-sanctions"])
        assert {each.datasets[0] for each in one.results} == {"gb-sanctions"}
        two = client.match(asked, datasets=["gb-sanctions", "us-csl"])
        assert {each.datasets[0] for each in two.matches} == {"gb-sanctions", "us-csl"}
        narrowed = client.match(asked, datasets=["default", "us-csl"])
        assert {each.datasets[0] for each in narrowed.matches} == {"us-csl"}
        without = client.match(asked, exclude_datasets=["us-csl"], exclude_entities=["gb-sanctions:RUS9999"])
        assert not {"us-csl", "gb-sanctions"} & {each.datasets[0] for each in without.results}
        assert not client.match(asked, exclude_schemata=["Person"], cutoff=0.3).matches


def test_an_alias_a_number_or_the_parts_of_a_name_find_a_party_too(address: str) -> None:
    with serve(address) as client:
        aliased = client.match(Person(name="Nobody Inparticular", alias=["Pavel Mirnov"]))
        assert any(one.caption.casefold() == "pavel mirnov" for one in aliased.matches)
        parts = client.match(Person(firstName="Pavel", lastName="Mirnov"))
        assert parts.matches
        vessel = client.match(Vessel(imoNumber=["9187629"]))
        assert vessel.top is not None
        assert (vessel.top.caption, vessel.top.match) == ("SEA HERON", True)
        assert not client.match(Vessel(name="Sea Heron", imoNumber=["9999993"])).matches
        assert client.match(LegalEntity(name="Nordhavn Bank")).matches
        assert client.match(Company(name="Nordhavn Bank", jurisdiction="cy")).matches


def test_threshold_and_cutoff_say_what_is_a_match_and_what_is_told(address: str) -> None:
    with serve(address) as client:
        asked = Person(name="Pavel Mirnof")
        all_of_them = client.match(asked, cutoff=0.0, limit=50)
        strict = client.match(asked, threshold=1.0, cutoff=0.0, limit=50)
        assert [one.id for one in strict.results] == [one.id for one in all_of_them.results]
        assert not strict.matches
        assert all(one.score >= 0.9 for one in client.match(asked, threshold=0.95, cutoff=0.9).results)
        assert len(client.match(asked, limit=1).results) == 1
        by_ofac = client.match(asked, algorithm="ofac")
        assert "whole_name" in by_ofac.results[0].explanations


def test_what_a_person_judged_to_be_somebody_else_is_no_match(listed_case: CaseFile, address: str) -> None:
    with serve(address) as client:
        asked = Person(name="Pavel Mirnov", alias=["P. Mirnov"])
        before = client.match(asked)
        assert before.top is not None
        name, _, party = before.top.id.partition(":")
        judgement = Judgement(
            query="Pavel Mirnov", list=name, party_id=party, verdict="negative", by="Ada", judged_at=NOW
        )
        judge_match(listed_case, judgement)
        after = {one.id: one for one in client.match(asked).results}
        assert not after[before.top.id].match
        assert after[before.top.id].score >= 0.5


def test_an_entity_is_fetched_with_the_acts_by_which_it_was_listed(address: str) -> None:
    with serve(address) as client:
        one = client.fetch("xx-list:NK-1")
        assert (one.caption, one.schema_, one.target) == ("Pavel Mirnov", "Person", True)
        acts = one.properties["sanctions"]
        assert not isinstance(acts[0], str)
        assert acts[0].schema_ == "Sanction"
        assert "sanctions" not in client.fetch("xx-list:NK-1", nested=False).properties
        assert client.fetch("NK-1").id == "xx-list:NK-1"
        adjacent = client.adjacent("xx-list:NK-1")
        assert adjacent.adjacent["sanctions"].total.value == len(acts)
        assert client.adjacent("xx-list:NK-1", prop="sanctions", limit=1).results
        with pytest.raises(NotFoundError, match="No list of the case has an entry"):
            client.fetch("nobody")
        with pytest.raises(NotFoundError):
            client.adjacent("xx-list:NK-1", prop="ownershipOwner")


def test_a_search_finds_by_words_and_counts_by_country(address: str) -> None:
    with serve(address) as client:
        found = client.search("mirnov")
        assert {one.id for one in found.results} >= {"gb-sanctions:RUS9999", "un-sc:301", "us-csl:501"}
        assert found.facets["countries"].values
        russian = client.search("mirnov", countries=["ru"])
        assert 0 < russian.total.value < found.total.value
        assert client.search("mirnov", schema="Vessel").total.value == 0
        assert {one.caption.upper() for one in client.search("9187629").results} == {"SEA HERON"}
        numbered = client.search("", filter=["imoNumber:9187629"]).results
        assert {one.caption.upper() for one in numbered} == {"SEA HERON"}
        assert client.search("Мирнов").total.value
        assert not client.search("mirnoff").results
        assert client.search("pavel mirnoff", fuzzy=True).results
        everything = client.search("", limit=100, sort=["caption:asc"])
        names = [one.caption.casefold() for one in everything.results]
        assert names == sorted(names)
        paged = [client.search("", limit=3, offset=at, sort=["caption:asc"]).results for at in (0, 3)]
        assert [one.id for page in paged for one in page] == [one.id for one in everything.results[:6]]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"datasets": ["elsewhere"]}, NotFoundError),
        ({"algorithm": "logic-v2"}, BadRequestError),
        ({"topics": ["sanction"]}, BadRequestError),
        ({"weights": {"name": 1.0}}, BadRequestError),
        ({"config": {"x": 1}}, BadRequestError),
        ({"changed_since": "yesterday"}, BadRequestError),
        ({"limit": 0}, APIError),
        ({"threshold": 7.0}, APIError),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(
    address: str, asked: dict[str, Any], told: type[Exception]
) -> None:
    with serve(address) as client, pytest.raises(told) as caught:
        client.match(Person(name="Pavel Mirnov"), **asked)
    assert str(caught.value).endswith((".", ")", "."))
    assert "{" not in str(caught.value)


def test_a_name_that_cannot_be_asked_is_told_and_spoils_no_other(caller: TestClient) -> None:
    queries = {
        "long": {"schema": "Person", "properties": {"name": ["x" * 600]}},
        "empty": {"schema": "Person", "properties": {}},
        "good": {"schema": "Person", "properties": {"name": "Pavel Mirnov"}},
    }
    answers = caller.post("/match/default", json={"queries": queries}).json()["responses"]
    assert [answers[name]["status"] for name in queries] == [400, 400, 200]
    assert "600 characters" in answers["long"]["issues"][0]
    assert answers["good"]["results"]


def test_a_token_is_given_as_the_client_gives_it(listed_case: CaseFile, desk: Desk) -> None:
    options = WebOptions(token="a token of some length", hosts=("desk.example",))
    with TestClient(create_app(desk, options), base_url="http://desk.example") as transport:
        given = transport.get("/catalog", headers={"authorization": f"ApiKey {options.token}"})
        assert given.status_code == 200
        assert transport.get("/healthz").status_code == 200
        assert transport.get("/readyz").status_code == 401
    assert AuthenticationError.__mro__[1] is APIError


def test_many_ask_at_once_and_each_gets_its_own_answer(address: str) -> None:
    entities = [(str(number), LegalEntity(name=name)) for number, name in enumerate(["Pavel Mirnov", "Sea Heron"] * 10)]
    with serve(address) as client:
        found = dict(client.match_iter(entities, workers=6))
    assert len(found) == 20
    for number, answer in found.items():
        assert ("MIRNOV" in answer.results[0].caption.upper()) == (int(number) % 2 == 0)


def test_the_asynchronous_client_is_served_too(address: str) -> None:
    async def ask() -> int:
        async with AsyncClient(base_url=address) as client:
            return len((await client.match(Person(name="Pavel Mirnov"))).matches)

    assert asyncio.run(ask()) > 1


def test_lists_are_loaded_once_and_anew_when_they_change(listed_case: CaseFile) -> None:
    index, found = ListIndex(), []
    threads = [threading.Thread(target=lambda: found.append(index.open(listed_case))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(one) for one in found}) == 1
    add_list_file(listed_case, SAMPLES / "canada.xml", GivenList(), date(2026, 2, 2))
    assert "ca-sema" in index.open(listed_case).groups
    assert index.open(listed_case) is index.open(listed_case)


def test_the_days_of_an_entry_follow_from_the_versions_that_have_it(
    case: CaseFile, caller: TestClient, tmp_path: Path
) -> None:
    rows = ["id,name,kind,country", "1,Amber Tern,vessel,PA", "2,Northern Kestrel,organisation,AE"]
    for day, name in (("2025-01-10", "Amber Tern"), ("2026-01-12", "Amber Tern II")):
        path = tmp_path / "watch.csv"
        path.write_text("\n".join(rows).replace("Amber Tern", name), encoding="utf-8")
        add_list_file(case, path, GivenList(name="watch", published=date.fromisoformat(day)), date(2026, 2, 1))
    tern, kestrel = (caller.get(f"/entities/watch:{number}").json() for number in (1, 2))
    assert (tern["first_seen"][:10], tern["last_change"][:10]) == ("2025-01-10", "2026-01-12")
    assert (kestrel["last_change"][:10], kestrel["last_seen"][:10]) == ("2025-01-10", "2026-01-12")
    since = caller.get("/search/watch", params={"changed_since": "2025-06-01"}).json()
    assert [one["id"] for one in since["results"]] == ["watch:1"]


def test_a_case_without_lists_says_what_to_do(reader: TestClient) -> None:
    answer = reader.post("/match/default", json={"queries": {}}, headers={"accept": "*/*"})
    assert answer.status_code == 404
    assert "entrepot lists add" in answer.json()["detail"]
    assert reader.get("/catalog").json()["datasets"] == []
