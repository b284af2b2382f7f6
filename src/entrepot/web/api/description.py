"""What programs may call, described: as OpenAPI 3.1 at `/openapi.json`, and as a page at `/docs`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from entrepot.dossier.markup import Html, element
from entrepot.web.api.bodies import Problem
from entrepot.web.respond import Visit, answer_html

router = APIRouter()

PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    400: {"model": Problem, "description": "The request cannot be carried out as it was put."},
    401: {"description": "The token is missing or wrong.", "content": {"text/plain": {"schema": {"type": "string"}}}},
    404: {"model": Problem, "description": "There is nothing of this name."},
    409: {"model": Problem, "description": "Somebody else changed the same thing in the meantime."},
    413: {"model": Problem, "description": "The request is too large."},
    422: {"model": Problem, "description": "A part of the request does not fit what is asked for."},
    503: {"model": Problem, "description": "Another program is using the case."},
}
"""What any operation may answer instead, in one sentence."""

TAGS: Final = {
    "Case": "What the case holds: reports, claims, propositions, actors, findings, channels. Pages of 50.",
    "Work": "Decisions and long work. Changing requests carry the `proof` of a form, and so belong to the pages.",
    "Screening": "Names put to the lists of the case, in the form of OpenSanctions' yente.",
    "Reconciliation": "Reconciliation service 0.2, for OpenRefine.",
    "Feed": "What is new.",
    "Server": "Whether the server is there.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing that a program may ask for."""

    method: str
    path: str
    summary: str
    tag: str
    parameters: tuple[tuple[str, str], ...]


def describe_with(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """Makes the OpenAPI document of the application when it is first asked for."""

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _complete(
                get_openapi(
                    title=app.title,
                    version=app.version,
                    openapi_version="3.1.0",
                    description=app.description,
                    routes=app.routes,
                    tags=[{"name": name, "description": text} for name, text in TAGS.items()],
                )
            )
        return app.openapi_schema

    return describe


def list_operations(document: dict[str, Any]) -> Iterator[Operation]:
    """The operations of an OpenAPI document, in its order."""
    for path, methods in document["paths"].items():
        for method, one in methods.items():
            parameters = ((each["name"], each.get("description", "")) for each in one.get("parameters", ()))
            yield Operation(
                method=method.upper(),
                path=path,
                summary=one.get("summary", ""),
                tag=one["tags"][0],
                parameters=tuple(parameters),
            )


@router.get("/docs", include_in_schema=False)
def show_docs(request: Request) -> Response:
    """The operations as a page."""
    document = request.app.openapi()
    return answer_html(request, "For programs", lambda visit: render_docs(document, visit))


def render_docs(document: dict[str, Any], visit: Visit) -> Html:
    """The operations by their tags, each with its parameters."""
    operations = list(list_operations(document))
    return element(
        "div",
        element(
            "p",
            "Every page also answers as JSON: under its address with ",
            element("code", ".json"),
            ", or where a program asks for ",
            element("code", "application/json"),
            ". All of it is described for programs in ",
            element("a", "/openapi.json", href="/openapi.json"),
            ".",
        ),
        element("p", "Where a token is asked for, it is sent as ", element("code", "Authorization: Bearer TOKEN"), "."),
        *(_section(tag, text, [one for one in operations if one.tag == tag]) for tag, text in TAGS.items()),
    )


def _section(tag: str, text: str, operations: list[Operation]) -> Html | None:
    if not operations:
        return None
    head = element("tr", *(element("th", words, scope="col") for words in ("Operation", "What it gives", "Asked with")))
    table = element("table", element("thead", head), element("tbody", map(_row, operations)), class_="register")
    wide = element("div", table, class_="scroll", tabindex=0, role="region", aria_label=tag)
    return element("section", element("h2", tag), element("p", text), wide)


def _row(one: Operation) -> Html:
    asked = ", ".join(name for name, _ in one.parameters)
    return element(
        "tr",
        element("th", element("code", f"{one.method} {one.path}"), scope="row"),
        element("td", one.summary),
        element("td", asked or "nothing"),
    )


def _complete(document: dict[str, Any]) -> dict[str, Any]:
    """The document with a tag for each operation, sentences for summaries, and the ways of giving the token."""
    for path, methods in document["paths"].items():
        for method, one in methods.items():
            one.setdefault("tags", ["Case" if method == "get" else "Work"])
            text = one.get("description", "")
            one["summary"] = text.split("\n\n")[0].replace("\n", " ") if text else one.get("summary", path)
            for each in one.get("parameters", ()):
                each.setdefault("description", _words(each["name"]))
    schemes = document.setdefault("components", {}).setdefault("securitySchemes", {})
    schemes["token"] = {"type": "http", "scheme": "bearer", "description": "Asked for where the server has a token."}
    document["security"] = [{}, {"token": []}]
    return document


def _words(name: str) -> str:
    return re.sub(r"[_-]+", " ", name).capitalize() + "."
