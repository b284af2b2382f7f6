"""Report text is hostile input: whatever it holds, it reaches the page as text and the page keeps its shape."""

import html
import json
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from entrepot.dossier import (
    render_csv,
    render_follow_the_money,
    render_html,
    render_json,
    render_screenings_csv,
)
from entrepot.dossier.markup import show_hidden
from entrepot.model.actor import Actor
from entrepot.model.case import CaseContents, CaseScreening, ScreenedActor, UnreadInput
from entrepot.model.claim import FRAME_ROLES, Claim, Cue, Role, Source
from entrepot.model.comparison import SharedPassage, SharedText
from entrepot.model.document import Block, Document
from entrepot.model.issue import Issue
from entrepot.model.listing import ListVersion
from entrepot.model.match import Feature, Judgement, Match, Query, Screening
from entrepot.model.proposition import (
    Conflict,
    ConflictValue,
    Drift,
    FirstReport,
    Grade,
    Proposition,
    PropositionLink,
    SourceGrade,
)
from entrepot.model.span import cut_span
from tests.dossier.samples import make_origin, make_proposition

NASTY = (
    "<script>alert(1)</script>",
    "</title></style></script><svg/onload=alert(1)>",
    "\"'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "<!-- -- ><![CDATA[ ]]>",
    "&lt;b&gt; &#60; &amp;",
    "\u202etxet desrever\u202c",
    "\x00\x07\x1b[31m",
    "\ud800 \udfff",
    "\ufffe\uffff\x85",
    "=HYPERLINK(1)",
    "شركة الشحن",
    "a\u0301\u0327\u0334" * 5,
    "\u2028\u2029\r\n",
)

hostile = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=12)), min_size=1, max_size=4).map(" ".join)
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav", "section", "article"),
    *("h1", "h2", "h3", "h4", "p", "a", "b", "bdi", "cite", "span", "strong", "mark", "u", "sup", "q", "time", "pre"),
    *("ul", "ol", "li", "dl", "dt", "dd", "div", "details", "summary", "blockquote", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "g", "rect", "line", "path", "text"),
}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(hostile)
    split = draw(st.integers(0, len(text)))
    kinds = st.sampled_from(["title", "heading", "paragraph", "list_item", "caption", "table", "metadata", "furniture"])
    return Document(
        id=draw(st.uuids()).hex[:16],
        path=draw(hostile),
        sha256="0" * 64,
        media_type="text/html",
        text=text,
        blocks=(
            Block(kind=draw(kinds), start=0, end=split, reason=draw(hostile)),
            Block(kind=draw(kinds), start=split, end=len(text)),
        ),
        title=draw(hostile),
        publisher=draw(hostile),
        byline=draw(hostile),
        url=draw(st.one_of(hostile, st.just('https://example.org/<">?'))),
        language=draw(st.sampled_from(["", "en", "ru", '"><b>'])),
        issues=(Issue(code=draw(hostile), message=draw(hostile)),),
    )


@st.composite
def claims(draw: st.DrawFn, document: Document) -> Claim:
    start = draw(st.integers(0, len(document.text)))
    quote = cut_span(document.text, start, draw(st.integers(start, len(document.text))))
    frame = draw(st.sampled_from(sorted(FRAME_ROLES)))
    actor = Actor(id=draw(hostile), kind=draw(st.sampled_from(["country", "person", "place"])), name=draw(hostile))
    return Claim(
        id=draw(hostile),
        document_id=document.id,
        quote=quote,
        frame=frame,
        roles=(
            Role(role=FRAME_ROLES[frame][0], text=draw(hostile), span=None, actor=actor, inferred=True, reason="<i>"),
            Role(role=FRAME_ROLES[frame][-1], text=draw(hostile), span=None, hs=("<hs>",)),
        ),
        attributes=((draw(hostile), draw(hostile)), ("quantity", draw(hostile))),
        polarity=draw(st.sampled_from(["positive", "negative"])),
        modality=draw(st.sampled_from(["asserted", "alleged", "planned", "possible", "denied"])),
        cues=(Cue(kind="stance", span=quote),),
        sources=(Source(name=draw(hostile), kind="outlet"), Source(name=draw(hostile), kind="unnamed", actor=actor)),
        stance=(draw(hostile),),
        issues=(Issue(code="office_term", message=draw(hostile), evidence=(draw(hostile),)),),
        method=(draw(hostile), "1"),
    )


