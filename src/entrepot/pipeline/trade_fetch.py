"""Statistics fetched from UN Comtrade and Eurostat into a case."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from entrepot.errors import CallError, NetworkRefusedError
from entrepot.pipeline.trade_import import DOWNLOADS, FlowOutcome, GivenFlows, import_flows
from entrepot.store.casefile import CaseFile
from entrepot.store.trade_files import flow_folder
from entrepot.trade.clients.comext import SERVER as COMEXT_SERVER
from entrepot.trade.clients.comext import fetch_comext
from entrepot.trade.clients.comtrade import KEY, fetch_comtrade
from entrepot.trade.clients.comtrade import SERVER as COMTRADE_SERVER
from entrepot.trade.clients.interface import Ask, Fetched, FlowQuery, Sleep
from entrepot.trade.clients.transport import ask_server

Publisher = Literal["comtrade", "comext"]
PUBLISHERS: tuple[Publisher, ...] = ("comtrade", "comext")


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """How statistics are fetched: from which server, with the network allowed, all of it again.

    `ask` and `sleep` are the network and the clock.
    """

    allow_network: bool = False
    server: str = ""
    again: bool = False
    ask: Ask = ask_server
    sleep: Sleep = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedFlows:
    """A reply, and what its import came to; `outcome` is None where the publisher has no rows for what was asked."""

    reply: Fetched
    outcome: FlowOutcome | None


def fetch_flows(
    case: CaseFile,
    publisher: Publisher,
    query: FlowQuery,
    options: FetchOptions,
    now: Callable[[], str],
    environment: Mapping[str, str] = os.environ,
) -> Iterator[FetchedFlows]:
    """The replies to a query are kept beside the case and imported, one after the other.

    A reply that is kept already is not asked for; what was imported before stays as it is.

    Raises:
        NetworkRefusedError: the options do not allow the network.
        CallError: the query is wrong.
        InputError: a reply cannot be fetched or read; those before it stay.
    """
    if not options.allow_network:
        server = options.server or (COMTRADE_SERVER if publisher == "comtrade" else COMEXT_SERVER)
        raise NetworkRefusedError(
            f"{publisher} is at {server}; give --allow-network to fetch from it, or import a file with "
            "`entrepot trade import`."
        )
    for reply in _replies(case, publisher, query, options, environment.get(KEY, "").strip()):
        outcome = None
        if reply.rows:
            outcome = import_flows(case, reply.path, GivenFlows(), now())
        yield FetchedFlows(reply=reply, outcome=outcome)


def list_periods(first: str, last: str) -> tuple[str, ...]:
    """The years or months from the first to the last, both in ISO form.

    Raises:
        CallError: they are none, of two kinds, or the wrong way round.
    """
    try:
        ends = [[int(part) for part in text.split("-")] for text in (first, last)]
    except ValueError as error:
        raise CallError(f"{first} to {last} are no periods; give years (2022) or months (2022-03).") from error
    if len(ends[0]) != len(ends[1]) or len(ends[0]) > 2 or ends[0] > ends[1]:
        raise CallError(
            f"{first} to {last} is no span of years or of months; give both in one form, the earlier first."
        )
    if len(ends[0]) == 1:
        return tuple(str(year) for year in range(ends[0][0], ends[1][0] + 1))
    months = range(12 * ends[0][0] + ends[0][1] - 1, 12 * ends[1][0] + ends[1][1])
    return tuple(f"{month // 12}-{month % 12 + 1:02d}" for month in months)


def _replies(
    case: CaseFile, publisher: Publisher, query: FlowQuery, options: FetchOptions, key: str
) -> Iterator[Fetched]:
    folder = flow_folder(case) / DOWNLOADS
    if publisher == "comtrade":
        server = options.server or COMTRADE_SERVER
        return fetch_comtrade(query, folder, options.ask, options.sleep, key=key, server=server, again=options.again)
    return fetch_comext(
        query, folder, options.ask, options.sleep, server=options.server or COMEXT_SERVER, again=options.again
    )
