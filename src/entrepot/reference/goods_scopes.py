"""Goods in a user's, a report's or an act's words, with the codes that the words fix, and none where they fix none."""

import re
from functools import lru_cache
from typing import TypeVar

from entrepot.model.goods import GoodsScope, Resolution
from entrepot.reference.goods import GoodsClass, classify_goods, goods_classes
from entrepot.reference.tables import load_table

_Value = TypeVar("_Value")

CHPL = "chpl"
"""The word for the Common High Priority List; `chpl:1` is its first tier."""
_CHPL_WORDS = re.compile(r"chpl(?::\s*(?P<tier>\w+))?$|common high[- ]priority (?:items?|list|goods)$", re.IGNORECASE)
_CHPL_CLASS = "high-priority-goods"
_CODE = re.compile(r"\d{2}(?:[ .]?\d{2}){0,4}$")
_SEPARATOR = re.compile(r"\s*[,;]\s*")
_JOINER = re.compile(r"\s+(?:and|or)\s+", re.IGNORECASE)
_DEPENDENT = re.compile(r"\b(?:for|of|in|from|used)\b", re.IGNORECASE)
"""After these "and" may join what the goods are for: "components for drones and missiles" are components."""
_HS_DIGITS = 6
_WEAKEST_FIRST: tuple[Resolution, ...] = ("unresolved", "class", "list", "codes")
_MILITARY = re.compile(
    r"\bmilitary[- ]technical\b|\bmilitary (?:sphere|field|sector|matters)\b|\bdefen[cs]e (?:sphere|field|sector)\b",
    re.I,
)
_MILITARY_CLASS = "military-goods"


@lru_cache(maxsize=10_000)
def read_goods_scope(text: str) -> GoodsScope:
    """What goods the words stand for: codes that are written, a published list, the headings of a class of goods.

    Parts are separated by commas, semicolons, "and" and "or". A part that no table resolves stays in `unresolved`, with
    its class where it has one ("military goods" is a class without headings). `resolution` is that of the weakest part
    which has codes, and `unresolved` where none has. `chpl` is the Common High Priority List, `chpl:1` its first tier.
    """
    parts = [_read_part(part) for part in _split(text.strip())]
    if not any(part.classes or part.codes for part in parts):
        parts = [_read_part(text.strip())]
    resolved = [part for part in parts if part.codes]
    return GoodsScope(
        text=text.strip(),
        nomenclature=_common([part.nomenclature for part in resolved], ""),
        edition=_common([part.edition for part in resolved], 0),
        codes=tuple(dict.fromkeys(code for part in resolved for code in part.codes)),
        classes=tuple(dict.fromkeys(key for part in parts for key in part.classes)),
        resolution=min((part.resolution for part in resolved), key=_WEAKEST_FIRST.index, default="unresolved"),
        unresolved=tuple(part.text for part in parts if not part.codes and part.text),
    )


def _split(text: str) -> list[str]:
    """The parts of a list; "and" divides one only where nothing depends on the word before it."""
    parts = [part for part in _SEPARATOR.split(text) if part]
    return [one for part in parts for one in ([part] if _DEPENDENT.search(part) else _JOINER.split(part)) if one]


def _common(values: list[_Value], otherwise: _Value) -> _Value:
    """The value that all have; the other one where they differ or there is none."""
    return values[0] if values and len(set(values)) == 1 else otherwise


def _read_part(text: str) -> GoodsScope:
    priority = _CHPL_WORDS.fullmatch(text)
    if priority:
        return _priority_scope(text, (priority["tier"] or "").upper())
    if _CODE.fullmatch(text):
        code = re.sub(r"[ .]", "", text)
        nomenclature = "HS" if len(code) <= _HS_DIGITS else "CN"
        return GoodsScope(text=text, nomenclature=nomenclature, codes=(code,), resolution="codes")
    return _class_scope(text)


def _priority_scope(text: str, tier: str) -> GoodsScope:
    rows = [row for row in load_table("chpl").rows if row["tier"].startswith(tier)]
    codes = tuple(row["hs6"] for row in rows)
    if not codes:
        return GoodsScope(text=text, classes=(_CHPL_CLASS,))
    return GoodsScope(
        text=text, nomenclature="HS", edition=2022, codes=codes, classes=(_CHPL_CLASS,), resolution="list"
    )


def _class_scope(text: str) -> GoodsScope:
    goods = _find_class(text)
    if goods is None:
        return GoodsScope(text=text)
    if not goods.hs:
        return GoodsScope(text=text, classes=(goods.key,))
    return GoodsScope(
        text=text, nomenclature="HS", edition=2022, codes=goods.hs, classes=(goods.key,), resolution="class"
    )


def _find_class(text: str) -> GoodsClass | None:
    """The class of the words by their head, or that of the one goods phrase in them."""
    found = classify_goods(text)
    if found is None and _MILITARY.search(text):
        return goods_classes()[_MILITARY_CLASS]
    return found
