import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.dossier.parts import (
    chain,
    claim_links,
    count,
    dated,
    phrase,
    published_words,
    report_text,
    standing_labels,
)
from entrepot.dossier.phrases import phrase_claim
from entrepot.dossier.view import view_case
from entrepot.dossier.ways import actor_anchor
from entrepot.model.document import Published
from tests.dossier.samples import AUGUST, alleged_supply, make_case, make_claim, make_document


def test_a_few_claims_are_linked_and_many_are_folded() -> None:
    document = make_document()
    claims = [make_claim(document, id=str(number)) for number in range(20)]
    views = view_case(make_case(*claims, documents=(document,))).claims
    assert "<details" not in claim_links(views[:5]).text
    folded = claim_links(views).text
    assert "and 8 more" in folded and folded.count("href=") == 20


def test_actors_of_a_phrase_lead_to_their_entry() -> None:
    html = phrase(phrase_claim(alleged_supply(make_document()))).text
    assert f'href="#{actor_anchor("country:IR")}"' in html and ">Iran</bdi>" in html


@given(st.text(), st.text())
def test_two_actors_never_share_an_anchor(one: str, other: str) -> None:
    assert (actor_anchor(one) == actor_anchor(other)) == (one == other)


@given(st.text())
def test_an_anchor_is_plain_ascii_without_spaces(actor: str) -> None:
    anchor = actor_anchor(actor)
    assert anchor.isascii() and anchor.replace("-", "").replace("_", "").isalnum()


def test_a_chain_names_its_links_with_their_kind() -> None:
    html = chain(alleged_supply(make_document())).text
    assert html.index("Example Wire") < html.index("outlet") < html.index("the ministry") < html.index("official")


def test_only_a_single_day_has_a_machine_form() -> None:
    assert dated(AUGUST).text == '<span class="dated">August 2025</span>'


def test_what_all_state_without_reservation_needs_no_label() -> None:
    assert standing_labels(["asserted", "asserted"]) is None
    labels = standing_labels(["asserted", "negative"])
    assert labels and ">negated<" in labels.text and ">asserted<" in labels.text


def test_a_report_without_a_date_says_so() -> None:
    assert published_words(None) == "date of publication unknown"
    published = Published(start="2025-08-01", end="2025-08-31", granularity="month", evidence="given")
    assert published_words(published) == "August 2025"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 reports"), (1, "1 report"), (2, "2 reports"), (1204, "1,204 reports")]
)
def test_numbers_agree_with_their_nouns(number: int, words: str) -> None:
    assert count(number, "report") == words


def test_a_language_that_is_no_language_is_not_named() -> None:
    assert 'lang="ru"' in report_text(make_document(language="ru"), "x").text
    assert "lang=" not in report_text(make_document(language='"><b>'), "x").text
