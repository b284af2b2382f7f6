"""Was this person in that office then? Findings only where the tables are sure; silence everywhere else."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from entrepot.model.actor import Actor
from entrepot.model.interval import Interval
from entrepot.reference.gazetteer import find_names
from entrepot.reference.persons import find_bearers
from entrepot.reference.terms import Office, Term, first_day, last_day, terms_of_office, terms_of_person

_LEEWAY_AFTER_END = timedelta(days=10)
"""Days after a term's end in which a report may still use the title: hand-overs, sources that differ by days."""
_LEEWAY_BEFORE_START = timedelta(days=95)
"""Days before a term's start: a president-elect is often called president (in the United States up to 77 days)."""
_SHARED_DAYS = 60
"""Two holders for longer than this at one time are joint or rival ones, about whom the tables cannot decide."""

_QUALIFIED = re.compile(
    r"\b(?:deputy|vice|former|ex|then|late|elect|designate|shadow|candidate|self-?proclaimed|future|incoming|"
    r"next|previous|one-time|would-be|assistant|under-?\s?secretary|adviser|advisor|aide|spokes\w+|wife|son|daughter)\b",
    re.IGNORECASE,
)
_PHRASES: tuple[tuple[str, Office], ...] = (
    (r"supreme leaders?", "supreme_leader"),
    (r"(?:european )?commission presidents?|presidents? of the european commission", "commission_president"),
    (r"high representatives?|foreign policy chiefs?|top diplomats? of the european union", "high_representative"),
    (r"prime ministers?|premiers?|chancellors?|taoiseach|heads? of government", "prime_minister"),
    (r"cabinet chair(?:man)?|chair(?:man|person)? of the (?:cabinet|council) of ministers", "prime_minister"),
    (r"foreign (?:ministers?|secretary|secretaries)|(?:foreign|external) affairs ministers?", "foreign_minister"),
    (r"ministers? (?:of|for) (?:foreign|external) affairs|(?:top|chief) diplomats?", "foreign_minister"),
    (r"secretar(?:y|ies) of state(?! for)", "foreign_minister"),
    (
        r"defen[cs]e (?:minister|secretary|chief)s?|ministers? of (?:national )?defen[cs]e|secretary of defen[cs]e",
        "defence_minister",
    ),
    (r"interior ministers?|ministers? of (?:the interior|internal affairs)|home secretary", "interior_minister"),
    (r"finance ministers?|ministers? of finance|treasury secretary|secretary of the treasury", "finance_minister"),
    (r"energy ministers?|ministers? of energy|energy secretary", "energy_minister"),
    (
        r"central bank (?:governor|chief|head|chair\w*)s?|governors? of the central bank|national bank governor",
        "central_bank_governor",
    ),
    (r"(?:federal reserve|fed) chair\w*", "central_bank_governor"),
    (r"presidents?|heads? of state", "president"),
    (r"kings?|queens?|emirs?|sultans?|emperors?|monarchs?", "monarch"),
)
_OFFICES_OF_ONE = (
    (
        re.compile(
            r"\b(?:secretary of state(?! for)|treasury secretary|federal reserve|fed chair\w*)\b", re.IGNORECASE
        ),
        "US",
    ),
    (re.compile(r"\b(?:foreign|home) secretary\b", re.IGNORECASE), "GB"),
    (re.compile(r"\b(?:high representative|commission president|european commission)\b", re.IGNORECASE), "EU"),
    (re.compile(r"\btaoiseach\b", re.IGNORECASE), "IE"),
)
"""Titles that only one country or union has, so that it need not be named."""
_COMPILED = tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), office) for pattern, office in _PHRASES)
_NOT_OF_STATES = re.compile(
    r"\b(?:company|bank|chamber|association|(?<!russian )federation|union|council|parliament|assembly|court|academy)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFinding:
    """A person was given in an office outside the known term.

    `terms` are that person's known terms in the office, `holders` those who held it then; `evidence` names the rows,
    the person's first. `message` is one sentence for the reader.
    """

    person: Actor
    office: Office
    iso2: str
    given: Interval
    terms: tuple[Term, ...]
    holders: tuple[Term, ...]
    evidence: tuple[str, ...]
    message: str


def read_office(phrase: str) -> Office | None:
    """The office that a phrase names ("Iranian President", "Foreign Secretary"); None for deputies and former ones."""
    if _QUALIFIED.search(phrase):
        return None
    for pattern, office in _COMPILED:
        if pattern.search(phrase):
            return None if office == "president" and _NOT_OF_STATES.search(phrase) else office
    return None


def read_office_country(phrase: str) -> str | None:
    """The one country that an office phrase names ("Iranian President"); None if there is not exactly one."""
    codes = {entry.iso2 for match in find_names(phrase) for entry in match.entries if entry.iso2}
    if not codes:
        return next((iso2 for pattern, iso2 in _OFFICES_OF_ONE if pattern.search(phrase)), None)
    return codes.pop() if len(codes) == 1 else None


def offices_of(person: Actor | str) -> tuple[Term, ...]:
    """Every known term of a person, given as an actor or by full name or surname."""
    return tuple(term for actor in _candidates(person) for term in terms_of_person(actor.id))


def holder_of(role: str, iso2: str | None, day: str) -> tuple[Actor, ...]:
    """Whoever held that office of that country on that ISO day; several in case of a hand-over, nobody where unknown.

    `role` is a phrase; a country in it is used where `iso2` is None.
    """
    office = read_office(role)
    country = iso2 or read_office_country(role)
    if office is None or country is None:
        return ()
    holders = _holders(country, _office_there(office, country), Interval(start=day, end=day, granularity="day"))
    return tuple({term.person.id: term.person for term in holders}.values())


def _office_there(office: Office, iso2: str) -> Office:
    """The supreme leader of North Korea is its head of state; nobody else changes."""
    return "supreme_leader" if office == "president" and iso2 == "KP" else office


def _holders(iso2: str, office: Office, when: Interval) -> tuple[Term, ...]:
    """Terms that certainly hold all of `when`; rows of leaders.csv before others, one a person."""
    found: dict[str, Term] = {}
    for term in terms_of_office(iso2, office):
        if term.principal and term.start <= (when.start or "") and (when.end or when.start or "") <= term.seen_until:
            found.setdefault(term.person.id, term)
    best = list(found.values())
    leaders = [term for term in best if term.evidence.startswith("leaders/")]
    return tuple(leaders or best)


def check_office(
    name: str | Actor, office: str, iso2: str | None, when: Interval | None, published: Interval | None
) -> OfficeFinding | None:
    """A finding where that person certainly did not hold that office then; None where it fits or the tables are silent.

    `when` dates the event; without it the day of publication stands for it. "Former", "then" and "late" are the
    caller's business. The tables must know the person in that very office, place all the terms elsewhere by more than
    the leeway, and know somebody else who held it.
    """
    kind = read_office(office)
    given = _in_days(when or published)
    if kind is None or given is None:
        return None
    country = iso2 or read_office_country(office)
    candidates = _candidates(name)
    findings = [
        _check_person(actor, kind, country, given, _in_days(published))
        for actor in candidates
        if _held(actor, kind, country)
    ]
    return findings[0] if findings and all(findings) else None


def may_have_held(finding: OfficeFinding, when: Interval) -> bool:
    """True unless the tables place the person outside the finding's office at that time, too."""
    given = _in_days(when)
    return given is not None and any(_may_hold(term, given) for term in finding.terms)


def days_before_terms(finding: OfficeFinding) -> int:
    """How many days the finding lies before the person's first term in that office; negative after its start."""
    first = min(term.start for term in finding.terms)
    return (date.fromisoformat(first) - date.fromisoformat(finding.given.start or first)).days


def is_before_terms(finding: OfficeFinding) -> bool:
    """True where the person came into that office only later."""
    return days_before_terms(finding) > 0


def _in_days(given: Interval | None) -> Interval | None:
    """The interval with whole days at both ends; None where it has no beginning."""
    if given is None or given.start is None:
        return None
    end = last_day(given.end) if given.end else None
    return Interval(start=first_day(given.start), end=end, granularity=given.granularity)


def _candidates(name: str | Actor) -> tuple[Actor, ...]:
    """Everybody whom a name may mean: a title before it ("President Raisi") is passed over."""
    if isinstance(name, Actor):
        return (name,) if terms_of_person(name.id) else _candidates(name.name)
    words = name.split()
    found = (find_bearers(" ".join(words[at:])) for at in range(len(words)))
    return next((bearers for bearers in found if bearers), ())


def _held(actor: Actor, office: Office, iso2: str | None) -> bool:
    return any(term.office == office and iso2 in {None, term.iso2} for term in terms_of_person(actor.id))


def _check_person(
    actor: Actor, office: Office, iso2: str | None, given: Interval, published: Interval | None
) -> OfficeFinding | None:
    terms = [term for term in terms_of_person(actor.id) if term.office == office and iso2 in {None, term.iso2}]
    if len({term.iso2 for term in terms}) != 1 or any(_may_hold(term, given) for term in terms):
        return None
    if published is not None and _uses_present_title(terms, given, published):
        return None
    country = terms[0].iso2
    holders = tuple(term for term in _holders(country, office, given) if term.person.id != actor.id)
    if len(holders) != 1 or _shared(country, office, holders[0], given):
        return None
    return _finding(actor, office, given, tuple(terms), holders)


def _uses_present_title(terms: list[Term], given: Interval, published: Interval) -> bool:
    """True for the title of today in a sentence about the past: "President X, who in 2019 ..."."""
    later = all(term.start > (given.start or "") for term in terms)
    return later and any(_may_hold(term, published) for term in terms)


def _may_hold(term: Term, given: Interval) -> bool:
    """True unless the term and the interval are apart by more than the leeway, and the term's end is known."""
    start = date.fromisoformat(given.start or "0001-01-01")
    end = date.fromisoformat(given.end or given.start or "9999-12-31")
    if end < date.fromisoformat(term.start) - _LEEWAY_BEFORE_START:
        return False
    known_end = term.end or _replaced_on(term)
    return known_end is None or start <= date.fromisoformat(known_end) + _LEEWAY_AFTER_END


def _replaced_on(term: Term) -> str | None:
    """The day on which somebody else certainly held the office of a term without an end; None if nobody is known to."""
    others = [
        other
        for other in terms_of_office(term.iso2, term.office)
        if other.principal
        and other.person.id != term.person.id
        and other.start >= term.start
        and other.seen_until > term.seen_until
    ]
    return max(min(other.start for other in others), term.seen_until) if others else None


def _shared(iso2: str, office: Office, holder: Term, given: Interval) -> bool:
    """True where the tables place a second principal in the office for long beside the holder at that time."""
    for other in terms_of_office(iso2, office):
        if not other.principal or other.person.id == holder.person.id:
            continue
        start, end = max(other.start, holder.start), min(other.end or other.seen_until, holder.end or holder.seen_until)
        around = start <= (given.end or given.start or "") and (given.start or "") <= end
        if around and (date.fromisoformat(end) - date.fromisoformat(start)).days > _SHARED_DAYS:
            return True
    return False


def _finding(
    actor: Actor, office: Office, given: Interval, terms: tuple[Term, ...], holders: tuple[Term, ...]
) -> OfficeFinding:
    spans = "; ".join(sorted({_print_term(term) for term in _best_terms(terms)}))
    title = terms[0].title
    span = given.start if given.start == given.end else f"{given.start} to {given.end or 'open'}"
    return OfficeFinding(
        person=actor,
        office=office,
        iso2=terms[0].iso2,
        given=given,
        terms=terms,
        holders=holders,
        evidence=tuple(term.evidence for term in (*_best_terms(terms), *holders)),
        message=f"{actor.name} is given as {title} in {span}; known term: {spans}; holder then: "
        f"{', '.join(term.person.name for term in holders)} (since {holders[0].start}).",
    )


def _print_term(term: Term) -> str:
    if term.end:
        return f"{term.start} to {term.end}"
    if term.evidence.startswith("leaders/"):
        return f"since {term.start}"
    return f"{term.start} to {term.seen_until} at least"


def _best_terms(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The rows of leaders.csv where there are any: they alone carry both ends."""
    leaders = tuple(term for term in terms if term.evidence.startswith("leaders/"))
    return leaders or terms
