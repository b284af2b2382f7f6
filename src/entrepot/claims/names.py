"""Proper names of one document: those of the gazetteer, and those that only this document knows.

A firm or person that no table lists is named once in full ("Morvale Elektronik") and then in short ("Morvale"); a
misspelt surname is tied to the name it repeats, and the repair is said aloud.
"""

import re
from collections.abc import Iterable

from entrepot.claims.animacy import is_personal
from entrepot.claims.name_forms import ends_given_name, names_of, numbers_a_ship, settle_bodies
from entrepot.claims.name_kinds import is_firm_here, sounds_like_a_firm
from entrepot.claims.name_links import SHIP_WORDS, Hint, Loose, Name, link_names
from entrepot.claims.name_words import (
    ADVERBS,
    BODIES_OF,
    CALENDAR,
    FIRM_WORDS,
    LAND_FORMS,
    NOTIONS,
    OFFICE_WORDS,
    OFFICES,
    OPENERS,
    PERSONAL_NOUNS,
    PLACE_WORDS,
    REGIONAL,
    SPEECH,
    TITLES,
)
from entrepot.claims.parsing import ParsedSentence, is_unknown_word
from entrepot.claims.phrases import Token
from entrepot.reference.gazetteer import NameEntry, NameMatch, country_of, find_entries
from entrepot.reference.goods import classify_goods

__all__ = ["DocumentNames", "Name"]


class DocumentNames:
    """All proper names of one document, looked up by offset."""

    def __init__(self, text: str, parsed: Iterable[ParsedSentence], publisher: str = "") -> None:
        self._names: list[Name] = []
        house = [match.span() for match in re.finditer(re.escape(publisher), text)] if len(publisher) > 3 else []
        self._starts: dict[int, Name] = {}
        loose: list[Loose] = []
        parsed = list(parsed)
        found = [names_of(text, item.sentence.span.start, item.sentence.span.end) for item in parsed]
        sure = {entry.actor.id for matches in found for match in matches for entry in match.entries if not entry.weak}
        for item, all_matches in zip(parsed, found, strict=True):
            beside = sure | _bodies_of_the_named(all_matches)
            matches = _usable(all_matches, beside)
            if item.doc is not None:
                firms = _firms_with_country(item, matches, text)
                firms += [
                    (start, end, text[start:end], "")
                    for start, end in house
                    if item.sentence.span.start <= start
                    and end <= item.sentence.span.end
                    and not _is_whole_match(start, end, matches)
                ]
                loose += firms
                matches = [
                    match for match in matches if not any(start <= match.start < end for start, end, _, _ in firms)
                ]
                loose += _proper_runs(item, matches, text, firms)
            self._names += [_gazetteer_name(match, beside) for match in matches]
        people = [name for name in self._names if name.actor.kind == "person"]
        self._names += settle_bodies(link_names(loose, people, text), text)
        self._names.sort(key=lambda name: (name.start, -name.end))
        for name in self._names:
            for position in range(name.start, name.end):
                self._starts.setdefault(position, name)

    def at(self, position: int) -> Name | None:
        """The name that covers a character of the document, if there is one."""
        return self._starts.get(position)

    def between(self, start: int, end: int) -> list[Name]:
        """The names that lie within a stretch of the document, in order."""
        return [name for name in self._names if start <= name.start and name.end <= end]


def _is_whole_match(start: int, end: int, matches: list[NameMatch]) -> bool:
    return any(match.start == start and match.end == end for match in matches)


def _usable(matches: Iterable[NameMatch], sure: set[str]) -> list[NameMatch]:
    """Drops matches that rest on a weak form alone, unless the document names the same actor in full elsewhere."""
    return [match for match in matches if any(not entry.weak or entry.actor.id in sure for entry in match.entries)]


def _bodies_of_the_named(matches: Iterable[NameMatch]) -> set[str]:
    """“The United States will lift them, the Treasury says”: a body named in short, beside its country's name."""
    entries = [entry for match in matches for entry in match.entries]
    named = {entry.actor.id for entry in entries if not entry.weak and entry.actor.kind == "country"}
    weak = [entry for entry in entries if entry.weak and entry.actor.kind == "organisation"]
    return {entry.actor.id for entry in weak if f"country:{country_of(entry.actor)}" in named}


def _best(entries: tuple[NameEntry, ...], sure: set[str]) -> NameEntry:
    known = [entry for entry in entries if entry.actor.id in sure]
    return ([entry for entry in entries if not entry.weak] or known or list(entries))[0]


