"""Lists fetched from a server on this machine, as from their issuer's."""

import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from entrepot.documents import ReadOptions
from entrepot.errors import CallError, InputError, NetworkRefusedError, UnsafeInputError
from entrepot.pipeline.list_updates import (
    ListAddress,
    file_name,
    find_address,
    has_address,
    list_read_options,
    update_list,
)
from entrepot.store.lists import list_versions
from tests.cli.listed import FIRST, HEADER, SECOND

TODAY = date(2026, 3, 1)
PAGES: dict[str, bytes] = {}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = PAGES.get(self.path)
        self.send_response(200 if body is not None else 404)
        cut = self.path == "/cut.csv"
        self.send_header("Content-Length", str(len(body or b"") + (50 if cut else 0)))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def pages():
    PAGES.clear()
    PAGES.update({"/harbour.csv": (HEADER + FIRST).encode(), "/cut.csv": (HEADER + FIRST).encode()})


def options(**changed):
    known = {
        "allow_network": True, "resolve": lambda host, port: ["127.0.0.1"], "permit_address": "127.0.0.1".__eq__,
    }  # fmt: skip
    return ReadOptions(**{**known, **changed})


def source(port, page="harbour.csv", **more):
    return ListAddress(list="harbour", url=f"http://lists.example:{port}/{page}", **more)


def test_a_list_is_fetched_and_kept_as_of_today_and_fetched_again_changes_nothing(case, port):
    first = update_list(case, source(port), options(), TODAY)
    again = update_list(case, source(port), options(), date(2026, 3, 2))
    assert (first.is_new, again.is_new) == (True, False)
    (kept,) = list_versions(case)
    assert (kept.version.list, kept.version.published, kept.effective_on) == ("harbour", None, TODAY)
    assert kept.version.path == source(port).url
    PAGES["/harbour.csv"] = (HEADER + SECOND).encode()
    assert update_list(case, source(port), options(), date(2026, 3, 3)).is_new


@pytest.mark.parametrize("page", ["cut.csv", "none.csv"])
def test_a_download_that_broke_off_or_failed_leaves_the_earlier_version(case, port, page):
    update_list(case, source(port), options(), TODAY)
    with pytest.raises(InputError):
        update_list(case, source(port, page), options(), TODAY)
    assert len(list_versions(case)) == 1


@pytest.mark.parametrize("body", [b"id,name\n1,Sea Dog\n", HEADER.encode(), b"<html><body>Sorry</body></html>"])
def test_an_empty_shrunk_or_foreign_page_leaves_the_earlier_version(case, port, body):
    update_list(case, source(port), options(), TODAY)
    PAGES["/harbour.csv"] = body
    with pytest.raises(InputError):
        update_list(case, source(port), options(), date(2026, 3, 2))
    assert len(list_versions(case)) == 1


def test_a_file_that_belongs_beside_the_list_is_fetched_with_it(case, port):
    with pytest.raises(InputError, match=r"none\.csv"):
        update_list(case, source(port, siblings=(f"http://lists.example:{port}/none.csv",)), options(), TODAY)
    assert list_versions(case) == ()


def test_nothing_is_fetched_without_leave_or_from_a_private_address_or_past_the_limit(case, port):
    with pytest.raises(NetworkRefusedError, match="--allow-network"):
        update_list(case, source(port), list_read_options(allow_network=False), TODAY)
    with pytest.raises(UnsafeInputError, match="private or local"):
        update_list(case, source(port), options(permit_address=lambda one: False), TODAY)
    with pytest.raises(UnsafeInputError):
        update_list(case, source(port), options(max_bytes=10), TODAY)


def test_the_address_is_the_one_given_or_that_of_the_table():
    assert find_address("harbour", "https://lists.example/x.csv").url == "https://lists.example/x.csv"
    assert find_address("un-sc").url.startswith("https://") and has_address("un-sc")
    assert not has_address("harbour")
    with pytest.raises(CallError, match="--url"):
        find_address("harbour")


def test_the_files_that_belong_beside_a_list_have_addresses_of_their_own():
    beside = find_address("us-ofac-sdn").siblings
    assert all(one.startswith("https://") for one in beside)


def test_a_reader_is_told_the_name_of_the_file():
    assert file_name("https://lists.example/a/sdn.csv?x=1") == "sdn.csv"
    assert file_name("https://lists.example/") == "list"
