"""The flow that would fall under a lever: what suppliers send to a third territory, and what of it can have gone on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from entrepot.errors import CallError
from entrepot.model.closure import ExposedFlows, SupplyCell, SupplySource
from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_name
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.interface import Engine
from entrepot.trade.questions.ends import require_apart, require_named
from entrepot.trade.questions.exposure_bounds import list_caps, list_cells, list_spare, remained_percent
from entrepot.trade.questions.exposure_pace import Pace, read_pace
from entrepot.trade.questions.exposure_rows import (
    Book,
    Side,
    Sums,
    bind_products,
    last_month,
    list_reporting,
    read_book,
)
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.leg import LegQuestion
from entrepot.trade.questions.scope import Picked, Scope, pick_cells
from entrepot.trade.questions.silence import (
    few_names,
    list_published,
    period_words,
    periods_of,
    silent_in,
    unpublished_pairs,
)
from entrepot.trade.questions.windows import Comparison, Window

LEAST_MONTHS = 3
_FIRST, _IMPORTS, _DIRECT, _ONWARD = "exposure_first", "exposure_imports", "exposure_direct", "exposure_onward"
_PLACEBO = "exposure_placebo"
_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureQuestion:
    """What is asked: what goes to `via` in a year, and what of it can have gone on to `destination`?

    `issuers` are those whose measures are thought of: where all of them report what they export, exports are used, else
    the imports of `via`. `origins` are the territories whose direct trade with the destination closed; the issuers
    where it is empty; `freed` further ones whose lost direct trade is only told. `windows` are before and after that.
    `rates` give units of the currency for one of another.
    """

    via: str
    destination: str
    goods: Goods
    windows: Comparison
    issuers: tuple[str, ...]
    origins: tuple[str, ...] = ()
    freed: tuple[str, ...] = ()
    source: Literal["auto", "exports", "imports"] = "auto"
    currency: str = ""
    dataset: str = ""
    rates: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_named((self.via,), "third territory")
        require_named((self.destination,), "destination")
        require_apart((self.destination,), (self.via,), ("the destination", "the third territory"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """The flows of a channel's first leg with what bounds them, a year's; `months` are those that each window holds.

    `lost` is the direct trade that ended, None where the records do not tell or none ended; `onward` what was sent on
    more, None where nobody reports it. `pace` is the growth of other trade taken for what would have been anyway.
    `placebo` is what the same rule calls diverted a step earlier, None where the records do not reach back. `reporting`
    are the suppliers that report. `untold` says why there are no flows, "" where there are.
    """

    question: ExposureQuestion
    flows: ExposedFlows
    attribution: str
    months: int
    lost: float | None
    onward: float | None
    pace: float | None
    placebo: float | None
    reporting: frozenset[str]
    withheld: Mapping[str, int]
    sources: tuple[Mapping[int, int], ...]
    issues: tuple[Issue, ...]
    direct_remained: float | None = None
    untold: str = ""


def choose_source(engine: Engine, via: str, issuers: Sequence[str], dataset: str = "") -> SupplySource:
    """Exports where every issuer reports what it exports, else the imports of the third territory where it reports any.

    It does not depend on goods or months, so that two levers of one call are measured alike.
    """
    if issuers and set(issuers) <= list_reporting(engine, "export", dataset):
        return "exports"
    return "imports" if via in list_reporting(engine, "import") else "exports"


def find_windows(
    engine: Engine, source: SupplySource, via: str, goods: Goods, issuers: Sequence[str], since: date
) -> Comparison:
    """The last twelve months that the records have since a measure, or as many as there are, and the same before it.

    Raises:
        CallError: less than three whole months of records lie after the measure.
    """
    if source == "exports":
        last = last_month(engine, "export", goods, issuers, (via,))
    else:
        last = last_month(engine, "import", goods, (via,), ())
    first = since if since.day == 1 else date(since.year + since.month // _YEAR, since.month % _YEAR + 1, 1)
    months = 0 if last is None else (last.year - first.year) * _YEAR + last.month - first.month + 1
    if last is None or months < LEAST_MONTHS:
        raise CallError(
            f"The records have {max(months, 0)} whole months of these goods going to {territory_name(via)} since "
            f"{since}; give --before and --after, or import later records."
        )
    number = last.year * _YEAR + last.month - 1 - (min(months, _YEAR) - 1)
    after = Window(start=date(number // _YEAR, number % _YEAR + 1, 1), end=last)
    back = next(years for years in range(1, 200) if after.moved(-years).end < since.replace(day=1))
    return Comparison(before=after.moved(-back), after=after)


def read_exposure(engine: Engine, question: ExposureQuestion, records: Records) -> Exposure:
    """The year's flows to the third territory with the bounds on what went on, out of both sides' records.

    Raises:
        CallError: only annual rows fit, and the windows are not whole years.
    """
    source = question.source
    if source == "auto":
        source = choose_source(engine, question.via, question.issuers, question.dataset)
    return _Reader(engine, question, records, source).read()


class _Reader:
    """Reads one exposure: every table once, every sum in one currency and scaled to a year."""

    def __init__(self, engine: Engine, question: ExposureQuestion, records: Records, source: SupplySource) -> None:
        self._engine, self._question, self._records, self._source = engine, question, records, source
        self._spans = (question.windows.before, question.windows.after)
        self._end = "reporter" if source == "exports" else "partner"
        self._left_out: set[date] = set()
        self._issues: list[Issue] = []

    def read(self) -> Exposure:
        """The exposure, or one without flows that says why."""
        first = self._pick_first()
        if first.collection is None or not first.collection.holds_goods:
            return self._nothing(first)
        months = self._count_months(first)
        if months < LEAST_MONTHS:
            return self._nothing(
                first, f"only {months} months of each window have records on both sides of the measure"
            )
        sides = self._pick_sides(first)
        untied = self._bind_products([side.picked for side in sides])
        currency = self._question.currency or first.currency
        books = [
            read_book(self._engine, side, self._question.windows, currency, self._question.rates, _YEAR / months)
            for side in sides
        ]
        if not books[0].known:
            return self._nothing(first, f"no rate from {first.currency} to {currency} is known; give one with --rate")
        return self._assemble(books, untied, currency, months)

    def _scope(self) -> Scope:
        question = self._question
        if self._source == "exports":
            return Scope(
                flow="export", goods=question.goods, partners=(question.via,), finest=True, dataset=question.dataset
            )
        return Scope(flow="import", goods=question.goods, reporters=(question.via,), finest=True)

    def _pick_first(self) -> Picked:
        first = pick_cells(self._engine, _FIRST, self._scope(), self._spans)
        self._left_out = self._find_unpublished(first)
        if self._left_out:
            first = pick_cells(self._engine, _FIRST, self._scope(), self._spans, self._left_out)
        self._issues += first.issues
        return first

    def _find_unpublished(self, first: Picked) -> set[date]:
        """Periods that nobody who should have has any record of: they are left out of both windows."""
        if first.collection is None:
            return set()
        frequency = first.collection.frequency
        published = list_published(self._engine, first.collection, first.flow, self._spans)
        who = self._question.issuers if self._source == "exports" else (self._question.via,)
        left_out = unpublished_pairs(self._question.windows, published, who or tuple(published), frequency)
        if left_out:
            message = (
                "Left out, since nobody asked about has a record of any goods in them or in the same month of the "
                f"other window: {period_words(left_out, frequency)}. That is no report and not nothing."
            )
            self._issues.append(Issue(code="periods_not_reported", message=message, severity="warning"))
        silent = silent_in(self._question.windows, published, who, frequency, left_out) if published else ()
        if silent:
            message = (
                f"{few_names(silent)} lack a period of the windows that others have, which is no report and not "
                "nothing; the sums hold what they reported."
            )
            self._issues.append(Issue(code="reporters_silent", message=message, severity="warning"))
        return left_out

    def _count_months(self, first: Picked) -> int:
        frequency = first.collection.frequency if first.collection else "M"
        kept = [one for one in periods_of(self._question.windows.after, frequency) if one not in self._left_out]
        return len(kept) * (_YEAR if frequency == "A" else 1)

    def _pick_sides(self, first: Picked) -> tuple[Side, Side, Side, Side]:
        """The first leg, direct trade with the destination, what is sent on from `via`, and all imports of `via`."""
        question = self._question
        direct = Scope(
            flow="export", goods=question.goods, finest=True,
            reporters=tuple(dict.fromkeys((*self._origins(), *question.freed))), partners=(question.destination,),
            dataset=question.dataset,
        )  # fmt: skip
        imports = Scope(flow="import", goods=question.goods, finest=True, reporters=(question.via,))
        return (
            Side(picked=first, other_end=self._end),
            Side(picked=self._pick(_DIRECT, direct), other_end="reporter"),
            self._pick_onward(),
            Side(picked=first if self._source == "imports" else self._pick(_IMPORTS, imports), other_end="partner"),
        )

    def _pick_onward(self) -> Side:
        """What `via` sends on; where it does not report, what the destination has from there."""
        question = self._question
        sent = Scope(flow="export", goods=question.goods, finest=True, reporters=(question.via,))
        picked = self._pick(_ONWARD, sent)
        if picked.collection is not None:
            return Side(picked=picked, other_end="partner")
        had = Scope(
            flow="import", goods=question.goods, finest=True, reporters=(question.destination,),
            partners=(question.via,),
        )  # fmt: skip
        return Side(picked=self._pick(_ONWARD, had), other_end="reporter")

    def _pick(self, table: str, scope: Scope) -> Picked:
        picked = pick_cells(self._engine, table, scope, self._spans, self._left_out)
        self._issues += picked.issues
        return picked

    def _bind_products(self, picked: Sequence[Picked]) -> frozenset[str]:
        untied, nomenclature = bind_products(self._engine, picked, self._question.windows, self._records)
        if untied:
            why = f"no concordance of {nomenclature} was given (--concordance)" if nomenclature else (
                "they take from too many others"
            )  # fmt: skip
            message = (
                f"{len(untied)} codes cannot be followed over a revision, because {why}: all of their trade may be "
                "new, so that bounds are wider by it."
            )
            self._issues.append(Issue(code="codes_untied", message=message, severity="warning"))
        return untied

    def _assemble(self, books: Sequence[Book], untied: frozenset[str], currency: str, months: int) -> Exposure:
        first, direct, onward, imports = books
        lost, sent_on, pace = self._sum_lost(direct), self._sum_onward(onward), self._read_pace()
        flows = ExposedFlows(
            currency=currency,
            source=self._source,
            cells=list_cells(first, imports, untied, pace.now or 1.0),
            imports=tuple(
                SupplyCell(reporter=partner, code=code, value=value)
                for (partner, code, _), value in imports.by_code.items()
            ),
            caps=list_caps({product for _, product in first.by_product}, lost, sent_on, untied),
            spare=list_spare(imports, onward, self._question.destination) if self._tells_from_below(onward) else {},
            lost=tuple(
                SupplyCell(reporter=reporter, code=product, value=sums.lost)
                for (reporter, product), sums in direct.by_product.items()
                if sums.lost > 0
            ),
        )
        return Exposure(
            question=self._question,
            flows=flows,
            attribution=first.picked.collection.attribution if first.picked and first.picked.collection else "",
            months=months,
            lost=None if lost is None else sum(lost.values()),
            onward=None if sent_on is None else sum(sent_on.values()),
            pace=pace.now,
            placebo=self._measure_placebo(currency, _YEAR / months, pace.earlier),
            reporting=self._list_reporting(first),
            withheld=first.withheld,
            sources=tuple(book.sources for book in books),
            issues=tuple(dict.fromkeys(self._issues)),
            direct_remained=remained_percent(direct, self._origins()),
        )

    def _sum_lost(self, direct: Book) -> dict[str, float] | None:
        """By product, the direct trade that ended; None where not all of its origins report, or it did not fall."""
        origins = self._origins()
        total = sum(direct.sum_products(origins).values(), start=Sums())
        absent = sorted(set(origins) - list_reporting(self._engine, "export"))
        if not direct.known or absent or total.after >= total.before:
            destination = territory_name(self._question.destination)
            why = f"not all report it ({few_names(absent)})" if absent else "the records show no fall of it"
            message = f"Lost direct trade with {destination} bounds nothing here, since {why}."
            self._issues.append(Issue(code="lost_unbounded", message=message, severity="note"))
            return None
        found: dict[str, float] = defaultdict(float)
        for (origin, product), sums in direct.by_product.items():
            found[product] += sums.lost if origin in origins else 0.0
        return dict(found)

    def _origins(self) -> tuple[str, ...]:
        return self._question.origins or self._question.issuers

    def _sum_onward(self, onward: Book) -> dict[str, float] | None:
        """By product, what was sent on more to the destination; a product without any record of sending is left out."""
        if not onward.known:
            ends = territory_name(self._question.via), territory_name(self._question.destination)
            message = (
                f"Neither {ends[0]} nor {ends[1]} reports, in a currency with a known rate, what went on from the one "
                "to the other, which is no report and not nothing; the true upper bound is lower."
            )
            self._issues.append(Issue(code="onward_unbounded", message=message, severity="warning"))
            return None
        to_destination = onward.sum_products((self._question.destination,))
        if onward.picked is not None and onward.picked.flow == "import":
            to_destination = onward.sum_products()
        return {product: to_destination.get(product, Sums()).gained for _, product in onward.by_product}

    def _tells_from_below(self, onward: Book) -> bool:
        return onward.known and onward.picked is not None and onward.picked.flow == "export" and not onward.withheld

    def _list_reporting(self, first: Book) -> frozenset[str]:
        if self._source == "imports" or first.picked is None or first.picked.collection is None:
            return frozenset(reporter for reporter, _ in first.by_product)
        return list_reporting(self._engine, "export", first.picked.collection.dataset)

    def _read_pace(self) -> Pace:
        question = self._question
        leg = LegQuestion(
            reporters=tuple(one for one in question.issuers if one != question.via), via=(question.via,),
            goods=question.goods, windows=question.windows, destination=question.destination, dataset=question.dataset,
        )  # fmt: skip
        pace = read_pace(self._engine, leg, self._source)
        if pace.now is None:
            message = (
                "No other trade is in the records to compare with, so that any growth at all counts as beyond it; "
                "import other goods, or the total of all goods, too."
            )
            self._issues.append(Issue(code="pace_unknown", message=message, severity="warning"))
        return pace

    def _measure_placebo(self, currency: str, scale: float, pace: float | None) -> float | None:
        """What the rule for the middle figure would call diverted a step earlier, without its caps."""
        windows = self._question.windows.placebo()
        picked = pick_cells(self._engine, _PLACEBO, self._scope(), (windows.before, windows.after))
        side = Side(picked=picked, other_end=self._end)
        book = read_book(self._engine, side, windows, currency, self._question.rates, scale)
        if not book.known or not book.total().before:
            return None
        issuers = self._question.issuers
        return sum(
            min(sums.gained, max(0.0, sums.after - (pace or 1.0) * sums.before))
            for (reporter, _), sums in book.by_product.items()
            if not issuers or reporter in issuers
        )

    def _nothing(self, first: Picked, why: str = "") -> Exposure:
        via = territory_name(self._question.via)
        whose = f"{via} reports no imports" if self._source == "imports" else f"nobody reports exports to {via}"
        return Exposure(
            question=self._question,
            flows=ExposedFlows(currency=self._question.currency or first.currency, source=self._source, cells=()),
            attribution="", months=0, lost=None, onward=None, pace=None, placebo=None, reporting=frozenset(),
            withheld={}, sources=(), issues=tuple(dict.fromkeys(self._issues)),
            untold=why or f"{whose} of {self._question.goods.text} in these months, which is no report and not nothing",
        )  # fmt: skip
