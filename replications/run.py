"""Published results recomputed from public data, each beside the published figure: `python replications/run.py`.

Reads ../shared/data/trade, prints a row for every published figure and the backtest, writes build/replications.json.
Exit status 1 when a figure drifts beyond the rounding of what was published or was not computed, or when the backtest's
coverage is not the pinned one, 3 when the data are absent.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from entrepot.trade.engines.duckdb import DuckDBEngine  # noqa: E402 - the checkout must be found first
from entrepot.trade.interface import Engine  # noqa: E402
from replications.backtest import (  # noqa: E402
    Group,
    as_records,
    backtest,
    find_drift,
    print_backtest,
    read_pinned,
)
from replications.eu_trade import eu_trade  # noqa: E402
from replications.first_leg import first_leg  # noqa: E402
from replications.poisson_check import poisson_check  # noqa: E402
from replications.published import SHARED, Figure, Replicated, find_missing, read_published  # noqa: E402
from replications.records import load_records  # noqa: E402
from replications.smartphones import smartphones  # noqa: E402

OUTPUT = ROOT / "build" / "replications.json"
STUDIES: tuple[Callable[[Engine], dict[str, Figure]], ...] = (eu_trade, smartphones, first_leg)


def replicate(shared: Path) -> tuple[list[Replicated], list[str], tuple[Group, ...]]:
    """Every published figure beside the computed one, the ids of those not computed, and the backtest."""
    computed = poisson_check(shared)
    engine = DuckDBEngine()
    try:
        with tempfile.TemporaryDirectory(prefix="entrepot-replications-") as folder:
            load_records(engine, shared, Path(folder))
            for study in STUDIES:
                computed |= study(engine)
            groups = backtest(engine)
    finally:
        engine.close()
    published = read_published(shared / "published.csv")
    found = [Replicated(published=one, computed=computed[one.id]) for one in published if one.id in computed]
    return found, find_missing(published, list(computed)), groups


def print_table(found: Sequence[Replicated]) -> None:
    """A row a figure: published, computed, difference."""
    print(f"{'id':38} {'published':>18} {'computed':>18} {'difference':>12}  unit")
    for one in found:
        published = one.published
        cells = (_cell(published.value, published.unit), _computed(one), _difference(one))
        mark = "" if one.holds else "  <- drift"
        print(f"{published.id:38} {cells[0]:>18} {cells[1]:>18} {cells[2]:>12}  {published.unit}{mark}")


def print_correction(found: Sequence[Replicated]) -> None:
    """The program's own correction of the study, in words, out of the computed figures."""
    value = {one.published.id: one.computed for one in found}
    if "zb-fix-anomalies-new" not in value or "placebo-share" not in value:
        return
    print(
        f"\nCorrection: {value['zb-fix-anomalies-new']:.0f} of the {value['zb-anomalies']:.0f} anomalous markets are "
        "codes that were created on 1 January 2022, so that\nnothing could be reported under them in 2021. Growth to "
        f"the six neighbours is {value['zb-sanctioned-nb-growth']:+.1f} % over all codes,\n"
        f"{value['zb-fix-growth-new-discontinued']:+.1f} % without codes born or ended with that edition, "
        f"{value['zb-fix-growth-touched']:+.1f} % without every code that it touched.\n"
        f"Placebo: one year earlier, with nothing to find, the same rule flags {value['placebo-2020-2021-all']:.0f} "
        f"markets, {value['placebo-2020-2021-neighbours']:.0f} of them towards\nthe six neighbours, against "
        f"{value['placebo-2021-2022-neighbours']:.0f} in 2022: {value['placebo-share']:.1f} %, a rough upper figure "
        "for false flags."
    )


def write_json(found: Sequence[Replicated], missing: Sequence[str], groups: Sequence[Group], path: Path) -> None:
    """The table as JSON, for machines."""
    rows = [
        {
            "id": one.published.id,
            "study": one.published.study,
            "figure": one.published.figure,
            "unit": one.published.unit,
            "published": one.published.value,
            "printed": one.published.printed,
            "computed": one.computed,
            "difference": one.difference,
            "holds": one.holds,
        }
        for one in found
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    written = {"figures": rows, "missing": list(missing), "backtest": as_records(groups)}
    path.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """Prints the table and the correction; the status says whether all figures hold."""
    parser = argparse.ArgumentParser(description="Published results recomputed from public data.")
    parser.add_argument("--data", type=Path, default=SHARED, help="folder of the public records")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="where the table goes as JSON")
    options = parser.parse_args()
    if not (options.data / "published.csv").is_file():
        print(f"{options.data}: no published figures there; put ../shared/data beside the checkout.", file=sys.stderr)
        return 3
    found, missing, groups = replicate(options.data)
    print_table(found)
    print_correction(found)
    print_backtest(groups)
    write_json(found, missing, groups, options.output)
    drifted = [one.published.id for one in found if not one.holds]
    moved = find_drift(groups, read_pinned())
    print(f"\n{len(found) - len(drifted)} of {len(found) + len(missing)} figures hold.")
    for name in missing:
        print(f"not computed: {name}", file=sys.stderr)
    for name in drifted:
        print(f"drifts beyond its rounding: {name}", file=sys.stderr)
    for name in moved:
        print(f"the backtest differs from its pinned figures: {name}", file=sys.stderr)
    return 1 if drifted or missing or moved else 0


def _cell(value: str, unit: str) -> str:
    return value.partition(" or ")[0] if unit == "verdict" else f"{float(value):,.{len(value.partition('.')[2])}f}"


def _computed(one: Replicated) -> str:
    if isinstance(one.computed, str):
        return one.computed
    return f"{one.computed:,.{len(one.published.value.partition('.')[2])}f}"


def _difference(one: Replicated) -> str:
    return "-" if one.difference is None else f"{one.difference:+.3g}"


if __name__ == "__main__":
    sys.exit(main())
