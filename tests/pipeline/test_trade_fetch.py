"""Statistics fetched into a case."""

import pytest

from entrepot.errors import CallError, NetworkRefusedError
from entrepot.pipeline.trade_fetch import FetchOptions, fetch_flows, list_periods
from entrepot.store.trade_files import flow_folder, flow_paths, list_trade_files
from entrepot.trade.clients.interface import FlowQuery
from tests.trade.clients.support import comtrade_answer, serve

QUERY = FlowQuery(reporters=("AM",), partners=("RU",), codes=("870323",), periods=("2022-03", "2022-04"))


def now():
    return "2026-11-22T07:00:00+00:00"


def test_nothing_is_fetched_unless_the_network_is_allowed(case):
    with pytest.raises(NetworkRefusedError, match="--allow-network"):
        list(fetch_flows(case, "comtrade", QUERY, FetchOptions(), now, {}))


def test_what_is_fetched_is_kept_beside_the_case_and_imported_once(case):
    with serve() as publisher:
        publisher.answers = [comtrade_answer]
        options = FetchOptions(allow_network=True, server=publisher.url, sleep=lambda _: None)
        first = list(fetch_flows(case, "comtrade", QUERY, options, now, {"ENTREPOT_COMTRADE_KEY": "hidden"}))
        again = list(fetch_flows(case, "comtrade", QUERY, options, now, {"ENTREPOT_COMTRADE_KEY": "hidden"}))
        assert len(publisher.asked) == 2
    assert [one.outcome.file.kept for one in first if one.outcome] == [2, 2]
    assert [one.outcome.result for one in again if one.outcome] == [None, None]
    assert len(list_trade_files(case)) == len(flow_paths(case)) == 2
    assert len(list((flow_folder(case) / "downloads").iterdir())) == 2


def test_a_reply_without_rows_is_no_trouble(case):
    with serve() as publisher:
        publisher.answers = [(200, {}, b'{"count": 0, "data": []}')]
        options = FetchOptions(allow_network=True, server=publisher.url)
        assert [one.outcome for one in fetch_flows(case, "comtrade", QUERY, options, now, {})] == [None, None]
    assert list_trade_files(case) == []


def test_spans_of_months_and_years_are_listed():
    assert list_periods("2021-11", "2022-02") == ("2021-11", "2021-12", "2022-01", "2022-02")
    assert list_periods("2020", "2022") == ("2020", "2021", "2022")
    for first, last in (("2022", "2021"), ("2022", "2022-03"), ("x", "y")):
        with pytest.raises(CallError):
            list_periods(first, last)
