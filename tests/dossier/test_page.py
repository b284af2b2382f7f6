import html
import re
from itertools import pairwise

import pytest
from lxml import etree

from entrepot.dossier import render_html
from entrepot.dossier.page import content_policy, read_style
from tests.dossier.samples import alleged_supply, make_case, make_claim, make_document, merged_case


def read_page(text: str) -> etree._Element:
    return etree.HTML(text)


def test_the_dossier_opens_by_saying_that_it_holds_leads_and_not_findings() -> None:
    page = render_html(merged_case())
    assert page.index("Leads for human review, not findings of wrongdoing") < page.index('id="propositions"')


def test_the_same_contents_give_the_same_bytes() -> None:
    assert render_html(merged_case()).encode() == render_html(merged_case()).encode()


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    page = read_page(render_html(merged_case()))
    assert not page.xpath("//script | //iframe | //object | //embed | //img | //link | //form | //base")
    assert not page.xpath("//@src | //@style | //@srcset | //@action | //@ping")
    assert not [name for name in page.xpath("//@*") if name.attrname.startswith("on")]
    assert "url(" not in read_style() and "@import" not in read_style()


def test_the_content_policy_allows_the_style_sheet_of_the_page_and_nothing_else() -> None:
    page = read_page(render_html(merged_case()))
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == [content_policy()]
    assert policy[0].startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy[0]
    assert page.xpath("//style")[0].text == read_style()


def test_every_link_inside_the_page_leads_somewhere_and_no_place_has_two_names() -> None:
    page = read_page(render_html(merged_case()))
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    targets = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}
    assert targets <= set(names)


def test_headings_never_skip_a_level() -> None:
    page = read_page(render_html(merged_case()))
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_a_case_without_anything_still_makes_a_page() -> None:
    page = render_html(make_case(documents=(make_document(text=""),)))
    assert "Every input could be read." in page


def test_a_claim_of_a_document_that_is_not_there_is_refused() -> None:
    stray = make_claim(make_document(name="elsewhere.txt"))
    with pytest.raises(ValueError, match="does not hold"):
        render_html(make_case(stray))


def test_text_of_a_report_never_becomes_markup() -> None:
    text = "<script>alert(1)</script> sold \"engines\" & 'parts' <img src=x onerror=alert(1)>."
    document = make_document(text=text, title='"><svg onload=alert(1)>', publisher="<b>Wire</b>")
    page = render_html(make_case(make_claim(document, quote=text), documents=(document,), name="</title><script>"))
    assert not read_page(page).xpath("//script | //img | //*[@onload] | //*[@onerror]")
    assert html.escape(text) in page


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    document = make_document(url="javascript:alert(document.domain)")
    page = read_page(render_html(make_case(documents=(document,))))
    assert all(re.match(r"#|https?://", link) for link in page.xpath("//@href"))


def test_a_web_address_is_told_nothing_of_the_page() -> None:
    page = read_page(render_html(merged_case()))
    links = page.xpath("//a[starts-with(@href, 'http')]")
    assert links and all("noreferrer" in link.get("rel") for link in links)


def test_the_page_names_its_language_and_lets_the_keyboard_skip_to_the_contents() -> None:
    page = read_page(render_html(merged_case()))
    assert page.get("lang") == "en"
    assert page.xpath("//body/*[1]")[0].get("href") == "#main"
    assert page.xpath("//main[@id='main']") and page.xpath("//nav[@aria-label]") and page.xpath("//header/h1")


def test_a_sentence_can_be_copied_out_of_the_page_as_it_stands_in_the_report() -> None:
    document = make_document()
    page = read_page(render_html(make_case(alleged_supply(document), documents=(document,))))
    marked = page.xpath("//article//mark")[0]
    assert "".join(marked.itertext()) == alleged_supply(document).quote.text
