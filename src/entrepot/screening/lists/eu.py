"""The EU's consolidated list of financial sanctions (Financial Sanctions Files, XML schema 1.1)."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from entrepot.model.listing import Designation, IdentifierKind, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.days import read_day
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.party import PartyBuilder
from entrepot.screening.lists.xml import Fields, audit, local_name, parse_xml, root_of

AUTHORITY = "Council of the European Union"
_KINDS: dict[str, PartyKind] = {"person": "person", "p": "person", "enterprise": "organisation", "e": "organisation"}
_LEFT_OUT = ("logicalId", "regulationLanguage", "regulationSummary", "countryDescription", "regionDescription")
"""Keys of parts, the language of the legal text, the act that changed the part (the entry's own acts are kept whole),
and the name of a country whose code is read."""

_NUMBER_KINDS: dict[str, IdentifierKind] = {
    "passport": "passport",
    "id": "national_id",
    "ssn": "national_id",
    "regnumber": "registration",
    "tax": "tax",
    "fiscalcode": "tax",
    "swiftbic": "swift",
    "imo": "imo",
}
_NUMBER_FLAGS = ("diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer")
_UNKNOWN_COUNTRY = "00"


@dataclass(frozen=True, slots=True)
class EuReader:
    """Reads export files of the FSF; a name that is not strong is weak."""

    format: str = "EU Financial Sanctions Files XML"

    def sniff(self, head: str) -> bool:
        """True where the root is export and the file holds sanction entities or has their namespace."""
        return root_of(head) == "export" and ("sanctionEntity" in head or "fpi/fsd/export" in head)

    def read(self, task: ListTask) -> ListDraft:
        """The parties, keyed by their EU reference number."""
        root = parse_xml(task.file)
        entries = [child for child in root if local_name(child.tag) == "sanctionEntity"]
        book = Notebook()
        name = task.name_or("eu-fsf")
        built = (_party(entry, name, book).build() for entry in entries)
        return ListDraft(
            name=name,
            title="Consolidated list of persons, groups and entities subject to EU financial sanctions",
            published=read_day(root.get("generationDate", "")[:10]),
            rows=len(entries),
            parties=tuple(party for party in built if party),
            issues=book.list_issues(),
        )


def _party(entry: Element, list_name: str, book: Notebook) -> PartyBuilder:
    fields = Fields(entry)
    reference, logical = fields.attribute("euReferenceNumber"), fields.attribute("logicalId")
    subject = [Fields(item) for item in fields.take("subjectType")]
    word = next((one.attribute("code") or one.attribute("classificationCode") for one in subject), "")
    party = PartyBuilder(book, list_name, reference or logical, _KINDS.get(word.lower(), "unknown"))
    if word.lower() not in _KINDS:
        party.trouble("kind_unknown", word or "no subject type")
    for item in fields.take("nameAlias"):
        _add_name(party, Fields(item))
    for item in fields.take("citizenship"):
        inner = Fields(item)
        _country(party, inner, "citizenship")
        _finish(party, inner, "citizenship")
    for item in fields.take("birthdate"):
        _add_birth(party, Fields(item))
    for item in fields.take("identification"):
        _add_number(party, Fields(item))
    for item in fields.take("address"):
        _add_address(party, Fields(item))
    _add_designations(party, fields)
    party.add_attribute("Designation details", fields.attribute("designationDetails"))
    party.add_attribute("United Nations reference", fields.attribute("unitedNationId"))
    party.add_attribute("Logical id", logical)
    party.remarks.extend(fields.texts("remark"))
    audit(fields, party)
    return party


def _finish(party: PartyBuilder, inner: Fields, what: str) -> None:
    """Keeps the remarks on a part, leaves out what is left out on purpose, and reports the rest."""
    for remark in inner.texts("remark"):
        party.add_attribute(f"remark on {what}", remark)
    inner.drop(_LEFT_OUT)
    audit(inner, party)


def _country(party: PartyBuilder, inner: Fields, label: str) -> str:
    """The country by its code; by its name where the code is the file's mark for an unknown one."""
    code, name = inner.attribute("countryIso2Code"), inner.attribute("countryDescription")
    party.add_attribute(f"{label}: region", inner.attribute("region"))
    printed = name if code in ("", _UNKNOWN_COUNTRY) else code
    return party.add_country(printed, label) if printed.lower() not in ("", "unknown") else ""


def _add_name(party: PartyBuilder, inner: Fields) -> None:
    parts = [inner.attribute(name) for name in ("firstName", "middleName", "lastName")]
    printed = inner.attribute("wholeName") or " ".join(part for part in parts if part)
    is_strong = inner.attribute("strong").lower() != "false"
    language = inner.attribute("nameLanguage").lower()
    is_first = is_strong and not party.has_name
    party.add_name(printed, "primary" if is_first else "strong" if is_strong else "weak", "", language)
    for name, label in (("function", "Function"), ("title", "Title"), ("gender", "Gender")):
        party.add_attribute(label, inner.attribute(name))
    _finish(party, inner, f"the name {printed}")


def _add_birth(party: PartyBuilder, inner: Fields) -> None:
    day, circa = inner.attribute("birthdate"), inner.attribute("circa").lower() == "true"
    year, month, of_month = (inner.attribute(name) for name in ("year", "monthOfYear", "dayOfMonth"))
    first, last = inner.attribute("yearRangeFrom"), inner.attribute("yearRangeTo")
    calendar = inner.attribute("calendarType")
    parts = [part.zfill(2) for part in (month, of_month) if part and part != "0"]
    printed = day or "-".join([year, *parts] if len(parts) == 2 or (parts and month) else [year])
    if first and last:
        printed = f"{first} to {last}"
    if calendar.lower() in ("", "gregorian"):
        party.add_birth(printed)
    else:
        party.add_attribute(f"date of birth ({calendar.lower()} calendar)", printed)
    if circa:
        party.add_attribute("date of birth is approximate", printed)
    place = [part for name in ("place", "city", "zipCode") if (part := inner.attribute(name))]
    country = inner.attribute("countryDescription") or inner.attribute("countryIso2Code")
    inner.drop(("countryIso2Code",))
    place.append(inner.attribute("region"))
    place.append("" if country.lower() in ("unknown", _UNKNOWN_COUNTRY) else country)
    party.add_birth_place(", ".join(part for part in dict.fromkeys(place) if part))
    _finish(party, inner, "the date of birth")


def _add_number(party: PartyBuilder, inner: Fields) -> None:
    code, words = inner.attribute("identificationTypeCode"), inner.attribute("identificationTypeDescription")
    number, latin = inner.attribute("number"), inner.attribute("latinNumber")
    country = inner.attribute("countryIso2Code")
    label = words or code
    if value := number or latin:
        known = "" if country == _UNKNOWN_COUNTRY else country
        party.add_identifier(label, value, known, _NUMBER_KINDS.get(code.lower()))
    if latin and latin != number:
        party.add_attribute(f"{label}: in Latin letters", latin)
    flags = [flag for flag in _NUMBER_FLAGS if inner.attribute(flag).lower() == "true"]
    party.add_attribute(f"{label}: marks", f"{number}: {', '.join(flags)}" if flags else "")
    details = ("issuedBy", "issuedDate", "issueDate", "validFrom", "validTo", "nameOnDocument", "region")
    for name in details:
        if value := inner.attribute(name):
            party.add_attribute(f"{label}: {name}", f"{number}: {value}")
    _finish(party, inner, f"the {label} {number}")


def _add_address(party: PartyBuilder, inner: Fields) -> None:
    names = ("street", "poBox", "zipCode", "city", "place", "region")
    parts = [inner.attribute(name) for name in names]
    code, name = inner.attribute("countryIso2Code"), inner.attribute("countryDescription")
    known = "" if code in ("", _UNKNOWN_COUNTRY) else code
    party.add_address(*parts, country=known or ("" if name.lower() == "unknown" else name))
    for label in ("asAtListingTime", "contactInfo"):
        party.add_attribute(f"address: {label}", inner.attribute(label).replace("false", ""))
    for contact in inner.take("contactInfo"):
        one = Fields(contact)
        party.add_attribute(one.attribute("key") or "contact", one.attribute("value") or "".join(contact.itertext()))
    _finish(party, inner, "an address")


def _add_designations(party: PartyBuilder, fields: Fields) -> None:
    """One designation for each legal act; the day of listing is the entry's own, else that of an act that is none of
    amendment.
    """
    designated = party.read_listing_day(fields.attribute("designationDate"))
    acts = [Fields(item) for item in fields.take("regulation")]
    for act in acts:
        published = party.read_listing_day(act.attribute("publicationDate"))
        in_force = party.read_listing_day(act.attribute("entryIntoForceDate"))
        sort = [act.attribute(name) for name in ("organisationType", "regulationType")]
        # The act named is often the last amendment, whose day says nothing of when the party was first listed.
        since = None if sort[1] == "amendment" else in_force or published
        terms = (
            ("type of act", " ".join(part for part in sort if part)),
            ("published on", published.isoformat() if published else ""),
            ("in force on", in_force.isoformat() if in_force else ""),
            ("address", act.text("publicationUrl")),
        )
        party.add_designation(
            Designation(
                programme=act.attribute("programme"),
                authority=AUTHORITY,
                listed_on=designated or since,
                citation=act.attribute("numberTitle"),
                terms=tuple((label, value) for label, value in terms if value),
            )
        )
        _finish(party, act, "the act")
    if not acts and designated:
        party.add_designation(Designation(programme="", authority=AUTHORITY, listed_on=designated))
