"""The passages that two texts share word for word, small edits allowed."""

import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from entrepot.model.comparison import SharedPassage
from entrepot.model.span import cut_span

SHINGLE = 5
"""Words in a shingle: four are shared by chance ("at the end of"), six miss a copy with a word changed now and then."""
SEEDS = 8
"""Occurrences of a shingle that are looked at: a refrain repeated without end must not cost its square."""
RUN = 4
"""Words that must match on the far side of an edit, or the passage ends there."""
GAPS = ((1, 1), (0, 1), (1, 0), (2, 2), (1, 2), (2, 1), (0, 2), (2, 0))
"""Differing words on either side that an edit may have, the likeliest first."""
STRIDE = 64
"""Words compared at a time; the exact end is sought within the last stride only."""
WORK = 40
"""Words of shared runs read for each word of the texts before the search ends: only refrains ever come near."""
# Figures keep their decimal point; an apostrophe or a combining mark does not end a word.
WORD = re.compile(r"\d+(?:[.,]\d+)*(?![^\W_])|[^\W_](?:[^\W_]|[\u0300-\u036f]|['’](?=[^\W_]))*")

Block = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as it is compared, case and apostrophes apart, and where it stands."""

    key: str
    start: int
    end: int


def read_words(text: str) -> list[Word]:
    """The words and figures of a text in order; punctuation and quotation marks are no part of them."""
    return [Word(key=_key(match.group()), start=match.start(), end=match.end()) for match in WORD.finditer(text)]


def read_keys(text: str) -> list[str]:
    """The words of a text as they are compared, in order."""
    return [_key(word) for word in WORD.findall(text)]


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    key = word.casefold()
    if not key.isascii():
        key = unicodedata.normalize("NFKC", key).replace("’", "")
    return key.replace("'", "").replace(",", "")


def find_shared_passages(left: str, right: str, fewest_words: int = 12) -> tuple[SharedPassage, ...]:
    """The passages of at least `fewest_words` same words that stand in both texts, in the order of `left`.

    Passages overlap on neither side; where they would, the longer one keeps the words. A passage may hold edits of at
    most two words on either side, between runs of at least four that agree. Below five same words nothing is found.
    """
    if left > right:  # so that the two may be given in either order: ties fall the same way
        return tuple(sorted((_swap(found) for found in find_shared_passages(right, left, fewest_words)), key=_place))
    left_words, right_words = read_words(left), read_words(right)
    chains = _find_chains(*_number_words(left_words, right_words))
    kept = _keep_apart(chains, len(left_words), len(right_words), max(fewest_words, SHINGLE))
    return tuple(sorted((_passage(chain, left, left_words, right, right_words) for chain in kept), key=_place))


def _swap(found: SharedPassage) -> SharedPassage:
    return SharedPassage(left=found.right, right=found.left, words=found.words, same_words=found.same_words)


def _place(found: SharedPassage) -> int:
    return found.left.start


def _number_words(left: list[Word], right: list[Word]) -> tuple[list[int], list[int]]:
    """A number for each word, the same for the same word: numbers are compared faster than strings."""
    numbers: dict[str, int] = {}
    return (
        [numbers.setdefault(word.key, len(numbers)) for word in left],
        [numbers.setdefault(word.key, len(numbers)) for word in right],
    )


def _find_chains(left: list[int], right: list[int]) -> list[list[Block]]:
    """Runs of same words grown from every shared shingle; each a list of (place in left, place in right, words)."""
    chains: list[list[Block]] = []
    read_until: dict[int, int] = {}
    work = WORK * (len(left) + len(right))
    for i, j in _seeds(left, right):
        if read_until.get(i - j, 0) <= i and work > 0:
            chains.append(_grow(left, right, i, j, read_until))
            work -= _same_words(chains[-1])
    return chains


def _seeds(left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
    index: dict[tuple[int, ...], list[int]] = {}
    for j, shingle in enumerate(_shingles(right)):
        places = index.setdefault(shingle, [])
        if len(places) < SEEDS:
            places.append(j)
    used: dict[tuple[int, ...], int] = {}
    for i, shingle in enumerate(_shingles(left)):
        if shingle in index and used.setdefault(shingle, 0) < SEEDS:
            used[shingle] += 1
            yield from ((i, j) for j in index[shingle])


def _shingles(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return zip(*(numbers[offset:] for offset in range(SHINGLE)), strict=False)


def _grow(left: list[int], right: list[int], i: int, j: int, read_until: dict[int, int]) -> list[Block]:
    """The chain through a seed, up to where another chain has read before: that one has the rest."""
    back = _run_back(left, right, i, j)
    chain = deque([(i - back, j - back, back + _run_forward(left, right, i, j))])
    _remember(chain[0], read_until)
    while (found := _resume(left, right, chain[-1])) and _remember(found, read_until):
        chain.append(found)
    while (found := _resume_before(left, right, chain[0])) and _remember(found, read_until):
        chain.appendleft(found)
    return list(chain)


def _remember(block: Block, read_until: dict[int, int]) -> bool:
    """False where the block was read before."""
    i, j, size = block
    if read_until.get(i - j, 0) >= i + size:
        return False
    read_until[i - j] = i + size
    return True


def _resume(left: list[int], right: list[int], last: Block) -> Block | None:
    """The run that goes on behind a small edit."""
    for skip_left, skip_right in GAPS:
        i, j = last[0] + last[2] + skip_left, last[1] + last[2] + skip_right
        if i + RUN <= len(left) and left[i : i + RUN] == right[j : j + RUN]:
            return i, j, _run_forward(left, right, i, j)
    return None


def _resume_before(left: list[int], right: list[int], first: Block) -> Block | None:
    for skip_left, skip_right in GAPS:
        i, j = first[0] - skip_left, first[1] - skip_right
        if min(i, j) >= RUN and left[i - RUN : i] == right[j - RUN : j]:
            size = _run_back(left, right, i, j)
            return i - size, j - size, size
    return None


def _run_forward(left: list[int], right: list[int], i: int, j: int) -> int:
    size = 0
    while left[i + size : i + size + STRIDE] == right[j + size : j + size + STRIDE] and i + size < len(left):
        size += len(left[i + size : i + size + STRIDE])
    while i + size < len(left) and j + size < len(right) and left[i + size] == right[j + size]:
        size += 1
    return size


def _run_back(left: list[int], right: list[int], i: int, j: int) -> int:
    size = 0
    while min(i, j) - size >= STRIDE and _before(left, i - size) == _before(right, j - size):
        size += STRIDE
    while min(i, j) > size and left[i - size - 1] == right[j - size - 1]:
        size += 1
    return size


def _before(numbers: list[int], end: int) -> list[int]:
    return numbers[end - STRIDE : end]


def _same_words(chain: list[Block]) -> int:
    return sum(size for _, _, size in chain)


def _keep_apart(chains: list[list[Block]], left: int, right: int, fewest: int) -> list[list[Block]]:
    """The chains, longest first, each without the words that a longer one already has on either side."""
    taken_left, taken_right = bytearray(left), bytearray(right)
    kept: list[list[Block]] = []
    for chain in sorted(chains, key=lambda chain: (-_same_words(chain), chain)):
        if _same_words(chain) < fewest:
            break
        for piece in _free_pieces(chain, taken_left, taken_right):
            if _same_words(piece) >= fewest:
                kept.append(piece)
                (start, other, _), (i, j, size) = piece[0], piece[-1]
                taken_left[start : i + size] = b"\1" * (i + size - start)
                taken_right[other : j + size] = b"\1" * (j + size - other)
    return kept


def _free_pieces(chain: list[Block], taken_left: bytearray, taken_right: bytearray) -> list[list[Block]]:
    """A chain cut wherever a word of it is taken."""
    pieces: list[list[Block]] = [[]]
    for i, j, size in chain:
        at = 0
        while at < size:
            free = min(_find(1, taken_left, i + at, i + size), _find(1, taken_right, j + at, j + size))
            if free:
                pieces[-1].append((i + at, j + at, free))
            at += free
            if at < size:
                pieces.append([])
                at += max(_find(0, taken_left, i + at, i + size), _find(0, taken_right, j + at, j + size))
    return [piece for piece in pieces if piece]


def _find(mark: int, taken: bytearray, start: int, end: int) -> int:
    """How many words from `start` on come before the first that is marked so."""
    found = taken.find(mark, start, end)
    return (end if found < 0 else found) - start


def _passage(
    chain: list[Block], left: str, left_words: list[Word], right: str, right_words: list[Word]
) -> SharedPassage:
    (start, other, _), (i, j, size) = chain[0], chain[-1]
    return SharedPassage(
        left=cut_span(left, left_words[start].start, left_words[i + size - 1].end),
        right=cut_span(right, right_words[other].start, right_words[j + size - 1].end),
        words=max(i + size - start, j + size - other),
        same_words=_same_words(chain),
    )
