"""The workbench's own style sheets, script and mark; nothing is fetched from anywhere else."""

from functools import cache
from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import Response

from entrepot.dossier.page import read_style
from entrepot.web.respond import MissingError

router = APIRouter()

_KINDS = {
    "workbench.css": "text/css",
    "workbench.js": "text/javascript",
    "mark.svg": "image/svg+xml",
}


@router.get("/assets/{name}", include_in_schema=False)
def asset(name: str) -> Response:
    """One of the files by name."""
    if name == "dossier.css":
        return Response(read_style(), media_type="text/css")
    if name not in _KINDS:
        raise MissingError("There is no such file.")
    return Response(_read_asset(name), media_type=_KINDS[name])


@cache
def _read_asset(name: str) -> str:
    return (files("entrepot.web") / "static" / name).read_text(encoding="utf-8")
