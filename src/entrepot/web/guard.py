"""What stands before every request: who is asked for, by whom, how much, and what the answer may do in a browser."""

import hmac
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final
from urllib.parse import quote, urlsplit

from starlette.exceptions import HTTPException

from entrepot.web.options import WebOptions

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

TOKEN_COOKIE: Final = "entrepot_token"  # noqa: S105 - a name, not a token
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
)
"""Sent with every answer. Report text is hostile: nothing but the workbench's own files may run or be loaded.

Other sites are told nothing of the page that leads to them; without any referrer a browser would not say either that a
form is our own.
"""
SAFE_METHODS: Final = ("GET", "HEAD", "OPTIONS")
OPEN_PATHS: Final = ("/login", "/healthz")
OPEN_FOLDER: Final = "/assets/"
"""Answered without the token: nothing of a case is behind them."""
SHARED_FOLDER: Final = "/reconcile"
"""What pages of other programs may read, where the user has named their origins."""
KNOWN: Final = "entrepot.known"
"""In the scope of a request: whether whoever asks may see something of the case."""
MAX_BODY: Final = 4_000_000
"""Bytes of a request that uploads no file: the largest batch of queries that is answered has a tenth of that."""


class Guard:
    """Refuses foreign names, foreign pages, missing tokens and requests that are too large; adds the headers."""

    def __init__(self, app: App, options: WebOptions) -> None:
        self.app = app
        self.options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The application's answer, or a refusal in one sentence."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        scope[KNOWN] = not self.options.token or self._knows_token(headers)
        refusal = self._refuse(scope, headers)
        guarded = _with_headers(send, scope["path"], self._shared_with(scope["path"], headers))
        if refusal is None:
            await self.app(scope, _bounded(receive, self._limit(headers)), guarded)
            return
        await _answer(guarded, *refusal)

    def _limit(self, headers: dict[str, str]) -> int:
        """How many bytes the request may have: uploads are forms of several parts, all else is short."""
        most = self.options.max_upload_mb * 1_000_000
        return most if headers.get("content-type", "").lower().startswith("multipart/") else min(most, MAX_BODY)

    def _shared_with(self, path: str, headers: dict[str, str]) -> str:
        """The origin whose pages may read the answer, "" for none but our own."""
        origin = headers.get("origin", "")
        is_shared = path == SHARED_FOLDER or path.startswith(f"{SHARED_FOLDER}/")
        return origin if is_shared and origin in self.options.origins else ""

    def _refuse(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str, tuple[tuple[str, str], ...]] | None:
        host = headers.get("host", "") if _count(scope, b"host") == 1 else ""
        if _name(host) not in self.options.hosts:
            return 421, f"This workbench does not go by the name {_name(host) or '(none)'}.", ()
        if scope["method"] not in SAFE_METHODS and not _is_own_page(headers, host):
            return 403, "This request comes from another page, and was not carried out.", ()
        length = headers.get("content-length", "0")
        most = self._limit(headers)
        if length.isdecimal() and (len(length) > 15 or int(length) > most):
            return 413, _too_large(most), ()
        if not scope[KNOWN] and not _is_open(scope["path"]):
            if "text/html" in headers.get("accept", "") and scope["method"] == "GET":
                return 303, "Say the token first.", (("location", _login_address(scope)),)
            return 401, "Give the token: `Authorization: Bearer TOKEN`.", (("www-authenticate", "Bearer"),)
        return None

    def _knows_token(self, headers: dict[str, str]) -> bool:
        said = headers.get("authorization", "").removeprefix("Bearer ").removeprefix("ApiKey ")
        shown = read_cookies(headers.get("cookie", "")).get(TOKEN_COOKIE, "")
        # Both are compared, and each in constant time, so that the time taken tells nothing.
        found = (is_token(self.options, said), hmac.compare_digest(shown.encode(), login_proof(self.options).encode()))
        return any(found)


def read_cookies(header: str) -> dict[str, str]:
    """The cookies of a request; none where the header is not one."""
    try:
        return {name: one.value for name, one in SimpleCookie(header).items()}
    except CookieError:
        return {}


def is_token(options: WebOptions, given: str) -> bool:
    """True where this is the token of the workbench; the comparison takes the same time whatever was given."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), options.token.encode())


def login_proof(options: WebOptions) -> str:
    """What the cookie of a reader holds who has said the token: it dies with the server, and is not the token."""
    return hmac.new(options.key, b"login\0" + options.token.encode(), "sha256").hexdigest()


def form_proof(options: WebOptions, visit: str) -> str:
    """What a form has to carry so that it is known to be ours; `visit` is the reader's own random cookie."""
    return hmac.new(options.key, visit.encode(), "sha256").hexdigest()


def is_proof(options: WebOptions, visit: str, given: str) -> bool:
    """True where the form was made by this server for this reader."""
    return bool(visit) and hmac.compare_digest(form_proof(options, visit), given)


def _count(scope: Scope, wanted: bytes) -> int:
    """How often a header was sent: of several Host headers nobody knows which one counts."""
    return sum(name.lower() == wanted for name, _ in scope["headers"])


def _is_open(path: str) -> bool:
    return path in OPEN_PATHS or path.startswith(OPEN_FOLDER)


def _login_address(scope: Scope) -> str:
    """Where the token is asked for; it leads on to what was asked for."""
    asked = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
    return f"/login?next={quote(asked, safe='/', errors='replace')}" if asked != "/" else "/login"


def _too_large(most: int) -> str:
    return f"The request is larger than {most // 1_000_000} MB."


def _name(host: str) -> str:
    """The name in a Host header, without the port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _is_own_page(headers: dict[str, str], host: str) -> bool:
    """A browser says where a request comes from; programs say nothing, and have no cookies to abuse."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host


def _with_headers(send: Send, path: str, shared_with: str) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = [(name.encode(), value.encode()) for name, value in HEADERS]
            given = {name.lower() for name, _ in message["headers"]}
            if b"cache-control" not in given:
                kept = b"public, max-age=3600" if path.startswith("/assets/") else b"no-store"
                own.append((b"cache-control", kept))
            if shared_with:
                own += [(b"access-control-allow-origin", shared_with.encode("latin-1")), (b"vary", b"origin")]
            message["headers"] = [*message["headers"], *own]
        await send(message)

    return guarded


def _bounded(receive: Receive, limit: int) -> Receive:
    """As `receive`, but a body that says no length and grows past the limit is read no further."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise HTTPException(413, _too_large(limit))
        return message

    return bounded


async def _answer(send: Send, status: int, sentence: str, headers: Iterable[tuple[str, str]]) -> None:
    named = [(b"content-type", b"text/plain; charset=utf-8"), *((a.encode(), b.encode()) for a, b in headers)]
    await send({"type": "http.response.start", "status": status, "headers": named})
    await send({"type": "http.response.body", "body": f"{sentence}\n".encode()})
