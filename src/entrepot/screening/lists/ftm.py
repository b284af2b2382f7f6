"""FollowTheMoney entities as OpenSanctions publishes them: JSON Lines, sanctions beside or inside the entities."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from entrepot.model.listing import IdentifierKind, NameStrength, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.days import read_day
from entrepot.screening.lists.ftm_sanctions import add_sanctions
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.json_rows import read_json_rows
from entrepot.screening.lists.party import PartyBuilder

_KINDS: dict[str, PartyKind] = {
    "Person": "person",
    "LegalEntity": "organisation",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "Vessel": "vessel",
    "Airplane": "aircraft",
    "Vehicle": "unknown",
    "Asset": "unknown",
    "CryptoWallet": "unknown",
    "Security": "unknown",
}
_BESIDE = frozenset({"Sanction", "Identification", "Passport"})
_NAMES: tuple[tuple[str, NameStrength, str], ...] = (
    ("name", "primary", ""),
    ("alias", "strong", "alias"),
    ("previousName", "strong", "previous name"),
    ("weakAlias", "weak", "weak alias"),
)
_COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "flag", "mainCountry", "registrationCountry")
IDENTIFIERS: dict[str, IdentifierKind] = {
    "imoNumber": "imo",
    "mmsi": "mmsi",
    "callSign": "call_sign",
    "registrationNumber": "registration",
    "ogrnCode": "registration",
    "uscCode": "registration",
    "innCode": "tax",
    "vatCode": "tax",
    "taxNumber": "tax",
    "leiCode": "lei",
    "swiftBic": "swift",
    "bic": "swift",
    "passportNumber": "passport",
    "idNumber": "national_id",
    "socialSecurityNumber": "national_id",
    "kppCode": "other",
    "okpoCode": "other",
    "dunsCode": "other",
    "isin": "other",
    "isinCode": "other",
    "npiCode": "other",
    "bikCode": "other",
    "permId": "other",
    "uniqueEntityId": "other",
    "cageCode": "other",
    "publicKey": "other",
    "serialNumber": "other",
}
"""Properties of FollowTheMoney that hold a number, with its kind."""
_REMARKS = ("notes", "summary", "description")
_ENTITY = re.compile(r'\{[^\n]*"schema"\s*:')


@dataclass(frozen=True, slots=True)
class FtmReader:
    """Reads entities.ftm.json and targets.nested.json.

    Entities that are no target (relatives, owners, addresses) are counted and left out: they are not listed.
    """

    format: str = "FollowTheMoney JSON Lines"

    def sniff(self, head: str) -> bool:
        """True where the first object has a schema and properties."""
        start = head.lstrip()
        return start.startswith(("{", "[")) and bool(_ENTITY.search(start)) and '"properties"' in start

    def read(self, task: ListTask) -> ListDraft:
        """The targets in the order of the file, with the sanctions and documents that name them."""
        book = Notebook()
        rows, count = read_json_rows(task.file.name, task.text, book)
        name = task.name_or(_usual_name(rows, task.file.stem))
        beside = _beside(rows)
        newest = max((day for row in rows if (day := read_day(str(row.get("last_seen", ""))[:10]))), default=None)
        built = (_party(row, beside, newest, name, book).build() for row in rows if _is_party(row, book))
        parties = tuple(party for party in built if party)
        return ListDraft(name=name, title="", rows=count, parties=parties, issues=book.list_issues())


def _usual_name(rows: list[dict[str, Any]], stem: str) -> str:
    """The data set, where all entities are of one; "opensanctions" for the files that hold all of them."""
    counted = Counter(str(name) for row in rows for name in row.get("datasets") or ())
    if len(counted) == 1:
        return next(iter(counted)).replace("_", "-")
    return "opensanctions" if stem in ("entities", "targets.nested", "targets") else ""


def _is_party(row: dict[str, Any], book: Notebook) -> bool:
    schema = str(row.get("schema", ""))
    if schema in _BESIDE:
        return False
    if schema in _KINDS and row.get("target") is not False:
        return True
    what = "that are no targets" if schema in _KINDS else f"of the schema {schema or '(none)'}, which is no party,"
    book.note("rows_left_out", f"Entities {what} were counted and left out", str(row.get("id", "")))
    return False


def _beside(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Sanctions and documents by the key of the entity that they are about."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row.get("schema") in _BESIDE:
            properties = row.get("properties") or {}
            for key in (*properties.get("entity", ()), *properties.get("holder", ())):
                found.setdefault(str(key), []).append(row)
    return found


def _party(
    row: dict[str, Any],
    beside: dict[str, list[dict[str, Any]]],
    newest: date | None,
    list_name: str,
    book: Notebook,
) -> PartyBuilder:
    key = str(row.get("id", ""))
    party = PartyBuilder(book, list_name, key, _KINDS[str(row["schema"])])
    properties = {
        name: values if isinstance(values, list) else [values] for name, values in (row.get("properties") or {}).items()
    }
    for name, strength, kind in _NAMES:
        for place, value in enumerate(_texts(properties.pop(name, []))):
            party.add_name(value, "strong" if place and strength == "primary" else strength, kind)
    for value in _texts(properties.pop("birthDate", [])):
        party.add_birth(value)
    for value in _texts(properties.pop("birthPlace", [])):
        party.add_birth_place(value)
    for name in _COUNTRIES:
        for value in _texts(properties.pop(name, [])):
            party.add_country(value, name)
    for name, number_kind in IDENTIFIERS.items():
        for value in _texts(properties.pop(name, [])):
            party.add_identifier(name, value, kind=number_kind)
    for value in _texts(properties.pop("address", [])):
        party.add_address(value)
    for name in _REMARKS:
        party.remarks.extend(_texts(properties.pop(name, [])))
    add_sanctions(party, [*beside.get(key, ()), *_nested(properties)])
    _add_sight(party, row, newest)
    for name, values in properties.items():
        for value in _texts(values):
            party.add_attribute(name, value)
    party.add_attribute("datasets", ", ".join(str(one) for one in row.get("datasets") or ()))
    return party


def _texts(values: list[Any]) -> list[str]:
    """The plain values; of an entity inside the entity, its caption."""
    plain = (value.get("caption", value.get("id", "")) if isinstance(value, dict) else value for value in values)
    return [str(value).strip() for value in plain if str(value or "").strip()]


def _nested(properties: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """Sanctions and documents inside the entity, taken out of its properties."""
    found = []
    for name, values in properties.items():
        inner = [value for value in values if isinstance(value, dict) and value.get("schema") in _BESIDE]
        found.extend(inner)
        properties[name] = [value for value in values if value not in inner] if inner else values
    return found


def _add_sight(party: PartyBuilder, row: dict[str, Any], newest: date | None) -> None:
    first, last = (read_day(str(row.get(name, ""))[:10]) for name in ("first_seen", "last_seen"))
    if first:
        party.seen = (first, None if last == newest else last)
