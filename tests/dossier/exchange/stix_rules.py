"""What STIX 2.1 asks of the objects that the program makes, written down by hand from the standard.

"STIX Version 2.1", OASIS Standard, 10 June 2021: bundle 8, identifiers 2.9, timestamps 2.16, common properties 3.2,
objects 4 and 5.
"""

import re
import uuid
from datetime import datetime
from typing import Any

STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z\Z", re.ASCII)
COMMON = {
    *("type", "spec_version", "id", "created_by_ref", "created", "modified", "revoked", "labels", "confidence", "lang"),
    *("external_references", "object_marking_refs", "granular_markings", "extensions"),
}
REQUIRED = {
    "identity": {"name"},
    "location": set(),
    "report": {"name", "published", "object_refs"},
    "note": {"content", "object_refs"},
    "opinion": {"opinion", "object_refs"},
    "grouping": {"context", "object_refs"},
    "relationship": {"relationship_type", "source_ref", "target_ref"},
}
OPTIONAL = {
    "identity": {"description", "roles", "identity_class", "sectors", "contact_information"},
    "location": {
        *("name", "description", "latitude", "longitude", "precision", "region", "country", "administrative_area"),
        *("city", "street_address", "postal_code"),
    },
    "report": {"description", "report_types"},
    "note": {"abstract", "authors"},
    "opinion": {"explanation", "authors"},
    "grouping": {"name", "description"},
    "relationship": {"description", "start_time", "stop_time"},
}
OPINIONS = {"strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"}
IDENTITY_CLASSES = {"individual", "group", "system", "organization", "class", "unknown"}
CONTEXTS = {"suspicious-activity", "malware-analysis", "unspecified"}
SCO_NAMESPACE = uuid.UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")


def check_bundle(bundle: dict[str, Any]) -> None:
    """Fails with a sentence where the bundle breaks a rule."""
    assert set(bundle) <= {"type", "id", "objects"}, "a bundle has no other properties"
    assert bundle["type"] == "bundle"
    check_id(bundle["id"], "bundle")
    objects = bundle["objects"]
    assert objects, "a list is left out rather than empty"
    ids = [one["id"] for one in objects]
    assert len(ids) == len(set(ids)), "an object stands in the bundle twice"
    for one in objects:
        check_object(one)
        for reference in list_references(one):
            assert reference in ids, f"{one['id']} refers to {reference}, which the bundle does not hold"


def check_object(one: dict[str, Any]) -> None:
    kind = one["type"]
    assert kind in REQUIRED, f"{kind} is not among the objects that the program makes"
    assert one["spec_version"] == "2.1"
    check_id(one["id"], kind)
    assert {"created", "modified"} <= set(one)
    for name in ("created", "modified", "published"):
        if name in one:
            assert STAMP.match(one[name]), (name, one[name])
            datetime.fromisoformat(one[name])
    assert one["modified"] >= one["created"]
    assert set(one) >= REQUIRED[kind], f"{kind} lacks {REQUIRED[kind] - set(one)}"
    assert set(one) <= COMMON | REQUIRED[kind] | OPTIONAL[kind], f"{kind} has {set(one)}"
    assert all(value not in ("", [], {}, None) for value in one.values()), "empty values are left out"
    check_lists(one)
    check_kind(one)


def check_id(identifier: str, kind: str) -> None:
    head, _, tail = identifier.partition("--")
    assert head == kind and str(uuid.UUID(tail)) == tail
    assert uuid.UUID(tail).variant == uuid.RFC_4122 and uuid.UUID(tail).version == 5


def check_lists(one: dict[str, Any]) -> None:
    for name in ("labels", "object_refs", "sectors", "roles", "external_references"):
        assert isinstance(one.get(name, []), list)
    assert all(isinstance(label, str) and label for label in one.get("labels", []))
    assert isinstance(one.get("confidence", 0), int) and 0 <= one.get("confidence", 0) <= 100
    for reference in one.get("external_references", []):
        assert reference["source_name"]
        assert set(reference) & {"description", "url", "external_id"}, "one of these is asked for"
        if "hashes" in reference:
            assert re.fullmatch(r"[0-9a-f]{64}", reference["hashes"]["SHA-256"])


def check_kind(one: dict[str, Any]) -> None:
    kind = one["type"]
    if kind == "location":
        assert {"country", "region"} & set(one) or {"latitude", "longitude"} <= set(one)
        assert ("latitude" in one) == ("longitude" in one)
        assert -90 <= one.get("latitude", 0) <= 90 and -180 <= one.get("longitude", 0) <= 180
        assert re.fullmatch("[A-Z]{2}", one.get("country", "XX"))
    if kind == "identity":
        assert one["identity_class"] in IDENTITY_CLASSES
    if kind == "opinion":
        assert one["opinion"] in OPINIONS
    if kind == "grouping":
        assert one["context"] in CONTEXTS
    if kind == "relationship":
        assert re.fullmatch(r"[a-z0-9-]+", one["relationship_type"])
        assert one["source_ref"] != one["target_ref"]


def list_references(one: dict[str, Any]) -> list[str]:
    """Every identifier that an object names."""
    found = list(one.get("object_refs", []))
    return found + [one[name] for name in ("created_by_ref", "source_ref", "target_ref") if name in one]
