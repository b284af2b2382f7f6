"""What was seen of a closed flow being replaced: March 2022, chapter by chapter, for the table that the program ships.

`python replications/observed_reactions.py` writes the reference table `observed_reactions` out of the records.
"""

import csv
import io
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from entrepot.trade.classifications.selectors import read_goods  # noqa: E402 - the checkout must be found first
from entrepot.trade.engines.duckdb import DuckDBEngine  # noqa: E402
from entrepot.trade.interface import Engine  # noqa: E402
from entrepot.trade.questions.findings import Records  # noqa: E402
from entrepot.trade.questions.markets import compare_windows  # noqa: E402
from entrepot.trade.questions.scope import Scope  # noqa: E402
from entrepot.trade.questions.substitution import SubstitutionQuestion, assess_substitution  # noqa: E402
from replications.eu_trade import YEARS  # noqa: E402
from replications.published import SHARED  # noqa: E402
from replications.records import EU27, listed_codes, load_records  # noqa: E402

TABLE = ROOT / "src" / "entrepot" / "reference" / "data" / "observed_reactions.csv"
THROUGH = ("AM", "GE", "KG", "KZ", "UZ")
"""The neighbours in the records that were under no such measure themselves."""
LEAST_LOST = 10e6
"""EUR in nine months: of less, single consignments are most of what moves."""
TARGETS = {"RU": "M065;M066;M068;M069;M070;M071;M072", "BY": "M096"}
SOURCE = (
    "Eurostat, Comext, EU exports of goods listed in Regulation 833/2014, monthly, extract of January 2023; computed "
    "by replications/observed_reactions.py"
)
COLUMNS = (
    *("id", "issuer", "target", "measures", "goods", "before", "after", "value_before_eur", "value_after_eur"),
    *("remained_percent", "least_percent", "middle_percent", "most_percent", "seen_through", "complete", "source"),
    "checked",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """A closed flow: what it was, what remained, and what share of the loss third territories can have replaced."""

    target: str
    goods: str
    before: float
    after: float
    middle: float
    most: float


def observe(engine: Engine, targets: Iterable[str] = TARGETS, goods_list: Sequence[str] = ()) -> Iterator[Observed]:
    """Each target and chapter, the heading of cars, and all listed goods, where enough was lost; or those named."""
    everything = ("", *sorted({code[:2] for code in listed_codes(engine)}), "8703")
    for target in targets:
        for goods in goods_list or everything:
            found = _observe(engine, target, goods)
            if found is not None:
                yield found


def _observe(engine: Engine, target: str, goods: str) -> Observed | None:
    selector = read_goods(goods or "all")
    scope = Scope(flow="export", goods=selector, reporters=EU27, partners=(target,), digits=8)
    direct = compare_windows(engine, scope, YEARS)
    if direct.before - direct.after < LEAST_LOST:
        return None
    question = SubstitutionQuestion(
        reporters=EU27, destination=target, vias=THROUGH, goods=selector, windows=YEARS, dataset="comext"
    )
    finding = assess_substitution(engine, question, Records())
    if finding.estimate is None:
        return None
    return Observed(
        target=target, goods=goods, before=direct.before, after=direct.after, middle=finding.estimate.value,
        most=float(finding.estimate.high or 0.0),
    )  # fmt: skip


def as_row(one: Observed) -> Mapping[str, str]:
    """The row of the table, rounded to what the records bear."""
    return {
        "id": f"2022-03-{one.target.lower()}-{one.goods or 'all'}",
        "issuer": "EU",
        "target": one.target,
        "measures": TARGETS[one.target],
        "goods": one.goods,
        "before": str(YEARS.before),
        "after": str(YEARS.after),
        "value_before_eur": f"{one.before:.0f}",
        "value_after_eur": f"{one.after:.0f}",
        "remained_percent": f"{100 * one.after / one.before:.1f}",
        "least_percent": "0.0",
        "middle_percent": f"{one.middle:.1f}",
        "most_percent": f"{one.most:.1f}",
        "seen_through": ";".join(THROUGH),
        "complete": "no",
        "source": SOURCE,
        "checked": "read",
    }


def render_table(engine: Engine) -> str:
    """The table as text, sorted by its key."""
    rows = sorted((as_row(one) for one in observe(engine)), key=lambda row: row["id"])
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def main() -> int:
    """Writes the table."""
    if not SHARED.is_dir():
        print(f"{SHARED}: no records there; put ../shared/data beside the checkout.", file=sys.stderr)
        return 3
    engine = DuckDBEngine()
    try:
        with tempfile.TemporaryDirectory(prefix="entrepot-reactions-") as folder:
            load_records(engine, SHARED, Path(folder))
            TABLE.write_text(render_table(engine), encoding="utf-8")
    finally:
        engine.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
