"""Offices that a text gives the persons it names, read from the words around each name.

A report says "President X" of whoever holds the office, of whoever held it in the time it tells of, and of whoever may
hold it one day. Only the first can be at odds with a table, so each office is read with its bearing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from entrepot.model.actor import Actor
from entrepot.model.span import Span, cut_span
from entrepot.reference.gazetteer import find_names
from entrepot.reference.offices import read_office, read_office_country

Bearing = Literal["told", "timed", "aside", "looking_back", "supposed"]
"""How an office stands: its bearer takes part in what is told; takes part in what "when" sets beside it; is only named
there, so that no time of the sentence need be the person's; dates something past; is imagined.
"""

LOOKBACK = 90
"""Characters before and after a name in which its title may stand."""

_HEADS_OF_ONE = r"[Pp]residents?|[Pp]rime [Mm]inisters?|[Cc]hancellors?|[Pp]remiers?|[Ss]upreme [Ll]eaders?"
_NUCLEUS = (
    r"[Ff]oreign [Mm]inisters?|[Ff]oreign [Ss]ecretary|[Ss]ecretar(?:y|ies) of [Ss]tate|[Hh]ome [Ss]ecretary|"
    r"(?:[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Ee]nergy) (?:[Mm]inisters?|[Ss]ecretary)|[Tt]reasury [Ss]ecretary|"
    r"[Ss]ecretary of (?:[Dd]efen[cs]e|[Ee]nergy|the [Tt]reasury)|[Mm]inisters? of [A-Z]\w+(?: [A-Z]\w+)?|"
    r"(?:Federal Reserve|Fed) [Cc]hair(?:man|woman)?|" + _HEADS_OF_ONE
)
_OF = r"(?: of (?:the )?(?:[A-Z][\w-]+ ?){1,4})?"
_BEFORE_NAME = re.compile(rf"(?P<lead>(?:\b[A-Z][\w.’'-]*\s+){{0,4}})\b(?P<office>(?:{_NUCLEUS}){_OF})\s*$")
_GIVEN_AFTER = (
    rf"(?P<office>(?:[A-Z][\w-]+(?:['’]s)? ){{0,2}}(?:{_NUCLEUS})(?: of (?:the )?(?:[A-Z][\w'’-]+ ?){{1,4}})?)"
    r"(?![\w'’-]| ?[A-Z]| (?:of|for|at|emeritus)\b| and (?:chief|CEO|founder|owner|general manager|co-))"
)
_AFTER_NAME = re.compile(
    rf"^(?:, (?:the |who is (?:the )?)?{_GIVEN_AFTER}(?=\s*(?:[,.;:)–—\"”]|$|(?:who|and|since)\b))"
    rf"| is (?:(?:now|currently|still) )?(?:the )?{_GIVEN_AFTER.replace('<office>', '<predicate>')})"
)
"""An apposition or a predicate; not the title of the next name, nor the head of a firm."""
_JOINED = re.compile(
    r"\b(Presidents|Prime Ministers|Chancellors|Foreign Ministers|Secretaries of State)\s+"
    r"(?:[A-Z][\w.’'-]+,?\s+){1,5}(?:and\s+)?(?:[A-Z][\w.’'-]+,?\s+)*$"
)
"""“Presidents Raisi and Lukashenko": one title for all the names joined to it."""
_NO_STATE = re.compile(rf"^(?:{_HEADS_OF_ONE}) of\b")

_QUALIFIER = re.compile(
    r"\b(?:former|ex|late|previous|outgoing|acting|interim|self-?proclaimed|predecessors?|would-be|future|next|incoming|"
    r"elect|ousted|deposed|deputy|vice|assistant|shadow|aspiring|potential|presumptive|one-?time)\b"
    r"[ -]?(?:,? ?(?!(?:of|to|for|in|at|by|with|and|or|told|said)\b)[\w’'.-]+ ){0,2}[ ,]*$"
    r"|\bex-$|\bthen[ -](?:[\w.]+ )?$",
    re.IGNORECASE,
)
"""A word that makes the office a past, a coming or a lesser one; two words may stand between them."""
_QUALIFIER_AFTER = re.compile(r"^(?:-| )(?:elect|designate)\b")

