from dataclasses import replace

from entrepot.dossier.sections.propositions import OPEN, render_propositions
from entrepot.dossier.view import MOST_LISTED, view_case
from tests.dossier.samples import full_case, make_case, make_claim, make_document, make_proposition, merged_case


def pairs(number: int) -> str:
    """The section of a case in which two claims each make so many propositions."""
    document = make_document()
    claims = [make_claim(document, id=str(place)) for place in range(2 * number)]
    found = tuple(make_proposition(*claims[place : place + 2]) for place in range(0, len(claims), 2))
    return render_propositions(view_case(make_case(*claims, documents=(document,), propositions=found))).text


def test_what_one_claim_says_alone_is_counted_and_left_to_the_reading_view() -> None:
    html = render_propositions(view_case(merged_case())).text
    assert html.count('class="phrase"') == 1
    assert '1 more proposition rests on a single claim: see <a href="#reading">the reading view</a>.' in html


def test_the_first_propositions_are_open_and_the_others_folded() -> None:
    html = pairs(OPEN + 2)
    first, rest = html.split("points-folded")
    assert first.count('class="phrase"') == OPEN and rest.count("<details><summary>") == 2


def test_past_a_number_that_can_be_read_propositions_are_left_to_the_json() -> None:
    html = pairs(MOST_LISTED + 3)
    assert html.count('class="phrase"') == MOST_LISTED
    assert "3 further propositions of several claims: see the JSON file" in html


def test_the_rules_of_counting_are_printed() -> None:
    html = render_propositions(view_case(merged_case())).text
    assert "Digits follow from counting." in html and "of unknown origin and never count" in html


def test_a_case_that_is_not_merged_says_so_and_what_to_do() -> None:
    assert "entrepot case build" in render_propositions(view_case(full_case())).text


def test_a_case_without_claims_has_nothing_to_merge() -> None:
    assert "There are no claims." in render_propositions(view_case(make_case())).text


def test_no_likelihood_is_claimed_in_words_of_our_own() -> None:
    html = render_propositions(view_case(replace(merged_case(), grading_rule=""))).text.casefold()
    assert "likely" not in html and "probabl" not in html
