"""A stretch of a document's canonical text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of text and where it stands.

    `start` and `end` are 0-based, half-open offsets in Unicode code points into the canonical text of one document,
    and `document.text[start:end] == text` holds without exception.
    """

    start: int
    end: int
    text: str

    def __contains__(self, other: "Span") -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end


def cut_span(text: str, start: int, end: int) -> Span:
    """The span `text[start:end]`, with white space at both ends left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end, text=text[start:end])
