"""The claims of the case, narrowed down by facets whose choices are the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from entrepot.dossier.days import phrase_interval
from entrepot.dossier.issue_words import issue_title
from entrepot.dossier.markup import Html, element
from entrepot.dossier.names import file_name
from entrepot.dossier.parts import SOURCE_KINDS, chip, phrase, published_words, report_text, standing_chips
from entrepot.dossier.phrases import phrase_claim
from entrepot.dossier.records import claim_record, decision_record
from entrepot.dossier.view import ClaimView
from entrepot.model.judgement import ClaimJudgement
from entrepot.store.browsing import find_proposition_ids
from entrepot.store.browsing_claims import CLAIM_FACETS, list_claims, narrow_claims
from entrepot.store.claim_judgements import latest_claim_judgements
from entrepot.store.reading import read_document
from entrepot.web.case_views import view_claims
from entrepot.web.days import month_words
from entrepot.web.facets import LARGEST, BrowserWords, FacetList, FacetWords, narrow, render_browser
from entrepot.web.judging import VERDICT_WORDS
from entrepot.web.requests import PAGE_ROWS, CaseGiven
from entrepot.web.respond import Visit, add_page
from entrepot.web.ways import PAGES, quote_id

router = APIRouter()

PATH = "/claims"
BROWSER = BrowserWords(
    one="claim",
    search="Words of the sentence, its parties or sources",
    nothing_yet="No claims were extracted yet. Add reports and build the case.",
)
Values = Annotated[list[str], Field(max_length=LARGEST)]


class ClaimsAsked(BaseModel):
    """What an address asks of the claims; several values of one facet widen it, further facets narrow it."""

    q: str = Field("", max_length=200, description="Words that all occur in the sentence, its parties or its sources.")
    frame: Values = []
    polarity: Values = []
    modality: Values = []
    decision: Values = []
    source: Values = Field([], description="Kinds of the innermost source.")
    actor: Values = Field([], description="Ids of actors that fill a role, say it, or are where it happened.")
    publisher: Values = []
    issue: Values = Field([], description="Issue codes; `any` for every claim that has one.")
    year: Values = Field([], description="Year of the event; empty for claims without a date.")
    month: Values = Field([], description="Month of the event, as 2025-08.")
    report: Values = Field([], description="Ids of reports.")
    more: Values = Field([], description="Facets of which all values are given, not only the commonest.")
    page: int = Field(1, ge=1, le=100_000)


WORDS: Mapping[str, FacetWords] = {
    "frame": FacetWords(title="Kind of claim"),
    "polarity": FacetWords(title="Polarity"),
    "modality": FacetWords(title="Standing"),
    "decision": FacetWords(title="Decision", value=lambda value: VERDICT_WORDS.get(value, value)),
    "source": FacetWords(title="Kind of source", value=lambda value: SOURCE_KINDS.get(value, "nobody known")),
    "actor": FacetWords(title="Actor"),
    "publisher": FacetWords(title="Publisher", value=lambda value: value or "unknown"),
    "issue": FacetWords(title="Issue", value=lambda value: "any" if value == "any" else issue_title(value)[0]),
    "year": FacetWords(title="Year of the event", value=lambda value: value or "not dated", ordered=True),
    "month": FacetWords(title="Month of the event", value=month_words, ordered=True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsPage:
    """A page of the claims that fit what is asked, and the facets to ask further."""

    asked: ClaimsAsked
    total: int
    claims: tuple[ClaimView, ...]
    facets: FacetList
    reports: Mapping[str, str]
    propositions: Mapping[str, str]
    judgements: Mapping[str, ClaimJudgement]
    title: str = "Claims"

    def record(self) -> dict[str, Any]:
        """The claims with the contract's fields, and the facets with their counts."""
        claims = [
            {
                **claim_record(view.claim, view.document),
                "label": view.label,
                "proposition": self.propositions.get(view.claim.id),
                "judgement": decision_record(self.judgements.get(view.claim.id)),
            }
            for view in self.claims
        ]
        return {"total": self.total, "page": self.asked.page, "facets": self.facets.record(), "claims": claims}


def read_claims(case: CaseGiven, asked: Annotated[ClaimsAsked, Query()]) -> ClaimsPage:
    """The claims in order of report and text, narrowed down by facets."""
    given = asked.model_dump()
    names = [one.name for one in CLAIM_FACETS]
    narrowing = narrow(given, names, asked.q, asked.more)
    found = narrow_claims(case, narrowing)
    places = {one.claim_id: one for one in list_claims(case, found, (asked.page - 1) * PAGE_ROWS, PAGE_ROWS)}
    ids = list(places)
    documents = ((each, read_document(case, each)) for each in asked.report)
    return ClaimsPage(
        asked=asked,
        total=found.count_rows(),
        claims=tuple(view_claims(case, ids, places).values()),
        facets=FacetList(path=PATH, asked=given, counts=found.count_facets(), words=WORDS),
        reports={each: (one.title or file_name(one.path)) if one else "not in the case" for each, one in documents},
        propositions=find_proposition_ids(case, ids),
        judgements=latest_claim_judgements(case, ids),
    )


def render_claims(page: ClaimsPage, visit: Visit) -> Html:
    """The facets beside the list."""
    extra = {"report": f"Report: {', '.join(page.reports.values())}"} if page.reports else None
    rows = element("ol", [_row(view, page) for view in page.claims], class_="rows") if page.claims else None
    return render_browser(page.facets, BROWSER, page.total, page.asked.page, rows, extra=extra)


def _row(view: ClaimView, page: ClaimsPage) -> Html:
    """What is claimed, the sentence, and where it stands."""
    claim, document = view.claim, view.document
    judgement = page.judgements.get(claim.id)
    decided = chip(VERDICT_WORDS[judgement.verdict], judgement.verdict) if judgement else None
    when = element("span", phrase_interval(claim.when.interval), class_="day") if claim.when else None
    proposition = page.propositions.get(claim.id)
    return element(
        "li",
        element(
            "p",
            element("a", view.label, href=view.address, class_="label", aria_label=f"claim {view.label}"),
            " ",
            element("span", claim.frame, class_="frame"),
            " ",
            standing_chips(claim),
            " ",
            decided,
            " ",
            when,
            class_="card-head",
        ),
        element("p", phrase(phrase_claim(claim), ways=PAGES), class_="phrase"),
        report_text(document, claim.quote.text, "p", "sentence-of"),
        element(
            "p",
            element("a", element("bdi", document.title or file_name(document.path)), href=_in_report(view)),
            " · ",
            element("bdi", document.publisher or "publisher unknown"),
            " · ",
            published_words(document.published),
            (" · ", element("a", "proposition", href=PAGES.proposition("", proposition))) if proposition else None,
            class_="minor",
        ),
        class_=f"row-{judgement.verdict}" if judgement else None,
    )


def _in_report(view: ClaimView) -> str:
    return f"/reports/{quote_id(view.document.id)}#{view.anchor}"


add_page(router, PATH, read_claims, render_claims)
