"""Where the words come from: every origin of a proposition as a root, with the outlets that carry it as its leaves."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.names import standing_of
from entrepot.dossier.parts import SOURCE_KINDS, chip, claim_links, published_words, standing_labels
from entrepot.dossier.proposition_words import reliability_words
from entrepot.dossier.view import ClaimView, PropositionView
from entrepot.model.proposition import Origin, Trail

NAMED_KINDS = SOURCE_KINDS.keys() - {"unnamed"}
"""A body for which nameless officials speak is itself named."""

WORD = re.compile(r"\w+")


@dataclass(slots=True, kw_only=True)
class Node:
    """A name on the way from a root to its outlets; an outlet holds the claims of its reports."""

    name: str
    claims: list[ClaimView] = field(default_factory=list)
    below: dict[str, "Node"] = field(default_factory=dict)


def render_origins(view: PropositionView) -> Html:
    """The named origins each as a tree, and one tree, set apart, for whatever is of unknown origin."""
    named = [origin for origin in view.proposition.origins if origin.kind != "unknown"]
    unknown = [origin for origin in view.proposition.origins if origin.kind == "unknown"]
    claims = {claim.claim.id: claim for claim in view.claims}
    return element(
        "div",
        (_render_origin(origin, claims) for origin in named),
        _render_unknown(unknown, claims) if unknown else None,
        class_="origins",
        role="group",
        aria_label="Origins",
    )


def grow_tree(origin: Origin, claims: Mapping[str, ClaimView], told: str = "") -> Node:
    """The trails of an origin as one tree from the root outward; a trail's names that its ends repeat are left out.

    Whoever published first comes first, as in `claims`. An outlet that others cite stands once, with its own claims and
    with those who cite it below. `told` are words printed beside the root, whose names need not be repeated either.
    Where a voice goes by several names, each stands above the outlets that use it.
    """
    root = Node(name=origin.name)
    names = {trail.steps[-1].casefold() for trail in origin.trails if trail.steps}
    known = _words(f"{origin.name} {told}") if len(names) == 1 or told else set()
    trails = {trail.claim_id: trail for trail in origin.trails}
    for claim_id in (each for each in claims if each in trails):
        trail, claim = trails[claim_id], claims[claim_id]
        outlet = claim.document.publisher or (trail.steps[0] if trail.steps else "") or "publisher unknown"
        _place(root, [*_between(trail, origin.name, known | _words(outlet)), outlet]).claims.append(claim)
    return root


def _between(trail: Trail, root: str, known: set[str]) -> list[str]:
    """The names between the root and the outlet, from the root outward, each once."""
    names = {" ".join(name.casefold().split()): name for name in reversed(trail.steps[1:])}
    return [name for name in names.values() if not _words(name) <= known and _words(name) != _words(root)]


def _place(root: Node, names: Iterable[str]) -> Node:
    node = root
    for name in names:
        node = node.below.setdefault(" ".join(name.casefold().split()), Node(name=name))
    return node


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


def _render_origin(origin: Origin, claims: Mapping[str, ClaimView]) -> Html:
    """The origin with its tree; a standing that all its claims have is said once, at the root."""
    standings = {standing_of(claims[each].claim) for each in origin.claims if each in claims}
    alike = standing_labels(standings) if len(standings) == 1 else None
    marks = [
        element("span", SOURCE_KINDS[origin.kind], class_="kind") if origin.kind in NAMED_KINDS else None,
        chip("party to the matter", "party") if origin.interested else None,
        chip(reliability_words(origin.reliability), "letter") if origin.reliability else None,
        None if origin.independent else chip("not counted", "uncounted"),
        alike,
    ]
    return element(
        "div",
        element("p", element("bdi", origin.name, class_="root"), ((" ", mark) for mark in marks if mark)),
        _render_below(grow_tree(origin, claims), origin.name, len(standings) > 1),
        element("p", "; ".join(origin.reasons), class_="why") if origin.reasons else None,
        class_="origin",
    )


def _render_unknown(origins: Iterable[Origin], claims: Mapping[str, ClaimView]) -> Html:
    items = []
    for origin in origins:
        reason = "; ".join(origin.reasons) or "no source is known"
        items.append(
            element(
                "li",
                element("span", reason, class_="step"),
                _render_below(grow_tree(origin, claims, reason), "unknown", True),
            )
        )
    head = element("p", element("span", "Origin unknown", class_="root"), " ", chip("not counted", "uncounted"))
    return element("div", head, element("ul", items, class_="tree"), class_="origin origin-unknown")


def _render_below(node: Node, root: str, labelled: bool) -> Html | None:
    if not node.below:
        return None
    return element("ul", (_render_node(each, root, labelled) for each in node.below.values()), class_="tree")


def _render_node(node: Node, root: str, labelled: bool) -> Html:
    itself = " itself" if node.name == root else None
    name = element("bdi", node.name, class_="outlet" if node.claims else "step")
    return element("li", name, itself, _render_claims(node.claims, labelled), _render_below(node, root, labelled))


def _render_claims(claims: list[ClaimView], labelled: bool) -> Html:
    """The claims of an outlet, each report's with its day of publication and its standing where it has one."""
    reports: dict[int, list[ClaimView]] = {}
    for claim in claims:
        reports.setdefault(claim.report, []).append(claim)
    return join(
        join(
            "; " if at else ", ",
            element("span", published_words(group[0].document.published), class_="day"),
            "\u00a0",
            claim_links(group, 9),
            " ",
            standing_labels(standing_of(view.claim) for view in group) if labelled else None,
        )
        for at, group in enumerate(reports.values())
    )
