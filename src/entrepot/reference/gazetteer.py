"""Names of states, bodies, agencies, persons and places in a text: longest match first, exact offsets."""

from functools import cache
from typing import Any

from entrepot.model.actor import Actor
from entrepot.reference.bodies import Body, body_entry, body_forms
from entrepot.reference.names import FormKind, NamedForm, NameEntry, NameMatch
from entrepot.reference.organisations import named_organisations
from entrepot.reference.persons import person_forms
from entrepot.reference.places import place_actor, place_forms
from entrepot.reference.territories import territory_forms
from entrepot.reference.tokens import Word, split_keys, split_words

__all__ = ["FormKind", "NameEntry", "NameMatch", "country_of", "find_entries", "find_names", "place_of"]

_Node = dict[str, Any]
_LEAF = ""
_LAND_KINDS = frozenset({"name", "adjective", "capital"})
_SHOUTED_KINDS = frozenset({"name", "capital", "hub", "place"})
_FOLLOWERS = frozenset(
    [
        "a",
        "about",
        "after",
        "against",
        "also",
        "although",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "because",
        "before",
        "between",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "during",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "might",
        "must",
        "no",
        "nor",
        "not",
        "of",
        "on",
        "or",
        "over",
        "says",
        "say",
        "said",
        "she",
        "should",
        "since",
        "so",
        "that",
        "the",
        "their",
        "then",
        "there",
        "they",
        "this",
        "through",
        "to",
        "told",
        "under",
        "until",
        "was",
        "we",
        "were",
        "when",
        "where",
        "which",
        "while",
        "who",
        "will",
        "with",
        "would",
        "found",
        "sent",
        "took",
        "began",
        "made",
        "gave",
        "put",
        "held",
        "told",
        "saw",
        "brought",
        "bought",
        "sold",
        "struck",
        "hit",
        "shot",
        "kept",
        "went",
        "came",
        "claims",
        "reports",
        "announces",
        "confirms",
        "denies",
        "seizes",
        "imposes",
    ]
)
"""Words after which "customs", "military" and the like stood as nouns ("customs said"), not before one ("customs duties")."""


