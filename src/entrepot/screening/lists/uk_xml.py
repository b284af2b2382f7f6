"""The UK Sanctions List as XML (Designations with one Designation a party)."""

from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.days import read_day
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.uk import UkEntry, UkName, build_party
from entrepot.screening.lists.xml import Fields, local_name, parse_xml, root_of, text_of

_LEFT_OUT = ("SanctionsImposedIndicators",)
"""One true or false for each measure: the same as SanctionsImposed, which is kept."""

_TEXTS = (
    ("LastUpdated", "last updated"),
    ("OFSIGroupID", "ofsi group id"),
    ("UNReferenceNumber", "un reference number"),
)
_LISTS = (
    ("Titles", "title"),
    ("PhoneNumbers", "phone number"),
    ("EmailAddresses", "email address"),
    ("Websites", "website"),
    ("Genders", "gender"),
    ("Positions", "position"),
    ("TypeOfEntities", "type of entity"),
    ("ParentCompanies", "parent company"),
    ("Subsidiaries", "subsidiaries"),
    ("CurrentOwnerOperators", "current owner/operator (s)"),
    ("PreviousOwnerOperators", "previous owner/operator (s)"),
    ("PreviousFlags", "previous flags"),
    ("TypeOfShipDetails", "type of ship"),
    ("TonnageOfShipDetails", "tonnage of ship"),
    ("LengthOfShipDetails", "length of ship"),
    ("YearsBuilt", "year built"),
)
_NUMBER_LISTS = (
    ("BusinessRegistrationNumbers", "business registration number"),
    ("IMONumbers", "imo number"),
    ("HullIdentificationNumbers", "hull identification number (HIN)"),
)
_DOCUMENTS = (
    ("PassportDetails", "passport number", "PassportNumber", "PassportAdditionalInformation"),
    (
        "NationalIdentifierDetails",
        "national identifier number",
        "NationalIdentifierNumber",
        "NationalIdentifierAdditionalInformation",
    ),
)
_DETAILS = ("IndividualDetails", "EntityDetails", "ShipDetails")


@dataclass(frozen=True, slots=True)
class UkXmlReader:
    """Reads Designations files of the Foreign, Commonwealth and Development Office."""

    format: str = "UK Sanctions List XML"

    def sniff(self, head: str) -> bool:
        """True where the root is Designations."""
        return root_of(head) == "Designations"

    def read(self, task: ListTask) -> ListDraft:
        """The parties, keyed by their unique ID."""
        root = parse_xml(task.file)
        found = [child for child in root if local_name(child.tag) == "Designation"]
        book = Notebook()
        name = task.name_or("gb-sanctions")
        built = (build_party(_entry(one), name, book).build() for one in found)
        return ListDraft(
            name=name,
            title="UK Sanctions List",
            published=_generated(root),
            rows=len(found),
            parties=tuple(party for party in built if party),
            issues=book.list_issues(),
        )


def _generated(root: Element) -> date | None:
    stated = [text_of(child) for child in root if local_name(child.tag) in ("DateGenerated", "ReportDate")]
    stated += [value for key, value in root.attrib.items() if local_name(key) in ("DateGenerated", "ReportDate")]
    return next((day for text in stated if (day := read_day(text.partition("T")[0].partition(" ")[0]))), None)


def _entry(element: Element) -> UkEntry:
    fields = Fields(element)
    entry = UkEntry(key=fields.text("UniqueID"), kind=fields.text("IndividualEntityShip"))
    _take_names(entry, fields)
    for item in fields.inner("Addresses"):
        inner = Fields(item)
        lines = [inner.text(f"AddressLine{number}") for number in range(1, 7)]
        entry.addresses.append(((*lines, inner.text("AddressPostalCode")), inner.text("AddressCountry")))
        _keep_left(entry, inner)
    entry.texts.extend((label, text) for name, label in _TEXTS if (text := fields.text(name)))
    entry.remarks.extend(text for name in ("OtherInformation", "UKStatementofReasons") if (text := fields.text(name)))
    regime, source = fields.text("RegimeName"), fields.text("DesignationSource")
    entry.designations.append((regime, source, fields.text("SanctionsImposed"), fields.text("DateDesignated")))
    _take_details(entry, fields)
    for details in _DETAILS:
        for item in fields.inner(details):
            inner = Fields(item)
            _take_details(entry, inner)
            _keep_left(entry, inner)
    fields.drop(_LEFT_OUT)
    _keep_left(entry, fields)
    return entry


def _keep_left(entry: UkEntry, fields: Fields) -> None:
    entry.unknown.extend((f"{fields.name}/{name}", text) for name, text in fields.left())


def _take_names(entry: UkEntry, fields: Fields) -> None:
    for item in fields.inner("Names"):
        inner = Fields(item)
        parts = tuple(inner.text(f"Name{number}") for number in range(1, 7))
        name = UkName(parts=parts, kind=inner.text("NameType"), quality=inner.text("AliasStrength"))
        if any(parts):
            entry.names.append(name)
        _keep_left(entry, inner)
    for item in fields.inner("NonLatinNames"):
        inner = Fields(item)
        text, script = inner.text("NameNonLatinScript"), inner.text("NonLatinScriptType")
        if text:
            entry.scripts.append((text, script, inner.text("NonLatinScriptLanguage")))
        _keep_left(entry, inner)


def _take_details(entry: UkEntry, fields: Fields) -> None:
    for name, label in _LISTS:
        entry.texts.extend((label, text) for item in fields.inner(name) if (text := text_of(item)))
    for name, label in _NUMBER_LISTS:
        entry.numbers.extend((label, text, "") for item in fields.inner(name) if (text := text_of(item)))
    for name, label, number, further in _DOCUMENTS:
        for item in fields.inner(name):
            inner = Fields(item)
            if text := inner.text(number):
                entry.numbers.append((label, text, ""))
            entry.texts.extend((further, text) for text in inner.texts(further))
            _keep_left(entry, inner)
    entry.births.extend(text for item in fields.inner("DOBs") if (text := text_of(item)))
    for name, label in (("Nationalities", "nationality"), ("CurrentBelievedFlagOfShips", "flag of ship")):
        entry.countries.extend((label, text) for item in fields.inner(name) if (text := text_of(item)))
    for item in fields.inner("BirthDetails"):
        inner = Fields(item)
        entry.birth_places.append((inner.text("TownOfBirth"), inner.text("CountryOfBirth")))
        _keep_left(entry, inner)
