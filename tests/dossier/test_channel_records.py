"""Channels as records and rows."""

import csv
import io
import json

from entrepot.dossier import render_channels_csv, render_json
from entrepot.dossier.channel_records import channel_record
from tests.dossier.channel_samples import channel_case, keep, make_assessment, make_channel, make_closure


def test_a_channel_has_the_fields_of_its_record_and_its_closures():
    record = channel_record(make_assessment(), (make_closure(),))
    assert {
        *("id", "name", "origins", "via", "destination", "goods", "period", "hubs", "corridors", "grounds", "lines"),
        *("findings", "red_flags", "alternatives", "missing", "words", "rules", "closures", "issues"),
    } <= set(record)
    assert record["lines"][2]["references"][0] == {"kind": "measure", "id": "M001", "label": "measure M001"}
    assert record["closures"][0]["closed"] == {"value": 1.5e6, "low": 1e6, "high": 3e6, "unit": "EUR"}
    assert json.loads(json.dumps(record))["goods"]["resolution"] == "unresolved"


def test_an_open_end_is_none_and_not_an_empty_word():
    record = channel_record(make_assessment(make_channel(via="", period=None)))
    assert record["via"] is None and record["period"] is None


def test_the_json_of_a_case_holds_its_channels():
    (channel,) = json.loads(render_json(channel_case()))["channels"]
    assert channel["id"] == "ch-by-ir-1f2e" and channel["kept_at"] == "2026-05-01T09:00:00+00:00"


def test_a_row_holds_the_verdict_of_each_line():
    (row,) = csv.DictReader(io.StringIO(render_channels_csv(channel_case())))
    assert (row["law"], row["customs"]) == ("does_not_support", "cannot_tell")
    assert row["red_flags_seen"] == "RF002: Trade in listed goods grew."


def test_a_cell_can_never_become_a_formula():
    odd = make_assessment(make_channel(name="=HYPERLINK(1)"))
    (row,) = csv.DictReader(io.StringIO(render_channels_csv(channel_case(keep(odd)))))
    assert row["name"] == "'=HYPERLINK(1)"
