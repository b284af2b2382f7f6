"""Issues in words: a title and a meaning for every code, and a sentence where an issue brings none of its own."""

import re

from entrepot.dossier.days import phrase_day, phrase_interval, span_days
from entrepot.model.issue import Issue

ISO_DAY = re.compile(r"(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w-])")
ISO_RANGE = re.compile(rf"({ISO_DAY.pattern}) to ({ISO_DAY.pattern})")
IN_DAY = re.compile(rf"\bin (?={ISO_DAY.pattern})")

TITLES = {
    "office_term": (
        "Offices outside their term",
        "A person is given an office that the table of terms does not give them then.",
    ),
    "member_status": (
        "Memberships at odds with the table",
        "A membership or status differs from the table on that date.",
    ),
    "actor_repaired": (
        "Names tied to another spelling",
        "A name that looks misspelt was tied to a name elsewhere in the case.",
    ),
    "actor_ambiguous": ("Actors that could be two", "The words fit more than one actor; none was chosen."),
    "self_citation": ("Publishers that cite themselves", "The chain of attribution leads back to the publisher."),
    "source_unknown": ("Sources that are not named", "The words rest on somebody who is not named."),
    "date_unresolved": (
        "Dates that could not be resolved",
        "A date lacks a year or a day that nothing in the report supplies.",
    ),
}
"""Title and meaning of each code, those that something contradicts first."""


def issue_title(code: str) -> tuple[str, str]:
    """Title and meaning of a code; of one that is not known, the code in plain words and nothing."""
    return TITLES.get(code, (code.replace("_", " ").capitalize(), ""))


def issue_order(code: str) -> tuple[int, str]:
    """Where issues of a code stand among the others."""
    return (list(TITLES).index(code) if code in TITLES else len(TITLES), code)


def phrase_issue(issue: Issue) -> str:
    """What the issue says, its days in words; the meaning of its code where it says no more than the code."""
    message = issue.message.strip()
    if message and message != issue.code:
        return phrase_days(message)
    title, meaning = issue_title(issue.code)
    return meaning or title


def phrase_days(text: str) -> str:
    """The text with its ISO days in words, and two that span a month or a year as that month or year."""
    ranged = ISO_RANGE.sub(_phrase_range, text)
    return ISO_DAY.sub(lambda found: phrase_day(found.group()), IN_DAY.sub("on ", ranged))


def _phrase_range(found: re.Match[str]) -> str:
    return phrase_interval(span_days(found.group(1), found.group(2)))
