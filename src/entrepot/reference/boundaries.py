"""Outlines of territories for small maps, from their tables; boundaries and names imply no position on status."""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from entrepot.reference.tables import load_table, split_cell

Position = tuple[float, float]
"""Longitude and latitude in degrees."""
Ring = tuple[Position, ...]

BOUNDARIES_NOTE = (
    "Boundaries and names as most members of the United Nations use them; they imply no position on the status of any "
    "territory. Dashed: not agreed."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A territory's outline: closed rings that are filled even-odd, () where only `point` is known.

    `point` lies well inside its largest part, or is its capital where it is very wide. Longitudes go on beyond 180
    where a territory crosses that meridian. `note` says what is drawn in or apart.
    """

    iso2: str
    point: Position
    rings: tuple[Ring, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedLine:
    """A boundary that is not agreed, as open lines, and why."""

    id: str
    territories: tuple[str, ...]
    lines: tuple[Ring, ...]
    reason: str


@cache
def find_outline(iso2: str) -> Outline | None:
    """The outline of a territory; None for a code that the table does not have."""
    row = load_table("boundaries").find_row(iso2)
    if row is None:
        return None
    return Outline(
        iso2=iso2,
        point=(float(row["lon"]), float(row["lat"])),
        rings=tuple(map(_read_steps, split_cell(row["rings"]))),
        note=row["note"],
    )


@cache
def list_outlines() -> tuple[Outline, ...]:
    """All outlines, in order of their codes."""
    outlines = (find_outline(row["iso2"]) for row in load_table("boundaries").rows)
    return tuple(outline for outline in outlines if outline)


@cache
def list_disputed_lines() -> tuple[DisputedLine, ...]:
    """The boundaries that are drawn dashed."""
    return tuple(
        DisputedLine(
            id=row["id"],
            territories=split_cell(row["territories"]),
            lines=tuple(map(_read_steps, split_cell(row["lines"]))),
            reason=row["reason"],
        )
        for row in load_table("boundary_lines").rows
    )


def contains(outline: Outline, position: Position) -> bool:
    """True where the position lies inside, by counting the edges that a line due east from it crosses."""
    x, y = position
    crossed = False
    for ring in outline.rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed = not crossed
    return crossed


def _read_steps(text: str) -> Ring:
    """Corners from "lon lat dlon dlat ..." in hundredths of a degree."""
    numbers = list(map(int, text.split()))
    east, north = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return tuple((x / 100, y / 100) for x, y in zip(east, north, strict=True))
