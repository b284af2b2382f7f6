"""Offices and memberships that a claim's sentence gives, held against the tables as of the claim's date."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from entrepot.claims.context import SentenceContext
from entrepot.claims.dates import extract_dates
from entrepot.claims.frames.interface import Filled
from entrepot.claims.mentions import Mention
from entrepot.claims.names import DocumentNames
from entrepot.claims.offices import GivenOffice, list_given_offices
from entrepot.claims.parsing import ParsedSentence
from entrepot.claims.sentences import Sentence, split_sentences
from entrepot.model.actor import Actor
from entrepot.model.claim import DateExpression, When
from entrepot.model.document import Document
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.model.span import Span
from entrepot.reference.gazetteer import country_of
from entrepot.reference.memberships import check_membership
from entrepot.reference.offices import (
    OfficeFinding,
    check_office,
    days_before_terms,
    is_before_terms,
    may_have_held,
)

_CAMPAIGN_BEFORE = re.compile(
    r"\b(?:candidate|nominee|nominat\w+|front-?runner|hopeful|contender|campaign\w*|run(?:s|ning)? for|elect\w*|"
    r"primary|rivals?|ticket|favou?rite|opponents?)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_CAMPAIGN_AFTER = re.compile(
    r"^(?:['’]s)?\W+(?:\w+\W+){0,4}(?:candida\w+|nominat\w+|nominee|campaign\w*|run(?:s|ning)? for|elected|election|"
    r"supporters|primary|rally|front-?runner)\b",
    re.IGNORECASE,
)
_CAMPAIGN_DAYS = 2 * 365
"""How long before a term somebody may be a candidate for it."""


def published_interval(document: Document) -> Interval | None:
    """The document's day of publication as an interval."""
    published = document.published
    return (
        None
        if published is None
        else Interval(start=published.start, end=published.end, granularity=published.granularity)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """What a claim tells of, where the claim has a date: the date, and the names of those who take part."""

    when: Interval
    parties: frozenset[Span]


class OfficeCheck:
    """Holds the offices that one document gives its persons against the terms in the tables.

    The day that counts is the claim's; without one, the latest that the sentence names; without that, the day of
    publication. Nothing is found where the paragraph has set a time at which the person did hold the office, or where a
    title is imagined ("a President X"). The press keeps calling a past holder President when it writes about his time:
    such a one must take part in what is told. For whoever takes part in the event of a claim with a date of its own,
    that date alone counts.
    """

    def __init__(self, document: Document, dates: tuple[DateExpression, ...]) -> None:
        self.document = document
        self.published = published_interval(document)
        self.dates = [date for date in dates if date.kind == "date" and date.interval and date.interval.start]

    def find_issues(
        self, sentence: Span, names: Iterable[tuple[int, int, Actor]], event: DatedEvent | None = None
    ) -> list[Issue]:
        """The issues of the persons named at these places of a sentence, which may tell of an event with a date."""
        given = list_given_offices(self.document.text, sentence, names)
        findings = [(item, self.check(item, sentence, event)) for item in given]
        return [
            Issue(code="office_term", message=finding.message, span=item.name, evidence=finding.evidence)
            for item, finding in findings
            if finding is not None
        ]

    def check(self, given: GivenOffice, sentence: Span, event: DatedEvent | None = None) -> OfficeFinding | None:
        """The finding about one office that a sentence gives, if there is one."""
        is_party = event is not None and given.name in event.parties
        told = [event.when] if event else self._times(sentence.start, sentence)[::-1]
        days = told if is_party else [*told, None]
        findings = (check_office(given.person, given.phrase, None, day, self.published) for day in days)
        finding = next((item for item in findings if item is not None), None)
        if finding is None or given.bearing == "supposed":
            return None
        if not is_party and any(may_have_held(finding, day) for day in [*told, *self._times_set(sentence)]):
            return None
        if is_before_terms(finding):
            return None if self._is_candidate(finding) else finding
        takes_part = {"told": True, "timed": bool(told), "aside": is_party}
        return finding if takes_part.get(given.bearing, False) else None

    def _times_set(self, sentence: Span) -> list[Interval]:
        """The times that the paragraph names up to the end of the sentence."""
        start = max((block.start for block in self.document.blocks if block.start <= sentence.start), default=0)
        return self._times(start, sentence)

    def _times(self, start: int, sentence: Span) -> list[Interval]:
        """The times named from `start` to the end of the sentence that are not still to come."""
        last = self.published.end or self.published.start if self.published else None
        return [
            day
            for expression in self.dates
            if start <= expression.span.start < sentence.end
            for day in [expression.interval]
            if day is not None and not (last and (day.start or "") > last)
        ]

    def _is_candidate(self, finding: OfficeFinding) -> bool:
        """True where the document speaks of the person as running for an office that was held soon after."""
        if days_before_terms(finding) > _CAMPAIGN_DAYS:
            return False
        text, surname = self.document.text, finding.person.name.split()[-1]
        return any(
            _CAMPAIGN_BEFORE.search(text[max(0, place.start() - 80) : place.start()])
            or _CAMPAIGN_AFTER.search(text[place.end() : place.end() + 80])
            for place in re.finditer(rf"\b{re.escape(surname)}\b", text)
        )


def find_office_issues(document: Document) -> tuple[Issue, ...]:
    """An `office_term` issue for every person whom a document puts into an office outside the known term.

    Every sentence is read, also those that carry no claim; nothing is parsed.
    """
    check = OfficeCheck(document, extract_dates(document))
    return tuple(
        issue for sentence, names in named_persons(document) for issue in check.find_issues(sentence.span, names)
    )


def named_persons(document: Document) -> Iterator[tuple[Sentence, list[tuple[int, int, Actor]]]]:
    """Every sentence with the persons of the tables whom it names: start, end, actor."""
    sentences = split_sentences(document)
    names = DocumentNames(document.text, [ParsedSentence(sentence=item, doc=None) for item in sentences])
    for sentence in sentences:
        inside = names.between(sentence.span.start, sentence.span.end)
        yield sentence, [(name.start, name.end, name.actor) for name in inside if name.actor.kind == "person"]


def flag_offices(
    context: SentenceContext, when: When | None, check: OfficeCheck, parties: Iterable[Mention]
) -> list[Issue]:
    """An `office_term` issue for every person named in a claim's sentence who is put into an office outside the known
    term. `parties` fill the claim's roles.
    """
    people = [m for m in (*parties, *context.people()) if m.span is not None and m.actor is not None]
    places = {(m.span.start, m.span.end): m.actor for m in people if m.span and m.actor}
    names = [(start, end, actor) for (start, end), actor in places.items()]
    event = None
    if when and when.interval.start and when.interval.end:
        event = DatedEvent(when=when.interval, parties=frozenset(m.span for m in parties if m.span is not None))
    return check.find_issues(context.parsed.sentence.span, names, event)


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
