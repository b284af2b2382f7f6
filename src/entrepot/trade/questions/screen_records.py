"""What a screen is asked and what it comes to: its channels, and the counts of all."""

from dataclasses import dataclass

from entrepot.model.flow import FlowKind
from entrepot.model.issue import Issue
from entrepot.trade.alternatives import Growth
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.questions.choice import Collection
from entrepot.trade.questions.windows import Comparison

LEAST_PAIRS = 3
"""Differences of months below which no spread can be told from so few: two have one degree of freedom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenQuestion:
    """What is asked: which channels (reporter, partner, product) grew by the rule?

    A channel is flagged with more than `least_value` after and a growth of more than `least_growth` percent; it is
    `digits` of a code wide. Channels are tested that had `least_value` in one of the windows. `level` is the false
    discovery rate that is accepted. `limit` channels get a finding of their own, the largest first.
    """

    goods: Goods
    windows: Comparison
    reporters: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    flow: FlowKind = "export"
    digits: int = 6
    least_value: float = 1e6
    least_growth: float = 100.0
    level: float = 0.05
    limit: int = 50
    dataset: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One channel: its value in the window a step earlier, before and after; its p-value and false discovery rate.

    `p` and `q` are None where too few months give no test. `spread` is the standard error of the change from before to
    after, as far as the test tells it.

    `changed` is true where a revision tied the product to another between the windows, so that the two windows do not
    hold the same goods; `silent` where the reporter has no record at all in some period of them; `withheld` counts rows
    without a value.
    """

    reporter: str
    partner: str
    product: str
    earlier: float
    before: float
    after: float
    p: float | None
    q: float | None
    changed: bool
    spread: float | None = None
    silent: bool = False
    withheld: int = 0

    @property
    def growth(self) -> Growth:
        """From the first window to the second."""
        return Growth(before=self.before, after=self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenResult:
    """What a screen found: the largest flagged channels up to the limit, and the counts of all.

    `flagged` counts channels by the rule, `sure` those of them within the false discovery rate, `changed` those whose
    product a revision changed, `sure_and_unchanged` those that are sure, unchanged and of reporters that have records
    in every period of both windows (`silent` are the others). `placebo_flagged` is None where the records do not reach
    back. `pairs` are the periods of each side that are compared. `untied` names a nomenclature that a revision changed
    between the windows and that no concordance covers.
    """

    channels: tuple[Channel, ...]
    tested: int
    flagged: int
    sure: int
    changed: int
    sure_and_unchanged: int
    placebo_tested: int
    placebo_flagged: int | None
    collection: Collection | None
    sources: dict[int, int]
    issues: tuple[Issue, ...]
    silent: tuple[str, ...] = ()
    untied: str = ""
    pairs: int = 0

    @property
    def is_tested(self) -> bool:
        """Whether there are months enough on each side for a test."""
        return self.pairs >= LEAST_PAIRS

    @property
    def is_general(self) -> bool:
        """Whether most channels are flagged, so that the rule finds what lifts all trade."""
        return 2 * self.flagged > self.tested

    @property
    def placebo_share(self) -> float | None:
        """Flags at the placebo date for each flag found: a rough upper figure for the share of false ones."""
        return None if self.placebo_flagged is None or not self.flagged else self.placebo_flagged / self.flagged


NOTHING = ScreenResult(
    channels=(), tested=0, flagged=0, sure=0, changed=0, sure_and_unchanged=0, placebo_tested=0, placebo_flagged=None,
    collection=None, sources={}, issues=(),
)  # fmt: skip
