"""Reports taken over from each other, found by signature without comparing every pair; sentences made from others."""

import hashlib
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from operator import eq
from typing import TYPE_CHECKING

import numpy as np

from entrepot.corroboration.alignment import SHINGLE, read_keys
from entrepot.corroboration.unions import Unions

if TYPE_CHECKING:
    from numpy.typing import NDArray

PERMUTATIONS = 64
"""The standard error of an estimate is at most 1 / (2 * sqrt(64)) = 0.06: enough to tell a copy from a follow-up."""
VALUE_BYTES = 4
BATCH = 20_000

FEW = 12
"""So few are compared each with each: banding would cost more."""
NEIGHBOURS = 20
"""Others in the same bucket a signature is compared with: a notice under every report must not cost its square."""

COPIED_WORDS = 8
COPIED_SHARE = 0.7
COPIED_ADJACENT = 0.5
"""A long sentence holds many a short one's words, scattered: pairs of neighbours in common, for each word in common."""
COPIED_CONTENT = 4
"""Of the words in common order so many must be content: "the … of the … in the … to" is in every long sentence."""
FUNCTION_WORDS = frozenset(
    "a an the and or but nor if as at by for from in into of off on onto out over to up with about after before "
    "against between during since than that this these those there it its he his him she her they their them we our "
    "us i you your who whom whose which what when where while is are was were be been being has have had do does did "
    "will would shall should can could may might must not no said says say told according also".split()
)


def _numbers(mark: bytes) -> "NDArray[np.uint64]":
    """One number of 64 bits for each permutation, the same everywhere."""
    digests = (hashlib.blake2b(bytes([at]), digest_size=8, key=mark).digest() for at in range(PERMUTATIONS))
    return np.frombuffer(b"".join(digests), dtype=">u8").astype(np.uint64)


_FACTORS = _numbers(b"factor") | np.uint64(1)
_ADDENDS = _numbers(b"addend")


def sign_text(text: str) -> bytes:
    """The MinHash signature of the text's five-word shingles: 64 big-endian values of 4 bytes; b"" where it has none.

    The same on every machine and in every process. Case, punctuation and quotation marks play no part. The share of
    values that two signatures have in common estimates the resemblance of their texts, |A ∩ B| / |A ∪ B| (Broder 1997,
    "On the resemblance and containment of documents").
    """
    keys = read_keys(text)
    shingles = {" ".join(keys[place : place + SHINGLE]) for place in range(len(keys) - SHINGLE + 1)}
    if not shingles:
        return b""
    least = np.full(PERMUTATIONS, 2**32 - 1, dtype=np.uint32)
    for values in _hash_batches(sorted(shingles)):
        # Multiply-shift hashing (Dietzfelbinger 1997): the upper half of a product with an odd number.
        permuted = (values[None, :] * _FACTORS[:, None] + _ADDENDS[:, None]) >> np.uint64(32)
        least = np.minimum(least, permuted.min(axis=1).astype(np.uint32))
    return least.astype(">u4").tobytes()


def _hash_batches(shingles: list[str]) -> Iterator["NDArray[np.uint64]"]:
    for start in range(0, len(shingles), BATCH):
        digests = [hashlib.blake2b(item.encode(), digest_size=8).digest() for item in shingles[start : start + BATCH]]
        yield np.frombuffer(b"".join(digests), dtype=">u8").astype(np.uint64)


def estimate_resemblance(a: bytes, b: bytes) -> float:
    """The share of shingles that two signed texts have in common, 0 to 1; 0 where one was too short to sign."""
    if not a or not b:
        return 0.0
    same: int = sum(map(eq, _values(a), _values(b)))
    return same / PERMUTATIONS


def _values(signature: bytes) -> "memoryview[int]":
    # Values are only ever compared for equality here, so the machine's own byte order does.
    return memoryview(signature).cast("I")


