"""The dates of a text and of a document."""

from dataclasses import dataclass, replace

from entrepot.claims.dates.expressions import Expression, find_expressions
from entrepot.claims.dates.nodes import Calendar, Deictic, Fixed, Node, RunUp, Weekday, YearBack
from entrepot.claims.dates.resolve import (
    Antecedent,
    DateAnchor,
    Resolved,
    Surroundings,
    Tense,
    resolve_expression,
    same_sentence,
    tense_at,
)
from entrepot.model.claim import DateExpression
from entrepot.model.document import READ_KINDS, Document
from entrepot.model.interval import Interval
from entrepot.model.span import Span

_MEMORY = 24
"""Dates kept as possible antecedents."""
_NEAR = 400
"""Characters, about three sentences: further back "the same day" is too uncertain to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedExpression:
    """An expression of a text together with the days it means."""

    expression: Expression
    resolved: Resolved


def read_dates(text: str, anchor: DateAnchor, start: int = 0, end: int | None = None) -> tuple[DatedExpression, ...]:
    """Every expression of `text[start:end]` with its days, in order."""
    begin, stop = max(0, start), len(text) if end is None else min(end, len(text))
    read: list[DatedExpression] = []
    before = anchor.before
    full: tuple[int, Interval] | None = None
    for expression in find_expressions(text, begin, stop):
        beside = full[1] if full and same_sentence(text, full[0], expression.start) else None
        tense = _tense(expression, text, begin, stop)
        around = Surroundings(
            tense=tense,
            before=tuple(earlier.interval for earlier in before),
            near=tuple(x.interval for x in before if x.told and expression.start - x.at <= _NEAR),
            beside=beside,
        )
        resolved = resolve_expression(expression, anchor, around)
        read.append(DatedExpression(expression=expression, resolved=resolved))
        before = (*before, *_antecedent(expression, resolved))[-_MEMORY:]
        if resolved.interval is not None and _is_full(expression):
            full = expression.end, resolved.named[0] or resolved.interval
    return tuple(read)


def _tense(expression: Expression, text: str, floor: int, roof: int) -> Tense:
    """The tense around an expression whose value depends on it; for the others nothing is looked up."""
    nodes = (expression.node, expression.until.node if expression.until else None)
    if any(_depends_on_tense(node) for node in nodes):
        return tense_at(text, expression.start, expression.end, floor, roof)
    return ""


def _depends_on_tense(node: Node | None) -> bool:
    if isinstance(node, RunUp):
        node = node.end
    return isinstance(node, Weekday) or (isinstance(node, Calendar) and node.year is None)


def _antecedent(expression: Expression, resolved: Resolved) -> tuple[Antecedent, ...]:
    """What a later "that year" may refer to; the side of a comparison is none."""
    known = resolved.named[-1] if resolved.interval is None or expression.open_side else resolved.interval
    if known is None or isinstance(expression.node, YearBack):
        return ()
    return (Antecedent(at=expression.end, interval=known, told=not isinstance(expression.node, Deictic)),)


def _is_full(expression: Expression) -> bool:
    """True for a day or month with its year."""
    node = expression.node
    if expression.until is not None:
        return False
    if isinstance(node, Calendar):
        return node.year is not None and node.unit in ("day", "month")
    return isinstance(node, Fixed) and node.interval is not None and node.interval.granularity == "day"


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
    """The date expressions of every block that is read or is metadata, in order; page furniture gives none.

    "That year" at the beginning of a paragraph may refer to a date of the paragraph before.
    """
    anchor = document_anchor(document)
    found: list[DateExpression] = []
    for block in document.blocks:
        if block.kind not in READ_KINDS and block.kind != "metadata":
            continue
        read = read_dates(document.text, anchor, block.start, block.end)
        found.extend(_expression(document.text, item, document.id) for item in read)
        if block.kind in READ_KINDS:
            recent = tuple(known for item in read for known in _antecedent(item.expression, item.resolved))
            anchor = replace(anchor, before=(*anchor.before, *recent)[-_MEMORY:])
    return tuple(found)


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
