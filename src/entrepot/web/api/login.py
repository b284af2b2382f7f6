"""Where a reader says the token once, and where it is forgotten again."""

import asyncio
from typing import Annotated, Final

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from entrepot.dossier.markup import Html, element
from entrepot.web.guard import TOKEN_COOKIE, is_token, login_proof
from entrepot.web.respond import Visit, answer_html, back_to

router = APIRouter()

WRONG_SECONDS: Final = 0.5
"""How long a wrong token waits for its answer, so that trying many is slow."""

_Next = Annotated[str, Query(max_length=2000)]


@router.get("/login", include_in_schema=False)
def show_login(request: Request, next: _Next = "/") -> Response:  # noqa: A002 - the name in the address
    """The form that asks for the token; the way to log out for whoever has said it."""
    if not request.app.state.options.token:
        return back_to(next)
    return answer_html(request, "Log in", lambda visit: render_login(visit, next))


@router.post("/login", include_in_schema=False)
async def log_in(
    request: Request,
    token: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002 - the name in the form
) -> Response:
    """The reader is known from here on, where the token is right."""
    options = request.app.state.options
    if not options.token:
        return back_to(next)
    if not is_token(options, token.strip()):
        await asyncio.sleep(WRONG_SECONDS)
        return answer_html(request, "Log in", lambda visit: render_login(visit, next, is_wrong=True), 403)
    response = back_to(next)
    is_secure = request.url.scheme == "https"
    response.set_cookie(TOKEN_COOKIE, login_proof(options), httponly=True, samesite="strict", secure=is_secure)
    return response


@router.post("/logout", include_in_schema=False)
def log_out() -> Response:
    """The reader is known no longer."""
    response = RedirectResponse("/login", status_code=303)
    response.delete_cookie(TOKEN_COOKIE, httponly=True, samesite="strict")
    return response


def render_login(visit: Visit, target: str, *, is_wrong: bool = False) -> Html:
    """The form, or the way out."""
    if visit.can_leave:
        leave = element("form", element("button", "Log out", type="submit"), action="/logout", method="post")
        return element("section", element("p", "You are logged in."), leave)
    box = element(
        "input", type="password", name="token", required=True, maxlength=1000, autocomplete="current-password"
    )
    return element(
        "section",
        element("p", "That is not the token.", class_="problem", role="alert") if is_wrong else None,
        element("p", "This workbench asks for a token. Whoever started it has been shown it, or has chosen it."),
        element(
            "form",
            element("input", type="hidden", name="next", value=target),
            # Keepers of passwords look for a name beside the word.
            element("input", type="text", name="name", value="workbench", autocomplete="username", hidden=True),
            element("label", "Token ", box),
            " ",
            element("button", "Log in", type="submit"),
            action="/login",
            method="post",
        ),
    )
