"""Requests that are repeated when a server asks for time, and replies that are kept so that nothing is asked twice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

from entrepot.errors import InputError
from entrepot.trade.clients.interface import Ask, Fetched, Page, Reply, Sleep

TRIES = 5
LONGEST_WAIT_SECONDS = 120.0
"""A server that asks for more than this has a daily limit; waiting for it is the user's decision."""
_AGAIN = frozenset({408, 429, 500, 502, 503, 504})
_DENIED = frozenset({401, 403})

Check = Callable[[bytes, str], int]
"""How many rows a reply holds. Raises `InputError` where it is no reply to keep."""


def fetch_pages(
    pages: Sequence[Page],
    folder: Path,
    ask: Ask,
    sleep: Sleep,
    *,
    check: Check,
    headers: Mapping[str, str],
    again: bool = False,
) -> Iterator[Fetched]:
    """Each page's reply, kept in `folder`; one that is there already is not asked for, unless `again`.

    Raises:
        InputError: a page cannot be fetched; those before it are kept, and the next call goes on from there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        path = folder / page.name
        if path.is_file() and not again:
            yield Fetched(path=path, was_kept=True, rows=check(path.read_bytes(), page.url))
            continue
        body = ask_patiently(page.url, ask, sleep, headers).body
        rows = check(body, page.url)
        part = path.with_name(f"{path.name}.part")
        part.write_bytes(body)
        part.replace(path)
        yield Fetched(path=path, was_kept=False, rows=rows)


def ask_patiently(url: str, ask: Ask, sleep: Sleep, headers: Mapping[str, str]) -> Reply:
    """The reply with status 200; a server that is busy is asked again, as late as it says.

    Raises:
        InputError: it refuses, has a limit that lasts longer, or does not answer.
    """
    host, said = urlsplit(url).netloc, ""
    for attempt in range(TRIES):
        wait = 2.0**attempt
        try:
            reply = ask(url, headers)
        except OSError as error:
            said = f"gave no answer ({error.strerror or error})"
        else:
            if reply.status == 200:
                return reply
            said = f"answered {reply.status}{_words(reply)}"
            if reply.status in _DENIED:
                raise InputError(f"{host} {said}; check the key in ENTREPOT_COMTRADE_KEY and its daily limit.")
            if reply.status not in _AGAIN:
                raise InputError(f"{host} {said}; check what was asked for.")
            wait = max(wait, _asked_wait(reply))
        if wait > LONGEST_WAIT_SECONDS:
            raise InputError(
                f"{host} {said} and asks to wait {wait:,.0f} seconds; call again then, it goes on from here."
            )
        if attempt < TRIES - 1:
            sleep(wait)
    raise InputError(f"{host} {said}, {TRIES} times; call the command again later, it goes on from here.")


def _asked_wait(reply: Reply) -> float:
    """Seconds that the server asks for, in either form of Retry-After (RFC 9110, 10.2.3)."""
    given = reply.headers.get("retry-after", "").strip()
    if given.isdecimal():
        return float(given)
    try:
        until = parsedate_to_datetime(given)
    except ValueError:
        return 0.0
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until.tzinfo else 0.0


def _words(reply: Reply) -> str:
    text = " ".join(reply.body[:200].decode("utf-8", errors="replace").split())
    return f": {text}" if text and not text.startswith("<") else ""
