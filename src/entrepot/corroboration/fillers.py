"""Who or what fills a role, in a form in which two reports' words for it can be compared."""

import re
from dataclasses import dataclass
from enum import IntEnum

from entrepot.corroboration.naming import is_one_name
from entrepot.corroboration.words import content_words, country_in, is_empty_phrase, proper_words, stem_word
from entrepot.model.claim import Role
from entrepot.reference.backing import state_behind
from entrepot.reference.gazetteer import country_of, find_bodies
from entrepot.reference.goods import classify_goods, goods_ancestors

THING_ROLES = frozenset({"goods", "matter", "measure", "instrument", "weapon"})
"""Roles filled by things and subjects rather than by somebody."""
_ORGAN = re.compile(
    r"\b(?:forces?|troops|army|military|navy|air force|government|authorit\w+|officials?|officers?|minist\w+|"
    r"prosecut\w+|court|customs|police|services?|intelligence|guards?|parliament|president|regime|leadership|delegation|side|"
    r"state|marines|commandos?|diplomats?|envoy|embassy|coast guard|units?|soldiers|drones|investigators|judges?)\b",
    re.IGNORECASE,
)
_UMBRELLAS = frozenset({"goods", "sanctioned-goods", "military-goods"})
"""Classes so wide that they say little: what stands above all others, or only how the law sees it."""
_WIDE = _UMBRELLAS | frozenset(
    "weapons dual-use-goods high-priority-goods machinery electronics energy ammunition".split()
)
"""Classes that many different deliveries share."""


_TELLING_WORDS = 3
_ANYBODY = frozenset(
    stem_word(word)
    for word in "party side country firm company partner group supplier buyer man people client customer manager "
    "organisation entity business trader intermediary".split()
)
"""Words for a party that could be any."""


class Likeness(IntEnum):
    """How two fillers of a role stand to each other, from what excludes to what identifies."""

    UNLIKE = 0
    OPEN = 1
    """Neither excluded nor shown: "the port" may be Olya."""
    BROADER = 2
    """The first contains the second: arms and drones, Russia and Olya."""
    NARROWER = 3
    NEAR = 4
    """The same state acts, through one organ or office holder and through another."""
    SAME = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """One filler of a role.

    `actor` is the actor's id or "". `state` is the ISO code of the state that it is, acts for, or lies in; `acts` says
    that it speaks and acts for that state. `words` are stems, `proper` the words that name. `classes` are goods
    classes, nearest first. `empty` is true for words that could mean anything ("the goods") or a body of any state
    ("customs"). `stands_for` is the firm for which a person is named.
    """

    text: str
    actor: str = ""
    kind: str = ""
    state: str = ""
    acts: bool = False
    words: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    classes: tuple[str, ...] = ()
    empty: bool = False
    stands_for: str = ""

    @property
    def is_particular(self) -> bool:
        """True where few other things could be meant: a named one, or goods of a narrow class."""
        return bool(self.proper) or (bool(self.classes) and self.classes[0] not in _WIDE)

    @property
    def is_telling(self) -> bool:
        """True where its words are enough to know it again: "a memorandum on the exchange of customs data"."""
        return bool(self.proper) or len(self.words) >= _TELLING_WORDS

    @property
    def names(self) -> bool:
        """True where it names somebody or something rather than describes it."""
        return bool(self.actor) or bool(self.proper)


def read_filler(role: Role, home: str = "", stands_for: str = "") -> Filler:
    """The filler of a role of a claim.

    `home` is the country from which the report speaks, to which a ministry without a country belongs; `stands_for` the
    firm or body that a person is named for.
    """
    actor = role.actor
    if actor is None or role.role in THING_ROLES:
        return _describe(role, home)
    is_body = country_of(actor) is None and _is_body(actor.name)
    behind = state_behind(actor) or (home if is_body else "")
    return Filler(
        text=actor.name,
        actor=actor.id,
        kind=actor.kind,
        state=behind or country_of(actor) or "",
        acts=bool(behind),
        words=content_words(actor.name),
        proper=proper_words(actor.name),
        empty=is_body and not behind,
        stands_for=stands_for,
    )


def _is_body(name: str) -> bool:
    """True for a body of some state that is not named with it: "the ministry", "State Customs Service"."""
    found = find_bodies(name)
    return bool(found) and 2 * len(found[0].text) > len(name)


def _describe(role: Role, home: str) -> Filler:
    """A filler known by its words alone."""
    text = role.text
    is_thing = role.role in THING_ROLES
    found = classify_goods(text) if role.role in {"goods", "weapon"} else None
    proper = proper_words(text)
    state = "" if is_thing else country_in(text)
    organ = bool(_ORGAN.search(text))
    if not state and organ and not proper and not is_thing:
        state = home
    return Filler(
        text=text,
        actor=role.actor.id if role.actor else "",
        kind=role.actor.kind if role.actor else "",
        state=state,
        acts=bool(state and organ),
        words=content_words(text),
        proper=proper,
        classes=_goods_chain(found.key) if found else (),
        empty=is_empty_phrase(text) or (not is_thing and not proper and not state and content_words(text) <= _ANYBODY),
    )


