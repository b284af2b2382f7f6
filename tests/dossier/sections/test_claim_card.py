from typing import Any

from entrepot.dossier.sections.claim_card import render_claim_card
from entrepot.dossier.view import view_case
from entrepot.model.claim import Role, Source, When
from entrepot.model.interval import Interval
from tests.dossier.samples import (
    IRAN,
    alleged_supply,
    find,
    make_case,
    make_claim,
    make_document,
    merged_case,
    office_issue,
)


def card(**changes: Any) -> str:
    document = make_document()
    claim = make_claim(document, **changes)
    return render_claim_card(view_case(make_case(claim, documents=(document,))).claims[0]).text


def test_the_chain_is_a_breadcrumb_from_the_publisher_to_the_speaker() -> None:
    sources = (
        Source(name="Example Wire", kind="outlet"),
        Source(name="Example Agency", kind="wire"),
        Source(name="the minister", kind="official"),
    )
    html = card(sources=sources)
    assert html.index("Example Wire") < html.index("Example Agency") < html.index("the minister")
    assert html.count("<li>") == 3 and 'aria-label="chain of attribution"' in html


def test_a_claim_without_a_source_says_so() -> None:
    assert "source unknown" in card(sources=())


def test_modality_and_negation_are_labelled() -> None:
    html = card(modality="possible", polarity="negative")
    assert "chip-possible" in html and ">negated<" in html


def test_a_date_shows_its_words_and_what_resolved_it() -> None:
    interval = Interval(start="2025-08-14", end="2025-08-14", granularity="day")
    html = card(when=When(interval=interval, text="on Thursday", anchor="published"))
    assert "14 August 2025" in html and "on Thursday" in html and "counted from publication" in html


def test_slots_show_the_words_of_the_report_and_how_they_were_read() -> None:
    document = make_document()
    role = Role(role="supplier", text="Iran", span=find(document.text, "Iran"), actor=IRAN)
    html = card(roles=(role,), attributes=(("quantity", "<2,000>"),))
    assert "Iran (country)" in html and "&lt;2,000&gt;" in html


def test_an_inferred_slot_says_how_it_was_inferred() -> None:
    assert "inferred: named before" in card()


def test_trouble_with_a_claim_stands_on_its_card() -> None:
    assert "holder then: Pezeshkian" in card(issues=(office_issue(),))


def test_where_and_stance_are_shown() -> None:
    document = make_document()
    claim = alleged_supply(document)
    view = view_case(make_case(claim, documents=(document,))).claims[0]
    assert "<dt>Where</dt><dd><bdi>Russia</bdi></dd>" in render_claim_card(view).text
    assert "self-proclaimed" in card(stance=("self-proclaimed",))


def test_a_claim_leads_to_its_proposition_where_that_is_set_out() -> None:
    view = view_case(merged_case())
    cards = [render_claim_card(claim, view.proposition_of(claim)).text for claim in view.claims]
    assert ["proposition 1" in html for html in cards] == [True, True, False, True]
