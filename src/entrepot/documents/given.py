"""What the user or a sidecar says of a report that the report does not say of itself."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from entrepot.model.document import Published
from entrepot.model.interval import Granularity
from entrepot.model.issue import Issue

_PART = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenMetadata:
    """Metadata that win over what is inferred; an empty field is not given."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    published: Published | None = None
    issues: tuple[Issue, ...] = ()


def parse_published(value: str, evidence: str = "given") -> Published | None:
    """The days that `2025-08-20`, `2025-08`, `2025` or `2025-08-20/2025-08-24` stands for, or None."""
    parts = [_interval(part.strip()) for part in value.strip().split("/")]
    if len(parts) == 1 and parts[0] is not None:
        start, end, granularity = parts[0]
        return Published(start=start, end=end, granularity=granularity, evidence=evidence)
    if len(parts) == 2 and parts[0] is not None and parts[1] is not None and parts[0][0] <= parts[1][1]:
        return Published(start=parts[0][0], end=parts[1][1], granularity="range", evidence=evidence)
    return None


def month_bounds(year: int, month: int) -> tuple[str, str]:
    """First and last day of a month as ISO days."""
    return f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def _interval(part: str) -> tuple[str, str, Granularity] | None:
    match = _PART.match(part)
    if match is None:
        return None
    year, month, day = (int(group) if group else 0 for group in match.groups())
    if not year >= 1 or not 0 <= month <= 12:
        return None
    if not match[2]:
        return f"{year:04d}-01-01", f"{year:04d}-12-31", "year"
    if month == 0:
        return None
    if not match[3]:
        return (*month_bounds(year, month), "month")
    try:
        exact = date(year, month, day).isoformat()
    except ValueError:
        return None
    return exact, exact, "day"
