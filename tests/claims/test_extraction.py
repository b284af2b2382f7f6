"""One document into its claims: pure, exact to the character, and deaf to noise."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entrepot.claims import METHOD, extract, read_quotations
from entrepot.model.claim import FRAME_ROLES, Claim
from entrepot.model.document import Document
from entrepot.model.span import Span
from tests.claims.reports import claims_of, make_report, only_claim

ACTORS = st.sampled_from(
    ["Iran", "Minsk", "the Kremlin", "Morvale Elektronik", "Emomali Rahmon", "Côte d’Ivoire", "the EU", "a shipbroker"]
)
GOODS = st.sampled_from(["drones", "spare parts", "40 tonnes of potash", "“dual-use” goods", "microchips and lathes"])
DATES = st.sampled_from(["in May 2024", "on 3 March 2025", "since 2022", "last week", "on Friday", "for two years", ""])
TEMPLATES = st.sampled_from(
    [
        "{a} sold {g} to {b} {d}.",
        "{g} were sold to {b} by {a} {d}.",
        "{b} said that {a} sold {g} to Chad {d}.",
        "It denies that it sold {g} to {b}.",
        "{a} imposed sanctions on {b} {d}.",
        "{a} and {b} signed a treaty {d}.",
        "The two sides held talks in Tbilisi {d}.",
        "“We make {g},” said {a} {d}.",
        "{a} wants to buy {g} from {b}.",
        "{g} pass through Georgia to {b} 😀 {d}.",
        "They helped {b} evade the embargo {d}.",
        "The weather was fine.",
    ]
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    text = draw(TEMPLATES).format(a=draw(ACTORS), b=draw(ACTORS), g=draw(GOODS), d=draw(DATES))
    text = " ".join(text.replace(" .", ".").split())
    return text[0].upper() + text[1:]


PARAGRAPHS = st.lists(st.lists(sentences(), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4)
calm = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans_of(claim: Claim) -> list[Span]:
    """Every stretch of text that a claim points to."""
    spans = [claim.quote, *(cue.span for cue in claim.cues)]
    spans += [role.span for role in claim.roles if role.span]
    spans += [source.span for source in claim.sources if source.span]
    spans += [issue.span for issue in claim.issues if issue.span]
    return spans + ([claim.where.span] if claim.where else [])


def check(document: Document, claims: tuple[Claim, ...]) -> None:
    for claim in claims:
        for span in spans_of(claim):
            assert document.text[span.start : span.end] == span.text != ""
        for role in claim.roles:
            assert role.role in FRAME_ROLES[claim.frame]
            assert role.inferred == (role.span is None)
            assert bool(role.reason) or not role.inferred
            assert role.span is None or (role.text == role.span.text and role.span in claim.quote)
        assert claim.document_id == document.id
        assert claim.sources[0].name == document.publisher
        assert claim.method == METHOD
        assert any(cue.kind == "trigger" for cue in claim.cues)


@calm
@given(PARAGRAPHS)
def test_every_span_of_every_claim_is_exactly_its_text(paragraphs: list[str]) -> None:
    report = make_report(*paragraphs)
    check(report, extract(report).claims)


@calm
@given(PARAGRAPHS)
def test_the_same_report_twice_gives_the_same_claims(paragraphs: list[str]) -> None:
    report = make_report(*paragraphs)
    assert extract(report) == extract(report)


@calm
@given(PARAGRAPHS, sentences())
def test_a_paragraph_at_the_end_takes_no_claim_away(paragraphs: list[str], more: str) -> None:
    before = extract(make_report(*paragraphs)).claims
    after = extract(make_report(*paragraphs, more)).claims
    kept = {(claim.quote, claim.frame) for claim in after}
    assert [claim for claim in before if (claim.quote, claim.frame) not in kept] == []


@calm
@given(PARAGRAPHS, st.integers(min_value=1, max_value=40))
def test_claims_move_with_the_text_and_do_not_change(paragraphs: list[str], by: int) -> None:
    report = make_report(*paragraphs)
    moved = make_report(("furniture", "x" * by), *paragraphs)
    shapes = [
        [(claim.quote.start - shift, claim.frame, claim.modality, claim.polarity) for claim in extract(item).claims]
        for item, shift in ((report, 0), (moved, by + 2))
    ]
    assert shapes[0] == shapes[1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_no_text_whatever_breaks_the_extraction(paragraphs: list[str]) -> None:
    report = make_report(*paragraphs)
    check(report, extract(report).claims)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Iran sold drones to Chad , “ ” « ( ) . ? ! who which and that said by of not \u202e \x00 😀 — 12".split()
        ),
        min_size=1,
        max_size=25,
    ).map(" ".join)
)
def test_words_in_any_order_break_nothing(text: str) -> None:
    report = make_report(text)
    check(report, extract(report).claims)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "…!?.,;:“”",
        "\x00\x00 Iran sold \x00 drones to Chad.\x00",
        "\u202eIran sold drones to Chad.\u202c",
        "إيران باعت طائرات مسيرة إلى تشاد.",
        "😀 Iran 😀 sold 😀 drones 😀 to 😀 Chad 😀.",
        "Iran sold" * 200,
        "(" * 500,
        "“" * 501,
        "https://example.org/" + "a" * 3000 + " sold drones.",
        "I\u0301ran so\u0308ld dro\u0301nes to Cha\u0301d.",
        "<script>alert('Iran sold drones to Chad')</script>",
        "IRAN SOLD DRONES TO CHAD AND THE EU SANCTIONED IT.",
    ],
)
def test_hostile_text_is_read_without_a_fault(text: str) -> None:
    report = make_report(text)
    check(report, extract(report).claims)
    read_quotations(report)


@pytest.mark.slow
def test_a_sentence_of_five_thousand_words_is_read_without_a_fault() -> None:
    words = random.Random(5).choices(
        "Iran sold drones to Chad and Mali that said which of by the sanctions".split(), k=5000
    )
    report = make_report(" ".join(words) + ".")
    check(report, extract(report).claims)


def test_a_report_without_blocks_or_without_a_publisher_is_read() -> None:
    assert extract(make_report()).claims == ()
    assert only_claim("Iran sold drones to Chad.", publisher="").sources[0].name == "report.txt"


def test_headlines_and_furniture_give_no_claims() -> None:
    sold = "Iran sold drones to Chad."
    claims = claims_of(("title", sold[:-1]), ("furniture", sold), ("metadata", sold), ("table", sold))
    assert claims == ()


def test_list_items_and_captions_are_read() -> None:
    claims = claims_of(("list_item", "Iran sold drones to Chad."), ("caption", "Oman sold lathes to Mali."))
    assert len(claims) == 2


def test_claims_come_in_order_of_the_text_with_ids_of_their_own() -> None:
    claims = claims_of(
        "Iran sold drones to Chad. Oman sold lathes to Mali.", "Iran sold drones to Chad.", "Norway sanctioned Sudan."
    )
    assert [claim.quote.start for claim in claims] == sorted(claim.quote.start for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims) == 4


def test_an_id_depends_on_the_document_and_stays() -> None:
    one = only_claim("Iran sold drones to Chad.")
    assert one.id == only_claim("Iran sold drones to Chad.").id
    assert one.id != only_claim("Iran sold drones to Mali.").id
    assert len(one.id) == 16


def test_the_dates_of_a_report_come_with_its_claims() -> None:
    found = extract(make_report("Iran sold drones to Chad in May 2024."))
    assert [date.span.text for date in found.dates] == ["May 2024"]


def test_an_issue_speaks_to_a_reader() -> None:
    claims = claims_of("Halden Press reported that Iran sold drones to Chad.", "Iran allegedly sold rifles to Mali.")
    for claim in claims:
        for issue in claim.issues:
            assert issue.message[0].isupper()
            assert issue.message.endswith(".")
            assert "{" not in issue.message
