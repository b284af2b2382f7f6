"""The origins of the case: on whose word its propositions rest, through which outlets, and which on nobody else's."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import SOURCE_KINDS, chip, count
from entrepot.store.browsing_origins import (
    NO_CARRIERS,
    CarriedBy,
    Carriers,
    CaseOrigin,
    list_case_origins,
    list_outlets,
)
from entrepot.web.lists import Asked, address, render_pager, render_search
from entrepot.web.paper import render_empty
from entrepot.web.requests import PAGE_ROWS, CaseGiven, PageNumber, Words
from entrepot.web.respond import Visit, add_page

router = APIRouter()

PATH = "/origins"
OUTLETS_SHOWN = 6
MOST_OUTLETS = 30
NOTE = (
    "An origin is where a chain of attribution ends: whoever vouches for the words, however many outlets carry them. "
    "A proposition that rests on one origin alone stands or falls with it."
)
"""Said above the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsPage:
    """A page of origins, those first on which the most propositions rest alone, and the outlets that carry them."""

    rows: tuple[CaseOrigin, ...]
    outlets: Mapping[str, Carriers]
    total: int
    page: int
    words: str
    title: str = "Origins"

    def record(self) -> dict[str, Any]:
        """Each origin with how many propositions it stands behind, and behind how many alone."""
        rows = [
            {
                "name": one.name,
                "kind": one.kind,
                "independent": one.independent,
                "interested": one.interested,
                "propositions": one.propositions,
                "alone": one.alone,
                "claims": one.claims,
                "outlet_count": self.of(one).total,
                "outlets": [{"name": each.outlet, "propositions": each.propositions} for each in self.of(one).first],
            }
            for one in self.rows
        ]
        return {"total": self.total, "page": self.page, "origins": rows}

    def of(self, one: CaseOrigin) -> Carriers:
        """The outlets that carry its words."""
        return self.outlets.get(one.name, NO_CARRIERS)


def read_origins(case: CaseGiven, words: Words = "", page: PageNumber = 1) -> OriginsPage:
    """The origins of the case, those first on which the most propositions rest alone."""
    total, rows = list_case_origins(case, words, (page - 1) * PAGE_ROWS, PAGE_ROWS)
    outlets = list_outlets(case, [one.name for one in rows], MOST_OUTLETS)
    return OriginsPage(rows=tuple(rows), outlets=outlets, total=total, page=page, words=words)


def render_origins(page: OriginsPage, visit: Visit) -> Html:
    """Each origin as a root with its outlets as leaves."""
    asked: Asked = {"q": page.words, "page": page.page}
    empty = "No origin has these words in its name." if page.words else "No claims were merged yet; build the case."
    pager = render_pager(PATH, asked, page.total, page.page, "origin")
    return element(
        "div",
        element("p", NOTE, class_="note"),
        render_search(PATH, asked, "Name"),
        pager,
        element("div", [_origin(page, one) for one in page.rows], class_="origins")
        if page.rows
        else render_empty(empty),
        pager if page.total > PAGE_ROWS else None,
    )


def _origin(page: OriginsPage, one: CaseOrigin) -> Html:
    marks = [
        element("span", SOURCE_KINDS[one.kind], class_="kind") if one.kind in SOURCE_KINDS else None,
        chip("party to the matter", "party") if one.interested else None,
        None if one.independent else chip("not counted", "uncounted"),
    ]
    return element(
        "section",
        element("h2", element("bdi", one.name), class_="root"),
        element("p", ((mark, " ") for mark in marks if mark)) if any(marks) else None,
        element("p", _figures(one)),
        _outlets(page.of(one)),
        class_="origin" if one.independent else "origin origin-unknown",
    )


def _figures(one: CaseOrigin) -> tuple[Html | str, ...]:
    if not one.independent:
        return (f"{count(one.claims, 'claim')} in {count(one.propositions, 'proposition')}",)
    behind = element("a", count(one.propositions, "proposition"), href=address("/propositions", {"origin": [one.name]}))
    alone = element("a", f"{one.alone:,} on it alone", href=address("/propositions", {"alone": [one.name]}))
    return (behind, ", ", alone if one.alone else "none on it alone", f" · {count(one.claims, 'claim')}")


def _outlets(outlets: Carriers) -> Html | None:
    if not outlets.total:
        return None
    items = [_outlet(each) for each in outlets.first]
    folded = len(items) > OUTLETS_SHOWN + 1
    shown = items[:OUTLETS_SHOWN] if folded else items
    rest = None
    if folded:
        label = element("summary", f"and {outlets.total - OUTLETS_SHOWN:,} more outlets")
        beyond = outlets.total - len(items)
        left = element("p", f"and {beyond:,} that carry less of it", class_="minor") if beyond else None
        rest = element("details", label, element("ul", items[OUTLETS_SHOWN:], class_="tree"), left, class_="more")
    return element("div", element("ul", shown, class_="tree"), rest)


def _outlet(one: CarriedBy) -> Html:
    href = address("/claims", {"publisher": [one.outlet]})
    name = element("a", element("bdi", one.outlet), href=href)
    return element("li", name, " ", element("span", f"{one.propositions:,}", class_="number"))


add_page(router, PATH, read_origins, render_origins)
