"""The page of a channel: self-contained, linked to the dossier, hostile text kept as text."""

import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from entrepot.dossier import render_channel_pages, render_html
from entrepot.dossier.channels.file_names import MARK
from entrepot.dossier.page import content_policy
from entrepot.model.channel import EvidenceReference, MissingRecord
from entrepot.model.finding import Alternative
from entrepot.model.goods import GoodsScope
from tests.dossier.channel_samples import (
    RULES,
    channel_case,
    keep,
    make_assessment,
    make_channel,
    make_closure,
    make_line,
)
from tests.dossier.test_hostile_reports import ALLOWED, NASTY

hostile = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=12)), min_size=1, max_size=3).map(" ".join)


def render_page(case=None):
    ((_, page),) = render_channel_pages(case or channel_case(), RULES)
    return page


def read_page(case=None):
    return etree.HTML(render_page(case))


def text_of(node):
    return " ".join("".join(node.itertext()).split())


def test_the_page_opens_with_its_question_and_that_it_holds_leads():
    page = read_page()
    assert text_of(page.xpath("//*[@class='lead']")[0]) == "Do goods subject to sanctions reach Iran through Belarus?"
    assert "Leads for human review, not findings of wrongdoing" in text_of(page.xpath("//*[@role='note']")[0])


def test_every_sentence_of_the_assessment_stands_beside_its_rule():
    items = read_page().xpath("//ol[@class='assessment']/li")
    assert [[text_of(part) for part in item] for item in items] == [
        ["Only interested origins say it.", "Rule reports-interested: Nobody without an interest says it."],
        ["This is a lead for human review.", "Rule leads-only: Always."],
    ]


def test_references_lead_to_their_place_in_the_dossier_or_on_the_page():
    case = channel_case()
    page, dossier = read_page(case), etree.HTML(render_html(case))
    links = [link for link in page.xpath("//main//a/@href") if not link.startswith("http")]
    there = {link.removeprefix("../dossier.html#") for link in links if link.startswith("../")}
    here = {link[1:] for link in links if link.startswith("#")}
    assert {"p1", "c1-1", "m1", "f1"} <= there <= set(dossier.xpath("//@id"))
    assert {"finding-1", "corridor-A", "hub-6"} <= here <= set(page.xpath("//@id"))


def test_the_dossier_leads_to_the_page_and_back():
    dossier = etree.HTML(render_html(channel_case()))
    assert dossier.xpath("//section[@id='channels']//a/@href") == ["channels/ch-by-ir-1f2e.html"]
    assert "../dossier.html#channels" in read_page().xpath("//header//a/@href")


def test_measures_stand_with_their_act_and_in_a_table_by_issuer_and_target():
    page = read_page()
    assert "UNSCR 1696" in text_of(page.xpath("//dl[@class='rests'][contains(., 'Measures')]")[0])
    table = page.xpath("//table[@class='matrix']")[0]
    assert [text_of(head) for head in table.xpath(".//thead//th")] == ["Issuer", "Belarus", "Iran", "Russia"]
    assert [text_of(head) for head in table.xpath(".//tbody//th")] == ["UN"]


def test_red_flags_stand_under_what_came_of_their_test():
    section = read_page().xpath("//section[@id='red-flags']")[0]
    assert "4 indicators: 1 seen, 1 not seen, 1 not tested, 1 not testable with open data." in text_of(section)
    assert [text_of(one) for one in section.xpath(".//summary")] == [
        "Not tested (1)",
        "Not testable with open data (1)",
    ]


def test_a_lever_shows_ranges_with_their_figures_and_what_records_do_not_tell():
    section = read_page().xpath("//section[@id='levers']")[0]
    cells = [text_of(cell) for cell in section.xpath(".//td[@class='range']")]
    assert cells == [
        "5 million EUR",
        "1.2 million to 3.4 million EUR; 2 million in the middle",
        "1 million to 3 million EUR; 1.5 million in the middle",
        "1.6 million EUR or more, no upper bound; 3 million in the middle",
        "35 to 48 %; 41 in the middle",
        "the records do not tell",
    ]


def test_bars_of_different_units_are_not_drawn_on_one_scale():
    mixed = make_closure(lawful=replace(make_closure().lawful, unit="kg"))
    section = read_page(channel_case(keep(closures=(mixed,)))).xpath("//section[@id='levers']")[0]
    assert not section.xpath("(.//table[@class='ranges'])[1]//*[local-name()='svg']")


def test_what_is_missing_stands_with_where_it_could_be_had():
    row = read_page().xpath("//section[@id='missing']//tbody/tr")[0]
    assert [text_of(cell) for cell in row] == [
        "What Belarus exported to Iran.",
        "Iran’s customs publish imports by origin.",
    ]


def test_pictures_of_flows_stand_in_the_page_itself():
    (source,) = read_page().xpath("//section[@id='flows']//img/@src")
    assert source.startswith("data:image/svg+xml;base64,")


def test_an_empty_channel_still_makes_a_page():
    bare = make_assessment(
        make_channel(origins=(), via="", destination="", hubs=(), corridors=(), period=None, grounds=()),
        lines=(), findings=(), red_flags=(), alternatives=(), missing=(), words=(), rules=(), assessed_at=None,
    )  # fmt: skip
    page = render_page(channel_case(keep(bare, closures=(), pictures=())))
    assert "so there is no map" in page and "No lever was put to this channel" in page


def test_the_page_asks_for_nothing_and_runs_nothing():
    page = read_page()
    assert not page.xpath("//script | //iframe | //object | //embed | //link | //form | //base")
    assert not page.xpath("//@style | //@srcset | //@action | //@ping")
    assert all(source.startswith("data:") for source in page.xpath("//@src"))
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [content_policy()]


def test_headings_never_skip_a_level_and_no_place_has_two_names():
    page = read_page()
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    names = page.xpath("//@id")
    assert len(names) == len(set(names))


def test_a_page_is_known_by_its_mark():
    assert MARK in render_page()[:4000] and MARK not in render_html(channel_case())


def test_the_same_channel_gives_the_same_bytes():
    assert render_page() == render_page()


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_hostile_text_reaches_the_page_as_text(data):
    def draw():
        return data.draw(hostile)

    channel = make_channel(
        id=draw(), name=draw(), goods=GoodsScope(text=draw(), unresolved=(draw(),)), hubs=(draw(),), origins=(draw(),)
    )
    references = tuple(EvidenceReference(kind=kind, id=draw(), label=draw()) for kind in ("claim", "measure", draw()))
    other = Alternative(explanation=draw(), status="not_rejected")
    assessment = make_assessment(
        channel,
        question=draw(),
        lines=(
            make_line(statement=draw(), question=draw(), rule=draw(), references=references, alternatives=(other,)),
        ),
        missing=(MissingRecord(what=draw(), where=draw()),),
        words=(draw(),),
        rules=(draw(),),
        caveats=(draw(),),
    )
    closure = make_closure(statement=draw(), levers=(replace(make_closure().levers[0], lever=draw(), object=draw()),))
    case = channel_case(keep(assessment, closures=(closure,)), name=draw())
    ((name, text),) = render_channel_pages(case, {})
    assert re.fullmatch(r"[a-z0-9_-]+\.html", name)
    page = etree.HTML(text)
    tags = {node.tag for node in page.iter() if isinstance(node.tag, str)}
    assert tags <= ALLOWED | {"img", "circle", "code"}
    assert not [name for name in page.xpath("//@*") if name.attrname.startswith("on")]
    assert all(re.match(r"#|https?://|\.\./dossier\.html", link) for link in page.xpath("//@href"))
    etree.HTML(render_html(case))
