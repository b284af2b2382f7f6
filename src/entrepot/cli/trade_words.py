"""The user's words on customs records: territories, windows, factors and rates, read; and put back into words."""

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from entrepot.errors import CallError

if TYPE_CHECKING:
    from entrepot.trade.questions.windows import Comparison


class FiniteNumber(click.FloatRange):
    """A number in a range; `nan` and `inf`, with which no threshold can be compared, are refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number that a word stands for."""
        number = float(super().convert(value, param, ctx))
        if not math.isfinite(number):
            self.fail(f"{value!r} is no finite number; give one like 25.", param, ctx)
        return number


def read_comparison(before: str, after: str) -> "Comparison":
    """The two windows that are compared.

    Raises:
        CallError: one is no window, or they are not of the same calendar months.
    """
    from entrepot.trade.questions.windows import Comparison, read_window

    return Comparison(before=read_window(before), after=read_window(after))


def read_one_territory(text: str, day: date) -> str:
    """The one territory that a word stands for.

    Raises:
        CallError: it stands for none or several.
    """
    from entrepot.pipeline.trade_questions import read_territories

    found = read_territories(text, day)
    if len(found) != 1:
        raise CallError(f"{text!r} stands for {len(found)} territories; name one.")
    return found[0]


def read_factors(text: str) -> tuple[float, float]:
    """The least and the greatest factor of a range such as 1.03/1.20.

    Raises:
        CallError: it is no such range.
    """
    low, _, high = text.partition("/")
    try:
        factors = float(low), float(high or low)
    except ValueError as error:
        raise CallError(f"--freight {text!r} is no range of factors; write LOW/HIGH like 1.03/1.20.") from error
    if not 0 < factors[0] <= factors[1] < math.inf:
        raise CallError(f"--freight {text!r} must be positive and rise; write LOW/HIGH like 1.03/1.20.")
    return factors


def read_rates(given: Sequence[str]) -> dict[str, float]:
    """What one unit of each currency is worth, from words such as USD=0.95.

    Raises:
        CallError: one is no rate.
    """
    found: dict[str, float] = {}
    for text in given:
        currency, _, rate = text.partition("=")
        try:
            found[currency.strip().upper()] = float(rate)
        except ValueError as error:
            raise CallError(f"--rate {text!r} is no rate; write CURRENCY=RATE like USD=0.95.") from error
        if not 0 < found[currency.strip().upper()] < math.inf:
            raise CallError(f"--rate {text!r} must be positive and finite; write CURRENCY=RATE like USD=0.95.")
    return found


def territory_words(text: str) -> str:
    """Territories as the user gave them, by their names where they are codes."""
    from entrepot.reference.territories import territory_name

    words = {"EU": "the EU", "COALITION": "the coalition"}
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return ", ".join(words.get(part.upper(), territory_name(part.upper())) for part in parts)


def goods_words(text: str) -> str:
    """The goods in words."""
    low = text.casefold()
    if low.startswith("chpl"):
        tier = low[4:].removeprefix(":").upper()
        return f"common high priority items{f' of tier {tier}' if tier else ''}"
    return {"all": "all codes of goods", "total": "all goods"}.get(low, f"goods of {text.removeprefix('@')}")
