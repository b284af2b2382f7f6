"""Names of states, bodies, agencies, persons and places in a text: longest match first, exact offsets."""

from dataclasses import dataclass
from functools import cache, lru_cache

from entrepot.model.actor import Actor
from entrepot.reference.bodies import Body, body_entry, body_forms
from entrepot.reference.compositions import compose_names, walk_body
from entrepot.reference.index import Found, list_forms, walk_names
from entrepot.reference.names import FormKind, NameEntry, NameMatch
from entrepot.reference.places import place_actor
from entrepot.reference.tokens import Word, split_words

__all__ = [
    "BodyMatch",
    "FormKind",
    "NameEntry",
    "NameMatch",
    "country_of",
    "find_bodies",
    "find_entries",
    "find_names",
    "place_of",
    "resolve_body",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMatch:
    """A body noun without its country, `text[start:end]`: "the Foreign Ministry", "customs"."""

    start: int
    end: int
    text: str
    body: str


def find_names(text: str, start: int = 0, end: int | None = None) -> tuple[NameMatch, ...]:
    """The names in `text[start:end]` in order, without overlaps, the longest reading of each place.

    Matching is by whole words and case, with tolerance for diacritics, apostrophes, hyphens and hard wraps. A
    possessive "'s" is not part of a match. A country with a body noun is one match: "Iran's Foreign Ministry".
    """
    words = split_words(text, start, end)
    matches: list[NameMatch] = []
    at = 0
    while at < len(words):
        found = _match_at(words, at)
        if found is None:
            at += 1
            continue
        stop, entries = found
        first = words[at].start
        last = _include_point(text, first, words[stop - 1].end, end)
        matches.append(NameMatch(start=first, end=last, text=text[first:last], entries=entries))
        at = stop
    return tuple(matches)


@lru_cache(maxsize=50_000)
def find_entries(form: str) -> tuple[NameEntry, ...]:
    """The readings of exactly that form, the likeliest first; empty if it is unknown."""
    words = split_words(form.strip().removesuffix("."))
    found = _match_at(words, 0) if words else None
    return found[1] if found and found[0] == len(words) else ()


def find_bodies(text: str, start: int = 0, end: int | None = None) -> tuple[BodyMatch, ...]:
    """The body nouns in `text[start:end]` in order ("the defence ministry"), with or without a country beside them."""
    words = split_words(text, start, end)
    matches: list[BodyMatch] = []
    at = 0
    while at < len(words):
        found = walk_body(words, at)
        if found is None:
            at += 1
            continue
        first, last = words[at].start, words[found[0] - 1].end
        matches.append(BodyMatch(start=first, end=last, text=text[first:last], body=found[1].key))
        at = found[0]
    return tuple(matches)


def resolve_body(body: str, iso2: str) -> NameEntry | None:
    """The reading of a body noun for a country that is known otherwise: ("Foreign Ministry", "IR").

    `body` is a noun as it stands in a text or a key of the table of bodies; None where it is neither.
    """
    kind = _bodies_by_key().get(body)
    if kind is None:
        words = split_words(body)
        found = walk_body(words, 0) if words else None
        kind = found[1] if found and found[0] == len(words) else None
    return body_entry(kind, iso2) if kind else None


def country_of(actor: Actor) -> str | None:
    """The ISO code of the country an actor is or belongs to; None for international bodies and unknown actors."""
    if actor.id.startswith("country:"):
        return actor.id.removeprefix("country:")
    return _countries().get(actor.id) or _country_of_body(actor.id)


def place_of(form: str) -> Actor | None:
    """The place that a form names where it is a city or port: "Minsk" acts as Belarus, but talks are held in Minsk."""
    for entry in find_entries(form):
        if entry.form_kind in {"hub", "place"}:
            return entry.actor
        if entry.form_kind == "capital":
            return place_actor(" ".join(form.split()))
    return None


@cache
def _countries() -> dict[str, str]:
    return {named.entry.actor.id: named.entry.iso2 for named in list_forms() if named.entry.iso2}


@cache
def _bodies_by_key() -> dict[str, Body]:
    return {body.key: body for body in body_forms().values()}


def _country_of_body(identifier: str) -> str | None:
    code, _, key = identifier.removeprefix("organisation:").partition("-")
    known = key in _bodies_by_key() or key.startswith("ministry-of-")
    return code.upper() if len(code) == 2 and known else None


def _match_at(words: list[Word], at: int) -> Found | None:
    found = walk_names(words, at)
    composed = compose_names(words, at, found)
    if composed and (found is None or composed[0] > found[0]):
        return composed
    return None if found and _is_numbered(words, found) else found


def _is_numbered(words: list[Word], found: Found) -> bool:
    """True for "Minsk-2", an accord, and "Port Olya 3", a ship: neither is the place."""
    stop, entries = found
    if stop >= len(words) or entries[0].form_kind not in {"capital", "hub", "place"}:
        return False
    after = words[stop]
    ship = after.joint == " " and words[stop - 2].text.lower() == "port" if stop > 1 else False
    return after.text.isdigit() and len(after.text) < 4 and (ship or after.raw_joint == "-")


def _include_point(text: str, start: int, finish: int, end: int | None) -> int:
    """The end of the match with the last point of an abbreviation such as "U.S." or "Washington, D.C."."""
    limit = len(text) if end is None else end
    abbreviation = finish - start > 2 and text[finish - 2] == "." and text[finish - 1].isupper()
    return finish + 1 if abbreviation and finish < limit and text[finish] == "." else finish
