"""What an accord is about: "a protocol on rail freight through Khasan" is named whole, up to where and when it was
signed.
"""

from dataclasses import replace

from entrepot.claims.context import SentenceContext
from entrepot.claims.mentions import Mention
from entrepot.claims.phrases import Token

OPENING = frozenset("on about concerning regarding for".split())
"""Prepositions that begin what an accord is about; "for" begins also how long it holds, which is a date."""
INSIDE = frozenset("of through via to for against into across".split())
"""Prepositions that go on inside it; after "in", "at", "with" or "between" stands where, when and with whom."""
NOMINAL = frozenset("NOUN PROPN ADJ DET NUM PART".split())
LONGEST = 12
"""Words; a longer run is no name of a matter."""


def with_subject(matter: Mention, accord: Token, context: SentenceContext) -> Mention:
    """The mention of an accord with the words that say what it is about, where they follow it."""
    start = accord.i + 1
    if matter.span is None or start >= len(accord.doc) or accord.nbor(1).lower_ not in OPENING:
        return matter
    last = _end_of(accord.nbor(1), context)
    if last is None:
        return matter
    end = context.reader.span(last, last).end
    if end <= matter.span.end:
        return matter
    first = next(t for t in accord.doc if context.offset + t.idx >= matter.span.start)
    span = context.reader.span(first, last)
    return replace(matter, span=span, text=span.text)


def _end_of(preposition: Token, context: SentenceContext) -> Token | None:
    """The last word of what the accord is about; None where the preposition begins a date."""
    last = None
    for token in preposition.doc[preposition.i + 1 : preposition.i + LONGEST]:
        if context.is_date(token) or (token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBG", "VBN")):
            break
        if token.pos_ in NOMINAL or token.tag_ == "VBG" or token.text == "-":
            last = token if token.pos_ in ("NOUN", "PROPN") else last
        elif not (token.lower_ in INSIDE or (token.pos_ == "CCONJ" and _goes_on(token))):
            break
    return last


def _goes_on(conjunction: Token) -> bool:
    """“on oil and gas”: what is joined is a noun of the same phrase, and no new clause."""
    joined = [child for child in conjunction.head.children if child.dep_ == "conj" and child.i > conjunction.i]
    return bool(joined) and joined[0].pos_ in ("NOUN", "PROPN") and conjunction.head.pos_ in ("NOUN", "PROPN")
