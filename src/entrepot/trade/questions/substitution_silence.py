"""What reporters and vias did not publish of the windows between which a trade was lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_name
from entrepot.trade.interface import Engine
from entrepot.trade.questions.scope import Picked
from entrepot.trade.questions.silence import (
    few_names,
    list_published,
    period_words,
    silent_in,
    unpublished_pairs,
)
from entrepot.trade.questions.windows import Comparison

SILENT = "substitution_silent"
"""The table of the periods left out, of each reporter; those of all reporters under ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowSilence:
    """Periods that reporters did not publish in one of the windows, and vias that did not publish all of the rest."""

    reporters: Mapping[str, frozenset[date]]
    of_all: frozenset[date]
    vias: tuple[str, ...]
    frequency: str
    withheld: int = 0

    def issues(self) -> tuple[Issue, ...]:
        """What is left out, and whose onward trade bounds nothing."""
        found = []
        if self.reporters:
            told = [
                f"{territory_name(one)} {period_words(months, self.frequency)}"
                for one, months in self.reporters.items()
            ]
            more = f"; and {len(told) - 5} more" if len(told) > 5 else ""
            message = (
                "Left out of both windows, for want of any record in one of them, which is no report and not nothing: "
                f"{'; '.join(told[:5])}{more}."
            )
            found.append(Issue(code="periods_not_reported", message=message, severity="warning"))
        if self.vias:
            message = (
                f"{few_names(self.vias)} published only a part of what is compared, so that what was sent on from "
                "there does not bound the share; the true bound is lower."
            )
            found.append(Issue(code="onward_unbounded", message=message, severity="warning"))
        if self.withheld:
            message = (
                f"{self.withheld} rows of the reporters have no value, which is not nothing: a loss or a gain can "
                "lie in them."
            )
            found.append(Issue(code="values_withheld", message=message, severity="warning"))
        return tuple(found)


def find_silence(
    engine: Engine, windows: Comparison, vias: tuple[str, ...], picked: Picked, onward: Picked
) -> WindowSilence:
    """What reporters did not publish of the windows, and the vias that did not publish all of what is left."""
    frequency = picked.collection.frequency if picked.collection else "M"
    spans = (windows.before, windows.after)
    published = list_published(engine, picked.collection, "export", spans)
    used = [str(row[0]) for row in engine.rows(f"SELECT DISTINCT reporter FROM {picked.table} ORDER BY reporter")]  # noqa: S608
    gone = {one: frozenset(unpublished_pairs(windows, published, (one,), frequency)) for one in used}
    of_all = frozenset.intersection(*gone.values()) if gone else frozenset()
    withheld = engine.rows(f"SELECT coalesce(sum(suppressed), 0) AS withheld FROM {picked.table}")  # noqa: S608
    came = list_published(engine, onward.collection, "export", spans)
    own = onward.collection.frequency if onward.collection else frequency
    return WindowSilence(
        reporters={one: months for one, months in gone.items() if months},
        of_all=of_all,
        vias=tuple(via for via in silent_in(windows, came, vias, own, of_all) if came.get(via)),
        frequency=frequency,
        withheld=int(str(withheld[0][0])),
    )


def bind_silence(engine: Engine, silence: WindowSilence) -> None:
    """The periods left out, of each reporter, as a small table; those of all under ""."""
    rows = [(one, month) for one, months in silence.reporters.items() for month in months]
    rows += [("", month) for month in silence.of_all]
    engine.add_table(SILENT, {"reporter": "VARCHAR", "period": "DATE"}, sorted(rows))
