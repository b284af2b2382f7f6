"""What a user's words for a panel stand for: territories, goods, months."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.errors import CallError
from entrepot.model.flow import ALL_GOODS
from entrepot.pipeline.trade_questions import read_territories
from entrepot.trade.classifications.selectors import Goods, read_goods
from entrepot.trade.panel import PanelQuestion
from entrepot.trade.panel.question import SEED, Rest, Unit
from entrepot.trade.questions.windows import read_window

_NAMED = 3
"""Codes that a sentence names; the subject of the finding has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelWords:
    """A panel as the user puts it; territories and goods as the other questions take them, months as 2022-03."""

    reporters: str
    via: str
    comparison: str
    products: str
    since: str
    span: str = ""
    left_out: str = ""
    dataset: str = ""
    unit: Unit = "group"
    rest: Rest = "auto"
    keep_changed: bool = False
    relevant_percent: float = 50.0
    seed: int = SEED


def read_panel_question(words: PanelWords) -> PanelQuestion:
    """The question that the words stand for.

    Raises:
        CallError: a word names no territory, goods or month.
        InputError: a file of codes cannot be read.
    """
    since = _month(words.since)
    span = read_window(words.span) if words.span else None
    goods = read_goods(words.products)
    aside = read_goods(words.left_out) if words.left_out else None
    changed: Literal["keep", "leave_out"] = "keep" if words.keep_changed else "leave_out"
    return PanelQuestion(
        reporters=_territories(words.reporters, since, "--reporters"),
        via=_territories(words.via, since, "--via"),
        comparison=read_territories(words.comparison, since),
        products=_prefixes(goods),
        goods_label=_label(goods),
        since=since,
        first=span.start if span else None,
        last=span.end if span else None,
        dataset=words.dataset or None,
        unit=words.unit,
        rest=words.rest,
        left_out=(*(term.prefix for term in goods.minus), *(_prefixes(aside) if aside else ())),
        changed=changed,
        relevant_percent=words.relevant_percent,
        seed=words.seed,
    )


def _month(text: str) -> date:
    window = read_window(text)
    if window.months != 1:
        raise CallError(f"{text!r} is not one month; give the first month after the change, such as 2022-03.")
    return window.start


def _territories(text: str, day: date, option: str) -> tuple[str, ...]:
    found = read_territories(text, day)
    if not found:
        raise CallError(f"{option} names no territory; give codes such as AM, names, EU or coalition.")
    return found


def _prefixes(goods: Goods) -> tuple[str, ...]:
    """The first digits of the goods' codes, of every edition; which of them changed is found in the records."""
    prefixes = tuple(dict.fromkeys(term.prefix for term in goods.plus))
    if ALL_GOODS in prefixes:
        raise CallError(
            "A panel compares some goods with others, and TOTAL is their sum; name codes, headings, chpl or @FILE."
        )
    return prefixes


def _label(goods: Goods) -> str:
    """How the finding names the goods."""
    if goods.text.casefold().startswith("chpl"):
        tier = goods.text[4:].removeprefix(":")
        return f"common high priority items{f' of tier {tier}' if tier else ''}"
    if len(goods.plus) > _NAMED:
        return f"{len(goods.plus)} codes of goods"
    return f"goods of {', '.join(term.prefix for term in goods.plus) or 'all codes'}"
