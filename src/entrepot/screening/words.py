"""A name taken apart into words, each with its kind; translations of one word become the same English word."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from entrepot.screening.lexicon import Lexicon, Phrase, WordKind
from entrepot.screening.scripts import (
    read_arabic,
    read_han,
    read_hangul,
    romanise,
    script_of,
    settle_arabic,
    settle_form,
    settle_lookalikes,
    swap_lookalikes,
)

MAX_LETTERS = 400
"""Longer names are cut: no listed name is as long, and what is longer was made to waste time."""
_MAX_WORDS = 40

_JOINED = dict.fromkeys(map(ord, "'`´’‘ʼʻʾʿ\"“”„«»\u0640\u200c\u200d\u200e\u200f"), None)
_ASCII_APART: dict[int, str | None] = {
    **{code: " " for code in range(128) if not chr(code).isalnum() and code != ord(".")},
    **dict.fromkeys(map(ord, "'`\""), None),
    **dict.fromkeys(map(ord, "&+"), " and "),
}
_DOTTED = re.compile(r"\b([^\W\d_](?:\.[^\W\d_])+)\b\.?")
_FIRST_OF_INDIA = "\u0900"
"""From here on marks are vowels, and letters of the word like any other."""
_APART = re.compile(r"[^\w.\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e]+|[_\u0964\u0965]+")
_SHORT_FORM = 3
"""Legal forms of up to so many letters (AO, SA, AG) are also words: they count at either end of a name only."""

_POINT = "\x00"
_SILENT_H = "ه\u200c"
"""Before a joiner, this letter of Persian is an e that Latin letters run into what follows (Khamenei)."""
_ALPHABETS = frozenset({"cyrillic", "greek", "armenian", "georgian"})
ARTICLE = "ال"
_GOD = "الله"
_LEAST_WITH_ARTICLE = 4
_PLACE_ENDS = frozenset("省市區区縣县")
"""Province, city, district, county: after the name of a place they add nothing to it."""
_LONE_LOOKALIKES = frozenset("acokxy")
"""Latin letters that stand alone in a name of Cyrillic words are Cyrillic ones, typed on the wrong keyboard."""


class Word(NamedTuple):
    """One word of a name: what it is compared by, what it does, and how it may be read.

    `text` is ASCII. `mode` says what is known of its spelling: "plain", "cyrillic" (romanised), "unvowelled"
    (consonants of Arabic script, with a mark before them), "korean" (a syllable of Hangul), "han" (a syllable of a
    Chinese character), "concept" (translated from another script). `written` is the word as written in another script,
    `names` are the names of which it is known to be a spelling. `ends` is false for a syllable that others follow
    without a space.
    """

    text: str
    kind: WordKind
    mode: str = "plain"
    written: str = ""
    names: tuple[str, ...] = ()
    ends: bool = True


def split_name(name: str) -> list[str]:
    """The words of a name in lower case, as written; abbreviations keep the points between their letters (s.a)."""
    name = name[:MAX_LETTERS].lower().replace(_POINT, " ")
    if name.isascii():
        name = name.translate(_ASCII_APART)
    else:
        name = (
            unicodedata.normalize("NFKC", name)
            .casefold()
            .replace(_SILENT_H, "")
            .translate(_JOINED)
            .replace("&", " and ")
        )
        name = "".join(map(_plain, name))
    if "." in name:
        kept = _DOTTED.sub(lambda found: found[1].replace(".", _POINT) + " ", name)
        name = kept.replace(".", " ").replace(_POINT, ".")
    return (name.split() if name.isascii() else _APART.sub(" ", name).split())[:_MAX_WORDS]


def _plain(letter: str) -> str:
    """A digit of any script as the one of ASCII, no accent, other letters as they are."""
    if letter < _FIRST_OF_INDIA and unicodedata.combining(letter):
        return ""
    return str(unicodedata.digit(letter)) if letter.isdecimal() else letter


def read_words(name: str, lexicon: Lexicon, *, person: bool = False, seen: set[str] | None = None) -> list[Word]:
    """The words of a name in order; phrases of the lexicon become the words of their concept.

    In names of people only titles and particles do. The words of the phrases that are met are added to `seen`.
    """
    return combine(settle(name), lexicon, person=person, seen=seen)


def settle(name: str) -> list[str]:
    """The words of a name in lower case, each in one script; of Latin script in ASCII."""
    tokens = split_name(name)
    if name.isascii():
        return tokens
    if sum(script_of(token) == "cyrillic" for token in tokens) > len(tokens) // 2:
        tokens = [swap_lookalikes(token) if token in _LONE_LOOKALIKES else token for token in tokens]
    return [_settled(token) for token in tokens]


def combine(tokens: list[str], lexicon: Lexicon, *, person: bool = False, seen: set[str] | None = None) -> list[Word]:
    """The words that tokens are, phrases of the lexicon as the words of their concept."""
    written = "".join(tokens)
    if "." in written:
        tokens = [part for token in tokens for part in (_undotted(token, person=person) if "." in token else (token,))]
    words: list[Word] = []
    place, count, phrases = 0, len(tokens), lexicon.person_phrases if person else lexicon.phrases
    plain = romanised = tokens
    if not written.isascii():
        plain = [settle_form(token) for token in tokens]
        romanised = [romanise(token) if script_of(token) in _ALPHABETS else token for token in tokens]
    while place < count:
        token, latin = tokens[place], romanised[place]
        found = _phrase_at(plain, place, phrases[plain[place]], words) if plain[place] in phrases else None
        if found is None and latin is not token and latin in phrases:
            found = _phrase_at(romanised, place, phrases[latin], words)
        if found is None:
            words.extend(_word(token, lexicon, person=person))
            place += 1
        else:
            words.extend(_concept_words(found, "" if token.isascii() or found.rest else token))
            if seen is not None:
                seen.update((token, *found.rest))
            place += 1 + len(found.rest)
    return words


@lru_cache(maxsize=4096)
def _concept_words(phrase: Phrase, written: str) -> tuple[Word, ...]:
    """The words of a concept; a single word that stands for a single one keeps how it was written: it may be a name."""
    kept = written if len(phrase.concept) == 1 else ""
    return tuple(Word(text, phrase.kind, "concept" if kept else "plain", kept) for text in phrase.concept)


def _phrase_at(
    tokens: list[str], place: int, phrases: Mapping[int, Mapping[tuple[str, ...], Phrase]], before: list[Word]
) -> Phrase | None:
    """The longest phrase of those that begin at a place."""
    for length, of_length in phrases.items():
        end = place + 1 + length
        phrase = of_length.get(tuple(tokens[place + 1 : end])) if end <= len(tokens) else None
        if phrase is None:
            continue
        if phrase.kind == WordKind.LEGAL and not length and len(tokens[place]) <= _SHORT_FORM:
            at_edge = place == 0 or end == len(tokens) or end == len(tokens) - 1
            if not at_edge and (not before or before[-1].kind != WordKind.LEGAL):
                continue
        return phrase
    return None


@lru_cache(maxsize=100_000)
def _word(token: str, lexicon: Lexicon, *, person: bool) -> tuple[Word, ...]:
    """What a token is when it is no phrase: one word, or several in scripts that write without spaces."""
    if token.isascii():
        return (Word(token, WordKind.INITIAL if len(token) == 1 and token.isalpha() else WordKind.NAME),)
    script = script_of(token)
    if script == "arabic":
        return arabic_words(token, lexicon)
    if script in ("han", "hangul"):
        return _run_words(token, script, lexicon, person=person)
    text = romanise(token)
    kind = WordKind.INITIAL if len(token) == 1 else WordKind.NAME
    return (Word(text, kind, "cyrillic" if script == "cyrillic" else "plain", token),) if text else ()


def _undotted(token: str, *, person: bool) -> tuple[str, ...]:
    """Letters with points between them: initials of a person (O.V.), else one abbreviation (S.A.)."""
    letters = token.split(".")
    return tuple(filter(None, letters)) if person else ("".join(letters),)


def _settled(token: str) -> str:
    token = settle_arabic(settle_lookalikes(token))
    if token.isascii() or script_of(token) != "latin" or "." in token:
        return token
    return romanise(token) or token


def arabic_words(token: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """A word of Arabic script, and before it the article where it has one."""
    has_article = token.startswith(ARTICLE) and not token.startswith(_GOD) and len(token) > _LEAST_WITH_ARTICLE
    bare = token[len(ARTICLE) :] if has_article else token
    words = [_article(lexicon)] if has_article else []
    consonants, spelt = read_arabic(bare)
    if consonants or spelt:
        names = lexicon.groups.get(bare) or lexicon.groups.get(token, ())
        words.append(Word("~" + (consonants or spelt), WordKind.NAME, "unvowelled", bare, names))
    return tuple(words)


def _article(lexicon: Lexicon) -> Word:
    """The article, as the word that it is in Latin letters too."""
    phrase = lexicon.phrases.get("al", {}).get(0, {}).get(())
    return Word(phrase.concept[0] if phrase else "al", WordKind.PARTICLE, "plain", ARTICLE)


def _run_words(token: str, script: str, lexicon: Lexicon, *, person: bool) -> tuple[Word, ...]:
    """A run of characters: forms of the lexicon, the longest first, and syllables between them; of people syllables."""
    words: list[Word] = []
    place = 0
    while place < len(token):
        longest = place if person else min(len(token), place + lexicon.longest_run)
        for end in range(longest, place, -1):
            if token[place:end] in lexicon.runs:
                concept, kind = lexicon.runs[token[place:end]]
                words.extend(Word(text, kind) for text in concept)
                place = end + (kind == WordKind.PLACE and token[end : end + 1] in _PLACE_ENDS)
                break
        else:
            words.extend(_syllable(token[place], script, ends=place + 1 == len(token)))
            place += 1
    return tuple(words)


def _syllable(character: str, script: str, *, ends: bool) -> tuple[Word, ...]:
    if script == "hangul":
        return tuple(Word(text, WordKind.NAME, "korean", ends=ends) for text in read_hangul(character) if text)
    if character.isascii():
        return (Word(character, WordKind.NAME),)
    reading = read_han(character)
    return (Word(reading, WordKind.NAME, "han", character, ends=ends),) if reading else ()
