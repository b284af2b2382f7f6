"""Channels of the case: each with its question and a verdict a kind of evidence, never sorted by strength."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from entrepot.channels.rules import RULES
from entrepot.dossier.channel_records import kept_channel_record
from entrepot.dossier.channels.links import gather_targets, list_references
from entrepot.dossier.channels.page import HYPOTHESIS, render_channel_body
from entrepot.dossier.channels.places import gather_places
from entrepot.dossier.channels.words import render_words
from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import chip
from entrepot.dossier.phrases import capitalised
from entrepot.dossier.sections.channels import line_name
from entrepot.dossier.sections.findings import VERDICT_CHIPS
from entrepot.model.case import KeptChannel
from entrepot.model.channel import ChannelAssessment, EvidenceLine
from entrepot.store.channels import list_channels
from entrepot.web.paper import render_empty
from entrepot.web.requests import CaseGiven
from entrepot.web.respond import MissingError, Visit, add_page
from entrepot.web.ways import PAGES, quote_id

router = APIRouter()

VERDICTS = {
    "supports": "supports it",
    "does_not_support": "does not support it",
    "mixed": "mixed",
    "cannot_tell": "cannot tell",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelsPage:
    """The channels that were assessed, in the order of the case."""

    channels: tuple[KeptChannel, ...]
    title: str = "Channels"

    def record(self) -> dict[str, Any]:
        """Each channel with its evidence, as `entrepot channels --json` prints it."""
        return {"channels": [kept_channel_record(one) for one in self.channels]}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPage:
    """One channel with all that speaks to it."""

    kept: KeptChannel

    @property
    def title(self) -> str:
        """Its name."""
        return capitalised(self.kept.assessment.channel.name)

    def record(self) -> dict[str, Any]:
        """The channel with its evidence and what levers would close of it."""
        return kept_channel_record(self.kept)


def read_channels(case: CaseGiven) -> ChannelsPage:
    """The channels of the case with the evidence on each."""
    return ChannelsPage(channels=tuple(list_channels(case)))


def read_channel(case: CaseGiven, channel_id: str) -> ChannelPage:
    """One channel with map, flows, evidence side by side and levers."""
    found = next((one for one in list_channels(case) if one.assessment.channel.id == channel_id), None)
    if found is None:
        raise MissingError(f"No channel {channel_id!r} is assessed in this case; ask for it under Work.")
    return ChannelPage(kept=found)


def render_channels(page: ChannelsPage, visit: Visit) -> Html:
    """A card a channel."""
    if not page.channels:
        ask = element("p", element("a", "Assess the channels that the reports speak of", href="/jobs"))
        return render_empty("No channel of this case was assessed yet.", ask)
    return element(
        "div",
        element("p", HYPOTHESIS, class_="note"),
        element("div", [_card(one) for one in page.channels], class_="channels"),
    )


def _card(kept: KeptChannel) -> Html:
    assessment = kept.assessment
    question = element("a", render_words(assessment.question), href=f"/channels/{quote_id(assessment.channel.id)}")
    return element(
        "article",
        element("h2", question),
        element("ul", [_line(line) for line in assessment.lines], class_="verdicts"),
        class_="channel",
    )


def _line(line: EvidenceLine) -> Html:
    verdict = chip(VERDICTS[line.verdict], VERDICT_CHIPS[line.verdict])
    return element("li", element("span", f"{line_name(line.kind)} ", class_="kind"), verdict)


def render_channel(page: ChannelPage, visit: Visit) -> Html:
    """The dossier's page of the channel, its references leading to pages of the workbench."""
    places = gather_places(page.kept.assessment)
    targets = gather_targets(page.kept.assessment, places, _addresses(page.kept.assessment))
    rules = {rule.key: rule.when for rule in RULES}
    return element("div", render_channel_body(page.kept, places, targets, rules), class_="channel-page")


def _addresses(assessment: ChannelAssessment) -> Mapping[tuple[str, str], str]:
    """Where the workbench sets out what the evidence names."""
    named = {(one.kind, one.id) for one in list_references(assessment)}
    named |= {(one.kind, one.reference) for one in assessment.channel.grounds}
    return {key: address for key in named if (address := _address(*key))}


def _address(kind: str, id_: str) -> str | None:
    if kind == "proposition":
        return PAGES.proposition("", id_)
    if kind == "claim":
        return PAGES.claim("", id_)
    if kind == "match":
        return PAGES.actor(id_.split("|")[0])
    return {"finding": "/findings", "screen": "/findings", "list": "/lists"}.get(kind)


add_page(router, "/channels", read_channels, render_channels)
add_page(router, "/channels/{channel_id}", read_channel, render_channel)
