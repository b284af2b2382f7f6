from entrepot.dossier.records import claim_record, date_record, document_record, issue_record, quotation_record
from entrepot.model.claim import DateExpression, Quotation
from tests.dossier.samples import AUGUST, DENIAL, alleged_supply, find, make_claim, make_document, office_issue

CONTRACT = (
    *("id", "document", "quote", "start", "end", "frame", "roles", "attributes", "polarity", "modality", "cues"),
    *("when", "where", "sources", "stance", "issues", "method"),
)


def test_a_claim_has_every_field_of_the_contract() -> None:
    document = make_document()
    record = claim_record(alleged_supply(document), document)
    assert set(CONTRACT) <= set(record)
    assert set(record["document"]) >= {"id", "path", "title", "publisher", "published"}
    assert set(record["when"]) == {"start", "end", "granularity", "text", "anchor"}
    assert set(record["where"]) == {"text", "start", "end", "place"}
    assert all(set(source) == {"name", "kind", "start", "end", "actor"} for source in record["sources"])
    assert all({"role", "text", "start", "end", "actor"} <= set(role) for role in record["roles"])
    assert all(set(cue) == {"kind", "text", "start", "end"} for cue in record["cues"])


def test_every_offset_of_a_claim_leads_to_its_words() -> None:
    document = make_document()
    record = claim_record(alleged_supply(document), document)
    assert document.text[record["start"] : record["end"]] == record["quote"]
    for part in [*record["cues"], record["where"]]:
        assert document.text[part["start"] : part["end"]] == part["text"]


def test_a_slot_that_was_inferred_has_no_offsets_and_says_how_it_was_inferred() -> None:
    document = make_document()
    supplier = claim_record(make_claim(document), document)["roles"][0]
    assert (supplier["start"], supplier["end"], supplier["reason"]) == (None, None, "named before")


def test_what_is_not_known_is_null() -> None:
    document = make_document(published=None)
    record = claim_record(make_claim(document), document)
    assert record["when"] is record["where"] is document_record(document)["published"] is None


def test_a_quotation_without_a_source_has_none() -> None:
    document = make_document()
    cue, content = find(document.text, "said"), find(document.text, DENIAL)
    quotation = Quotation(document_id=document.id, source=None, cue=cue, content=content, kind="direct")
    record = quotation_record(quotation, document)
    assert record["source"] is None and record["kind"] == "direct" and record["content"]["text"] == DENIAL


def test_a_date_carries_its_days_or_nothing() -> None:
    document = make_document()
    span = find(document.text, "August 2025")
    dated = DateExpression(document_id=document.id, span=span, kind="date", interval=AUGUST)
    undated = DateExpression(document_id=document.id, span=span, kind="duration", interval=None)
    assert date_record(dated, document)["when"] == {"start": "2025-08-01", "end": "2025-08-31", "granularity": "month"}
    assert date_record(undated, document)["when"] is None


def test_an_issue_keeps_its_evidence() -> None:
    record = issue_record(office_issue())
    assert record["code"] == "office_term" and record["severity"] == "error" and len(record["evidence"]) == 2
