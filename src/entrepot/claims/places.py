"""Where: which place of a sentence belongs to which of its predicates, and what place it is."""

from collections.abc import Iterator

from entrepot.claims.animacy import is_personal
from entrepot.claims.context import SentenceContext
from entrepot.claims.mentions import Mention, noun_lemma
from entrepot.claims.phrases import CLAUSAL, Token, is_heading
from entrepot.claims.timing import governors
from entrepot.claims.words import FACILITIES, MONEY
from entrepot.model.actor import Actor
from entrepot.model.claim import Where

EVENT_PLACES = frozenset({"in", "at", "near", "off", "outside"})
ACCOUNTS = frozenset({"account", "office", "firm", "stake", "share", "interest", "trust", "role", "place"})
"""Nouns after which "in" says where they are, and not where something is done with them."""
OFFICERS = frozenset("officer customs police guard inspector authority border agent".split())


def read_where(trigger: Token, context: SentenceContext, taken: frozenset[str]) -> Where | None:
    """Where the event happened, if the sentence says so of this predicate; never a place that already fills a role."""
    if is_heading(trigger):
        return None
    beside = [
        child
        for token in governors(trigger, frozenset())[:2]
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in EVENT_PLACES
    ]
    deeper = list(_hung_on_goods(trigger, context)) if trigger.pos_ == "VERB" else []
    for preposition in (*beside, *deeper):
        for item in preposition.children:
            if item.dep_ == "pobj":
                for mention in context.resolve(item, "in"):
                    if mention.kind in ("place", "country") and mention.key not in taken:
                        span = mention.span or context.reader.read(item).span
                        return Where(span=span, place=_place_of(mention)) if span else None
    return None


def _hung_on_goods(verb: Token, context: SentenceContext) -> Iterator[Token]:
    """Prepositions of place that the parse hung on the goods or the ship: “passed crude to the ship X in the gulf”."""
    stack = [child for child in verb.children if child.dep_ not in CLAUSAL]
    while stack:
        token = stack.pop(0)
        if token.dep_ == "prep" and token.lower_ in EVENT_PLACES and _is_freight(token.head, context):
            yield token
        stack += [child for child in token.children if child.dep_ not in CLAUSAL or is_heading(child)]


def _is_freight(noun: Token, context: SentenceContext) -> bool:
    if is_heading(noun):
        return True
    name = context.reader.name_at(noun)
    if name is not None:
        return name.actor.kind == "vessel"
    lemma = noun_lemma(noun)
    if lemma in OFFICERS:  # "seized by customs officers in Mersin"
        return True
    return noun.pos_ == "NOUN" and not is_personal(lemma) and lemma not in FACILITIES | MONEY | ACCOUNTS


def _place_of(mention: Mention) -> Actor | None:
    """The place that a phrase names: of the “Ak-Tilek crossing” Ak-Tilek, which a table need not know."""
    if mention.actor is not None:
        return mention.actor
    words = mention.text.split()
    while words and not words[-1][:1].isupper():
        words.pop()
    name = " ".join(words)
    if not name or not name[0].isupper():
        return None
    return Actor(id=f"place:{name.casefold().replace(' ', '-')}", kind="place", name=name)
