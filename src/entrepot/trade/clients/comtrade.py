"""UN Comtrade's interface: a page a reporter and period, with a key or the preview without one."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from entrepot.errors import CallError, InputError
from entrepot.reference.tables import load_table
from entrepot.trade.clients.interface import Ask, Fetched, FlowQuery, Page, Sleep
from entrepot.trade.clients.patience import fetch_pages

SERVER = "https://comtradeapi.un.org"
KEY = "ENTREPOT_COMTRADE_KEY"
"""Environment variable of the subscription key; it goes into a header and is never kept or printed."""

MAX_RECORDS = 250_000
"""Of one call with a key (UN Comtrade, limits of the interface)."""
MAX_PREVIEW = 500
"""Of one call without a key."""

_FLOWS = {"import": "M", "export": "X", "re-export": "RX", "re-import": "RM"}


def comtrade_pages(query: FlowQuery, *, server: str = SERVER, has_key: bool) -> list[Page]:
    """The requests of a query: one for each reporter and period, all of its codes, flows and partners together.

    Raises:
        CallError: a territory has no number in UN Comtrade, or a period is none.
    """
    pages = []
    for reporter in query.reporters:
        for period in query.periods:
            text, frequency = _period(period)
            asked = {
                "reporterCode": comtrade_number(reporter),
                "period": text,
                **({"partnerCode": ",".join(map(comtrade_number, query.partners))} if query.partners else {}),
                "cmdCode": ",".join(query.codes) or "TOTAL",
                "flowCode": ",".join(_FLOWS[flow] for flow in query.flows),
                "partner2Code": "0",
                "customsCode": "C00",
                "motCode": "0",
                "maxRecords": str(MAX_RECORDS if has_key else MAX_PREVIEW),
                "format": "JSON",
                "breakdownMode": "classic",
            }
            path = "data/v1/get" if has_key else "public/v1/preview"
            url = f"{server}/{path}/C/{frequency}/HS?{urlencode(asked)}"
            mark = hashlib.sha256(url.removeprefix(server).encode()).hexdigest()[:8]
            pages.append(Page(url=url, name=f"comtrade-{frequency}-{reporter}-{text}-{mark}.json"))
    return pages


def fetch_comtrade(
    query: FlowQuery,
    folder: Path,
    ask: Ask,
    sleep: Sleep,
    *,
    key: str = "",
    server: str = SERVER,
    again: bool = False,
) -> Iterator[Fetched]:
    """The replies to a query, kept in `folder`.

    Raises:
        CallError: the query is wrong.
        InputError: a page cannot be fetched, or its reply is full, so that rows would be missing.
    """
    limit = MAX_RECORDS if key else MAX_PREVIEW
    headers = {"Ocp-Apim-Subscription-Key": key} if key else {}

    def check(body: bytes, url: str) -> int:
        rows = _count_rows(body, url)
        if rows >= limit:
            raise InputError(
                f"UN Comtrade answered with {rows:,} records, the most that it gives at once, and some are missing; "
                f"ask for fewer codes or partners{'' if key else f', or set a key in {KEY}'}."
            )
        return rows

    pages = comtrade_pages(query, server=server, has_key=bool(key))
    return fetch_pages(pages, folder, ask, sleep, check=check, headers=headers, again=again)


def comtrade_number(iso2: str) -> str:
    """The number under which UN Comtrade books a territory now: 842 for the United States, 251 for France.

    Raises:
        CallError: it has none.
    """
    if iso2 == "W":
        return "0"
    row = load_table("country_codes").find_row(iso2)
    number = row["comtrade_code"] if row else ""
    if not number:
        rows = load_table("trade_territories").rows
        number = next((one["code"] for one in rows if one["scheme"] == "m49" and one["target"] == iso2), "")
    if not number:
        raise CallError(
            f"{iso2} has no number in UN Comtrade; give ISO 3166-1 codes of two letters, or W for the world."
        )
    return str(int(number))


def _period(text: str) -> tuple[str, str]:
    plain = text.replace("-", "")
    if not plain.isdecimal() or len(plain) not in (4, 6):
        raise CallError(f"{text} is no period; give a year (2022) or a month (2022-03).")
    return plain, "A" if len(plain) == 4 else "M"


def _count_rows(body: bytes, url: str) -> int:
    try:
        reply = json.loads(body)
    except ValueError as error:
        raise InputError(f"{url.split('?')[0]} answered with no JSON ({error}); try again later.") from error
    if not isinstance(reply, dict) or not isinstance(reply.get("data"), list):
        said = str(reply.get("error") or reply.get("message") or reply)[:200] if isinstance(reply, dict) else "a list"
        raise InputError(f"{url.split('?')[0]} answered without data: {said}.")
    return len(reply["data"])
