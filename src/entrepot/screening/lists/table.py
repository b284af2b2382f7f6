"""A table of any shape to parties, once it is known what its columns mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from entrepot.errors import InputError
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.delimited import guess_delimiter, read_rows
from entrepot.screening.lists.interface import ListDraft, ListTask
from entrepot.screening.lists.mapping import ColumnMap
from entrepot.screening.lists.party import PartyBuilder
from entrepot.screening.lists.table_row import add_row, key_of, kind_of


@dataclass(frozen=True, slots=True)
class MappedReader:
    """Reads a table by a mapping; without one by its header it is `HeaderReader` that does."""

    column_map: ColumnMap
    format: str = "table with a mapping"

    def sniff(self, head: str) -> bool:
        """True for every text: the user said how it is to be read."""
        return bool(head)

    def read(self, task: ListTask) -> ListDraft:
        """The parties in the order of their first row."""
        return read_table(task, self.column_map)


def read_table(task: ListTask, column_map: ColumnMap) -> ListDraft:
    """The parties of a table; rows that a filter leaves out and rows that are broken are counted.

    Raises:
        InputError: a column that the mapping names is not there.
    """
    book = Notebook()
    name = task.name_or(column_map.name)
    parties: dict[str, PartyBuilder] = {}
    count = left_out = 0
    for number, cells in _cells(task, column_map, book):
        count += 1
        if cells is None:
            continue
        if not _is_kept(cells, column_map):
            left_out += 1
            continue
        key = key_of(cells, column_map) or str(number)
        place = key if column_map.is_grouped else f"{number}\t{key}"
        party = parties.get(place)
        if party is None:
            party = parties[place] = PartyBuilder(book, name, key, kind_of(cells, column_map, book, key))
        add_row(party, cells, column_map)
    if left_out:
        book.note("rows_left_out", f"{left_out} rows were left out by the filters of the mapping")
    built = (party.build() for party in parties.values())
    return ListDraft(
        name=name,
        title=column_map.title,
        rows=count,
        parties=tuple(party for party in built if party),
        issues=book.list_issues(),
    )


def _cells(task: ListTask, column_map: ColumnMap, book: Notebook) -> Iterator[tuple[int, dict[str, str] | None]]:
    """Number and cells of each row; None for a row that has not as many cells as there are columns."""
    text = task.text
    for _ in range(column_map.skip_lines):
        text = text.partition("\n")[2]
    rows = list(read_rows(text, column_map.delimiter or guess_delimiter(text)))
    if not rows:
        raise InputError(f"{task.file.name} holds no row after the lines that are skipped; check the mapping.")
    if column_map.has_header:
        header = [cell.strip().lstrip("\ufeff") for cell in rows.pop(0)]
    else:
        header = [str(number) for number in range(1, max(len(row) for row in rows) + 1)]
    _check_columns(task.file.name, header, column_map)
    for number, row in enumerate(rows, start=1):
        full = len(row) == len(header) or not any(cell.strip() for cell in row[len(header) :])
        if len(row) < len(header) or not full:
            book.note("row_unreadable", f"A row has {len(row)} columns in place of {len(header)}", f"row {number}")
            yield number, None
        else:
            yield number, {name: _plain(cell, column_map) for name, cell in zip(header, row, strict=False)}


def _plain(cell: str, column_map: ColumnMap) -> str:
    plain = cell.strip()
    return "" if plain.lower() in column_map.empty else plain


def _check_columns(name: str, header: list[str], column_map: ColumnMap) -> None:
    wanted = {column for columns in column_map.columns.values() for column in columns}
    wanted |= {one.column for one in column_map.filters} | set(column_map.terms.values())
    wanted |= {column_map.strength_column} - {""}
    missing = sorted(wanted - set(header))
    if missing:
        raise InputError(
            f"{name} has no column {', '.join(repr(one) for one in missing)}; it has: {', '.join(header)}. Correct the "
            f"mapping, or fetch the list again if the file was cut off."
        )


def _is_kept(cells: Mapping[str, str], column_map: ColumnMap) -> bool:
    return all((cells[one.column] in one.values) != one.is_drop for one in column_map.filters)
