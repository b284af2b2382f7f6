"""Trade flows: what customs or statisticians say went from one territory to another, as the flow table holds it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.model.issue import Issue

FlowKind = Literal["import", "export", "re-export", "re-import"]
Frequency = Literal["M", "Q", "A"]
Valuation = Literal["FOB", "CIF", ""]
Attribution = Literal["origin", "consignment", "destination", ""]
Mark = Literal["", "estimated", "suppressed"]

WORLD = "W"
"""All partners together (the code of SDMX)."""
UNSPECIFIED = "_X"
"""Areas not specified, ships' stores, secret partners: a real flow whose other end the source does not tell."""
ALL_GOODS = "TOTAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One row of the flow table: value and weight that a reporter gives for partner, goods and period.

    Territories are ISO 3166-1 alpha-2, `XK` for Kosovo, `EU` for the union, `WORLD`, `UNSPECIFIED`. `partner2` is the
    second partner where the source has one (the country of consignment beside that of origin), "" where the row is the
    sum over all. `code` is text with its leading zeros, or `ALL_GOODS`; `nomenclature` is "HS", "CN" or a national one
    and `edition` its year, 0 where the source does not say. `period` is the first day of the month, quarter or year.
    `value` is in units of `currency` (ISO 4217), not thousands; None where the source names the flow but not its value,
    which `mark` then calls suppressed. A zero is a zero; what was not reported has no row. `attribution` says what
    `partner` is: the country of origin, of consignment or of last known destination. `dataset` names the collection
    ("comext", "comtrade", "baci", ...), `source` the imported file by its number, `row` the line there, counted from 1.
    """

    reporter: str
    partner: str
    partner2: str
    flow: FlowKind
    nomenclature: str
    edition: int
    code: str
    period: date
    frequency: Frequency
    value: float | None
    currency: str
    valuation: Valuation
    net_weight_kg: float | None
    quantity: float | None
    quantity_unit: str
    attribution: Attribution
    mark: Mark
    dataset: str
    source: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowFile:
    """A file of trade statistics that was imported: each row is kept, refused with a reason, or a total left out.

    `read` = `kept` + `refused` + `left_out`. `sha256` is of the bytes as given. `parquet` is the name of the file that
    holds the rows. `imported_at` is ISO 8601 in UTC.
    """

    number: int
    name: str
    dataset: str
    sha256: str
    size: int
    read: int
    kept: int
    refused: int
    left_out: int
    parquet: str
    imported_at: str
    first_period: date | None = None
    last_period: date | None = None
    issues: tuple[Issue, ...] = ()
