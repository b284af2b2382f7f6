"""The distinct words of the names in an index, found again by spelling: which of them may be the word asked for.

Every word leaves keys: its fold, its skeletons, its fold with one letter left out (Garbe's symmetric delete: two words
one slip apart share a key), the names it is a spelling of. A look-up gathers the words that share a key with the
query's word and compares each with it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

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
_SYLLABLE_FLOOR = 0.85
"""The same for syllables: of two or three letters, one that differs makes another syllable."""
_SAME_NAME, _NICKNAME = 0.95, 0.85
_SAME_FOLD = 0.96
_SAME_BONES, _SAME_SEMITIC = 0.45, 0.3
"""What part of the difference between two words is forgiven where their skeletons are the same."""
_KOREAN, _LIKE_KOREAN = 0.94, 0.85
_LONG_FOR_KOREAN = 12
_SURE = (0.6, 0.8, 0.9, 0.93)
"""How alike two words at least are that have the same so many consonants, where vowels are not written."""
_UNSURE = 0.55
_NO_KEY = np.int64(2**63 - 1)
_LONG = 6
"""Words of so many letters are also looked for by their beginning and their end, for two slips in one word."""
_CACHE_SIZE = 50_000
_PREFIX = 4
"""A word cut short is looked for from so many letters on."""
_MAX_SHARING = 400
"""Words that share a beginning: more of them than this make the beginning say nothing."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Words of the vocabulary that may be the one asked for, the least alike first, with how alike (0 to 1)."""

    ids: Ids
    grades: Grades

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
        self._lexicon = lexicon
        self._folds = [word if word[0] == "~" else fold(word) for word in self.words]
        self._known_folds = frozenset(self._folds)
        self._sorted = sorted(word for word in self.words if word[0] != "~")
        self._keys, self._starts, self._owners = self._build_keys(kinds)
        self._skeletons = np.array([hash(skeleton(folded)) for folded in self._folds], dtype=np.int64)
        self._semitic = np.array([hash(semitic_skeleton(folded)) for folded in self._folds], dtype=np.int64)
        self._korean = np.array([hash(korean_key(word)) for word in self.words], dtype=np.int64)
        self._kept: dict[tuple[str, str], Likeness] = {}

    def find_alike(self, word: str, mode: str, written: str = "", names: tuple[str, ...] = ()) -> Likeness:
        """The words that may be this one; `mode`, `written` and `names` as in `Word`."""
        asked = (word, mode + written if mode == "unvowelled" else mode)
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

    def has_spelling(self, word: str) -> bool:
        """Whether a word of this very spelling, or one that folds to the same, is there."""
        return word in self.numbers or fold(word) in self._known_folds

    def _build_keys(self, kinds: Mapping[str, WordKind]) -> tuple[npt.NDArray[np.int64], list[int], Ids]:
        """The distinct keys, sorted and with a last one that is none; where the words of each begin; the words."""
        keys: list[int] = []
        owners: list[int] = []
        for number, word in enumerate(self.words):
            if kinds.get(word, WordKind.NAME) >= WordKind.LEGAL:
                continue
            is_name = kinds.get(word, WordKind.NAME) == WordKind.NAME
            mine = list(self._list_keys(word, self._folds[number], is_name=is_name))
            keys.extend(mine)
            owners.extend([number] * len(mine))
        key_array, owner_array = np.array(keys, dtype=np.int64), np.array(owners, dtype=np.int32)
        order = np.argsort(key_array, kind="stable")
        distinct, starts = np.unique(key_array[order], return_index=True)
        return np.append(distinct, _NO_KEY), [*starts.tolist(), len(keys)], owner_array[order]

    def _list_keys(self, word: str, folded: str, *, is_name: bool) -> Iterator[int]:
        """The keys that a word of the vocabulary leaves; what is translated needs none by its sound."""
        if word[0] == "~":
            for bones in arabic_skeletons(word):
                yield from _semitic_keys(bones)
            return
        yield hash("f:" + folded)
        if word.isdigit():
            return
        yield from map(hash, _shortened(folded, word))
        bones = skeleton(folded)
        if len(bones) > 1:
            yield hash("s:" + bones)
        if is_name:
            for bones in semitic_skeletons(word):
                yield from _semitic_keys(bones)
            if len(word) < _LONG_FOR_KOREAN:
                yield hash("k:" + korean_key(word))
        if len(folded) >= _LONG:
            yield from map(hash, _ends(folded))
        for group in self._lexicon.groups.get(word, ()):
            yield hash("g:" + group)
        for group in self._lexicon.nicknames.get(word, ()):
            yield hash("n:" + group)

    def _owners_of(self, keys: list[int]) -> list[int]:
        """The words that have one of the keys, each once, sorted."""
        asked = np.array(keys, dtype=np.int64)
        places = np.searchsorted(self._keys, asked)
        found: set[int] = set()
        for place in places[self._keys[places] == asked].tolist():
            found.update(self._owners[self._starts[place] : self._starts[place + 1]].tolist())
        return sorted(found)

    def _find_spelt(self, word: str, mode: str) -> Likeness:
        if word.isdigit():
            number = self.numbers.get(word)
            same = [] if number is None else [number]
            return Likeness(np.array(same, dtype=np.int32), np.ones(len(same), dtype=np.float32))
        folded = fold(word)
        bones = skeleton(folded)
        keys = [hash("f:" + folded), hash("s:" + bones), *map(hash, _shortened(folded, word))]
        semitic = semitic_skeleton(folded)
        if len(semitic) > 1:
            keys.append(hash("a:" + semitic))
        korean = korean_key(word)
        if len(folded) >= _LONG:
            keys += map(hash, _ends(folded))
        if mode == "korean" or len(word) < _LONG_FOR_KOREAN:
            keys.append(hash("k:" + korean))
        for group in self._lexicon.groups.get(word, ()):
            keys += (hash("g:" + group), hash("n:" + group))
        keys += (hash("g:" + group) for group in self._lexicon.nicknames.get(word, ()))
        numbers = self._owners_of(keys)
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
            _raise_part(grades, self._skeletons[found] == hash(bones), _SAME_BONES)
        if len(semitic) > 2:
            _raise_part(grades, self._semitic[found] == hash(semitic), _SAME_SEMITIC)
        if mode == "korean" or len(word) > 2:
            same = self._korean[found] == hash(korean)
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
            ([hash("n:" + one) for one in groups] + [hash("g:" + one) for one in nicknames], _NICKNAME),
            ([hash("g:" + one) for one in groups], _SAME_NAME),
        ):
            if keys:
                places = np.searchsorted(found, self._owners_of(keys))
                grades[places] = np.maximum(grades[places], np.float32(least))
        if word in self.numbers:
            grades[np.searchsorted(found, self.numbers[word])] = 1.0

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
        same = set(self._owners_of([hash("a:" + bones) for bones in skeletons if bones]))
        known = set(self._owners_of([hash("g:" + name) for name in names]))
        near = self._owners_of([key for bones in skeletons for key in _semitic_keys(bones)])
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
                grades[place] = _SAME_NAME
            elif self.words[number] == word:
                grades[place] = 1.0
        return _ranked(found, grades)


def _raise_part(grades: Grades, same: npt.NDArray[np.bool_], part: float) -> None:
    """Forgives a part of the difference where `same` is true."""
    grades[same] += (1 - grades[same]) * np.float32(part)


def _semitic_keys(bones: str) -> Iterator[int]:
    if bones:
        yield hash("a:" + bones)
    if len(bones) > 3:
        yield from (hash("x:" + bones[:cut] + bones[cut + 1 :]) for cut in range(len(bones)))
        yield hash("x:" + bones)


def _ends(folded: str) -> tuple[str, str]:
    """Beginning and end of a long word: of two slips rarely one is in each."""
    return "b:" + folded[:4], "e:" + folded[-4:]


def _shortened(folded: str, word: str) -> set[str]:
    """The fold and the word as written, whole and with one letter left out."""
    return {
        "d:" + spelt[:cut] + spelt[cut + 1 :]
        for spelt in {folded, word}
        if len(spelt) > 3
        for cut in range(len(spelt) + 1)
    }


def _ranked(found: Ids, grades: Grades, floor: float = _FLOOR) -> Likeness:
    kept = grades >= floor
    found, grades = found[kept], grades[kept]
    order = np.argsort(grades, kind="stable")
    return Likeness(found[order], grades[order])
