"""OFAC's CSV files: sdn.csv or cons_prim.csv, with other names, addresses and long remarks in files beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from entrepot.errors import InputError
from entrepot.model.listing import Designation, ListedParty, PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.delimited import read_rows
from entrepot.screening.lists.files import decode_text
from entrepot.screening.lists.interface import ListDraft, ListFile, ListTask
from entrepot.screening.lists.ofac_remarks import apply_remarks
from entrepot.screening.lists.party import PartyBuilder

AUTHORITY = "US Department of the Treasury, Office of Foreign Assets Control"
_COLUMNS = 12
OFAC_KINDS: dict[str, PartyKind] = {
    "individual": "person",
    "vessel": "vessel",
    "aircraft": "aircraft",
    "": "organisation",
    "entity": "organisation",
}
_FIRST_ROW = re.compile(r'\s*\d+,\s*"?[^\n]*-0-')
_TOKEN = re.compile(r"sdn|prim", re.IGNORECASE)
_SIBLING_COLUMNS = {"alt": 5, "add": 6, "comments": 2}
_SIBLING_HOLDS = {"alt": "other names", "add": "addresses", "comments": "the rest of long remarks"}
_PROGRAMMES = re.compile(r"\]\s*\[|;\s*")


@dataclass(frozen=True, slots=True)
class OfacCsvReader:
    """Reads the SDN list and the consolidated list of the others, each with its three files beside it."""

    format: str = "OFAC CSV files"

    def sniff(self, head: str) -> bool:
        """True for a row without a header that starts with a number and has OFAC's mark for an empty cell."""
        return bool(_FIRST_ROW.match(head)) and len(next(read_rows(head.partition("\n")[0]), [])) in (2, 5, 6, 12)

    def read(self, task: ListTask) -> ListDraft:
        """The parties with what the files beside it say of them; a file that is missing is a note.

        Raises:
            InputError: this is one of the files beside, not the list.
        """
        rows = list(read_rows(task.text))
        _refuse_sibling(task.file, rows)
        book = Notebook()
        beside = {part: _read_sibling(task, part, book) for part in _SIBLING_COLUMNS}
        name = task.name_or(_usual_name(task.file.stem))
        parties = list(_parties(rows, {part: found[0] for part, found in beside.items()}, name, book))
        _note_orphans(beside, {party.id for party in parties}, book)
        return ListDraft(
            name=name,
            title="Specially Designated Nationals" if name == "us-ofac-sdn" else "OFAC lists other than SDN",
            rows=len(rows),
            parties=tuple(parties),
            issues=book.list_issues(),
            digests=tuple(file.sha256 for _, file in beside.values() if file),
        )


def split_programmes(cell: str) -> list[str]:
    """The programmes of a cell that parts them "SDGT] [IFSR"; none for OFAC's mark of an empty cell."""
    parts = [part.strip(" []") for part in _PROGRAMMES.split(_value(cell))]
    return [part for part in parts if part]


def _usual_name(stem: str) -> str:
    return "us-ofac-nonsdn" if re.search(r"cons|prim|non.?sdn", stem, re.IGNORECASE) else "us-ofac-sdn"


def _refuse_sibling(file: ListFile, rows: list[list[str]]) -> None:
    widths = {len(row) for row in rows[:50]}
    if widths and _COLUMNS not in widths:
        raise InputError(
            f"{file.name} holds only {min(widths)} columns: it is one of the files that stand beside OFAC's list "
            f"(other names, addresses or comments). Give the main file, sdn.csv or cons_prim.csv; the others are found "
            f"beside it."
        )


def _sibling_names(main: str, part: str) -> list[str]:
    """The names under which a file stands beside the main one: `alt.csv` and `ofac_cons_alt_2025-12.csv`."""
    plain = main.removesuffix(".gz")
    token = _TOKEN.search(plain)
    if token is None:
        return []
    before, after = plain[: token.start()], plain[token.end() :]
    is_sdn = token.group().lower() == "sdn"
    words = ["sdn_comments", "comments"] if part == "comments" and is_sdn else [part, f"sdn_{part}"]
    return [f"{before}{word}{after}{packed}" for word in words for packed in ("", ".gz")]


