"""Ways from evidence to what it rests on."""

from entrepot.dossier.channels.links import (
    SHOWN,
    Targets,
    gather_case_targets,
    gather_targets,
    render_references,
)
from entrepot.dossier.channels.places import gather_places
from entrepot.dossier.view import view_case
from tests.dossier.channel_samples import channel_case, make_assessment, refer


def test_a_claim_a_proposition_a_match_and_a_list_have_their_place_in_the_dossier():
    case = channel_case()
    found = gather_case_targets(view_case(case))
    assert found["claim", case.claims[0].id] == "../dossier.html#c1-1"
    assert found["proposition", case.propositions[0].id] == "../dossier.html#p1"
    assert found["match", "organisation:sea-dog|un-sc|6908555"] == "../dossier.html#m1"
    assert found["list", "un-sc"] == "../dossier.html#matches"


def test_a_proposition_that_is_not_set_out_leads_to_its_claim():
    case = channel_case()
    alone = case.propositions[1]
    found = gather_case_targets(view_case(case))
    assert found["proposition", alone.id] == found["claim", alone.claims[0]] != ""


def test_findings_made_for_the_channel_are_on_its_page_and_others_in_the_dossier():
    assessment = make_assessment()
    of_case = gather_case_targets(view_case(channel_case()))
    targets = gather_targets(assessment, gather_places(assessment), of_case)
    assert targets.find("finding", "f-own") == "#finding-1"
    assert targets.find("finding", "f1") == "../dossier.html#f1"
    assert targets.find("finding", "elsewhere") is None


def test_what_has_no_place_is_named_without_a_link():
    shown = render_references([refer("proposition", "p-lost", "A lost one")], Targets(addresses={}))
    assert shown is not None and "A lost one" in shown.text and "<a" not in shown.text


def test_many_references_of_a_kind_are_folded_away():
    shown = render_references([refer("claim", str(n)) for n in range(SHOWN + 3)], Targets(addresses={}))
    assert shown is not None and "<summary>and 3 more</summary>" in shown.text


def test_no_references_are_nothing():
    assert render_references([], Targets(addresses={})) is None
