"""Exports that one side reports beside imports that the other does, read out of the records and summed by product."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from entrepot.model.flow import WORLD
from entrepot.model.issue import Issue
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.ends import require_apart, require_named
from entrepot.trade.questions.mirror import MirrorSource, common_digits, convert_cells, mirror_sql, within
from entrepot.trade.questions.scope import Collection, Picked, Scope, is_derived, pick_cells, rows_by_source
from entrepot.trade.questions.windows import Comparison, Window

CIF_OVER_FOB = (1.03, 1.20)
"""Freight and insurance as a factor. The IMF's Direction of Trade Statistics took 1.10 for all pairs until 2018 and
1.06 since (Marini, Dippelsman and Stanger, IMF WP/18/16); OECD's bilateral estimates (Miao and Fortanier 2017) lie
mostly between 1.03 and 1.20, the land-locked above."""
MIDDLE_FACTOR = 1.06
_EXPORTS, _IMPORTS, _ALL_IMPORTS = "gap_exports", "gap_imports", "gap_all_imports"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapQuestion:
    """What is asked of a pair: do the imports of `importer` show what `exporters` say they sent there?

    `before` is an earlier window, so that additional exports can be looked at, with `placebos`: other importers to put
    beside it. `factors` are the lowest and the highest plausible CIF/FOB factor. `least_share` is the share of the
    exports that must be missing to count. `rates` give units of the exporters' currency for one of another.
    """

    exporters: tuple[str, ...]
    importer: str
    goods: Goods
    window: Window
    before: Window | None = None
    placebos: tuple[str, ...] = ()
    factors: tuple[float, float] = CIF_OVER_FOB
    least_share: float = 0.25
    rates: Mapping[str, float] = field(default_factory=dict)
    dataset: str = ""

    def __post_init__(self) -> None:
        require_named(self.exporters, "exporter")
        require_apart((self.importer, *self.placebos), self.exporters, ("an importer", "an exporter"))
        require_apart((self.importer,), self.placebos, ("the importer", "a placebo"))
        if self.before:
            Comparison(before=self.before, after=self.window)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductMirror:
    """A product in the window: sent, received from there, received from everywhere; None is "not reported"."""

    product: str
    exported: float
    imported: float | None
    imported_from_all: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """Both sides of a pair in a window, in the exporters' currency.

    `importer_reports` says whether the importer has any record of imports then, `silent_periods` in how many periods
    of the window it has none, `withheld` how many of its rows have no value; `trouble` why the sides cannot be
    compared, "" where they can. `attribution` is how the importer names partners.
    """

    products: tuple[ProductMirror, ...]
    currency: str
    attribution: str
    importer_reports: bool
    silent_periods: int
    withheld: int
    trouble: str
    sources: tuple[Mapping[int, int], ...]
    issues: tuple[Issue, ...]

    @property
    def exported(self) -> float:
        """What the exporters say they sent."""
        return sum(one.exported for one in self.products)

    @property
    def imported(self) -> float:
        """What the importer says it had from these exporters."""
        return sum(one.imported or 0.0 for one in self.products)

    @property
    def imported_from_all(self) -> float:
        """What the importer says it had of these goods from everywhere."""
        return sum(one.imported_from_all or 0.0 for one in self.products)

    @property
    def unreported(self) -> float:
        """Exports of products of which the importer reports nothing from anywhere: not comparable."""
        return sum(one.exported for one in self.products if not one.imported_from_all)

    def beyond_all_imports(self, factor: float) -> float:
        """Exports beyond all that the importer had of the same product from anywhere, of comparable products."""
        comparable = (one for one in self.products if one.imported_from_all)
        return sum(max(0.0, one.exported - (one.imported_from_all or 0.0) / factor) for one in comparable)


def read_mirror(engine: Engine, question: GapQuestion, importer: str, window: Window) -> Mirror:
    """Both sides of a pair in a window."""
    sent = Scope(
        flow="export", goods=question.goods, finest=True, reporters=question.exporters, partners=(importer,),
        dataset=question.dataset )  # fmt: skip
    exports = pick_cells(engine, "gap_sent", sent, (window,))
    imports = _pick_imports(engine, question, importer, window)
    everything = _pick_all_imports(engine, question, importer, window, imports)
    currency = exports.currency or imports.currency
    known = [
        convert_cells(engine, picked, table, currency, question.rates, (window,)) if picked.collection else True
        for picked, table in ((exports, _EXPORTS), (imports, _IMPORTS), (everything, _ALL_IMPORTS))
    ]
    for picked, table in ((exports, _EXPORTS), (imports, _IMPORTS), (everything, _ALL_IMPORTS)):
        if not picked.collection:
            engine.keep(table, f"SELECT reporter, partner, code, period, source, row_count, value FROM {picked.table}")  # noqa: S608
    shown = everything.collection or imports.collection
    return Mirror(
        products=_read_products(engine, window) if all(known) else (),
        currency=currency,
        attribution=shown.attribution if shown else "",
        importer_reports=_reports_imports(engine, importer, window),
        silent_periods=_silent_periods(engine, importer, window, shown),
        withheld=max(_withheld(engine, one.table) for one in (imports, everything)),
        trouble=_trouble((exports, imports, everything), all(known)),
        sources=tuple(rows_by_source(engine, one.table) for one in (exports, imports, everything)),
        issues=(*exports.issues, *imports.issues, *everything.issues),
    )


def _pick_imports(engine: Engine, question: GapQuestion, importer: str, window: Window) -> Picked:
    """The importer's rows for these exporters: by consignment where it has them, else as they are."""
    for attribution in ("consignment", ""):
        scope = Scope(
            flow="import", goods=question.goods, finest=True, reporters=(importer,), partners=question.exporters,
            attribution=attribution,
        )  # fmt: skip
        picked = pick_cells(engine, "gap_received", scope, (window,))
        if picked.collection:
            return picked
    return picked


