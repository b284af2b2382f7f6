"""Exports that one side reports beside imports that the other does, read out of the records and summed by product."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from entrepot.model.flow import ALL_GOODS, WORLD
from entrepot.model.issue import Issue
from entrepot.trade.classifications.matching import match_codes
from entrepot.trade.classifications.selectors import Goods, widen_goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.ends import require_apart, require_named
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.mirror import PRODUCT_DIGITS, common_digits, convert_cells, within
from entrepot.trade.questions.mirror_span import MirrorSpan, find_span
from entrepot.trade.questions.mirror_ties import (
    Codes,
    MirrorTies,
    list_candidates,
    list_revisions,
    tie_mirror,
    untied_issues,
)
from entrepot.trade.questions.scope import Collection, Picked, Scope, is_derived, pick_cells, rows_by_source
from entrepot.trade.questions.windows import Comparison, Window

CIF_OVER_FOB = (1.03, 1.20)
"""Freight and insurance as a factor. The IMF's Direction of Trade Statistics took 1.10 for all pairs until 2018 and
1.06 since (Marini, Dippelsman and Stanger, IMF WP/18/16); OECD's bilateral estimates (Miao and Fortanier 2017) lie
mostly between 1.03 and 1.20, the land-locked above."""
MIDDLE_FACTOR = 1.06
_SENT = "gap_sent"
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

    `importer_reports` says whether the importer has any record of imports then, `span` which periods both sides
    published, `withheld` how many of the importer's rows have no value; `trouble` why the sides cannot be compared, ""
    where they can. `attribution` is how the importer names partners, `ties` how codes of the sides were tied.
    """

    products: tuple[ProductMirror, ...]
    currency: str
    attribution: str
    importer_reports: bool
    span: MirrorSpan
    withheld: int
    trouble: str
    sources: tuple[Mapping[int, int], ...]
    issues: tuple[Issue, ...]
    ties: MirrorTies = field(default_factory=MirrorTies)
    collections: tuple[Collection | None, ...] = ()

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

    @property
    def shared_in_part(self) -> float:
        """Exports of families of codes that the two sides share only in part."""
        return sum(one.exported for one in self.products if one.product in self.ties.partial)

    def beyond_all_imports(self, factor: float) -> float:
        """Exports beyond all that the importer had of the same product from anywhere, of comparable products."""
        comparable = (one for one in self.products if one.imported_from_all)
        return sum(max(0.0, one.exported - (one.imported_from_all or 0.0) / factor) for one in comparable)


def read_mirror(
    engine: Engine, question: GapQuestion, importer: str, window: Window, records: Records | None = None
) -> Mirror:
    """Both sides of a pair in a window, as far as both published it, by products that are the same on both sides."""
    records = records or Records()
    revisions, wide = _widen(engine, question, importer, records)
    # All windows of the question at once, so that a product is the same in each.
    spans = tuple(dict.fromkeys(one for one in (window, question.window, question.before) if one))
    exports = pick_cells(engine, _SENT, _sent_scope(wide, importer), spans)
    imports = _pick_imports(engine, wide, importer, spans)
    everything = _pick_all_imports(engine, wide, importer, spans, imports)
    sides = (exports, imports, everything)
    shown = everything.collection or imports.collection
    span = find_span(engine, window, (question.exporters, importer), (exports.collection, shown))
    reports = _reports_imports(engine, importer, window)
    sent, received = _codes(engine, exports), _codes(engine, everything) or _codes(engine, imports)
    ties = tie_mirror(question.goods, _asked(engine, question.goods, sides), sent, received, revisions)
    currency = exports.currency or imports.currency
    known = _keep_used(engine, sides, ties, span, (currency, question.rates, spans), window)
    products = _read_products(engine) if known else ()
    lost = [one.product for one in products if one.exported and not one.imported_from_all]
    untied = untied_issues(lost, sent, received, revisions) if known else ()
    return Mirror(
        products=products,
        currency=currency,
        attribution=shown.attribution if shown else "",
        importer_reports=reports,
        span=span,
        withheld=max(_withheld(engine, one.table, window) for one in (imports, everything)),
        trouble=_trouble(sides, known, span if reports else MirrorSpan()),
        sources=tuple(rows_by_source(engine, table) for table in (_EXPORTS, _IMPORTS, _ALL_IMPORTS)),
        issues=(*(issue for side in sides for issue in side.issues), *span.issues(importer), *ties.issues, *untied),
        ties=ties,
        collections=tuple(dict.fromkeys(side.collection for side in sides)),
    )


