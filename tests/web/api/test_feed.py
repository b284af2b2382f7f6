"""The feed tells which propositions are new or changed, in valid Atom."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from fastapi.testclient import TestClient
from lxml import etree  # type: ignore[import-untyped]

from entrepot.model.span import Span
from entrepot.pipeline.corroborating import corroborate_case
from entrepot.pipeline.judging import Decision, judge_claim
from entrepot.store import CaseFile
from entrepot.store.proposition_log import list_logged
from entrepot.web.api.feed import ATOM, tag_address
from tests.corroboration.builders import IRAN, RUSSIA, SZRU, claim, report, source
from tests.pipeline.test_corroborating import keep

LATER = datetime(2030, 5, 1, 8, 30, tzinfo=UTC)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def add_report(case: CaseFile, name: str, goods: str, text: str = "") -> None:
    document = report(name, text or f"{SZRU.name} says that Iran sent {goods} to Russia.")
    said = claim(document, "supply", supplier=IRAN, recipient=RUSSIA, goods=goods, sources=[source(SZRU)])
    quote = Span(start=0, end=len(document.text), text=document.text)
    keep(case, document, [replace(said, id=f"c{name}", quote=quote)])


def read_feed(client: TestClient, path: str = "/feed.atom") -> etree._Element:
    answer = client.get(path)
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    check_atom(root)
    return root


def check_atom(root: etree._Element) -> None:
    """What RFC 4287 asks of a feed document."""
    assert root.tag == f"{{{ATOM}}}feed"
    entries = root.findall(f"{{{ATOM}}}entry")
    for one in (root, *entries):
        names = [etree.QName(child).localname for child in one]
        for required in ("id", "title", "updated"):
            assert names.count(required) == 1, required
        assert re.fullmatch(r"tag:[^:\s]+,\d{4}:\S+", one.findtext(f"{{{ATOM}}}id"))
        assert MOMENT.fullmatch(one.findtext(f"{{{ATOM}}}updated"))
        for link in one.findall(f"{{{ATOM}}}link"):
            assert link.get("href").startswith("http://127.0.0.1:8642/")
        alternates = [link for link in one.findall(f"{{{ATOM}}}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1
    assert root.findtext(f"{{{ATOM}}}author/{{{ATOM}}}name")
    assert len({one.findtext(f"{{{ATOM}}}id") for one in entries}) == len(entries)
    names = [etree.QName(child).localname for child in root]
    assert "entry" not in names[: names.index("entry")] if "entry" in names else True


def told(root: etree._Element, name: str) -> list[str]:
    return [one.findtext(f"{{{ATOM}}}{name}") for one in root.findall(f"{{{ATOM}}}entry")]


def test_a_proposition_is_told_with_its_sentence_and_its_origins(reader: TestClient) -> None:
    root = read_feed(reader)
    assert len(told(root, "title")) == 1
    assert "Iran" in told(root, "title")[0]
    assert "2 independent origins" in told(root, "summary")[0]
    address = root.find(f"{{{ATOM}}}entry/{{{ATOM}}}link").get("href")
    assert "/propositions/" in address


def test_a_new_report_makes_its_proposition_new_and_leaves_the_others(reader: TestClient, case: CaseFile) -> None:
    before = read_feed(reader)
    add_report(case, "other", "missiles")
    corroborate_case(case, now=LATER)
    after = read_feed(reader)
    assert told(after, "updated")[0] == "2030-05-01T08:30:00Z"
    assert "missiles" in told(after, "title")[0]
    assert told(after, "id")[1:] == told(before, "id")
    assert told(after, "updated")[1:] == told(before, "updated")
    assert after.findtext(f"{{{ATOM}}}updated") == "2030-05-01T08:30:00Z"


def test_a_decision_on_a_claim_changes_its_proposition_and_undoing_changes_it_back(
    reader: TestClient, case: CaseFile
) -> None:
    first = read_feed(reader)
    judged = Decision(claim_id="cb", verdict="rejected", by="Ada", judged_at=LATER)
    judge_claim(case, judged)
    corroborate_case(case, now=LATER)
    second = read_feed(reader)
    assert told(second, "id") == told(first, "id")
    assert told(second, "updated") == ["2030-05-01T08:30:00Z"]
    assert told(second, "published") == told(first, "published")
    assert "1 independent origin " in told(second, "summary")[0]


def test_merging_again_what_says_the_same_changes_nothing(case: CaseFile) -> None:
    before = list_logged(case, 0, 10)
    case.connection.execute("DELETE FROM steps_done WHERE step = 'merge'")
    assert corroborate_case(case, now=LATER).propositions == 1
    assert list_logged(case, 0, 10) == before


def test_a_case_from_before_the_log_is_told_by_its_days_of_publication(reader: TestClient, case: CaseFile) -> None:
    case.connection.execute("DELETE FROM proposition_log")
    root = read_feed(reader)
    first = list_logged(case, 0, 1)[0]
    published = first.proposition.first_reported.published
    day = published.start if published else "1970-01-01"
    assert told(root, "updated") == [f"{day}T00:00:00Z"]


def test_a_reader_who_has_the_feed_is_not_sent_it_again(reader: TestClient, case: CaseFile) -> None:
    tag = reader.get("/feed.atom").headers["etag"]
    again = reader.get("/feed.atom", headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    add_report(case, "other", "missiles")
    corroborate_case(case, now=LATER)
    changed = reader.get("/feed.atom", headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_a_long_feed_is_told_a_hundred_at_a_time(reader: TestClient, case: CaseFile) -> None:
    sql = """
        INSERT INTO propositions
        SELECT id || '-' || number, component, frame, independent_origins, claim_count, credibility, first_published,
            replace(record, '"' || id || '"', '"' || id || '-' || number || '"')
        FROM propositions, range(250) AS many(number)
    """
    case.connection.execute(sql)
    pages = [read_feed(reader, f"/feed.atom?page={number}") for number in (1, 2, 3)]
    assert [len(told(page, "id")) for page in pages] == [100, 100, 51]
    assert len({one for page in pages for one in told(page, "id")}) == 251
    rels = [{link.get("rel") for link in page.findall(f"{{{ATOM}}}link")} for page in pages]
    assert ["next" in one for one in rels] == [True, True, False]
    assert ["previous" in one for one in rels] == [False, True, True]


def test_hostile_words_stay_words(reader: TestClient, case: CaseFile) -> None:
    add_report(case, "hostile", "</title><script>alert(1)</script>\x00\x0b&amp;")
    corroborate_case(case, now=LATER + timedelta(days=1))
    root = read_feed(reader)
    assert "script>alert" in told(root, "title")[0]
    assert not root.findall(".//script")


def test_ids_are_of_the_case_and_the_proposition() -> None:
    assert tag_address("A case & more", "propositions", "p/1") == (
        "tag:localhost,2025:entrepot/A%20case%20%26%20more/propositions/p%2F1"
    )
    assert tag_address("a", "b") != tag_address("a/b")
