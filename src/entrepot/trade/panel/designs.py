"""What varies and what is absorbed in each design: two or three differences, the rest taken up by fixed effects.

The market effect takes up how large each flow usually is. In "goods" and "triple" an effect for each reporter,
territory and period takes up all that moves the whole trade of two territories (exchange rates, growth, war, a trade
agreement); in "partners" one for each reporter, goods and period, in "triple" one for goods and period, takes up all
that moves the goods everywhere (prices, supply). What is left is the product of the differences.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np

from entrepot.trade.panel.panel_rows import Panel
from entrepot.trade.panel.poisson import Column, PoissonModel
from entrepot.trade.panel.question import Design

EFFECT = "effect"
MARKET = ("reporter", "partner", "goods", "listed")
PARTNER_PERIOD = ("reporter", "partner", "period")
REPORTER_GOODS_PERIOD = ("reporter", "goods", "listed", "period")
GOODS_PERIOD = ("goods", "listed", "period")
"""Of all reporters together: with an effect for each reporter as well, sparse panels of three differences come apart
into pieces that no algorithm at hand fits in bearable time."""
FIXED_EFFECTS: dict[Design, tuple[tuple[str, ...], ...]] = {
    "goods": (MARKET, PARTNER_PERIOD),
    "partners": (MARKET, REPORTER_GOODS_PERIOD),
    "triple": (MARKET, PARTNER_PERIOD, GOODS_PERIOD),
}

LEAST_CLUSTERS = 6
"""Below this no pattern of signs can be rarer than 5 % (2 of 2^5 is 6.25 %), so nothing can be told."""
CLUSTERS: tuple[tuple[str, ...], ...] = (("reporter",), ("goods",))
"""By reporter where there are enough, since what one office does affects all its rows; else by goods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Designed:
    """A panel with a design: which rows are exposed to the change, apart from the date, and the model."""

    panel: Panel
    design: Design
    exposed: Column
    cluster: tuple[str, ...]
    clusters: int

    def model(self, *regressors: str, offset: str | None = None) -> PoissonModel:
        """The model with these regressors."""
        return PoissonModel(
            outcome="value",
            regressors=regressors,
            fixed_effects=FIXED_EFFECTS[self.design],
            cluster=self.cluster,
            offset=offset,
        )

    def effect_since(self, since: date) -> Column:
        """1.0 for exposed rows from the date on, else 0.0."""
        return self.exposed * (self.panel.months_since(since) >= 0)


def design_panel(panel: Panel, design: Design, via: Collection[str]) -> Designed:
    """The panel with what the design compares: goods, territories, or both."""
    listed = panel.columns["listed"] == 1
    at_via = np.isin(panel.columns["partner"], list(via))
    exposed = {"goods": listed, "partners": at_via, "triple": listed & at_via}[design]
    counted = {names: len(np.unique(panel.columns[names[0]])) for names in CLUSTERS}
    cluster = next((names for names in CLUSTERS if counted[names] >= LEAST_CLUSTERS), CLUSTERS[0])
    return Designed(
        panel=panel, design=design, exposed=exposed.astype(float), cluster=cluster, clusters=counted[cluster]
    )
