"""`GET /entities/{id}`: one listed party with all that its list says of it."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from entrepot.dossier.markup import Html, element
from entrepot.model.listing import ListedParty
from entrepot.store.casefile import CaseFile
from entrepot.store.lists import read_whole_parties
from entrepot.web.api.bodies import Adjacent, AdjacentPage, EntityBody
from entrepot.web.api.entities import Entity, entity_record, sanction_records
from entrepot.web.api.listed import Listed, ListedGiven, entity_id
from entrepot.web.api.schemata import LABELS
from entrepot.web.requests import CaseGiven
from entrepot.web.respond import MissingError, answer_html

router = APIRouter(tags=["Screening"])

EntityId = Annotated[str, Path(max_length=1000, description="An id as candidates have it: the list and its own key.")]
Limit = Annotated[int, Query(ge=0, le=1000)]
Offset = Annotated[int, Query(ge=0, le=100_000)]
MOVED: dict[int | str, dict[str, Any]] = {
    308: {"description": "The list's own key was given; the id among all lists is where this leads."}
}


@router.get("/entities/{entity_id:path}/adjacent", response_model=Adjacent)
def adjacent(
    case: CaseGiven, listed: ListedGiven, entity_id: EntityId, limit: Limit = 50, offset: Offset = 0
) -> Response:
    """A listed party and what is adjacent to it: the acts by which it was listed."""
    party = find_whole(case, listed, entity_id)
    page = _page(sanction_records(listed, party), limit, offset)
    found = {"sanctions": page} if party.designations else {}
    return JSONResponse({"entity": entity_record(listed, party), "adjacent": found})


@router.get("/entities/{entity_id:path}/adjacent/{name}", response_model=AdjacentPage)
def adjacent_of(
    case: CaseGiven,
    listed: ListedGiven,
    entity_id: EntityId,
    name: Annotated[str, Path(max_length=200)],
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    """What is adjacent to a listed party under one property; there is `sanctions`."""
    party = find_whole(case, listed, entity_id)
    if name != "sanctions":
        raise MissingError(f"A listed party has nothing under {name[:60]!r}; there is `sanctions`.")
    return JSONResponse(_page(sanction_records(listed, party), limit, offset))


@router.get("/entities/{entity_id:path}", response_model=EntityBody, responses=MOVED)
def entity(
    request: Request, case: CaseGiven, listed: ListedGiven, entity_id: EntityId, nested: bool = True
) -> Response:
    """A listed party with all that its list says of it; with the acts by which it was listed where `nested`.

    A browser is shown it as a page, which OpenRefine leads to.
    """
    if entity_id not in listed.by_id and len(listed.by_own_id.get(entity_id, ())) == 1:
        return RedirectResponse(f"/entities/{quote(find_id(listed, entity_id), safe='')}", status_code=308)
    record = entity_record(listed, find_whole(case, listed, entity_id), nested=nested)
    if "text/html" in request.headers.get("accept", ""):
        return answer_html(request, record["caption"], lambda _: render_entity(record))
    return JSONResponse(record)


def render_entity(record: Entity) -> Html:
    """What the list says of the party, as a table."""
    rows = [
        ("List", record["datasets"]),
        ("Key", record["referents"]),
        *((LABELS.get(name, name), values) for name, values in record["properties"].items()),
    ]
    return element(
        "div",
        element("p", "As the list prints it. That a name stands here says nothing of others who bear it."),
        element("table", element("tbody", [_row(*row) for row in rows]), class_="register"),
    )


def _row(words: str, values: list[Any]) -> Html:
    texts = [_told(value) if isinstance(value, dict) else str(value) for value in values]
    return element(
        "tr", element("th", words, scope="row"), element("td", [element("p", element("bdi", one)) for one in texts])
    )


def _told(record: Entity) -> str:
    """An act by which the party was listed, on one line."""
    kept = {name: values for name, values in record["properties"].items() if name != "entity"}
    return " · ".join(value for values in kept.values() for value in values)


def find_id(listed: Listed, given: str) -> str:
    """The id among all lists of the party that this id, or the list's own key, stands for.

    Raises:
        MissingError: no list has it, or several have such a key.
    """
    if given in listed.by_id:
        return given
    places = listed.by_own_id.get(given, [])
    found = [entity_id(listed.lists.parties[place]) for place in places]
    if len(found) == 1:
        return found[0]
    if found:
        raise MissingError(f"Several lists have an entry {given[:100]!r}; ask for one of: {', '.join(found[:10])}.")
    raise MissingError(f"No list of the case has an entry {given[:100]!r}.")


def find_whole(case: CaseFile, listed: Listed, given: str) -> ListedParty:
    """The party with all that the list says of it.

    Raises:
        MissingError: there is none, or the lists have just changed.
    """
    party = listed.lists.parties[listed.by_id[find_id(listed, given)]]
    digest = listed.lists.digests[party.list, party.id]
    for version in listed.lists.versions:
        if party.list in listed.groups.get(version.list, ()):
            try:
                return read_whole_parties(case, version.list, [(party.list, party.id, digest)])[0]
            except KeyError:
                continue
    raise MissingError(f"The entry {given[:100]!r} is no longer in the case; ask again.")


def _page(records: list[Entity], limit: int, offset: int) -> dict[str, Any]:
    return {
        "results": records[offset : offset + limit],
        "total": {"value": len(records), "relation": "eq"},
        "limit": limit,
        "offset": offset,
    }
