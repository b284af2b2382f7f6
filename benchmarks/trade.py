"""How fast customs records are joined, imported and screened, beside hand-written DuckDB SQL in the same run.

python benchmarks/trade.py [--quick] [--rows N]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.engines import open_engine
from entrepot.trade.flow_table import FLOW_COLUMNS
from entrepot.trade.questions.channels import ScreenQuestion
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.mirror import keep_mirror
from entrepot.trade.questions.screen import assess_screen
from entrepot.trade.questions.windows import Comparison, read_window

MONTHS = ("2021-03/2021-11", "2022-03/2022-11")
BARS = {"mirror": 1.3, "import": 3.0}


def write_flows(path: Path, exports: int, imports: int) -> None:
    """Invented monthly rows of 26 by 26 territories, 5,000 products, 36 months; most imports mirror an export."""
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = false")
    columns = ", ".join(f"CAST({_INVENTED[name]} AS {kind}) AS {name}" for name, kind in FLOW_COLUMNS.items())
    connection.execute(
        f"""
        COPY (
            SELECT {columns} FROM (
                SELECT i, 'export' AS flow, {_territory("hash(i)", "A")} AS reporter,
                    {_territory("hash(i + 7)", "B")} AS partner, hash(i * 5) AS goods, hash(i * 11) % 36 AS month
                FROM range({exports}) AS t(i)
                UNION ALL
                SELECT i, 'import', {_territory("hash(i + 7)", "B")}, {_territory("hash(i)", "A")}, hash(i * 5),
                    hash(i * 11) % 36
                FROM range({imports}) AS t(i)
            )
        ) TO '{path}' (FORMAT parquet)
        """
    )


def _territory(number: str, first: str) -> str:
    """SQL for one of 26 codes of two letters."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return f"'{first}' || substr('{letters}', CAST({number} % 26 AS INTEGER) + 1, 1)"


_INVENTED = {
    "reporter": "reporter",
    "partner": "partner",
    "partner2": "''",
    "flow": "flow",
    "nomenclature": "'HS'",
    "edition": "2017",
    "code": "CAST(100000 + (goods % 5000) * 97 AS VARCHAR)",
    "period": "DATE '2020-01-01' + to_months(CAST(month AS INTEGER))",
    "frequency": "'M'",
    "value": "1000 + hash(i * 13) % 1000000",
    "currency": "'EUR'",
    "valuation": "CASE WHEN flow = 'export' THEN 'FOB' ELSE 'CIF' END",
    "net_weight_kg": "hash(i * 17) % 10000",
    "quantity": "NULL",
    "quantity_unit": "''",
    "attribution": "CASE WHEN flow = 'export' THEN 'destination' ELSE 'origin' END",
    "mark": "''",
    "dataset": "'invented'",
    "source": "1",
    "row": "i + 1",
}

MIRROR_SQL = """
    WITH exports AS (
        SELECT reporter, partner, code, period, sum(value) AS value
        FROM flows WHERE flow = 'export' GROUP BY ALL
    ), imports AS (
        SELECT partner AS reporter, reporter AS partner, code, period, sum(value) AS value
        FROM flows WHERE flow = 'import' GROUP BY ALL
    )
    SELECT reporter, partner, code, period, exports.value AS exported, imports.value AS imported
    FROM exports FULL JOIN imports USING (reporter, partner, code, period)
"""


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare_mirror(folder: Path, quick: bool) -> dict[str, float]:
    """Our mirror sums and the same by hand, in turn, the better of three runs each."""
    exports, imports = (1_000_000, 800_000) if quick else (10_000_000, 8_000_000)
    path = folder / "mirror.parquet"
    write_flows(path, exports, imports)
    engine = open_engine("duckdb")
    engine.add_flows([path])
    by_hand = duckdb.connect(config={"memory_limit": "4GB", "threads": len(os.sched_getaffinity(0))})
    by_hand.execute(f"CREATE VIEW flows AS SELECT * FROM read_parquet('{path}')")
    ours, theirs = [], []
    for _ in range(3):
        ours.append(timed(lambda: keep_mirror(engine)))
        theirs.append(timed(lambda: by_hand.execute(f"CREATE OR REPLACE TEMP TABLE mirror AS {MIRROR_SQL}")))
    counted = "SELECT count(*) FROM mirror"
    same = by_hand.execute(counted).fetchall() == engine.rows(counted)
    engine.close()
    return {
        "rows": exports + imports,
        "ours_s": min(ours),
        "by_hand_s": min(theirs),
        "ratio": min(ours) / min(theirs),
        "same_rows": same,
    }


