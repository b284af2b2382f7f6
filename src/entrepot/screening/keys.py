"""Keys of spellings as numbers: one polynomial hash, for a word at a time and for all words of an index at once.

The hash of a word with one letter left out follows from the sums of its letters, so all of them cost little more than
the hash itself; that makes an index of a hundred thousand words a matter of a second.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from entrepot.screening.flat import lay_ranges

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int32]

_MASK = (1 << 64) - 1
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_LENGTH = 24
"""Letters that count; two words that are the same so far are near enough to be compared."""
_POWERS = [pow(_BASE, place, 1 << 64) for place in range(_LENGTH + 1)]
_SALTS = {name: pow(3, 40 + number, 1 << 64) for number, name in enumerate("fdsaxkgnbe")}


def key_of(kind: str, text: str) -> int:
    """The key of a text in the name space `kind`, one letter; `text` is ASCII."""
    total = 0
    for place, letter in enumerate(text[:_LENGTH].encode()):
        total += letter * _POWERS[place]
    return (total ^ _SALTS[kind]) & _MASK


def shortened_keys(kind: str, text: str) -> Iterator[int]:
    """The keys of the text whole, and with each letter left out in turn."""
    letters = text[:_LENGTH].encode()
    sums = [0]
    for place, letter in enumerate(letters):
        sums.append(sums[-1] + letter * _POWERS[place])
    salt, total = _SALTS[kind], sums[-1]
    yield (total ^ salt) & _MASK
    for place in range(len(letters)):
        yield ((sums[place] + (total - sums[place + 1]) * _INVERSE) ^ salt) & _MASK


def keys_of(kind: str, texts: Sequence[str]) -> Keys:
    """The keys of many texts, in their order."""
    return _sums(texts)[:, -1] ^ np.uint64(_SALTS[kind])


def all_shortened_keys(kind: str, texts: Sequence[str]) -> tuple[Keys, npt.NDArray[np.int64]]:
    """The keys that `shortened_keys` gives, of many texts, and beside each the place of its text."""
    sums = _sums(texts)
    total = sums[:, -1:]
    shorter = sums[:, :-1] + (total - sums[:, 1:]) * np.uint64(_INVERSE)
    lengths = np.array([min(len(text), _LENGTH) for text in texts], dtype=np.int64)
    owners, cuts = np.nonzero(np.arange(_LENGTH)[None, :] < lengths[:, None])
    keys = np.concatenate([total[:, 0], shorter[owners, cuts]]) ^ np.uint64(_SALTS[kind])
    return keys, np.concatenate([np.arange(len(texts), dtype=np.int64), owners])


def _sums(texts: Sequence[str]) -> Keys:
    """For each text the sums of its letters' terms up to each place; the last column is the whole."""
    letters = np.array([text.encode() for text in texts], dtype=f"S{_LENGTH}")
    terms = letters.view(np.uint8).reshape(len(texts), _LENGTH).astype(np.uint64)
    terms *= np.array(_POWERS[:_LENGTH], dtype=np.uint64)
    return np.concatenate([np.zeros((len(texts), 1), np.uint64), np.cumsum(terms, axis=1, dtype=np.uint64)], axis=1)


class KeyIndex:
    """From keys to the numbers of the words that left them."""

    def __init__(self, parts: Sequence[tuple[Keys, npt.NDArray[np.integer[Any]]]]) -> None:
        keys = np.concatenate([keys for keys, _ in parts]) if parts else np.empty(0, np.uint64)
        owners = np.concatenate([owners for _, owners in parts]).astype(np.int32) if parts else np.empty(0, np.int32)
        order = np.argsort(keys, kind="stable")
        distinct, starts = np.unique(keys[order], return_index=True)
        # A last key that is none, so that a search never ends beyond the array.
        self._keys = np.append(distinct, np.uint64(_MASK))
        self._starts = np.concatenate([starts, [len(keys)] * (len(self._keys) - len(starts) + 1)])
        self._owners = owners[order]

    def find_owners(self, keys: Keys, askers: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], Numbers]:
        """The words that left each key, beside each the asker of the key; a word may come more than once."""
        places = np.searchsorted(self._keys, keys)
        known = self._keys[places] == keys
        places, askers = places[known], askers[known]
        starts = self._starts[places]
        lengths = self._starts[places + 1] - starts
        return np.repeat(askers, lengths), self._owners[lay_ranges(starts, lengths)]
