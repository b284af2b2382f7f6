"""What can be asked: the lists as data sets, the methods, and whether the server is there."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from entrepot import __version__
from entrepot.dossier.match_records import version_record
from entrepot.model.listing import ListVersion
from entrepot.screening import DEFAULT_METHOD, METHODS
from entrepot.web.api.bodies import Algorithms, Catalog, Status, Version
from entrepot.web.api.caching import answer_cached
from entrepot.web.api.listed import Listed, ListedGiven
from entrepot.web.api.methods import describe_method, feature_docs
from entrepot.web.requests import CaseGiven

router = APIRouter(tags=["Screening"])


@router.get("/healthz", response_model=Status, tags=["Server"])
def healthz() -> Response:
    """That the server is there; asked for without the token."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz", response_model=Status, tags=["Server"])
def readyz(case: CaseGiven) -> Response:
    """That the case can be read; the lists are loaded when somebody first asks them."""
    case.connection.execute("SELECT 1").fetchone()
    return JSONResponse({"status": "ok"})


@router.get("/version", response_model=Version, tags=["Server"])
def version() -> Response:
    """Name and version of the program."""
    return JSONResponse({"name": "entrepot", "version": __version__})


@router.get("/catalog", response_model=Catalog)
def catalog(request: Request, listed: ListedGiven) -> Response:
    """The lists of the case as data sets, each with its version; `default` stands for all of them."""
    own = {one.list: one for one in listed.lists.versions}
    datasets = [_dataset(listed, name, own.get(name)) for name in listed.groups]
    content = {
        "datasets": datasets,
        "current": [one["name"] for one in datasets],
        "outdated": [],
        "index_stale": False,
    }
    return answer_cached(request, JSONResponse(content))


@router.get("/algorithms", response_model=Algorithms)
def algorithms() -> Response:
    """The methods of screening."""
    docs = feature_docs()
    found = [{"name": name, "description": describe_method(name), "features": docs, "docs": docs} for name in METHODS]
    return JSONResponse({"algorithms": found, "default": DEFAULT_METHOD, "best": DEFAULT_METHOD})


def _dataset(listed: Listed, name: str, version: ListVersion | None) -> dict[str, Any]:
    lists = listed.groups[name]
    held = [one for one in listed.lists.versions if lists & listed.groups.get(one.list, frozenset())]
    days = [one.published.isoformat() for one in held if one.published]
    parties = sum(party.list in lists for party in listed.lists.parties)
    updated = f"{max(days)}T00:00:00" if days else None
    code = (version.sha256 if version else "-".join(one.sha256[:12] for one in held))[:64]
    return {
        "name": name,
        "title": version.title or name if version else "All lists of the case" if len(lists) > 1 else name,
        "load": True,
        "version": code,
        "index_version": code,
        "index_current": True,
        "children": sorted(lists - {name}),
        "entity_count": parties,
        "thing_count": parties,
        "updated_at": updated,
        "last_export": updated,
        "summary": f"{version_record(version)['rows']:,} rows" if version else None,
    }
