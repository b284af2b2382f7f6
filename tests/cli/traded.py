"""A case with customs records, for commands that draw or estimate them."""

from pathlib import Path

from entrepot.model.flow import FlowFile
from entrepot.store import open_case
from entrepot.store.trade_files import flow_folder, write_trade_file
from tests.trade.panel.markets import World, flows_of
from tests.trade.samples import write_flows

WORLD = World(factors={"AM": 2.5, "GE": 1.0, "AZ": 1.0, "KZ": 1.0})


def fill_case(case: Path) -> Path:
    """The case has a file of made-up exports, in which goods rose towards Armenia alone."""
    rows = list(flows_of(WORLD))
    with open_case(str(case)) as opened:
        folder = flow_folder(opened)
        folder.mkdir(exist_ok=True)
        path = write_flows(folder, rows, "1")
        file = FlowFile(
            number=1, name="exports.csv", dataset="sample", sha256="ab" * 32, size=1, read=len(rows), kept=len(rows),
            refused=0, left_out=0, parquet=path.name, imported_at="2026-01-01T00:00:00Z",
        )  # fmt: skip
        with opened.transaction():
            write_trade_file(opened, file)
    return case
