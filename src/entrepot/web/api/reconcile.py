"""The reconciliation service in the form of version 0.2, for OpenRefine and its like: what it offers, and its answers.

Candidates are possible matches for people to decide on. `match`, by which OpenRefine takes a candidate without asking,
is true only where the query is the candidate's own id; the feature `possible_match` says which are near enough.
"""

import json
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from entrepot import __version__
from entrepot.errors import CallError
from entrepot.model.listing import ListedParty
from entrepot.pipeline.screening import read_latest
from entrepot.screening import DEFAULT_METHOD
from entrepot.store.casefile import CaseFile
from entrepot.web.api.asking import Answer, Candidate, Wish, find_candidates
from entrepot.web.api.bodies import MAX_BATCH, Text
from entrepot.web.api.entities import entity_properties
from entrepot.web.api.entity import find_id, find_whole
from entrepot.web.api.examples import Example, read_example
from entrepot.web.api.listed import Listed, ListedGiven, entity_id
from entrepot.web.api.schemata import KINDS_OF, LABELS, SCHEMA_OF
from entrepot.web.desk import Desk
from entrepot.web.requests import CaseGiven, DeskGiven
from entrepot.web.respond import MissingError

router = APIRouter(tags=["Reconciliation"])

TYPES = {
    "Person": "Person",
    "Organization": "Organisation or firm",
    "Vessel": "Vessel",
    "Airplane": "Aircraft",
    "LegalEntity": "Person or organisation",
}
"""Types of listed parties: schemata of FollowTheMoney, in words."""
MAX_EXTENDED = 1000
"""Entities whose values are fetched in one request."""


class EntityValue(BaseModel):
    """A value that was itself reconciled."""

    id: Text
    name: Text = ""


PropertyValue = Text | int | float | bool | EntityValue


class PropertyBody(BaseModel):
    """A further property that candidates should have."""

    pid: Annotated[str, Field(max_length=200)]
    v: PropertyValue | list[PropertyValue]


class QueryBody(BaseModel):
    """A name to reconcile, with what else is known."""

    model_config = ConfigDict(extra="ignore")

    query: Annotated[str, Field(max_length=2000)] = ""
    type: str | list[str] = ""
    limit: Annotated[int, Field(ge=1, le=500)] = 5
    properties: Annotated[list[PropertyBody], Field(max_length=100)] = []
    type_strict: str = ""


class ExtendedProperty(BaseModel):
    """A property to fetch; it takes no settings."""

    id: Annotated[str, Field(max_length=200)]


class ExtendBody(BaseModel):
    """Entities and the properties of theirs that are to be fetched."""

    ids: Annotated[list[Text], Field(max_length=MAX_EXTENDED)]
    properties: Annotated[list[ExtendedProperty], Field(max_length=50)]


_BATCH: TypeAdapter[dict[str, QueryBody]] = TypeAdapter(dict[str, QueryBody])
_EXTEND: TypeAdapter[ExtendBody] = TypeAdapter(ExtendBody)
_Json = Annotated[str | None, Query(max_length=100_000)]
_FormJson = Annotated[str | None, Form(max_length=3_000_000)]


@router.get("/reconcile", response_model=dict[str, Any])
def reconcile(
    request: Request, case: CaseGiven, desk: DeskGiven, listed: ListedGiven, queries: _Json = None, extend: _Json = None
) -> Response:
    """What the service offers; or, with `queries` or `extend`, the answer to them."""
    if queries is None and extend is None:
        return JSONResponse(render_manifest(request))
    return _answer(case, desk, listed, queries, extend)


@router.post("/reconcile", response_model=dict[str, Any])
def reconcile_batch(
    case: CaseGiven, desk: DeskGiven, listed: ListedGiven, queries: _FormJson = None, extend: _FormJson = None
) -> Response:
    """Candidates for each of the queries; or, with `extend`, values of entities' properties."""
    if queries is None and extend is None:
        raise CallError("Give `queries` or `extend` in the form.")
    return _answer(case, desk, listed, queries, extend)


def render_manifest(request: Request) -> dict[str, Any]:
    """The service's own description, with addresses under the name by which it was called."""
    base = str(request.base_url).rstrip("/")
    return {
        "versions": ["0.2"],
        "name": f"Lists of {request.app.state.case_name}",
        "identifierSpace": f"{base}/entities/",
        "schemaSpace": "https://followthemoney.tech/explorer/schemata/",
        "documentation": f"{base}/docs",
        "serviceVersion": __version__,
        "view": {"url": f"{base}/entities/{{{{id}}}}"},
        "defaultTypes": [{"id": name, "name": words} for name, words in TYPES.items()],
        "batchSize": MAX_BATCH,
        "suggest": {
            name: {"service_url": base, "service_path": f"/reconcile/suggest/{name}"}
            for name in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/reconcile/extend/propose"},
            "property_settings": [],
        },
    }