@st.composite
def cases(draw: st.DrawFn) -> CaseContents:
    found = draw(st.lists(documents(), min_size=1, max_size=2, unique_by=lambda document: document.id))
    made = [claim for document in found for claim in draw(st.lists(claims(document), max_size=2))]
    unread = UnreadInput(path=draw(hostile), reason=draw(hostile))
    return CaseContents(
        name=draw(hostile),
        documents=tuple(found),
        claims=tuple(made),
        unread=(unread,),
        propositions=draw(propositions(made)),
        grades=(SourceGrade(source=draw(hostile), letter="D", basis=draw(hostile)),),
        grading_rule=draw(hostile),
        shared=draw(shared_texts(found)),
        screenings=draw(st.none() | screenings(made)),
    )


@st.composite
def propositions(draw: st.DrawFn, made: list[Claim]) -> tuple[Proposition, ...]:
    """The claims of each frame as one proposition, with origins, conflicts and drift of hostile words; or none."""
    frames = sorted({claim.frame for claim in made}) if draw(st.booleans()) else []
    found = [draw(proposition([claim for claim in made if claim.frame == frame])) for frame in frames]
    links = [PropositionLink(kind="broader", proposition_id=one.id, reason=draw(hostile)) for one in found]
    return tuple(replace(one, links=tuple(links)) for one in found)


@st.composite
def proposition(draw: st.DrawFn, claims: list[Claim]) -> Proposition:
    first, last = claims[0], claims[-1]
    kinds = st.sampled_from(["quantity", "date", "place", "denial"])
    values = tuple(ConflictValue(value=draw(hostile), claims=(claim.id,)) for claim in (first, last))
    return make_proposition(
        *claims,
        id=draw(hostile),
        where=draw(hostile),
        origins=(
            make_origin(
                draw(hostile),
                *claims,
                kind=draw(st.sampled_from(["official", "unnamed", "unknown"])),
                interested=True,
                reliability=draw(hostile),
                reasons=(draw(hostile),),
            ),
        ),
        conflicts=(Conflict(kind=draw(kinds), values=values),),
        first_reported=FirstReport(
            claim_id=first.id, document_id=first.document_id, publisher=draw(hostile), published=None
        ),
        grade=Grade(credibility=3, reason=draw(hostile)),
        drifts=(
            Drift(
                claim_id=last.id,
                earlier_id=first.id,
                what=draw(hostile),
                before=draw(hostile),
                after=draw(hostile),
            ),
        ),
        merged=((last.id, draw(hostile)),),
        issues=(Issue(code=draw(hostile), message=draw(hostile)),),
    )


@st.composite
def shared_texts(draw: st.DrawFn, found: list[Document]) -> tuple[SharedText, ...]:
    """The first report and the last with the whole of their texts as a passage."""
    left, right = (cut_span(one.text, 0, len(one.text)) for one in (found[0], found[-1]))
    passage = SharedPassage(left=left, right=right, words=9, same_words=draw(st.sampled_from([8, 9])))
    return (SharedText(left_id=found[0].id, right_id=found[-1].id, passages=(passage,), resemblance=0.5),)


@st.composite
def screenings(draw: st.DrawFn, made: list[Claim]) -> CaseScreening:
    """The actors of the claims, and one of none, with matches, judgements and versions of hostile words."""
    version = ListVersion(list=draw(hostile), published=None, sha256=draw(hostile), rows=3, title=draw(hostile))
    ids = [role.actor.id for claim in made for role in claim.roles if role.actor]
    actors = [draw(screened_actor(actor_id, version)) for actor_id in dict.fromkeys([*ids, draw(hostile)])]
    return CaseScreening(
        screened_at=datetime(2026, 3, 1, tzinfo=UTC),
        list_versions=(version,),
        method=(draw(hostile), "1"),
        threshold=0.5,
        as_of=draw(st.none() | st.dates()),
        actors=tuple(actors),
        issues=(Issue(code=draw(hostile), message=draw(hostile)),),
        outdated=(draw(hostile),),
    )


@st.composite
def screened_actor(draw: st.DrawFn, actor_id: str, version: ListVersion) -> ScreenedActor:
    matches = tuple(draw(st.lists(listed_match(version.list), max_size=5)))
    query = Query(name=draw(hostile), id=actor_id, kind=draw(st.sampled_from(["person", "vessel"])))
    screening = Screening(query=query, list_versions=(version,), method=("m", "1"), threshold=0.5, matches=matches)
    issues = (Issue(code="query_empty", message=draw(hostile), severity=draw(st.sampled_from(["note", "error"]))),)
    earlier = tuple((match.list, match.id) for match in matches) if draw(st.booleans()) else ()
    return ScreenedActor(screening=screening, issues=issues, judged_earlier=earlier)


