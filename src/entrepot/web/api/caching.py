"""Answers that a client need not fetch twice: a tag for each, and "not modified" where the client has it already."""

import hashlib

from fastapi import Request
from fastapi.responses import Response


def make_tag(content: bytes) -> str:
    """An entity tag for content of which a client may keep a copy."""
    return f'"{hashlib.blake2b(content, digest_size=16).hexdigest()}"'


def has_already(request: Request, tag: str) -> bool:
    """True where the client says that it holds the answer of this tag."""
    held = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    return tag in held or held == ["*"]


def not_modified(tag: str) -> Response:
    """The answer to a client that has it already."""
    return Response(status_code=304, headers={"etag": tag, "cache-control": "private, no-cache"})


def answer_cached(request: Request, response: Response) -> Response:
    """The response with its tag, or word that it has not changed."""
    tag = make_tag(bytes(response.body))
    if has_already(request, tag):
        return not_modified(tag)
    response.headers["etag"] = tag
    response.headers["cache-control"] = "private, no-cache"
    return response
