"""The ways in which a query can be read: its words, the words that neighbours make together, and other readings of all.

A `Reading` is a row of places, a word each. A `Unit` is a spelling of one place, or of several joined ("gao ke" as
"gaoke"). Another reading of the same query stands for a doubt that changes the places themselves: a word that is two
written together, Chinese characters that may be a Korean name.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from entrepot.model.listing import PartyKind
from entrepot.screening.lexicon import Lexicon, WordKind
from entrepot.screening.repairs import Repairer
from entrepot.screening.scripts import read_lettered, romanise, russify, script_of
from entrepot.screening.vocabulary import Vocabulary
from entrepot.screening.words import ARTICLE, MAX_LETTERS, Word, arabic_words, combine, settle

_SEVERAL = re.compile(r"\s+/\s+|\s*;\s*|\s+(?:or|или|a\.?k\.?a\.?|f\.?k\.?a\.?)\s+", re.IGNORECASE)
_MAX_JOINED, _MAX_SYLLABLES = 3, 4
_SYLLABLES = frozenset({"han", "korean"})
_KOREAN_SURNAMES = frozenset(
    "金李朴崔鄭姜趙尹張林韓吳徐申權黃安宋柳洪全高文孫梁裵白曹許南沈劉盧河郭成車朱禹具辛任羅田閔玄方咸廉千楊郑赵张韩吴权黄"
)
"""The commonest Korean surnames; only names that begin with one are also read in Korean."""
_KOREAN_LENGTHS = range(2, 5)
_LEAST_FIRST = 3
"""A first name in Arabic script of more letters than these may have anything written after it."""
_ADJECTIVE = re.compile(r"(\w{4,}?)(?:ин|ов|ев|ен|ан)?[сц]к(?:ий|ая|ое|ого|ой|ие|их|им|ому|і|ага|ай|ий|ого|ої)")
"""An adjective of Russian, Ukrainian or Belarusian, as places have them (Saratovskiy): lists often have the place."""
_LEAST_REPEATED = 4
_SUN_LETTERS = frozenset("tTdZrzsSDQln")
"""The consonants of Arabic, as `scripts` writes them, with which the l of the article before them is spoken."""
_OTHER_SPELLING = 0.97
"""A spelling that follows another habit than the usual one (Belarusian h for Russian g) counts a little less."""


class Unit(NamedTuple):
    """A spelling for the places from `start` up to `end`; `trust` (0 to 1) is how sure the reading is."""

    start: int
    end: int
    text: str
    mode: str
    written: str
    names: tuple[str, ...]
    trust: float


class Reading(NamedTuple):
    """One way to read a query."""

    words: tuple[Word, ...]
    units: tuple[Unit, ...]


def read_query(
    name: str, kind: PartyKind, vocabulary: Vocabulary, repairer: Repairer, lexicon: Lexicon
) -> list[Reading]:
    """All the ways to read a name, each once; none where nothing in it can be read.

    Words are translated in names of firms and ships, not in those of people; where `kind` is unknown both are tried.
    Of several names in one ("Ivanov / Ivanou", "X a.k.a. Y") each is read, and all of them together.
    """
    parts = [part for part in _SEVERAL.split(name[:MAX_LETTERS]) if part.strip()]
    readings = [words for one in dict.fromkeys((name, *parts)) for words in _read(one, kind, repairer, lexicon)]
    distinct = [words for words in dict.fromkeys(readings) if words]
    return [Reading(words, tuple(_list_units(words, vocabulary, lexicon))) for words in distinct]


def _read(name: str, kind: PartyKind, repairer: Repairer, lexicon: Lexicon) -> list[tuple[Word, ...]]:
    tokens = settle(name)
    repaired = repairer.repair(tokens)
    readings: list[tuple[Word, ...]] = []
    if kind != "person":
        readings.append(_once(combine(tokens, lexicon)))
        if repaired != tokens:
            readings.append(_once(combine(repaired, lexicon)))
    # A legal form tells a firm; but letters that stand alone or with points may be somebody's initials.
    has_initials = any(len(token) == 1 or "." in token for token in tokens)
    is_firm = not has_initials and any(word.kind == WordKind.LEGAL for words in readings for word in words)
    if kind == "person" or (kind == "unknown" and not is_firm):
        readings.extend(_read_person(tokens, repaired, lexicon))
    return readings


def _once(words: list[Word]) -> tuple[Word, ...]:
    """The words of a firm, each of more than a few letters once: many a record gives a name in two forms in a row."""
    known: set[str] = set()
    kept = []
    for word in words:
        if word.text not in known or len(word.text) < _LEAST_REPEATED:
            kept.append(word)
        known.add(word.text)
    return tuple(kept)


def _read_person(tokens: list[str], repaired: list[str], lexicon: Lexicon) -> Iterator[tuple[Word, ...]]:
    words = tuple(combine(tokens, lexicon, person=True))
    yield words
    yield tuple(combine(repaired, lexicon, person=True))
    if len(tokens) == 1 and tokens[0][0] in _KOREAN_SURNAMES and len(tokens[0]) in _KOREAN_LENGTHS:
        yield tuple(_in_korean(words, lexicon))
    yield tuple(_taken_apart(words, lexicon))


def _list_units(words: tuple[Word, ...], vocabulary: Vocabulary, lexicon: Lexicon) -> Iterator[Unit]:
    for place, word in enumerate(words):
        if word.kind < WordKind.LEGAL:
            yield Unit(place, place + 1, word.text, word.mode, word.written, word.names, 1.0)
            for other in _other_spellings(word):
                yield Unit(place, place + 1, other, "plain", "", (), _OTHER_SPELLING)
        if word.mode == "concept":
            yield from _as_name(place, word, lexicon)
    if len(words) > 1:
        yield from _list_joined(words, vocabulary, lexicon)


def _as_name(place: int, word: Word, lexicon: Lexicon) -> Iterator[Unit]:
    """A word that was translated, as the name that it may be."""
    if script_of(word.written) == "arabic":
        for name in arabic_words(word.written, lexicon)[-1:]:
            yield Unit(place, place + 1, name.text, name.mode, name.written, name.names, _OTHER_SPELLING)
    else:
        yield Unit(place, place + 1, romanise(word.written), "plain", "", (), _OTHER_SPELLING)


def _other_spellings(word: Word) -> Iterator[str]:
    if word.mode == "cyrillic" and "г" in word.written:
        yield word.text.replace("g", "h")
    if word.mode == "cyrillic" and "ё" in word.written:
        yield romanise(word.written.replace("ё", "е"))
    if word.mode == "cyrillic" and russify(word.written) != word.written:
        yield romanise(russify(word.written))
    adjective = _ADJECTIVE.fullmatch(word.written) if word.mode == "cyrillic" else None
    if adjective:
        yield romanise(adjective[1])
    if not word.text.isalpha() and not word.text.isdigit() and word.mode == "plain":
        yield from read_lettered(word.text)


def _list_joined(words: tuple[Word, ...], vocabulary: Vocabulary, lexicon: Lexicon) -> Iterator[Unit]:
    """Neighbours read as one word: always for syllables, else where the vocabulary has such a word."""
    for start in range(len(words) - 1):
        first = words[start]
        if first.kind not in (WordKind.NAME, WordKind.PARTICLE, WordKind.INITIAL, WordKind.WORD):
            continue
        text, written = _sound(first), first.written
        may_go_on = not (first.mode in _SYLLABLES and first.ends)
        most = _MAX_SYLLABLES if first.mode in _SYLLABLES else _MAX_JOINED
        for end in range(start + 1, min(len(words), start + most)):
            word = words[end]
            if not may_go_on or word.kind in (WordKind.LEGAL, WordKind.TITLE, WordKind.GENERIC):
                break
            may_go_on = not (word.mode in _SYLLABLES and word.ends)
            if "unvowelled" in (first.mode, word.mode):
                if words[end - 1].written == ARTICLE and word.text[1:2] in _SUN_LETTERS:
                    # The l of the article is spoken, and mostly written, as the letter after it (Nasiruddin).
                    spoken = "~" + (text[:-1] + word.text).replace("~", "")
                    yield Unit(start, end + 1, spoken, "unvowelled", written + word.written, (), 1.0)
                text = "~" + (text + _sound(word)).replace("~", "")
                written += word.written or word.text
                mode = "unvowelled"
            else:
                text += word.text
                mode = "korean" if first.mode == "korean" else "plain"
            known = text in vocabulary.numbers if WordKind.INITIAL in (first.kind, word.kind) else None
            if known is None:
                known = mode == "unvowelled" or first.mode in _SYLLABLES or vocabulary.has_spelling(text)
            if known:
                names = lexicon.groups.get(written, ()) if mode == "unvowelled" else ()
                yield Unit(start, end + 1, text, mode, written, names, 1.0)


def _sound(word: Word) -> str:
    """The word as its part of a joined one."""
    return "l" if word.written == ARTICLE else word.text


def _in_korean(words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Word]:
    for word in words:
        readings = lexicon.hanja.get(word.written, ()) if word.mode == "han" else ()
        yield word._replace(text=readings[0], mode="korean") if readings else word


def _two_names(word: Word, lexicon: Lexicon) -> Iterator[Word]:
    """A word of Arabic script as the two names that are written together in it, else as it is."""
    token = word.written
    for cut in range(len(token) - 2, 1, -1):
        if token[:cut] in lexicon.person_phrases:
            yield from arabic_words(token[:cut], lexicon)
            yield from arabic_words(token[cut:], lexicon)
            return
        if token[:cut] in lexicon.groups and (token[cut:] in lexicon.groups or (cut > _LEAST_FIRST and not word.names)):
            yield from arabic_words(token[:cut], lexicon)
            yield from arabic_words(token[cut:], lexicon)
            return
    yield word


def _taken_apart(words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Word]:
    """The words, of Arabic script those in two that are two names written together."""
    for word in words:
        if word.mode == "unvowelled":
            yield from _two_names(word, lexicon)
        else:
            yield word
