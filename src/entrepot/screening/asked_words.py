"""Words asked for in all the ways in which they are spelt, with the keys by which words like them are found."""

from collections.abc import Sequence

import numpy as np

from entrepot.screening.keys import Keys, all_shortened_keys, keys_of
from entrepot.screening.likeness import FLOOR, Pairs
from entrepot.screening.spelling import fold, korean_key, semitic_skeleton, skeleton

SHORT = 3
"""Words of no more letters are not looked for with one left out: too many would do."""
LONG = 6
"""Words of so many letters are also looked for by their beginning and their end, for two slips in one word."""
END = 4
LONG_FOR_KOREAN = 12
_SYLLABLE_FLOOR = 0.85
"""The floor for syllables: of two or three letters, one that differs makes another syllable."""
_KOREAN, _LIKE_KOREAN = 0.94, 0.85
_NO_KEY = np.uint64(1)
"""Stands for no key; that a spelling hashes to it is as unlikely as that two do to the same."""


class AskedWords:
    """Words asked for in all the ways in which they are spelt, with the keys of these.

    Where a way does not apply to a word its key is one that no word has.
    """

    def __init__(self, words: Sequence[str], modes: Sequence[str]) -> None:
        self.words, self.modes = words, modes
        self.folds = [fold(word) for word in words]
        bones = [skeleton(folded) for folded in self.folds]
        self._semitic = [semitic_skeleton(folded) for folded in self.folds]
        self._bones_keys = keys_of("s", bones)
        self.skeleton_keys = _only(self._bones_keys, [len(one) > 1 for one in bones])
        self._semitic_keys = keys_of("a", self._semitic)
        self.semitic_keys = _only(self._semitic_keys, [len(one) > 2 for one in self._semitic])
        self._all_korean = keys_of("k", [korean_key(word) for word in words])
        is_korean = [mode == "korean" for mode in modes]
        self.korean_keys = _only(
            self._all_korean, [korean or len(word) > 2 for korean, word in zip(is_korean, words, strict=True)]
        )
        self.korean_grades = np.where(is_korean, np.float32(_KOREAN), np.float32(_LIKE_KOREAN)).astype(np.float32)
        self.is_short = np.array([len(word) < 4 for word in words])
        self.floors = np.array([_SYLLABLE_FLOOR if mode in ("han", "korean") else FLOOR for mode in modes])

    def keys(self, others: Sequence[tuple[int, int]]) -> tuple[Keys, Pairs]:
        """All keys by which words are proposed, and the place of the word that asks; `others` are more of them."""
        words, folds = self.words, self.folds
        every = range(len(words))
        long = [place for place in every if len(folds[place]) >= LONG]
        heard = [place for place in every if self.modes[place] == "korean" or len(words[place]) < LONG_FOR_KOREAN]
        bare = [place for place in every if len(self._semitic[place]) > 1]
        shorter = [(place, folds[place]) for place in every if len(folds[place]) > SHORT]
        shorter += [(n, word) for n, word in enumerate(words) if len(word) > SHORT and word != folds[n]]
        parts: list[tuple[Keys, Sequence[int] | Pairs]] = [
            (keys_of("f", folds), every),
            (self._bones_keys, every),
            (self._semitic_keys[bare], bare),
            (self._all_korean[heard], heard),
        ]
        if long:
            parts += [
                (keys_of("b", [folds[place][:END] for place in long]), long),
                (keys_of("e", [folds[place][-END:] for place in long]), long),
            ]
        if shorter:
            keys, places = all_shortened_keys("d", [text for _, text in shorter])
            parts.append((keys, np.array([place for place, _ in shorter], dtype=np.int64)[places]))
        if others:
            parts.append(
                (np.array([key for _, key in others], dtype=np.uint64), [place for place, _ in others]),
            )
        return (
            np.concatenate([keys for keys, _ in parts]),
            np.concatenate([np.asarray(places, dtype=np.int64) for _, places in parts]),
        )


def _only(keys: Keys, wanted: Sequence[bool]) -> Keys:
    """The keys, those not wanted as one that no word has."""
    return np.where(wanted, keys, _NO_KEY)
