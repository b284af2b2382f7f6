"""How some names are written: ships with a number, given names with a hyphen, lands by a point of the compass."""

import re
from dataclasses import replace

from entrepot.claims.name_links import Name
from entrepot.claims.phrases import Token
from entrepot.reference.gazetteer import NameMatch, find_entries, find_names, resolve_body

SHIP_NOUNS = frozenset("ship vessel tanker freighter trawler ferry barge carrier coaster".split())
JOINED = frozenset("based made led born run era held wide bound type like style own flag".split())
"""What stands after a hyphen and is no part of a name: "Dubai-based"."""
PARTICLES = frozenset("al el ibn bin ben van von der".split())
"""Small words inside the names of people."""
OPENING = re.compile(r"The (North|South|West|East)\b(?! [A-Z])")
"""A land at the head of a sentence: "The North may send more"; the table has it with a small letter."""


def names_of(text: str, start: int, end: int) -> tuple[NameMatch, ...]:
    """The names of the table in a stretch of the text; of "the South Korean service" South Korea, not the South."""
    found: list[NameMatch] = []
    position = start
    opening = OPENING.match(text, start, end)
    entries = find_entries(f"the {opening[1]}") if opening else ()
    if opening and entries:
        found.append(NameMatch(start=opening.start(), end=opening.end(), text=opening[0], entries=entries))
        position = opening.end()
    while True:
        matches = find_names(text, position, end)
        cut = next((match for match in matches if _is_cut_short(match, text)), None)
        if cut is None:
            return (*found, *matches)
        found += [match for match in matches if match.end <= cut.start]
        position = cut.start + len("the ")


def _is_cut_short(match: NameMatch, text: str) -> bool:
    """True for "the South" before "Korean": the name goes on."""
    if not match.text.startswith("the ") or not all(entry.weak for entry in match.entries):
        return False
    longer = find_names(text, match.start + len("the "), match.end + 20)
    return bool(longer) and longer[0].start == match.start + len("the ") and longer[0].end > match.end


def numbers_a_ship(number: Token, run: list[Token]) -> bool:
    """“the freighter Ryongsan 7”, “the Ostara 12 sailed”: a number that ends a ship's name."""
    first = run[0]
    before = first.nbor(-1) if first.i > 0 else None
    if before is None or (before.lower_ != "the" and before.lemma_.lower() not in SHIP_NOUNS):
        return False
    after = number.nbor(1) if number.i + 1 < len(number.doc) else None
    return after is None or after.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ", "SYM")


def ends_given_name(token: Token, run: list[Token]) -> bool:
    """“Pak Yong-dal”: a hyphen, and the small letters after it, in a name of two words; “Badr al-Busaidi”."""
    if token.lower_ in PARTICLES and token.text.islower() and token.i + 2 < len(token.doc):
        following = token.nbor(2) if token.nbor(1).text == "-" else token.nbor(1)
        return bool(following.text[:1].isupper() and following.tag_ in ("NNP", "NNPS", "NN"))
    if token.text == "-" and run[-1].lower_ in PARTICLES:
        return True
    if token.text == "-" and len(run) >= 2 and not token.whitespace_ and token.i + 1 < len(token.doc):
        return _is_second_half(token.nbor(1)) and not run[-1].whitespace_
    return len(run) >= 3 and run[-1].text == "-" and not run[-1].whitespace_ and _is_second_half(token)


def _is_second_half(token: Token) -> bool:
    plain = token.is_alpha and token.text.islower() and 1 < len(token) <= 5
    return bool(plain and token.lower_ not in JOINED and not token.lower_.endswith("ed"))


SEATED = re.compile(r"\s+in\s+([A-Z][\w-]+)")


def settle_bodies(names: list[Name], text: str) -> list[Name]:
    """“the Foreign Ministry in Moscow” is Russia's, and so is "the Foreign Ministry" in the rest of the report."""
    lands: dict[str, set[str]] = {}
    for name in names:
        seat = SEATED.match(text, name.end)
        entries = find_entries(seat[1]) if seat and name.actor.kind == "organisation" else ()
        if entries and entries[0].form_kind == "capital":
            lands.setdefault(name.text, set()).add(entries[0].iso2)
    return [_of_land(name, lands.get(name.text, set())) for name in names]


def _of_land(name: Name, lands: set[str]) -> Name:
    entry = resolve_body(name.text, next(iter(lands))) if len(lands) == 1 else None
    if entry is None or name.form != "own":
        return name
    kind = entry.source_kind or ""
    return replace(name, actor=entry.actor, form=entry.form_kind, source_kind=kind, iso2=entry.iso2)
