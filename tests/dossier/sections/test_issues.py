from entrepot.dossier.sections.issues import render_issues
from entrepot.dossier.view import view_case
from entrepot.model.claim import Claim
from entrepot.model.document import Document
from entrepot.model.issue import Issue
from tests.dossier.samples import find, make_case, make_claim, make_document, office_issue


def issues(*claims: Claim, document: Document) -> str:
    return render_issues(view_case(make_case(*claims, documents=(document,)))).text


def test_an_office_outside_its_term_is_told_in_words_with_both_rows() -> None:
    document = make_document()
    html = issues(make_claim(document, issues=(office_issue(),)), document=document)
    assert "Raisi given as president in January 2025; term ended 19 May 2024; holder then: Pezeshkian." in html
    assert html.count("office_terms/IR-president-") == 2
    assert "Iran allegedly sent drones" in html and 'href="#c1-1"' in html


def test_one_trouble_shared_by_the_claims_of_a_sentence_is_told_once() -> None:
    document = make_document()
    claims = [make_claim(document, frame=frame, issues=(office_issue(),)) for frame in ("supply", "seek")]
    html = issues(*claims, document=document)
    assert html.count("holder then: Pezeshkian") == 1
    assert 'href="#c1-1"' in html and 'href="#c1-2"' in html


def test_trouble_with_a_whole_report_leads_to_the_report() -> None:
    trouble = Issue(code="encoding_repaired", message="Misread characters were repaired.")
    html = issues(document=make_document(issues=(trouble,)))
    assert "Encoding repaired" in html and 'href="#r1"' in html


def test_trouble_at_a_place_in_a_report_shows_the_place() -> None:
    document = make_document()
    trouble = Issue(
        code="odd_quotes", message="A quotation is never closed.", span=find(document.text, "allegedly sent")
    )
    assert "<blockquote>" in issues(document=make_document(issues=(trouble,)))


def test_what_a_heading_says_is_not_said_again_of_each() -> None:
    document = make_document()
    gap = Issue(code="source_unknown", message="source_unknown")
    html = issues(make_claim(document, issues=(gap,)), document=document)
    assert html.count("somebody who is not named") == 1 and 'href="#c1-1"' in html


def test_contradictions_come_before_gaps() -> None:
    document = make_document()
    gap = Issue(code="source_unknown", message="Nobody is named.", severity="note")
    html = issues(make_claim(document, issues=(gap, office_issue())), document=document)
    assert html.index("Offices outside their term") < html.index("Sources that are not named")


def test_many_of_a_kind_are_folded_and_counted() -> None:
    text = " ".join(f"Firm {number} sold drones." for number in range(14))
    document = make_document(text=text)
    gap = Issue(code="source_unknown", message="Nobody is named.")
    claims = [make_claim(document, quote=f"Firm {number} sold drones.", issues=(gap,)) for number in range(14)]
    assert "and 4 further issues of this kind" in issues(*claims, document=document)


def test_no_issue_is_no_clean_bill() -> None:
    assert "not a sign that all is right" in issues(document=make_document())