def _widen(
    engine: Engine, question: GapQuestion, importer: str, records: Records
) -> tuple[Mapping[int, frozenset[tuple[str, str]]], GapQuestion]:
    """The revisions that may lie between the sides, and the question with the codes that they tie to its goods."""
    if question.goods.is_total:
        return {}, question
    engine.add_table("gap_ends", {"reporter": "VARCHAR"}, [(one,) for one in (*question.exporters, importer)])
    sql = """
        SELECT DISTINCT nomenclature
        FROM flows
        WHERE reporter IN (SELECT reporter FROM gap_ends)
        ORDER BY nomenclature
    """
    nomenclatures = [str(row[0]) for row in engine.rows(sql)]
    first = question.before or question.window
    whole = Window(start=first.start, end=question.window.end)
    revisions = list_revisions(records, nomenclatures, whole)
    candidates = list_candidates(question.goods, revisions)
    return revisions, replace(question, goods=widen_goods(question.goods, candidates))


def _sent_scope(question: GapQuestion, importer: str) -> Scope:
    return Scope(
        flow="export", goods=question.goods, finest=True, reporters=question.exporters, partners=(importer,),
        dataset=question.dataset,
    )  # fmt: skip


def _codes(engine: Engine, side: Picked) -> Codes:
    """The codes of six digits of one side, with the editions under which its rows stand."""
    if side.collection is None:
        return {}
    sql = f"SELECT DISTINCT code, hs_edition FROM {side.table}_goods WHERE part = 'goods' ORDER BY code, hs_edition"  # noqa: S608
    found: dict[str, set[int]] = {}
    for code, edition in engine.rows(sql):
        if len(str(code)) >= PRODUCT_DIGITS:
            found.setdefault(str(code)[:PRODUCT_DIGITS], set()).add(int(str(edition)))
    return {code: frozenset(editions) for code, editions in found.items()}


def _asked(engine: Engine, goods: Goods, sides: Sequence[Picked]) -> frozenset[str]:
    """The codes of all sides, of six digits at the most, that the goods hold as they were asked for."""
    found: set[str] = set()
    for side in sides:
        if side.collection:
            rows = engine.rows(f"SELECT DISTINCT code, hs_edition FROM {side.table}_goods ORDER BY code, hs_edition")  # noqa: S608
            codes = ((str(code), int(str(edition))) for code, edition in rows)
            found |= {one[0][:PRODUCT_DIGITS] for one in match_codes(goods, codes, finest=True) if one[3] != "masked"}
    return frozenset(found)


def _keep_used(
    engine: Engine,
    sides: tuple[Picked, Picked, Picked],
    ties: MirrorTies,
    span: MirrorSpan,
    money: tuple[str, Mapping[str, float], Sequence[Window]],
    window: Window,
) -> bool:
    """What is compared of each side is kept, in one currency, under the product that stands for each code.

    False where a rate is missing; the rows are kept as they are then.
    """
    currency, rates, spans = money
    tables = (_EXPORTS, _IMPORTS, _ALL_IMPORTS)
    known = [
        bool(side.collection) and convert_cells(engine, side, f"{table}_converted", currency, rates, spans)
        for side, table in zip(sides, tables, strict=True)
    ]
    converted = all(done or side.collection is None for done, side in zip(known, sides, strict=True))
    digits = common_digits(engine, [side.table for side in sides])
    columns = {"code": "VARCHAR", "product": "VARCHAR"}
    whole = any(ALL_GOODS in code for code in ties.names)
    names = [(code, ALL_GOODS if whole else _product(code, name, digits)) for code, name in ties.names.items()]
    engine.add_table("gap_ties", columns, sorted(names))
    engine.add_table("gap_left_out", {"exporter": "VARCHAR", "period": "DATE"}, span.month_rows())
    ends = ("c.reporter", "c.partner", "''")
    for side, table, done, end in zip(sides, tables, known, ends, strict=True):
        engine.keep(table, _used_sql(f"{table}_converted" if done else side.table, end), within(window))
    return converted


