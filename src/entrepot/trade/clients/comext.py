"""Eurostat's interface of Comext: SDMX-CSV, a page a reporter and year."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from entrepot.errors import CallError, InputError
from entrepot.trade.clients.interface import Ask, Fetched, FlowQuery, Page, Sleep
from entrepot.trade.clients.patience import fetch_pages

SERVER = "https://ec.europa.eu/eurostat/api/comext/dissemination"
DATASET = "DS-045409"
"""EU trade since 1988 by HS2-4-6 and CN8."""

_INDICATORS = "VALUE_IN_EUROS+QUANTITY_IN_100KG"
_FLOWS = {"import": "1", "export": "2"}
_LETTERS = {"RS": "XS", "W": "WORLD", "EU": "EU27_2020"}
"""Where Eurostat's letters are not those of ISO 3166-1; Greece is GR in Comext."""


def comext_pages(query: FlowQuery, *, server: str = SERVER) -> list[Page]:
    """The requests of a query: one for each reporter and year, from the first to the last of its months.

    Raises:
        CallError: Comext has no such flow, or a period is none.
    """
    wrong = [flow for flow in query.flows if flow not in _FLOWS]
    if wrong:
        raise CallError(f"Comext has imports and exports only, no {', '.join(wrong)}.")
    flows = "+".join(_FLOWS[flow] for flow in query.flows)
    partners = "+".join(_letters(one) for one in query.partners)
    products = "+".join(query.codes) or "TOTAL"
    pages = []
    for reporter in query.reporters:
        for frequency, first, last in _spans(query.periods):
            asked = urlencode({"format": "SDMX-CSV", "startPeriod": first, "endPeriod": last})
            key = f"{frequency}.{_letters(reporter)}.{partners}.{products}.{flows}.{_INDICATORS}"
            url = f"{server}/sdmx/2.1/data/{DATASET}/{key}?{asked}"
            mark = hashlib.sha256(url.removeprefix(server).encode()).hexdigest()[:8]
            pages.append(Page(url=url, name=f"comext-{frequency}-{reporter}-{first}-{last}-{mark}.csv"))
    return pages


def fetch_comext(
    query: FlowQuery, folder: Path, ask: Ask, sleep: Sleep, *, server: str = SERVER, again: bool = False
) -> Iterator[Fetched]:
    """The replies to a query, kept in `folder`.

    Raises:
        CallError: the query is wrong.
        InputError: a page cannot be fetched, or is too large for an answer at once.
    """
    pages = comext_pages(query, server=server)
    return fetch_pages(pages, folder, ask, sleep, check=_count_rows, headers={}, again=again)


def _letters(iso2: str) -> str:
    return _LETTERS.get(iso2, iso2)


def _spans(periods: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Frequency, first and last period of each year."""
    years: dict[str, list[str]] = {}
    for period in periods:
        if not (len(period) in (4, 7) and period[:4].isdecimal() and period[5:].isdecimal() is (len(period) == 7)):
            raise CallError(f"{period} is no period; give a year (2022) or a month (2022-03).")
        years.setdefault(period[:4], []).append(period)
    return [("A" if len(found[0]) == 4 else "M", min(found), max(found)) for found in years.values()]


def _count_rows(body: bytes, url: str) -> int:
    if not body.lstrip(b"\xef\xbb\xbf").startswith(b"DATAFLOW"):
        said = " ".join(body[:200].decode("utf-8", errors="replace").split())
        raise InputError(
            f"Eurostat answered without data ({said}). Large extractions are prepared for later: ask for fewer codes, "
            f"partners or months, or take the bulk file. Asked: {url.split('?')[0]}."
        )
    return max(0, body.count(b"\n") - 1)
