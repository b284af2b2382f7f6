"""Phrases as sets of comparable words: spelling, number and the empty words of a phrase make no difference."""

import re
from functools import cache, lru_cache

from entrepot.reference.backing import state_behind
from entrepot.reference.gazetteer import find_names
from entrepot.reference.goods import goods_lemma
from entrepot.reference.tokens import fold_word

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_STOP = frozenset(
    "a an the of for to in on at by with from and or as its their his her our your this that these those it "
    "some any all each every other another own such several many more most further various certain new recent "
    "latest first second single joint subject under being been is are was were be has have had not no well "
    "including also both about over around some than into which who whose where kind type sort number amount "
    "use used based made hundred thousand million billion mln bn dollar dollars euro euros pounds roubles "
    "rubles yuan".split()
)
_EMPTY = frozenset(
    "good goods item product system equipment capability material supply shipment delivery consignment cargo "
    "technology tool matter area field sector issue thing part network scheme programme program activity "
    "operation work begin start negotiate prepare draft conclude sign deepen strengthen expand develop boost "
    "step measure unit device".split()
)
"""Words that say little beside another: "air-defence systems" and "air defence" are one thing."""

_FAMILIES = {
    "accord": "treaty agreement pact accord deal convention contract",
    "document": "document memorandum memoranda mou memorandums paper",
    "clause": "clause provision article obligation guarantee",
    "plan": "plan roadmap road-map",
    "partner": "partnership cooperation cooperate cooperative collaboration collaborate strategic comprehensive "
    "friendship alliance relation relationship tie bilateral mutual",
    "everything": "everything anything",
    "money": "money sum payment fund cash",
    "farm": "farm agricultural agriculture",
    "sanction": "sanction sanctioned restrictive restriction restricted curb list blacklist listing designation",
    "arm": "arm weapon weaponry munition ammunition",
    "drone": "drone uav unmanned",
    "ship": "ship vessel tanker boat",
    "chip": "chip microchip semiconductor microelectronics microcircuit",
    "plane": "plane aircraft aeroplane airplane jet",
    "ban": "ban prohibition embargo prohibit banned",
}
"""Words that stand for one another in the matters of this field; from common usage."""
_FAMILY = {word: name for name, words in _FAMILIES.items() for word in words.split()}
_ENDINGS = re.compile(r"(?:isations?|izations?|ingly|edly|ings?|ed|ally|ly)$")


@lru_cache(maxsize=50_000)
def stem_word(word: str) -> str:
    """The word as it is compared: lower case, singular, British, without the commonest endings."""
    lower = goods_lemma(fold_word(word).lower())
    if lower in _FAMILY:
        return _FAMILY[lower]
    short = _ENDINGS.sub("", lower)
    stem = short if len(short) >= 4 else lower
    return _FAMILY.get(stem, _FAMILY.get(stem + "e", stem.removesuffix("e") if len(stem) > 5 else stem))


@lru_cache(maxsize=50_000)
def content_words(phrase: str) -> frozenset[str]:
    """The stems of the words that say what a phrase is about, without names of countries; the empty ones where nothing
    else is there.
    """
    stripped = _without_countries(phrase)
    stems = [stem_word(word) for word in _WORD.findall(stripped) if word.lower() not in _STOP]
    telling = frozenset(stem for stem in stems if stem not in _empty_stems() and not stem.isdigit())
    return telling or frozenset(stems)


@lru_cache(maxsize=50_000)
def is_empty_phrase(phrase: str) -> bool:
    """True where no word of the phrase says what it is: "equipment", "the goods"."""
    return all(word in _empty_stems() or word.isdigit() for word in content_words(phrase))


@cache
def _empty_stems() -> frozenset[str]:
    return frozenset(stem_word(word) for word in _EMPTY)


@lru_cache(maxsize=50_000)
def proper_words(phrase: str) -> frozenset[str]:
    """The words with a capital or a digit that are no country's: "Shahed-136 drones" has shahed and 136."""
    stripped = _without_countries(phrase)
    return frozenset(
        fold_word(word).lower()
        for word in _WORD.findall(stripped)
        if (word[0].isupper() or any(sign.isdigit() for sign in word)) and word.lower() not in _STOP
    )


@lru_cache(maxsize=50_000)
def country_in(phrase: str) -> str:
    """The ISO code of the one country that a phrase names or whose organ it names, "" for none or several."""
    codes = {state for match in find_names(phrase) if (state := state_behind(match.entries[0].actor))}
    return codes.pop() if len(codes) == 1 else ""


def _without_countries(phrase: str) -> str:
    left, at = [], 0
    for match in find_names(phrase):
        if match.entries[0].actor.kind == "country":
            left.append(phrase[at : match.start])
            at = match.end
    return "".join([*left, phrase[at:]])
