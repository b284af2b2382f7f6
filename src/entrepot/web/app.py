"""The application: its routes, its guard, and the sentence that every error becomes."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from entrepot import __version__
from entrepot.errors import EntrepotError
from entrepot.pipeline.indexing import index_case
from entrepot.web.api import ROUTERS as API
from entrepot.web.api.description import PROBLEMS, describe_with
from entrepot.web.api.listed import ListIndex
from entrepot.web.assets import router as assets
from entrepot.web.desk import Desk
from entrepot.web.duties import make_duties
from entrepot.web.guard import Guard
from entrepot.web.options import WebOptions
from entrepot.web.pages import ROUTERS
from entrepot.web.respond import answer_error, answer_problem
from entrepot.web.work import Worker

_LOG = logging.getLogger("entrepot.web")


def create_app(desk: Desk, options: WebOptions) -> FastAPI:
    """The workbench of one case, as an ASGI application."""
    worker = Worker(desk, make_duties(desk))

    @asynccontextmanager
    async def working(_: FastAPI) -> AsyncIterator[None]:
        worker.start()
        yield
        worker.stop()

    app = FastAPI(
        lifespan=working,
        title="Entrepôt workbench",
        version=__version__,
        description="A case: reports, claims, propositions, matches, findings, channels. Leads for human review.",
        docs_url=None,
        redoc_url=None,
        responses=PROBLEMS,
    )
    with desk.reading() as case:
        app.state.case_name = case.name
        index_case(case)
    app.state.desk, app.state.options, app.state.worker = desk, options, worker
    app.state.lists = ListIndex()
    for router in (assets, *API, *ROUTERS):
        app.include_router(router)
    app.openapi = describe_with(app)  # type: ignore[method-assign]  # how FastAPI lets it be replaced
    app.add_exception_handler(EntrepotError, _answer_known)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_http)
    app.add_exception_handler(Exception, _answer_fault)
    app.add_middleware(Guard, options=options)
    return app


async def _answer_known(request: Request, error: Exception) -> Response:
    return answer_error(request, error if isinstance(error, EntrepotError) else EntrepotError(str(error)))


async def _answer_invalid(request: Request, error: Exception) -> Response:
    found: list[dict[str, Any]] = list(error.errors()) if isinstance(error, RequestValidationError) else []
    told = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in found[:5])
    return answer_problem(request, 422, f"The request does not fit what is asked for here ({told}).")


async def _answer_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    sentences = {404: "There is nothing at this address.", 405: "This address does not take that method."}
    return answer_problem(request, status, sentences.get(status, str(getattr(error, "detail", error))))


async def _answer_fault(request: Request, error: Exception) -> Response:
    _LOG.error("a fault in the program at %s", request.url.path, exc_info=error)
    return answer_problem(request, 500, "Something went wrong in the program; what was asked for was not done.")
