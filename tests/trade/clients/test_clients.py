"""Clients of UN Comtrade and Eurostat, against a server on this machine."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from entrepot.errors import CallError, InputError
from entrepot.trade.clients.comext import comext_pages, fetch_comext
from entrepot.trade.clients.comtrade import comtrade_number, comtrade_pages, fetch_comtrade
from entrepot.trade.clients.interface import FlowQuery
from entrepot.trade.clients.patience import TRIES
from entrepot.trade.clients.transport import ask_server
from tests.trade.clients.support import comtrade_answer, serve

QUERY = FlowQuery(reporters=("AM",), partners=("RU", "CN"), codes=("870323",), periods=("2022-03", "2022-04"))


@pytest.fixture
def publisher():
    with serve() as found:
        yield found


@pytest.fixture
def waited():
    return []


def fetch(publisher, folder, waited, query=QUERY, **options):
    return list(fetch_comtrade(query, folder, ask_server, waited.append, server=publisher.url, **options))


def test_a_page_a_month_is_asked_with_the_totals_only_and_the_key_in_a_header(publisher, tmp_path, waited):
    publisher.answers = [comtrade_answer]
    found = fetch(publisher, tmp_path, waited, key="hidden")
    asked = [parse_qs(urlsplit(path).query) for path in publisher.asked]
    assert [one["period"] for one in asked] == [["202203"], ["202204"]]
    assert asked[0]["reporterCode"] == ["51"] and asked[0]["partnerCode"] == ["643,156"]
    assert (asked[0]["partner2Code"], asked[0]["customsCode"], asked[0]["motCode"]) == (["0"], ["C00"], ["0"])
    assert asked[0]["maxRecords"] == ["250000"] and publisher.asked[0].startswith("/data/v1/get/C/M/HS?")
    assert publisher.keys == ["hidden", "hidden"]
    assert [(one.rows, one.was_kept) for one in found] == [(2, False), (2, False)]
    assert not any("hidden" in path.name or b"hidden" in path.read_bytes() for path in tmp_path.iterdir())


def test_what_was_fetched_is_not_asked_for_again(publisher, tmp_path, waited):
    publisher.answers = [comtrade_answer]
    fetch(publisher, tmp_path, waited)
    assert [one.was_kept for one in fetch(publisher, tmp_path, waited)] == [True, True]
    assert len(publisher.asked) == 2
    fetch(publisher, tmp_path, waited, again=True)
    assert len(publisher.asked) == 4


def test_a_fetch_that_failed_midway_goes_on_from_there(publisher, tmp_path, waited):
    publisher.answers = [comtrade_answer, (404, {}, b"no such thing")]
    with pytest.raises(InputError, match="404: no such thing"):
        fetch(publisher, tmp_path, waited)
    publisher.answers = [comtrade_answer]
    assert [one.was_kept for one in fetch(publisher, tmp_path, waited)] == [True, False]


def test_a_busy_server_is_asked_as_late_as_it_says(publisher, tmp_path, waited):
    publisher.answers = [(429, {"Retry-After": "7"}, b"{}"), (503, {}, b""), comtrade_answer]
    assert len(fetch(publisher, tmp_path, waited)) == 2
    assert waited == [7.0, 2.0]


def test_a_server_that_stays_busy_or_has_a_daily_limit_is_left_alone(publisher, tmp_path, waited):
    publisher.answers = [(500, {}, b"")]
    with pytest.raises(InputError, match=f"500, {TRIES} times; call the command again later"):
        fetch(publisher, tmp_path, waited)
    assert waited == [1.0, 2.0, 4.0, 8.0]
    publisher.answers = [(429, {"Retry-After": "36000"}, b"")]
    with pytest.raises(InputError, match="asks to wait 36,000 seconds"):
        fetch(publisher, tmp_path, waited)


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_is_named_by_its_variable_and_never_shown(publisher, tmp_path, waited, status):
    publisher.answers = [(status, {}, b"Access denied due to invalid subscription key")]
    with pytest.raises(InputError, match="ENTREPOT_COMTRADE_KEY") as refused:
        fetch(publisher, tmp_path, waited, key="hidden")
    assert "hidden" not in str(refused.value)


def test_a_full_reply_is_not_taken_for_the_whole(publisher, tmp_path, waited):
    publisher.answers = [(200, {}, json.dumps({"data": [{}] * 500}).encode())]
    with pytest.raises(InputError, match=r"500 records.*set a key in ENTREPOT_COMTRADE_KEY"):
        fetch(publisher, tmp_path, waited)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("body", [b"<html>", b'{"data": null, "error": "Invalid cmdCode"}', b'["x"]'])
def test_a_reply_without_data_is_not_kept(publisher, tmp_path, waited, body):
    publisher.answers = [(200, {}, body)]
    with pytest.raises(InputError, match="answered"):
        fetch(publisher, tmp_path, waited)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_not_there_is_no_traceback(tmp_path, waited):
    query = FlowQuery(reporters=("AM",), periods=("2022",))
    with pytest.raises(InputError, match="gave no answer"):
        list(fetch_comtrade(query, tmp_path, ask_server, waited.append, server="http://127.0.0.1:9"))


def test_a_key_goes_to_no_other_server(publisher, tmp_path, waited):
    with serve() as other:
        other.answers = [comtrade_answer]
        publisher.answers = [lambda path: (302, {"Location": other.url + path}, b"")]
        fetch(publisher, tmp_path, waited, key="hidden")
    assert (set(publisher.keys), set(other.keys)) == ({"hidden"}, {""})


def test_territories_have_the_numbers_of_comtrade():
    assert [comtrade_number(code) for code in ("US", "FR", "CH", "NO", "IN", "TW", "AM", "ZA", "W")] == [
        "842", "251", "757", "579", "699", "490", "51", "710", "0",
    ]  # fmt: skip
    with pytest.raises(CallError, match="ARM has no number"):
        comtrade_number("ARM")


def test_years_are_annual_and_months_monthly():
    pages = comtrade_pages(FlowQuery(reporters=("AM",), periods=("2022", "2022-03")), has_key=False)
    assert [page.url.split("?")[0].split("/")[-2] for page in pages] == ["A", "M"]
    assert all("preview" in page.url and "cmdCode=TOTAL" in page.url for page in pages)


def test_comext_is_asked_by_reporter_and_year_and_what_is_no_table_is_refused(publisher, tmp_path, waited):
    publisher.answers = [(200, {}, b"DATAFLOW,LAST UPDATE,freq\nx,y,z\n")]
    query = FlowQuery(
        reporters=("LT",),
        partners=("RS",),
        codes=("870323",),
        periods=("2021-12", "2022-01", "2022-02"),
        flows=("export",),
    )
    found = list(fetch_comext(query, tmp_path, ask_server, waited.append, server=publisher.url))
    assert [one.rows for one in found] == [1, 1]
    assert publisher.asked[1] == (
        "/sdmx/2.1/data/DS-045409/M.LT.XS.870323.2.VALUE_IN_EUROS+QUANTITY_IN_100KG"
        "?format=SDMX-CSV&startPeriod=2022-01&endPeriod=2022-02"
    )
    publisher.answers = [(200, {}, b"<?xml version='1.0'?><message>ASYNCHRONOUS</message>")]
    with pytest.raises(InputError, match="ask for fewer codes"):
        list(fetch_comext(query, tmp_path, ask_server, waited.append, server=publisher.url, again=True))
    with pytest.raises(CallError, match="no re-export"):
        comext_pages(FlowQuery(reporters=("LT",), periods=("2022",), flows=("re-export",)))