def find_names(text: str, start: int = 0, end: int | None = None) -> tuple[NameMatch, ...]:
    """The names in `text[start:end]` in order, without overlaps, the longest reading of each place.

    Matching is by whole words and case, with tolerance for diacritics, apostrophes, hyphens and hard wraps. A
    possessive "'s" is not part of a match. A country with a body noun is one match: "Iran's Ministry of Foreign Affairs".
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
        finish = _include_point(text, words[at].start, words[stop - 1].end, end)
        matches.append(
            NameMatch(start=words[at].start, end=finish, text=text[words[at].start : finish], entries=entries)
        )
        at = stop
    return tuple(matches)


def find_entries(form: str) -> tuple[NameEntry, ...]:
    """The readings of exactly that form, the likeliest first; empty if it is unknown."""
    words = split_words(form.strip().removesuffix("."))
    found = _match_at(words, 0) if words else None
    return found[1] if found and found[0] == len(words) else ()


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
            return place_actor(form)
    return None


@cache
def _countries() -> dict[str, str]:
    return {named.entry.actor.id: named.entry.iso2 for named in _all_forms() if named.entry.iso2}


def _country_of_body(identifier: str) -> str | None:
    code, _, key = identifier.removeprefix("organisation:").partition("-")
    known = {body.key for body in body_forms().values()}
    return code.upper() if len(code) == 2 and key in known else None


@cache
def _all_forms() -> tuple[NamedForm, ...]:
    return (*territory_forms(), *named_organisations(), *person_forms(), *place_forms())


@cache
def _index() -> _Node:
    root: _Node = {}
    ends: list[_Node] = []
    for named in _all_forms():
        keys = split_keys(named.form)
        if keys:
            node = _reach(root, keys)
            if _LEAF not in node:
                node[_LEAF] = []
                ends.append(node)
            node[_LEAF].append(named.entry)
    for node in ends:
        node[_LEAF] = _order(node[_LEAF])
    return root


def _reach(root: _Node, keys: tuple[str, ...]) -> _Node:
    node = root
    for key in keys:
        node = node.setdefault(key, {})
    return node


def _order(entries: list[NameEntry]) -> tuple[NameEntry, ...]:
    """One entry an actor, strong before weak, names before adjectives.

    A capital or a country is not listed again as the place it is, and a surname gives way to anything else that is sure.
    """
    if len(entries) == 1:
        return (entries[0],)
    ranked = sorted(entries, key=lambda entry: (entry.weak, entry.form_kind == "adjective"))
    kept: dict[str, NameEntry] = {}
    for entry in ranked:
        kept.setdefault(entry.actor.id, entry)
    lands = {entry.iso2 for entry in kept.values() if entry.form_kind in {"capital", "name"}}
    sure = any(not entry.weak and entry.form_kind != "surname" for entry in kept.values())
    return tuple(
        entry
        for entry in kept.values()
        if not (entry.form_kind in {"hub", "place"} and entry.iso2 in lands)
        and not (entry.form_kind == "surname" and sure)
    )


@cache
def _body_index() -> _Node:
    root: _Node = {}
    for keys, body in body_forms().items():
        _reach(root, keys)[_LEAF] = body
    return root


def _walk(root: _Node, words: list[Word], at: int) -> tuple[int, tuple[NameEntry, ...]] | None:
    node = root.get(words[at].text)
    best = None
    stop = at
    while node is not None:
        stop += 1
        if _LEAF in node:
            best = (stop, node[_LEAF])
        if stop >= len(words):
            break
        word = words[stop]
        node = node.get(word.key) or (node.get(word.joint + word.text.capitalize()) if "-" in word.raw_joint else None)
    return best


def _match_at(words: list[Word], at: int) -> tuple[int, tuple[NameEntry, ...]] | None:
    found = _walk(_index(), words, at) or _shouted(words, at)
    composed = _composed(words, at, found)
    if composed and (found is None or composed[0] > found[0]):
        return composed
    if found and _is_model_number(words, found):
        return None
    return found


def _is_model_number(words: list[Word], found: tuple[int, tuple[NameEntry, ...]]) -> bool:
    """ "Minsk-2" is an accord and "Olya-3" a ship: a name joined by a hyphen to a number is not the place."""
    stop, entries = found
    if stop >= len(words) or entries[0].form_kind not in {"capital", "hub", "place"}:
        return False
    return words[stop].raw_joint == "-" and words[stop].text.isdigit()


def _shouted(words: list[Word], at: int) -> tuple[int, tuple[NameEntry, ...]] | None:
    """A dateline in capitals ("MINSK, 20 August") names the place; a headline in capitals is not taken apart."""
    word = words[at]
    if len(word.text) < 4 or not word.text.isupper():
        return None
    neighbours = (words[i].text for i in (at - 1, at + 1) if 0 <= i < len(words))
    if any(len(text) > 1 and text.isupper() for text in neighbours):
        return None
    node = _index().get(word.text.title())
    entries = node.get(_LEAF) if node else None
    return (at + 1, entries) if entries and entries[0].form_kind in _SHOUTED_KINDS else None


def _composed(
    words: list[Word], at: int, land: tuple[int, tuple[NameEntry, ...]] | None
) -> tuple[int, tuple[NameEntry, ...]] | None:
    """A body of a country from word `at` on: "Latvian customs", "Iran's Foreign Ministry", "Ministry of Defence of Belarus"."""
    if land is not None and land[1][0].form_kind in _LAND_KINDS:
        after = land[0] + (1 if _is_possessive(words, land[0]) else 0)
        body = _walk_body(words, after, joints=(" ", ". ") if words[land[0] - 1].joint == "." else (" ",))
        if body is not None:
            return body[0], tuple(
                body_entry(body[1], entry.iso2) for entry in land[1] if entry.form_kind in _LAND_KINDS
            )
    body = _walk_body(words, at, joints=())
    return _with_country_after(words, body) if body else None


def _with_country_after(words: list[Word], body: tuple[int, Body]) -> tuple[int, tuple[NameEntry, ...]] | None:
    stop, kind = body
    if stop >= len(words) or words[stop].key != " of":
        return None
    stop += 2 if stop + 1 < len(words) and words[stop + 1].key == " the" else 1
    if stop >= len(words) or words[stop].joint != " ":
        return None
    land = _walk(_index(), words, stop)
    if land is None or land[1][0].form_kind not in _LAND_KINDS:
        return None
    inner = _composed(words, stop, land)
    if land[1][0].form_kind == "adjective" and inner is None:
        return None
    finish = inner[0] if inner else land[0]
    return finish, tuple(body_entry(kind, entry.iso2) for entry in land[1] if entry.form_kind in _LAND_KINDS)


def _is_possessive(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].text == "s" and words[at].raw_joint in {"'", "\u2019", "\u2018", "`", "\u00b4"}


def _walk_body(words: list[Word], at: int, joints: tuple[str, ...]) -> tuple[int, Body] | None:
    """The longest body noun from word `at` on, if that word is joined to the one before in one of these ways."""
    if at >= len(words) or (joints and words[at].joint not in joints):
        return None
    node = _body_index().get(words[at].text.lower())
    best: tuple[int, Body] | None = None
    stop = at
    while node is not None:
        stop += 1
        if _LEAF in node and not (node[_LEAF].also_modifier and _stands_before_noun(words, stop)):
            best = (stop, node[_LEAF])
        node = node.get(words[stop].key.lower()) if stop < len(words) else None
    return best


def _stands_before_noun(words: list[Word], at: int) -> bool:
    if at >= len(words) or words[at].joint != " " or _is_possessive(words, at):
        return False
    word = words[at].text
    return not (word.lower() in _FOLLOWERS or word.endswith(("ed", "ly")))


def _include_point(text: str, start: int, finish: int, end: int | None) -> int:
    """The end of the match with the last point of an abbreviation such as "U.S."."""
    limit = len(text) if end is None else end
    return (
        finish + 1
        if "." in text[start:finish] and finish < limit and text[finish] == "." and finish - start < 8
        else finish
    )
