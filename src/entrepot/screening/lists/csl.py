"""The US Consolidated Screening List: thirteen lists of three departments in one CSV file."""

import re
from dataclasses import dataclass
from datetime import date

from entrepot.model.listing import Designation, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.csl_numbers import add_numbers
from entrepot.screening.lists.delimited import header_of, read_rows
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.party import PartyBuilder

_COLUMNS = (
    "_id source entity_number type programs name title addresses federal_register_notice start_date end_date "
    "standard_order license_requirement license_policy call_sign vessel_type gross_tonnage gross_registered_tonnage "
    "vessel_flag vessel_owner remarks alt_names citizenships dates_of_birth nationalities places_of_birth ids"
).split()
_WANTED = {"_id", "source", "name", "federal_register_notice", "license_requirement", "license_policy"}
_KINDS: dict[str, PartyKind] = {
    "individual": "person",
    "entity": "organisation",
    "vessel": "vessel",
    "aircraft": "aircraft",
    "": "unknown",
}
_PLAIN_TEXTS = (
    ("title", "Title"),
    ("vessel_type", "Vessel type"),
    ("gross_tonnage", "Tonnage"),
    ("gross_registered_tonnage", "Gross registered tonnage"),
    ("vessel_owner", "Vessel owner"),
)
_LEFT_OUT = ("source_list_url", "source_information_url")
"""Short links, the same for every entry of a list; the list itself is named by its source."""

_TERMS = (
    ("license_requirement", "licence requirement"),
    ("license_policy", "licence policy"),
    ("standard_order", "standard order"),
)
_SHORT = re.compile(r"\(([A-Z][A-Za-z-]*?)(?: List)?\)")
_SOURCE = re.compile(r"(?P<title>.+?)(?: \((?P<short>[^()]+)\))?(?P<rest> List)? - (?P<department>.+)")
_COUNTRY_AT_END = re.compile(r"(?:^|.*, )([A-Z]{2})$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ScreeningListReader:
    """Reads the CSV of the Consolidated Screening List; the name of the single list stays with each designation."""

    format: str = "US Consolidated Screening List CSV"

    def sniff(self, head: str) -> bool:
        """True where the header has the columns that only this list has."""
        return set(header_of(head)) >= _WANTED

    def read(self, task: ListTask) -> ListDraft:
        """The parties, one a row: an entity that stands in several of the lists stands here as often."""
        rows = read_rows(task.text)
        header = [cell.strip().lstrip("\ufeff") for cell in next(rows)]
        book = Notebook()
        name = task.name_or("us-csl")
        parties, count = [], 0
        for count, row in enumerate(rows, start=1):
            if len(row) != len(header):
                book.note("row_unreadable", f"A row has {len(row)} columns in place of {len(header)}", f"row {count}")
                continue
            if party := _party(dict(zip(header, row, strict=True)), name, book, count).build():
                parties.append(party)
        return ListDraft(
            name=name,
            title="Consolidated Screening List",
            rows=count,
            parties=tuple(parties),
            issues=book.list_issues(),
        )


def _key(cells: dict[str, str], number: int) -> str:
    """The list's own key. OFAC's numbers come again where an entity stands in several lists; only SDN keeps them bare.

    That holds whether or not the entity stands in SDN too, so that a key does not change when it is added there.
    """
    key = cells.pop("_id").strip() or f"row-{number}"
    if cells.get("entity_number", "").strip() != key:
        return key
    short = _SHORT.search(cells["source"])
    return key if short is None or short[1] == "SDN" else f"{key}:{short[1]}"


def _party(row: dict[str, str], list_name: str, book: Notebook, number: int) -> PartyBuilder:
    cells = {**dict.fromkeys(_COLUMNS, ""), **{name: value.strip() for name, value in row.items()}}
    key = _key(cells, number)
    kind_word = cells.pop("type").lower()
    party = PartyBuilder(book, list_name, key, _KINDS.get(kind_word, "unknown"))
    if kind_word not in _KINDS:
        party.trouble("kind_unknown", kind_word)
    party.add_family_name_first(cells.pop("name"))
    for alias in _split(cells.pop("alt_names")):
        party.add_family_name_first(alias, "strong", "alt name")
    _add_person(party, cells)
    for address in _split(cells.pop("addresses")):
        country = _COUNTRY_AT_END.match(address)
        party.add_address(address, country=country[1] if country else "")
    if call_sign := cells.pop("call_sign"):
        party.add_identifier("Call sign", call_sign)
    if flag := cells.pop("vessel_flag"):
        party.add_country(flag, "Vessel flag")
    for column, label in _PLAIN_TEXTS:
        party.add_attribute(label, cells.pop(column))
    add_numbers(party, cells.pop("ids"))
    _add_designations(party, cells)
    party.add_attribute("OFAC number", cells.pop("entity_number"))
    if remarks := cells.pop("remarks"):
        party.remarks.append(remarks)
    _audit(party, cells)
    return party


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("; ") if part.strip(" ;")]


def _add_person(party: PartyBuilder, cells: dict[str, str]) -> None:
    for day in _split(cells.pop("dates_of_birth")):
        party.add_birth(day)
    for place in _split(cells.pop("places_of_birth")):
        party.add_birth_place(place)
    for column in ("nationalities", "citizenships"):
        for country in _split(cells.pop(column)):
            party.add_country(country, column)


def _add_designations(party: PartyBuilder, cells: dict[str, str]) -> None:
    """One designation for each programme; a list without programmes is its own."""
    source = cells.pop("source")
    match = _SOURCE.fullmatch(source)
    programmes = _split(cells.pop("programs")) or [match["title"] if match else source]
    begins = party.read_listing_day(cells.pop("start_date"))
    ends = party.read_listing_day(cells.pop("end_date"))
    citation = cells.pop("federal_register_notice")
    terms = tuple((label, cells.pop(column)) for column, label in _TERMS)
    for programme in programmes:
        party.add_designation(_designation(programme, source, begins, ends, citation, terms))


def _designation(
    programme: str,
    source: str,
    begins: date | None,
    ends: date | None,
    citation: str,
    terms: tuple[tuple[str, str], ...],
) -> Designation:
    return Designation(
        programme=programme,
        authority=source,
        listed_on=begins,
        ended_on=ends,
        citation=citation,
        terms=tuple((label, " ".join(value.split())) for label, value in terms if value),
    )


def _audit(party: PartyBuilder, cells: dict[str, str]) -> None:
    for column in _LEFT_OUT:
        cells.pop(column, None)
    for column, value in cells.items():
        party.trouble("field_unknown", column)
        party.add_attribute(column, value)
