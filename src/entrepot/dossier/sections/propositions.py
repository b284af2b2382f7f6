"""Propositions: what several claims say together, the weightiest independent support first."""

from collections.abc import Iterable, Sequence

from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import count, section
from entrepot.dossier.sections.proposition_card import render_folded_proposition, render_proposition
from entrepot.dossier.view import CaseView, PropositionView

OPEN = 12
NOTE = (
    "A proposition is what claims say of the same parties, held together whether they state it, doubt it or "
    "deny it. The weightiest support comes first: the number of independent origins, then of reports, then of "
    "claims. An origin is where a chain of attribution ends; it counts once, however many outlets carry its "
    "words."
)
ORIGINS = (
    "Every claim is followed along its chain of attribution to the root. Roots are one origin where they bear "
    "one name, where they speak for one state or owner, where the sentences or the reports are one text, and "
    "where they give one quotation. Where an outlet is cited whose own report is in the case, the chain goes on "
    "through that report. Hearsay, sources without a name and reports that give no source are of unknown origin "
    "and never count. A party to the matter is whoever acts or is acted upon in what is said, or speaks for "
    "such a one; it counts as an origin and is marked."
)
CONTESTED = (
    "Claims of the proposition cannot all be right as printed, or one denies what another says. Nothing is "
    "averaged and nothing is decided."
)
NOT_MERGED = (
    "The claims of this case have not been merged into propositions yet: build the case with this version of "
    "the program (entrepot case build). Until then every claim stands alone, in the reading view."
)


def render_propositions(view: CaseView) -> Html:
    """The propositions of several claims or with a conflict, most of them folded, and the rules behind them."""
    if not view.propositions:
        return section(
            "propositions", "Propositions", element("p", NOT_MERGED if view.claims else "There are no claims.")
        )
    listed = [one for one in view.propositions if one.listed]
    return section(
        "propositions",
        "Propositions",
        element("p", NOTE, class_="note"),
        _rules(view),
        _list((render_proposition(one, view) for one in listed[:OPEN]), "points"),
        _list((render_folded_proposition(one, view) for one in listed[OPEN:]), "points points-folded"),
        _rest([one for one in view.propositions if not one.listed]),
    )


def _list(items: Iterable[Html], class_: str) -> Html | None:
    rendered = list(items)
    return element("ol", rendered, class_=class_) if rendered else None


def _rest(left: Sequence[PropositionView]) -> Html | None:
    """How many are not set out, and where they are to be found."""
    alone = sum(1 for one in left if len(one.claims) == 1 and not one.proposition.conflicts)
    more = len(left) - alone
    words = []
    if more:
        words.append(f"{count(more, 'further proposition')} of several claims: see the JSON file of this dossier.")
    if alone:
        rest = "rests" if alone == 1 else "rest"
        each = "" if alone == 1 else " each"
        words.append(f"{count(alone, 'more proposition')} {rest} on a single claim{each}: see ")
    link = element("a", "the reading view", href="#reading") if alone else None
    return element("p", " ".join(words), link, "." if alone else None, class_="minor after") if words else None


def _rules(view: CaseView) -> Html:
    digits = f"They are the Admiralty scale’s for the credibility of an item. {view.grading_rule}"
    rules = (("Origins", ORIGINS), ("Digits", digits if view.grading_rule else ""), ("Contested", CONTESTED))
    body = (element("p", element("b", f"{title}."), " ", text) for title, text in rules if text)
    return element("details", element("summary", "How origins are counted and the digits given"), body, class_="rule")
