"""Ways from a channel's page to what its evidence rests on: the dossier beside it, its own sections, or a source."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from entrepot.dossier.channels.places import ChannelPlaces
from entrepot.dossier.channels.words import shorten, source_words
from entrepot.dossier.issue_words import phrase_days
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.sections.matches import matched_actors
from entrepot.dossier.view import CaseView
from entrepot.model.channel import ChannelAssessment, EvidenceReference
from entrepot.reference.tables import Row, load_table

DOSSIER = "../dossier.html"
SHOWN = 5
"""References of one kind that stand open; the others are folded away."""
LONGEST = 160
"""Characters of a label; what it names says the rest."""
KINDS = {
    "proposition": "Propositions",
    "claim": "Claims",
    "measure": "Measures",
    "match": "Possible matches",
    "finding": "Findings",
    "hub": "Hubs",
    "corridor": "Corridors",
    "confounder": "Dated events that could explain it",
    "red_flag": "Red flags",
    "list": "Lists",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Where each thing that evidence names is set out: its address by kind and id."""

    addresses: Mapping[tuple[str, str], str]

    def find(self, kind: str, id_: str) -> str | None:
        """The address; None where the thing is not set out in this dossier."""
        return self.addresses.get((kind, id_))


def gather_case_targets(view: CaseView) -> dict[tuple[str, str], str]:
    """The addresses of a case's propositions, claims, matches, findings and lists in its dossier."""
    found: dict[tuple[str, str], str] = {}
    for claim in view.claims:
        found["claim", claim.claim.id] = f"{DOSSIER}#{claim.anchor}"
    for one in view.propositions:
        anchor = one.anchor if one.listed else one.claims[0].anchor
        found["proposition", one.proposition.id] = f"{DOSSIER}#{anchor}"
    for number, kept in enumerate(view.findings, 1):
        found["finding", kept.finding.id] = f"{DOSSIER}#f{number}"
    if view.screenings:
        for number, actor in enumerate(matched_actors(view.screenings), 1):
            for match in actor.screening.matches:
                key = f"{actor.screening.query.id}|{match.list}|{match.id}"
                found["match", key] = f"{DOSSIER}#m{number}"
        for version in view.screenings.list_versions:
            found["list", version.list] = f"{DOSSIER}#matches"
    return found


def gather_targets(
    assessment: ChannelAssessment, places: ChannelPlaces, of_case: Mapping[tuple[str, str], str]
) -> Targets:
    """Those of the case with what the channel's own page sets out; its own findings come before the dossier's."""
    found = dict(of_case)
    found |= {("finding", one.id): f"#{finding_anchor(at)}" for at, one in enumerate(assessment.findings, 1)}
    found |= {("hub", hub.id): f"#hub-{number}" for number, hub in places.hubs.items()}
    found |= {("corridor", one.id): f"#corridor-{letter}" for letter, one in places.corridors.items()}
    found |= {("red_flag", flag.id): f"#flag-{at}" for at, flag in enumerate(assessment.red_flags, 1)}
    return Targets(addresses=found)


def finding_anchor(number: int) -> str:
    """The anchor of a finding among those made for the channel."""
    return f"finding-{number}"


def render_references(references: Sequence[EvidenceReference], targets: Targets) -> Html | None:
    """The references by kind, each with the way to it; measures with their act."""
    by_kind: dict[str, list[EvidenceReference]] = {}
    for one in references:
        by_kind.setdefault(one.kind, []).append(one)
    if not by_kind:
        return None
    parts = [
        element("div", element("dt", KINDS.get(kind, kind.replace("_", " "))), element("dd", _list(found, targets)))
        for kind, found in by_kind.items()
    ]
    return element("dl", parts, class_="rests")


def _list(references: Sequence[EvidenceReference], targets: Targets) -> Html:
    items = [element("li", _render_reference(one, targets)) for one in references]
    if len(items) <= SHOWN + 2:
        return element("ul", items)
    summary = element("summary", f"and {len(items) - SHOWN} more")
    return join(element("ul", items[:SHOWN]), element("details", summary, element("ul", items[SHOWN:])))


def _render_reference(one: EvidenceReference, targets: Targets) -> Html:
    label = element("bdi", shorten(phrase_days(one.label or one.id), LONGEST))
    address = targets.find(one.kind, one.id)
    shown = element("a", label, href=address) if address else label
    render = _SOURCES.get(one.kind)
    return join(shown, render(one) if render else None)


def _render_measure(one: EvidenceReference) -> Html | None:
    """The act of a measure of the table, where the label does not name it already."""
    row = load_table("measures").find_row(one.id)
    if row is None:
        return None
    act = " ".join(part for part in (row["legal_act"], row["article"]) if part)
    told = None if not act or act in one.label else element("span", f" {act}", class_="kind")
    return join(told, " ", element("span", f"row {one.id}", class_="kind"))


def _render_confounder(one: EvidenceReference) -> Html | None:
    row = load_table("trade_confounders").find_row(one.id)
    return element("span", f" {source_words(row['source'])}", class_="kind") if row else None


_SOURCES: dict[str, Callable[[EvidenceReference], Html | None]] = {
    "measure": _render_measure,
    "confounder": _render_confounder,
}


def list_references(assessment: ChannelAssessment) -> list[EvidenceReference]:
    """Everything that the lines of evidence and the red flags name."""
    of_lines = [one for line in assessment.lines for one in line.references]
    return of_lines + [one for flag in assessment.red_flags for one in flag.references]


def find_measure(reference: EvidenceReference) -> Row | None:
    """The row of the measures table that a reference names; None for other kinds and for measures of the user's own."""
    return load_table("measures").find_row(reference.id) if reference.kind == "measure" else None