def compare_import(folder: Path, quick: bool) -> dict[str, float]:
    """A BACI year of 11 million rows into a case, beside DuckDB's bare read of the file."""
    rows = 1_000_000 if quick else 11_000_000
    path = folder / "BACI_HS17_Y2021_V202301.csv"
    reading = duckdb.connect()
    codes = "[4, 12, 24, 31, 32, 36, 40, 51, 56, 76, 100, 112, 124, 156, 203, 208, 246, 251, 268, 276, 300, 348, 364]"
    reading.execute(
        f"""
        COPY (
            SELECT 2021 AS t, ({codes})[1 + i % 23] AS i, ({codes})[1 + (i // 23) % 23] AS j,
                10000 + (i // 529) AS k, round(1 + hash(i) % 100000 / 7.0, 3) AS v,
                lpad(CAST(round(hash(i * 3) % 1000 / 9.0, 3) AS VARCHAR), 12, ' ') AS q
            FROM range({rows}) AS n(i) WHERE i % 23 <> (i // 23) % 23
        ) TO '{path}' (HEADER)
        """
    )
    bare = min(
        timed(lambda: reading.execute(f"SELECT count(*), sum(v) FROM read_csv('{path}')").fetchall()) for _ in range(3)
    )
    copied = timed(lambda: reading.execute(f"COPY (FROM read_csv('{path}')) TO '{folder / 'copy.parquet'}'"))
    entrepot = Path(sys.executable).parent / "entrepot"
    subprocess.run([entrepot, "case", "new", folder / "imported"], check=True, capture_output=True)
    ours = timed(
        lambda: subprocess.run(
            [entrepot, "trade", "import", folder / "imported", path], check=True, capture_output=True
        )
    )
    return {"rows": rows, "ours_s": ours, "bare_read_s": bare, "bare_copy_s": copied, "ratio": ours / bare}


def measure_screen(folder: Path, rows: int) -> dict[str, float]:
    """All channels to one destination in one pass, in a process of its own; how much memory it took at most."""
    path = folder / f"screen-{rows}.parquet"
    write_flows(path, rows, 0)
    done = subprocess.run([sys.executable, __file__, "--probe", str(path)], check=True, capture_output=True, text=True)
    path.unlink()
    return {"rows": rows, **json.loads(done.stdout)}


def probe(path: str) -> dict[str, float]:
    """Screens one file."""
    engine = open_engine("duckdb")
    engine.add_flows([Path(path)])
    windows = Comparison(before=read_window(MONTHS[0]), after=read_window(MONTHS[1]))
    question = ScreenQuestion(goods=read_goods("all"), windows=windows, partners=("BD",), least_value=0.0)
    seconds = timed(lambda: assess_screen(engine, question, Records()))
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))
    return {"seconds": seconds, "peak_mb": peak}


def main() -> None:
    """Measure, print, exit 1 where a ratio is above its bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows")
    parser.add_argument("--rows", type=int, default=0, help="rows of the largest screen (200,000,000 takes an hour)")
    parser.add_argument("--probe", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.probe:
        print(json.dumps(probe(asked.probe)))
        return
    with tempfile.TemporaryDirectory(dir=".") as place:
        folder = Path(place)
        mirror = compare_mirror(folder, asked.quick)
        print(f"mirror join, {mirror['rows']:,} rows: {mirror['ours_s']:.1f} s, by hand {mirror['by_hand_s']:.1f} s,")
        print(f"  {mirror['ratio']:.2f} times (bar {BARS['mirror']}), the same rows: {bool(mirror['same_rows'])}")
        found = compare_import(folder, asked.quick)
        print(f"BACI year, {found['rows']:,} rows: {found['ours_s']:.1f} s, bare read {found['bare_read_s']:.1f} s,")
        print(
            f"  {found['ratio']:.2f} times (bar {BARS['import']}); a bare copy to Parquet {found['bare_copy_s']:.1f} s"
        )
        sizes = [10**6, 10**7] if asked.quick else [10**6, 10**7, 5 * 10**7]
        for rows in (*sizes, *([asked.rows] if asked.rows else [])):
            screened = measure_screen(folder, rows)
            print(
                f"screen to one destination, {rows:,} rows: {screened['seconds']:.1f} s, {screened['peak_mb']:.0f} MB"
            )
    sys.exit(mirror["ratio"] > BARS["mirror"] or found["ratio"] > BARS["import"])


if __name__ == "__main__":
    main()
