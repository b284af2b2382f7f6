"""What OpenRefine offers while somebody types: entities, types, properties; and the properties that can be fetched."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response

from entrepot.screening import DEFAULT_METHOD
from entrepot.web.api.asking import Wish
from entrepot.web.api.listed import ListedGiven, entity_id, fold_text
from entrepot.web.api.reconcile import TYPES, describe_party, type_of
from entrepot.web.api.schemata import LABELS
from entrepot.web.api.searching import NEAR, find_by_words
from entrepot.web.requests import CaseGiven, DeskGiven

router = APIRouter(prefix="/reconcile", tags=["Reconciliation"])

SUGGESTED = 20
"""Suggestions told at a time; `cursor` skips those told before."""

Prefix = Annotated[str, Query(max_length=500, description="What was typed so far.")]
Cursor = Annotated[int, Query(ge=0, le=100_000, description="How many suggestions to skip.")]


@router.get("/suggest/entity", response_model=dict[str, Any])
def suggest_entity(
    case: CaseGiven, desk: DeskGiven, listed: ListedGiven, prefix: Prefix = "", cursor: Cursor = 0
) -> Response:
    """Listed parties that have these beginnings of words in their names or numbers, or this id."""
    wish = Wish(limit=NEAR, threshold=0.5, cutoff=0.0, method=DEFAULT_METHOD, asked_at=desk.now())
    found = find_by_words(case, listed, prefix, wish, fuzzy=False) if prefix.strip() else []
    result = [
        {
            "id": entity_id(party),
            "name": party.names[0].text if party.names else entity_id(party),
            "description": describe_party(party),
            "notable": [type_of(party)],
        }
        for party in found[cursor : cursor + SUGGESTED]
    ]
    return JSONResponse({"result": result})


@router.get("/suggest/type", response_model=dict[str, Any])
def suggest_type(prefix: Prefix = "", cursor: Cursor = 0) -> Response:
    """Types of listed parties."""
    return JSONResponse({"result": _beginning(TYPES, prefix)[cursor : cursor + SUGGESTED]})


@router.get("/suggest/property", response_model=dict[str, Any])
def suggest_property(prefix: Prefix = "", cursor: Cursor = 0) -> Response:
    """Properties by which candidates can be narrowed, or that can be fetched."""
    return JSONResponse({"result": _beginning(LABELS, prefix)[cursor : cursor + SUGGESTED]})


@router.get("/extend/propose", response_model=dict[str, Any])
def propose_properties(
    type: Annotated[str, Query(max_length=200)] = "",  # noqa: A002 - the name that clients give it
    limit: Annotated[int, Query(ge=0, le=100)] = 100,
) -> Response:
    """Properties of listed parties that can be fetched, whatever their type."""
    properties = [{"id": name, "name": words} for name, words in LABELS.items()]
    return JSONResponse({"type": type, "properties": properties[:limit], "limit": limit})


def _beginning(named: Mapping[str, str], prefix: str) -> list[dict[str, str]]:
    """Those of which the name, the id, or a word of the name begins so."""
    start = fold_text(prefix)
    return [
        {"id": name, "name": words}
        for name, words in named.items()
        if f" {start}" in f" {fold_text(words)}" or name.casefold().startswith(prefix.strip().casefold())
    ]
