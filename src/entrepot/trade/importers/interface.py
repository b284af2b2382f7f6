"""What every reader of a format of trade statistics is given and hands over."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from entrepot.model.issue import Issue
from entrepot.trade.importers.expressions import MISSING
from entrepot.trade.territory_codes import Scheme

FileKind = Literal["text", "workbook", "json", "parquet"]

ROW = "entrepot_row"
"""Column of every raw table: the line of the file, counted from 1."""
CELL = "entrepot_cell"
"""Column of every raw table: which value of that line, counted from 0, where a line holds several."""
LATER = ("valuation", "attribution", "mark")
"""Fields that a format may derive from others: from flow, code, period and the territories as resolved."""
LINES = "entrepot_lines"
"""Column of a table that a plan makes out of the raw one: how many values of the file went into the row."""


class Record(NamedTuple):
    """A line of a file that is read by Python: where it stands, and the text of its cells."""

    row: int
    cell: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowHead:
    """The beginning of a file, by which its format is known.

    `text` is decoded; `columns` are the cells of the first line, without blanks around them; `rows` are the first lines
    of a workbook's sheets. `name` is without folders and without the endings of packing.
    """

    name: str
    kind: FileKind
    text: str = ""
    columns: tuple[str, ...] = ()
    delimiter: str = ","
    sheets: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRequest:
    """What the user says of a file: a mapping of its columns, the collection it belongs to, the edition of its HS."""

    mapping: Path | None = None
    dataset: str = ""
    edition: int | None = None


def no_fields() -> Mapping[str, str]:
    """No field is said otherwise."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPlan:
    """How a file becomes flows: SQL expressions over the raw table, whose columns are all text.

    `fields` gives an expression for each field of the flow table that the format has, and for `reporter` and `partner`
    the codes as printed, which belong to `reporter_scheme` and `partner_scheme`. `value_text`, `net_weight_text` and
    `quantity_text` are the numbers as text, in which `missing` words say nothing; `value_factor` and the others turn
    them into units, kilograms and units of quantity. `extras` are further columns of text. The expressions of `LATER`,
    `refused` and `left_out` are evaluated over the fields and extras, with territories resolved, the others over the
    raw table. `refused` and `left_out` give the code of a reason or NULL; `left_out` goes first. `source` is what is
    read in place of the raw table, with its columns `ROW`, `CELL`, `LINES`.

    Formats that split a flow further (by procedure, mode of transport, second partner) say how: `part` names the part,
    `depth` is 0 for the row over all parts and higher the further it is split, `branch` and `leaf` tell sums within
    the parts: of rows with one branch those with the lowest leaf count. A part is kept only where no sum is there.

    `columns` are the names of the raw table's columns where `records` reads the file; else they are the file's header,
    which stands on `first_line`. A line holds `cells` values.
    """

    dataset: str
    fields: Mapping[str, str]
    missing: tuple[str, ...] = MISSING
    reporter_scheme: Scheme = "any"
    partner_scheme: Scheme = "any"
    territories: Mapping[str, str] = field(default_factory=no_fields)
    extras: Mapping[str, str] = field(default_factory=no_fields)
    value_factor: str = "1"
    weight_factor: str = "1"
    quantity_factor: str = "1"
    refused: str = "NULL"
    left_out: str = "NULL"
    source: str = ""
    part: str = "''"
    depth: str = "0"
    branch: str = "''"
    leaf: str = "0"
    splits: bool = False
    columns: tuple[str, ...] = ()
    delimiter: str = ""
    first_line: int = 1
    encoding: str = ""
    records: Callable[[Path], Iterator[Record]] | None = None
    cells: int = 1
    issues: tuple[Issue, ...] = ()

    def delimiter_of(self, head: FlowHead) -> str:
        """What parts the cells of a line: as the plan says, else as the first line shows."""
        return self.delimiter or head.delimiter


class FlowReader(Protocol):
    """Reads one format of trade statistics; asked in the order of `FORMATS`, the first that knows its own reads."""

    @property
    def format(self) -> str:
        """The format's name for people ("Comext bulk file")."""
        ...

    def sniff(self, head: FlowHead) -> bool:
        """True where the beginning of a file is of this format."""
        ...

    def plan(self, head: FlowHead, request: FlowRequest) -> FlowPlan:
        """How the file becomes flows.

        Raises:
            InputError: the header lacks something; the message says what to do.
        """
        ...
