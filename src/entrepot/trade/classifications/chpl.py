"""The common high priority items by tier, with their codes of the Harmonized System of 2022 and of 2017."""

from dataclasses import dataclass
from functools import cache

from entrepot.errors import CallError
from entrepot.reference.tables import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityItem:
    """An item of the list: its tier and codes.

    `hs2017` is the code that held it before 2022, None where none did. `is_broader_before` is true where that code held
    other goods too, so that the item's own trade before 2022 is not known.
    """

    hs2022: str
    tier: str
    name: str
    hs2017: str | None
    is_broader_before: bool


@cache
def _items() -> tuple[PriorityItem, ...]:
    return tuple(
        PriorityItem(
            hs2022=row["hs6"],
            tier=row["tier"],
            name=row["short_name"],
            hs2017=row["hs2017_code"] if row["hs2017_code"].isdigit() else None,
            is_broader_before="BROADER" in row["comparability_pre2022"],
        )
        for row in load_table("chpl").rows
    )


def list_priority_items(tier: str = "") -> tuple[PriorityItem, ...]:
    """The items of a tier ("1", "3A", or "3" for 3A and 3B), or all.

    Raises:
        CallError: there is no such tier.
    """
    wanted = tier.replace(".", "")
    found = tuple(item for item in _items() if item.tier.startswith(wanted))
    if not found:
        tiers = ", ".join(sorted({item.tier for item in _items()}))
        raise CallError(f"There is no tier {tier!r} of the common high priority items; there are {tiers}.")
    return found