def _goods_chain(key: str) -> tuple[str, ...]:
    """The class with what stands above it; whatever is military goods is arms in common usage."""
    chain = goods_ancestors(key)
    if "military-goods" not in chain[1:] or "weapons" in chain:
        return chain
    at = chain.index("military-goods")
    return (*chain[:at], "weapons", *chain[at:])


def compare_fillers(one: Filler, other: Filler) -> Likeness:
    """How the first stands to the second; symmetric but for BROADER and NARROWER."""
    if one.actor and one.actor == other.actor:
        return Likeness.SAME
    if one.classes or other.classes:
        return _compare_goods(one, other)
    if one.acts and other.acts:
        return Likeness.NEAR if one.state == other.state else Likeness.UNLIKE
    if one.empty or other.empty:
        return Likeness.OPEN
    if one.actor and other.actor:
        return _compare_actors(one, other)
    return _compare_words(one, other)


def _compare_actors(one: Filler, other: Filler) -> Likeness:
    if one.kind == "country" and one.state == other.state:
        return Likeness.BROADER
    if other.kind == "country" and one.state == other.state:
        return Likeness.NARROWER
    if _may_be_one(one, other) and is_one_name(one.text, other.text):
        return Likeness.SAME
    if (one.stands_for and is_one_name(one.stands_for, other.text)) or (
        other.stands_for and is_one_name(other.stands_for, one.text)
    ):
        return Likeness.NEAR
    return Likeness.UNLIKE


def _may_be_one(one: Filler, other: Filler) -> bool:
    """False for a ship and a port that share a word; what a report takes for a person may be a firm."""
    apart = {one.kind, other.kind} & {"vessel", "place", "country"}
    return one.kind == other.kind or not apart or (apart == {"vessel"} and one.proper == other.proper)


def _compare_goods(one: Filler, other: Filler) -> Likeness:
    """By class where both have one, by their words otherwise."""
    if one.proper and other.proper and not one.proper & other.proper:
        return Likeness.UNLIKE
    if not one.classes or not other.classes:
        if one.empty or other.empty:
            return Likeness.OPEN
        words = _compare_words(one, other)
        if words is Likeness.UNLIKE and (one.classes or other.classes)[0] in _UMBRELLAS:
            return Likeness.BROADER if one.classes else Likeness.NARROWER
        return words
    if one.classes[0] == other.classes[0]:
        if one.classes[0] in _UMBRELLAS and one.words and other.words and not one.words & other.words:
            return Likeness.OPEN
        return Likeness.SAME
    if one.classes[0] in other.classes:
        return Likeness.OPEN if one.empty else Likeness.BROADER
    if other.classes[0] in one.classes:
        return Likeness.OPEN if other.empty else Likeness.NARROWER
    return Likeness.SAME if one.words == other.words else Likeness.UNLIKE


def _compare_words(one: Filler, other: Filler) -> Likeness:
    """The same where one says no more than the other, or where most words are shared; a description may be a name."""
    if (one.actor or other.actor) and one.proper and other.proper and is_one_name(one.text, other.text):
        return Likeness.SAME
    shared = one.words & other.words
    if one.proper and other.proper and not one.proper & other.proper:
        return Likeness.UNLIKE
    if shared and (shared == one.words or shared == other.words or 2 * len(shared) >= len(one.words | other.words)):
        return Likeness.SAME
    if bool(one.actor) != bool(other.actor) and not (one.proper and other.proper):
        named, described = (one, other) if one.actor else (other, one)
        if described.state and described.state != named.state:
            return Likeness.UNLIKE
        return Likeness.OPEN
    return Likeness.UNLIKE


def compare_lists(left: tuple[Filler, ...], right: tuple[Filler, ...], *, every: bool, whole: bool = False) -> Likeness:
    """How two lists of fillers stand: the best pair where one is enough, the worst best where every one must agree.

    With `whole` lists of different length are unlike.
    """
    if whole and len(left) != len(right):
        return Likeness.UNLIKE
    turned = len(left) > len(right)
    few, many = (right, left) if turned else (left, right)
    best = [max(_turn(compare_fillers(a, b), turned) for b in many) for a in few]
    if not every:
        return max(best)
    if Likeness.UNLIKE in best:
        return Likeness.UNLIKE
    return min(best)


def _turn(likeness: Likeness, turned: bool) -> Likeness:
    if turned and likeness is Likeness.BROADER:
        return Likeness.NARROWER
    if turned and likeness is Likeness.NARROWER:
        return Likeness.BROADER
    return likeness
