"""One context a page, answered as HTML or as JSON; errors are answered in the same two forms."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from urllib.parse import quote, unquote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from entrepot.dossier.markup import Html
from entrepot.errors import CallError, CaseError, CaseLockedError, ConflictError, EntrepotError, InputError
from entrepot.web.guard import KNOWN, form_proof, is_proof, read_cookies
from entrepot.web.paper import lay_out

VISIT_COOKIE = "entrepot_visit"
NAME_COOKIE = "entrepot_name"

STATUSES: tuple[tuple[type[EntrepotError], int], ...] = (
    (ConflictError, 409),
    (CaseLockedError, 503),
    (CallError, 400),
    (InputError, 422),
    (CaseError, 404),
)
"""The first kind that an error is of gives its status; each message says what happened and what to do."""


class MissingError(CallError):
    """There is nothing at the address that was asked for."""


class Page(Protocol):
    """What a page shows: read once, rendered as HTML, or given as JSON with the contract's field names."""

    @property
    def title(self) -> str:
        """The page's heading, also that of the browser's tab."""
        ...

    def record(self) -> dict[str, Any]:
        """The page as plain JSON."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who reads: the proof that forms carry, the name last given with a decision, the place in the site.

    `case_name` is "" for a reader who may see nothing of the case; `can_leave` says that there is a token to forget.
    """

    path: str
    proof: str
    name: str
    case_name: str
    can_leave: bool = False


P = TypeVar("P", bound=Page)


def add_page(router: APIRouter, path: str, read: Callable[..., P], render: Callable[[P, Visit], Html]) -> None:
    """Serves what `read` gives at `path` as HTML, or as JSON where the reader asks for that, and at `path.json`.

    `read` takes the address's parameters, as FastAPI declares them.
    """
    name = read.__name__.removeprefix("read_")

    def as_json(page: P = Depends(read)) -> Response:  # noqa: B008 - how FastAPI declares a dependency
        return JSONResponse(page.record())

    def as_page(request: Request, page: P = Depends(read)) -> Response:  # noqa: B008 - as above
        if wants_json(request):
            return JSONResponse(page.record())
        return answer_html(request, page.title, lambda visit: render(page, visit))

    summary = (read.__doc__ or name).splitlines()[0]
    described = {"summary": summary, "response_model": dict[str, Any]}
    json_path = "/index.json" if path == "/" else f"{path}.json"
    router.add_api_route(json_path, as_json, methods=["GET"], operation_id=name, **described)  # type: ignore[arg-type]
    router.add_api_route(path, as_page, methods=["GET"], include_in_schema=False, name=name)


def wants_json(request: Request) -> bool:
    """True where the reader is a program: it asks for JSON and not for a page."""
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted and "text/html" not in accepted


def answer_html(request: Request, title: str, render: Callable[[Visit], Html], status: int = 200) -> Response:
    """A whole page; a reader who is new gets the cookie that their forms are proved with."""
    cookie = read_cookies(request.headers.get("cookie", "")).get(VISIT_COOKIE, "") or secrets.token_urlsafe(18)
    visit = read_visit(request, cookie)
    response = HTMLResponse(lay_out(title, render(visit), visit), status_code=status)
    response.set_cookie(VISIT_COOKIE, cookie, httponly=True, samesite="strict", path="/")
    return response


def read_visit(request: Request, cookie: str) -> Visit:
    """The reader of this request."""
    cookies = read_cookies(request.headers.get("cookie", ""))
    is_known = bool(request.scope.get(KNOWN))
    return Visit(
        path=request.url.path,
        proof=form_proof(request.app.state.options, cookie),
        name=unquote(cookies.get(NAME_COOKIE, ""))[:200],
        case_name=request.app.state.case_name if is_known else "",
        can_leave=is_known and bool(request.app.state.options.token),
    )


def check_proof(request: Request, given: str) -> None:
    """Nothing, where the form was made for this reader.

    Raises:
        CallError: it was not; nothing may be changed for it.
    """
    cookie = read_cookies(request.headers.get("cookie", "")).get(VISIT_COOKIE, "")
    if not is_proof(request.app.state.options, cookie, given):
        raise CallError("The form was not made by this page, or the workbench was started anew since; load it again.")


def back_to(address: str, name: str = "") -> Response:
    """Sends the reader on to a page of ours after something was changed; the next form knows their name."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    response = RedirectResponse(address if is_ours else "/", status_code=303)
    if name.strip():
        response.set_cookie(NAME_COOKIE, quote(name.strip()[:200]), samesite="strict", path="/", httponly=True)
    return response


def answer_error(request: Request, error: EntrepotError) -> Response:
    """The error in one sentence, in the form that the reader asked for."""
    status = (
        404 if isinstance(error, MissingError) else next((s for kind, s in STATUSES if isinstance(error, kind)), 500)
    )
    return answer_problem(request, status, str(error))


def answer_problem(request: Request, status: int, sentence: str) -> Response:
    """A problem as JSON, or as a page."""
    takes_pages = "text/html" in request.headers.get("accept", "text/html")
    is_page = takes_pages and request.method in ("GET", "POST") and not request.url.path.endswith(".json")
    if wants_json(request) or not is_page:
        return JSONResponse(problem_record(sentence, status), status_code=status)
    from entrepot.web.paper import render_problem

    return answer_html(request, "Not done", lambda _: render_problem(sentence), status)


def problem_record(sentence: str, status: int) -> dict[str, Any]:
    """`{error, status, detail}`: `detail` says the same again, under the name that clients of yente look for."""
    told = sentence.encode("utf-8", "replace").decode("utf-8")
    return {"error": told, "status": status, "detail": told}
