from lxml import etree

from entrepot.dossier.markup import Html
from entrepot.dossier.sections.reading import render_reading
from entrepot.dossier.view import view_case
from entrepot.model.claim import Claim
from entrepot.model.document import Block, Document
from tests.dossier.samples import alleged_supply, denied_supply, make_case, make_claim, make_document


def read(html: Html) -> etree._Element:
    return etree.HTML(html.text)


def reading(document: Document, *claims: Claim) -> etree._Element:
    return read(render_reading(view_case(make_case(*claims, documents=(document,)))))


def test_every_claim_stands_once_beside_its_text() -> None:
    document = make_document()
    page = reading(document, alleged_supply(document), denied_supply(document))
    assert page.xpath("//*[@class='claim']/@id") == ["c1-1", "c1-2"]


def test_what_was_not_read_is_folded_away_with_its_reason() -> None:
    page = reading(make_document())
    folded = page.xpath("//details[@class='furniture']")
    assert len(folded) == 1
    assert "teaser list" in "".join(folded[0].find("summary").itertext())
    assert "Latest news" in "".join(folded[0].itertext())


def test_a_claim_in_furniture_is_shown_all_the_same() -> None:
    document = make_document()
    stray = make_claim(document, quote="Latest news")
    page = reading(document, stray)
    assert page.xpath("//*[@class='claim']/@id") == ["c1-1"]
    assert not page.xpath("//details[@class='furniture']")


def test_a_claim_outside_every_block_is_shown_all_the_same() -> None:
    document = make_document(blocks=())
    assert reading(document, make_claim(document)).xpath("//*[@class='claim']/@id") == ["c1-1"]


def test_claims_that_would_outgrow_their_paragraph_stay_beside_their_sentence() -> None:
    text = "One sold drones. Two sold arms. Three sold fuel."
    document = make_document(text=text)
    sentences = ("One sold drones.", "Two sold arms.", "Three sold fuel.")
    claims = [make_claim(document, quote=one, frame=frame) for one in sentences for frame in ("supply", "produce")]
    rows = reading(document, *claims).xpath("//div[contains(@class, 'row')]")
    assert ["".join(row.find("p").itertext()).split("1.")[0].strip() for row in rows] == list(sentences)
    assert [len(row.xpath(".//*[@class='claim']")) for row in rows] == [2, 2, 2]


def test_a_paragraph_with_room_for_its_claims_stays_whole() -> None:
    text = "One sold drones. " + "Nothing else was reported from the port that week. " * 12 + "Two sold arms."
    document = make_document(text=text)
    claims = [make_claim(document, quote="One sold drones."), make_claim(document, quote="Two sold arms.")]
    assert len(reading(document, *claims).xpath("//div[contains(@class, 'row')]")) == 1


def test_words_of_a_report_keep_their_language_and_their_direction_to_themselves() -> None:
    document = make_document(text="תל אביב", language="he")
    said = reading(document).xpath("//p[contains(@class, 'said')]")
    assert [(one.get("lang"), one.get("dir")) for one in said] == [("he", "auto")]


def test_a_table_that_was_not_read_keeps_its_lines() -> None:
    text = "a  1\nb  2"
    document = make_document(text=text, blocks=(Block(kind="table", start=0, end=len(text)),))
    assert reading(document).xpath("//details//pre")[0].text == text
