"""The shared customs records as flow tables, so that questions can be put to them before anything is imported."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb
import pytest

from entrepot.reference.tables import load_table
from entrepot.trade.engines.duckdb import DuckDBEngine
from entrepot.trade.flow_table import FLOW_COLUMNS

SHARED = Path(__file__).parents[3] / "shared" / "data" / "trade"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is not beside this checkout")
NEIGHBOURS = ("AM", "BY", "GE", "KZ", "KG", "UZ")
SANCTIONED, TOTALS, CARS, PHONES, ARMSTAT_ORIGIN, ARMSTAT_CONSIGNMENT, ARMSTAT_EXPORT = range(1, 8)

_DEFAULTS: Mapping[str, str] = {
    "partner2": "''", "nomenclature": "'HS'", "edition": "0", "frequency": "'M'", "valuation": "''",
    "net_weight_kg": "NULL", "quantity": "NULL", "quantity_unit": "''", "attribution": "''", "mark": "''",
    "dataset": "'sample'", "source": "1", "currency": "'EUR'", "row": "row_number() OVER ()",
}  # fmt: skip

EUROSTAT = {
    "reporter": "r.iso2", "partner": "p.iso2", "flow": "lower(s.flow)", "nomenclature": "'CN'", "code": "s.cn_code",
    "period": "CAST(s.period || '-01' AS DATE)", "value": "s.value_eur", "currency": "'EUR'",
    "edition": "CAST(substr(s.period, 1, 4) AS SMALLINT)", "dataset": "'comext'",
    "valuation": "CASE WHEN s.flow = 'EXPORT' THEN 'FOB' ELSE 'CIF' END",
    "attribution": "CASE WHEN s.flow = 'EXPORT' THEN 'destination' ELSE 'origin' END",
}  # fmt: skip
ARMENIA = {
    "reporter": "'AM'", "partner": "p.iso2", "flow": "CASE s.trade_code WHEN 'X' THEN 'export' ELSE 'import' END",
    "edition": "CAST(CASE WHEN s.period >= '2022' THEN 2022 ELSE 2017 END AS SMALLINT)", "code": "s.commodity_code",
    "period": "CAST(s.period AS DATE)", "currency": "'USD'",
    "value": "TRY_CAST(s.trade_value_us AS DOUBLE)", "net_weight_kg": "TRY_CAST(s.netweight_kg AS DOUBLE)",
    "valuation": "CASE s.trade_code WHEN 'X' THEN 'FOB' ELSE 'CIF' END", "dataset": "'comtrade'",
    "attribution": "CASE s.trade_code WHEN 'X' THEN 'destination' ELSE 'origin' END",
}  # fmt: skip


def write_shared_flows(folder: Path) -> list[Path]:
    """The shared records of the EU and of Armenia as flow tables, a file each."""
    eurostat, armenia = SHARED / "eurostat", SHARED / "armenia"
    csv = "read_csv('{}', all_varchar = true, encoding = '{}', strict_mode = false)"
    readers = {
        SANCTIONED: (
            f"read_parquet('{eurostat}/eu_exports_sanctioned_codes_monthly_202001_202211.parquet')", "reporter_iso",
            EUROSTAT | {"source": str(SANCTIONED)},
        ),
        TOTALS: (
            csv.format(eurostat / "eu_total_and_energy_trade_monthly.csv", "utf-8"), "reporter_iso",
            EUROSTAT | {"source": str(TOTALS), "value": "CAST(s.value_eur AS DOUBLE)"},
        ),
        CARS: (csv.format(armenia / "vehicle_trade_armenia.csv", "latin-1"), "'ARM'", ARMENIA | {"source": str(CARS)}),
        PHONES: (csv.format(armenia / "mobile_phone_armenia.csv", "latin-1"), "'ARM'",
                 ARMENIA | {"source": str(PHONES)}),
    }  # fmt: skip
    return [_write(folder, number, *reader) for number, reader in readers.items()]


def _write(folder: Path, number: int, reader: str, reporter: str, fields: Mapping[str, str]) -> Path:
    path = folder / f"{number}.parquet"
    values = {**_DEFAULTS, **fields}
    columns = ", ".join(f'CAST({values[name]} AS {kind}) AS "{name}"' for name, kind in FLOW_COLUMNS.items())
    connection = duckdb.connect()
    codes = [(row["iso3"], row["iso2"]) for row in load_table("country_codes").rows]
    connection.execute("CREATE TABLE codes (iso3 VARCHAR, iso2 VARCHAR)")
    connection.executemany("INSERT INTO codes VALUES (?, ?)", codes)
    connection.execute(
        f"COPY (SELECT {columns} FROM {reader} AS s LEFT JOIN codes AS r ON r.iso3 = {reporter} "
        f"LEFT JOIN codes AS p ON p.iso3 = s.partner_iso WHERE p.iso2 IS NOT NULL) TO '{path}' (FORMAT parquet)"
    )
    connection.close()
    return path


def write_flows(folder: Path, rows: Iterable[Mapping[str, object]], name: str = "flows") -> Path:
    """A flow table of rows that name only what matters to a test."""
    defaults: dict[str, object] = {
        "partner2": "", "nomenclature": "HS", "edition": 0, "frequency": "M", "currency": "EUR", "valuation": "",
        "net_weight_kg": None, "quantity": None, "quantity_unit": "", "attribution": "", "mark": "",
        "dataset": "sample", "source": 1, "flow": "export",
    }  # fmt: skip
    engine = DuckDBEngine()
    full = [
        tuple({"row": at, **defaults, **row}[column] for column in FLOW_COLUMNS) for at, row in enumerate(rows, start=1)
    ]
    engine.add_table("rows", FLOW_COLUMNS, full)
    path = folder / f"{name}.parquet"
    engine._connection.sql("FROM rows").write_parquet(str(path))
    engine.close()
    return path
