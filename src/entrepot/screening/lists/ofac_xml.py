"""OFAC's XML of the older, simple schema: sdnList with one sdnEntry a party (SDN.XML, CONSOLIDATED.XML)."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from entrepot.model.listing import Designation, NameStrength, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.days import read_day
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.ofac_csv import AUTHORITY
from entrepot.screening.lists.ofac_remarks import apply_remarks
from entrepot.screening.lists.party import PartyBuilder
from entrepot.screening.lists.us_facts import add_fact
from entrepot.screening.lists.xml import Fields, audit, local_name, parse_xml, root_of

_KINDS: dict[str, PartyKind] = {
    "individual": "person",
    "entity": "organisation",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
_LEFT_OUT = ("uid", "mainEntry")
"""Inside lists: the running number of the item and OFAC's mark for the first of several, which the order says too."""

_ADDRESS = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode")
_VESSEL_TEXTS = (
    ("vesselType", "Vessel type"),
    ("vesselOwner", "Vessel owner"),
    ("tonnage", "Tonnage"),
    ("grossRegisteredTonnage", "Gross registered tonnage"),
)


@dataclass(frozen=True, slots=True)
class OfacXmlReader:
    """Reads sdnList files; they mark aliases weak or strong, which the CSV files do in their remarks alone."""

    format: str = "OFAC XML"

    def sniff(self, head: str) -> bool:
        """True where the root is sdnList."""
        return root_of(head) == "sdnList"

    def read(self, task: ListTask) -> ListDraft:
        """The parties; the day of publication and the number of records are the file's own."""
        root = parse_xml(task.file)
        entries = [child for child in root if local_name(child.tag) == "sdnEntry"]
        head = _publication(root)
        book = Notebook()
        is_sdn = _is_sdn(task.file.stem)
        name = task.name_or("us-ofac-sdn" if is_sdn else "us-ofac-nonsdn")
        declared = head.text("Record_Count")
        if declared.isdigit() and int(declared) != len(entries):
            book.note("rows_missing", f"The file says that it holds {declared} records and holds {len(entries)}")
        parties = (_party(entry, name, book).build() for entry in entries)
        return ListDraft(
            name=name,
            title="Specially Designated Nationals" if is_sdn else "OFAC lists other than SDN",
            published=read_day(head.text("Publish_Date"), "mdy"),
            rows=len(entries),
            parties=tuple(party for party in parties if party),
            issues=book.list_issues(),
        )


def _is_sdn(stem: str) -> bool:
    """The two files have the same form; only their names say which list it is."""
    return "sdn" in stem.lower() and not re.search(r"non.?sdn|cons", stem, re.IGNORECASE)


def _publication(root: Element) -> Fields:
    found = next((child for child in root if local_name(child.tag) == "publshInformation"), None)
    return Fields(found if found is not None else Element("publshInformation"))


def _party(entry: Element, list_name: str, book: Notebook) -> PartyBuilder:
    fields = Fields(entry)
    key, kind_word = fields.text("uid"), fields.text("sdnType")
    party = PartyBuilder(book, list_name, key, _KINDS.get(kind_word.lower(), "unknown"))
    if kind_word.lower() not in _KINDS:
        party.trouble("kind_unknown", kind_word)
    _add_name(party, fields)
    party.add_attribute("Title", fields.text("title"))
    for programme in fields.inner("programList"):
        party.add_designation(Designation(programme="".join(programme.itertext()).strip(), authority=AUTHORITY))
    for alias in fields.inner("akaList"):
        _add_alias(party, Fields(alias))
    _add_births(party, fields)
    for label in ("nationality", "citizenship"):
        for item in fields.inner(f"{label}List"):
            inner = Fields(item)
            party.add_country(inner.text("country"), label)
            _finish(party, inner)
    for item in fields.inner("idList"):
        _add_number(party, Fields(item))
    for item in fields.inner("addressList"):
        _add_address(party, Fields(item))
    for item in fields.take("vesselInfo"):
        _add_vessel(party, Fields(item))
    if remarks := fields.text("remarks"):
        apply_remarks(remarks, party)
    audit(fields, party)
    return party


def _finish(party: PartyBuilder, inner: Fields) -> None:
    inner.drop(_LEFT_OUT)
    audit(inner, party)


def _add_name(party: PartyBuilder, fields: Fields) -> None:
    given, family = fields.text("firstName"), fields.text("lastName")
    party.add_family_name_first(f"{family}, {given}" if given else family)


def _add_alias(party: PartyBuilder, fields: Fields) -> None:
    given, family = fields.text("firstName"), fields.text("lastName")
    kind, category = fields.text("type"), fields.text("category").lower()
    if category not in ("weak", "strong"):
        party.trouble("field_unknown", f"aka/category: {category or 'empty'}")
    strength: NameStrength = "weak" if category == "weak" else "strong"
    party.add_family_name_first(f"{family}, {given}" if given else family, strength, kind)
    _finish(party, fields)


def _add_births(party: PartyBuilder, fields: Fields) -> None:
    for item in fields.inner("dateOfBirthList"):
        inner = Fields(item)
        party.add_birth(inner.text("dateOfBirth"))
        _finish(party, inner)
    for item in fields.inner("placeOfBirthList"):
        inner = Fields(item)
        party.add_birth_place(inner.text("placeOfBirth"))
        _finish(party, inner)


def _add_number(party: PartyBuilder, fields: Fields) -> None:
    dates = [
        f"{word} {day}" for word, name in (("issued", "issueDate"), ("expires", "expirationDate"))
        if (day := fields.text(name))
    ]  # fmt: skip
    add_fact(party, fields.text("idType"), fields.text("idNumber"), fields.text("idCountry"), " ".join(dates))
    _finish(party, fields)


def _add_address(party: PartyBuilder, fields: Fields) -> None:
    parts = [
        fields.text(name) for name in ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode")
    ]
    party.add_address(*parts, country=fields.text("country"))
    _finish(party, fields)


def _add_vessel(party: PartyBuilder, fields: Fields) -> None:
    if call_sign := fields.text("callSign"):
        party.add_identifier("Call sign", call_sign)
    if flag := fields.text("vesselFlag"):
        party.add_country(flag, "Vessel flag")
    for name, label in _VESSEL_TEXTS:
        party.add_attribute(label, fields.text(name))
    _finish(party, fields)
