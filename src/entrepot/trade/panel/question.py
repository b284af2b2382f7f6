"""The question that a panel answers: whose flows of which goods where, since when, beside what."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.errors import CallError
from entrepot.model.flow import FlowKind

Design = Literal["goods", "partners", "triple"]
Unit = Literal["group", "product"]
SEED = 20220224
"""Of the patterns of signs that are drawn: any number would do, the same one gives the same interval."""
Rest = Literal["auto", "codes", "total", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelQuestion:
    """Did flows of goods to territories rise from a date on, beyond what the comparisons did?

    `reporters`, `via` and `comparison` are territories as the flow table has them; `products` are codes or their first
    digits. `since` is the first day of the first month after the change; `first` and `last` bound the records used.

    `unit` says what a row is: "group" adds the goods up to the listed and the rest, "product" keeps subheadings (the
    first six digits) apart. `rest` says what the goods are compared with: other codes of the records, the total of
    all goods less the listed, or nothing; "auto" takes other codes where the records have any, else the total.
    `markets` says which are in the panel: those that ever traded, or every reporter, territory and goods; the others
    say nothing of the effect and are dropped as separated, but can leave single rows behind. `left_out` are codes or
    first digits that belong to neither side, such as 27 (fuels) for their price.

    `changed` says what becomes of codes that begin or end with a new edition of the nomenclature inside the span: they
    are left out of both sides, or kept where the analyst knows that the other end is on the same side.
    `relevant_percent` is the rise that the interval must exclude before "no rise" means anything.
    """

    reporters: tuple[str, ...]
    via: tuple[str, ...]
    comparison: tuple[str, ...]
    products: tuple[str, ...]
    since: date
    goods_label: str = "the goods asked for"
    first: date | None = None
    last: date | None = None
    dataset: str | None = None
    flow: FlowKind = "export"
    unit: Unit = "group"
    rest: Rest = "auto"
    markets: Literal["traded", "all"] = "traded"
    left_out: tuple[str, ...] = ()
    changed: Literal["leave_out", "keep"] = "leave_out"
    relevant_percent: float = 50.0
    draws: int = 4_999
    seed: int = SEED

    def __post_init__(self) -> None:
        for name in ("reporters", "via", "products"):
            if not getattr(self, name):
                raise CallError(f"A panel needs {name}; name at least one.")
        both = sorted({*self.via} & {*self.comparison})
        if both:
            raise CallError(f"{', '.join(both)} cannot be both via and comparison; name each once.")
        if self.since.day != 1:
            raise CallError(f"The panel counts whole months; give the first day of one instead of {self.since}.")
        if (self.first and self.first >= self.since) or (self.last and self.last < self.since):
            raise CallError(f"The date {self.since:%Y-%m} must lie inside the span of the records, not at its edge.")


def design_of(question: PanelQuestion, *, has_rest: bool) -> Design:
    """What the goods to the territories are compared with: other goods, other territories, or both.

    Raises:
        CallError: there is neither; nothing could then be told from a general rise.
    """
    if has_rest:
        return "triple" if question.comparison else "goods"
    if question.comparison:
        return "partners"
    raise CallError(
        "The records hold no other goods and no comparison territory was named, so that a rise of the goods could not "
        "be told from a rise of everything; name comparison territories, or import the totals of all goods."
    )
