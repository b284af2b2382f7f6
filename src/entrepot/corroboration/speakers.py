"""For whom the persons named in a report speak, read from the words beside their names."""

import re
from functools import lru_cache

from entrepot.model.actor import Actor
from entrepot.model.claim import Claim, Source
from entrepot.model.document import Document
from entrepot.reference.backing import state_behind
from entrepot.reference.gazetteer import find_bodies, find_names
from entrepot.reference.tokens import fold_word

_LOOK = 120
"""Characters before and after a name in which its office may stand."""
_OFFICE = re.compile(
    r"\b(?:spokes(?:man|woman|person)|ministers?|ministry|president|premier|chancellor|governor|envoy|ambassador|"
    r"secretary|prosecutor|attorney|commissioner|commander|general|colonel|admiral|mayor|senator|lawmaker|deputy|"
    r"chief|head|director|official|adviser|advisor|judge|chairman|chairwoman|representative|founder|co-founder|engineer|"
    r"owner|manager|partner|lawyer|accountant)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|of|at|with|from)\s+(?:the\s+)?((?:[A-Z][\w&'’.-]*\s?(?:of\s|and\s|the\s|for\s)?){1,6})")
_BEFORE_COMPANY = re.compile(
    r"((?:[A-Z][\w&.-]*\s){0,3}[A-Z][\w&.-]*)(?:['’]s)?\s(?:\w+\s)?"
    r"(?:chief executive|spokes(?:man|woman|person)|director|chairman|chairwoman|owner|manager|CEO|head)\s*$"
)
_STATE_OFFICE = re.compile(
    r"\b(?:[Mm]inisters?|[Mm]inistry|[Gg]overnor|[Aa]mbassador|[Ee]nvoy|[Pp]rosecutor|[Pp]resident|[Pp]remier|[Cc]hancellor|"
    r"[Aa]ttorney|[Cc]ommissioner|[Ll]awmaker|[Ss]enator|[Mm]ayor|[Hh]arbour master)\b"
)
_PERSONAL = frozenset({"participant", "official", "expert"})
_PERSON = re.compile(r"(?:[^\W\d_a-z][\w'’.-]*\s){1,4}[^\W\d_a-z][\w'’-]*")
_DATELINE = re.compile(r"^\W*([A-Z][A-Z .'-]{2,30})(?:,|\s+\(|\s+[–—-])", re.MULTILINE)


def read_speaker(document: Document, claim: Claim) -> str:
    """Whom the innermost source of a claim speaks for, in one word: `state:IR`, `for:halkan shipping`; "" if
    unknown.
    """
    if not claim.sources:
        return ""
    return _affiliation(document, claim.sources[-1])


def read_firm(document: Document, person: Actor) -> str:
    """The firm or body for which a person is named in a report, "" where none is, or a state."""
    if state_behind(person):
        return ""
    found = _read_beside(document.text, person.name, home_country(document))
    return found.removeprefix("for:") if found.startswith("for:") else ""


def _affiliation(document: Document, source: Source) -> str:
    if source.actor is not None and state_behind(source.actor):
        return f"state:{state_behind(source.actor)}"
    name = source.actor.name if source.actor else source.name
    if source.kind not in _PERSONAL or not _PERSON.fullmatch(name) or (source.actor and source.actor.kind != "person"):
        return ""
    return _read_beside(document.text, name, home_country(document))


@lru_cache(maxsize=20_000)
def _read_beside(text: str, name: str, home: str) -> str:
    """What the words before or after a person's name say of the office, at the first place that says it."""
    for match in re.finditer(re.escape(name.split()[-1]), text):
        start = match.start() - len(name) + len(name.split()[-1])
        before = re.split(r"[.!?\n]\s|\n\n", text[max(0, start - _LOOK) : max(0, start)])[-1]
        after = re.split(r"[.!?]\s|\n\n", text[match.end() : match.end() + _LOOK])[0]
        found = _read_before(before, home) or _read_after(after, home)
        if found:
            return found
    return ""


def _read_before(before: str, home: str) -> str:
    """An office right before the name: "Foreign Ministry spokesman Farzin Golestanpur", "Halkan spokesman Ali"."""
    last = re.split(r"[,;:()]", before.rstrip(" ,"))[-1]
    if not _OFFICE.search(last[-60:]):
        return ""
    company = _BEFORE_COMPANY.search(last)
    return _office_words(last, home) or (_company(company.group(1)) if company else _named_after(last))


def _read_after(after: str, home: str) -> str:
    """An office in apposition: "…, a spokesman for the ministry"."""
    match = re.match(r"^\s*,\s*([^,;:.]{3,90})", after)
    if match is None or not _OFFICE.search(match.group(1)[:60]):
        return ""
    return _office_words(match.group(1), home) or _named_after(match.group(1))


def _office_words(words: str, home: str) -> str:
    """The state of the country or body that the words name; a ministry without a country is one of the report's own."""
    states = [state for match in find_names(words) if (state := state_behind(match.entries[0].actor))]
    if states:
        return f"state:{states[0]}"
    return f"state:{home}" if home and (find_bodies(words) or _STATE_OFFICE.search(words)) else ""


def _named_after(words: str) -> str:
    match = _FOR.search(words)
    return _company(match.group(1)) if match else ""


def _company(name: str) -> str:
    return "for:" + " ".join(fold_word(word).casefold() for word in name.split())


@lru_cache(maxsize=20_000)
def _home(head: str, publisher: str) -> str:
    match = _DATELINE.search(head)
    dated = country_of_form(match.group(1).title()) if match else ""
    return dated or country_of_form(publisher)


def home_country(document: Document) -> str:
    """The country from which a report speaks, by its dateline or its publisher; "" where neither says."""
    return _home(document.text[:600], document.publisher)


def country_of_form(form: str) -> str:
    """The ISO code of the country that a place name belongs to, "" where it is none that is known."""
    return next((name.entries[0].iso2 for name in find_names(form.strip()) if name.entries[0].iso2), "")
