"""A provenance graph in the shape of PROV-JSON: what there is, what made it, and from what it was derived.

After "The PROV-JSON Serialization", W3C Member Submission of 24 April 2013, and PROV-DM, W3C Recommendation of 30 April
2013.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from entrepot.dossier.claims_csv import CLEANED

Graph = dict[str, dict[str, dict[str, Any]]]

PREFIXES = {
    "entrepot": "urn:entrepot:",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def qualify(kind: str, *values: str) -> str:
    """A qualified name: the kind and the values, characters that do not belong in a name as their codes."""
    cleaned = (quote(value.translate(CLEANED), safe="-_.") for value in values)
    return f"entrepot:{'/'.join((kind, *cleaned))}"


class Provenance:
    """A graph that is filled part by part; a relation is only made between things that were declared."""

    def __init__(self) -> None:
        """Makes an empty graph."""
        self._parts: Graph = {name: {} for name in ("entity", "activity", "agent")}
        self._relations: Graph = {}

    def add_entity(self, name: str, kind: str, label: str, **properties: str | int | None) -> str:
        """Declares a thing; its name."""
        return self._declare("entity", name, _describe(kind, label, properties))

    def add_activity(self, name: str, kind: str, label: str, ended_at: str = "", **properties: str | None) -> str:
        """Declares a step of the run; `ended_at` is an instant of the case, "" where it is not kept."""
        told = _describe(kind, label, properties)
        if ended_at:
            told["prov:endTime"] = ended_at
        return self._declare("activity", name, told)

    def add_agent(self, name: str, label: str, **properties: str) -> str:
        """Declares the software that carried the steps out."""
        told = _describe("SoftwareAgent", label, properties)
        told["prov:type"] = {"$": "prov:SoftwareAgent", "type": "xsd:QName"}
        return self._declare("agent", name, told)

    def has_entity(self, name: str) -> bool:
        """True for a thing that was declared."""
        return name in self._parts["entity"]

    def has_activity(self, name: str) -> bool:
        """True for a step that was declared."""
        return name in self._parts["activity"]

    def derive(self, name: str, sources: Iterable[str], activity: str) -> None:
        """Says that a thing was made by a step, and from which declared things; others are left out."""
        self._relate("wasGeneratedBy", {"prov:entity": name, "prov:activity": activity})
        for source in dict.fromkeys(sources):
            if self.has_entity(source):
                self._relate("wasDerivedFrom", {"prov:generatedEntity": name, "prov:usedEntity": source})

    def use(self, activity: str, names: Iterable[str]) -> None:
        """Says that a step read declared things."""
        for name in dict.fromkeys(names):
            if self.has_entity(name):
                self._relate("used", {"prov:activity": activity, "prov:entity": name})

    def associate(self, activity: str, agent: str) -> None:
        """Says who carried a step out."""
        self._relate("wasAssociatedWith", {"prov:activity": activity, "prov:agent": agent})

    def gather(self, collection: str, members: Iterable[str]) -> None:
        """Says what a collection holds."""
        for member in members:
            self._relate("hadMember", {"prov:collection": collection, "prov:entity": member})

    def as_record(self) -> dict[str, Any]:
        """The document: prefixes, what was declared, and the relations, empty parts left out."""
        filled = {name: part for name, part in {**self._parts, **self._relations}.items() if part}
        return {"prefix": PREFIXES, **filled}

    def _declare(self, part: str, name: str, told: dict[str, Any]) -> str:
        self._parts[part].setdefault(name, told)
        return name

    def _relate(self, kind: str, ends: dict[str, Any]) -> None:
        found = self._relations.setdefault(kind, {})
        found[f"_:{kind}{len(found) + 1}"] = ends


def _describe(kind: str, label: str, properties: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"prov:type": {"$": f"entrepot:{kind}", "type": "xsd:QName"}}
    if label:
        told["prov:label"] = label.translate(CLEANED)
    for name, value in properties.items():
        if value not in (None, ""):
            told[f"entrepot:{name}"] = value.translate(CLEANED) if isinstance(value, str) else value
    return told
