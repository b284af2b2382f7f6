"""A channel as one HTML page beside the dossier: the question, the map, the evidence, what is missing, the levers."""

from collections.abc import Iterator, Mapping

from entrepot.dossier.channels.evidence import (
    render_channel_findings,
    render_evidence,
    render_issues,
    render_other_explanations,
    render_rule,
)
from entrepot.dossier.channels.file_names import MARK, page_name
from entrepot.dossier.channels.flags import render_missing, render_red_flags
from entrepot.dossier.channels.levers import render_levers
from entrepot.dossier.channels.links import DOSSIER, Targets, gather_case_targets, gather_targets
from entrepot.dossier.channels.map_section import render_map
from entrepot.dossier.channels.places import ChannelPlaces, gather_places
from entrepot.dossier.channels.words import goods_words, origin_words, place_name, render_words
from entrepot.dossier.days import phrase_day
from entrepot.dossier.markup import Html, element
from entrepot.dossier.page import render_document
from entrepot.dossier.parts import dated, section
from entrepot.dossier.phrases import capitalised
from entrepot.dossier.sections.findings import render_picture
from entrepot.dossier.view import view_case
from entrepot.model.case import CaseContents, KeptChannel
from entrepot.model.channel import Channel, ChannelAssessment

SECTIONS = (
    ("assessment", "In words"),
    ("map", "Map"),
    ("flows", "Flows"),
    ("evidence", "Evidence"),
    ("findings", "Findings"),
    ("alternatives", "Alternatives"),
    ("red-flags", "Red flags"),
    ("missing", "Missing"),
    ("levers", "Levers"),
    ("caveats", "Caveats"),
)
HYPOTHESIS = (
    "A channel is a hypothesis: nothing on this page says that goods went this way, or that a person or firm has done "
    "wrong. The lines of evidence stand side by side and no figure sums them up."
)
NO_WORDS = "The channel was not put into words."
NO_PICTURE = "No picture of flows is kept with this channel."
CAVEATS = (
    "Statistics speak of territories, goods and periods, never of a firm.",
    "That an issuer has no measure in the table, or that a customs office publishes nothing, is not a negative fact.",
    "A name on a list is a possible match until a person has compared both.",
    "Boundaries and names on the map imply no position on the status of any territory.",
)
GROUNDS = {"proposition": "proposition", "file": "the user’s file", "screen": "a screen of trade records"}


def render_channel_pages(case: CaseContents, rules: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The name of the file and the page of each channel; `rules` are the words of the rules by their keys.

    Raises:
        ValueError: a claim names a document, or a proposition a claim, that the case does not hold.
    """
    if not case.channels:
        return
    of_case = gather_case_targets(view_case(case))
    for kept in case.channels:
        places = gather_places(kept.assessment)
        targets = gather_targets(kept.assessment, places, of_case)
        yield page_name(kept.assessment.channel.id), _render_page(case.name, kept, places, targets, rules)


def _render_page(
    case_name: str, kept: KeptChannel, places: ChannelPlaces, targets: Targets, rules: Mapping[str, str]
) -> str:
    assessment = kept.assessment
    channel = assessment.channel
    back = element("a", "dossier", href=f"{DOSSIER}#channels")
    header = element(
        "header",
        element("p", "Entrepôt · ", back, " · ", element("bdi", case_name), class_="brand"),
        element("h1", element("bdi", capitalised(channel.name))),
    )
    main = element("main", render_channel_body(kept, places, targets, rules), id="main")
    return render_document(f"{channel.name} · {case_name}", header, SECTIONS, main, MARK)


def render_channel_body(
    kept: KeptChannel, places: ChannelPlaces, targets: Targets, rules: Mapping[str, str]
) -> list[Html]:
    """The sections of a channel's page, in their order."""
    assessment = kept.assessment
    return [
        _opening(assessment, targets),
        _in_words(assessment, rules),
        render_map(places),
        _flows(kept),
        render_evidence(assessment, targets, rules),
        render_channel_findings(assessment),
        render_other_explanations(assessment),
        render_red_flags(assessment, targets),
        render_missing(assessment),
        render_levers(kept.closures),
        _caveats(assessment),
    ]


def _opening(assessment: ChannelAssessment, targets: Targets) -> Html:
    return element(
        "section",
        element(
            "div",
            element("p", element("strong", render_words(assessment.question)), class_="lead"),
            element("p", "Leads for human review, not findings of wrongdoing. ", HYPOTHESIS),
            class_="notice",
            role="note",
        ),
        _facts(assessment),
        render_issues(assessment.channel.issues),
        _grounds(assessment.channel, targets),
        id="opening",
        aria_label="The question",
        class_="part part-opening",
    )


def _facts(assessment: ChannelAssessment) -> Html:
    channel = assessment.channel
    assessed = f", assessed {phrase_day(assessment.assessed_at.date().isoformat())}" if assessment.assessed_at else ""
    facts: list[tuple[str, Html | str]] = [
        ("Origin", origin_words(channel)),
        ("Via", place_name(channel.via) if channel.via else "not said"),
        ("Destination", place_name(channel.destination) if channel.destination else "not said"),
        ("Goods", goods_words(channel)),
        ("Period", dated(channel.period) if channel.period else "not said"),
        ("As of", f"{phrase_day(assessment.as_of)}{assessed} by {' '.join(assessment.method)}"),
    ]
    pairs = (element("div", element("dt", term), element("dd", fact)) for term, fact in facts)
    return element("dl", pairs, class_="channel-facts")


def _grounds(channel: Channel, targets: Targets) -> Html | None:
    """What the hypothesis was made from, each in its own words."""
    items = []
    for one in channel.grounds:
        address = targets.find("proposition" if one.kind == "proposition" else "finding", one.reference)
        kind = GROUNDS.get(one.kind, one.kind)
        source = element("a", kind, href=address) if address else f"{kind} {one.reference}"
        items.append(element("li", element("bdi", one.text), " ", element("span", "(", source, ")", class_="kind")))
    if not items:
        return None
    summary = element("summary", f"What the hypothesis was made from ({len(items)})")
    return element("details", summary, element("ul", items, class_="grounds-list"), class_="after")


def _in_words(assessment: ChannelAssessment, rules: Mapping[str, str]) -> Html:
    """The assessment, a sentence a line, each beside the rule from which it follows."""
    items = [
        element("li", element("p", render_words(words)), element("p", render_rule(rule, rules), class_="minor"))
        for words, rule in zip(assessment.words, (*assessment.rules, *[""] * len(assessment.words)), strict=False)
    ]
    inner = element("ol", items, class_="assessment") if items else element("p", NO_WORDS)
    return section("assessment", "In words", inner, render_issues(assessment.issues))


def _flows(kept: KeptChannel) -> Html:
    pictures = [render_picture(svg, kept.assessment.question) for svg in kept.pictures]
    return section(
        "flows", "Flows", element("div", pictures, class_="finding") if pictures else element("p", NO_PICTURE)
    )


def _caveats(assessment: ChannelAssessment) -> Html:
    items = [element("li", render_words(one)) for one in (*CAVEATS, *assessment.caveats)]
    return section("caveats", "Caveats", element("ul", items, class_="caveats"))
