"""The distinct words of the names in an index, found again by spelling: which of them may be the word asked for.

Every word leaves keys: its fold, its skeletons, its fold with one letter left out (Garbe's symmetric delete: two words
one slip apart share a key), the names it is a spelling of. A look-up gathers the words that share a key with the
query's word and compares each with it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from entrepot.screening.keys import KeyIndex, Keys, all_shortened_keys, key_of, keys_of, shortened_keys
from entrepot.screening.lexicon import Lexicon, WordKind
from entrepot.screening.scripts import read_arabic
from entrepot.screening.spelling import (
    arabic_skeletons,
    fold,
    korean_key,
    semitic_skeleton,
    semitic_skeletons,
    skeleton,
)

Ids = npt.NDArray[np.int32]
Grades = npt.NDArray[np.float32]

_FLOOR = 0.62
"""Below this likeness two words are taken for different ones."""
_NO_EVIDENCE = 0.6
_SYLLABLE_FLOOR = 0.85
"""The same for syllables: of two or three letters, one that differs makes another syllable."""
_SAME_NAME, _NICKNAME = 0.95, 0.85
_SAME_FOLD = 0.96
_SAME_BONES, _SAME_SEMITIC = 0.45, 0.3
"""What part of the difference between two words is forgiven where their skeletons are the same."""
_KOREAN, _LIKE_KOREAN = 0.94, 0.85
_LONG_FOR_KOREAN = 12
_SHORT = 3
"""Words of no more letters are not looked for with one left out: too many would do."""
_END = 4
_KNOWN_UNVOWELLED = 0.96
_SURE = (0.6, 0.8, 0.9, 0.94)
"""How alike two words at least are that have the same so many consonants, where vowels are not written."""
_UNSURE = 0.55
_LONG = 6
"""Words of so many letters are also looked for by their beginning and their end, for two slips in one word."""
_SAME_WORD = 0.9
_CACHE_SIZE = 50_000
_PREFIX = 4
"""A word cut short is looked for from so many letters on."""
_MAX_SHARING = 400
"""Words that share a beginning: more of them than this make the beginning say nothing."""


def evidence_of(grades: Grades) -> Grades:
    """How far words that are so much alike speak for one party: nothing below a floor, then evenly up to 1."""
    evidence: Grades = np.maximum((grades - np.float32(_NO_EVIDENCE)) / np.float32(1 - _NO_EVIDENCE), 0)
    return evidence


@dataclass(slots=True)
class Likeness:
    """Words of the vocabulary that may be the one asked for, the least alike first, with how alike (0 to 1).

    `same` is how many parties have one that is as good as the same, once that was counted.
    """

    ids: Ids
    grades: Grades
    same: int = -1

    def above(self, least: float) -> "Likeness":
        """Only the words that are at least so much alike."""
        first = int(np.searchsorted(self.grades, np.float32(least)))
        return Likeness(self.ids[first:], self.grades[first:]) if first else self


class Vocabulary:
    """Words by number, in the order in which they were given; look-ups are kept, a bounded number of them."""

    def __init__(self, counts: Mapping[str, int], kinds: Mapping[str, WordKind], lexicon: Lexicon) -> None:
        self.words = list(counts)
        self.numbers = {word: number for number, word in enumerate(self.words)}
        self._counts = counts
        self._count_array = np.array(list(counts.values()), dtype=np.int32)
        self._lexicon = lexicon
        self._folds = [word if word[0] == "~" else fold(word) for word in self.words]
        self._known_folds = frozenset(self._folds)
        self._sorted = sorted(word for word in self.words if word[0] != "~")
        self._keys = self._index_keys(kinds)
        self._skeletons = keys_of("s", [skeleton(folded) for folded in self._folds])
        self._semitic = keys_of("a", [semitic_skeleton(folded) for folded in self._folds])
        self._korean = keys_of("k", [korean_key(word) for word in self.words])
        self._kept: dict[tuple[str, str, str, tuple[str, ...]], Likeness] = {}

    def find_alike(self, word: str, mode: str, written: str = "", names: tuple[str, ...] = ()) -> Likeness:
        """The words that may be this one; `mode`, `written` and `names` as in `Word`."""
        asked = (word, mode, written, names) if mode == "unvowelled" else (word, mode, "", ())
        known = self._kept.get(asked)
        if known is None:
            known = (
                self._find_unvowelled(word, written, names) if mode == "unvowelled" else self._find_spelt(word, mode)
            )
            if len(self._kept) >= _CACHE_SIZE:
                self._kept.clear()
            self._kept[asked] = known
        return known

    def count(self, word: str) -> int:
        """How many parties have a name with this very word."""
        return self._counts.get(word, 0)

    def count_same(self, alike: Likeness) -> int:
        """How many parties have one of the words that are as good as the one asked for."""
        if alike.same < 0:
            same = alike.ids[alike.grades >= _SAME_WORD]
            alike.same = int(self._count_array[same].sum())
        return alike.same

    def has_spelling(self, word: str) -> bool:
        """Whether a word of this very spelling, or one that folds to the same, is there."""
        return word in self.numbers or fold(word) in self._known_folds

    def _index_keys(self, kinds: Mapping[str, WordKind]) -> KeyIndex:
        """The keys of all words; legal forms and the like leave none, what is translated leaves none by its sound."""
        spelt = [
            number
            for number, word in enumerate(self.words)
            if word[0] != "~" and not word.isdigit() and kinds.get(word, WordKind.NAME) < WordKind.LEGAL
        ]
        named = [number for number in spelt if kinds.get(self.words[number], WordKind.NAME) == WordKind.NAME]
        words, folds = self.words, self._folds
        parts = [
            _keyed("f", [(number, folds[number]) for number in spelt]),
            _keyed("d", [(number, folds[number]) for number in spelt if len(folds[number]) > _SHORT], shorten=True),
            _keyed(
                "d",
                [(n, words[n]) for n in spelt if words[n] != folds[n] and len(words[n]) > _SHORT],
                shorten=True,
            ),
            _keyed("s", [(n, bones) for n in spelt if len(bones := skeleton(folds[n])) > 1]),
            _keyed("k", [(n, korean_key(words[n])) for n in named if len(words[n]) < _LONG_FOR_KOREAN]),
            _keyed("b", [(n, folds[n][:_END]) for n in spelt if len(folds[n]) >= _LONG]),
            _keyed("e", [(n, folds[n][-_END:]) for n in spelt if len(folds[n]) >= _LONG]),
            _keyed("g", [(n, name) for n in spelt for name in self._lexicon.groups.get(words[n], ())]),
            _keyed("n", [(n, name) for n in spelt for name in self._lexicon.nicknames.get(words[n], ())]),
        ]
        bare = [number for number, word in enumerate(words) if word[0] == "~"]
        semitic = [(n, bones) for n in named for bones in semitic_skeletons(words[n], folds[n]) if bones]
        semitic += [(n, bones) for n in bare for bones in arabic_skeletons(words[n]) if bones]
        parts.append(_keyed("a", semitic))
        parts.append(_keyed("x", [(n, bones) for n, bones in semitic if len(bones) > _SHORT], shorten=True))
        return KeyIndex(parts)

    def _find_spelt(self, word: str, mode: str) -> Likeness:
        if word.isdigit():
            number = self.numbers.get(word)
            same = [] if number is None else [number]
            return Likeness(np.array(same, dtype=np.int32), np.ones(len(same), dtype=np.float32))
        folded = fold(word)
        bones = skeleton(folded)
        keys = [key_of("f", folded), key_of("s", bones)]
        for text in {folded, word}:
            if len(text) > _SHORT:
                keys.extend(shortened_keys("d", text))
        semitic = semitic_skeleton(folded)
        if len(semitic) > 1:
            keys.append(key_of("a", semitic))
        korean = korean_key(word)
        if len(folded) >= _LONG:
            keys += (key_of("b", folded[:_END]), key_of("e", folded[-_END:]))
        if mode == "korean" or len(word) < _LONG_FOR_KOREAN:
            keys.append(key_of("k", korean))
        for group in self._lexicon.groups.get(word, ()):
            keys += (key_of("g", group), key_of("n", group))
        keys += (key_of("g", group) for group in self._lexicon.nicknames.get(word, ()))
        numbers = self._keys.owners_of(keys)
        if word in self.numbers and self.numbers[word] not in numbers:
            numbers = sorted((*numbers, self.numbers[word]))
        cut = self._cut_short(word) if mode != "korean" else []
        if cut:
            numbers = sorted({*numbers, *cut})
        found = np.array(numbers, dtype=np.int32)
        if not numbers:
            return Likeness(found, np.empty(0, dtype=np.float32))
        spelt = [self.words[number] for number in numbers]
        folds = [self._folds[number] for number in numbers]
        raw = cdist([word], spelt, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
        alike = cdist([folded], folds, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
        grades = np.maximum(raw, alike * np.float32(_SAME_FOLD))
        if len(bones) > 1:
            _raise_part(grades, self._skeletons[found] == np.uint64(key_of("s", bones)), _SAME_BONES)
        if len(semitic) > 2:
            _raise_part(grades, self._semitic[found] == np.uint64(key_of("a", semitic)), _SAME_SEMITIC)
        if mode == "korean" or len(word) > 2:
            same = self._korean[found] == np.uint64(key_of("k", korean))
            np.maximum(grades, np.float32(_KOREAN if mode == "korean" else _LIKE_KOREAN), out=grades, where=same)
        if cut:
            places = np.searchsorted(found, np.array(cut, dtype=np.int32))
            lengths = np.array([len(self.words[number]) for number in cut], dtype=np.float32)
            share = np.minimum(lengths, len(word)) / np.maximum(lengths, len(word))
            grades[places] = np.maximum(grades[places], np.float32(0.66) + np.float32(0.3) * share)
        if len(word) < 4:
            grades = np.where((grades < 0.9), grades * np.float32(0.8), grades)
        self._raise_known(word, found, grades)
        return _ranked(found, grades, _SYLLABLE_FLOOR if mode in ("han", "korean") else _FLOOR)

    def _raise_known(self, word: str, found: Ids, grades: Grades) -> None:
        """Raises the words that are known to be spellings of the same name, or short for it."""
        groups, nicknames = self._lexicon.groups.get(word, ()), self._lexicon.nicknames.get(word, ())
        for keys, least in (
            ([key_of("n", one) for one in groups] + [key_of("g", one) for one in nicknames], _NICKNAME),
            ([key_of("g", one) for one in groups], _SAME_NAME),
        ):
            if keys:
                places = np.searchsorted(found, self._keys.owners_of(keys))
                grades[places] = np.maximum(grades[places], np.float32(least))
        number = self.numbers.get(word)
        if number is not None:
            grades[found == number] = 1.0

    def _cut_short(self, word: str) -> list[int]:
        """Words that begin with this one, and words that this one begins with."""
        if len(word) < _PREFIX:
            return []
        start = bisect_left(self._sorted, word)
        end = bisect_left(self._sorted, word + "{")
        longer = self._sorted[start:end] if end - start <= _MAX_SHARING else []
        shorter = (word[:length] for length in range(_PREFIX, len(word)))
        return [self.numbers[other] for other in (*longer, *shorter) if other in self.numbers]

    def _find_unvowelled(self, word: str, written: str, names: tuple[str, ...]) -> Likeness:
        skeletons, spelling = arabic_skeletons(word), read_arabic(written)[1]
        same = set(self._keys.owners_of([key_of("a", bones) for bones in skeletons if bones]))
        known = set(self._keys.owners_of([key_of("g", name) for name in names]))
        near = self._keys.owners_of([key for bones in skeletons for key in _semitic_keys(bones)])
        numbers = sorted({*near, *known})
        found = np.array(numbers, dtype=np.int32)
        if not numbers:
            return Likeness(found, np.empty(0, dtype=np.float32))
        folds = [self._folds[number] for number in numbers]
        spelt = cdist([spelling], folds, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
        sure = _SURE[min(len(_SURE) - 1, *map(len, skeletons))]
        least = np.array([sure if number in same else _UNSURE for number in numbers], dtype=np.float32)
        grades = least + (np.float32(0.98) - least) * spelt * np.float32(0.6)
        for place, number in enumerate(numbers):
            if number in known:
                grades[place] = _KNOWN_UNVOWELLED
            elif self.words[number] == word:
                grades[place] = 1.0
        return _ranked(found, grades)


def _raise_part(grades: Grades, same: npt.NDArray[np.bool_], part: float) -> None:
    """Forgives a part of the difference where `same` is true."""
    grades[same] += (1 - grades[same]) * np.float32(part)


def _semitic_keys(bones: str) -> Iterator[int]:
    if bones:
        yield key_of("a", bones)
    if len(bones) > _SHORT:
        yield from shortened_keys("x", bones)


def _keyed(kind: str, pairs: Sequence[tuple[int, str]], *, shorten: bool = False) -> tuple[Keys, Ids]:
    """The keys that the texts of some words leave, with the words."""
    numbers = np.array([number for number, _ in pairs], dtype=np.int32)
    texts = [text for _, text in pairs]
    if not shorten:
        return keys_of(kind, texts), numbers
    keys, places = all_shortened_keys(kind, texts)
    return keys, numbers[places]


def _ranked(found: Ids, grades: Grades, floor: float = _FLOOR) -> Likeness:
    kept = grades >= floor
    found, grades = found[kept], grades[kept]
    order = np.argsort(grades, kind="stable")
    return Likeness(found[order], grades[order])
