"""Authorities named by a country and a body noun, found in a row of words."""

import re
from functools import cache
from typing import Any

from entrepot.reference.bodies import Body, body_entry, body_forms, other_ministry
from entrepot.reference.index import Found, walk_names
from entrepot.reference.names import NameEntry
from entrepot.reference.tokens import Word

_LEAF = ""
_LAND_KINDS = frozenset({"name", "adjective", "capital"})
_JOINING = frozenset({"and", "of", "the"})
_LONGEST_REMIT = 8
"""Words that the remit of a ministry may have ("Ministry of Economy, Trade and Foreign Economic Relations")."""
_APOSTROPHES = frozenset({"'", "\u2019", "\u2018", "`", "\u00b4"})
_FOLLOWERS = re.compile(
    r"a|about|after|against|also|although|an|and|are|as|at|be|because|before|began|between|bought|brought|but|by|can|"
    r"could|did|do|does|during|for|found|from|gave|had|has|have|he|held|her|his|hit|if|in|into|is|it|its|kept|made|"
    r"may|might|must|no|nor|not|of|on|or|over|put|s|said|saw|say|says|sent|she|shot|should|since|so|sold|struck|that|"
    r"the|their|then|there|they|this|through|to|told|took|under|until|was|we|went|were|when|where|which|while|who|"
    r"will|with|would|came|confirms|claims|denies|announces|reports|seizes|imposes|detains|believes|\w+ed|\w+ly",
    re.IGNORECASE,
)
"""Words after which "customs" or "military" stood as a noun ("customs said"), not before one ("customs duties")."""


def compose_names(words: list[Word], at: int, land: Found | None) -> Found | None:
    """A body of a country from word `at` on, where `land` is the name found there.

    "Latvian customs", "Iran's Foreign Ministry", "Ministry of Defence of Belarus", "General Staff of Ukraine's armed
    forces".
    """
    if land is not None and _is_land(land):
        after = _walk_body_after(words, land[0])
        if after is not None:
            return after[0], _entries(after[1], land)
    body = walk_body(words, at)
    whole = _with_country_after(words, body) if body else None
    if whole is None and words[at].text == "Ministry":
        other = _walk_ministry_of(words, at)
        whole = _with_country_after(words, other) if other else None
    return whole


def _is_land(found: Found) -> bool:
    return found[1][0].form_kind in _LAND_KINDS and found[1][0].actor.kind == "country"


def _entries(body: Body, land: Found) -> tuple[NameEntry, ...]:
    return tuple(body_entry(body, entry.iso2) for entry in land[1] if entry.form_kind in _LAND_KINDS)


def _walk_body_after(words: list[Word], at: int) -> tuple[int, Body] | None:
    """The body noun after a country that ends before word `at`: "Iran's", "Belarus'", "U.S." and plain ones."""
    if at < len(words) and words[at].text == "s" and words[at].raw_joint in _APOSTROPHES:
        at += 1
    if at >= len(words):
        return None
    word = words[at]
    after_point = word.joint == ". " and words[at - 1].joint == "."
    after_apostrophe = word.raw_joint[:1] in _APOSTROPHES and word.raw_joint[1:].isspace()
    if not (word.joint == " " or after_point or after_apostrophe):
        return None
    return walk_body(words, at) or _walk_ministry_of(words, at) or _walk_remit_ministry(words, at)


def _walk_ministry_of(words: list[Word], at: int) -> tuple[int, Body] | None:
    """A ministry that no table lists, up to the next country or small word: "Ministry of Roads and Housing"."""
    if words[at].text != "Ministry" or at + 2 >= len(words) or words[at + 1].key not in {" of", " for"}:
        return None
    stop = at + 2
    while stop < min(len(words), at + 2 + _LONGEST_REMIT) and _belongs_to_remit(words, stop):
        stop += 1
    while words[stop - 1].text in _JOINING:
        stop -= 1
    return (stop, other_ministry(_print_words(words[at + 2 : stop]))) if stop > at + 2 else None


def _belongs_to_remit(words: list[Word], at: int) -> bool:
    word = words[at]
    if word.joint not in {" ", ","}:
        return False
    if word.text in _JOINING:
        return word.joint == " "
    land = walk_names(words, at)
    return word.text[:1].isupper() and not (land is not None and _is_land(land))


def _walk_remit_ministry(words: list[Word], at: int) -> tuple[int, Body] | None:
    """After a country, a ministry by its remit: "Roads Ministry", "Agrarian Policy Ministry", "roads ministry"."""
    for stop in range(at + 1, min(len(words), at + _LONGEST_REMIT)):
        word = words[stop]
        if word.joint != " " or not (
            words[stop - 1].text[:1].isupper() or words[stop - 1].text in _JOINING or stop == at + 1
        ):
            return None
        if word.text in {"Ministry", "ministry"} and not _FOLLOWERS.fullmatch(words[at].text):
            return stop + 1, other_ministry(_print_words(words[at:stop]).title().replace(" And ", " and "))
    return None


def _print_words(words: list[Word]) -> str:
    return "".join(("" if at == 0 else ", " if word.joint == "," else " ") + word.text for at, word in enumerate(words))


def _with_country_after(words: list[Word], body: tuple[int, Body]) -> Found | None:
    stop, kind = body
    if stop >= len(words) or words[stop].key != " of":
        return None
    stop += 2 if stop + 1 < len(words) and words[stop + 1].key == " the" else 1
    if stop >= len(words) or words[stop].joint != " ":
        return None
    land = walk_names(words, stop)
    inner = compose_names(words, stop, land)
    if inner is not None and inner[1][0].iso2:
        return inner[0], tuple(body_entry(kind, entry.iso2) for entry in inner[1])
    if land is None or not _is_land(land) or land[1][0].form_kind == "adjective":
        return None
    return land[0], _entries(kind, land)


@cache
def _body_index() -> dict[str, Any]:
    root: dict[str, Any] = {}
    for keys, body in body_forms().items():
        node = root
        for key in keys:
            node = node.setdefault(key, {})
        node[_LEAF] = body
    return root


def walk_body(words: list[Word], at: int) -> tuple[int, Body] | None:
    """The longest body noun that starts with word `at`, in any case of letters, and the number of the word after it."""
    node = _body_index().get(words[at].text.lower())
    best: tuple[int, Body] | None = None
    stop = at
    while node is not None:
        stop += 1
        if _LEAF in node and not (node[_LEAF].also_modifier and _stands_before_noun(words, stop)):
            best = (stop, node[_LEAF])
        node = node.get(words[stop].key.lower()) if stop < len(words) else None
    return best


def _stands_before_noun(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].raw_joint.isspace() and not _FOLLOWERS.fullmatch(words[at].text)
