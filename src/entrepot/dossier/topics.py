"""What a claim is about besides its parties: goods under their class or head word, so that drones are not missiles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from entrepot.model.claim import Claim, Role

GOODS_ROLES = frozenset({"goods", "weapon"})
MATTER_ROLES = frozenset({"matter", "measure", "instrument"})
FREE_ROLES = GOODS_ROLES | MATTER_ROLES
"""Roles that say what, not who."""

COMPLEMENT = re.compile(r"\s+(?:of|for|from|with|in|to|on|against|worth|including|such as|used|made)\s+.*", re.DOTALL)
WORD = re.compile(r"[^\W_]+")


def head_word(text: str) -> str:
    """The word that the rest qualifies, in the singular: "parts of drones" gives "part", "Shahed drones" "drone"."""
    words = WORD.findall(COMPLEMENT.sub("", " ".join(text.casefold().split())) or text.casefold())
    if not words:
        return ""
    return singular(words[-1])


def singular(word: str) -> str:
    """The word without the ending of a regular English plural, which is close enough to compare by."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def learn_goods_classes(claims: Iterable[Claim]) -> dict[str, str]:
    """Head words with the goods class they stand for, from claims that have one class and one head word of goods."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        heads = {head_word(role.text) for role in claim.roles if role.role in GOODS_ROLES} - {""}
        if len(claim.goods_classes) == 1 and len(heads) == 1:
            seen[heads.pop()][claim.goods_classes[0]] += 1
    return {head: min(counts, key=lambda name: (-counts[name], name)) for head, counts in seen.items()}


def topic_of(role: Role, classes: dict[str, str]) -> str:
    """The goods class of the filler where it is known, its head word otherwise."""
    head = head_word(role.text)
    return classes.get(head, head)


def goods_topics(claim: Claim, classes: dict[str, str]) -> tuple[str, ...]:
    """The topics of the goods that a claim names, each once; one empty topic where it names none."""
    topics = dict.fromkeys(topic_of(role, classes) for role in claim.roles if role.role in GOODS_ROLES)
    return tuple(topics) or ("",)


def matters(claim: Claim) -> frozenset[str]:
    """The head words of the matters and measures that a claim names."""
    return frozenset(head_word(role.text) for role in claim.roles if role.role in MATTER_ROLES)
