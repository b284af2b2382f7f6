"""Institutions behind their press offices, and papers that a report names again by their noun alone."""

from entrepot.claims.context import SentenceContext
from entrepot.claims.mentions import Mention
from entrepot.claims.phrases import Token, prepositions

PRESS = frozenset("press media information communications pr".split())
OFFICES = frozenset("service office department bureau secretary team centre center".split())
SHOWING = frozenset(
    "show document record detail list describe confirm reveal register mention attest prove report contain "
    "include".split()
)
"""What papers do to a delivery: “the waybills record 26 wagons that A sent to B”."""
FIGURING = frozenset("put estimate count number set reckon".split())
"""What whoever counts does to it: “puts at 4,200 the number of lenses that A delivered”."""


def is_press_office(token: Token) -> bool:
    """True for "press service", "media office"."""
    return token.lemma_.lower() in OFFICES and any(
        child.lower_ in PRESS and child.dep_ in ("compound", "amod", "nmod") for child in token.lefts
    )


def press_body(token: Token, context: SentenceContext) -> Mention | None:
    """The institution for which a press office speaks: after "of", before "'s", in front of "press"."""
    owners = [item for name, item in prepositions(token) if name in ("of", "at", "for")]
    owners += [
        child for child in token.lefts if child.dep_ in ("poss", "compound", "amod") and child.lower_ not in PRESS
    ]
    for item in owners:
        for mention in context.resolve(item, "of"):
            if mention.actor is not None and mention.kind in ("organisation", "country"):
                return mention
    return None


def shower(trigger: Token) -> Token | None:
    """Who or what shows the goods of which a claim speaks, where it does so in a noun and no clause."""
    token = trigger
    for _ in range(6):
        head = token.head
        if head.i == token.i or token.dep_ not in ("relcl", "acl", "pobj", "prep", "dobj", "nsubjpass"):
            return None
        if token.dep_ == "dobj":
            subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
            figured = head.lemma_.lower() in FIGURING and any(
                child.dep_ == "prep" and child.lower_ == "at" for child in head.children
            )
            return subject if figured or head.lemma_.lower() in SHOWING else None
        token = head
    return None


def is_figured(subject: Token) -> bool:
    """True where the one who shows something puts a figure on it, so that he need not be a paper."""
    return subject.head.lemma_.lower() in FIGURING


def quoting_verb(trigger: Token) -> Token | None:
    """The verb of “…, A quoted B as saying” after the words that are quoted."""
    for token in (trigger, *trigger.ancestors):
        head = token.head
        if token.dep_ == "ccomp" and head.lemma_.lower() in ("quote", "cite") and token.i < head.i:
            return head
    return None