@st.composite
def listed_match(draw: st.DrawFn, name: str) -> Match:
    at = datetime(2026, 1, 5, tzinfo=UTC)
    party_id = draw(hostile)
    judgement = Judgement(
        query=draw(hostile), list=name, party_id=party_id, verdict=draw(st.sampled_from(["positive", "negative"])),
        by=draw(hostile), judged_at=at, reason=draw(hostile),
    )  # fmt: skip
    weight = draw(st.floats(-9, 9))
    return Match(
        id=party_id,
        list=draw(st.sampled_from([name, "other"])),
        name=draw(hostile),
        matched_name=draw(hostile),
        score=draw(st.floats(0, 1)),
        decision=draw(st.sampled_from(["possible_match", "no_match"])),
        features=(Feature(name=draw(hostile), score=1.0, weight=weight, detail=draw(hostile | st.just(""))),),
        programs=tuple(draw(st.lists(hostile, max_size=2))),
        first_listed=draw(st.none() | st.just(date(2018, 3, 30))),
        judgement=draw(st.none() | st.just(judgement)),
    )


def visible(text: str) -> str:
    return show_hidden(text).replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=40, deadline=None)
@given(cases())
def test_nothing_in_a_report_becomes_markup_or_a_request(case: CaseContents) -> None:
    page = render_html(case)
    page.encode("utf-8")
    parsed = etree.HTML(page)
    assert {element.tag for element in parsed.iter(etree.Element)} <= ALLOWED
    assert not list(parsed.iter(etree.Comment)) and not list(parsed.iter(etree.PI))
    assert not [name for name in parsed.xpath("//@*") if name.attrname.startswith("on") or name.attrname == "style"]
    links = parsed.xpath("//@href")
    assert all(link.startswith(("#", "https://", "http://")) for link in links)
    assert not parsed.xpath("//@src | //@action | //@formaction | //@background | //@poster")


@settings(max_examples=40, deadline=None)
@given(cases())
def test_every_sentence_and_every_word_of_a_report_is_on_the_page(case: CaseContents) -> None:
    parsed = etree.HTML(render_html(case))
    for number in parsed.xpath("//sup"):
        number.clear(keep_tail=True)
    for report, document in zip(parsed.xpath("//article[@class='report']"), case.documents, strict=True):
        body = report.find("div[@class='body']")
        for extra in body.xpath(".//div[@class='cards'] | .//summary | .//*[@class='claim']"):
            extra.clear(keep_tail=True)
        assert "".join("".join(body.itertext()).split()) == "".join(visible(document.text).split())


@settings(max_examples=40, deadline=None)
@given(cases())
def test_a_sentence_stands_in_the_markup_escaped(case: CaseContents) -> None:
    page = render_html(case)
    for claim in case.claims:
        assert html.escape(show_hidden(claim.method[0])) in page
        assert html.escape(show_hidden(claim.issues[0].message.strip())) in page
        assert html.escape(show_hidden(claim.quote.text)) in page
    for one in case.propositions:
        for words in (one.merged[0][1], one.issues[0].message, *one.origins[0].reasons, one.drifts[0].before):
            assert html.escape(show_hidden(words.strip())) in page


@settings(max_examples=40, deadline=None)
@given(cases())
def test_every_link_inside_the_page_leads_somewhere(case: CaseContents) -> None:
    parsed = etree.HTML(render_html(case))
    names = set(parsed.xpath("//@id"))
    assert len(names) == len(parsed.xpath("//@id"))
    assert {link[1:] for link in parsed.xpath("//a/@href") if link.startswith("#")} <= names


@settings(max_examples=40, deadline=None)
@given(cases())
def test_no_hostile_report_breaks_the_files_for_programs(case: CaseContents) -> None:
    assert json.loads(render_json(case).encode("utf-8"))["claims"] is not None
    render_csv(case).encode("utf-8")
    render_screenings_csv(case).encode("utf-8")
    for line in render_follow_the_money(case):
        entity = json.loads(line.encode("ascii"))
        assert "\n" not in line and entity["id"] and entity["schema"]
        json.dumps(entity, ensure_ascii=False).encode("utf-8")
