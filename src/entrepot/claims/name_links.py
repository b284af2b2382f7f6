"""Names that only one document knows: short and misspelt forms tied to the full one, people told from firms."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

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


Loose = tuple[int, int, str, bool]


VESSEL = re.compile(r"\b(?:MV|MT|M/V|M/T|vessel|ship|tanker|freighter|motor ship)\s+(?:the )?$")


SURNAME_FLOOR = 6
"""Names shorter than this are too easily one letter from another name to be called a misspelling."""


ARTICLE = re.compile(r"\b[Tt]he $")


SHIP_WORDS = re.compile(r"\b(?:tankers?|vessels?|ships?|freighters?|cargo ship|carriers?)\b")


def _is_ship_name(name: str) -> bool:
    """“the Ostara Grace”: words of no firm, no law and no land, under an article, where ships are spoken of."""
    words = {word.lower() for word in name.split()}
    return not words & (FIRM_WORDS | PLACE_WORDS | NOTIONS | TITLES)


def link_names(loose: list[Loose], known: list[Name], document: str) -> list[Name]:
    """Ties short and misspelt forms to the fullest form of the document."""
    full: dict[str, str] = {}
    persons: set[str] = set()
    forms = [(text, person) for _, _, text, person in loose]
    texts = sorted({text for text, _ in forms}, key=lambda text: (-len(text.split()), text))
    for text in texts:
        longer = [other for other in dict.fromkeys(full.values()) if _is_short_form(text, other)]
        full[text] = longer[0] if len(longer) == 1 else text
    articled = {full[text] for start, _, text, _ in loose if ARTICLE.search(document[max(0, start - 5) : start])}
    persons = {full[text] for text, person in forms if person} | (_people_by_form(full) - articled)
    persons -= {name for name in set(full.values()) if _is_called_by_first_word(name, full)}
    introduced = {full[text] for start, _, text, _ in loose if VESSEL.search(document[max(0, start - 24) : start])}
    persons -= introduced
    ships = introduced | {name for name in articled if SHIP_WORDS.search(document) and _is_ship_name(name)}
    people = {name.actor.name: name.actor for name in known}
    names: list[Name] = []
    for start, end, text, _ in loose:
        target, repaired = _repair(text, full, people)
        actor = people.get(target) or _own_actor(target, target in persons, target in ships)
        names.append(Name(start=start, end=end, text=text, actor=actor, form="own", repaired=repaired))
    return names


def _is_called_by_first_word(name: str, full: dict[str, str]) -> bool:
    """True for a name that the report shortens to its first word: firms are so called ("Morvale"), people are not."""
    words = name.split()
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
        if {word.lower() for word in words} & (FIRM_WORDS | PLACE_WORDS | TITLES | NOTIONS):
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


def _own_actor(name: str, person: bool, ship: bool) -> Actor:
    kind: ActorKind = "person" if person else "organisation"
    words = name.lower().split()
    if (re.fullmatch(r"[A-Z][A-Z0-9 .-]{3,}\d?", name) and (" " in name or len(name) > 7) and not person) or ship:
        kind = "vessel"
    elif words[0] in PLACE_WORDS or words[-1] in PLACE_WORDS:
        kind = "place"
    slug = re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
    return Actor(id=f"{kind}:{slug}", kind=kind, name=name)
