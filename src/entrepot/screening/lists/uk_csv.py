"""The UK Sanctions List and OFSI's older consolidated list as CSV: one row a name, grouped by the entry's key."""

import re
from dataclasses import dataclass
from datetime import date

from entrepot.errors import InputError
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.days import read_day
from entrepot.screening.lists.delimited import read_rows
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.uk import UkEntry, UkName, build_party

_KEYS = ("unique id", "group id")
_HEADER_ROWS = 12
_NAME_COLUMNS = tuple(f"name {number}" for number in (1, 2, 3, 4, 5, 6))
_KIND = ("designation type", "group type", "individual, entity, ship")
_DAY = ("date designated", "uk sanctions list date designated", "listed on")
_NUMBERS = (
    ("passport number", ("passport additional information", "passport details")),
    ("national identifier number", ("national identifier additional information",)),
    ("national identification number", ("national identification details",)),
    ("ni number", ()),
    ("business registration number (s)", ()),
    ("imo number", ()),
    ("hull identification number (hin)", ()),
)
_TEXTS = (
    "title", "position", "gender", "type of entity", "subsidiaries", "parent company", "current owner/operator (s)",
    "previous owner/operator (s)", "previous flags", "type of ship", "tonnage of ship", "length of ship", "year built",
    "phone number", "website", "email address", "ofsi group id", "un reference number", "last updated",
    "date trust services sanctions imposed",
)  # fmt: skip
_REMARKS = ("other information", "uk statement of reasons")
_EMPTY = frozenset({"", "n/a", "na", "unknown", "-"})


@dataclass(frozen=True, slots=True)
class UkCsvReader:
    """Reads both forms of UK list: their columns have different names for the same things."""

    format: str = "UK Sanctions List CSV"

    def sniff(self, head: str) -> bool:
        """True where one of the first rows is a header with Name 6 and the key of either form."""
        return bool(re.search(r"\bName 6\b", head) and re.search(r"\b(Unique|Group) ID\b", head))

    def read(self, task: ListTask) -> ListDraft:
        """The parties in the order of their first row; the day of the report stands in the line before the header."""
        rows = list(read_rows(task.text))
        place = _header_row(rows, task.file.name)
        header = [cell.strip().lower() for cell in rows[place]]
        book = Notebook()
        entries: dict[str, UkEntry] = {}
        for number, row in enumerate(rows[place + 1 :], start=place + 2):
            _take_row(row, header, number, entries, book)
        is_old = "unique id" not in header
        name = task.name_or("gb-ofsi" if is_old else "gb-sanctions")
        built = (build_party(entry, name, book).build() for entry in entries.values())
        return ListDraft(
            name=name,
            title="OFSI Consolidated List of Financial Sanctions Targets" if is_old else "UK Sanctions List",
            published=_report_day(rows[:place]),
            rows=len(rows) - place - 1,
            parties=tuple(party for party in built if party),
            issues=book.list_issues(),
        )


def _header_row(rows: list[list[str]], name: str) -> int:
    for place, row in enumerate(rows[:_HEADER_ROWS]):
        cells = {cell.strip().lower() for cell in row}
        if "name 6" in cells and cells & set(_KEYS):
            return place
    raise InputError(f"{name} has no row of column names with “Name 6” and “Unique ID”; fetch the list again.")


def _report_day(rows: list[list[str]]) -> date | None:
    words = " ".join(cell for row in rows for cell in row)
    found = re.search(r"\d{1,2}[/-]\w{2,9}[/-]\d{4}|\d{4}-\d{2}-\d{2}", words)
    return read_day(found[0]) if found else None


def _take_row(row: list[str], header: list[str], number: int, entries: dict[str, UkEntry], book: Notebook) -> None:
    if len(row) < len(header):
        book.note("row_unreadable", f"A row has {len(row)} columns in place of {len(header)}", f"row {number}")
        return
    cells = {name: _value(cell) for name, cell in zip(header, row, strict=False)}
    key = next((value for name in _KEYS if (value := cells.pop(name, ""))), "")
    if not key:
        book.note("row_unreadable", "A row has no key", f"row {number}")
        return
    entry = entries.setdefault(key, UkEntry(key=key))
    _take_cells(entry, cells)
    entry.unknown.extend((name, value) for name, value in cells.items() if name and value)


def _value(cell: str) -> str:
    plain = cell.strip()
    return "" if plain.lower() in _EMPTY else plain


def _take(cells: dict[str, str], *names: str) -> str:
    """The first of the columns that has a value; all of them count as taken."""
    values = [cells.pop(name, "") for name in names]
    return next((value for value in values if value), "")


def _take_cells(entry: UkEntry, cells: dict[str, str]) -> None:
    entry.kind = _take(cells, *_KIND) or entry.kind
    parts = tuple(cells.pop(name, "") for name in _NAME_COLUMNS)
    kind, quality = _take(cells, "name type", "alias type"), _take(cells, "alias strength", "alias quality")
    if any(parts):
        entry.names.append(UkName(parts=parts, kind=kind, quality=quality))
    script, language = cells.pop("non-latin script type", ""), cells.pop("non-latin script language", "")
    if text := cells.pop("name non-latin script", ""):
        entry.scripts.append((text, script, language))
    _take_address(entry, cells)
    _take_person(entry, cells)
    for label, beside in _NUMBERS:
        value = cells.pop(label, "")
        if value:
            entry.numbers.append((label, value, ""))
        entry.texts.extend((name, text) for name in beside if (text := cells.pop(name, "")))
    entry.texts.extend((label, text) for label in _TEXTS if (text := cells.pop(label, "")))
    entry.remarks.extend(text for name in _REMARKS if (text := cells.pop(name, "")))
    act = (
        _take(cells, "regime name", "regime"),
        cells.pop("designation source", ""),
        cells.pop("sanctions imposed", ""),
        _take(cells, *_DAY),
    )
    if any(act):
        entry.designations.append(act)


def _take_address(entry: UkEntry, cells: dict[str, str]) -> None:
    lines = [_take(cells, f"address line {number}", f"address {number}") for number in range(1, 7)]
    lines.append(_take(cells, "address postal code", "post/zip code"))
    country = _take(cells, "address country", "country")
    if any(lines) or country:
        entry.addresses.append((tuple(lines), country))


def _take_person(entry: UkEntry, cells: dict[str, str]) -> None:
    if birth := _take(cells, "d.o.b", "dob"):
        entry.births.append(birth)
    place = (_take(cells, "town of birth"), _take(cells, "country of birth"))
    if any(place):
        entry.birth_places.append(place)
    for name in ("nationality(/ies)", "nationality", "current believed flag of ship"):
        if value := cells.pop(name, ""):
            entry.countries.append((name, value))
