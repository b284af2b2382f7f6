"""Reference tables: `data/<name>.csv`, each with a card `data/<name>.toml` that says where it comes from."""

import csv
import hashlib
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from entrepot.errors import CallError

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a table is: title, producer, citation, licence, key column, dates, and what each column means."""

    title: str
    producer: str
    citation: str
    licence: str
    key: str
    compiled_on: str
    state_of_knowledge: str
    columns: Mapping[str, str]
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of dated facts: its card, its columns in order, and its rows sorted by the key as text.

    Every row names a `source`; `checked` says whether it was read in that source (`read`) or is well known and to be
    re-checked before it is relied on (`established`).
    """

    name: str
    card: Card
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def find_row(self, key: str) -> Row | None:
        """The row whose key column equals `key`, or None."""
        return next((row for row in self.rows if row[self.card.key] == key), None)


def _data_folder() -> Traversable:
    return files(__package__).joinpath("data")


@cache
def list_tables() -> tuple[str, ...]:
    """The names of all reference tables, sorted."""
    names = (entry.name for entry in _data_folder().iterdir())
    return tuple(sorted(name.removesuffix(".csv") for name in names if name.endswith(".csv")))


def _read_card(name: str) -> Card:
    fields = tomllib.loads(_data_folder().joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    columns = MappingProxyType(fields.pop("columns"))
    return Card(columns=columns, **fields)


@cache
def load_table(name: str) -> Table:
    """The table of that name, read once.

    Raises:
        CallError: there is no such table; the message lists those there are.
    """
    if name not in list_tables():
        raise CallError(f"There is no reference table {name!r}. There are: {', '.join(list_tables())}.")
    text = _data_folder().joinpath(f"{name}.csv").read_text(encoding="utf-8")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns = tuple(next(reader))
    rows = tuple(MappingProxyType(dict(zip(columns, cells, strict=True))) for cells in reader)
    return Table(name=name, card=_read_card(name), columns=columns, rows=rows)


@cache
def table_digest(name: str) -> str:
    """The SHA-256 of the rows of a table, as they are kept."""
    return hashlib.sha256(_data_folder().joinpath(f"{name}.csv").read_bytes()).hexdigest()


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by semicolons; empty ones left out."""
    return tuple(value.strip() for value in cell.split(";") if value.strip())
