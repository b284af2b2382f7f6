"""Addresses are fetched from where they were allowed to lead, and from nowhere else."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from entrepot.documents import ReadOptions
from entrepot.documents.addresses import is_public_address
from entrepot.documents.fetch import fetch_address
from entrepot.errors import InputError, UnsafeInputError
from tests.documents.samples import PARAGRAPHS, documents_of, read_all, unread_of

PAGE = f"<html><body><article><h1>Crates</h1><p>{PARAGRAPHS[0]}</p></article></body></html>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path[4:])
            self.end_headers()
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        elif self.path == "/slow-head":
            for number in range(40):
                self.wfile.write(b"X-Drip: 1\r\n" if number else b"HTTP/1.1 200 OK\r\n")
                self.wfile.flush()
                time.sleep(0.1)
        elif self.path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b"The port")
        elif self.path == "/bomb":
            self.send_response(200)
            self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(gzip.compress(bytes(5_000_000)))
        elif self.path == "/large":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * 200_000)
        elif self.path == "/page":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=windows-1251")
            self.end_headers()
            self.wfile.write(PAGE.replace("Crates", "Порт").encode("cp1251"))
        else:
            self.send_response(404)
            self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def options(**changed: object) -> ReadOptions:
    """The network allowed; `wire.example` is this machine, every other name leads to an address that is refused."""

    def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host == "wire.example" else ["10.0.0.1"]

    settings: dict[str, object] = {"allow_network": True, "resolve": resolve, "permit_address": "127.0.0.1".__eq__}
    return ReadOptions(**{**settings, **changed})  # type: ignore[arg-type]


def test_a_page_is_fetched_and_read_in_the_encoding_the_server_names(port: int) -> None:
    (document,) = documents_of(read_all(f"http://wire.example:{port}/page", options=options()))
    assert document.title == "Порт"
    assert document.url == f"http://wire.example:{port}/page"


def test_a_redirect_is_followed(port: int) -> None:
    address = f"http://wire.example:{port}/page"
    assert fetch_address(f"http://wire.example:{port}/to?/page", options()).address == address


@pytest.mark.parametrize("target", ["http://inner.example/", "http://10.0.0.1/", "//inner.example/x"])
def test_a_redirect_to_a_private_address_is_refused(port: int, target: str) -> None:
    with pytest.raises(UnsafeInputError, match="private or local address"):
        fetch_address(f"http://wire.example:{port}/to?{target}", options())


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://wire.example/x", "gopher://wire.example/"])
def test_a_redirect_to_another_scheme_is_refused(port: int, target: str) -> None:
    with pytest.raises(UnsafeInputError, match="no http or https address"):
        fetch_address(f"http://wire.example:{port}/to?{target}", options())


def test_a_circle_of_redirects_ends(port: int) -> None:
    circle = f"http://wire.example:{port}/to?/to?/to?/to?/to?/to?/to?/to?/page"
    with pytest.raises(UnsafeInputError, match="redirects more than"):
        fetch_address(circle, options())


@pytest.mark.parametrize("page", ["large", "bomb"])
def test_a_page_over_the_limit_is_given_up(port: int, page: str) -> None:
    with pytest.raises(UnsafeInputError, match="too large"):
        fetch_address(f"http://wire.example:{port}/{page}", options(max_bytes=10_000))


def test_a_page_that_breaks_off_is_named(port: int) -> None:
    with pytest.raises(InputError, match="broke off after 8 of 5,000 bytes"):
        fetch_address(f"http://wire.example:{port}/cut", options())


@pytest.mark.parametrize("page", ["slow", "slow-head"])
def test_a_server_that_drips_is_given_up(port: int, page: str) -> None:
    with pytest.raises(InputError, match="took longer than"):
        fetch_address(f"http://wire.example:{port}/{page}", options(fetch_seconds=0.5))


def test_an_answer_that_is_none_is_named(port: int) -> None:
    (unread,) = unread_of(read_all(f"http://wire.example:{port}/absent", options=options()))
    assert "answered 404" in unread.reason


def test_the_connection_goes_to_the_address_that_was_checked(port: int) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    fetch_address(f"http://rebinding.example:{port}/page", options(resolve=resolve))
    assert asked == ["rebinding.example"]


def test_one_private_address_among_several_is_enough_to_refuse(port: int) -> None:
    mixed = options(resolve=lambda host, port: ["127.0.0.1", "192.168.0.1"])
    with pytest.raises(UnsafeInputError, match=r"192\.168\.0\.1"):
        fetch_address(f"http://wire.example:{port}/page", mixed)


@pytest.mark.parametrize("address", ["http://user:word@wire.example/", "http://wire.example:99999/", "http://[::1/"])
def test_an_odd_address_is_refused(address: str) -> None:
    with pytest.raises(InputError):
        fetch_address(address, options())


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "224.0.0.1",
            "100.64.0.1",
        ),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"),
        *("64:ff9b::7f00:1", "2002:7f00:1::", "255.255.255.255", "240.0.0.1", "no address", ""),
    ],
)
def test_addresses_that_are_not_of_the_public_internet(address: str) -> None:
    assert not is_public_address(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_public_address(address)