def cluster_resembling(signatures: Mapping[str, bytes], least: float = 0.5) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more ids whose texts resemble each other by `least` at least, in a chain if not each with each.

    Sorted within and among themselves; the order of `signatures` plays no part. Pairs come from locality-sensitive
    hashing and are verified by `estimate_resemblance`. At 0.5 and above a band holds two values: a pair with more than
    half of its values the same has both values of some band the same. Below, it holds one.
    """
    by_signature: dict[bytes, list[str]] = {}
    for name in sorted(signatures):
        if signatures[name]:
            by_signature.setdefault(signatures[name], []).append(name)
    groups = Unions[bytes]()
    for one, other in _pairs(sorted(by_signature), rows=2 if least >= 0.5 else 1):
        if groups.root(one) != groups.root(other) and estimate_resemblance(one, other) >= least:
            groups.join(one, other)
    members: dict[bytes, list[str]] = {}
    for signature, names in by_signature.items():
        members.setdefault(groups.root(signature), []).extend(names)
    return tuple(sorted(tuple(sorted(names)) for names in members.values() if len(names) > 1))


def _pairs(signatures: list[bytes], rows: int) -> Iterator[tuple[bytes, bytes]]:
    """Pairs that agree in a whole band, the first of each bucket with all, the others with those that follow soon."""
    if len(signatures) <= FEW:
        yield from combinations(signatures, 2)
        return
    for start in range(0, PERMUTATIONS * VALUE_BYTES, rows * VALUE_BYTES):
        buckets: dict[bytes, list[bytes]] = {}
        for signature in signatures:
            buckets.setdefault(signature[start : start + rows * VALUE_BYTES], []).append(signature)
        for bucket in buckets.values():
            for place, one in enumerate(bucket):
                following = bucket[place + 1 : place + 1 + NEIGHBOURS] if place else bucket[1:]
                yield from ((one, other) for other in following)


def is_reworded_copy(left_sentence: str, right_sentence: str) -> bool:
    """True where one sentence was made from the other with light edits.

    At least `COPIED_WORDS` words stand in both in the same order, `COPIED_CONTENT` of them no mere function words; they
    are `COPIED_SHARE` of the shorter sentence, and half of them stand side by side in both. A copyist keeps the
    figures: where both sentences have some and none in common they tell of two things in one formula. A formula with
    other names in it passes for a copy.
    """
    left, right = _keys(left_sentence), _keys(right_sentence)
    shorter = min(len(left), len(right))
    least = max(COPIED_WORDS, COPIED_SHARE * shorter)
    if len(set(left) & set(right)) < COPIED_CONTENT or shorter < least or not _figures_agree(left, right):
        return False
    common = count_common_words(left, right)
    content = count_common_words(*([key for key in keys if key not in FUNCTION_WORDS] for keys in (left, right)))
    adjacent = count_common_words(list(pairwise(left)), list(pairwise(right)))
    return common >= least and content >= COPIED_CONTENT and adjacent >= COPIED_ADJACENT * common


@lru_cache(maxsize=10_000)
def _keys(sentence: str) -> tuple[str, ...]:
    return tuple(read_keys(sentence))


def _figures_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True where a sentence has no figures of its own; a year that both name is no figure."""
    one, other = ({key for key in keys if key[0].isdigit()} for keys in (left, right))
    shared = {key for key in one & other if len(key) == 4 and key[:2] in ("19", "20")}
    return not one - shared or not other - shared or bool((one & other) - shared)


def count_common_words(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """The length of the longest sequence of words that stands in both in the same order.

    Bit-parallel, a row of the table in one integer (Hyyrö 2004, "Bit-parallel LCS-length computation revisited").
    """
    places: dict[Hashable, int] = {}
    for place, word in enumerate(left):
        places[word] = places.get(word, 0) | 1 << place
    full = (1 << len(left)) - 1
    row = full
    for word in right:
        matched = row & places.get(word, 0)
        row = (row + matched | row - matched) & full
    return len(left) - row.bit_count()