def _gazetteer_name(match: NameMatch, sure: set[str]) -> Name:
    entry = _best(match.entries, sure)
    return Name(
        start=match.start,
        end=match.end,
        text=match.text,
        actor=entry.actor,
        form=entry.form_kind,
        source_kind=entry.source_kind or "",
        iso2=entry.iso2,
    )


def _firms_with_country(item: ParsedSentence, matches: list[NameMatch], text: str) -> list[Loose]:
    """Firms whose name holds a country's ("Iran Air", "Bank Melli Iran"): the longer name is meant, not the country."""
    offset = item.sentence.span.start
    found: list[Loose] = []
    for match in matches:
        if match.text.isupper() and len(match.text) > 3 and not item.sentence.span.text.isupper():
            found += _ship(item, match, text)
            continue
        if match.entries[0].form_kind not in LAND_FORMS:
            continue
        inside = [token for token in item.doc if match.start <= offset + token.idx < match.end]
        if not inside:
            continue
        last = inside[-1]
        while last.i + 1 < len(item.doc) and last.nbor(1).tag_ in ("NNP", "NNPS") and last.nbor(1).text[:1].isupper():
            last = last.nbor(1)
        named = last.lower_ in FIRM_WORDS and last.lower_ not in OFFICE_WORDS
        article = inside[0].i > 0 and inside[0].nbor(-1).lower_ == "the" and SHIP_WORDS.search(text) is not None
        ship = (
            article
            and match.entries[0].form_kind in ("hub", "place")
            and last.lower_ not in PLACE_WORDS | NOTIONS | OFFICE_WORDS
        )
        if last.i == inside[-1].i or not (named or ship):
            continue
        first = inside[0]
        while first.i > 0 and _continues_left(first.nbor(-1)):
            first = first.nbor(-1)
        start, end = offset + first.idx, offset + last.idx + len(last)
        found.append((start, end, text[start:end], ""))
    return found


def _ship(item: ParsedSentence, match: NameMatch, text: str) -> list[Loose]:
    """“NORD STAR 4”: ships are set in capitals, and are often named after places."""
    offset = item.sentence.span.start
    inside = [token for token in item.doc if match.start <= offset + token.idx < match.end]
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    while first.i > 0 and first.nbor(-1).is_alpha and first.nbor(-1).text.isupper() and len(first.nbor(-1)) > 1:
        first = first.nbor(-1)
    while last.i + 1 < len(item.doc) and (
        last.nbor(1).text.isupper()
        or last.nbor(1).text.isdigit()
        or (last.nbor(1).text == "-" and last.i + 2 < len(item.doc) and last.nbor(2).text.isdigit())
    ):
        last = last.nbor(1)
    if first.i == last.i:
        return []
    start, end = offset + first.idx, offset + last.idx + len(last)
    return [(start, end, text[start:end], "")]


def _continues_run(token: Token, current: list[Token], covered: set[int], offset: int) -> bool:
    """True for a token that begins a run of proper nouns or belongs to the one before it."""
    if _is_name_token(token) and offset + token.idx not in covered:
        return True
    if not current:
        return False
    if current[-1].lower_ == "of":
        return _is_name_token(token)  # a land that the table knows, inside a longer name
    if token.tag_ == "CD" and token.text.isdigit() and len(token) <= 2:
        return bool(current[-1].text.isupper()) or numbers_a_ship(token, current)
    goes_on = token.i + 1 < len(token.doc) and _is_name_token(token.nbor(1))
    if token.lower_ in ("'s", "’s"):  # "the Prosecutor General's Office"
        return goes_on and token.nbor(1).lower_ in OFFICE_WORDS and token.nbor(1).text.istitle()
    if token.lower_ == "of":
        return goes_on and current[-1].lower_ in PLACE_WORDS | BODIES_OF
    return (goes_on and token.text in ("-", "&")) or ends_given_name(token, current)


def _continues_left(token: Token) -> bool:
    """True for a word that belongs to the name after it: another proper noun, or "of" between two of them."""
    if token.lower_ == "of":
        return token.i > 0 and token.nbor(-1).tag_ == "NNP" and token.nbor(-1).lower_ not in TITLES
    return bool(token.tag_ == "NNP" and token.lower_ not in TITLES)


