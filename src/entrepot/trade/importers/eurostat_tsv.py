"""Eurostat's TSV: dimensions joined by commas in the first column, a column a period, flags behind the values."""

from collections.abc import Callable, Iterator
from pathlib import Path

from entrepot.trade.importers.interface import FlowHead, FlowPlan, FlowRequest, Record
from entrepot.trade.importers.sdmx import DIMENSIONS, observation_cells, sdmx_plan

_NEEDED = {"reporter", "partner", "product", "flow"}


class EurostatTsvReader:
    """Header `freq,reporter,partner,product,flow,indicators\\TIME_PERIOD`, then a column a period."""

    @property
    def format(self) -> str:
        """The format's name for people."""
        return "Eurostat TSV (freq,reporter,partner,product,flow,indicators\\TIME_PERIOD)"

    def sniff(self, head: FlowHead) -> bool:
        """True where the first line is such a header."""
        first = head.text.split("\n", 1)[0]
        return head.kind == "text" and "\t" in first and set(_dimensions(first)) >= _NEEDED

    def plan(self, head: FlowHead, request: FlowRequest) -> FlowPlan:
        """As of SDMX-CSV; each value of a line is read."""
        from dataclasses import replace

        plan = sdmx_plan(DIMENSIONS, head.name, request)
        return replace(plan, records=_reader(head))


def _dimensions(first: str) -> list[str]:
    joined = first.split("\t", 1)[0].split("\\", 1)[0]
    return [name.strip().casefold() for name in joined.split(",")]


def _reader(head: FlowHead) -> Callable[[Path], Iterator[Record]]:
    def records(path: Path) -> Iterator[Record]:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = next(file, "")
            names = _dimensions(first)
            periods = [cell.strip() for cell in first.rstrip("\r\n").split("\t")[1:]]
            for row, line in enumerate(file, start=2):
                cells = line.rstrip("\r\n").split("\t")
                known = dict(zip(names, (part.strip() for part in cells[0].split(",")), strict=False))
                for cell, (period, text) in enumerate(zip(periods, cells[1:], strict=False)):
                    value, _, flag = text.strip().partition(" ")
                    given = {**known, "TIME_PERIOD": period, "OBS_VALUE": value, "OBS_FLAG": flag}
                    yield Record(row, cell, observation_cells(given))

    return records
