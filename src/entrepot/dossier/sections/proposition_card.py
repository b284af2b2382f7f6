"""One proposition set out: its sentence, figures, origins, conflicts, drift, and its neighbours."""

from entrepot.dossier.days import phrase_day, phrase_interval
from entrepot.dossier.issue_words import phrase_days, phrase_issue
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import chip, claim_links, count, phrase, proposition_link, published_words
from entrepot.dossier.phrases import capitalised, plain_phrase
from entrepot.dossier.proposition_words import CREDIBILITY
from entrepot.dossier.sections.conflict_tables import render_conflicts
from entrepot.dossier.sections.drift_table import render_drifts
from entrepot.dossier.sections.origin_tree import render_origins
from entrepot.dossier.view import CaseView, PropositionView

DIRECTIONS = {"broader": "More general", "narrower": "More particular"}


def render_proposition(view: PropositionView, case: CaseView) -> Html:
    """The proposition as an item of a list, everything open but the reasons of the merging."""
    counts = element("p", element("b", _counts(view)), " ", _contested(view))
    sentence = element("p", phrase(view.pieces, ways=view.ways), class_="phrase")
    return element("li", _number(view), sentence, _figures(view, counts), _body(view, case), id=view.anchor)


def render_folded_proposition(view: PropositionView, case: CaseView) -> Html:
    """The proposition as a line with its figures, all else folded under it."""
    sentence = element("span", phrase(view.pieces, linked=False), class_="phrase")
    figures = element("span", _counts(view), class_="kind")
    summary = element("summary", sentence, " ", figures, " ", _contested(view))
    return element("li", _number(view), element("details", summary, _figures(view), _body(view, case)), id=view.anchor)


def _number(view: PropositionView) -> Html:
    return element("span", view.number, class_="place", aria_hidden="true")


def _counts(view: PropositionView) -> str:
    origins = count(view.proposition.independent_origins, "independent origin")
    against = view.origins_against
    if against:
        whole = against == view.proposition.independent_origins
        origins += ", against it" if against == 1 and whole else f", {'all' if whole else against} of them against it"
    return f"{origins} · {count(len(view.claims), 'claim')} in {count(view.reports, 'report')}"


def _contested(view: PropositionView) -> Html | None:
    return chip("contested", "contested") if view.proposition.conflicts else None


def _figures(view: PropositionView, counts: Html | None = None) -> Html:
    grade = view.proposition.grade
    digit = element(
        "span",
        element("b", grade.credibility),
        f" {CREDIBILITY[grade.credibility]}",
        class_=f"chip grade grade-{grade.credibility}",
    )
    reason = element("span", phrase_days(grade.reason), class_="kind")
    return element(
        "div",
        counts,
        element("p", digit, " ", reason),
        element("p", _circumstances(view)),
        class_="figures-line",
    )


def _circumstances(view: PropositionView) -> Html:
    """When and where it happened, who reported it first, and until when it was reported."""
    one, first = view.proposition, view.proposition.first_reported
    parts: list[tuple[str, Html]] = []
    if view.dates:
        parts.append(("happened " if view.is_stated else "dated ", join(" or ".join(map(phrase_interval, view.dates)))))
    places = [each.value for found in one.conflicts if found.kind == "place" for each in found.values]
    where = places or ([one.where] if one.where else [])
    if where:
        parts.append(("in ", join((" or " if at else None, element("bdi", name)) for at, name in enumerate(where))))
    publisher = element("bdi", first.publisher) if first.publisher else "a report without a publisher"
    parts.append(("first reported by ", join(publisher, ", ", published_words(first.published))))
    last = one.reported.end if one.reported else None
    if last and first.published and last > first.published.end:
        parts.append(("last reported on ", join(phrase_day(last))))
    return join((" · ", words, rest) if at else (capitalised(words), rest) for at, (words, rest) in enumerate(parts))


def _body(view: PropositionView, case: CaseView) -> Html:
    issues = [element("li", phrase_issue(issue)) for issue in view.proposition.issues]
    return element(
        "div",
        element("ul", issues, class_="card-issues") if issues else None,
        render_origins(view),
        render_conflicts(view, case),
        render_drifts(view, case),
        _neighbours(view, case),
        _merging(view, case),
        class_="proposition-body",
    )


def _neighbours(view: PropositionView, case: CaseView) -> Html | None:
    """Propositions that say the same more generally or more particularly."""
    items = []
    for link in view.proposition.links:
        other = case.by_proposition.get(link.proposition_id)
        if other is not None:
            words = element("bdi", plain_phrase(other.pieces))
            items.append(
                element(
                    "li",
                    element("span", f"{DIRECTIONS[link.kind]} in its {link.reason}: ", class_="kind"),
                    words,
                    " ",
                    proposition_link(other),
                )
            )
    return element("ul", items, class_="neighbours") if items else None


def _merging(view: PropositionView, case: CaseView) -> Html | None:
    reasons: dict[str, list[str]] = {}
    for claim_id, reason in view.proposition.merged:
        reasons.setdefault(reason, []).append(claim_id)
    if not reasons:
        return None
    items = [
        element("li", claim_links(case.claims_by_id[each] for each in found if each in case.claims_by_id), " ", reason)
        for reason, found in reasons.items()
    ]
    return element(
        "details", element("summary", "Why these claims are held together"), element("ul", items), class_="why"
    )
