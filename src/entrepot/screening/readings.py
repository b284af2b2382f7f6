"""The ways in which a query can be read: its words, the words that neighbours make together, and other readings of all.

A `Reading` is a row of places, a word each. A `Unit` is a spelling of one place, or of several joined ("gao ke" as
"gaoke"). Another reading of the same query stands for a doubt that changes the places themselves: a word that is two
written together, Chinese characters that may be a Korean name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from entrepot.screening.lexicon import Lexicon, WordKind
from entrepot.screening.vocabulary import Vocabulary
from entrepot.screening.words import Word, read_words

_MAX_JOINED = 3
_LEAST_HALF = 3
_DIGITS = str.maketrans("01345789", "oieastbg")
_OTHER_SPELLING = 0.97
"""A spelling that follows another habit than the usual one (Belarusian h for Russian g) counts a little less."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A spelling for the places from `start` up to `end`; `trust` (0 to 1) is how sure the reading is."""

    start: int
    end: int
    text: str
    mode: str
    written: str
    trust: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a query."""

    words: tuple[Word, ...]
    units: tuple[Unit, ...]


def read_query(name: str, vocabulary: Vocabulary, lexicon: Lexicon) -> list[Reading]:
    """All the ways to read a name, the plain one first; none where nothing in it can be read."""
    words = tuple(read_words(name, lexicon))
    if not words:
        return []
    readings = [words]
    if any(word.mode == "han" for word in words):
        korean = tuple(_in_korean(words, lexicon))
        if korean != words:
            readings.append(korean)
    apart = tuple(_taken_apart(words, vocabulary))
    if apart != words:
        readings.append(apart)
    return [Reading(one, tuple(_list_units(one, vocabulary))) for one in readings]


def _list_units(words: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[Unit]:
    for place, word in enumerate(words):
        if word.kind < WordKind.LEGAL:
            yield Unit(place, place + 1, word.text, word.mode, word.written, 1.0)
            for other in _other_spellings(word):
                yield Unit(place, place + 1, other, "plain", "", _OTHER_SPELLING)
    if len(words) > 1:
        yield from _list_joined(words, vocabulary)


def _other_spellings(word: Word) -> Iterator[str]:
    if word.mode == "cyrillic" and "г" in word.written:
        yield word.text.replace("g", "h")
    if not word.text.isalpha() and not word.text.isdigit() and word.mode == "plain":
        lettered = word.text.translate(_DIGITS)
        if lettered.isalpha():
            yield lettered


def _list_joined(words: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[Unit]:
    """Neighbours read as one word: always for syllables, else where the vocabulary has such a word."""
    for start in range(len(words) - 1):
        first = words[start]
        if first.kind not in (WordKind.NAME, WordKind.PARTICLE, WordKind.INITIAL, WordKind.WORD):
            continue
        text, written, places = first.text, first.written, 1
        for end in range(start + 1, min(len(words), start + _MAX_JOINED)):
            word = words[end]
            if word.kind > WordKind.INITIAL or word.kind in (WordKind.LEGAL, WordKind.TITLE, WordKind.GENERIC):
                break
            if "unvowelled" in (first.mode, word.mode):
                text = "~" + (text + word.text).replace("~", "")
                written += word.written or word.text
                mode = "unvowelled"
            else:
                text += word.text
                mode = "korean" if first.mode == "korean" else "plain"
            places += 1
            if first.mode in ("han", "korean", "unvowelled") or vocabulary.has_spelling(text):
                yield Unit(start, end + 1, text, mode, written, 1.0)


def _in_korean(words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Word]:
    for word in words:
        readings = lexicon.hanja.get(word.written, ()) if word.mode == "han" else ()
        yield replace(word, text=readings[0], mode="korean") if readings else word


def _taken_apart(words: tuple[Word, ...], vocabulary: Vocabulary) -> Iterator[Word]:
    """The words, each that the vocabulary does not know in two halves where it knows both."""
    for word in words:
        text = word.text
        if word.kind != WordKind.NAME or word.mode != "plain" or len(text) < 2 * _LEAST_HALF:
            yield word
            continue
        cuts = (
            []
            if vocabulary.has_spelling(text)
            else [
                cut
                for cut in range(_LEAST_HALF, len(text) - _LEAST_HALF + 1)
                if text[:cut] in vocabulary.numbers and text[cut:] in vocabulary.numbers
            ]
        )
        if not cuts:
            yield word
            continue
        best = max(cuts, key=lambda cut: min(vocabulary.count(text[:cut]), vocabulary.count(text[cut:])))
        yield replace(word, text=text[:best])
        yield replace(word, text=text[best:])
