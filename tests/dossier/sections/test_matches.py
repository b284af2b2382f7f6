from dataclasses import replace

from lxml import etree

from entrepot.dossier import render_html
from entrepot.dossier.ways import actor_anchor
from entrepot.model.issue import Issue
from tests.dossier.samples import IRAN, full_case
from tests.dossier.screening_samples import make_judgement, make_match, make_screened, screened_case


def section_of(case):
    return etree.HTML(render_html(case)).xpath("//section[@id='matches']")[0]


def words(node):
    return " ".join("".join(node.itertext()).split())


def test_a_case_that_was_never_screened_says_so():
    assert "not put to any list" in words(section_of(full_case()))


def test_a_possible_match_is_shown_with_list_programme_day_version_and_every_ground():
    told = words(section_of(screened_case(make_screened("Sea Dog Shipping", make_match()))))
    for part in (
        "0.91", "possible match", "SEA DOG SHIPPING CO", "un-sc", "6908555", "programme DPRK",
        "listed since 30 March 2018", "version of 19 April 2025", "929a40ec48a9",
        "“Sea Dog” stands in both names.", "+0.95", "One is a firm", "-0.04",
    ):  # fmt: skip
        assert part in told, part
    assert "Nothing is known of a birth" not in told


def test_it_says_that_a_name_is_never_more_than_a_possible_match_and_no_hit_is_no_clearance():
    for actors in ((), (make_screened("Sea Dog", make_match()),)):
        told = words(section_of(screened_case(*actors)))
        assert "A name alone is a possible match, never more" in told
        assert "does not mean that somebody is not listed" in told


def test_the_most_alike_actor_comes_first_and_leads_to_its_entry():
    near = make_screened("Near", make_match(score=0.99), actor_id=IRAN.id)
    far = make_screened("Far", make_match(score=0.75))
    titles = section_of(screened_case(far, near)).xpath(".//article/h3")
    assert [words(title).split()[0] for title in titles] == ["Near", "Far"]
    assert titles[0].xpath("./a/@href") == [f"#{actor_anchor(IRAN.id)}"] and not titles[1].xpath("./a")


def test_a_screening_that_is_out_of_date_says_what_changed():
    assert "out of date. Actors came in." in words(section_of(screened_case(outdated=("Actors came in.",))))


def test_a_candidate_that_was_judged_to_be_somebody_else_is_folded_away_with_its_judgement():
    cleared = make_match(decision="no_match", judgement=make_judgement())
    part = section_of(screened_case(make_screened("Sea Dog", cleared)))
    assert not part.xpath(".//article")
    assert "Judged negative by A. Analyst on 5 January 2026: seat." in words(part.xpath(".//details")[0])


def test_a_judgement_on_an_earlier_record_asks_for_another():
    actor = make_screened("Sea Dog", make_match(judgement=make_judgement()), judged_earlier=(("un-sc", "6908555"),))
    assert "on an earlier record of this party" in words(section_of(screened_case(actor)))


def test_actors_that_could_not_be_screened_are_named_with_the_reason():
    issue = Issue(code="query_too_long", message="It has 900 characters.", severity="error")
    told = words(section_of(screened_case(replace(make_screened("Long"), issues=(issue,)))))
    assert "Actors that could not be screened" in told and "Long: It has 900 characters." in told
    assert "0 actors" in told


def test_a_list_that_could_not_be_asked_is_named():
    issue = Issue(code="list_too_young", message="ca was not asked.")
    assert "ca was not asked." in words(section_of(screened_case(issues=(issue,))))
