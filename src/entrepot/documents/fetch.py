"""Web addresses: fetched from the public internet only, judged anew at every redirect, within a time and a size."""

import http.client
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from entrepot.documents.options import ReadOptions
from entrepot.documents.raw_input import too_large_sentence
from entrepot.errors import InputError, UnsafeInputError

_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {"User-Agent": "entrepot", "Accept": "text/html,application/pdf,*/*;q=0.5", "Accept-Encoding": "identity"}
_NET_FAULTS = (OSError, http.client.HTTPException, ssl.SSLError, UnicodeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave: its bytes, the address after redirects, and the character set that the server declared."""

    address: str
    raw: bytes
    charset: str


def fetch_address(address: str, options: ReadOptions) -> Fetched:
    """The bytes behind `address`.

    Every name is resolved once, every address it stands for must be permitted, and the connection goes to the very
    address that was checked: a name that changes its mind between check and connection gains nothing.

    Raises:
        UnsafeInputError: a private or local address, another scheme than http(s), too many redirects, too large.
        InputError: the server cannot be reached, is too slow, or answers with an error.
    """
    deadline = time.monotonic() + options.fetch_seconds
    current = address
    for _ in range(options.max_redirects + 1):
        connection, response = _request(address, current, options, deadline)
        try:
            if response.status not in _REDIRECTS:
                return _take(address, current, connection, response, options, deadline)
            location = response.getheader("Location") or ""
        finally:
            connection.close()
        current = urljoin(current, location)
    raise UnsafeInputError(
        f"{address} redirects more than {options.max_redirects} times and was given up; save the page and name "
        f"the file."
    )


def _request(
    address: str, current: str, options: ReadOptions, deadline: float
) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    parts = _checked_parts(address, current)
    secure = parts.scheme == "https"
    host, port = parts.hostname or "", parts.port or (443 if secure else 80)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        numeric = _permitted(address, host, port, options)
        connection = _connection(host, port, numeric, secure, _left(address, deadline, options))
        # urllib's quoting is not applied: what is not ASCII in the path is sent percent-encoded.
        connection.request("GET", _ascii(target), headers=_HEADERS)
        return connection, connection.getresponse()
    except _NET_FAULTS as error:
        raise InputError(
            f"{address} could not be fetched ({_fault(error)}); check the address, or save the page and name the file."
        ) from error


def _checked_parts(address: str, current: str) -> SplitResult:
    try:
        parts = urlsplit(current)
        _ = parts.port
    except ValueError as error:
        raise InputError(f"{address} is no well-formed web address ({error}).") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnsafeInputError(
            f"{address} leads to '{current[:200]}', which is no http or https address, and was refused."
        )
    if parts.username or parts.password:
        raise UnsafeInputError(
            f"{address} carries a user name or password and was refused; save the page and name the file."
        )
    return parts


def _permitted(address: str, host: str, port: int, options: ReadOptions) -> str:
    found = options.resolve(host, port)
    refused = [one for one in found if not options.permit_address(one)]
    if refused or not found:
        what = f"leads to the private or local address {refused[0]}" if refused else "has no address"
        raise UnsafeInputError(
            f"{address} {what} and was refused; only the public internet is read. Save the page and name the file."
        )
    return found[0]


def _connection(host: str, port: int, numeric: str, secure: bool, seconds: float) -> http.client.HTTPConnection:
    """A connection to the address `numeric` that speaks, and verifies, as `host`."""
    raw = socket.create_connection((numeric, port), timeout=seconds)
    if not secure:
        connection = http.client.HTTPConnection(host, port, timeout=seconds)
        connection.sock = raw
        return connection
    try:
        wrapped = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    except (OSError, ValueError):
        raw.close()
        raise
    connection = http.client.HTTPSConnection(host, port, timeout=seconds)
    connection.sock = wrapped
    return connection


def _take(
    address: str,
    current: str,
    connection: http.client.HTTPConnection,
    response: http.client.HTTPResponse,
    options: ReadOptions,
    deadline: float,
) -> Fetched:
    if response.status != 200:
        raise InputError(
            f"{address} answered {response.status} {response.reason}; check the address, or save the page and "
            f"name the file."
        )
    declared = response.getheader("Content-Length") or ""
    if declared.isdigit() and int(declared) > options.max_bytes:
        raise UnsafeInputError(too_large_sentence(address, int(declared), options.max_bytes))
    try:
        raw = _body(address, connection, response, options, deadline)
    except (*_NET_FAULTS, zlib.error) as error:
        raise InputError(
            f"{address} broke off while it was read ({_fault(error)}); try again, or save the page and name the file."
        ) from error
    if not raw:
        raise InputError(f"{address} answered with an empty page.")
    return Fetched(address=current, raw=raw, charset=response.headers.get_content_charset() or "")


def _body(
    address: str,
    connection: http.client.HTTPConnection,
    response: http.client.HTTPResponse,
    options: ReadOptions,
    deadline: float,
) -> bytes:
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "deflate"):
        raise InputError(
            f"{address} answered in the encoding {encoding}, which was not asked for; save the page and name the file."
        )
    unpack = zlib.decompressobj(47) if encoding != "identity" else None
    body = bytearray()
    while True:
        if connection.sock is not None:
            connection.sock.settimeout(_left(address, deadline, options))
        chunk = response.read1(_CHUNK)
        if not chunk:
            break
        _left(address, deadline, options)
        body += unpack.decompress(chunk, options.max_bytes + 1 - len(body)) if unpack else chunk
        if len(body) > options.max_bytes or (unpack is not None and unpack.unconsumed_tail):
            raise UnsafeInputError(too_large_sentence(address, None, options.max_bytes))
    return bytes(body)


def _left(address: str, deadline: float, options: ReadOptions) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise InputError(
            f"{address} took longer than {options.fetch_seconds:g} seconds and was given up; save the page and "
            f"name the file."
        )
    return left


def _ascii(target: str) -> str:
    return "".join(one if "!" <= one <= "~" else "".join(f"%{byte:02X}" for byte in one.encode()) for one in target)


def _fault(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
