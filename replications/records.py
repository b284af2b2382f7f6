"""The public records of `../shared/data/trade` as flow tables, for the program's own functions to be put to."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from entrepot.model.flow import UNSPECIFIED
from entrepot.reference.tables import load_table
from entrepot.trade.flow_table import FLOW_COLUMNS
from entrepot.trade.interface import Engine

EU27 = tuple("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
SANCTIONED, TOTALS, CARS, PHONES, ARMSTAT = range(1, 6)

_NONE_SAID = {
    "partner2": "''", "nomenclature": "'HS'", "edition": "0", "frequency": "'M'", "net_weight_kg": "NULL",
    "quantity": "NULL", "quantity_unit": "''", "mark": "''", "row": "row_number() OVER ()",
}  # fmt: skip
_COMEXT = {
    "reporter": "reporter.iso2", "partner": "partner.iso2", "flow": "lower(s.flow)", "nomenclature": "'CN'",
    "edition": "CAST(substr(s.period, 1, 4) AS SMALLINT)", "code": "s.cn_code",
    "period": "CAST(s.period || '-01' AS DATE)", "value": "CAST(s.value_eur AS DOUBLE)", "currency": "'EUR'",
    "valuation": "CASE s.flow WHEN 'EXPORT' THEN 'FOB' ELSE 'CIF' END", "dataset": "'comext'",
    "attribution": "CASE s.flow WHEN 'EXPORT' THEN 'destination' ELSE 'origin' END",
}  # fmt: skip
_ARMENIA = {
    "reporter": "'AM'", "partner": "partner.iso2", "flow": "CASE s.trade_code WHEN 'X' THEN 'export' ELSE 'import' END",
    "edition": "CAST(CASE WHEN s.period >= '2022' THEN 2022 ELSE 2017 END AS SMALLINT)", "code": "s.commodity_code",
    "period": "CAST(s.period AS DATE)", "value": "TRY_CAST(s.trade_value_us AS DOUBLE)", "currency": "'USD'",
    "net_weight_kg": "TRY_CAST(s.netweight_kg AS DOUBLE)", "dataset": "'comtrade'",
    "valuation": "CASE s.trade_code WHEN 'X' THEN 'FOB' ELSE 'CIF' END",
    "attribution": "CASE s.trade_code WHEN 'X' THEN 'destination' ELSE 'origin' END",
}  # fmt: skip
_ARMSTAT = {
    "reporter": "'AM'", "partner": "partner.iso2", "flow": "s.flow", "code": "'TOTAL'",
    "period": "make_date(CAST(s.year AS INTEGER), CAST(s.month AS INTEGER), 1)", "currency": "'USD'",
    "value": "1000 * CAST(s.thousand_usd AS DOUBLE)",
    "valuation": "CASE s.flow WHEN 'export' THEN 'FOB' ELSE 'CIF' END",
    "attribution": "s.attribution", "dataset": "'armstat'",
}  # fmt: skip
_ARMSTAT_NAMES = {"Czech Rep.": "CZ"}
"""Countries of the statistics office's table that the figures need; the others are not read."""


def load_records(engine: Engine, shared: Path, folder: Path) -> None:
    """The view `flows` of the engine holds the records, written to `folder` as Parquet, a file each."""
    eurostat, armenia = shared / "eurostat", shared / "armenia"
    comext = eurostat / "eu_exports_sanctioned_codes_monthly_202001_202211.parquet"
    totals = eurostat / "eu_total_and_energy_trade_monthly.csv"
    phones, cars = armenia / "mobile_phone_armenia.csv", armenia / "vehicle_trade_armenia.csv"
    armstat = armenia / "armstat_trade_by_country_monthly_2007_2024.csv"
    engine.add_flows(
        [
            _write(folder, SANCTIONED, f"read_parquet('{comext}')", _COMEXT),
            _write(folder, TOTALS, _csv(totals, "utf-8"), _COMEXT),
            _write(folder, CARS, _csv(cars, "latin-1"), _ARMENIA),
            _write(folder, PHONES, _csv(phones, "latin-1"), _ARMENIA),
            _write(folder, ARMSTAT, _armstat(armstat), _ARMSTAT),
        ]
    )


def listed_codes(engine: Engine) -> tuple[str, ...]:
    """The codes of eight digits in the table of listed goods."""
    sql = "SELECT DISTINCT code FROM flows WHERE source = $source AND length(code) = 8 ORDER BY code"
    return tuple(str(row[0]) for row in engine.rows(sql, {"source": SANCTIONED}))


def partners_of(engine: Engine, source: int) -> tuple[str, ...]:
    """Every partner of a file, areas that it does not specify among them."""
    sql = "SELECT DISTINCT partner FROM flows WHERE source = $source ORDER BY partner"
    return tuple(str(row[0]) for row in engine.rows(sql, {"source": source}))


def _csv(path: Path, encoding: str) -> str:
    return f"read_csv('{path}', all_varchar = true, encoding = '{encoding}', strict_mode = false)"


def _armstat(path: Path) -> str:
    """The table with a column a flow as one with a row a flow; its countries by their codes."""
    iso3 = {iso2: iso3 for iso3, iso2 in _territories()}
    code = " ".join(f"WHEN '{name}' THEN '{iso3[iso2]}'" for name, iso2 in _ARMSTAT_NAMES.items())
    columns = (("export", "export", "destination"), ("import_origin", "import", "origin"))
    parts = [
        f"SELECT CASE country {code} END AS partner_iso, year, month, '{flow}' AS flow, "
        f"'{attribution}' AS attribution, {column} AS thousand_usd FROM {_csv(path, 'utf-8')}"
        for column, flow, attribution in (*columns, ("import_consignment", "import", "consignment"))
    ]
    return f"({' UNION ALL '.join(parts)})"


def _write(folder: Path, number: int, reader: str, fields: dict[str, str]) -> Path:
    """One file of records as Parquet; rows with a territory that has no code are sums and are left out."""
    path = folder / f"{number}.parquet"
    values = {**_NONE_SAID, **fields, "source": str(number)}
    columns = ", ".join(f'CAST({values[name]} AS {kind}) AS "{name}"' for name, kind in FLOW_COLUMNS.items())
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE territories (iso3 VARCHAR, iso2 VARCHAR)")
        connection.executemany("INSERT INTO territories VALUES (?, ?)", list(_territories()))
        reporter = "s.reporter_iso" if fields is _COMEXT else "'ARM'"
        connection.execute(
            f"COPY (SELECT {columns} FROM {reader} AS s JOIN territories AS reporter ON reporter.iso3 = {reporter} "
            f"JOIN territories AS partner ON partner.iso3 = s.partner_iso) TO '{path}' (FORMAT parquet)"
        )
    return path


def _territories() -> Iterable[tuple[str, str]]:
    known = [(row["iso3"], row["iso2"]) for row in load_table("country_codes").rows]
    return [*known, ("CUW", "CW"), (UNSPECIFIED, UNSPECIFIED)]
