"""Document -> DateExpression: an own grammar of dates over the canonical text.

lexicon      words and fragments                absolute, periods, persian   grammar of calendar dates
calendars    days from parts of a calendar      relative, lengths            grammar of what counts from elsewhere
moments      from where a date is seen          rules                        what a line of the grammar is
written, pointing, nodes     what a match says, still without days
expressions  finding, joining to ranges         resolve      days, from the publication date or the text
documents    the dates of a text and of a document
"""

from entrepot.claims.dates.documents import (
    DatedExpression,
    document_anchor,
    extract_dates,
    find_dates,
    read_dates,
    read_explicit_days,
)
from entrepot.claims.dates.resolve import DateAnchor

__all__ = [
    "DateAnchor",
    "DatedExpression",
    "document_anchor",
    "extract_dates",
    "find_dates",
    "read_dates",
    "read_explicit_days",
]
