"""Listed parties: which actors of the case may be on a list, with every reason, and which could not be asked for."""

from entrepot.dossier.days import phrase_day
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.names import innermost_source
from entrepot.dossier.parts import count, section
from entrepot.dossier.sections.match_card import render_judgement, render_match
from entrepot.dossier.view import CaseView
from entrepot.dossier.ways import actor_anchor
from entrepot.model.case import CaseScreening, ScreenedActor
from entrepot.model.match import Match

STANDING = (
    "A name alone is a possible match, never more: namesakes are many, and nothing here says that an actor is the "
    "listed party until a person has compared both. That no list was hit does not mean that somebody is not listed: "
    "names are spelt in many ways, lists change weekly, and firms owned by a listed party are often on none."
)
NOT_SCREENED = "The actors of this case were not put to any list, so nothing is known of whether they are listed."
SHOWN = 3
"""Possible matches of one actor that stand open; the others are folded away."""


def render_matches(view: CaseView) -> Html:
    """Actors with a possible match, the most alike first; then what the lists were, and who could not be asked for."""
    found = view.screenings
    if found is None:
        return section("matches", "Listed parties", element("p", NOT_SCREENED))
    ids = _linked_ids(view)
    possible = matched_actors(found)
    entries = [_render_actor(number, one, found, ids) for number, one in enumerate(possible, 1)]
    nothing = element("p", "No actor came near enough to a listed party to be called a possible match.")
    return section(
        "matches",
        "Listed parties",
        element("p", STANDING, class_="note"),
        _outdated(found),
        element("p", _summary(found, len(possible))),
        element("div", entries, class_="listed") if entries else nothing,
        _cleared(found),
        _lists(found),
        _not_asked(found),
    )


def matched_actors(found: CaseScreening) -> list[ScreenedActor]:
    """The actors with a possible match, the most alike first: in the order of their numbers in the section."""
    return sorted((one for one in found.actors if _possible(one)), key=_weight)


def _possible(actor: ScreenedActor) -> list[Match]:
    return [match for match in actor.screening.matches if match.decision == "possible_match"]


def _weight(actor: ScreenedActor) -> tuple[float, str, str]:
    return -max(match.score for match in _possible(actor)), actor.screening.query.name, actor.screening.query.id


def _linked_ids(view: CaseView) -> set[str]:
    """The actors that have an entry in the section on actors."""
    roles = {role.actor.id for one in view.claims for role in one.claim.roles if role.actor}
    sources = (innermost_source(one.claim) for one in view.claims)
    return roles | {source.actor.id for source in sources if source and source.actor}


def _outdated(found: CaseScreening) -> Html | None:
    if not found.outdated:
        return None
    told = [element("strong", "This screening is out of date."), *(join(" ", each) for each in found.outdated)]
    return element("p", told, class_="outdated")


def _summary(found: CaseScreening, possible: int) -> str:
    asked = sum(not _errors(actor) for actor in found.actors)
    as_of = f", as they stood on {phrase_day(found.as_of.isoformat())}" if found.as_of else ""
    return (
        f"{count(asked, 'actor')} (persons, organisations, vessels) put to {count(len(found.list_versions), 'list')}"
        f"{as_of} on {phrase_day(found.screened_at.date().isoformat())}; {possible:,} with a possible match. "
        f"Method {' '.join(found.method)}, possible match from a score of {found.threshold:g}. Countries, places and "
        "words that lead to no actor were not put to any list."
    )


def _render_actor(number: int, actor: ScreenedActor, found: CaseScreening, ids: set[str]) -> Html:
    query = actor.screening.query
    name = element("bdi", query.name)
    title = element("a", name, href=f"#{actor_anchor(query.id)}", class_="actor") if query.id in ids else name
    cards = [render_match(match, actor, found.list_versions) for match in _possible(actor)]
    rest = cards[SHOWN:]
    folded = element(
        "details",
        element("summary", f"and {count(len(rest), 'further possible match', 'further possible matches')}"),
        rest,
    )
    return element(
        "article",
        element("h3", title, " ", element("span", query.kind, class_="kind"), id=f"m{number}"),
        cards[:SHOWN],
        folded if rest else None,
        class_="listed-actor",
    )


def _cleared(found: CaseScreening) -> Html | None:
    """Candidates that a person judged to be somebody else."""
    items = [
        element("li", element("bdi", actor.screening.query.name), " and ", element("bdi", match.name),
                f" ({match.list}, score {match.score:.2f}). ", render_judgement(match, is_earlier=False))
        for actor in found.actors
        for match in actor.screening.matches
        if match.decision == "no_match" and match.judgement and match.score >= found.threshold
    ]  # fmt: skip
    if not items:
        return None
    summary = element("summary", f"{count(len(items), 'candidate')} judged to be somebody else")
    return element("details", summary, element("ul", items, class_="issue-list"))


def _lists(found: CaseScreening) -> Html:
    heads = ("List", "Version of", "Rows", "SHA-256")
    rows = [
        element(
            "tr",
            element(
                "th", element("bdi", one.list), element("div", element("bdi", one.title), class_="minor"), scope="row"
            ),
            element(
                "td", phrase_day(one.published.isoformat()) if one.published else "no date", data_label="Version of"
            ),
            element("td", f"{one.rows:,}", class_="number", data_label="Rows"),
            element("td", element("bdi", one.sha256[:16]), class_="number", data_label="SHA-256"),
        )
        for one in found.list_versions
    ]
    table = element(
        "table",
        element("caption", "The lists that were asked"),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", rows),
        class_="register",
    )
    notes = [element("li", issue.message) for issue in found.issues]
    scrolled = element("div", table, class_="scroll", tabindex=0, role="region", aria_label="The lists that were asked")
    return join(scrolled, element("ul", notes, class_="card-issues") if notes else None)


def _not_asked(found: CaseScreening) -> Html | None:
    """Actors whose names could not be put to any list."""
    items = [
        element("li", element("bdi", actor.screening.query.name or "no name"), f": {reason}")
        for actor in found.actors
        for reason in _errors(actor)
    ]
    if not items:
        return None
    return join(element("h3", "Actors that could not be screened"), element("ul", items))


def _errors(actor: ScreenedActor) -> list[str]:
    return [issue.message for issue in actor.issues if issue.severity == "error"]
