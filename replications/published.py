"""The published figures, and when a computed one counts as the same: within the rounding of what was published."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data" / "trade"
_SLACK = 1e-12
"""Relative; a figure that lies on the edge of its rounding must not fail for the last bit of a double."""

Figure = float | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A figure of a study: `value` as text, since its decimals say how it was rounded; `printed` in its own words."""

    id: str
    study: str
    figure: str
    value: str
    unit: str
    printed: str

    @property
    def number(self) -> float | None:
        """The value as a number; None where it is a verdict."""
        return None if self.unit == "verdict" else float(self.value)

    @property
    def rounding(self) -> float:
        """Half a unit of the last decimal given."""
        return 0.5 * 10.0 ** -len(self.value.partition(".")[2])

    @property
    def verdicts(self) -> tuple[str, ...]:
        """The verdicts that are right, where the value is one: "a or b, never c"."""
        return tuple(part.strip() for part in self.value.partition(", never")[0].split(" or "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Replicated:
    """A published figure beside the computed one."""

    published: Published
    computed: Figure

    @property
    def difference(self) -> float | None:
        """Computed less published; None where it is a verdict."""
        number = self.published.number
        return None if number is None or isinstance(self.computed, str) else self.computed - number

    @property
    def holds(self) -> bool:
        """Whether the computed figure is the published one, within its rounding."""
        number = self.published.number
        if number is None or isinstance(self.computed, str):
            return self.computed in self.published.verdicts
        return abs(self.computed - number) <= self.published.rounding * (1 + _SLACK) + _SLACK * abs(number)


def read_published(path: Path = SHARED / "published.csv") -> tuple[Published, ...]:
    """Every published figure, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as handle:
        return tuple(
            Published(**{name: row[name] for name in ("id", "study", "figure", "value", "unit", "printed")})
            for row in csv.DictReader(handle)
        )


def find_missing(published: Sequence[Published], computed: Sequence[str]) -> list[str]:
    """The ids of published figures that nothing was computed for."""
    return [one.id for one in published if one.id not in set(computed)]
