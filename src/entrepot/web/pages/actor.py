"""One actor: what is said of it, and which listed parties it may be, each to be judged here."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Annotated, Any, cast

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from entrepot.dossier.markup import Html, element
from entrepot.dossier.match_records import match_record
from entrepot.dossier.parts import count, phrase
from entrepot.dossier.phrases import Piece, plain_phrase
from entrepot.dossier.sections.match_card import render_match
from entrepot.dossier.sections.matches import STANDING
from entrepot.errors import CallError
from entrepot.model.case import ScreenedActor
from entrepot.model.match import Judgement, Match, Verdict
from entrepot.pipeline.current_screening import read_actor_screening
from entrepot.pipeline.screening import judge_match, read_latest
from entrepot.screening.judgements import query_key
from entrepot.store.browsing_actors import UNSCREENED, ActorRow, find_actor_row, list_actor_propositions
from entrepot.store.codec import decode_json
from entrepot.web.paper import render_empty
from entrepot.web.requests import CaseGiven, DeskGiven
from entrepot.web.respond import MissingError, Visit, add_page, back_to, check_proof
from entrepot.web.ways import PAGES, quote_id

router = APIRouter()

VERDICTS: dict[str, str] = {"positive": "The same", "negative": "Somebody else", "unsure": "Unsure"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """An actor with the propositions about it and its last screening; `seen` numbers the judgement of each match."""

    row: ActorRow
    propositions: tuple[tuple[str, tuple[Piece, ...]], ...]
    screened: ScreenedActor | None
    seen: Mapping[tuple[str, str], int]

    @property
    def title(self) -> str:
        """The actor's name."""
        return self.row.name

    def record(self) -> dict[str, Any]:
        """The actor with its propositions and candidates; these have the contract's fields."""
        earlier = self.screened.judged_earlier if self.screened else ()
        matches = self.screened.screening.matches if self.screened else ()
        return {
            **asdict(self.row),
            "propositions": [{"id": id_, "sentence": plain_phrase(pieces)} for id_, pieces in self.propositions],
            "matches": [match_record(match, judged_earlier=earlier) for match in matches],
        }


def read_actor(case: CaseGiven, actor_id: str) -> ActorPage:
    """One actor with what is said of it and whom it may be on a list."""
    row = find_actor_row(case, actor_id)
    if row is None:
        raise MissingError(f"No claim of the case names an actor {actor_id!r}.")
    screened = read_actor_screening(case, actor_id)
    latest = read_latest(case)
    name = query_key(screened.screening.query.name) if screened else ""
    matches = screened.screening.matches if screened else ()
    found = {(one.list, one.id): latest.get((name, one.list, one.id)) for one in matches}
    return ActorPage(
        row=row,
        propositions=tuple(
            (id_, decode_json(tuple[Piece, ...], pieces)) for id_, pieces in list_actor_propositions(case, actor_id)
        ),
        screened=screened,
        seen={key: one.number if one else 0 for key, one in found.items()},
    )


def render_actor(page: ActorPage, visit: Visit) -> Html:
    """How often it is named, whom it may be, what is said of it."""
    row = page.row
    claims = element("a", count(row.claims, "claim"), href=f"/claims?actor={quote_id(row.actor_id)}")
    said = [element("li", _proposition(id_, pieces)) for id_, pieces in page.propositions]
    return element(
        "div",
        element("p", row.kind, ", named by ", claims, f" in {count(row.reports, 'report')}", class_="minor"),
        element(
            "section", element("h2", "On a list?"), element("p", STANDING, class_="note"), _candidates(page, visit)
        ),
        element(
            "section",
            element("h2", "What is said"),
            element("ul", said, class_="said-of") if said else render_empty("No proposition is about it."),
        ),
    )


def _proposition(proposition_id: str, pieces: tuple[Piece, ...]) -> Html:
    return element(
        "span",
        phrase(pieces, ways=PAGES),
        " ",
        element("a", "proposition", href=PAGES.proposition("", proposition_id), class_="ref"),
    )


def _candidates(page: ActorPage, visit: Visit) -> Html:
    if page.row.kind in UNSCREENED:
        return render_empty("Countries, places and groups are on no list as such; measures towards them are law.")
    if page.screened is None:
        to_lists = element("p", element("a", "Put the actors to the lists", href="/jobs"))
        return render_empty("It was not put to any list, so nothing is known of whether it is listed.", to_lists)
    told = [element("li", issue.message) for issue in page.screened.issues]
    matches = page.screened.screening.matches
    shown = [match for match in matches if match.decision == "possible_match" or match.judgement]
    cards = [_candidate(match, page, page.screened, visit) for match in shown]
    return element(
        "div",
        element("ul", told, class_="card-issues") if told else None,
        cards or render_empty("Nothing on the lists came near enough to be called a possible match."),
    )


def _candidate(match: Match, page: ActorPage, screened: ScreenedActor, visit: Visit) -> Html:
    query = screened.screening.query
    hidden: dict[str, str | int] = {
        "proof": visit.proof,
        "query": query.name,
        "list": match.list,
        "party": match.id,
        "seen": page.seen[match.list, match.id],
        "back": PAGES.actor(page.row.actor_id),
    }
    form = element(
        "form",
        [element("input", type="hidden", name=name, value=value) for name, value in hidden.items()],
        [element("button", words, type="submit", name="verdict", value=verdict) for verdict, words in VERDICTS.items()],
        element("label", "Why ", element("input", name="reason", maxlength=2000)),
        element(
            "label", "as ", element("input", name="by", value=visit.name, required=True, maxlength=200), class_="as"
        ),
        action="/matches/judgements",
        method="post",
        class_="judge",
    )
    return element("div", render_match(match, screened, screened.screening.list_versions), form, class_="workcard")


@router.post("/matches/judgements", operation_id="judge_match", response_model=dict[str, Any])
def decide(
    request: Request,
    desk: DeskGiven,
    query: Annotated[str, Form(max_length=1000)],
    list_name: Annotated[str, Form(alias="list", max_length=200)],
    party: Annotated[str, Form(max_length=500)],
    verdict: Annotated[str, Form(max_length=20)],
    by: Annotated[str, Form(max_length=200)] = "",
    reason: Annotated[str, Form(max_length=2000)] = "",
    seen: Annotated[int | None, Form()] = None,
    proof: Annotated[str, Form(max_length=200)] = "",
    back: Annotated[str, Form(max_length=1000)] = "/actors",
) -> Response:
    """Keeps whether an actor is the listed party in a reader's judgement."""
    check_proof(request, proof)
    if verdict not in VERDICTS:
        raise CallError(f"{verdict!r} is no verdict; give positive, negative or unsure.")
    if not by.strip() or not query.strip():
        raise CallError("Say who judges, and of whom.")
    with desk.writing() as case:
        judgement = Judgement(
            query=query,
            list=list_name,
            party_id=party,
            verdict=cast("Verdict", verdict),
            by=by.strip(),
            judged_at=desk.now(),
            reason=reason.strip(),
        )
        judge_match(case, judgement, seen)
    return back_to(back, by)


add_page(router, "/actors/{actor_id:path}", read_actor, render_actor)
