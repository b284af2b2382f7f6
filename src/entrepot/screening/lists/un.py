"""The United Nations Security Council Consolidated List (XML)."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from entrepot.model.listing import Designation, NameStrength, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.days import read_births, read_day
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.party import PartyBuilder
from entrepot.screening.lists.un_names import split_alias, split_title
from entrepot.screening.lists.xml import Fields, audit, local_name, parse_xml, root_of

AUTHORITY = "United Nations Security Council"
_KINDS: dict[str, PartyKind] = {"INDIVIDUAL": "person", "ENTITY": "organisation"}
_LEFT_OUT = ("VERSIONNUM", "LIST_TYPE", "SORT_KEY", "SORT_KEY_LAST_MOD")
"""The number of the record's version and "UN List", the same in every entry; the keys by which the site sorts."""

_STRENGTHS: dict[str, NameStrength] = {"good": "strong", "low": "weak", "a.k.a.": "strong", "f.k.a.": "strong"}
_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME", "SIXTH_NAME")
_TEXTS = (
    ("REFERENCE_NUMBER", "Reference number"),
    ("TITLE", "Title"),
    ("DESIGNATION", "Designation"),
    ("GENDER", "Gender"),
    ("LAST_DAY_UPDATED", "Last updated"),
    ("SUBMITTED_BY", "Submitted by"),
    ("SUBMITTED_ON", "Submitted on"),
    ("INTERPOL_LINK", "Interpol link"),
)
_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE")


@dataclass(frozen=True, slots=True)
class UnReader:
    """Reads CONSOLIDATED_LIST files; aliases of quality Low are weak."""

    format: str = "UN Security Council XML"

    def sniff(self, head: str) -> bool:
        """True where the root is CONSOLIDATED_LIST."""
        return root_of(head) == "CONSOLIDATED_LIST"

    def read(self, task: ListTask) -> ListDraft:
        """Individuals and entities in the order of the file, keyed by DATAID."""
        root = parse_xml(task.file)
        entries = [item for group in root for item in group if local_name(item.tag) in _KINDS]
        book = Notebook()
        name = task.name_or("un-sc")
        built = (_party(entry, name, book).build() for entry in entries)
        generated = root.get("dateGenerated", "")
        return ListDraft(
            name=name,
            title="United Nations Security Council Consolidated List",
            published=read_day(generated[:10]),
            rows=len(entries),
            parties=tuple(party for party in built if party),
            issues=book.list_issues(),
        )


def _party(entry: Element, list_name: str, book: Notebook) -> PartyBuilder:
    fields = Fields(entry)
    kind = fields.name
    party = PartyBuilder(book, list_name, fields.text("DATAID"), _KINDS[kind])
    printed = " ".join(part for name in _NAME_PARTS if (part := fields.text(name)))
    for place, name in enumerate(split_title(printed) if kind == "ENTITY" else [printed]):
        party.add_name(printed, "primary" if place == 0 else "strong", text=name)
    if original := fields.text("NAME_ORIGINAL_SCRIPT"):
        party.add_name(original, "strong", "original script")
    party.add_designation(
        Designation(
            programme=fields.text("UN_LIST_TYPE"),
            authority=AUTHORITY,
            listed_on=party.read_listing_day(fields.text("LISTED_ON")[:10]),
            ended_on=party.read_listing_day(fields.text("DELISTED_ON")[:10]),
        )
    )
    _add_lists(party, fields, kind)
    for name, label in _TEXTS:
        for child in fields.take(name):
            for value in list(child) or [child]:
                party.add_attribute(label, " ".join("".join(value.itertext()).split()))
    if comments := fields.text("COMMENTS1"):
        party.remarks.append(comments)
    fields.drop(_LEFT_OUT)
    audit(fields, party)
    return party


