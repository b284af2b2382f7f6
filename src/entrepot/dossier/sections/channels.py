"""Channels: the question of each, how each line of evidence came out, and the way to its page."""

from entrepot.dossier.channels.file_names import FOLDER, page_name
from entrepot.dossier.days import phrase_day
from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import chip, count, section
from entrepot.dossier.phrases import capitalised
from entrepot.dossier.sections.findings import VERDICT_CHIPS, VERDICTS
from entrepot.dossier.view import CaseView
from entrepot.model.case import KeptChannel

STANDING = (
    "A channel is a hypothesis that goods reach a destination through a third territory. Each line of evidence answers "
    "its own question; the lines are never added up."
)
NOT_ASSESSED = "No channel of this case was assessed."
LINES = {
    "reports": "Reports",
    "listed_parties": "Listed parties",
    "law": "Law",
    "customs": "Customs records",
    "routes": "Routes",
}


def render_channels(view: CaseView) -> Html:
    """The channels in the order in which they were first assessed."""
    if not view.channels:
        return section("channels", "Channels", element("p", NOT_ASSESSED))
    items = [_render_channel(kept) for kept in view.channels]
    return section(
        "channels", "Channels", element("p", STANDING, class_="note"), element("ul", items, class_="channels")
    )


def line_name(kind: str) -> str:
    """The name of a kind of evidence; the kind itself where it is not known here."""
    return LINES.get(kind, kind.replace("_", " "))


def _render_channel(kept: KeptChannel) -> Html:
    assessment = kept.assessment
    address = f"{FOLDER}/{page_name(assessment.channel.id)}"
    name = element("a", element("bdi", capitalised(assessment.channel.name)), href=address)
    lines = [
        element("li", f"{line_name(line.kind)}: ", chip(VERDICTS[line.verdict], VERDICT_CHIPS[line.verdict]))
        for line in assessment.lines
    ]
    levers = f" · {count(len(kept.closures), 'estimate')} of what levers would close" if kept.closures else ""
    return element(
        "li",
        element("h3", name),
        element("p", element("bdi", assessment.question), class_="statement"),
        element("ul", lines, class_="line-chips") if lines else None,
        element("p", f"As of {phrase_day(assessment.as_of)}{levers}", class_="minor"),
    )
