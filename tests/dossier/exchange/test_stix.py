"""The bundle: valid by the standard, the same every time, and without a verdict on anybody."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.dossier import render_stix
from entrepot.model.actor import Actor
from entrepot.model.claim import Role
from tests.dossier.channel_samples import channel_case, keep, make_assessment, make_channel, make_line, refer
from tests.dossier.exchange.stix_rules import check_bundle
from tests.dossier.samples import full_case
from tests.dossier.test_hostile_reports import NASTY


def read_bundle(case=None):
    return json.loads(render_stix(case or channel_case()))


def find(bundle, kind, label=None):
    return [one for one in bundle["objects"] if one["type"] == kind and (not label or label in one.get("labels", []))]


def test_the_bundle_keeps_the_rules_of_the_standard():
    check_bundle(read_bundle())


def test_a_case_without_channels_makes_a_valid_bundle_that_is_all_but_empty():
    bundle = read_bundle(full_case())
    check_bundle(bundle)
    assert [one["name"] for one in bundle["objects"]] == ["Entrepôt"]


def test_the_same_case_gives_the_same_bytes_and_no_clock_is_asked():
    assert render_stix(channel_case()) == render_stix(channel_case())
    assert {one["created"][:10] for one in read_bundle()["objects"]} <= {
        *("2025-08-21", "2026-03-01", "2026-05-01", "2026-11-21"),
    }


def test_nobody_is_called_a_threat_and_a_match_stays_possible():
    bundle = read_bundle()
    assert {one["type"] for one in bundle["objects"]} == {
        *("identity", "location", "report", "note", "opinion", "grouping", "relationship"),
    }
    (match,) = find(bundle, "note", "possible-match")
    assert match["abstract"] == "Possible match" and "not an identification" in match["content"]
    listed = find(bundle, "identity", "entry-of-a-list")
    assert listed[0]["external_references"] == [{"source_name": "un-sc", "external_id": "6908555"}]
    assert set(match["object_refs"]) >= {listed[0]["id"]}


def test_a_claim_is_a_note_with_whose_word_it_is_and_its_sentence():
    note = find(read_bundle(), "note", "claim")[0]
    assert "A claim, not a finding: alleged" in note["content"] and "Iran allegedly sent drones" in note["content"]


def test_a_denial_is_an_opinion_that_disagrees_with_what_it_denies():
    bundle = read_bundle()
    (opinion,) = find(bundle, "opinion")
    denied = {one["id"] for one in find(bundle, "note", "claim") if "alleged" in one["labels"]}
    assert opinion["opinion"] == "disagree" and set(opinion["object_refs"]) == denied


def test_a_relation_of_two_parties_says_that_it_is_a_claim_and_none_follows_from_a_denial():
    found = find(read_bundle(), "relationship")
    assert len(found) == 2
    assert all(one["relationship_type"] == "related-to" for one in found)
    assert all(one["description"].startswith("A claim, not established") for one in found)


def test_a_proposition_has_a_confidence_only_where_somebody_graded_an_origin():
    graded = find(read_bundle(), "grouping", "proposition")[0]
    assert graded["confidence"] == 50
    case = channel_case()
    plain = replace(
        case.propositions[0],
        origins=tuple(replace(origin, reliability="") for origin in case.propositions[0].origins),
    )
    bundle = read_bundle(replace(case, propositions=(plain, *case.propositions[1:])))
    assert "confidence" not in find(bundle, "grouping", "proposition")[0]


def test_a_channel_is_a_hypothesis_that_gathers_its_places_and_its_evidence():
    bundle = read_bundle()
    (channel,) = find(bundle, "grouping", "channel")
    assert channel["context"] == "unspecified" and "hypothesis" in channel["labels"]
    members = {one["id"]: one for one in bundle["objects"] if one["id"] in channel["object_refs"]}
    assert len([one for one in members.values() if one["type"] == "location"]) == 11
    kinds = {label for one in members.values() for label in one.get("labels", [])}
    assert {"evidence", "finding", "red-flags", "missing", "closure-estimate", "proposition", "corridor"} <= kinds


def test_no_position_is_given_to_anybody():
    located = [one for one in read_bundle()["objects"] if "latitude" in one]
    assert located and all(one["type"] == "location" and "hub" in one["labels"] for one in located)


def test_kosovo_has_a_position_and_no_code():
    channel = make_channel(via="XK", hubs=(), corridors=())
    bundle = read_bundle(channel_case(keep(make_assessment(channel, lines=()))))
    check_bundle(bundle)
    (kosovo,) = [one for one in find(bundle, "location") if one["name"] == "Kosovo"]
    assert "country" not in kosovo and round(kosovo["latitude"]) == 43


def test_a_report_without_a_day_is_marked():
    reports = find(read_bundle(), "report")
    assert ["day-of-publication-unknown"] in [one.get("labels") for one in reports]
    assert all(one["published"] == one["created"] for one in reports)


def test_a_channel_that_rests_on_a_claim_of_a_lost_report_is_refused():
    case = channel_case()
    with pytest.raises(ValueError, match="does not hold"):
        render_stix(replace(case, documents=case.documents[1:]))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=20)), min_size=5, max_size=5))
def test_hostile_text_leaves_the_bundle_valid(words):
    case = channel_case()
    actor = Actor(id=words[0], kind="place", name=words[1])
    claim = replace(case.claims[0], roles=(Role(role="recipient", text=words[2], span=None, actor=actor),))
    line = make_line(statement=words[3], references=(refer("claim", claim.id), refer(words[4], words[0])))
    assessment = make_assessment(question=words[1], lines=(line,), words=(words[3],))
    document = replace(case.documents[0], title=words[4], publisher=words[2], url=words[3], language=words[1])
    hostile = replace(
        case,
        claims=(claim, *case.claims[1:]),
        documents=(document, *case.documents[1:]),
        channels=(keep(assessment),),
    )
    check_bundle(read_bundle(hostile))
    render_stix(hostile).encode("ascii")
