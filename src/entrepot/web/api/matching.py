"""`POST /match/{dataset}`: entities by example, each with the listed parties that it may be."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response

from entrepot.dossier.match_records import judgement_record
from entrepot.errors import CallError
from entrepot.model.match import Feature
from entrepot.pipeline.screening import read_latest
from entrepot.web.api.asking import Answer, Candidate, Wish, find_candidates
from entrepot.web.api.bodies import MAX_BATCH, ExampleBody, MatchAnswer, MatchBody
from entrepot.web.api.entities import entity_record
from entrepot.web.api.examples import Example, read_example
from entrepot.web.api.listed import Listed, ListedGiven
from entrepot.web.api.methods import BEST, feature_docs, read_method
from entrepot.web.api.narrowing import Dataset, NarrowingGiven, narrow
from entrepot.web.api.schemata import check_schema
from entrepot.web.requests import CaseGiven, DeskGiven

router = APIRouter(tags=["Screening"])


@router.post("/match/{dataset}", response_model=MatchAnswer)
def match(
    case: CaseGiven,
    desk: DeskGiven,
    listed: ListedGiven,
    body: MatchBody,
    dataset: Dataset,
    narrowing: NarrowingGiven,
    limit: Annotated[int, Query(ge=1, le=500, description="Candidates told for each example.")] = 5,
    threshold: Annotated[
        float | None, Query(ge=0, le=1, description="Score from which one is a possible match; else the method's own.")
    ] = None,
    cutoff: Annotated[
        float | None, Query(ge=0, le=1, description="Score below which none is told; else half the threshold.")
    ] = None,
    algorithm: Annotated[str, Query(max_length=100, description="A method of screening, or `best`.")] = BEST,
) -> Response:
    """Entities by example put to the lists, in the form of yente.

    `match` says that a candidate is a possible match at the threshold; it is never more than that. One that a person
    judged to be somebody else is none, whatever its score.
    """
    takes = narrow(listed, dataset, narrowing)
    method = read_method(algorithm)
    examples = _examples(body)
    least = listed.default_threshold(method) if threshold is None else threshold
    wish = Wish(
        limit=limit,
        threshold=least,
        cutoff=min(least, least / 2 if cutoff is None else cutoff),
        method=method,
        asked_at=desk.now(),
        takes=takes,
    )
    latest = read_latest(case)
    responses = {
        name: answer_record(listed, example, find_candidates(listed, read_example(example), wish, latest))
        for name, example in examples.items()
    }
    name, version = listed.method(method)
    content = {
        "responses": responses,
        "matcher": feature_docs(),
        "limit": limit,
        "method": {"name": name, "version": version},
        "threshold": least,
    }
    return JSONResponse(content, headers={"x-batch-size": str(len(responses))})


def answer_record(listed: Listed, example: Example, answer: Answer) -> dict[str, Any]:
    """The answer to one example as yente gives it."""
    return {
        "status": 400 if answer.issues and not answer.candidates else 200,
        "results": [scored_record(listed, one) for one in answer.candidates],
        "total": {"value": answer.total, "relation": "eq" if answer.is_all else "gte"},
        "query": {"id": example.id or None, "schema": example.schema, "properties": dict(example.properties)},
        "issues": list(answer.issues),
    }


def scored_record(listed: Listed, one: Candidate) -> dict[str, Any]:
    """A candidate with every ground for and against it."""
    grounds = _grounds(one.match.features)
    return {
        **entity_record(listed, one.party),
        "score": one.match.score,
        "match": one.is_match,
        "features": {name: ground["score"] for name, ground in grounds.items()},
        "explanations": {name: {**ground, "candidate": one.match.matched_name} for name, ground in grounds.items()},
        "judgement": judgement_record(one.match.judgement, is_earlier=False),
    }


def texts_of(properties: Mapping[str, Any]) -> dict[str, list[str]]:
    """The plain values of an example's properties as texts; entities inside the entity are left out."""
    found = {}
    for name, given in properties.items():
        values = given if isinstance(given, list) else [given]
        texts = [value if isinstance(value, str) else str(value) for value in values if _is_plain(value)]
        if texts:
            found[name] = texts
    return found


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _examples(body: MatchBody) -> dict[str, Example]:
    if body.weights or body.config:
        raise CallError("The methods here take neither weights nor settings; leave `weights` and `config` empty.")
    given = {name: example for name, example in body.queries.items() if example is not None}
    if not given:
        raise CallError("No queries were given.")
    if len(given) > MAX_BATCH:
        raise CallError(f"{len(given):,} queries in one request; give at most {MAX_BATCH} at a time.")
    return {name: _example(example) for name, example in given.items()}


def _example(body: ExampleBody) -> Example:
    return Example(schema=check_schema(body.schema_), properties=texts_of(body.properties), id=body.id or "")


def _grounds(features: Sequence[Feature]) -> dict[str, dict[str, Any]]:
    """The features by name; of several with one name the weightiest, with the sentences of all."""
    found: dict[str, dict[str, Any]] = {}
    for one in sorted(features, key=lambda each: -abs(each.score * each.weight)):
        known = found.setdefault(one.name, {"score": round(one.score, 4), "weight": one.weight, "detail": ""})
        known["detail"] = f"{known['detail']} {one.detail}".strip()
    return found
