"""Which sentences are worth a parse: a look-up of their words, since parsing is nearly all the time that extraction
takes.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from entrepot.claims.frames import PATTERNS
from entrepot.claims.frames.conduits import SENDING
from entrepot.claims.words import ACCORDS, ACQUIRE
from entrepot.reference.gazetteer import find_names
from entrepot.reference.goods import find_goods

COMMON = frozenset(
    "be have hold take give get go come make put run use move end keep call see think say want need bring "
    "work do find agree believe place add stop lead cover country state point fire join support back turn "
    "play pass carry include view fear expect judge doubt issue reach enter receive flow target store share "
    "serve raise lower limit leave order request apply remain stay live station open close settle train "
    "develop boost expect access host head end know return start produce build develop pay provide offer plan "
    "expect look speak talk attend welcome voice declare confirm stress emphasise emphasize describe label "
    "term consider estimate conclude worry suspect think guess reckon fight hit lose own control belong face "
    "affect".split()
)
"""Words too common to be worth a parse by themselves: some other word of trade, law, force or money must stand beside
them.
"""
SUBJECTS = frozenset(
    "sanction sanctions sanctioned embargo restriction restrictions ban bans measures treaty agreement accord "
    "deal memorandum pact contract goods arms weapons weapon drone drones uav uavs missile missiles "
    "ammunition munitions shells artillery tank tanks aircraft engine engines chip chips microchip microchips "
    "semiconductor semiconductors electronics components parts bearings machine machines machinery equipment "
    "technology technologies oil crude fuel petroleum gas coal potash gold steel timber grain wheat "
    "fertiliser fertilizer diamonds uranium tanker tankers vessel vessels ship ships fleet cargo cargoes "
    "shipment shipments container containers lorries lorry trucks wagons cars port ports border customs "
    "transit route channel hub corridor warehouse depot terminal export exports import imports exporter "
    "importer supplier suppliers trader traders broker brokers bank banks account accounts payment payments "
    "money dollars euros yuan roubles rubles dirhams million billion loan credit owner owners owned "
    "subsidiary shell front firm firms company companies plant factory refinery shipyard base troops soldiers "
    "forces army navy air-defence strike strikes attack attacks war talks meeting summit member observer "
    "union organisation organization evasion cooperation partnership alliance dual-use nuclear ballistic "
    "tonnes tons barrels rounds crates boxes consignment consignments licence license pledge channels "
    "case charges custody investigation probe prosecutors court police regulator transfers drams dram won tenge lira "
    "dirham rouble ruble dollar euro stablecoins bitcoin "
    "supplies supply military defence defense price cap".split()
)
IRREGULAR: dict[str, str] = {
    "sell": "sold",
    "send": "sent",
    "buy": "bought",
    "meet": "met",
    "strike": "struck stricken",
    "sink": "sank sunk",
    "lend": "lent",
    "fly": "flew flown",
    "resell": "resold",
    "seek": "sought",
    "forbid": "forbade forbidden",
    "shoot": "shot",
    "bring": "brought",
    "undertake": "undertook",
    "swear": "swore sworn",
    "hit": "hit",
    "freeze": "froze frozen",
    "cut": "cut",
    "withdraw": "withdrew withdrawn",
    "quit": "quit",
    "sue": "sued",
    "overcome": "overcame",
    "beat": "beaten",
    "wipe": "wiped",
    "fight": "fought",
    "arise": "arose",
    "seal": "sealed",
    "lease": "leased",
    "slip": "slipped",
    "rebuild": "rebuilt",
    "run": "ran",
}
POINTING = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|its|their|both|this|these|those|there|then)\b|"
    r"\b(?:the|this|that|these|both|two) (?:\w+ )?"
    r"(?:report|statement|document|service|agency|ministry|country|company|firm|bank|ship|vessel|tanker|port|sides?|"
    r"countries|parties|leaders|presidents|spokes\w+|official|minister|president|deal|agreement|treaty|measures?|sanctions|goods|shipments?|parts|drones)\b",
    re.IGNORECASE,
)
"""Words that point back: what they mean stands in a sentence before."""
SOURCE_LINE = re.compile(
    r"\b(?:citing|quoting|referring to|with reference to|reported by|according to)\b", re.IGNORECASE
)
"""What may say where a whole report comes from; parsed even where it carries no claim of its own."""
BACKWARD = 2
"""Sentences before a pointing one that are parsed for what it points to."""
BETWEEN_STATES = frozenset(
    "join joins joined joining support supports supported supporting receive receives received offer offers "
    "offered back backs backed leave leaves left host hosts hosted help helps helped".split()
)
"""Common verbs that are dealings where two known actors stand beside them."""
WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@lru_cache(maxsize=1)
def _rare() -> frozenset[str]:
    lemmas = {lemma.partition("_")[0] for item in PATTERNS for lemma in item.lemmas} | SENDING | ACQUIRE
    return frozenset(form for lemma in lemmas - COMMON for form in inflect(lemma))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    lemmas = {lemma.partition("_")[0] for item in PATTERNS for lemma in item.lemmas} & COMMON
    return frozenset(form for lemma in lemmas for form in inflect(lemma)) | frozenset(
        "is are was were has had held took taken gave given got went gone came made ran used kept called saw seen "
        "thought wanted needed brought paid built lost found led left spoke spoken became becomes become".split()
    )


def inflect(lemma: str) -> Iterator[str]:
    """The forms that a verb or noun may take in a text; more than English has, which costs nothing here."""
    yield from (
        lemma,
        lemma + "s",
        lemma + "es",
        lemma + "ed",
        lemma + "d",
        lemma + "ing",
        lemma + lemma[-1] + "ed",
        lemma + lemma[-1] + "ing",
    )
    yield from (lemma[:-1] + "ing", lemma[:-1] + "ied", lemma[:-1] + "ies")
    yield from IRREGULAR.get(lemma, "").split()


def choose_sentences(texts: list[str]) -> frozenset[str]:
    """The sentences of a document to parse: those that may carry a claim, and the ones before them that they point
    back to.
    """
    chosen = [may_carry_claim(text) for text in texts]
    wanted = {text for text in texts if SOURCE_LINE.search(text)}
    for index, text in enumerate(texts):
        if chosen[index]:
            first = max(0, index - BACKWARD) if POINTING.search(text) else index
            wanted.update(texts[first : index + 1])
    return frozenset(wanted)


DEALINGS = re.compile(
    r"\b(?:owns|owned|owning|pays|paid|paying|controls|controlled|belongs|belonged|(?:look|hunt|search|shop)\w* for)\b"
    r"|\b(?:hold|own|acquire|buy|bought)s?\b.{1,20}(?:per ?cent|%)",
    re.IGNORECASE,
)
"""Forms of common verbs that are dealings whatever stands beside them; “own” and “control” are too common for it."""


def may_carry_claim(text: str) -> bool:
    """True where a parse of the sentence may yield a claim: it has a telling word, or a common one beside a subject
    of the field.
    """
    words = {word.lower() for word in WORDS.findall(text)}
    if not words.isdisjoint(_rare()) or DEALINGS.search(text) is not None:
        return True
    if words.isdisjoint(_common()):
        return False
    if not words.isdisjoint(SUBJECTS) or not words.isdisjoint(ACCORDS) or bool(find_goods(text)):
        return True
    return not words.isdisjoint(BETWEEN_STATES) and len(find_names(text)) > 1