def _add_lists(party: PartyBuilder, fields: Fields, kind: str) -> None:
    for value in fields.inner("NATIONALITY"):
        party.add_country("".join(value.itertext()), "Nationality")
    for item in fields.take(f"{kind}_ALIAS"):
        _add_alias(party, Fields(item))
    for item in fields.take(f"{kind}_DATE_OF_BIRTH"):
        _add_birth(party, Fields(item))
    for item in fields.take(f"{kind}_PLACE_OF_BIRTH"):
        _add_birth_place(party, Fields(item))
    for item in fields.take(f"{kind}_ADDRESS"):
        _add_address(party, Fields(item))
    for item in fields.take(f"{kind}_DOCUMENT"):
        _add_document(party, Fields(item))


def _add_alias(party: PartyBuilder, fields: Fields) -> None:
    printed, quality, note = fields.text("ALIAS_NAME"), fields.text("QUALITY"), fields.text("NOTE")
    strength = _STRENGTHS.get(quality.lower(), "strong")
    if printed and quality.lower() not in _STRENGTHS:
        party.trouble("field_unknown", f"ALIAS/QUALITY: {quality or 'empty'}")
    names, remainder = split_alias(printed, note)
    for name in names:
        party.add_name(printed, strength, quality, text=name)
    party.add_attribute(f"note on the alias {names[0] if names else ''}".strip(), remainder)
    party.add_birth(fields.text("DATE_OF_BIRTH"))
    place = [fields.text(name) for name in ("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH")]
    party.add_birth_place(", ".join(part for part in place if part))
    audit(fields, party)


def _add_birth(party: PartyBuilder, fields: Fields) -> None:
    kind, note = fields.text("TYPE_OF_DATE"), fields.text("NOTE")
    first, last = fields.text("FROM_YEAR"), fields.text("TO_YEAR")
    stated = [part for name in ("DATE", "YEAR") if (part := fields.text(name))]
    for printed in stated:
        party.add_birth(printed[:10])
    if first and last:
        party.add_birth(f"{first} to {last}")
    elif first or last:
        party.add_birth(first or last)
    elif note and not stated:
        party.add_birth(note)
    if kind == "APPROXIMATELY":
        party.add_attribute("date of birth is approximate", ", ".join(stated) or note)
    if note and (stated or first or not read_births(note)):
        party.add_attribute("note on the date of birth", note)
    audit(fields, party)


def _add_birth_place(party: PartyBuilder, fields: Fields) -> None:
    parts = [part for name in ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY") if (part := fields.text(name))]
    party.add_birth_place(", ".join(parts))
    party.add_attribute("note on the place of birth", fields.text("NOTE"))
    audit(fields, party)


def _add_address(party: PartyBuilder, fields: Fields) -> None:
    parts = [fields.text(name) for name in _PLACE]
    country, note = fields.text("COUNTRY"), fields.text("NOTE")
    party.add_address(*parts, country=country)
    about = ", ".join(part for part in (*parts, country) if part)
    party.add_attribute("note on an address", f"{about}: {note}".strip(": ") if note else "")
    audit(fields, party)


def _add_document(party: PartyBuilder, fields: Fields) -> None:
    label = ", ".join(part for name in ("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2") if (part := fields.text(name)))
    number = fields.text("NUMBER")
    country = next((part for name in ("ISSUING_COUNTRY", "COUNTRY_OF_ISSUE") if (part := fields.text(name))), "")
    fields.drop(("COUNTRY_OF_ISSUE",))
    details = [(name, fields.text(name)) for name in ("DATE_OF_ISSUE", "CITY_OF_ISSUE", "NOTE")]
    if number:
        party.add_identifier(label or "Document", number, country)
    elif label:
        party.add_attribute("Document without a number", ", ".join(part for part in (label, country) if part))
    said = "; ".join(f"{name.lower().replace('_', ' ')} {value}" for name, value in details if value)
    if said:
        party.add_attribute("note on a document", f"{label} {number}: {said}".strip())
    audit(fields, party)