def _product(code: str, name: str, digits: int) -> str:
    """A family stands under its name, a code of its own under the digits that both sides have."""
    return code[:digits] if code == name else name[:digits]


def _used_sql(table: str, exporter: str) -> str:
    return f"""
        SELECT c.reporter, c.partner, t.product, c.period, c.source, c.row_count, c.value
        FROM {table} AS c
        JOIN gap_ties AS t ON t.code = substr(c.code, 1, {PRODUCT_DIGITS})
        LEFT JOIN gap_left_out AS l ON l.period = c.period AND l.exporter IN ('', {exporter})
        WHERE l.period IS NULL AND c.{_IN_WINDOW}
    """  # noqa: S608 - names of the house


def _pick_imports(engine: Engine, question: GapQuestion, importer: str, spans: Sequence[Window]) -> Picked:
    """The importer's rows for these exporters: by consignment where it has the goods so, else as they are."""
    for attribution in ("consignment", ""):
        scope = Scope(
            flow="import", goods=question.goods, finest=True, reporters=(importer,), partners=question.exporters,
            attribution=attribution,
        )  # fmt: skip
        picked = pick_cells(engine, "gap_received", scope, spans)
        if picked.collection and picked.collection.holds_goods:
            return picked
    return picked


def _pick_all_imports(
    engine: Engine, question: GapQuestion, importer: str, spans: Sequence[Window], pair: Picked
) -> Picked:
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
        picked = pick_cells(engine, "gap_received_all", scope, spans)
        if picked.collection and picked.collection.holds_goods:
            return picked
    return picked


def _trouble(sides: Sequence[Picked], convertible: bool, span: MirrorSpan) -> str:
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
    if span.wanted and not span.compared:
        return "there is no period for which both sides have records of any trade"
    return ""


def _read_products(engine: Engine) -> tuple[ProductMirror, ...]:
    """Each product of either side, summed over the window so that goods under way at a month's end do not matter."""
    sql = f"""
        WITH exports AS (SELECT product, sum(value) AS value FROM {_EXPORTS} GROUP BY product),
        imports AS (SELECT product, sum(value) AS value FROM {_IMPORTS} GROUP BY product),
        everywhere AS (SELECT product, sum(value) AS value FROM {_ALL_IMPORTS} GROUP BY product),
        products AS (SELECT product FROM exports UNION SELECT product FROM imports)
        SELECT p.product, coalesce(e.value, 0) AS exported, i.value AS imported, a.value AS imported_from_all
        FROM products AS p
        LEFT JOIN exports AS e ON e.product = p.product
        LEFT JOIN imports AS i ON i.product = p.product
        LEFT JOIN everywhere AS a ON a.product = p.product
        ORDER BY p.product
    """  # noqa: S608 - names of the house
    return tuple(
        ProductMirror(
            product=str(product), exported=float(str(exported)), imported=_maybe(imported),
            imported_from_all=_maybe(whole) )
        for product, exported, imported, whole in engine.rows(sql)
    )  # fmt: skip


_IN_WINDOW = "period BETWEEN $start AND $end"


def _reports_imports(engine: Engine, importer: str, window: Window) -> bool:
    sql = "SELECT count(*) FROM flows WHERE reporter = $importer AND flow = 'import' AND period BETWEEN $start AND $end"
    return bool(engine.rows(sql, {"importer": importer, **within(window)})[0][0])


def _withheld(engine: Engine, table: str, window: Window) -> int:
    """Rows without a value among those compared; a table without any row has none."""
    sql = f"""
        SELECT coalesce(sum(c.suppressed), 0) AS suppressed
        FROM {table} AS c
        JOIN gap_ties AS t ON t.code = substr(c.code, 1, {PRODUCT_DIGITS})
        WHERE c.{_IN_WINDOW}
    """  # noqa: S608 - names of the house
    return int(str(engine.rows(sql, within(window))[0][0]))


def read_additional(engine: Engine, question: GapQuestion, records: Records) -> dict[str, object]:
    """What became of additional exports, for the importer and each placebo: never a share without its levels."""
    found: dict[str, object] = {}
    for importer in (question.importer, *question.placebos):
        if question.before is None:
            continue
        first = read_mirror(engine, question, importer, question.before, records)
        second = read_mirror(engine, question, importer, question.window, records)
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
