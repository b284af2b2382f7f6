from dataclasses import replace

from entrepot.dossier.sections.shared_text import OPEN, render_shared_text
from entrepot.dossier.view import view_case
from entrepot.model.case import CaseContents
from entrepot.model.comparison import SharedPassage, SharedText
from tests.dossier.samples import SENTENCE, find, full_case, make_case, make_document


def sharing(left: str, right: str, same_words: int) -> CaseContents:
    """Two reports that share a passage, as the two texts give it."""
    documents = make_document(text=left, name="one.txt"), make_document(text=right, name="two.txt")
    passage = SharedPassage(
        left=find(left, left), right=find(right, right), words=len(left.split()), same_words=same_words
    )
    shared = SharedText(left_id=documents[0].id, right_id=documents[1].id, passages=(passage,), resemblance=0.413)
    return make_case(documents=documents, shared=(shared,))


def test_a_passage_stands_side_by_side_with_what_differs_marked() -> None:
    case = sharing("Iran sold 730 drones to Russia.", "Iran sold 370 drones, to Russia.", 5)
    html = render_shared_text(view_case(case)).text
    assert html.count('<u class="other">') == 2
    assert 'Iran sold <u class="other">730</u> drones to Russia.' in html
    assert 'Iran sold <u class="other">370</u> drones, to Russia.' in html


def test_a_passage_taken_over_word_for_word_has_nothing_marked() -> None:
    html = render_shared_text(view_case(sharing("Iran sold drones.", "Iran sold drones.", 3))).text
    assert html.count("Iran sold drones.") == 2 and "<u" not in html


def test_how_much_two_reports_share_is_said() -> None:
    html = render_shared_text(view_case(sharing("Iran sold drones.", "Iran sold drones.", 3))).text
    assert "3 words in 1 passage; about 41% of all runs of five words are common to both" in html


def sharing_claims() -> CaseContents:
    """Two reports that share a sentence in which both were read to make a claim."""
    case = full_case()
    left, right = case.documents
    passage = SharedPassage(left=find(left.text, SENTENCE), right=find(right.text, SENTENCE), words=12, same_words=12)
    shared = SharedText(left_id=left.id, right_id=right.id, passages=(passage,), resemblance=1.0)
    return replace(case, shared=(shared,))


def test_claims_that_rest_on_shared_words_are_linked() -> None:
    html = render_shared_text(view_case(sharing_claims())).text
    assert 'href="#c1-1"' in html and 'href="#c2-2"' in html


def test_only_the_first_pairs_are_open() -> None:
    case = sharing_claims()
    html = render_shared_text(view_case(replace(case, shared=case.shared * (OPEN + 2)))).text
    assert html.count('<details class="shared" open>') == OPEN and html.count('class="shared"') == OPEN + 2


def test_pairs_that_share_a_notice_without_a_claim_are_folded_together_at_the_end() -> None:
    html = render_shared_text(view_case(sharing("For members only.", "For members only.", 3))).text
    assert "1 pair of reports with shared passages in which no claim was read" in html and " open>" not in html


def test_a_case_in_which_nothing_is_shared_says_so() -> None:
    assert "No two reports were found to share a passage." in render_shared_text(view_case(full_case())).text
