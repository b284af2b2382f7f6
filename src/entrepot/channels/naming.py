"""What a channel is called, and the id by which it stays the same from run to run."""

import hashlib
from collections.abc import Sequence

from entrepot.channels.locating import UNION
from entrepot.model.goods import GoodsScope
from entrepot.reference.territories import territory_in_phrase

_DIGITS_OF_ID = 12
LEGS_JOINED = "legs_joined"
"""The code of the issue on a channel of which each report says one leg only."""
_NAMED = 3
"""Territories or goods that a name holds; more of them are counted."""


def channel_id(kind: str, *parts: object) -> str:
    """The id of a channel: a hash of the fewest values that make it what it is."""
    raw = "\x1f".join((kind, *(str(part) for part in parts)))
    return f"ch-{hashlib.sha256(raw.encode()).hexdigest()[:_DIGITS_OF_ID]}"


def name_channel(via: str, destination: str, goods: GoodsScope) -> str:
    """The usual name of a channel: "through Belarus to Iran: air defence systems"."""
    ends = f"through {name_end(via)}" + (f" to {name_end(destination)}" if destination else "")
    return f"{ends}: {goods_words(goods)}"


def name_end(territory: str) -> str:
    """A territory as a sentence has it; words for one that is left open."""
    if territory == UNION:
        return "the EU"
    return territory_in_phrase(territory) if territory else "a territory that nobody names"


def name_ends(territories: Sequence[str]) -> str:
    """Territories as a sentence has them, many of them counted."""
    if len(territories) > _NAMED + 1:
        return f"{len(territories)} territories"
    return join_words([name_end(one) for one in territories])


def goods_words(goods: GoodsScope) -> str:
    """The goods as they were called, the first few of many."""
    parts = [part.strip() for part in goods.text.split(";") if part.strip()]
    if not parts:
        return "goods that nobody names"
    more = f" and {len(parts) - _NAMED} more" if len(parts) > _NAMED else ""
    return ", ".join(parts[:_NAMED]) + more


def unresolved_sentence(goods: GoodsScope) -> str:
    """That no code is fixed for the goods, and what follows."""
    what = f"No code is fixed by “{goods_words(goods)}”" if goods.text else "No goods are named"
    return f"{what}; no code is made up, and customs records cannot be asked for these goods."


def join_words(words: Sequence[str]) -> str:
    """Words as a sentence lists them: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
