"""Kinds of measure: which way they bear, what they are about, what they stand for."""

from dataclasses import dataclass
from functools import cache
from typing import cast

from entrepot.model.measure import Direction
from entrepot.reference.tables import load_table, split_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureKind:
    """One kind of the closed vocabulary.

    `group` says what it is about (`goods_to` decides whether goods may go to the target); `restricts` is false for acts
    that restrict nothing by themselves (relief, demands, guidance). `stands_for` are the kinds it includes;
    `goods_classes` those it is about by its very name.
    """

    key: str
    label: str
    direction: Direction
    group: str
    restricts: bool
    stands_for: tuple[str, ...]
    goods_classes: tuple[str, ...]


@cache
def measure_kinds() -> dict[str, MeasureKind]:
    """Every kind by its key, sorted."""
    return {
        row["key"]: MeasureKind(
            key=row["key"],
            label=row["label"],
            direction=cast(Direction, row["direction"]),
            group=row["group"],
            restricts=row["restricts"] == "yes",
            stands_for=split_cell(row["stands_for"]),
            goods_classes=split_cell(row["goods_classes"]),
        )
        for row in load_table("measure_kinds").rows
    }


@cache
def restricting_kinds() -> tuple[str, ...]:
    """The kinds that restrict something by themselves, sorted."""
    return tuple(key for key, kind in measure_kinds().items() if kind.restricts)


def join_directions(kinds: tuple[str, ...]) -> Direction:
    """Which way a row of several kinds bears: both where they differ; dealings with parties go with any."""
    found = {measure_kinds()[kind].direction for kind in kinds} - {"parties"}
    if not found:
        return "parties"
    return found.pop() if len(found) == 1 else "both"
