"""One row of a table to the fields of a party."""

import csv
import re
from collections.abc import Mapping
from datetime import datetime

from entrepot.model.listing import Designation, NameStrength, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.mapping import KIND_WORDS, NAME_FIELDS, NUMBER_FIELDS, ColumnMap
from entrepot.screening.lists.party import PartyBuilder

Cells = Mapping[str, str]
_SHIP = re.compile(r"IMO\W?\d{7}", re.IGNORECASE)


def key_of(cells: Cells, column_map: ColumnMap) -> str:
    """The entry's key: its columns joined by a stroke, "" where they are empty or none is named."""
    parts = [cells[column] for column in column_map.columns.get("id", ())]
    return "/".join(part for part in parts if part) if parts and parts[-1] else ""


def kind_of(cells: Cells, column_map: ColumnMap, book: Notebook, key: str) -> PartyKind:
    """The kind that the row says, by the mapping's words or the usual ones."""
    word = next(iter(_values(cells, column_map, "kind")), "").lower()
    if word in column_map.kinds:
        return column_map.kinds[word]
    if word not in KIND_WORDS:
        book.note("kind_unknown", word, key)
    return KIND_WORDS.get(word, "unknown")


def add_row(party: PartyBuilder, cells: Cells, column_map: ColumnMap) -> None:
    """The party with all that the row says; what no field takes stays as attributes under the column's name."""
    _add_names(party, cells, column_map)
    for birth in _values(cells, column_map, "birth"):
        party.add_birth(_day(birth, column_map), column_map.date_order)
    for place in _values(cells, column_map, "birth_place"):
        party.add_birth_place(place)
    for country in _values(cells, column_map, "country"):
        party.add_country(country)
    for address in _values(cells, column_map, "address"):
        party.add_address(address)
    for name, kind in NUMBER_FIELDS.items():
        for column in column_map.columns.get(name, ()):
            for value in _split(cells[column], column_map.separators.get(name, "")):
                found = "imo" if kind == "other" and _SHIP.fullmatch(value) else kind
                party.add_identifier(column if column_map.has_header else name, value, kind=found)
    for remark in _values(cells, column_map, "remarks"):
        if remark not in party.remarks:
            party.remarks.append(remark)
    _add_designation(party, cells, column_map)
    _add_sight(party, cells, column_map)
    taken = {column for columns in column_map.columns.values() for column in columns}
    taken |= column_map.ignored | set(column_map.terms.values()) | {column_map.strength_column}
    for column, value in cells.items():
        if column not in taken:
            party.add_attribute(column, value)


def _add_names(party: PartyBuilder, cells: Cells, column_map: ColumnMap) -> None:
    said = column_map.strengths.get(cells.get(column_map.strength_column, "").lower())
    has_strengths = bool(column_map.strength_column)
    for name, (usual, kind) in NAME_FIELDS.items():
        columns = column_map.columns.get(name, ())
        if name == "name":
            strength: NameStrength = said or ("strong" if has_strengths else usual)
            printed = " ".join(cells[column] for column in columns if cells[column])
            found = _split(printed, column_map.separators.get(name, ""))
        else:
            strength, found = usual, _values(cells, column_map, name)
        for one in found:
            if column_map.is_family_first:
                party.add_family_name_first(one, strength, kind)
            else:
                party.add_name(one, strength, kind)


def _add_designation(party: PartyBuilder, cells: Cells, column_map: ColumnMap) -> None:
    """One designation a programme; none where the row says nothing of any."""
    programmes = _values(cells, column_map, "programme")
    authority, citation = (", ".join(_values(cells, column_map, name)) for name in ("authority", "citation"))
    begins, ends = (
        party.read_listing_day(_day(value, column_map), column_map.date_order) if value else None
        for value in (next(iter(_values(cells, column_map, name)), "") for name in ("listed_on", "ended_on"))
    )
    terms = tuple((label, value) for label, column in column_map.terms.items() if (value := cells[column]))
    if not (programmes or authority or citation or begins or ends or terms):
        return
    for programme in programmes or [""]:
        party.add_designation(
            Designation(
                programme=programme,
                authority=authority,
                listed_on=begins,
                ended_on=ends,
                citation=citation,
                terms=terms,
            )
        )


def _add_sight(party: PartyBuilder, cells: Cells, column_map: ColumnMap) -> None:
    first, last = (next(iter(_values(cells, column_map, name)), "")[:10] for name in ("first_seen", "last_seen"))
    begins = party.read_listing_day(first)
    if begins:
        party.seen = (begins, party.read_listing_day(last))


def _values(cells: Cells, column_map: ColumnMap, name: str) -> list[str]:
    """The values of a field: of all its columns, parted by its separator, else the constant."""
    separator = column_map.separators.get(name, "")
    found = [
        value for column in column_map.columns.get(name, ()) for value in _split(cells[column], separator)
    ]  # fmt: skip
    constant = column_map.constants.get(name, "")
    return found or ([constant] if constant else [])


def _split(cell: str, separator: str) -> list[str]:
    """The values of a cell; a value in quotation marks may hold the separator itself."""
    if not separator or separator not in cell:
        return [cell] if cell else []
    if '"' in cell and len(separator) == 1 and cell.count('"') % 2 == 0:
        parts = next(csv.reader([" ".join(cell.split())], delimiter=separator, skipinitialspace=True))
    else:
        parts = cell.split(separator)
    return [part.strip() for part in parts if part.strip()]


def _day(printed: str, column_map: ColumnMap) -> str:
    """A date in one of the mapping's formats as an ISO day; the text itself where it has none of them."""
    return next((day for one in column_map.date_formats if (day := _by_format(printed, one))), printed)


def _by_format(printed: str, form: str) -> str:
    try:
        return datetime.strptime(printed, form).date().isoformat()
    except ValueError:
        return ""
