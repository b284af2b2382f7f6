"""One request over HTTP(S), within a time and a size; the status is the caller's business."""

import http.client
import ssl
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from entrepot.errors import InputError, UnsafeInputError
from entrepot.trade.clients.interface import Reply

SECONDS = 180.0
"""A reply of 250,000 records takes UN Comtrade up to two minutes to begin."""
MAX_BYTES = 2_000_000_000
_CHUNK = 1 << 20
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS = 5
_FAULTS = (http.client.HTTPException, ssl.SSLError, UnicodeError)


def ask_server(url: str, headers: Mapping[str, str]) -> Reply:
    """What the server answers, after redirects; headers, which may hold a key, go to no other server.

    Raises:
        OSError: no answer came, or it broke off.
        UnsafeInputError: it is larger than the limit, or redirects too often.
        InputError: this is no http(s) address.
    """
    current = url
    for _ in range(_MAX_REDIRECTS + 1):
        same = urlsplit(current).netloc == urlsplit(url).netloc
        reply = _ask_once(current, headers if same else {})
        if reply.status not in _REDIRECTS:
            return reply
        current = urljoin(current, reply.headers.get("location", ""))
    raise UnsafeInputError(f"{url} redirects more than {_MAX_REDIRECTS} times and was given up.")


def _ask_once(url: str, headers: Mapping[str, str]) -> Reply:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url} is no http or https address; check it.")
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=SECONDS)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("GET", target, headers={"User-Agent": "entrepot", **headers})
        response = connection.getresponse()
        known = {name.lower(): value for name, value in response.getheaders()}
        return Reply(status=response.status, headers=known, body=_body(url, response))
    except _FAULTS as error:
        raise OSError(str(error) or type(error).__name__) from error
    finally:
        connection.close()


def _body(url: str, response: http.client.HTTPResponse) -> bytes:
    body = bytearray()
    while chunk := response.read(_CHUNK):
        body += chunk
        if len(body) > MAX_BYTES:
            raise UnsafeInputError(f"{url} answered with more than {MAX_BYTES:,} bytes; ask for less at once.")
    return bytes(body)
