"""Canada's consolidated list of autonomous sanctions (SEMA and JVCFOA, XML)."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from entrepot.model.listing import Designation, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.canada_names import split_aliases, split_entity
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.party import PartyBuilder
from entrepot.screening.lists.xml import Fields, audit, local_name, parse_xml, root_of

AUTHORITY = "Global Affairs Canada"
_SHORT = re.compile(r"\(([A-Z]{3,})\)")


@dataclass(frozen=True, slots=True)
class CanadaReader:
    """Reads data-set files of Canada.

    Their element Country names the regulations under which a party is listed, not a country of the party: under
    "Ukraine" stand Russians too. It is read as the programme and never as a country.
    """

    format: str = "Canadian sanctions XML"

    def sniff(self, head: str) -> bool:
        """True where the root is data-set and its records have Canada's elements."""
        return root_of(head) == "data-set" and "<record" in head and ("<Country>" in head or "<Schedule>" in head)

    def read(self, task: ListTask) -> ListDraft:
        """The parties, keyed by regulations, schedule and item, as the file has no key of its own."""
        root = parse_xml(task.file)
        records = [child for child in root if local_name(child.tag) == "record"]
        book = Notebook()
        name = task.name_or("ca-sema")
        built = (_party(record, name, book).build() for record in records)
        return ListDraft(
            name=name,
            title="Consolidated Canadian Autonomous Sanctions List",
            rows=len(records),
            parties=tuple(party for party in built if party),
            issues=book.list_issues(),
        )


def _party(record: Element, list_name: str, book: Notebook) -> PartyBuilder:
    fields = Fields(record)
    regulations, schedule, item = fields.text("Country"), fields.text("Schedule"), fields.text("Item")
    programme = regulations.partition(" / ")[0]
    short = _SHORT.search(programme)
    key = "/".join(part for part in (short[1] if short else programme, schedule, item) if part)
    family, given, entity = fields.text("LastName"), fields.text("GivenName"), fields.text("EntityOrShip")
    number = fields.text("ShipIMONumber")
    kind: PartyKind = "vessel" if number else "organisation" if entity and not (family or given) else "person"
    party = PartyBuilder(book, list_name, key, kind)
    _add_names(party, family, given, entity, fields.text("Aliases"))
    if number:
        party.add_identifier("Ship IMO number", number, kind="imo")
    party.add_attribute("Title" if kind == "person" else "Ship type", fields.text("TitleOrShip"))
    day = fields.text("DateOfBirthOrShipBuildDate")
    if kind == "person":
        party.add_birth(day)
    else:
        party.add_attribute("Ship build date", day)
    party.add_designation(
        Designation(
            programme=programme,
            authority=AUTHORITY,
            listed_on=party.read_listing_day(fields.text("DateOfListing")),
            citation=f"Schedule {schedule}, item {item}" if schedule else f"Item {item}" if item else "",
        )
    )
    audit(fields, party)
    return party


def _add_names(party: PartyBuilder, family: str, given: str, entity: str, aliases: str) -> None:
    if family or given:
        printed = ", ".join(part for part in (family, given) if part)
        party.add_name(printed, text=f"{given} {family}".strip())
    for place, name in enumerate(split_entity(entity)):
        party.add_name(entity, "primary" if place == 0 else "strong", "" if place == 0 else "also known as", text=name)
    others = split_aliases(aliases, is_person=party.kind == "person")
    for alias in others:
        party.add_name(aliases, "weak" if alias.is_weak else "strong", "alias", alias.language, text=alias.text)
    if any(alias.is_doubtful for alias in others):
        party.trouble("name_unsplit", aliases)