def _read_sibling(task: ListTask, part: str, book: Notebook) -> tuple[dict[str, list[list[str]]], ListFile | None]:
    names = _sibling_names(task.file.name, part)
    file = next((found for name in names if (found := task.find(name))), None)
    if file is None:
        wanted = names[0] if names else f"{part}.csv"
        book.note("sibling_missing", f"{wanted} is not beside the list, so {_SIBLING_HOLDS[part]} are not known.")
        return {}, None
    text, issues = decode_text(file.raw)
    for issue in issues:
        book.note("sibling_missing", f"{file.name}: {issue.message}")
    by_entry: dict[str, list[list[str]]] = {}
    for number, row in enumerate(read_rows(text), start=1):
        if len(row) != _SIBLING_COLUMNS[part]:
            book.note("row_unreadable", f"A row of {file.name} has {len(row)} columns", f"row {number}")
            continue
        by_entry.setdefault(row[0].strip(), []).append(row)
    return by_entry, file


def _note_orphans(
    beside: dict[str, tuple[dict[str, list[list[str]]], ListFile | None]], known: set[str], book: Notebook
) -> None:
    for by_entry, file in beside.values():
        for key in by_entry:
            if file and key not in known:
                book.note("row_orphaned", f"{file.name} has rows for entries that are not in the list", key)


def _parties(
    rows: list[list[str]], beside: dict[str, dict[str, list[list[str]]]], name: str, book: Notebook
) -> Iterator[ListedParty]:
    for number, row in enumerate(rows, start=1):
        if len(row) != _COLUMNS:
            book.note("row_unreadable", f"A row has {len(row)} columns in place of {_COLUMNS}", f"row {number}")
            continue
        party = _party([_value(cell) for cell in row], beside, name, book)
        if built := party.build():
            yield built


def _party(cells: list[str], beside: dict[str, dict[str, list[list[str]]]], name: str, book: Notebook) -> PartyBuilder:
    key, printed, kind_word, programmes, title, call_sign, vessel, tonnage, gross, flag, owner, remarks = cells
    party = PartyBuilder(book, name, key, OFAC_KINDS.get(kind_word.lower(), "unknown"))
    if kind_word.lower() not in OFAC_KINDS:
        party.trouble("kind_unknown", kind_word)
    party.add_family_name_first(printed)
    for programme in split_programmes(programmes):
        party.add_designation(Designation(programme=programme, authority=AUTHORITY))
    if call_sign:
        party.add_identifier("Call sign", call_sign)
    if flag:
        party.add_country(flag, "Vessel flag")
    for label, value in (
        ("Title", title),
        ("Vessel type", vessel),
        ("Tonnage", tonnage),
        ("Gross registered tonnage", gross),
        ("Vessel owner", owner),
    ):
        party.add_attribute(label, value)
    _add_beside(party, beside, remarks)
    return party


def _add_beside(party: PartyBuilder, beside: dict[str, dict[str, list[list[str]]]], remarks: str) -> None:
    for _, _, kind, printed, note in beside["alt"].get(party.key, ()):
        party.add_family_name_first(_value(printed), "strong", _value(kind))
        party.add_attribute(f"remark on {_value(printed)}", _value(note))
    for _, _, street, city, country, note in beside["add"].get(party.key, ()):
        party.add_address(_value(street), _value(city), country=_value(country))
        party.add_attribute("remark on an address", _value(note))
    # Remarks are cut after 1,000 characters, in the middle of words; the rest follows without a blank.
    rest = "".join(_value(row[1]) for row in beside["comments"].get(party.key, ()))
    if remarks or rest:
        apply_remarks(remarks + rest, party)


def _value(cell: str) -> str:
    plain = cell.strip()
    return "" if plain == "-0-" else plain
