"""Files of trade statistics as offices write them, and the rows that they become."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from entrepot.trade.flow_table import FLOW_COLUMNS
from entrepot.trade.importers.interface import FlowRequest
from entrepot.trade.importing import ImportResult, import_file
from entrepot.trade.scanning import scanning

SHARED = Path(__file__).parents[4] / "shared" / "data" / "trade"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data/trade is not beside this checkout")


@dataclass(frozen=True)
class Imported:
    result: ImportResult
    rows: list[dict[str, object]]
    rejects: list[str]

    @property
    def only(self) -> dict[str, object]:
        (row,) = self.rows
        return row

    def pick(self, *names: str) -> list[tuple[object, ...]]:
        return [tuple(row[name] for name in names) for row in self.rows]


def import_path(path: Path, folder: Path, mapping: str = "", **request: object) -> Imported:
    work = folder / "work"
    work.mkdir(exist_ok=True)
    if mapping:
        (folder / "mapping.toml").write_text(mapping, encoding="utf-8")
        request["mapping"] = folder / "mapping.toml"
    with scanning(path) as scan:
        result = import_file(
            path,
            FlowRequest(**request),  # type: ignore[arg-type]
            number=7,
            scan=scan,
            parquet=folder / "flows.parquet",
            rejects=folder / "rejects.csv",
            folder=work,
        )
    with duckdb.connect(":memory:") as connection:
        sql = 'SELECT * FROM read_parquet($path) ORDER BY "row", flow, period, partner'
        found = connection.execute(sql, {"path": str(folder / "flows.parquet")}).fetchall()
        names = [column[0] for column in connection.description or ()]
    assert names == list(FLOW_COLUMNS)
    rejects = (folder / "rejects.csv").read_text(encoding="utf-8").splitlines() if result.rejects else []
    assert result.read == result.kept + sum(result.refused.values()) + sum(result.left_out.values())
    assert result.kept == len(found)
    assert len(rejects[1:]) >= sum(result.refused.values())
    return Imported(result, [dict(zip(names, row, strict=True)) for row in found], rejects)


def import_text(folder: Path, name: str, text: str | bytes, mapping: str = "", **request: object) -> Imported:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return import_path(path, folder, mapping, **request)
