"""Of a window, what both sides of a mirror published: the rest is left out, since no report is not nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_name
from entrepot.trade.interface import Engine
from entrepot.trade.questions.choice import Collection
from entrepot.trade.questions.silence import few_names, list_published, period_words, periods_of
from entrepot.trade.questions.windows import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorSpan:
    """The periods of a window that can be compared; `frequency` is A where one side reports years only.

    `wanted` are all periods, `by_importer` those without any record of the importer's, `by_exporters` those without one
    of any exporter, `silent` those of each exporter alone. `absent` are exporters without a record of any period.
    """

    wanted: tuple[date, ...] = ()
    frequency: str = "M"
    by_importer: frozenset[date] = frozenset()
    by_exporters: frozenset[date] = frozenset()
    silent: Mapping[str, frozenset[date]] = field(default_factory=dict)
    absent: tuple[str, ...] = ()

    @property
    def left_out(self) -> frozenset[date]:
        """The periods in which nothing can be compared."""
        return self.by_importer | self.by_exporters

    @property
    def compared(self) -> int:
        """How many periods can be."""
        return len(self.wanted) - len(self.left_out)

    @property
    def is_thin(self) -> bool:
        """Whether less than half of the window can be compared."""
        return 2 * self.compared < len(self.wanted)

    def words(self) -> str:
        """How much of the window is compared; "" where all is."""
        unit = "years" if self.frequency == "A" else "months"
        if not self.left_out:
            return ""
        return f" (compared: {self.compared} of {len(self.wanted)} {unit}, those that both sides published)"

    def month_rows(self) -> list[tuple[str, date]]:
        """The months left out, of each exporter; of all, under "". None where nothing at all can be compared."""
        if not self.compared:
            return []
        pairs = [("", period) for period in self.left_out]
        pairs += [(exporter, period) for exporter, periods in self.silent.items() for period in periods]
        length = 12 if self.frequency == "A" else 1
        return sorted(
            {
                (exporter, date(period.year, period.month + further, 1))
                for exporter, period in pairs
                for further in range(length)
            }
        )

    def issues(self, importer: str) -> tuple[Issue, ...]:
        """What is left out, and because of whom."""
        found = []
        name = territory_name(importer)
        for who, periods in ((f"{name} has", self.by_importer), ("the exporters have", self.by_exporters)):
            if periods and len(periods) < len(self.wanted):
                what = "import" if periods is self.by_importer else "export"
                message = (
                    f"Left out of the comparison: {who} no record of any {what} in "
                    f"{period_words(periods, self.frequency)}, which is no report and not nothing."
                )
                found.append(Issue(code="periods_not_reported", message=message, severity="warning"))
        partly = [exporter for exporter in self.silent if exporter not in self.absent]
        if partly:
            told = "; ".join(
                f"{territory_name(one)} {period_words(self.silent[one], self.frequency)}" for one in partly[:5]
            )
            more = f"; and {len(partly) - 5} more" if len(partly) > 5 else ""
            message = f"Left out with what came from there, for want of any record of exports then: {told}{more}."
            found.append(Issue(code="exporters_silent", message=message, severity="warning"))
        if self.absent and self.silent.keys() - set(self.absent) != self.silent.keys():
            message = f"Exporters asked for without any record of exports, left out: {few_names(self.absent)}."
            found.append(Issue(code="reporters_absent", message=message, severity="warning"))
        return tuple(found)


def find_span(
    engine: Engine, window: Window, ends: tuple[Sequence[str], str], sides: tuple[Collection | None, Collection | None]
) -> MirrorSpan:
    """What of a window both ends, the exporters and the importer, published in their collections."""
    (exporters, importer), (exports, imports) = ends, sides
    annual = "A" in {side.frequency for side in sides if side}
    frequency = "A" if annual else "M"
    wanted = periods_of(window, frequency)
    sent = list_published(engine, exports, "export", (window,))
    came = list_published(engine, imports, "import", (window,))
    gone = {one: _missing(window, wanted, exports, sent.get(one, frozenset())) for one in exporters}
    by_exporters = frozenset.intersection(*gone.values()) if gone else frozenset()
    silent = {one: periods - by_exporters for one, periods in gone.items() if periods - by_exporters}
    return MirrorSpan(
        wanted=tuple(wanted),
        frequency=frequency,
        by_importer=_missing(window, wanted, imports, came.get(importer, frozenset())),
        by_exporters=by_exporters,
        silent=silent,
        absent=tuple(one for one, periods in gone.items() if len(periods) == len(wanted)),
    )


def _missing(
    window: Window, wanted: Sequence[date], side: Collection | None, published: frozenset[date]
) -> frozenset[date]:
    """The periods without a record; a year of a side that reports months, without one in each of its months."""
    if side is None:
        return frozenset()
    if side.frequency == "M" and len(wanted) < window.months:
        return frozenset(year for year in wanted if any(m not in published for m in _months_of(year, window)))
    return frozenset(period for period in wanted if period not in published)


def _months_of(year: date, window: Window) -> list[date]:
    return [month for month in window.list_months() if month.year == year.year]
