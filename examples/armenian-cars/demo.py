"""A channel that customs records speak on: cars through Armenia to Russia, from Armenia's own statistics.

The records are those of UN Comtrade, which may be used with attribution but not passed on in bulk, so they are read
from beside the checkout and are not part of it.
"""

import argparse
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parent
RECORDS = EXAMPLE.parents[2] / "shared" / "data" / "trade" / "armenia" / "vehicle_trade_armenia.csv"
COMMAND = Path(sys.executable).parent / "entrepot"


def call(*arguments: str) -> None:
    """Shows a command and runs it; its own words appear as they come."""
    print(f"$ entrepot {shlex.join(arguments)}", flush=True)
    subprocess.run([str(COMMAND), *arguments], check=True, stdin=subprocess.DEVNULL)


def main() -> int:
    """Makes the case, its channel with an estimate of what a ban would close, and the dossier."""
    parser = argparse.ArgumentParser(description="Run the example case on customs records.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/demo-cars"))
    parser.add_argument("--records", type=Path, default=RECORDS, help="vehicle_trade_armenia.csv, wherever it lies.")
    given = parser.parse_args()
    if not given.records.is_file():
        print(f"{given.records} is not there; name the file of Armenia's cars with --records.", file=sys.stderr)
        return 3
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    case, dossier = str(given.folder / "armenian-cars.duckdb"), str(given.folder / "dossier")
    call("case", "new", case, "--name", "Cars through Armenia")
    call("trade", "import", case, str(given.records), "--mapping", str(EXAMPLE / "vehicles.toml"))
    call("channels", case, "--file", str(EXAMPLE / "channels.csv"))
    call("close", "Cars through Armenia", "--case", case, "--lever", "L01:issuers=US,DE,JP,KR", "--keep")
    call("dossier", case, "--out", dossier)
    print()
    print(f"The dossier lies in {dossier}: open {dossier}/dossier.html in a browser, and the channel from there.")
    print("Statistics of territories, goods and periods, never of a firm; leads for human review.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
