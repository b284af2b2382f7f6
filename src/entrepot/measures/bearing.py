"""Whether a measure bears on goods: by its list, by its words, by its kind, or not known where no list is held."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from entrepot.model.goods import GoodsScope
from entrepot.model.measure import ListedGoods, Measure
from entrepot.reference.goods import goods_ancestors, goods_classes
from entrepot.reference.measure_kinds import measure_kinds
from entrepot.reference.tables import load_table

Bearing = Literal["listed", "partly", "words", "kind", "not_known", "not_listed", "other_goods", "no_goods"]
"""`listed`: a list that is held names all of them; `partly`: some, or a wider or narrower code. `words`: the words of
the row hold them, or some of them; `kind`: the kind is about them by its name. `not_known`: the goods of the measure
are not held here. `not_listed`: its list that is held does not name them (another list of the act may).
`other_goods`: it is about others. `no_goods`: the kind is not about goods."""

STRONGEST_FIRST: tuple[Bearing, ...] = (
    "listed",
    "partly",
    "words",
    "kind",
    "not_known",
    "not_listed",
    "other_goods",
    "no_goods",
)
MAY_BEAR: frozenset[Bearing] = frozenset({"listed", "partly", "words", "kind", "not_known"})
_GOODS_GROUPS = frozenset({"goods_to", "goods_from"})
_WIDEST = "goods"
"""The class of all goods: words that come to no more than it say nothing of which."""


@lru_cache(maxsize=100_000)
def assess_bearing(measure: Measure, kind: str, goods: GoodsScope) -> Bearing:
    """How a measure of a kind bears on goods.

    Unresolved goods ("goods subject to sanctions") leave it `not_known` for every kind on goods, unless their class
    tells: an arms embargo is about military goods by its name.
    """
    facts = measure_kinds()[kind]
    if facts.group not in _GOODS_GROUPS:
        return "no_goods"
    if not goods.codes and not _telling_classes(goods):
        return "not_known"
    by_name = _compare_kind(facts.goods_classes, goods)
    if by_name is not None:
        return by_name
    lists = [one for one in measure.goods_lists if one.kind in ("", kind)]
    found = _compare_list(lists, goods.codes) if lists and goods.codes else None
    if found in ("listed", "partly"):
        return found or "not_known"
    words = _compare_words(measure.goods, goods)
    return words or found or ("other_goods" if measure.goods_closed else "not_known")


def is_about_others(kind: str, goods: GoodsScope) -> bool:
    """Whether a kind is by its name about other goods than these: an arms embargo says nothing of machine tools."""
    classes = measure_kinds()[kind].goods_classes
    if not goods.codes and not _telling_classes(goods):
        return False
    return _compare_kind(classes, goods) == "other_goods"


def _telling_classes(goods: GoodsScope) -> tuple[str, ...]:
    return tuple(key for key in goods.classes if key not in (_WIDEST, "sanctioned-goods"))


def _compare_kind(classes: tuple[str, ...], goods: GoodsScope) -> Bearing | None:
    """How a kind that is about classes of goods by its name bears on goods; None for a kind of any goods."""
    if not classes:
        return None
    asked = _telling_classes(goods)
    if any(set(classes) & set(goods_ancestors(key)) for key in asked):
        return "kind"
    if any(set(asked) & set(goods_ancestors(key)) for key in classes):
        return "partly"
    headings = _headings_under(classes)
    return "partly" if _touch(goods.codes, headings) else "other_goods"


@lru_cache(maxsize=1_000)
def _headings_under(classes: tuple[str, ...]) -> tuple[str, ...]:
    """The headings of the classes and of all below them, without those that hold other goods too, or priority items.

    An arms embargo is about 9306 by its name; about 8802, which has airliners as well, its name says nothing.
    """
    inside: list[str] = []
    outside = [row["hs6"] for row in load_table("chpl").rows]
    for key, one in goods_classes().items():
        (inside if set(classes) & set(goods_ancestors(key)) else outside).extend(one.hs)
    return tuple(code for code in inside if not _touch((code,), outside))


def _compare_list(listed: Iterable[ListedGoods], codes: tuple[str, ...]) -> Bearing:
    whole = [one.code for one in listed if one.extent == "whole"]
    if all(any(code.startswith(one) for one in whole) for code in codes):
        return "listed"
    return "partly" if _touch(codes, [one.code for one in listed]) else "not_listed"


def _compare_words(own: GoodsScope | None, asked: GoodsScope) -> Bearing | None:
    """How the words of a row bear on goods; None where they say nothing of them."""
    if own is None:
        return None
    classes = set(own.classes) - {_WIDEST}
    if any(classes & set(goods_ancestors(key)) for key in _telling_classes(asked)):
        return "words"
    if own.resolution == "class" and asked.codes and _touch(asked.codes, own.codes):
        return "words"
    if any(set(asked.classes) & set(goods_ancestors(key)) - {_WIDEST} for key in classes):
        return "words"
    return None


def _touch(codes: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of the codes lies under one of the others, or over it."""
    known = tuple(others)
    return any(code.startswith(other) or other.startswith(code) for code in codes for other in known)
