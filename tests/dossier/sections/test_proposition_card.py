from dataclasses import replace
from typing import Any

from entrepot.dossier.sections.proposition_card import render_folded_proposition, render_proposition
from entrepot.dossier.view import view_case
from entrepot.model.issue import Issue
from entrepot.model.proposition import Grade, PropositionLink
from tests.dossier.samples import make_conflict, merged_case


def card(**changes: Any) -> str:
    case = merged_case()
    one = replace(case.propositions[0], **changes)
    view = view_case(replace(case, propositions=(one, *case.propositions[1:])))
    return render_proposition(view.propositions[0], view).text


def test_a_proposition_is_known_by_its_number_and_its_figures() -> None:
    html = card()
    assert '<li id="p1">' in html
    assert "2 independent origins, 1 of them against it · 3 claims in 2 reports" in html


def test_the_digit_stands_with_its_label_and_reason() -> None:
    assert "<b>3</b> possibly true" in card() and "one independent origin says so: the ministry" in card()


def test_days_in_a_reason_are_written_in_words() -> None:
    html = card(grade=Grade(credibility=6, reason="a table says otherwise: since 2024-07-28"))
    assert "since 28 July 2024" in html


def test_when_it_happened_and_who_reported_it_first_are_said() -> None:
    html = card()
    assert "Happened August 2025 · in <bdi>Anzali</bdi> · first reported by <bdi>Example Wire</bdi>" in html


def test_places_that_differ_are_both_given() -> None:
    case = merged_case()
    html = card(conflicts=(make_conflict("place", ("Anzali", case.claims[:1]), ("Astrakhan", case.claims[2:3])),))
    assert "in <bdi>Anzali</bdi> or <bdi>Astrakhan</bdi>" in html


def test_only_what_is_in_conflict_is_called_contested() -> None:
    assert ">contested<" in card() and ">contested<" not in card(conflicts=())


def test_a_more_general_proposition_is_linked() -> None:
    other = merged_case().propositions[1]
    html = card(links=(PropositionLink(kind="broader", proposition_id=other.id, reason="goods"),))
    assert "More general in its goods: " in html and "signed an accord" in html and 'href="#c2-1"' in html


def test_why_claims_were_put_together_is_folded_away_claims_of_one_reason_in_one_line() -> None:
    folded = card().partition("Why these claims are held together")[2]
    assert folded.count("supply: the same supplier") == 1 and 'href="#c2-2"' in folded


def test_what_a_table_says_otherwise_is_shown() -> None:
    assert "Iran is no member." in card(issues=(Issue(code="member_status", message="Iran is no member."),))


def test_a_folded_proposition_keeps_its_sentence_and_figures_in_sight() -> None:
    view = view_case(merged_case())
    summary, _, body = render_folded_proposition(view.propositions[0], view).text.partition("</summary>")
    assert "supplied" in summary and "2 independent origins" in summary and ">contested<" in summary
    assert "<a " not in summary and "2 independent origins" not in body
