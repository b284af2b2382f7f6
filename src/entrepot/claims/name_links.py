"""Names that only one document knows: short and misspelt forms tied to the full one, people told from firms."""

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from entrepot.claims.name_kinds import sounds_like_a_firm
from entrepot.claims.name_words import (
    FIRM_WORDS,
    NOTIONS,
    PLACE_WORDS,
    TITLES,
)
from entrepot.model.actor import Actor, ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name where it stands: offsets in the document, whom it names, and from which table or rule."""

    start: int
    end: int
    text: str
    actor: Actor
    form: str
    source_kind: str = ""
    iso2: str = ""
    repaired: bool = False


Hint = Literal["person", "firm", ""]
"""What the words around a name say that it is."""

Loose = tuple[int, int, str, Hint]


VESSEL = re.compile(r"\b(?:MV|MT|M/V|M/T|vessel|ship|tanker|freighter|motor ship)\s+(?:the )?$")


SURNAME_FLOOR = 6
"""Names shorter than this are too easily one letter from another name to be called a misspelling."""


ARTICLE = re.compile(r"\b[Tt]he $")


SHIP_WORDS = re.compile(r"\b(?:tankers?|vessels?|ships?|freighters?|cargo ship|carriers?)\b")


WORKS = frozenset("works mill mills factory plant refinery shipyard logistics precision optics".split())
"""Words of makers' names, which ships do not bear."""


def _is_ship_name(name: str) -> bool:
    """“the Ostara Grace”: words of no firm, no law and no land, under an article, where ships are spoken of."""
    words = {word.lower() for word in name.split()}
    return not words & WORKS and not words & (FIRM_WORDS | PLACE_WORDS | NOTIONS | TITLES)


def link_names(loose: list[Loose], known: list[Name], document: str) -> list[Name]:
    """Ties short and misspelt forms to the fullest form of the document."""
    full: dict[str, str] = {}
    persons: set[str] = set()
    forms = [(text, hint) for _, _, text, hint in loose]
    texts = sorted({text for text, _ in forms}, key=lambda text: (-len(text.split()), text))
    for text in texts:
        longer = [other for other in dict.fromkeys(full.values()) if _is_short_form(text, other)]
        full[text] = longer[0] if len(longer) == 1 else text
    articled = {full[text] for start, _, text, _ in loose if ARTICLE.search(document[max(0, start - 5) : start])}
    firms = {full[text] for text, hint in forms if hint == "firm"}
    persons = {full[text] for text, hint in forms if hint == "person"} | (_people_by_form(full) - articled - firms)
    persons -= {name for name in set(full.values()) if _is_called_by_first_word(name, full)}
    introduced = {full[text] for start, _, text, _ in loose if VESSEL.search(document[max(0, start - 24) : start])}
    persons -= introduced
    ships = introduced | {name for name in articled if SHIP_WORDS.search(document) and _is_ship_name(name)}
    places = _places_by_preposition(loose, full, document) - persons - ships - firms
    people = {name.actor.name: name.actor for name in known}
    names: list[Name] = []
    for start, end, text, _ in loose:
        target, repaired = _repair(text, full, people)
        kinds: dict[ActorKind, set[str]] = {"person": persons, "vessel": ships, "place": places}
        kind: ActorKind = next((kind for kind, names in kinds.items() if target in names), "organisation")
        actor = people.get(target) or _own_actor(target, kind)
        names.append(Name(start=start, end=end, text=text, actor=actor, form="own", repaired=repaired))
    return names


def _is_called_by_first_word(name: str, full: dict[str, str]) -> bool:
    """True for a name that the report shortens to its first word: firms are so called ("Morvale"), people are not."""
    words = name.split()
    if re.search(r"-[a-z]{2,5}$", words[-1]):
        return False  # "Pak Yong-dal": where the family name comes first
    short = {text for text, target in full.items() if target == name and text != name}
    return len(words) > 1 and words[0] in short and words[-1] not in short


def _people_by_form(full: dict[str, str]) -> set[str]:
    """Names taken for persons by their form: two or three plain words, none of a firm's.

    A later short form settles it: people are called by their last word, firms by their first.
    """
    found: set[str] = set()
    for name in set(full.values()):
        words = name.split()
        if not 2 <= len(words) <= 3 or not all(
            re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", word) and not word.isupper() for word in words
        ):
            continue
        if {word.lower() for word in words} & (FIRM_WORDS | PLACE_WORDS | TITLES | NOTIONS) or sounds_like_a_firm(name):
            continue
        if not _is_called_by_first_word(name, full):
            found.add(name)
    return found


def _is_short_form(short: str, full: str) -> bool:
    words, longer = short.split(), full.split()
    if len(words) == 1 and short.isupper() and 3 <= len(short) <= 8:
        initials = "".join(word[0] for word in longer if word[0].isupper())
        return short == initials
    return len(words) < len(longer) and (longer[: len(words)] == words or longer[-len(words) :] == words)


def _repair(text: str, full: dict[str, str], people: dict[str, Actor]) -> tuple[str, bool]:
    """The name that a misspelt single word repeats, if exactly one is near enough; whether anything was repaired."""
    target = full[text]
    if " " in target or len(text) < SURNAME_FLOOR:
        return target, False
    near = {name for name in [*full.values(), *people] if _is_near(text, name) and name != text}
    return (near.pop(), True) if len(near) == 1 else (target, False)


def _is_near(text: str, name: str) -> bool:
    """True where a word is the last word of a fuller name but for a letter or two."""
    last = name.split()[-1]
    if last == text or " " not in name or not last.isalpha() or len(last) < SURNAME_FLOOR or last[0] != text[0]:
        return False
    return DamerauLevenshtein.distance(last, text) <= (1 if len(text) < 8 else 2)


PLACED = re.compile(
    r"(?<!stake )(?<!share )(?<!shares )(?<!interest )"
    r"\b(?:[Ii]n|[Aa]t|[Oo]ff|[Nn]ear|(?:port|island|city|town|village|province|region|bay|gulf|strait) of) $"
)
"""What stands before the name of a place that no table has; a stake is held in a firm."""


def _places_by_preposition(loose: list[Loose], full: dict[str, str], document: str) -> set[str]:
    """Names that a report never uses but after "in", "at", "off" or "near": “off Kalamata”, “at Ak-Tilek”."""
    after: dict[str, list[bool]] = {}
    for start, _, text, _ in loose:
        before = document[max(0, start - 14) : start].replace("\n", " ")
        after.setdefault(full[text], []).append(PLACED.search(before) is not None)
    return {
        name
        for name, found in after.items()
        if all(found)
        and not {word.lower() for word in name.split()} & (FIRM_WORDS | NOTIONS)
        and not sounds_like_a_firm(name)
    }


def _own_actor(name: str, kind: ActorKind) -> Actor:
    words = name.lower().split()
    capitals = re.fullmatch(r"[A-Z][A-Z0-9 .-]{3,}\d?", name) and (" " in name or len(name) > 7)
    if capitals and kind != "person":
        kind = "vessel"
    elif kind != "vessel" and {words[0], words[-1]} & PLACE_WORDS:
        kind = "place"
    slug = re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
    return Actor(id=f"{kind}:{slug}", kind=kind, name=name)
