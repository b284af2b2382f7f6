"""The run as PROV-JSON: everything named is declared, every statement leads back to what it came from."""

import json
import re
from dataclasses import replace

import pytest

from entrepot import __version__
from entrepot.dossier import render_provenance
from entrepot.dossier.exchange.prov_graph import Provenance, qualify
from entrepot.reference.tables import list_tables, table_digest
from tests.dossier.channel_samples import channel_case
from tests.dossier.samples import full_case

NAME = re.compile(r"(entrepot|prov|xsd):[A-Za-z0-9_.~%/-]+\Z", re.ASCII)
ENDS = {
    "wasDerivedFrom": {"prov:generatedEntity": "entity", "prov:usedEntity": "entity"},
    "wasGeneratedBy": {"prov:entity": "entity", "prov:activity": "activity"},
    "used": {"prov:activity": "activity", "prov:entity": "entity"},
    "wasAssociatedWith": {"prov:activity": "activity", "prov:agent": "agent"},
    "hadMember": {"prov:collection": "entity", "prov:entity": "entity"},
}


@pytest.fixture(scope="module")
def record():
    return json.loads(render_provenance(channel_case()))


def sources_of(record, name):
    """Everything that a thing was derived from, near and far."""
    direct = {}
    for one in record["wasDerivedFrom"].values():
        direct.setdefault(one["prov:generatedEntity"], set()).add(one["prov:usedEntity"])
    found, waiting = set(), [name]
    while waiting:
        for source in direct.get(waiting.pop(), set()) - found:
            found.add(source)
            waiting.append(source)
    return found


def test_the_document_has_the_shape_of_prov_json(record):
    assert set(record) == {"prefix", "entity", "activity", "agent", *ENDS}
    assert record["prefix"]["prov"] == "http://www.w3.org/ns/prov#"
    for part in ("entity", "activity", "agent"):
        for name, told in record[part].items():
            assert NAME.match(name), name
            assert NAME.match(told["prov:type"]["$"]) and told["prov:type"]["type"] == "xsd:QName"


def test_every_relation_joins_things_that_are_declared(record):
    for kind, ends in ENDS.items():
        for key, one in record[kind].items():
            assert key.startswith("_:") and set(one) == set(ends)
            for end, part in ends.items():
                assert one[end] in record[part], (kind, one[end])


def test_every_proposition_leads_back_to_a_report_by_way_of_its_claims(record):
    propositions = [name for name in record["entity"] if name.startswith("entrepot:proposition/")]
    assert len(propositions) == 2
    for name in propositions:
        sources = sources_of(record, name)
        assert any(source.startswith("entrepot:claim/") for source in sources)
        assert any(source.startswith("entrepot:report/") for source in sources)


def test_an_assessment_leads_back_to_reports_tables_findings_and_matches(record):
    (assessment,) = [name for name in record["entity"] if name.startswith("entrepot:assessment/")]
    kinds = {source.partition("/")[0] for source in sources_of(record, assessment)}
    assert {
        f"entrepot:{kind}" for kind in ("proposition", "claim", "report", "table", "finding", "file", "match", "list")
    } <= kinds
    (estimate,) = [name for name in record["entity"] if name.startswith("entrepot:estimate/")]
    assert assessment in sources_of(record, estimate)


def test_whatever_was_made_was_made_by_a_step_with_its_method(record):
    made = {one["prov:entity"]: one["prov:activity"] for one in record["wasGeneratedBy"].values()}
    for name in record["entity"]:
        if name.split("/")[0].removeprefix("entrepot:") in {
            "claim",
            "proposition",
            "match",
            "finding",
            "assessment",
            "estimate",
        }:
            assert made[name] in record["activity"]
    assert all(
        "entrepot:method" in step
        for step in record["activity"].values()
        if step["prov:type"]["$"] != "entrepot:merge_claims"
    )


def test_files_lists_and_tables_have_their_digests(record):
    for name, told in record["entity"].items():
        if name.startswith(("entrepot:report/", "entrepot:list/", "entrepot:file/", "entrepot:table/")):
            assert told["entrepot:sha256"]
    assert record["entity"]["entrepot:table/hubs"]["entrepot:sha256"] == table_digest("hubs")
    assert sum(name.startswith("entrepot:table/") for name in record["entity"]) == len(list_tables())


def test_the_program_in_its_version_carried_every_step_out(record):
    assert list(record["agent"]) == [f"entrepot:software/{__version__}"]
    assert {one["prov:activity"] for one in record["wasAssociatedWith"].values()} == set(record["activity"])


def test_no_text_of_a_report_stands_in_it():
    assert "allegedly sent" not in render_provenance(full_case())


def test_odd_ids_make_names_that_are_still_names():
    case = full_case()
    odd = replace(case.claims[0], id="a b|c/\ud800<>\u202e")
    found = json.loads(render_provenance(replace(case, claims=(odd, *case.claims[1:]))))
    assert all(NAME.match(name) for name in found["entity"])
    assert qualify("claim", "a b/c") == "entrepot:claim/a%20b%2Fc"


def test_what_was_not_declared_is_not_derived_from():
    graph = Provenance()
    graph.derive(graph.add_entity("entrepot:a", "claim", ""), ["entrepot:b"], "entrepot:s")
    assert "wasDerivedFrom" not in graph.as_record()


def test_the_same_case_gives_the_same_bytes():
    assert render_provenance(channel_case()) == render_provenance(channel_case())
