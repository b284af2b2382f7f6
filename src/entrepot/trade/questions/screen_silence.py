"""What the reporters of a screen did not publish of its windows, and what is left out for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.model.issue import Issue
from entrepot.trade.interface import Engine
from entrepot.trade.questions.choice import Collection
from entrepot.trade.questions.screen_records import LEAST_PAIRS, ScreenQuestion
from entrepot.trade.questions.silence import (
    Published,
    left_out_issues,
    list_published,
    periods_of,
    silent_in,
    unpublished_pairs,
)
from entrepot.trade.questions.windows import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSilence:
    """Periods left out since no reporter published them, those of the two windows among them, and silent reporters.

    `reaches_back` is true where some reporter published each period of the placebo's first window.
    """

    left_out: frozenset[date]
    of_windows: frozenset[date]
    silent: tuple[str, ...]
    reaches_back: bool

    def issues(self, pairs: int, frequency: str) -> tuple[Issue, ...]:
        """What is left out, and that no test is left where it is not enough."""
        of = pairs + len(self.of_windows) // 2
        found = left_out_issues(self.of_windows, 2 * of, "the reporters have", frequency)
        if pairs >= LEAST_PAIRS:
            return found
        unit = ("year" if frequency == "A" else "month") + ("" if pairs == 1 else "s")
        verb = "gives" if pairs == 1 else "give"
        message = f"{pairs} {unit} a side {verb} no test of a channel and no p; at least {LEAST_PAIRS} are needed."
        return (*found, Issue(code="no_test", message=message, severity="warning"))


def find_silence(engine: Engine, question: ScreenQuestion, collection: Collection) -> ScreenSilence:
    """What the reporters of a screen did not publish of its windows."""
    windows, frequency = question.windows, collection.frequency
    placebo = windows.placebo()
    published = list_published(engine, collection, question.flow, (placebo.before, windows.before, windows.after))
    reporters = [one for one in published if not question.reporters or one in question.reporters]
    of_windows = frozenset(unpublished_pairs(windows, published, reporters, frequency))
    step = windows.years_apart
    before = {period for period in of_windows if period <= windows.before.end}
    earlier = {period.replace(year=period.year - step) for period in before}
    known = {period for reporter in reporters for period in published[reporter]}
    back = [period for period in periods_of(placebo.before, frequency) if period not in earlier]
    return ScreenSilence(
        left_out=frozenset(of_windows | earlier),
        of_windows=of_windows,
        silent=silent_in(windows, published, _with_records(published, reporters, windows), frequency, of_windows),
        reaches_back=all(period in known for period in back),
    )


def _with_records(published: Published, reporters: Sequence[str], windows: Comparison) -> list[str]:
    """The reporters that have records of either window at all."""
    return [one for one in reporters if any(period >= windows.before.start for period in published[one])]
