"""Names of firms, persons and ships that reports write at different length: "Altyn Kerege" and "Altyn Kerege Trade
LLC".
"""

import re
from functools import lru_cache

from entrepot.reference.tokens import fold_word

_FORMS = frozenset(
    "llc llp ltd limited inc incorporated co company corp corporation plc gmbh ag sa srl bv nv ooo oao zao ao "
    "jsc pjsc fze fzco fzc dmcc sarl spa as oy ab kg the mr mrs ms dr gen col president minister prime foreign".split()
)
_COMMON = frozenset(
    "group holding holdings trade trading general shipping ship ships management lines line tankers tanker "
    "marine maritime logistics industries industry services international global technologies electronics "
    "systems bank port vessel mv mt of and for in de al el ministry ministries department office service "
    "agency state national federal".split()
)
"""Words that many names share: they do not tell two firms apart, nor are they a name by themselves."""
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=50_000)
def name_words(name: str) -> frozenset[str]:
    """The words of a name without legal forms and titles."""
    words = [fold_word(word).casefold() for word in _WORD.findall(re.sub(r"['’]s\b", "", name))]
    return frozenset(word for word in words if word not in _FORMS)


@lru_cache(maxsize=200_000)
def is_one_name(one: str, other: str) -> bool:
    """True where one name is the other, or a shorter form of it; "PORT OLYA-3" and "PORT OLYA 4" are two ships."""
    short, full = sorted((name_words(one), name_words(other)), key=lambda words: (len(words), sorted(words)))
    if not short - _COMMON:
        return bool(short) and short == full
    left, rest = short - full, full - short
    if any(word.isdigit() for word in rest):
        return False
    return all(len(word) == 1 and any(more.startswith(word) for more in rest) for word in left) and len(left) < len(
        short
    )
