import json
from typing import Any

import pytest

from entrepot.dossier import render_follow_the_money
from entrepot.dossier.follow_the_money import LINKED_ROLES, SCHEMATA
from entrepot.model.actor import Actor
from entrepot.model.case import CaseContents
from entrepot.model.claim import FRAME_ROLES, Role
from tests.dossier.samples import alleged_supply, denied_supply, full_case, make_case, make_claim, make_document

THING = {"name", "summary", "description", "notes", "keywords", "country", "sourceUrl", "publisher", "proof"}
INTERVAL = {"date", "startDate", "endDate", "summary", "description", "recordId", "sourceUrl", "proof", "publisher"}

PROPERTIES = {
    "Person": THING,
    "Organization": THING,
    "PublicBody": THING,
    "LegalEntity": THING,
    "Vessel": THING,
    "Address": THING | {"full"},
    "Article": THING | {"title", "fileName", "author", "publishedAt", "mimeType", "bodyText"},
    "Event": THING | INTERVAL | {"involved", "location", "namesMentioned"},
    "UnknownLink": INTERVAL | {"subject", "object", "role", "status"},
    "Mention": {"document", "resolved", "name", "detectedSchema"},
}
"""The part of the model that is used, as followthemoney/schema/*.yaml of release 4.11.2 has it."""

REQUIRED = {"UnknownLink": {"subject", "object"}, "Mention": {"document", "name"}}

REFERENCES = {
    "involved": {"Person", "Organization", "PublicBody", "LegalEntity"},
    "resolved": {"Person", "Organization", "PublicBody", "LegalEntity"},
    "proof": {"Article"},
    "document": {"Article"},
    "subject": set(SCHEMATA.values()),
    "object": set(SCHEMATA.values()),
}


def entities(case: CaseContents) -> list[dict[str, Any]]:
    return [json.loads(line) for line in render_follow_the_money(case)]


def every_actor_case() -> CaseContents:
    document = make_document()
    roles = tuple(
        Role(role="participant", text=kind, span=None, actor=Actor(id=f"{kind}:x", kind=kind, name=kind), inferred=True)
        for kind in SCHEMATA
    )
    return make_case(make_claim(document, frame="meet", roles=roles), documents=(document,))


@pytest.mark.parametrize("case", [full_case(), every_actor_case()])
def test_only_properties_of_the_model_are_used(case: CaseContents) -> None:
    for entity in entities(case):
        used = set(entity["properties"])
        assert used <= PROPERTIES[entity["schema"]], entity
        assert REQUIRED.get(entity["schema"], {"name"}) <= used, entity


@pytest.mark.parametrize("case", [full_case(), every_actor_case()])
def test_every_reference_leads_to_an_entity_that_may_stand_there(case: CaseContents) -> None:
    known = {entity["id"]: entity["schema"] for entity in entities(case)}
    assert len(known) == len(entities(case))
    for entity in entities(case):
        for name in REFERENCES.keys() & entity["properties"].keys():
            assert {known[value] for value in entity["properties"][name]} <= REFERENCES[name]


def test_every_value_is_a_list_of_texts_that_are_not_empty() -> None:
    for entity in entities(full_case()):
        for values in entity["properties"].values():
            assert values and all(isinstance(value, str) and value.strip() for value in values)


def test_a_claim_is_an_event_that_says_whose_word_it_is() -> None:
    event = next(entity for entity in entities(full_case()) if entity["schema"] == "Event")["properties"]
    assert event["name"] == ["Iran supplied drones to Russia"]
    assert "alleged, positive, on the word of the ministry" in event["summary"][0]
    assert (event["startDate"], event["endDate"]) == (["2025-08-01"], ["2025-08-31"])


def test_no_claim_becomes_a_fact_on_record() -> None:
    schemata = {entity["schema"] for entity in entities(full_case())}
    assert not schemata & {"Sanction", "Ownership", "Membership", "Company"}
    assert not any("topics" in entity["properties"] for entity in entities(full_case()))


def test_a_denied_or_negated_claim_joins_nobody() -> None:
    document = make_document()
    for claim in (denied_supply(document), alleged_supply(document, polarity="negative")):
        schemata = [entity["schema"] for entity in entities(make_case(claim, documents=(document,)))]
        assert "Event" in schemata and "UnknownLink" not in schemata


def test_those_who_meet_are_joined_once_a_pair() -> None:
    links = [entity for entity in entities(every_actor_case()) if entity["schema"] == "UnknownLink"]
    assert len(links) == 15
    assert all(link["properties"]["status"] == ["claim, not established"] for link in links)


def test_a_state_carries_its_country_and_only_a_code_counts_as_one() -> None:
    states = [entity for entity in entities(full_case()) if entity["schema"] == "PublicBody"]
    assert {"ir", "ru", "by"} == {entity["properties"]["country"][0] for entity in states}
    odd = Role(role="supplier", text="x", span=None, actor=Actor(id="country:x y", kind="country", name="X"))
    assert "country" not in entities(make_case(make_claim(make_document(), roles=(odd,))))[0]["properties"]


def test_linked_roles_are_roles_of_their_frame() -> None:
    assert all(set(pair) <= set(FRAME_ROLES[frame]) for frame, pair in LINKED_ROLES.items())


def test_identifiers_do_not_change_with_what_else_is_in_the_case() -> None:
    document = make_document()
    alone = {entity["id"] for entity in entities(make_case(alleged_supply(document), documents=(document,)))}
    assert alone <= {entity["id"] for entity in entities(full_case())}
    assert list(render_follow_the_money(full_case())) == list(render_follow_the_money(full_case()))


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    document = make_document(url="javascript:alert(1)")
    found = entities(make_case(make_claim(document), documents=(document,)))
    assert not any("sourceUrl" in entity["properties"] for entity in found)