def _pick_all_imports(engine: Engine, question: GapQuestion, importer: str, window: Window, pair: Picked) -> Picked:
    """The importer's rows for all partners: each partner, or else the world's own row."""
    attribution = pair.collection.attribution if pair.collection else ""
    for partners in ((), (WORLD,)):
        scope = Scope(
            flow="import",
            goods=question.goods,
            finest=True,
            reporters=(importer,),
            partners=partners,
            attribution=attribution,
        )
        picked = pick_cells(engine, "gap_received_all", scope, (window,))
        if picked.collection:
            return picked
    return picked


def _trouble(sides: Sequence[Picked], convertible: bool) -> str:
    derived = sorted({one.collection.dataset for one in sides if one.collection and is_derived(one.collection.dataset)})
    if derived:
        return (
            f"{', '.join(derived)} is computed from both sides' reports, so it holds no second witness; "
            "import what the "
            "territories reported themselves"
        )
    if not convertible:
        currencies = " and ".join(sorted({one.currency for one in sides if one.currency}))
        return f"the two sides report in {currencies} and no rate of the year is known here; give one with --rate"
    if sides[0].collection is None:
        return "the exporters report no such exports in these months, or their records were not imported"
    return ""


def _read_products(engine: Engine, window: Window) -> tuple[ProductMirror, ...]:
    """Each product of either side, summed over the window so that goods under way at a month's end do not matter."""
    digits = common_digits(engine, (_EXPORTS, _IMPORTS, _ALL_IMPORTS))
    pair = mirror_sql(
        MirrorSource(table=_EXPORTS, exporter="'exporters'", importer="'importer'", condition=_IN_WINDOW),
        MirrorSource(table=_IMPORTS, exporter="'exporters'", importer="'importer'", condition=_IN_WINDOW),
        digits,
    )
    sql = f"""
        WITH pair AS ({pair}),
        products AS (
            SELECT product, coalesce(sum(export_value), 0) AS exported, sum(import_value) AS imported
            FROM pair
            GROUP BY product
        ),
        everywhere AS (
            SELECT substr(code, 1, {digits}) AS product, sum(value) AS imported_from_all
            FROM {_ALL_IMPORTS}
            WHERE {_IN_WINDOW}
            GROUP BY substr(code, 1, {digits})
        )
        SELECT p.product, p.exported, p.imported, e.imported_from_all
        FROM products AS p
        LEFT JOIN everywhere AS e ON e.product = p.product
        ORDER BY p.product
    """  # noqa: S608 - names of the house
    return tuple(
        ProductMirror(
            product=str(product), exported=float(str(exported)), imported=_maybe(imported),
            imported_from_all=_maybe(whole) )
        for product, exported, imported, whole in engine.rows(sql, within(window))
    )  # fmt: skip


_IN_WINDOW = "period BETWEEN $start AND $end"


def _reports_imports(engine: Engine, importer: str, window: Window) -> bool:
    sql = "SELECT count(*) FROM flows WHERE reporter = $importer AND flow = 'import' AND period BETWEEN $start AND $end"
    return bool(engine.rows(sql, {"importer": importer, **within(window)})[0][0])


def _silent_periods(engine: Engine, importer: str, window: Window, imports: Collection | None) -> int:
    """Periods of the window for which the importer has no record of any import in the collection."""
    if imports is None:
        return 0
    sql = """
        SELECT count(DISTINCT period)
        FROM flows
        WHERE reporter = $importer AND flow = 'import' AND period BETWEEN $start AND $end
          AND dataset = $dataset AND frequency = $frequency
    """
    parameters = {"dataset": imports.dataset, "frequency": imports.frequency, "importer": importer, **within(window)}
    periods = window.months if imports.frequency == "M" else window.months // 12
    return max(0, periods - int(str(engine.rows(sql, parameters)[0][0])))


def _withheld(engine: Engine, table: str) -> int:
    rows = engine.rows(f"SELECT coalesce(sum(suppressed), 0) FROM {table}")  # noqa: S608 - a name of the house
    return int(str(rows[0][0]))


def read_additional(engine: Engine, question: GapQuestion) -> dict[str, object]:
    """What became of additional exports, for the importer and each placebo: never a share without its levels."""
    found: dict[str, object] = {}
    for importer in (question.importer, *question.placebos):
        if question.before is None:
            continue
        first = read_mirror(engine, question, importer, question.before)
        second = read_mirror(engine, question, importer, question.window)
        more_sent, more_received = second.exported - first.exported, second.imported - first.imported
        found[importer] = {
            "additional_exports": more_sent,
            "additional_imports": more_received,
            "missing_share": 1 - more_received / MIDDLE_FACTOR / more_sent if more_sent > 0 else None,
            "level_ratio_before": first.imported / first.exported if first.exported else None,
            "level_ratio_after": second.imported / second.exported if second.exported else None,
            "comparable": not (first.trouble or second.trouble) and first.importer_reports and second.importer_reports,
        }
    return found


def _maybe(value: object) -> float | None:
    return None if value is None else float(str(value))
