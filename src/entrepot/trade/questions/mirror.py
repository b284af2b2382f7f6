"""The same trade as the exporter and as the importer report it, side by side: one join of two sums."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.model.flow import FlowKind
from entrepot.trade.alternatives import exchange_rate
from entrepot.trade.interface import Engine
from entrepot.trade.questions.scope import AGGREGATES, Picked
from entrepot.trade.questions.windows import Window

PRODUCT_DIGITS = 6
"""Reporters share the codes of the Harmonized System and nothing below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorSource:
    """The rows of one side: a table or view, the columns that name the two ends, the value, and a condition."""

    table: str
    exporter: str
    importer: str
    value: str = "value"
    condition: str = "1 = 1"


def mirror_sql(exports: MirrorSource, imports: MirrorSource, digits: int = PRODUCT_DIGITS) -> str:
    """`exporter, importer, product, period, export_value, import_value`; null where that side reports nothing.

    A zero is a reported zero, a null no report. Products are cut to `digits`, by which the two sides' codes agree.
    """
    return f"""
        WITH exports AS ({_side_sql(exports, "export_value", digits)}),
        imports AS ({_side_sql(imports, "import_value", digits)})
        SELECT
            coalesce(e.exporter, i.exporter) AS exporter,
            coalesce(e.importer, i.importer) AS importer,
            coalesce(e.product, i.product) AS product,
            coalesce(e.period, i.period) AS period,
            e.export_value,
            i.import_value
        FROM exports AS e
        FULL JOIN imports AS i
          ON i.exporter = e.exporter AND i.importer = e.importer AND i.product = e.product AND i.period = e.period
    """  # noqa: S608 - names of the house


def _side_sql(source: MirrorSource, column: str, digits: int) -> str:
    return f"""
            SELECT
                {source.exporter} AS exporter, {source.importer} AS importer,
                substr(code, 1, {int(digits)}) AS product, period, sum({source.value}) AS {column}
            FROM {source.table}
            WHERE {source.condition}
            GROUP BY {source.exporter}, {source.importer}, substr(code, 1, {int(digits)}), period
    """  # noqa: S608 - names of the house


def flows_source(flow: FlowKind) -> MirrorSource:
    """One side of all pairs of single territories at once, straight from the view `flows`, at six digits or more."""
    ends = ("reporter", "partner") if flow == "export" else ("partner", "reporter")
    single = ", ".join(f"'{code}'" for code in AGGREGATES)
    condition = f"flow = '{flow}' AND partner2 = '' AND length(code) >= {PRODUCT_DIGITS} AND partner NOT IN ({single})"
    return MirrorSource(table="flows", exporter=ends[0], importer=ends[1], condition=condition)


def keep_mirror(engine: Engine, name: str = "mirror") -> None:
    """The mirror of every pair, product and period is kept under a name; flows must be of one dataset and currency."""
    engine.keep(name, mirror_sql(flows_source("export"), flows_source("import")))


def convert_cells(
    engine: Engine, picked: Picked, table: str, currency: str, rates: Mapping[str, float], windows: Sequence[Window]
) -> bool:
    """The kept cells with their values in `currency`, under the name `table`; False where a rate is missing.

    `rates` gives units of `currency` for one unit of another; otherwise a year's average of the ECB is taken.
    """
    years = {month.year for window in windows for month in window.list_months()}
    own = picked.currency
    found = {year: rates.get(own) or exchange_rate(own, currency, year) for year in years}
    if any(rate is None for rate in found.values()):
        return False
    engine.add_table("rates_by_year", {"year": "INTEGER", "rate": "DOUBLE"}, sorted(found.items()))
    sql = f"""
        SELECT c.reporter, c.partner, c.code, c.period, c.source, c.row_count, c.value * r.rate AS value
        FROM {picked.table} AS c
        JOIN rates_by_year AS r ON r.year = year(c.period)
        WHERE c.part <> 'masked'
    """  # noqa: S608 - names of the house
    engine.keep(table, sql)
    return True


def common_digits(engine: Engine, tables: Sequence[str]) -> int:
    """The digits that the codes of all tables have, six at the most."""
    union = " UNION ALL ".join(f"SELECT length(code) AS digits FROM {table}" for table in tables)  # noqa: S608
    rows = engine.rows(f"SELECT min(digits) AS digits FROM ({union}) AS lengths")  # noqa: S608 - built above
    return PRODUCT_DIGITS if rows[0][0] is None else min(PRODUCT_DIGITS, int(str(rows[0][0])))


def within(window: Window) -> dict[str, date]:
    """The ends of a window as parameters."""
    return {"start": window.start, "end": window.end}
