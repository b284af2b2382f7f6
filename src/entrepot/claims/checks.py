"""Offices and memberships that a claim's sentence gives, held against the tables as of the claim's date."""

import re

from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.interface import Filled
from entrepot.claims.mentions import Mention
from entrepot.model.claim import When
from entrepot.model.document import Document
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.reference.gazetteer import country_of
from entrepot.reference.memberships import check_membership
from entrepot.reference.offices import check_office

PAST_OFFICE = re.compile(
    r"\b(?:former|ex|then|late|previous|outgoing|acting|self-proclaimed|predecessor|would-be|future|incoming|elect|ousted)\b|\bex-",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:\b[A-Z][\w'’.-]+(?:['’]s)?\s+){0,3}"
    r"\b(?:[Pp]rime [Mm]inisters?|[Ff]oreign [Mm]inisters?|[Ff]oreign [Ss]ecretary|[Dd]efen[cs]e [Mm]inisters?|"
    r"[Pp]residents?|[Cc]hancellors?|[Pp]remiers?|[Mm]inisters? of [A-Z]\w+(?: [A-Z]\w+)?)"
    r"(?: of (?:the )?(?:[A-Z][\w-]+ ?){1,4})?$"
)
AFTER_NAME = re.compile(
    r"^,? (?:the |who (?:is|was) (?:the )?)?((?:[A-Z][\w'’-]+ )?"
    r"(?:prime minister|foreign minister|president|chancellor|premier|defence minister)(?: of [A-Z]\w+)?)\b",
    re.IGNORECASE,
)
LOOKBACK = 70
"""Characters before a name in which its title may stand."""


def published_interval(document: Document) -> Interval | None:
    """The document's day of publication as an interval."""
    published = document.published
    return (
        None
        if published is None
        else Interval(start=published.start, end=published.end, granularity=published.granularity)
    )


def flag_offices(context: SentenceContext, when: When | None, document: Document, people: list[Mention]) -> list[Issue]:
    """An `office_term` issue for every person of a claim whom its sentence puts into an office outside the known
    term.
    """
    issues: list[Issue] = []
    text = document.text
    begin = context.parsed.sentence.span.start
    for mention in {m.span: m for m in people}.values():
        if mention.kind != "person" or mention.actor is None or mention.span is None:
            continue
        before = text[max(begin, mention.span.start - LOOKBACK) : mention.span.start]
        office = _office_before(before, context, mention) or _office_after(
            text[mention.span.end : mention.span.end + LOOKBACK]
        )
        if office is None or PAST_OFFICE.search(before[-LOOKBACK:]):
            continue
        given = when.interval if when and when.interval.start and when.interval.end else None
        finding = check_office(mention.actor, office, None, given, published_interval(document))
        if finding is not None:
            issues.append(
                Issue(code="office_term", message=finding.message, span=mention.span, evidence=finding.evidence)
            )
    return issues


def _office_before(before: str, context: SentenceContext, mention: Mention) -> str | None:
    match = OFFICE.search(before.rstrip())
    if match:
        return match.group().strip()
    # "Presidents Raisi and Lukashenko": one title for all the names joined to it.
    joined = re.search(
        r"\b(Presidents|Prime Ministers|Foreign Ministers)\s+(?:[A-Z][\w-]+\s+)*(?:and|,)\s*(?:[A-Z][\w-]+\s+)*$",
        before,
    )
    return joined.group(1).rstrip("s") if joined else None


def _office_after(after: str) -> str | None:
    match = AFTER_NAME.match(after)
    return match.group(1) if match else None


def flag_membership(filled: Filled, when: When | None, document: Document) -> list[Issue]:
    """A `member_status` issue for every state that a `belong` claim gives a status at odds with the table."""
    if filled.frame != "belong" or dict(filled.attributes).get("status") == "former":
        return []
    given = when.interval if when else published_interval(document)
    status = dict(filled.attributes).get("status", "member")
    issues: list[Issue] = []
    for organisation in filled.of("organisation"):
        for member in filled.of("member"):
            iso2 = country_of(member.actor) if member.actor is not None and member.kind == "country" else None
            if iso2 is None or organisation.actor is None:
                continue
            finding = check_membership(iso2, organisation.actor, status, given)
            if finding is not None:
                issues.append(
                    Issue(code="member_status", message=finding.message, span=member.span, evidence=finding.evidence)
                )
    return issues
