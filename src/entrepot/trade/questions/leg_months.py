"""The months of a span that a leg's reporters published, and those that only some of them did."""

from dataclasses import dataclass
from datetime import date

from entrepot.model.flow import FlowKind
from entrepot.model.issue import Issue
from entrepot.trade.interface import Engine
from entrepot.trade.questions.scope import Picked
from entrepot.trade.questions.silence import few_names, list_published, period_words
from entrepot.trade.questions.windows import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class LegMonths:
    """The months for which any reporter of a leg has a record of any goods, and those for which none has.

    `partly` are reporters that have records of the span, but not of all months that others have; `leg` names the leg,
    `withheld` counts values of the goods that are withheld.
    """

    leg: str
    published: frozenset[date] = frozenset()
    missing: tuple[date, ...] = ()
    partly: tuple[str, ...] = ()
    withheld: int = 0

    def issues(self) -> tuple[Issue, ...]:
        """What is left out of the leg, or is in it only in part."""
        found = []
        if self.missing and self.published:
            message = (
                f"Left out, {len(self.missing)} months of the leg {self.leg} ({period_words(self.missing)}): no record "
                "of any goods in them, which is no report and not nothing."
            )
            found.append(Issue(code="periods_not_reported", message=message, severity="warning"))
        if self.partly:
            message = (
                f"The leg {self.leg} lacks some months of {few_names(self.partly)}, without a record of any goods; "
                "name the other reporters to leave these out wholly."
            )
            found.append(Issue(code="reporters_silent", message=message, severity="warning"))
        if self.withheld:
            message = f"{self.withheld} values of the leg {self.leg} are withheld and left out; they are not nothing."
            found.append(Issue(code="values_withheld", message=message, severity="warning"))
        return tuple(found)


def find_leg_months(
    engine: Engine, span: Window, picked: Picked, flow: FlowKind, reporters: tuple[str, ...], leg: str
) -> LegMonths:
    """The months of a span that reporters of a leg published in the collection that was picked; all without names."""
    by_reporter = list_published(engine, picked.collection, flow, (span,))
    used = {str(row[0]) for row in engine.rows(f"SELECT DISTINCT reporter FROM {picked.table} ORDER BY reporter")}  # noqa: S608
    known = {one: months for one, months in by_reporter.items() if one in (reporters or used)}
    published = frozenset().union(*known.values())
    sql = f"SELECT count(*) AS withheld FROM {picked.table} WHERE part <> 'masked' AND value IS NULL"  # noqa: S608
    return LegMonths(
        leg=leg,
        published=published,
        missing=tuple(month for month in span.list_months() if month not in published),
        partly=tuple(sorted(one for one, months in known.items() if one in used and months != published)),
        withheld=int(str(engine.rows(sql)[0][0])),
    )
