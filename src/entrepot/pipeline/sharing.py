"""Which reports of a case took text from one another: pairs with the passages that stand in both."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from entrepot.corroboration.alignment import find_shared_passages, read_keys
from entrepot.corroboration.reuse import cluster_resembling, estimate_resemblance
from entrepot.model.comparison import SharedText
from entrepot.model.document import READ_KINDS, Document

RUN = 8
"""Words in a run that makes a pair worth aligning; a passage has twelve, of which one in nine may be changed."""
MOST_HOLDERS = 20
"""A run found in more reports than this is a formula or a notice; whole copies are found by their signatures."""
MOST_PAIRS = 200
ONE_TEXT = 0.5
"""Estimated resemblance from which reports are taken for one text, as where origins are told apart."""
_SPREAD = 0x9E3779B97F4A7C15
"""An odd number near 2**64 divided by the golden ratio (Knuth, "The Art of Computer Programming", 6.4)."""

Pair = tuple[int, int]


def find_shared_texts(documents: Sequence[Document], signatures: Mapping[str, bytes]) -> tuple[SharedText, ...]:
    """At most 200 pairs of reports that share passages, those with the most words first; the earlier report is left.

    Each passage is held against the earliest report that has it. Reports that carry one text are held against the
    earliest of them only, and of two groups of such reports the pair with the most in common stands for all.
    `signatures` are MinHash signatures by document id; a report without one is in no group. Page furniture and metadata
    are no text of a report.
    """
    texts = [read_text(document) for document in documents]
    first = _first_copies(documents, signatures)
    candidates = _choose(_count_common_runs(texts), first)
    found = []
    for left, right in candidates:
        passages = find_shared_passages(texts[left], texts[right])
        if passages:
            one, other = documents[left].id, documents[right].id
            resemblance = estimate_resemblance(signatures.get(one, b""), signatures.get(other, b""))
            found.append(SharedText(left_id=one, right_id=other, passages=passages, resemblance=resemblance))
    return tuple(sorted(found, key=lambda one: -one.words))


def read_text(document: Document) -> str:
    """The text with whatever is no part of the report blanked out, so that offsets stay."""
    parts, place = [], 0
    for block in document.blocks:
        if block.kind in READ_KINDS:
            parts += [" " * (block.start - place), document.text[block.start : block.end]]
            place = block.end
    return "".join(parts)


def _first_copies(documents: Sequence[Document], signatures: Mapping[str, bytes]) -> list[int]:
    """For each report the place of the earliest that carries the same text, its own where there is none."""
    places = {document.id: place for place, document in enumerate(documents)}
    first = list(range(len(documents)))
    for group in cluster_resembling({name: signatures[name] for name in places if name in signatures}, ONE_TEXT):
        members = [places[name] for name in group]
        for member in members:
            first[member] = min(members)
    return first


def _choose(common: Mapping[Pair, int], first: Sequence[int]) -> list[Pair]:
    """The pairs to align: each copy with the first of its kind, and the best pair of any two groups."""
    copies: dict[Pair, int] = {(one, place): 0 for place, one in enumerate(first) if one != place}
    chosen = {pair: common.get(pair, number) for pair, number in copies.items()}
    groups: set[Pair] = set()
    for (left, right), number in sorted(common.items(), key=lambda item: (-item[1], item[0])):
        group = min(first[left], first[right]), max(first[left], first[right])
        if group[0] != group[1] and group not in groups:
            groups.add(group)
            chosen[left, right] = number
    return sorted(chosen, key=lambda pair: (-chosen[pair], pair))[:MOST_PAIRS]


def _count_common_runs(texts: Sequence[str]) -> dict[Pair, int]:
    """For each run of words, the earliest text that has it with every other one: how many runs such a pair has."""
    runs, holders = _index_runs(texts)
    _, start, place = np.unique(runs, return_index=True, return_inverse=True)
    first = holders[start][place]
    pairs, numbers = np.unique((first * len(texts) + holders)[first != holders], return_counts=True)
    counted = zip(pairs.tolist(), numbers.tolist(), strict=True)
    return {(pair // len(texts), pair % len(texts)): number for pair, number in counted}


def _index_runs(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The runs that stand in two texts at least and in few, with their holders; sorted by run, then by holder."""
    numbers: dict[str, int] = {}
    hashed = list(_hash_runs(texts, numbers))
    runs = np.concatenate([np.empty(0, dtype=np.uint64), *hashed])
    holders = np.repeat(np.arange(len(texts), dtype=np.int64), [len(one) for one in hashed])
    order = np.lexsort((holders, runs))
    runs, holders = runs[order], holders[order]
    _, place, number = np.unique(runs, return_inverse=True, return_counts=True)
    kept = (number[place] > 1) & (number[place] <= MOST_HOLDERS)
    return runs[kept], holders[kept]


def _hash_runs(texts: Sequence[str], numbers: dict[str, int]) -> Iterator[NDArray[np.uint64]]:
    """The hashes of each text's runs, each once; the same run has the same hash in every text."""
    for text in texts:
        words = [numbers.setdefault(key, len(numbers) + 1) for key in read_keys(text)]
        if len(words) < RUN:
            yield np.empty(0, dtype=np.uint64)
            continue
        spread = np.array(words, dtype=np.uint64) * np.uint64(_SPREAD)
        hashed = np.zeros(len(words) - RUN + 1, dtype=np.uint64)
        for offset in range(RUN):
            hashed = (hashed ^ spread[offset : len(words) - RUN + 1 + offset]) * np.uint64(_SPREAD)
            hashed ^= hashed >> np.uint64(29)
        yield np.unique(hashed)
