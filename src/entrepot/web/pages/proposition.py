"""One proposition: its origins, conflicts and retellings, and the claims that it rests on, each with its sentence."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from entrepot.dossier.markup import Html, element
from entrepot.dossier.names import file_name
from entrepot.dossier.parts import count, published_words, report_text
from entrepot.dossier.proposition_records import proposition_record
from entrepot.dossier.records import claim_record
from entrepot.dossier.sections.claim_card import render_claim_card
from entrepot.dossier.sections.proposition_card import render_proposition as render_card
from entrepot.dossier.view import ClaimView, PropositionView
from entrepot.store.browsing_propositions import find_propositions
from entrepot.web.case_views import PartialCase, view_propositions
from entrepot.web.lists import render_pager
from entrepot.web.requests import PAGE_ROWS, CaseGiven, PageNumber
from entrepot.web.respond import MissingError, Visit, add_page
from entrepot.web.ways import quote_id

router = APIRouter()

MOST_NEIGHBOURS = 20
"""Neighbours that are set out; one that is tied to hundreds is too general for them to tell anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionPage:
    """A proposition with what it is tied to; `page` counts the pages of its claims."""

    view: PropositionView
    case: PartialCase
    page: int

    @property
    def title(self) -> str:
        """Its number in the order of the case."""
        return f"Proposition {self.view.number:,}"

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """The claims on this page, in order of publication."""
        return self.view.claims[(self.page - 1) * PAGE_ROWS : self.page * PAGE_ROWS]

    def record(self) -> dict[str, Any]:
        """The proposition with the contract's fields; `evidence` are the claims on this page."""
        claims = {view.claim.id: view.claim for view in self.view.claims}
        evidence = [{**claim_record(view.claim, view.document), "label": view.label} for view in self.claims]
        one = proposition_record(self.view.proposition, claims)
        return {"number": self.view.number, **one, "page": self.page, "evidence": evidence}


def read_proposition(case: CaseGiven, proposition_id: str, page: PageNumber = 1) -> PropositionPage:
    """One proposition with its origins, conflicts and claims."""
    found = view_propositions(case, find_propositions(case, [proposition_id]), neighbours=MOST_NEIGHBOURS)
    if not found.propositions:
        raise MissingError(
            f"The case holds no proposition {proposition_id!r}; its claims may be merged otherwise since. "
            "Search among the propositions."
        )
    return PropositionPage(view=found.propositions[0], case=found, page=page)


def render_proposition(page: PropositionPage, visit: Visit) -> Html:
    """The card of the dossier, and below it the claims with their sentences."""
    total = len(page.view.claims)
    path = f"/propositions/{quote_id(page.view.proposition.id)}"
    return element(
        "div",
        element("ol", render_card(page.view, page.case.view), class_="points one-point"),
        element("h2", f"What it rests on: {count(total, 'claim')}"),
        render_pager(path, {"page": page.page}, total, page.page, "claim") if total > PAGE_ROWS else None,
        element("ol", map(_claim, page.claims), class_="rests-on"),
    )


def _claim(view: ClaimView) -> Html:
    document = view.document
    address = f"/reports/{quote_id(document.id)}#{view.anchor}"
    return element(
        "li",
        element(
            "div",
            report_text(document, view.claim.quote.text, "p", "sentence-of"),
            element(
                "p",
                element("a", element("bdi", document.title or file_name(document.path)), href=address),
                " · ",
                element("bdi", document.publisher or "publisher unknown"),
                " · ",
                published_words(document.published),
                class_="minor",
            ),
        ),
        render_claim_card(view),
        class_="two-sides",
    )


add_page(router, "/propositions/{proposition_id}", read_proposition, render_proposition)
