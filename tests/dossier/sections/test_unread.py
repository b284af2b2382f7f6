from typing import Any

from entrepot.dossier.sections.unread import render_unread
from entrepot.dossier.view import view_case
from tests.dossier.samples import full_case, make_case, make_document


def unread(**changes: Any) -> str:
    return render_unread(view_case(make_case(documents=(make_document(**changes),)))).text


def test_each_input_that_was_not_read_is_named_with_its_reason() -> None:
    html = render_unread(view_case(full_case())).text
    assert "scan.pdf" in html and "run OCR on it" in html


def test_what_was_left_aside_in_a_report_is_counted_by_reason() -> None:
    html = unread()
    assert "teaser list ×1" in html and 'data-label="Blocks read">2<' in html


def test_a_report_in_another_language_is_said_to_be_beyond_the_rules() -> None:
    assert "the rules read English only" in unread(language="ru")
    assert "the rules read English only" not in unread(language="en-GB")


def test_a_report_without_a_date_is_said_to_have_none() -> None:
    assert "no date of publication" in unread(published=None)


def test_a_report_without_claims_is_said_to_have_none() -> None:
    assert "no claims found" in unread()
