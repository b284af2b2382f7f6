import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from entrepot.dossier import render_csv, render_html, render_json
from entrepot.dossier.page import read_style
from entrepot.dossier.records import claim_record
from entrepot.model.claim import Quotation
from entrepot.model.comparison import SharedPassage, SharedText
from entrepot.model.judgement import ClaimJudgement
from entrepot.model.proposition import SourceGrade
from tests.dossier.samples import (
    DENIAL,
    find,
    full_case,
    make_case,
    make_claim,
    make_document,
    make_proposition,
    merged_case,
)


def test_the_whole_case_comes_back_from_its_json() -> None:
    case = full_case()
    record = json.loads(render_json(case))
    documents = {document.id: document for document in case.documents}
    assert set(record) >= {"name", "documents", "claims", "quotations", "issues", "unread"}
    assert record["claims"] == [
        {**claim_record(claim, documents[claim.document_id]), "judgement": None} for claim in case.claims
    ]
    assert [document["text"] for document in record["documents"]] == [document.text for document in case.documents]
    assert record["issues"][0]["code"] == "office_term"
    assert record["unread"] == [{"path": "in/scan.pdf", "reason": case.unread[0].reason}]


def test_what_people_decided_stands_beside_the_claim_in_every_file() -> None:
    case = full_case()
    decision = ClaimJudgement(
        number=3,
        claim_id=case.claims[0].id,
        document_id=case.claims[0].document_id,
        verdict="rejected",
        by="=Ada <b>",
        judged_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
        reason="another year",
    )
    judged = replace(case, judgements=(decision,))
    told = json.loads(render_json(judged))["claims"][0]["judgement"]
    assert (told["number"], told["verdict"], told["reason"]) == (3, "rejected", "another year")
    row = next(row for row in csv.DictReader(io.StringIO(render_csv(judged))) if row["id"] == case.claims[0].id)
    assert (row["decision"], row["decided_by"], row["decision_reason"]) == ("rejected", "'=Ada <b>", "another year")
    page = render_html(judged)
    assert "=Ada &lt;b&gt;" in page and "another year" in page
    assert page.count("chip-rejected") == read_style().count("chip-rejected") + 1


def test_propositions_with_their_grades_and_the_rule_behind_them_are_kept() -> None:
    grade = SourceGrade(source="Iran", letter="D", basis="the user")
    record = json.loads(render_json(replace(merged_case(), grades=(grade,))))
    assert record["propositions"][0]["statement"] == "Iran supplied drones to Russia"
    assert record["propositions"][0]["origins"][1]["reliability"] == "D (the user)"
    assert record["grades"] == [{"source": "Iran", "letter": "D", "basis": "the user"}]
    assert record["grading_rule"] == "Digits follow from counting."


def test_shared_passages_are_kept_with_their_places() -> None:
    case = full_case()
    left, right = case.documents
    passage = SharedPassage(left=find(left.text, DENIAL), right=find(right.text, DENIAL), words=3, same_words=3)
    shared = SharedText(left_id=left.id, right_id=right.id, passages=(passage,), resemblance=1.0)
    record = json.loads(render_json(replace(case, shared=(shared,))))["shared"][0]
    assert (record["left"], record["right"]) == (left.id, right.id)
    assert record["passages"][0]["right"]["text"] == DENIAL


def test_a_proposition_of_a_claim_that_is_not_there_is_refused() -> None:
    stray = make_proposition(make_claim(make_document(name="elsewhere.txt")))
    with pytest.raises(ValueError, match="does not hold"):
        render_json(replace(full_case(), propositions=(stray,)))


def test_offsets_hold_in_the_json_also_where_the_text_cannot_be_written_as_utf8() -> None:
    text = "Odd \ud800 words. Iran sold drones."
    document = make_document(text=text)
    claim = make_claim(document, quote="Iran sold drones.")
    written = render_json(make_case(claim, documents=(document,))).encode("utf-8")
    record = json.loads(written)
    kept = record["claims"][0]
    assert record["documents"][0]["text"][kept["start"] : kept["end"]] == kept["quote"]


def test_the_same_contents_give_the_same_bytes() -> None:
    assert render_json(full_case()) == render_json(full_case())


def test_quotations_are_kept() -> None:
    document = make_document()
    quotation = Quotation(
        document_id=document.id,
        source=find(document.text, "Tehran"),
        cue=find(document.text, "denies"),
        content=find(document.text, DENIAL),
        kind="indirect",
    )
    record = json.loads(render_json(make_case(documents=(document,), quotations=(quotation,))))
    assert record["quotations"][0]["cue"]["text"] == "denies"


def test_a_claim_of_a_document_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        render_json(make_case(make_claim(make_document(name="elsewhere.txt"))))
