"""Web addresses: fetched from the public internet only, judged anew at every redirect, within a time and a size."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    return _Fetch(address, options).run()


class _Fetch:
    """One address on its way through redirects, with the time that is left for it."""

    def __init__(self, address: str, options: ReadOptions) -> None:
        self.address = address
        self.options = options
        self._deadline = time.monotonic() + options.fetch_seconds

    def run(self) -> Fetched:
        current = self.address
        for _ in range(self.options.max_redirects + 1):
            parts = _checked_parts(self.address, current)
            with self._connected(parts) as connection:
                response = self._asked(connection, parts)
                if response.status not in _REDIRECTS:
                    return self._taken(current, response)
                current = urljoin(current, response.getheader("Location") or "")
        raise UnsafeInputError(
            f"{self.address} redirects more than {self.options.max_redirects} times and was given up; save the page "
            "and name the file."
        )

    @contextmanager
    def _connected(self, parts: SplitResult) -> Iterator[http.client.HTTPConnection]:
        """A connection that is hung up when the time is over, however slowly the other side drips."""
        try:
            host = (parts.hostname or "").encode("idna").decode("ascii")
            port = parts.port or (443 if parts.scheme == "https" else 80)
            numeric = _permitted(self.address, host, port, self.options)
            connection = _connection(host, port, numeric, parts.scheme == "https", self._left())
        except _NET_FAULTS as error:
            raise self._failed("could not be fetched", error) from error
        timer = threading.Timer(max(0.0, self._deadline - time.monotonic()), _hang_up, (connection.sock,))
        timer.daemon = True
        timer.start()
        try:
            yield connection
        finally:
            timer.cancel()
            connection.close()

    def _asked(self, connection: http.client.HTTPConnection, parts: SplitResult) -> http.client.HTTPResponse:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            connection.request("GET", _ascii(target), headers=_HEADERS)
            return connection.getresponse()
        except _NET_FAULTS as error:
            self._left()
            raise self._failed("could not be fetched", error) from error

    def _taken(self, current: str, response: http.client.HTTPResponse) -> Fetched:
        if response.status != 200:
            raise InputError(
                f"{self.address} answered {response.status} {response.reason}; check the address, or save the page "
                "and name the file."
            )
        declared = response.getheader("Content-Length") or ""
        expected = int(declared) if declared.isdigit() else None
        if expected is not None and expected > self.options.max_bytes:
            raise UnsafeInputError(too_large_sentence(self.address, expected, self.options.max_bytes))
        try:
            raw, received = self._body(response)
        except (*_NET_FAULTS, zlib.error) as error:
            self._left()
            raise self._failed("broke off while it was read", error) from error
        if expected is not None and received < expected:
            raise InputError(f"{self.address} broke off after {received:,} of {expected:,} bytes; try again.")
        if not raw:
            raise InputError(f"{self.address} answered with an empty page; open it in a browser and save it.")
        return Fetched(address=current, raw=raw, charset=response.headers.get_content_charset() or "")

    def _body(self, response: http.client.HTTPResponse) -> tuple[bytes, int]:
        """The unpacked body, and how many bytes of it came over the wire."""
        encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
        if encoding not in ("identity", "gzip", "deflate"):
            raise InputError(
                f"{self.address} answered in the encoding {encoding}, which was not asked for; save the page and name "
                "the file."
            )
        unpack = zlib.decompressobj(47) if encoding != "identity" else None
        body, received, limit = bytearray(), 0, self.options.max_bytes
        while chunk := response.read1(_CHUNK):
            self._left()
            received += len(chunk)
            body += unpack.decompress(chunk, limit + 1 - len(body)) if unpack else chunk
            if len(body) > limit:
                raise UnsafeInputError(too_large_sentence(self.address, None, limit))
        self._left()
        return bytes(body), received

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise InputError(
                f"{self.address} took longer than {self.options.fetch_seconds:g} seconds and was given up; save the "
                "page and name the file."
            )
        return left

    def _failed(self, what: str, error: BaseException) -> InputError:
        return InputError(
            f"{self.address} {what} ({_fault(error)}); check the address, or save the page and name the file."
        )


def _hang_up(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


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


def _ascii(target: str) -> str:
    return "".join(one if "!" <= one <= "~" else "".join(f"%{byte:02X}" for byte in one.encode()) for one in target)


def _fault(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
