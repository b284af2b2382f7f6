"""The reading view: one report with its claims beside the text, each to be accepted, rejected or edited."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, cast

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.names import file_name
from entrepot.dossier.records import claim_record, decision_record, report_record
from entrepot.dossier.sections.claim_card import render_claim_card
from entrepot.dossier.sections.reading import render_legend, render_report
from entrepot.dossier.view import ClaimView, ReportView
from entrepot.errors import CallError
from entrepot.model.judgement import ClaimJudgement, ClaimVerdict
from entrepot.pipeline.corroborating import corroborate_case
from entrepot.pipeline.indexing import index_case
from entrepot.pipeline.judging import Decision, judge_claim, undo_judgement
from entrepot.store.browsing import find_proposition_ids, number_reports, place_claims
from entrepot.store.claim_judgements import latest_claim_judgements
from entrepot.store.reading import read_claims_of, read_document
from entrepot.web.judging import VERDICT_WORDS, render_judgement
from entrepot.web.requests import CaseGiven, DeskGiven
from entrepot.web.respond import MissingError, Visit, add_page, back_to, check_proof
from entrepot.web.ways import PAGES

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """A report with its claims as they are to be read, what was decided of them, and the propositions they are in."""

    report: ReportView
    propositions: Mapping[str, str]
    judgements: Mapping[str, ClaimJudgement]

    @property
    def title(self) -> str:
        """The report's title, or the name of its file."""
        return self.report.document.title or file_name(self.report.document.path)

    def record(self) -> dict[str, Any]:
        """The report with its text, and the claims with the contract's fields and what was decided of them."""
        document = self.report.document
        claims = [
            {
                **claim_record(view.claim, document),
                "label": view.label,
                "proposition": self.propositions.get(view.claim.id),
                "judgement": decision_record(self.judgements.get(view.claim.id)),
            }
            for view in self.report.claims
        ]
        return {**report_record(document), "number": self.report.number, "claims": claims}


def read_report(case: CaseGiven, document_id: str) -> ReadingPage:
    """One report with its claims."""
    document = read_document(case, document_id)
    if document is None:
        raise MissingError(f"The case holds no report {document_id!r}.")
    claims = read_claims_of(case, [document_id])
    places = place_claims(case, [document_id])
    number = number_reports(case, [document_id])[document_id]
    views = [
        ClaimView(
            claim=claim,
            document=document,
            label=f"{number}.{places[claim.id]}",
            anchor=f"c{number}-{places[claim.id]}",
            report=number,
            ways=PAGES,
        )
        for claim in sorted(claims, key=lambda one: places[one.id])
    ]
    report = ReportView(
        number=number,
        anchor=f"r{number}",
        document=document,
        claims=tuple(views),
        longest=max((view.claim.quote.end - view.claim.quote.start for view in views), default=0),
    )
    ids = [claim.id for claim in claims]
    return ReadingPage(
        report=report,
        propositions=find_proposition_ids(case, ids),
        judgements=latest_claim_judgements(case, ids),
    )


def render_reading(page: ReadingPage, visit: Visit) -> Html:
    """The text with its claims beside it; the keys a, r, e, n judge and move on."""

    def card(view: ClaimView) -> Html:
        return _render_card(view, page, visit)

    keys = [element("li", element("kbd", key), f" {words}") for key, words in KEYS]
    return element(
        "div",
        element("p", "Keys: ", class_="minor"),
        element("ul", keys, class_="keys"),
        element("details", element("summary", "What the marks mean"), render_legend()),
        render_report(page.report, card),
        class_="reading",
    )


KEYS = (("n", "next claim"), ("p", "the one before"), ("a", "accept"), ("r", "reject"), ("e", "edit"), ("u", "undo"))


def _render_card(view: ClaimView, page: ReadingPage, visit: Visit) -> Html:
    judgement = page.judgements.get(view.claim.id)
    proposition = page.propositions.get(view.claim.id)
    ways = [element("a", "claim", href=view.address)]
    if proposition:
        ways.append(element("a", "proposition", href=PAGES.proposition("", proposition)))
    state = VERDICT_WORDS[judgement.verdict] if judgement else "open"
    return element(
        "div",
        render_claim_card(view),
        element("p", join((" · " if at else None, way) for at, way in enumerate(ways)), class_="minor ways"),
        render_judgement(view.claim, judgement, replace(visit, path=f"{visit.path}#{view.anchor}")),
        class_=f"workcard workcard-{state.replace(' ', '-')}",
        tabindex=-1,
        data_card=view.anchor,
    )


@router.post("/claims/{claim_id}/judgements", operation_id="judge_claim", response_model=dict[str, Any])
def decide(
    request: Request,
    desk: DeskGiven,
    claim_id: str,
    verdict: Annotated[str, Form(max_length=20)],
    by: Annotated[str, Form(max_length=200)] = "",
    reason: Annotated[str, Form(max_length=2000)] = "",
    seen: Annotated[int | None, Form()] = None,
    proof: Annotated[str, Form(max_length=200)] = "",
    back: Annotated[str, Form(max_length=500)] = "/",
    polarity: Annotated[str | None, Form(max_length=20)] = None,
    modality: Annotated[str | None, Form(max_length=20)] = None,
    role: Annotated[list[str] | None, Form()] = None,
    role_text: Annotated[list[str] | None, Form()] = None,
    role_actor: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Keeps what a reader decided of a claim, and brings the propositions up to date."""
    check_proof(request, proof)
    given = (role or [], role_text or [], role_actor or [])
    with desk.writing() as case:
        if verdict == "undo":
            undo_judgement(case, claim_id, by, desk.now(), seen)
        else:
            changes = _changes(polarity, modality, *given) if verdict == "edited" else None
            judge_claim(
                case,
                Decision(
                    claim_id=claim_id,
                    verdict=cast("ClaimVerdict", verdict),
                    by=by,
                    judged_at=desk.now(),
                    reason=reason,
                    seen=seen,
                    changes=changes,
                ),
            )
        corroborate_case(case, now=desk.now())
        index_case(case)
    return back_to(back, by)


def _changes(
    polarity: str | None, modality: str | None, names: list[str], texts: list[str], actors: list[str]
) -> dict[str, Any]:
    """What the form changes; a role whose words were changed is no longer the actor that its old words named."""
    if not len(names) == len(texts) == len(actors):
        raise CallError("The roles of the form are not complete; load the page again.")
    roles = [
        {"role": name, "text": text.strip(), "actor": _read_actor(actor, text)}
        for name, text, actor in zip(names, texts, actors, strict=True)
        if text.strip()
    ]
    changes: dict[str, Any] = {"polarity": polarity, "modality": modality, "roles": roles}
    return {name: value for name, value in changes.items() if value is not None}


def _read_actor(actor: str, text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(actor) if actor else None
    except ValueError:
        raise CallError("The form's actors cannot be read; load the page again.") from None
    return found if isinstance(found, dict) else None


add_page(router, "/reports/{document_id}", read_report, render_reading)