def _proper_runs(item: ParsedSentence, matches: list[NameMatch], text: str, firms: list[Loose]) -> list[Loose]:
    """Runs of proper nouns outside the gazetteer: `(start, end, text, what it looks like)`."""
    offset = item.sentence.span.start
    covered = {position for match in matches for position in range(match.start, match.end)}
    covered |= {position for start, end, _, _ in firms for position in range(start, end)}
    runs: list[list[Token]] = []
    current: list[Token] = []
    for token in item.doc:
        if _continues_run(token, current, covered, offset):
            current.append(token)
        else:
            runs, current = ([*runs, current] if current else runs), []
    runs = [*runs, current] if current else runs
    found = []
    for run in runs:
        titled = bool(run) and run[0].lower_ in TITLES
        run = _without_titles(run)
        if not run or (len(run) == 1 and (run[0].lower_ in CALENDAR | REGIONAL or _is_common_word(run[0], text))):
            continue
        start, end = offset + run[0].idx, offset + run[-1].idx + len(run[-1])
        firm = bool({t.lower_ for t in run} & FIRM_WORDS) or sounds_like_a_firm(text[start:end])
        person = not firm and (titled or _speaks(run[-1]) or _person_apposition(run[-1]))
        hint: Hint = "person" if person else "firm" if is_firm_here(run[-1]) else ""
        found.append((start, end, text[start:end], hint))
    return found


def _without_titles(run: list[Token]) -> list[Token]:
    """A run of capitals without the titles before the name; a body's stays whole: "Prosecutor General's Office"."""
    if len(run) > 2 and run[-2].tag_ == "POS":
        return run
    titles = [place for place, token in enumerate(run[:-1]) if token.lower_ in OFFICES]
    run = run[titles[-1] + 1 :] if titles else run
    while run and run[0].lower_ in TITLES and not (run[0].lower_ in OPENERS and run[-1].lower_ in FIRM_WORDS):
        run = run[1:]
    return run


def _is_common_word(token: Token, text: str) -> bool:
    """A capital at the start of a sentence may be no more than that: the word is goods, or stands elsewhere in small
    letters.
    """
    if token.i > 0 and token.nbor(-1).text not in ('"', ":", "'"):
        return False
    return classify_goods(token.text) is not None or re.search(rf"\b{re.escape(token.lower_)}\b", text) is not None


def _is_name_token(token: Token) -> bool:
    if token.lower_.rstrip(".") in CALENDAR:
        return False
    if token.text.isupper() and token.is_alpha and len(token) > 3 and not token.doc.text.isupper():
        return True
    if token.i == 0 and token.i + 1 < len(token.doc) and (_opens_a_name(token) or _is_no_word(token)):
        return True
    if token.tag_ in ("NNP", "NNPS"):
        return bool(token.text[:1].isupper() or token.text[:1].isdigit())
    # The tagger takes unknown surnames for adjectives or adverbs ("Drennelly"): a capital inside a sentence decides.
    return bool(
        token.i > 0
        and token.is_alpha
        and len(token) > 3
        and token.text[0].isupper()
        and not token.text.isupper()
        and token.tag_ in ("RB", "FW", "NN", "UH", "JJ")
        and token.nbor(-1).text not in ('"', "'", ":", ".", "-", "–")
    )


def _is_no_word(token: Token) -> bool:
    """“Corvane controls …”: a first word that no dictionary has."""
    plain = token.is_alpha and token.text.istitle() and len(token) > 3
    return bool(plain and is_unknown_word(token.text))


def _opens_a_name(token: Token) -> bool:
    """“Ilya Marek brought …”: a first name or a firm's first word that the tagger took for a common word."""
    following = token.nbor(1)
    return bool(
        token.tag_ in ("NN", "FW", "UH", "JJ", "RB", "NNS", "VB", "VBD", "VBZ", "VBP", "VBN")
        and not token.lower_.endswith(("ed", "ing"))
        and token.is_alpha
        and token.text.istitle()
        and not token.is_stop
        and not token.lower_.endswith("ly")
        and token.lower_ not in TITLES | CALENDAR | NOTIONS | ADVERBS
        and following.tag_ in ("NNP", "NNPS")
        and following.text[:1].isupper()
        and not find_entries(token.text)
        and classify_goods(token.text) is None
        and not is_personal(token.lemma_.lower())
    )


def _speaks(head: Token) -> bool:
    itself = any(
        token.lower_ == "it"
        and token.dep_ == "nsubj"
        and token.head.dep_ == "ccomp"
        and token.head.head.i == head.head.i
        for token in head.head.subtree
    )  # "Corvane denies that it sold engines"
    return bool(head.dep_ == "nsubj" and head.head.lemma_.lower() in SPEECH and len(head.text) > 2 and not itself)


def _person_apposition(head: Token) -> bool:
    beside = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        beside.append(head.head)
    beside += [child for child in head.children if child.dep_ == "compound" and child.pos_ == "NOUN"]
    return any(token.lemma_.lower() in PERSONAL_NOUNS for token in beside)
