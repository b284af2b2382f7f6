"""Channels in the browser: each with its lines side by side, every reference leading to a page."""

import re

from fastapi.testclient import TestClient

from entrepot.store import CaseFile
from entrepot.store.channels import keep_channel, keep_closure
from tests.dossier.channel_samples import make_assessment, make_closure
from tests.web.conftest import NOW


def test_without_channels_the_page_says_how_to_get_some(reader: TestClient) -> None:
    assert "No channel of this case was assessed yet" in reader.get("/channels").text
    assert reader.get("/channels.json").json() == {"channels": []}
    assert reader.get("/channels/none").status_code == 404


def test_a_channel_has_a_page_with_what_speaks_to_it(reader: TestClient, case: CaseFile) -> None:
    assessment = make_assessment()
    keep_channel(case, assessment, (), NOW)
    keep_closure(case, make_closure(channel_id=assessment.channel.id), NOW)
    listed = reader.get("/channels").text
    assert f"/channels/{assessment.channel.id}" in listed
    page = reader.get(f"/channels/{assessment.channel.id}").text
    for line in assessment.lines:
        assert line.rule in page
    assert "../dossier.html" not in page
    record = reader.get(f"/channels/{assessment.channel.id}.json").json()
    assert [line["kind"] for line in record["lines"]] == [line.kind for line in assessment.lines]
    assert len(record["closures"]) == 1


def test_nothing_in_a_channel_becomes_markup(reader: TestClient, case: CaseFile) -> None:
    assessment = make_assessment()
    keep_channel(case, assessment, ("<svg onload='alert(1)'/>",), NOW)
    page = reader.get(f"/channels/{assessment.channel.id}").text
    assert not re.search(r"<svg[^>]*onload", page)