def _answer(case: CaseFile, desk: Desk, listed: Listed, queries: str | None, extend: str | None) -> Response:
    if extend is not None:
        return JSONResponse(_extended(case, listed, _read(_EXTEND, extend, "extend")))
    batch = _read(_BATCH, queries or "", "queries")
    if len(batch) > MAX_BATCH:
        raise CallError(f"{len(batch):,} queries in one request; give at most {MAX_BATCH} at a time.")
    latest = read_latest(case)
    found = {}
    for name, query in batch.items():
        wish = _wish(listed, desk, query)
        answer = find_candidates(listed, read_example(_example(query)), wish, latest)
        found[name] = {"result": _candidates(listed, query, answer)}
    return JSONResponse(found)


def _wish(listed: Listed, desk: Desk, query: QueryBody) -> Wish:
    kinds = frozenset().union(*(KINDS_OF.get(name, frozenset()) for name in _types(query)))
    threshold = listed.default_threshold(DEFAULT_METHOD)
    return Wish(
        limit=query.limit,
        threshold=threshold,
        cutoff=threshold / 2,
        method=DEFAULT_METHOD,
        asked_at=desk.now(),
        takes=(lambda party: party.kind in kinds) if kinds else (lambda _: True),
    )


def _types(query: QueryBody) -> Sequence[str]:
    return [query.type] if isinstance(query.type, str) else query.type


def _example(query: QueryBody) -> Example:
    """The query as an example; of several types none is taken for granted."""
    types = [name for name in _types(query) if name in KINDS_OF]
    properties: dict[str, list[str]] = {"name": [query.query]} if query.query.strip() else {}
    for one in query.properties:
        values = one.v if isinstance(one.v, list) else [one.v]
        properties.setdefault(one.pid, []).extend(filter(None, map(_text, values)))
    return Example(schema=types[0] if len(types) == 1 else "Thing", properties=properties)


def _text(value: PropertyValue) -> str:
    if isinstance(value, EntityValue):
        return value.name or value.id
    return "" if isinstance(value, bool) else str(value)


def _candidates(listed: Listed, query: QueryBody, answer: Answer) -> list[dict[str, Any]]:
    """The candidates, with whoever has the query for an id before them."""
    found = [_candidate(one) for one in answer.candidates]
    asked = query.query.strip()
    if asked in listed.by_id:
        own = _named(listed.lists.parties[listed.by_id[asked]])
        rest = [one for one in found if one["id"] != asked]
        found = [{**own, "score": 100.0, "match": True, "features": []}, *rest]
    return found[: query.limit]


def _candidate(one: Candidate) -> dict[str, Any]:
    features = {each.name: round(each.score, 4) for each in reversed(one.match.features)}
    return {
        **_named(one.party),
        "score": round(one.match.score * 100, 2),
        "match": False,
        "features": [
            {"id": "possible_match", "value": one.is_match},
            *({"id": name, "value": value} for name, value in features.items()),
        ],
    }


def _named(party: ListedParty) -> dict[str, Any]:
    return {
        "id": entity_id(party),
        "name": party.names[0].text if party.names else entity_id(party),
        "description": describe_party(party),
        "type": [type_of(party)],
    }


def type_of(party: ListedParty) -> dict[str, str]:
    """The type of a party with its name."""
    schema = SCHEMA_OF[party.kind]
    return {"id": schema, "name": TYPES[schema]}


def describe_party(party: ListedParty) -> str:
    """What tells a party from its namesakes: list, programmes, births, countries."""
    parts = [party.list, ", ".join(party.programmes[:3]), ", ".join(party.births[:2]), ", ".join(party.countries[:3])]
    return " · ".join(part for part in parts if part)


def _extended(case: CaseFile, listed: Listed, body: ExtendBody) -> dict[str, Any]:
    """The values of the properties for each entity; none for one that no list has."""
    names = list(dict.fromkeys(one.id for one in body.properties))
    rows = {}
    for given in dict.fromkeys(body.ids):
        try:
            properties = entity_properties(find_whole(case, listed, find_id(listed, given)))
        except MissingError:
            properties = {}
        rows[given] = {name: [{"str": str(value)} for value in properties.get(name, ())] for name in names}
    return {"meta": [{"id": name, "name": LABELS.get(name, name)} for name in names], "rows": rows}


def _read(adapter: TypeAdapter[Any], text: str, name: str) -> Any:
    """What the JSON of a form says.

    Raises:
        CallError: it is no JSON, or not of the form that is asked for.
    """
    try:
        return adapter.validate_python(json.loads(text))
    except (ValueError, RecursionError) as error:
        told = error.errors()[0]["msg"] if isinstance(error, ValidationError) else "it is no JSON"
        raise CallError(f"`{name}` cannot be read: {told}.") from None
