"""Labels of a map put where they cover neither each other nor what they name; one that fits nowhere is left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LETTER_WIDTH = 0.6
"""Of the size of the letters: wider than most sans serif letters, so that labels do not touch."""
LINE_HEIGHT = 1.15


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """True where the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """True where the other lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text wanted near a point: `gap` units from it, or on it where the gap is 0; `kind` says how it is set.

    Of `texts` the first that finds room is taken.
    """

    texts: tuple[str, ...]
    x: float
    y: float
    size: float
    gap: float
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLabel:
    """A label with the text that found room and the rectangle that this fills."""

    label: Label
    text: str
    box: Box


def place_labels(labels: Iterable[Label], taken: Sequence[Box], sheet: Box) -> list[PlacedLabel]:
    """The labels that found room, asked in the order given; none overlaps another, `taken` or the edge of the sheet."""
    full = list(taken)
    placed: list[PlacedLabel] = []
    for label in labels:
        wishes = ((text, box) for text in label.texts for box in _wishes(label, text))
        found = next(((t, box) for t, box in wishes if sheet.holds(box) and not any(map(box.overlaps, full))), None)
        if found:
            placed.append(PlacedLabel(label=label, text=found[0], box=found[1]))
            full.append(found[1])
    return placed


def width_of(text: str, size: float) -> float:
    """How wide a text is at most, in the unit of `size`, with a little room at both ends."""
    return (len(text) * LETTER_WIDTH + 0.4) * size


def box_around(x: float, y: float, reach: float) -> Box:
    """The square around a point."""
    return Box(x - reach, y - reach, x + reach, y + reach)


def _wishes(label: Label, text: str) -> Iterable[Box]:
    """Where a label may stand, the best place first: right of its point, left, above, below, then the corners."""
    width = width_of(text, label.size)
    height = label.size * LINE_HEIGHT
    across, down = width / 2 + label.gap, height / 2 + label.gap
    steps: tuple[tuple[int, int], ...] = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
    if not label.gap:
        across, down = width / 3, height
        steps = ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1), (0, -2), (0, 2))
    for dx, dy in steps:
        x, y = label.x + dx * across, label.y + dy * down
        yield Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
