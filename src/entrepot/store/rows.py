"""Records of the model as rows of the case file's tables, and back, exactly."""

import hashlib
from dataclasses import dataclass
from typing import Any

from entrepot.model.claim import Claim, Cue, DateExpression, Quotation, Role, Source, When, Where
from entrepot.model.document import Block, Document, Published
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.model.span import Span
from entrepot.store.codec import decode_json, decode_optional, encode_json, encode_optional

Row = tuple[Any, ...]

_TEXT, _WHOLE, _JSON = "VARCHAR", "INTEGER", "JSON"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its columns and their types, in the order of the rows below."""

    name: str
    columns: tuple[tuple[str, str], ...]

    @property
    def names(self) -> str:
        """The columns, as SQL lists them."""
        return ", ".join(name for name, _ in self.columns)


def _columns(kind: str, *names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, kind) for name in names)


DOCUMENTS = Table(
    name="documents",
    columns=(
        *_columns(_TEXT, "id", "path", "sha256", "media_type", "title", "publisher", "byline", "url", "language"),
        *_columns(_TEXT, "published_start", "published_end", "published_granularity", "published_evidence"),
        *_columns(_JSON, "blocks", "issues"),
        *_columns(_TEXT, "text", "fingerprint"),
    ),
)
CLAIMS = Table(
    name="claims",
    columns=(
        *_columns(_TEXT, "document_id"),
        *_columns(_WHOLE, "position"),
        *_columns(_TEXT, "id", "quote"),
        *_columns(_WHOLE, "quote_start", "quote_end"),
        *_columns(_TEXT, "frame", "polarity", "modality"),
        *_columns(_JSON, "happened", "place", "roles", "attributes", "sources", "cues", "stance", "issues"),
        *_columns(_JSON, "goods_classes"),
        *_columns(_TEXT, "method_name", "method_version"),
    ),
)
QUOTATIONS = Table(
    name="quotations",
    columns=(
        *_columns(_TEXT, "document_id"),
        *_columns(_WHOLE, "position"),
        *_columns(_TEXT, "kind"),
        *_columns(_JSON, "source", "cue", "content"),
    ),
)
DATES = Table(
    name="dates",
    columns=(
        *_columns(_TEXT, "document_id"),
        *_columns(_WHOLE, "position"),
        *_columns(_TEXT, "kind"),
        *_columns(_JSON, "span", "days"),
        *_columns(_TEXT, "anchor"),
    ),
)


def insert_sql(table: Table) -> str:
    """Inserts many rows at once: each parameter is the list of one column's values."""
    values = ", ".join(
        f"unnest(${number}::{_WHOLE if kind == _WHOLE else _TEXT}[])"
        for number, (_, kind) in enumerate(table.columns, start=1)
    )
    return f"INSERT INTO {table.name} ({table.names}) SELECT {values}"


def document_row(document: Document) -> Row:
    """The row of a document, with the fingerprint of all that it says."""
    published = document.published
    row = (
        *(document.id, document.path, document.sha256, document.media_type, document.title, document.publisher),
        *(document.byline, document.url, document.language),
        *((published.start, published.end, published.granularity, published.evidence) if published else (None,) * 4),
        *(encode_json(document.blocks), encode_json(document.issues), document.text),
    )
    return (*row, hashlib.sha256(encode_json(row).encode()).hexdigest()[:16])


def document_of(row: Row) -> Document:
    """The document of a row."""
    identity, path, sha256, media_type, title, publisher, byline, url, language, *published, blocks, issues, text, _ = (
        row
    )
    start, end, granularity, evidence = published
    return Document(
        id=identity,
        path=path,
        sha256=sha256,
        media_type=media_type,
        text=text,
        blocks=decode_json(tuple[Block, ...], blocks),
        title=title,
        publisher=publisher,
        byline=byline,
        url=url,
        language=language,
        published=None
        if start is None
        else Published(start=start, end=end, granularity=granularity, evidence=evidence),
        issues=decode_json(tuple[Issue, ...], issues),
    )


def claim_row(claim: Claim, position: int) -> Row:
    """The row of a claim, which is the one at `position` in its document."""
    return (
        *(claim.document_id, position, claim.id, claim.quote.text, claim.quote.start, claim.quote.end),
        *(claim.frame, claim.polarity, claim.modality, encode_optional(claim.when), encode_optional(claim.where)),
        *(encode_json(claim.roles), encode_json(claim.attributes), encode_json(claim.sources), encode_json(claim.cues)),
        *(encode_json(claim.stance), encode_json(claim.issues), encode_json(claim.goods_classes), *claim.method),
    )


def claim_of(row: Row) -> Claim:
    """The claim of a row."""
    document_id, _, identity, quote, start, end, frame, polarity, modality, *nested, method_name, method_version = row
    happened, place, roles, attributes, sources, cues, stance, issues, goods_classes = nested
    return Claim(
        id=identity,
        document_id=document_id,
        quote=Span(start=start, end=end, text=quote),
        frame=frame,
        roles=decode_json(tuple[Role, ...], roles),
        attributes=decode_json(tuple[tuple[str, str], ...], attributes),
        polarity=polarity,
        modality=modality,
        cues=decode_json(tuple[Cue, ...], cues),
        when=decode_optional(When, happened),
        where=decode_optional(Where, place),
        sources=decode_json(tuple[Source, ...], sources),
        stance=decode_json(tuple[str, ...], stance),
        issues=decode_json(tuple[Issue, ...], issues),
        method=(method_name, method_version),
        goods_classes=decode_json(tuple[str, ...], goods_classes),
    )


def quotation_row(quotation: Quotation, position: int) -> Row:
    """The row of a quotation."""
    source, cue, content = encode_optional(quotation.source), encode_json(quotation.cue), encode_json(quotation.content)
    return (quotation.document_id, position, quotation.kind, source, cue, content)


def quotation_of(row: Row) -> Quotation:
    """The quotation of a row."""
    document_id, _, kind, source, cue, content = row
    return Quotation(
        document_id=document_id,
        source=decode_optional(Span, source),
        cue=decode_json(Span, cue),
        content=decode_json(Span, content),
        kind=kind,
    )


def date_row(date: DateExpression, position: int) -> Row:
    """The row of a date expression."""
    span, days = encode_json(date.span), encode_optional(date.interval)
    return (date.document_id, position, date.kind, span, days, date.anchor)


def date_of(row: Row) -> DateExpression:
    """The date expression of a row."""
    document_id, _, kind, span, days, anchor = row
    return DateExpression(
        document_id=document_id,
        span=decode_json(Span, span),
        kind=kind,
        interval=decode_optional(Interval, days),
        anchor=anchor,
    )
