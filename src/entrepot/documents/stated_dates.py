"""Dates that a carrier states in a field of its own: front matter, meta elements, mail headers, feed entries."""

import re
from email.utils import parsedate_to_datetime

from entrepot.documents.day_words import find_days
from entrepot.documents.given import parse_published
from entrepot.model.document import Published

_ISO_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?=$|[T\s])")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:$|T)")
_MAIL = re.compile(r"\s*(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s")


def published_from(value: str, evidence: str) -> Published | None:
    """The day or month that a date field states in any of the usual forms, or None; the day is the one as written.

    A time zone is not converted: an article of 22 August 00:30+03:00 was published on 22 August.
    """
    value = value.strip()[:100]
    if iso := _ISO_DAY.match(value):
        return parse_published(iso[1], evidence)
    if compact := _COMPACT.match(value):
        return parse_published("-".join(compact.groups()), evidence)
    if _MAIL.match(value):
        try:
            return parse_published(parsedate_to_datetime(value).date().isoformat(), evidence)
        except (ValueError, TypeError, IndexError):
            return None
    if re.fullmatch(r"\d{4}(-\d{2})?", value):
        return parse_published(value, evidence)
    days = find_days(value)
    if len({(day.start, day.end) for day in days}) != 1:
        return None
    return Published(start=days[0].start, end=days[0].end, granularity=days[0].granularity, evidence=evidence)
