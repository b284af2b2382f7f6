"""Goods, services, technology and money by their phrases, tied to classes and, where sure, to HS 2022 codes."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from entrepot.reference.tables import load_table, split_cell
from entrepot.reference.tokens import Word, split_words

_Node = dict[str, Any]
_LEAF = ""
_KEEP = frozenset("arms avionics ceramics cosmetics electronics gas goods lens optics plastics robotics".split())
"""Words that end in s and are not taken as plurals, so that "arms" is not "arm"."""
_IRREGULAR = {
    "lorries": "lorry",
    "antennae": "antenna",
    "gases": "gas",
    "buses": "bus",
    "lenses": "lens",
    "dies": "die",
}
_PLURAL_ES = re.compile(r"(?:ss|sh|ch|x|zz|o)es$")
_BRITISH = {
    "aluminum": "aluminium",
    "armor": "armour",
    "armored": "armoured",
    "center": "centre",
    "defense": "defence",
    "fertilizer": "fertiliser",
    "fiber": "fibre",
    "jewelry": "jewellery",
    "license": "licence",
    "maneuvering": "manoeuvring",
    "tire": "tyre",
}
_HEAD_ENDS = frozenset(
    {
        "for",
        "of",
        "from",
        "to",
        "with",
        "in",
        "on",
        "by",
        "at",
        "via",
        "through",
        "including",
        "such",
        "used",
        "that",
        "which",
    }
)
"""Words after which a noun phrase's head can no longer come: "components for drones" are components."""

_NOT_GOODS = re.compile(
    r"company|firm|maker|manufacturer|producer|exporter|importer|trader|dealer|supplier|seller|buyer|smuggler|giant|group|"
    r"minister|ministry|agency|official|officer|expert|analyst|inspector|secretary|lord|sector|market|industry|embargo|ban|"
    r"sanction|restriction|price|cap|tax|duty|law|control|race|conference|release|laundering|launderer|attack|strike|raid"
)
"""Heads that make another thing of the goods before them: an oil company and an arms embargo are no goods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsClass:
    """A class of goods: its parent class, its kind (`military`, `energy`, ...), its HS 2022 codes.

    `hs` is empty where the words do not fix a heading. `evidence` names the row.
    """

    key: str
    label: str
    parent: str
    kind: str
    hs: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsMatch:
    """A goods phrase in a text, `text[start:end]`, with its class."""

    start: int
    end: int
    text: str
    class_key: str
    hs: tuple[str, ...]
    kind: str


@cache
def goods_classes() -> dict[str, GoodsClass]:
    """Every class by its key."""
    return {
        row["key"]: GoodsClass(
            key=row["key"],
            label=row["label"],
            parent=row["parent"],
            kind=row["kind"],
            hs=split_cell(row["hs"]),
            evidence=f"goods/{row['key']}: {row['label']}, HS {row['hs'] or 'not fixed by the words'}",
        )
        for row in load_table("goods").rows
        if row["kind"] != "none"
    }


def goods_ancestors(key: str) -> tuple[str, ...]:
    """The keys of the class and of all classes above it, nearest first; empty for an unknown key."""
    found: list[str] = []
    while key in goods_classes() and key not in found:
        found.append(key)
        key = goods_classes()[key].parent
    return tuple(found)


def find_goods(text: str, start: int = 0, end: int | None = None) -> tuple[GoodsMatch, ...]:
    """The goods phrases in `text[start:end]` in order, the longest at each place, whatever their case and number."""
    words = split_words(text, start, end)
    matches: list[GoodsMatch] = []
    at = 0
    while at < len(words):
        stop, goods = _walk(words, at) or (at + 1, None)
        if goods is not None:
            first, last = words[at].start, words[stop - 1].end
            matches.append(
                GoodsMatch(
                    start=first, end=last, text=text[first:last], class_key=goods.key, hs=goods.hs, kind=goods.kind
                )
            )
        at = stop
    return tuple(matches)


@lru_cache(maxsize=50_000)
def classify_goods(phrase: str) -> GoodsClass | None:
    """The class of a goods phrase by its head: "Belarusian-made drone components" are components, not drones.

    Where the head is unknown ("oil shipments") the last goods word before it counts, and then any after it. None where
    there is none, or where the head is an actor or a measure ("oil company", "arms embargo").
    """
    words = split_words(phrase)
    stop = next((at for at, word in enumerate(words) if word.text.lower() in _HEAD_ENDS), len(words))
    if stop > 1 and _NOT_GOODS.fullmatch(goods_lemma(words[stop - 1].text)):
        return None
    whole = [found[1] for at in range(stop) if (found := _walk(words, at)) and found[0] == len(words)]
    if whole:
        return whole[0]
    heads = find_goods(phrase, 0, words[stop - 1].end) if stop else ()
    matches = heads[-1:] or find_goods(phrase)[:1]
    return goods_classes()[matches[0].class_key] if matches else None


@lru_cache(maxsize=50_000)
def goods_lemma(word: str) -> str:
    """The word in lower case, the singular and British spelling, as the phrases of the table have it."""
    singular = _make_singular(word.lower())
    return _BRITISH.get(singular, singular)


def _make_singular(lower: str) -> str:
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower in _KEEP or len(lower) < 4 or not lower.endswith("s") or lower.endswith(("ss", "us", "is")):
        return lower
    if lower.endswith("ies") and len(lower) > 5:
        return lower[:-3] + "y"
    return lower[:-2] if _PLURAL_ES.search(lower) else lower[:-1]


@cache
def _index() -> _Node:
    root: _Node = {}
    for row in load_table("goods").rows:
        goods = goods_classes().get(row["key"])
        for phrase in split_cell(row["phrases"]):
            node = root
            for word in split_words(phrase):
                node = node.setdefault(goods_lemma(word.text), {})
            node[_LEAF] = goods
    return root


def _walk(words: list[Word], at: int) -> tuple[int, GoodsClass | None] | None:
    """The longest phrase of the table from word `at` on; its class is None where the phrase names no goods."""
    node = _index().get(goods_lemma(words[at].text))
    best: tuple[int, GoodsClass | None] | None = None
    stop = at
    while node is not None:
        stop += 1
        if _LEAF in node:
            best = (stop, node[_LEAF])
        if stop >= len(words) or words[stop].joint not in {" ", "/"}:
            break
        node = node.get(goods_lemma(words[stop].text))
    return best
