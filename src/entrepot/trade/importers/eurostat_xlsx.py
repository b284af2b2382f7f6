"""Workbooks of Eurostat's data browser: blocks, each headed by the dimensions that are the same throughout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from entrepot.trade.importers.interface import FlowHead, FlowPlan, FlowRequest, Record
from entrepot.trade.importers.sdmx import DIMENSIONS, observation_cells, sdmx_plan
from entrepot.trade.importers.workbooks import iterate_sheets

_PERIOD = re.compile(r"(19|20)\d\d([-./ ]?(M?(0[1-9]|1[0-2])|Q[1-4]|52))?(-01)?")
_NAMES = {
    "REPORTER": "reporter",
    "DECLARANT": "reporter",
    "PARTNER": "partner",
    "PRODUCT": "product",
    "FLOW": "flow",
    "INDICATORS": "indicators",
    "INDICATOR": "indicators",
    "STK_FLOW": "flow",
    "GEO": "reporter",
}
_ENDS = ("special value", "available flags:", ":", "available flags")
_CODED = re.compile(r".*\[([0-9A-Z_]+)\]", re.DOTALL)


class EurostatWorkbookReader:
    """Sheets as the data browser writes them: "PRODUCT [PRODUCT]" lines, a line TIME with the periods, then rows."""

    @property
    def format(self) -> str:
        """The format's name for people."""
        return "workbook of Eurostat's data browser"

    def sniff(self, head: FlowHead) -> bool:
        """True where some sheet has a line TIME with periods, and trade's dimensions."""
        if head.kind != "workbook":
            return False
        rows = [row for sheet in head.sheets.values() for row in sheet]
        named = {_dimension(cell) for row in rows for cell in row[:6]}
        return any(_periods(row) for row in rows) and {"reporter", "partner", "product"} <= named

    def plan(self, head: FlowHead, request: FlowRequest) -> FlowPlan:
        """As of SDMX-CSV; a block that names no indicator gives values in EUR, as the data browser's default does."""
        return replace(sdmx_plan(DIMENSIONS, head.name, request), records=_records)


@dataclass(slots=True)
class _Block:
    """What holds for the rows that follow: dimensions of the whole block, and which column is what."""

    fixed: dict[str, str] = field(default_factory=dict)
    periods: dict[int, str] = field(default_factory=dict)
    keys: dict[int, str] = field(default_factory=dict)
    in_rows: bool = False


def _records(path: Path) -> Iterator[Record]:
    line = 0
    for _, rows in iterate_sheets(path):
        block = _Block()
        for row in rows:
            line += 1
            yield from _row_records(block, row, line)


def _row_records(block: _Block, row: Sequence[str], line: int) -> Iterator[Record]:
    """The observations of a line; other lines say what the next ones are."""
    first = row[0].strip() if row else ""
    if _periods(row):
        block.periods, block.keys, block.in_rows = _periods(row), {}, False
    elif not first:
        block.in_rows = False if block.in_rows else block.in_rows
    elif first.casefold() in _ENDS:
        block.periods, block.in_rows = {}, False
    elif block.periods and not block.in_rows and (keys := _keys(row, min(block.periods))):
        block.keys, block.in_rows = keys, True
    elif block.periods and block.keys:
        yield from _observations(block, row, line)
    elif _dimension(first):
        # A new heading begins another block, whose periods are still to come.
        block.fixed[_dimension(first)] = next((cell.strip() for cell in row[1:] if cell.strip()), "")


def _observations(block: _Block, row: Sequence[str], line: int) -> Iterator[Record]:
    known = {**block.fixed, **{name: _cell(row, at) for at, name in block.keys.items() if _cell(row, at)}}
    known = {name: _code(value) for name, value in known.items()}
    known.setdefault("indicators", "VALUE_IN_EUROS")
    places = sorted(block.periods)
    for cell, (at, after) in enumerate(zip(places, [*places[1:], places[-1] + 2], strict=True)):
        flag = _cell(row, at + 1) if after > at + 1 else ""
        given = {**known, "TIME_PERIOD": block.periods[at], "OBS_VALUE": _cell(row, at), "OBS_FLAG": flag}
        yield Record(line, cell, observation_cells(given))


def _periods(row: Sequence[str]) -> dict[int, str]:
    """The columns of periods in a line TIME; none in any other line."""
    if not row or row[0].strip().upper() not in ("TIME", "TIME_PERIOD", "GEO/TIME", "PERIOD"):
        return {}
    found = {at: cell.strip() for at, cell in enumerate(row) if _PERIOD.fullmatch(cell.strip())}
    return {at: text.removesuffix("-01") if text.count("-") == 2 else text for at, text in found.items()}


def _keys(row: Sequence[str], until: int) -> dict[int, str]:
    """The dimensions that stand in the columns before the periods; codes win over labels of the same dimension."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row[:until]):
        name = _dimension(cell)
        if name and (name not in found or "CODE" in cell.upper()):
            found[name] = at
    return {at: name for name, at in found.items()}


def _dimension(cell: str) -> str:
    """The dimension that a cell names: "PRODUCT [PRODUCT]", "REPORTER (Labels)", "FLOW"."""
    return _NAMES.get(re.split(r"\s*[(\[]", cell.strip(), maxsplit=1)[0].strip().upper(), "")


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _code(value: str) -> str:
    """The code in "Austria [AT]", else the cell."""
    coded = _CODED.fullmatch(value)
    return coded[1] if coded else value
