from lxml import etree

from entrepot.dossier.marking import mark_text
from entrepot.dossier.view import view_case
from entrepot.model.claim import Claim, Cue
from entrepot.model.document import Document
from tests.dossier.samples import DENIAL, SENTENCE, TEXT, alleged_supply, find, make_case, make_claim, make_document


def mark(document: Document, *claims: Claim, start: int = 0, end: int | None = None) -> etree._Element:
    report = view_case(make_case(*claims, documents=(document,))).reports[0]
    marked = mark_text(report, start, len(document.text) if end is None else end)
    return etree.fromstring(f"<p>{marked.text}</p>")


def without_numbers(element: etree._Element) -> str:
    for number in element.xpath("//sup"):
        previous = number.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + (number.tail or "")
        number.getparent().remove(number)
    return "".join(element.itertext())


def test_marking_adds_no_character_to_the_text() -> None:
    document = make_document()
    whole = make_claim(document, quote=f"{SENTENCE} {DENIAL}", frame="assess")
    claims = (alleged_supply(document), make_claim(document, quote=DENIAL), whole)
    assert without_numbers(mark(document, *claims)) == TEXT


def test_each_sentence_is_marked_as_a_whole_with_its_numbers_after_it() -> None:
    document = make_document()
    marked = mark(document, alleged_supply(document), make_claim(document, frame="seek"))
    marks = marked.findall("mark")
    assert ["".join(one.itertext()) for one in marks] == [SENTENCE]
    assert ["".join(one.itertext()).split() for one in marked.findall("sup")] == [["1.1", "1.2"]]


def test_cues_are_underlined_by_kind() -> None:
    document = make_document()
    cues = mark(document, alleged_supply(document)).findall("mark/u")
    assert [(cue.text, cue.get("class")) for cue in cues] == [
        ("allegedly", "cue cue-modality"),
        ("sent", "cue cue-trigger"),
        ("said", "cue cue-attribution"),
    ]


def test_the_weightier_of_two_cues_on_one_word_is_shown() -> None:
    document = make_document()
    span = find(document.text, "allegedly")
    both = make_claim(document, cues=(Cue(kind="trigger", span=span), Cue(kind="modality", span=span)))
    assert [cue.get("title") for cue in mark(document, both).findall("mark/u")] == ["modality"]


def test_a_sentence_that_goes_on_beyond_the_stretch_is_marked_as_far_as_it_goes() -> None:
    document = make_document()
    cut = find(document.text, "Russia").start
    marked = mark(document, make_claim(document), start=0, end=cut)
    assert "".join(marked.find("mark").itertext()) == TEXT[TEXT.index(SENTENCE) : cut]
    assert marked.find("sup") is None


def test_text_without_claims_is_text() -> None:
    document = make_document(text="a < b & c")
    assert mark(document).text == "a < b & c"