_ORDINARY_LEADS = frozenset(
    "a after although and as at because before both but by during even for from how if in including is like meanwhile "
    "now on or said says since so still that the then this though today tonight under unless unlike until was what "
    "when where whether while why with yet "
    "monday tuesday wednesday thursday friday saturday sunday "
    "democratic republican conservative socialist liberal communist".split()
)
"""Capitalised words before a title that belong to the sentence or name a party: no part of a body's name."""
_SUPPOSED = re.compile(r"\b(?:a|an|any|another|no|every|(?:prospect|idea|possibility|thought|event) of)\s*[\"“‘']?\s*$")
_CONDITION = re.compile(r"\b(?:if|unless)\b[^,.;:]{0,40}$|\b(?:if|when|once) elected,? *$", re.IGNORECASE)
_LOOKING_BACK = re.compile(
    r"\b(?:under|since|during|than|even|like|unlike|after|before|until|"
    r"(?:brother|father|son|husband|wife|sister|mother|predecessor|mentor),)"
    r"(?: (?:both|either|even|the|as|with))?\s*$",
    re.IGNORECASE,
)
"""“Under President X": the title dates something, or sets a time beside another."""
_TIMED = re.compile(
    r"\b(?:when|while|as)\s*$"
    r"|^(?:after|before|during|following|once|throughout|in the (?:wake|aftermath|days|weeks|months|years))\b"
    r"[^.;:]*,\s*$",
    re.IGNORECASE,
)
"""“When President X", "After the attacks, President X": when that was, a date must say."""
_TAKING_PART = re.compile(
    # Nothing, or a mark, stands before a subject; so do conjunctions, words of time, words of saying and auxiliaries.
    r"(?:^|[^\w\s]|\d|\b(?:and|but|or|nor|yet|so|that|because|although|though|where|whereas|how|why|what|which|whom|"
    r"sa(?:y|ys|id)|add(?:s|ed)|is|was|has|does|will|would|can|could|should|[a-z]+ly|now|today|tonight|yesterday|meanwhile|"
    r"also|still|current|incumbent|sitting|the|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|"
    r"may|june|july|august|september|october|november|december|"
    # Words of meeting and telling have whoever is met and told after them.
    r"meets?|met|meeting|visit(?:s|ed)|tells?|told|asks?|asked|urges?|urged|warns?|warned|invite[sd]?|thank(?:s|ed)|"
    r"welcome[sd]?|greet(?:s|ed)|host(?:s|ed)|receive[sd]?|phoned?|telephoned|between|"
    r"(?:met|meets?|meetings?|talks?|talked|speaks?|spoke|discuss\w*|calls?|conversation|summit|agree\w*|signed|session)"
    r"\b[^,.;:]{0,40} with|"
    r"(?:speak|spoke|talked|wrote|writes|appeal(?:s|ed)|letter|message)\b[^,.;:]{0,30} to))\s*$",
    re.IGNORECASE,
)
"""Words before a title whose bearer takes part in what is told. After any other preposition or verb he may be spoken
of as he was: "criticised President X", "an adviser to President X", "a law signed by President X".
"""
_BELIEVED = re.compile(
    r"\b(?:accusation|allegation|argument|assertion|belief|charge|claim|criticism|fact|idea|suggestion|view|notion)s? "
    r"that\s*$",
    re.IGNORECASE,
)
_ASIDE_AFTER = re.compile(r"^(?:['’]s?(?=[\s,.])|[’']s\b|(?:,[^,]{1,80},)?\s+(?:had|did)\b)")
"""A possessive, a past before the past: "President X's policy", "President X had signed"."""
_TELLING = re.compile(
    r"^(?:,[^,]{1,80},)?\s+(?:is|has|will|says|plans|wants|intends|hopes|said|told|announced|added|warned)\b"
)
"""A verb of the present or of saying after a name: its bearer is the subject."""
_PREPOSITION = re.compile(
    r"\b(?:of|to|for|by|from|with|on|in|at|about|against|between|over|into|onto|toward|towards|behind|beside|around|"
    r"among|including|without|within|through)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenOffice:
    """An office that a text gives a person: the name where it stands, the words of the office, and their bearing."""

    person: Actor
    name: Span
    phrase: str
    bearing: Bearing


def read_given_office(text: str, sentence: Span, name: Span, person: Actor) -> GivenOffice | None:
    """The office that a sentence gives the person whose name stands at `name`; None for a past or a lesser one."""
    before = text[max(sentence.start, name.start - LOOKBACK) : name.start]
    after = text[name.end : min(sentence.end, name.end + LOOKBACK)]
    found = _read_title(before) or _read_apposition(before, after) or _read_joined(before)
    if found is None or _QUALIFIER_AFTER.search(after) or read_office(found[0]) is None:
        return None
    phrase, lead, bearing = found
    if bearing is None:
        bearing = _read_bearing(lead, after)
    return GivenOffice(person=person, name=name, phrase=phrase, bearing=bearing)


def list_given_offices(text: str, sentence: Span, names: Iterable[tuple[int, int, Actor]]) -> tuple[GivenOffice, ...]:
    """Every office that a sentence gives one of its named persons, in order."""
    spans = [(cut_span(text, start, end), actor) for start, end, actor in names if actor.kind == "person"]
    found = [read_given_office(text, sentence, span, actor) for span, actor in spans]
    return tuple(given for given in found if given is not None)


_Found = tuple[str, str, Bearing | None]
"""The words of an office, the text before them, and the bearing where the construction settles it."""


def _read_title(before: str) -> _Found | None:
    match = _BEFORE_NAME.search(before)
    if match is None:
        return None
    words = match["lead"].split()
    own = _country_words(words)
    rest = words[: len(words) - own]
    if rest and not own and not _is_ordinary(rest, starts=not before[: match.start()].strip()):
        return None  # "Princeton University President X": no office of a state
    phrase = " ".join([*words[len(words) - own :], match["office"].strip()])
    lead = before[: match.start("office")]
    for word in reversed(words[len(words) - own :]):
        lead = lead[: lead.rindex(word)]
    if _QUALIFIER.search(lead) or _is_of_no_state(match["office"]):
        return None
    return phrase, lead, None


def _country_words(words: list[str]) -> int:
    """How many words at the end name a country: “Islamist Egyptian" has one, "North Korean" two."""
    for count in range(min(3, len(words)), 0, -1):
        tail = " ".join(words[-count:])
        matches = find_names(tail)
        if [match.text for match in matches] == [tail] and read_office_country(tail) is not None:
            return count
    return 0


def _is_ordinary(words: list[str], *, starts: bool) -> bool:
    """True where capitalised words before a title are the sentence's own, not the name of a body."""
    return words[-1].lower().strip(".,’'") in _ORDINARY_LEADS or (starts and len(words) == 1)


def _is_of_no_state(office: str) -> bool:
    """“President of the Ford Foundation": the head of something that is no country."""
    return _NO_STATE.match(office) is not None and read_office_country(office) is None


def _read_apposition(before: str, after: str) -> _Found | None:
    match = _AFTER_NAME.match(after)
    office = (match["office"] or match["predicate"]).strip() if match else ""
    if not office or _is_of_no_state(office):
        return None
    supposed = _CONDITION.search(before) is not None
    return office, before, "supposed" if supposed else "told"


def _read_joined(before: str) -> _Found | None:
    match = _JOINED.search(before)
    if match is None or _QUALIFIER.search(before[: match.start()]):
        return None
    title = match[1]
    single = "Secretary of State" if title.startswith("Secretaries") else title.rstrip("s")
    return single, before[: match.start()], "aside"


def _read_bearing(lead: str, after: str) -> Bearing:
    if _SUPPOSED.search(lead) or _CONDITION.search(lead):
        return "supposed"
    if _LOOKING_BACK.search(lead):
        return "looking_back"
    if _ASIDE_AFTER.match(after) or _BELIEVED.search(lead):
        return "aside"
    telling = _TELLING.match(after) and not _PREPOSITION.search(lead)
    if _TIMED.search(lead) and not telling:
        return "timed"
    return "told" if telling or _TAKING_PART.search(lead) else "aside"
