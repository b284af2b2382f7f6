"""How much of a closed flow others replaced after earlier measures: the observed reactions that fit some goods."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from entrepot.model.closure import Reaction
from entrepot.reference.tables import Row, load_table, split_cell
from entrepot.reference.territories import territory_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionRange:
    """The range of the observed reactions for some goods, in %; `most` None where more may have gone unseen."""

    least: float
    middle: float
    most: float | None

    @property
    def kept_most(self) -> float:
        """The largest share of a closed flow that stayed closed."""
        return 1 - self.least / 100

    @property
    def kept_middle(self) -> float:
        """The middle share that stayed closed."""
        return 1 - self.middle / 100

    @property
    def kept_least(self) -> float:
        """The smallest share that is sure to have stayed closed: none where suppliers went unseen."""
        return 0.0 if self.most is None else 1 - self.most / 100


UNSEEN = ReactionRange(least=0.0, middle=0.0, most=None)
"""Without any observed reaction: nothing is known to have been replaced, and nothing bounds it."""


@cache
def load_reactions() -> tuple[Reaction, ...]:
    """What was observed after earlier measures, from the table that comes with the program."""
    return tuple(_read_reaction(row) for row in load_table("observed_reactions").rows)


def _read_reaction(row: Row) -> Reaction:
    through = len(split_cell(row["seen_through"]))
    goods = f"HS {row['goods']}" if row["goods"] else "all listed goods"
    return Reaction(
        goods=row["goods"],
        least=float(row["least_percent"]),
        middle=float(row["middle_percent"]),
        # Where not all suppliers are in the records, what was seen bounds nothing from above.
        most=float(row["most_percent"]) if row["complete"] == "yes" else None,
        reference=f"observed_reactions/{row['id']}",
        label=(
            f"{goods}, {row['issuer']} to {territory_name(row['target'])}, {row['before']} to {row['after']}: through "
            f"{through} third territories {row['middle_percent']} %, at the most {row['most_percent']} %"
        ),
    )


def fitting_reactions(code: str, reactions: Sequence[Reaction]) -> tuple[Reaction, ...]:
    """The reactions observed for the narrowest goods that hold the code; those of all goods where there is none."""
    fitting = [one for one in reactions if code.startswith(one.goods)]
    narrowest = max((len(one.goods) for one in fitting), default=0)
    return tuple(one for one in fitting if len(one.goods) == narrowest)


def reaction_of(code: str, reactions: Sequence[Reaction]) -> ReactionRange:
    """The range over the fitting reactions: independent observations are joined by their hull, not by averaging."""
    fitting = fitting_reactions(code, reactions)
    if not fitting:
        return UNSEEN
    mosts = [one.most for one in fitting]
    known = [most for most in mosts if most is not None]
    return ReactionRange(
        least=_percent(min(one.least for one in fitting)),
        middle=_percent(sum(one.middle for one in fitting) / len(fitting)),
        most=_percent(max(known)) if len(known) == len(mosts) else None,
    )


def _percent(share: float) -> float:
    return min(100.0, max(0.0, share))
