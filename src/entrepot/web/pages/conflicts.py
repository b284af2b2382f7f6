"""What cannot all be right: every conflict of the case with its values side by side, and who gives each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query

from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import phrase, proposition_link
from entrepot.dossier.phrases import plain_phrase
from entrepot.dossier.proposition_records import conflict_record
from entrepot.dossier.proposition_words import conflict_title
from entrepot.dossier.sections.conflict_tables import render_conflicts as render_tables
from entrepot.model.proposition import ConflictKind
from entrepot.store.browsing_propositions import count_conflicts, list_contested
from entrepot.web.case_views import PartialCase, view_propositions, with_conflicts
from entrepot.web.lists import Asked, address, render_pager
from entrepot.web.paper import render_empty
from entrepot.web.requests import CaseGiven, PageNumber
from entrepot.web.respond import Visit, add_page

router = APIRouter()

PATH = "/conflicts"
PAGE_PROPOSITIONS = 15
"""Contested propositions on a page: each brings a table or more, and the claims behind them."""

Kinds = Annotated[list[ConflictKind], Query(alias="kind", max_length=10, description="Kinds of conflict.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictsPage:
    """Contested propositions with their conflicts of the kinds asked for; `counts` says how many have each kind."""

    kinds: tuple[ConflictKind, ...]
    total: int
    page: int
    counts: Mapping[str, int]
    case: PartialCase
    title: str = "Conflicts"

    def record(self) -> dict[str, Any]:
        """Each proposition with its conflicts, in the contract's fields."""
        found = [
            {
                "proposition": view.proposition.id,
                "number": view.number,
                "statement": plain_phrase(view.pieces),
                "conflicts": [conflict_record(one) for one in with_conflicts(view, self.kinds).proposition.conflicts],
            }
            for view in self.case.propositions
        ]
        return {"total": self.total, "page": self.page, "kinds": dict(self.counts), "propositions": found}


def read_conflicts(case: CaseGiven, kinds: Kinds = [], page: PageNumber = 1) -> ConflictsPage:  # noqa: B006 - FastAPI copies it
    """The contested propositions in the order of the case."""
    total, rows = list_contested(case, kinds, (page - 1) * PAGE_PROPOSITIONS, PAGE_PROPOSITIONS)
    return ConflictsPage(
        kinds=tuple(dict.fromkeys(kinds)),
        total=total,
        page=page,
        counts=count_conflicts(case),
        case=view_propositions(case, rows),
    )


def render_conflicts(page: ConflictsPage, visit: Visit) -> Html:
    """A table for each conflict under its proposition; nothing is decided here."""
    asked: Asked = {"kind": list(page.kinds), "page": page.page}
    pager = render_pager(PATH, asked, page.total, page.page, "contested proposition", rows=PAGE_PROPOSITIONS)
    note = "Values stand side by side with whoever gives them. Nothing is averaged, and nothing is decided."
    if not page.total:
        told = "No conflict of this kind." if page.kinds else "No two claims of the case exclude each other."
        return element("div", _kinds(page, asked) if page.kinds else None, render_empty(told))
    return element(
        "div",
        element("p", note, class_="note"),
        _kinds(page, asked),
        pager,
        element("ol", _propositions(page), class_="points"),
        pager if page.total > PAGE_PROPOSITIONS else None,
    )


def _kinds(page: ConflictsPage, asked: Asked) -> Html:
    """A link a kind, the chosen ones marked; choosing again lets go."""
    items = []
    for kind, number in page.counts.items():
        is_chosen = kind in page.kinds
        values = [each for each in page.kinds if each != kind] if is_chosen else [*page.kinds, kind]
        link = element(
            "a",
            conflict_title(kind),  # type: ignore[arg-type]
            href=address(PATH, asked, kind=list(values), page=None),
            aria_current="true" if is_chosen else None,
        )
        items.append(element("li", link, " ", element("span", f"{number:,}", class_="number")))
    return element("nav", element("ul", items, class_="choices"), aria_label="Kinds of conflict", class_="kinds")


def _propositions(page: ConflictsPage) -> Sequence[Html]:
    return [
        element(
            "li",
            element("span", f"{view.number:,}", class_="place", aria_hidden="true"),
            element("p", phrase(view.pieces, ways=view.ways), " ", proposition_link(view), class_="phrase"),
            render_tables(with_conflicts(view, page.kinds), page.case.view),
        )
        for view in page.case.propositions
    ]


add_page(router, PATH, read_conflicts, render_conflicts)
