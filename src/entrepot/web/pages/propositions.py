"""The propositions of the case, narrowed down by facets whose choices are the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from entrepot.dossier.days import phrase_interval
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import chip, count, phrase
from entrepot.dossier.phrases import Piece, plain_phrase
from entrepot.dossier.proposition_records import stated_record
from entrepot.dossier.proposition_words import CREDIBILITY, conflict_title
from entrepot.model.proposition import ConflictKind, Proposition
from entrepot.pipeline.indexing import list_dates
from entrepot.store.browsing_propositions import (
    PROPOSITION_FACETS,
    ListedProposition,
    list_propositions,
    narrow_propositions,
)
from entrepot.store.codec import decode_json
from entrepot.web.facets import LARGEST, BrowserWords, FacetList, FacetWords, narrow, render_browser
from entrepot.web.requests import PAGE_ROWS, CaseGiven
from entrepot.web.respond import Visit, add_page
from entrepot.web.ways import PAGES

router = APIRouter()

PATH = "/propositions"
BROWSER = BrowserWords(
    one="proposition",
    search="Words of the sentence",
    nothing_yet="No claims were merged into propositions yet. Build the case.",
)
Values = Annotated[list[str], Field(max_length=LARGEST)]


class PropositionsAsked(BaseModel):
    """What an address asks of the propositions."""

    q: str = Field("", max_length=200, description="Words that all occur in the sentence, its parties or its place.")
    frame: Values = []
    origins: Values = Field([], description="How many independent origins: 0, 1, 2 or 3+.")
    conflict: Values = Field([], description="Kinds of conflict; `any` and `none` too.")
    credibility: Values = Field([], description="Digits of the Admiralty scale.")
    actor: Values = Field([], description="Ids of actors that are parties to it.")
    origin: Values = Field([], description="Names of independent origins.")
    alone: Values = Field([], description="Names of origins that are the only independent one.")
    more: Values = Field([], description="Facets of which all values are given, not only the commonest.")
    page: int = Field(1, ge=1, le=100_000)


CONFLICTS = {
    "any": "contested",
    "none": "not contested",
    **{kind: conflict_title(kind) for kind in get_args(ConflictKind)},
}


def _conflict_words(value: str) -> str:
    return CONFLICTS.get(value, value)


def _credibility_words(value: str) -> str:
    return f"{value} {CREDIBILITY[int(value)]}" if value in ("1", "3", "5", "6") else value


WORDS: Mapping[str, FacetWords] = {
    "frame": FacetWords(title="Kind"),
    "origins": FacetWords(title="Independent origins", ordered=True),
    "conflict": FacetWords(title="Contested", value=_conflict_words),
    "credibility": FacetWords(title="Credibility", value=_credibility_words),
    "actor": FacetWords(title="Actor"),
    "origin": FacetWords(title="Origin"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionsPage:
    """A page of the propositions that fit what is asked, and the facets to ask further."""

    asked: PropositionsAsked
    total: int
    rows: tuple[ListedProposition, ...]
    facets: FacetList
    title: str = "Propositions"

    def record(self) -> dict[str, Any]:
        """The propositions with the contract's fields, and the facets with their counts."""
        rows = [
            {"number": one.number, **stated_record(one.proposition, plain_phrase(read_pieces(one)))}
            for one in self.rows
        ]
        return {"total": self.total, "page": self.asked.page, "facets": self.facets.record(), "propositions": rows}


def read_propositions(case: CaseGiven, asked: Annotated[PropositionsAsked, Query()]) -> PropositionsPage:
    """The propositions with the weightiest independent support first, narrowed down by facets."""
    given = asked.model_dump()
    narrowing = narrow(given, [one.name for one in PROPOSITION_FACETS], asked.q, asked.more)
    found = narrow_propositions(case, narrowing)
    return PropositionsPage(
        asked=asked,
        total=found.count_rows(),
        rows=tuple(list_propositions(case, found, (asked.page - 1) * PAGE_ROWS, PAGE_ROWS)),
        facets=FacetList(path=PATH, asked=given, counts=found.count_facets(), words=WORDS),
    )


def render_propositions(page: PropositionsPage, visit: Visit) -> Html:
    """The facets beside the list."""
    extra = {"alone": f"Rests alone on: {', '.join(page.asked.alone)}"} if page.asked.alone else None
    origins = element(
        "p", element("a", "On whose word they rest: the origins of the case", href="/origins"), class_="minor"
    )
    rows = element("ol", [_row(one) for one in page.rows], class_="points") if page.rows else None
    return render_browser(page.facets, BROWSER, page.total, page.asked.page, rows, origins, extra=extra)


def _row(one: ListedProposition) -> Html:
    found = one.proposition
    return element(
        "li",
        element("span", f"{one.number:,}", class_="place", aria_hidden="true"),
        element("p", phrase(read_pieces(one), ways=PAGES), class_="phrase"),
        element(
            "p",
            element(
                "a",
                f"proposition {one.number:,}",
                href=PAGES.proposition("", found.id),
                class_="ref",
            ),
            " · ",
            element("b", count(found.independent_origins, "independent origin")),
            f" · {count(len(found.claims), 'claim')} by {count(len(found.outlets), 'outlet')}",
            (" · ", render_dates(found)) if list_dates(found) else None,
            " ",
            chip("contested", "contested") if found.conflicts else None,
            class_="figures-line",
        ),
    )


def read_pieces(one: ListedProposition) -> tuple[Piece, ...]:
    """The sentence as it was kept."""
    pieces: tuple[Piece, ...] = decode_json(tuple[Piece, ...], one.pieces) if one.pieces else ()
    return pieces


def render_dates(one: Proposition) -> Html:
    """When it happened, in words."""
    return join(element("span", " or ".join(map(phrase_interval, list_dates(one))), class_="day"))


add_page(router, PATH, read_propositions, render_propositions)
