"""The distinct words of the names in an index, found again by spelling: which of them may be the word asked for.

Every word leaves keys: its fold, its skeletons, its fold with one letter left out (Garbe's symmetric delete: two words
one slip apart share a key), the names it is a spelling of. A look-up gathers the words that share a key with the
query's word and compares each with it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from entrepot.screening.asked_words import END, LONG, LONG_FOR_KOREAN, SHORT, AskedWords
from entrepot.screening.keys import KeyIndex, Keys, all_shortened_keys, key_of, keys_of, shortened_keys
from entrepot.screening.lexicon import Lexicon, WordKind
from entrepot.screening.likeness import (
    FLOOR,
    Grades,
    Ids,
    Likeness,
    Pairs,
    raise_part,
    rank_each,
    similarities,
)
from entrepot.screening.scripts import read_arabic
from entrepot.screening.spelling import (
    arabic_consonants,
    arabic_skeletons,
    consonants,
    fold,
    korean_key,
    semitic_skeleton,
    semitic_skeletons,
    skeleton,
)

_SAME_NAME, _NICKNAME = 0.95, 0.85
_SAME_FOLD = 0.96
_SAME_BONES, _SAME_SEMITIC = 0.45, 0.3
"""What part of the difference between two words is forgiven where their skeletons are the same."""
_KNOWN_UNVOWELLED = 0.96
_SURE = (0.6, 0.8, 0.9, 0.94)
"""How alike two words at least are that have the same so many consonants, where vowels are not written."""
_UNSURE = 0.55
_MISHEARD = 0.2
"""How much less it is where all consonants differ that one skeleton takes for alike (d and t, ch and s)."""
_SAME_WORD = 0.9
_CACHE_SIZE = 50_000
_PREFIX = 4
"""A word cut short is looked for from so many letters on."""
_MAX_SHARING = 400
"""Words that share a beginning: more of them than this make the beginning say nothing."""


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
        return self.find_all_alike([(word, mode, written, names)])[0]

    def find_all_alike(self, asked: Iterable[tuple[str, str, str, tuple[str, ...]]]) -> list[Likeness]:
        """For each word, as `find_alike` takes it, the words that may be this one; many together cost less each."""
        keys = [one if one[1] == "unvowelled" else (one[0], one[1], "", ()) for one in asked]
        new = [key for key in dict.fromkeys(keys) if key not in self._kept]
        if new and len(self._kept) >= _CACHE_SIZE:
            self._kept.clear()
            new = list(dict.fromkeys(keys))
        bare = [(word, written, names) for word, mode, written, names in new if mode == "unvowelled"]
        spelt = [(word, mode) for word, mode, _, _ in new if mode != "unvowelled" and not word.isdigit()]
        found_bare = iter(self._find_unvowelled(bare) if bare else ())
        found_spelt = iter(self._find_spelt(spelt) if spelt else ())
        for key in new:
            word, mode, _, _ = key
            if mode == "unvowelled":
                self._kept[key] = next(found_bare)
            else:
                self._kept[key] = self._find_number(word) if word.isdigit() else next(found_spelt)
        return [self._kept[key] for key in keys]

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
            _keyed("d", [(number, folds[number]) for number in spelt if len(folds[number]) > SHORT], shorten=True),
            _keyed(
                "d",
                [(n, words[n]) for n in spelt if words[n] != folds[n] and len(words[n]) > SHORT],
                shorten=True,
            ),
            _keyed("s", [(n, bones) for n in spelt if len(bones := skeleton(folds[n])) > 1]),
            _keyed("k", [(n, korean_key(words[n])) for n in named if len(words[n]) < LONG_FOR_KOREAN]),
            _keyed("b", [(n, folds[n][:END]) for n in spelt if len(folds[n]) >= LONG]),
            _keyed("e", [(n, folds[n][-END:]) for n in spelt if len(folds[n]) >= LONG]),
            _keyed("g", [(n, name) for n in spelt for name in self._lexicon.groups.get(words[n], ())]),
            _keyed("n", [(n, name) for n in spelt for name in self._lexicon.nicknames.get(words[n], ())]),
        ]
        bare = [number for number, word in enumerate(words) if word[0] == "~"]
        semitic = [(n, bones) for n in named for bones in semitic_skeletons(words[n], folds[n]) if bones]
        semitic += [(n, bones) for n in bare for bones in arabic_skeletons(words[n]) if bones]
        parts.append(_keyed("a", semitic))
        parts.append(_keyed("x", [(n, bones) for n, bones in semitic if len(bones) > SHORT], shorten=True))
        return KeyIndex(parts)

    def _find_number(self, word: str) -> Likeness:
        """A number is like itself alone."""
        same = [self.numbers[word]] if word in self.numbers else []
        return Likeness(np.array(same, dtype=np.int32), np.ones(len(same), dtype=np.float32))

    def _find_spelt(self, asked: Sequence[tuple[str, str]]) -> list[Likeness]:
        """For each word, given with its mode, the words that are spelt alike."""
        words, modes = [word for word, _ in asked], [mode for _, mode in asked]
        spelling = AskedWords(words, modes)
        cut = self._list_cut(asked)
        pairs = self._propose(spelling, cut)
        askers, found = np.divmod(pairs, len(self.words) + 1)
        number_list, asker_list = found.tolist(), askers.tolist()
        raw = similarities([words[one] for one in asker_list], [self.words[one] for one in number_list])
        alike = similarities([spelling.folds[one] for one in asker_list], [self._folds[one] for one in number_list])
        grades = np.maximum(raw, alike * np.float32(_SAME_FOLD))
        raise_part(grades, self._skeletons[found] == spelling.skeleton_keys[askers], _SAME_BONES)
        raise_part(grades, self._semitic[found] == spelling.semitic_keys[askers], _SAME_SEMITIC)
        same = self._korean[found] == spelling.korean_keys[askers]
        np.maximum(grades, spelling.korean_grades[askers], out=grades, where=same)
        self._raise_cut(words, pairs, grades, cut)
        short = spelling.is_short[askers] & (grades < np.float32(0.9))
        grades[short] *= np.float32(0.8)
        self._raise_known(words, pairs, grades)
        return rank_each(askers, found.astype(np.int32), grades, spelling.floors)

    def _propose(self, spelling: AskedWords, cut: Pairs) -> Pairs:
        """Pairs of a word asked for and a word that shares a key with it, or that one of them begins with."""
        known = self._lexicon
        groups = [
            (place, key_of(kind, name))
            for place, word in enumerate(spelling.words)
            for kinds, names in (("gn", known.groups.get(word, ())), ("g", known.nicknames.get(word, ())))
            for name in names
            for kind in kinds
        ]
        keys, askers = spelling.keys(groups)
        pairs = self._pair(*self._keys.find_owners(keys, askers))
        same = [(place, number) for place, word in enumerate(spelling.words) for number in self._same(word)]
        return np.unique(np.concatenate([pairs, self._pair(*_columns(same)), cut]))

    def _pair(self, askers: Pairs, numbers: npt.NDArray[np.integer[Any]]) -> Pairs:
        """One number for an asker and a word."""
        return askers * (len(self.words) + 1) + numbers

    def _same(self, word: str) -> tuple[int, ...]:
        return (self.numbers[word],) if word in self.numbers else ()

    def _list_cut(self, asked: Sequence[tuple[str, str]]) -> Pairs:
        """Pairs of a word asked for and a word of which one is the beginning of the other; syllables have none."""
        cut = [
            (place, number)
            for place, (word, mode) in enumerate(asked)
            if mode != "korean"
            for number in self._cut_short(word)
        ]
        return self._pair(*_columns(cut))

    def _raise_cut(self, words: Sequence[str], pairs: Pairs, grades: Grades, cut: Pairs) -> None:
        """Raises words cut short, by how much of the longer one is there."""
        askers, numbers = np.divmod(cut, len(self.words) + 1)
        mine = np.array([len(words[one]) for one in askers.tolist()], dtype=np.float32)
        theirs = np.array([len(self.words[one]) for one in numbers.tolist()], dtype=np.float32)
        share = np.minimum(mine, theirs) / np.maximum(np.maximum(mine, theirs), 1)
        places = np.searchsorted(pairs, cut)
        grades[places] = np.maximum(grades[places], np.float32(0.66) + np.float32(0.3) * share)

    def _raise_known(self, words: Sequence[str], pairs: Pairs, grades: Grades) -> None:
        """Raises the words that are known to be spellings of the same name, or short for it."""
        nicknames, groups = self._lexicon.nicknames, self._lexicon.groups
        near = [(place, key_of("n", one)) for place, word in enumerate(words) for one in groups.get(word, ())]
        near += [(place, key_of("g", one)) for place, word in enumerate(words) for one in nicknames.get(word, ())]
        same = [(place, key_of("g", one)) for place, word in enumerate(words) for one in groups.get(word, ())]
        for known, least in ((near, _NICKNAME), (same, _SAME_NAME)):
            places, _ = _places_in(pairs, self._owned(known))
            grades[places] = np.maximum(grades[places], np.float32(least))
        exact = [(place, number) for place, word in enumerate(words) for number in self._same(word)]
        grades[_places_in(pairs, self._pair(*_columns(exact)))[0]] = 1.0

    def _cut_short(self, word: str) -> list[int]:
        """Words that begin with this one, and words that this one begins with."""
        if len(word) < _PREFIX:
            return []
        start = bisect_left(self._sorted, word)
        end = bisect_left(self._sorted, word + "{")
        longer = self._sorted[start:end] if end - start <= _MAX_SHARING else []
        shorter = (word[:length] for length in range(_PREFIX, len(word)))
        return [self.numbers[other] for other in (*longer, *shorter) if other in self.numbers]

    def _find_unvowelled(self, asked: Sequence[tuple[str, str, tuple[str, ...]]]) -> list[Likeness]:
        """For each word of Arabic script (its consonants, as written, the names it spells) the words it may be."""
        skeletons = [arabic_skeletons(word) for word, _, _ in asked]
        spellings = [read_arabic(written)[1] for _, written, _ in asked]
        sure = [_SURE[min(len(_SURE) - 1, *map(len, own))] for own in skeletons]
        bones = [(place, one) for place, own in enumerate(skeletons) for one in own if one]
        same = self._owned([(place, key_of("a", one)) for place, one in bones])
        near = self._owned([(place, key) for place, one in bones for key in _semitic_keys(one)])
        known = self._owned([(place, key_of("g", name)) for place, (_, _, names) in enumerate(asked) for name in names])
        exact = [(place, number) for place, (word, _, _) in enumerate(asked) for number in self._same(word)]
        pairs = np.unique(np.concatenate([near, known]))
        askers, found = np.divmod(pairs, len(self.words) + 1)
        asker_list, theirs = askers.tolist(), [self._folds[one] for one in found.tolist()]
        spelt = similarities([spellings[one] for one in asker_list], theirs)
        bare = [consonants(folded) for folded in theirs]
        heard = np.maximum(
            *(
                similarities([consonants(spoken[one]) for one in asker_list], bare)
                for spoken in zip(*(arabic_consonants(word) for word, _, _ in asked), strict=True)
            )
        )
        least = np.full(len(pairs), _UNSURE, dtype=np.float32)
        places, _ = _places_in(pairs, same)
        least[places] = np.array(sure, dtype=np.float32)[askers[places]]
        grades = least * (1 - np.float32(_MISHEARD) * (1 - heard))
        grades += (np.float32(0.98) - least) * spelt * np.float32(0.6)
        grades[_places_in(pairs, self._pair(*_columns(exact)))[0]] = 1.0
        grades[_places_in(pairs, known)[0]] = _KNOWN_UNVOWELLED
        return rank_each(askers, found.astype(np.int32), grades, np.full(len(asked), FLOOR))

    def _owned(self, keys: Sequence[tuple[int, int]]) -> Pairs:
        """Pairs of who asks for a key and a word that left it."""
        askers = np.array([place for place, _ in keys], dtype=np.int64)
        return self._pair(*self._keys.find_owners(np.array([key for _, key in keys], dtype=np.uint64), askers))


def _columns(rows: Sequence[tuple[int, int]]) -> tuple[Pairs, Pairs]:
    table = np.array(rows, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def _places_in(pairs: Pairs, wanted: Pairs) -> tuple[Pairs, npt.NDArray[np.bool_]]:
    """Where the wanted pairs stand among sorted ones, and which of them do."""
    if not len(pairs):
        return np.empty(0, dtype=np.int64), np.zeros(len(wanted), dtype=np.bool_)
    places = np.minimum(np.searchsorted(pairs, wanted), len(pairs) - 1)
    inside = pairs[places] == wanted
    return places[inside], inside


def _semitic_keys(bones: str) -> Iterator[int]:
    if bones:
        yield key_of("a", bones)
    if len(bones) > SHORT:
        yield from shortened_keys("x", bones)


def _keyed(kind: str, pairs: Sequence[tuple[int, str]], *, shorten: bool = False) -> tuple[Keys, Ids]:
    """The keys that the texts of some words leave, with the words."""
    numbers = np.array([number for number, _ in pairs], dtype=np.int32)
    texts = [text for _, text in pairs]
    if not shorten:
        return keys_of(kind, texts), numbers
    keys, places = all_shortened_keys(kind, texts)
    return keys, numbers[places]
