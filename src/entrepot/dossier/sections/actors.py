"""Actors: what is said of each, in which role and by how many, and what each is quoted as saying."""

from collections import defaultdict
from dataclasses import dataclass, field

from entrepot.dossier.markup import Html, element
from entrepot.dossier.names import FREE_ROLES, innermost_source, named_source_key, role_name, standing_of
from entrepot.dossier.parts import claim_links, count, phrase, proposition_link, section, standing_labels
from entrepot.dossier.view import CaseView, ClaimView, PropositionView
from entrepot.dossier.ways import actor_anchor
from entrepot.model.actor import Actor

KINDS = {
    "country": "Countries",
    "organisation": "Organisations and firms",
    "person": "Persons",
    "vessel": "Vessels",
    "group": "Groups",
    "place": "Places",
}
ROLES = 6
LINES = 6
NAMES = 60


@dataclass(slots=True, kw_only=True)
class Entry:
    """What the case says of one actor; filled while the claims are walked through once."""

    actor: Actor
    named: list[ClaimView] = field(default_factory=list)
    speaks: list[ClaimView] = field(default_factory=list)
    propositions: list[PropositionView] = field(default_factory=list)
    roles: dict[tuple[str, str], list[ClaimView]] = field(default_factory=lambda: defaultdict(list))

    @property
    def reports(self) -> int:
        """In how many reports a claim names the actor in a role or as its source."""
        return len({view.report for view in [*self.named, *self.speaks]})


def render_actors(view: CaseView) -> Html:
    """Every resolved actor under its kind, the most widely reported first, then the names that were not resolved."""
    entries = _gather_entries(view)
    for one in view.propositions:
        for actor in {role.actor.id for each in one.claims for role in each.claim.roles if role.actor}:
            entries[actor].propositions.append(one)
    parts = []
    for kind, title in KINDS.items():
        chosen = sorted(
            (entry for entry in entries.values() if entry.actor.kind == kind),
            key=lambda entry: (-entry.reports, -len(entry.named), entry.actor.name, entry.actor.id),
        )
        if chosen:
            parts += [
                element("h3", title),
                element("div", (_render_entry(entry) for entry in chosen), class_="entries"),
            ]
    note = element(
        "p", "What the reports say of each, by role. A role is what a claim gives, not what was established."
    )
    empty = None if parts else element("p", "No claim names a resolved actor.")
    return section("actors", "Actors", note, empty, *parts, _unresolved(view))


def _gather_entries(view: CaseView) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for claim in view.claims:
        seen: set[str] = set()
        for role in claim.claim.roles:
            if role.actor:
                entry = entries.setdefault(role.actor.id, Entry(actor=role.actor))
                if role.actor.id not in seen:
                    entry.named.append(claim)
                if claim not in entry.roles[role.role, claim.claim.frame][-1:]:
                    entry.roles[role.role, claim.claim.frame].append(claim)
                seen.add(role.actor.id)
        source = innermost_source(claim.claim)
        if source and source.actor:
            entries.setdefault(source.actor.id, Entry(actor=source.actor)).speaks.append(claim)
    return entries


def _render_entry(entry: Entry) -> Html:
    said = entry.propositions
    sources = {key for view in entry.named if (key := named_source_key(view.claim))}
    figures = [count(entry.reports, "report"), f"named in {count(len(entry.named), 'claim')}"]
    if sources:
        figures.append(count(len(sources), "named source"))
    return element(
        "article",
        element("h4", element("bdi", entry.actor.name), id=actor_anchor(entry.actor.id)),
        element("p", " · ".join(figures), class_="minor"),
        _roles(entry),
        element("ul", (_line(one) for one in said[:LINES]), class_="lines") if said else None,
        _folded(said[LINES:]),
        _speaks(entry),
        class_="entry",
    )


def _roles(entry: Entry) -> Html | None:
    if not entry.roles:
        return None
    ordered = sorted(entry.roles.items(), key=lambda item: (-len(item[1]), item[0]))
    shown, rest = ordered[:ROLES], ordered[ROLES:]
    items = [element("li", element("b", role), f" in {frame}: {len(views)}") for (role, frame), views in shown]
    if rest:
        items.append(element("li", f"other roles: {sum(len(views) for _, views in rest)}"))
    return element("ul", items, class_="roles", aria_label="claims by role")


def _line(one: PropositionView) -> Html:
    labels = standing_labels(standing_of(view.claim) for view in one.claims)
    where = proposition_link(one) if one.listed else claim_links(one.claims, 6)
    return element("li", phrase(one.pieces), " ", labels, " ", where)


def _folded(propositions: list[PropositionView]) -> Html | None:
    if not propositions:
        return None
    summary = element("summary", f"and {count(len(propositions), 'further proposition')}")
    return element("details", summary, element("ul", (_line(one) for one in propositions), class_="lines"))


def _speaks(entry: Entry) -> Html | None:
    if not entry.speaks:
        return None
    return element(
        "div", f"Source of {count(len(entry.speaks), 'claim')}: ", claim_links(entry.speaks), class_="speaks"
    )


def _unresolved(view: CaseView) -> Html | None:
    names: dict[str, list[ClaimView]] = defaultdict(list)
    for claim in view.claims:
        for role in claim.claim.roles:
            if not role.actor and role.role not in FREE_ROLES:
                names[role_name(role)].append(claim)
    if not names:
        return None
    ordered = sorted(names.items(), key=lambda item: (-len(item[1]), item[0]))
    items = [element("li", element("bdi", name), " ", claim_links(views)) for name, views in ordered]
    rest = element(
        "details", element("summary", f"and {count(len(items) - NAMES, 'further name')}"), element("ul", items[NAMES:])
    )
    return element(
        "div",
        element("h3", "Names left as the reports give them"),
        element("p", "Fillers of a role that could not be tied to a known actor.", class_="minor"),
        element("ul", items[:NAMES], class_="names"),
        rest if len(items) > NAMES else None,
    )
