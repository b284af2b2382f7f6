"""The dates of a text and of a document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from entrepot.claims.dates.expressions import Expression, find_expressions
from entrepot.claims.dates.nodes import Calendar, Fixed, YearBack
from entrepot.claims.dates.resolve import DateAnchor, Resolved, resolve_expression, tense_at
from entrepot.model.claim import DateExpression
from entrepot.model.document import READ_KINDS, Document
from entrepot.model.interval import Interval
from entrepot.model.span import Span

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
_LOOK_BACK = 1500
"""Characters before the stretch asked for in which the antecedent of "that year" is looked for."""
_MEMORY = 24
"""Dates kept as possible antecedents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedExpression:
    """An expression of a text together with the days it means."""

    expression: Expression
    resolved: Resolved


def read_dates(text: str, anchor: DateAnchor, start: int = 0, end: int | None = None) -> tuple[DatedExpression, ...]:
    """Every expression of `text[start:end]` with its days, in order; shortly before `start` may be referred to."""
    stop = len(text) if end is None else min(end, len(text))
    begin = max(0, min(start, stop) - _LOOK_BACK)
    read: list[DatedExpression] = []
    before: tuple[Interval, ...] = ()
    for expression in find_expressions(text, begin, stop):
        tense = tense_at(text, expression.start, expression.end, begin, stop)
        resolved = resolve_expression(expression, anchor, tense, before)
        known = resolved.named[-1] if resolved.interval is None or expression.open_side else resolved.interval
        if known is not None and not isinstance(expression.node, YearBack):
            before = (*before, known)[-_MEMORY:]
        if expression.start >= start:
            read.append(DatedExpression(expression=expression, resolved=resolved))
    return tuple(read)


def find_dates(
    text: str, anchor: DateAnchor, start: int = 0, end: int | None = None, document_id: str = ""
) -> tuple[DateExpression, ...]:
    """Every date, duration and recurring time of `text[start:end]`, in order, with offsets into `text`.

    Only a date has an interval, and only where the text, the publication date or a full date of the text settles it.
    """
    return tuple(_expression(text, found, document_id) for found in read_dates(text, anchor, start, end))


def _expression(text: str, found: DatedExpression, document_id: str) -> DateExpression:
    start, end = found.expression.start, found.expression.end
    kind = found.expression.kind
    return DateExpression(
        document_id=document_id,
        span=Span(start=start, end=end, text=text[start:end]),
        kind="date" if kind == "none" else kind,
        interval=found.resolved.interval,
        anchor=found.resolved.anchor,
    )


def read_explicit_days(text: str, start: int = 0, end: int | None = None) -> tuple[Interval, ...]:
    """The days that the text itself gives with day, month and year, in order."""
    found = read_dates(text, DateAnchor(published=None), start, end)
    return tuple(
        item.resolved.interval
        for item in found
        if item.resolved.interval is not None
        and item.resolved.interval.granularity == "day"
        and isinstance(item.expression.node, Fixed | Calendar)
    )


def extract_dates(document: Document) -> tuple[DateExpression, ...]:
    """The date expressions of every block that is read or is metadata, in order; page furniture gives none."""
    anchor = document_anchor(document)
    return tuple(
        found
        for start, end in _stretches(document)
        for found in find_dates(document.text, anchor, start, end, document.id)
    )


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    for block in document.blocks:
        if block.kind in READ_KINDS or block.kind == "metadata":
            yield block.start, block.end


def document_anchor(document: Document) -> DateAnchor:
    """The publication date, and the full dates of the body text; never a date of page furniture or metadata."""
    published = document.published
    explicit = tuple(
        day
        for block in document.blocks
        if published is None and block.kind in READ_KINDS
        for day in read_explicit_days(document.text, block.start, block.end)
    )
    if published is None:
        return DateAnchor(published=None, explicit=explicit)
    whole = Interval(start=published.start, end=published.end, granularity=published.granularity)
    return DateAnchor(published=whole, explicit=explicit)
