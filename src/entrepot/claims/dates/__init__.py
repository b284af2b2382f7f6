"""Document -> DateExpression: an own grammar of dates over the canonical text.

lexicon       words and fragments        absolute, relative   grammar: patterns and what they say (nodes)
calendars     days from parts            expressions          finding, joining to ranges, open ranges
nodes         what a pattern says        resolve              days, from the publication date or the text
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
