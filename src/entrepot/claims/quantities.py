"""How much of its goods a claim speaks of, in the words of the report: “118 consignments”, “$74 million”."""

from collections.abc import Iterator

from entrepot.claims.context import SentenceContext
from entrepot.claims.frames.implied import token_of
from entrepot.claims.frames.interface import Filled
from entrepot.claims.phrases import EMPTY_HEADS, LADEN, Token, load_of

MEASURED = {"supply": "goods"}
"""Frames whose goods are counted, as the contract has it."""
HEDGES = frozenset("about around over nearly almost some approximately roughly".split())
AMOUNTING = frozenset({"come", "amount", "total", "reach", "be", "exceed"})
"""Verbs between goods and their worth: “imports of tools came to $47 million”."""
UNITS = frozenset("dollar euro rouble ruble yuan tenge tonne ton barrel".split())


def read_quantity(filled: Filled, context: SentenceContext) -> str:
    """The number with its unit that belongs to a claim's goods, or ""; a bare number without a unit says how many."""
    role = MEASURED.get(filled.frame)
    for goods in filled.of(role) if role else ():
        token = token_of(goods, context)
        if token is None:
            continue
        for first, last in _figures(token, filled.trigger):
            if not any(context.is_date(item) for item in token.doc[first.i : last.i + 1]):
                return context.reader.span(first, last).text
    return ""


def _figures(noun: Token, trigger: Token) -> Iterator[tuple[Token, Token]]:
    """First and last word of each figure that may belong to the goods, the likeliest first."""
    token = noun
    while (above := _measure_above(token)) is not None:
        token = above
        number = _number_of(token)
        if number is not None:
            yield number, token
    if _money(token):
        yield _first(token), token
    number = _number_of(noun)
    if number is not None:
        yield number, _number_end(noun)
    for child in noun.children:
        if child.lower_ == "worth":
            for worth in child.children:
                if worth.dep_ in ("npadvmod", "pobj", "dobj") and worth.i > child.i:
                    yield _first(worth), worth
    yield from _sum_of(trigger)


def _measure_above(noun: Token) -> Token | None:
    """The noun of measure that governs another: the tonnes “of oil”, the wagons “loaded with shells”."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "with"):
        return None
    above = noun.head.head.head if noun.head.head.lower_ in LADEN else noun.head.head
    plain = noun.head.lower_ == "of" and _is_measure(above)
    load = load_of(above)
    return above if plain or (load is not None and load.i == noun.i) else None


def _is_measure(noun: Token) -> bool:
    return noun.lemma_.lower() in EMPTY_HEADS or noun.tag_ == "CD"


def _number_of(noun: Token) -> Token | None:
    """The first word of the number that counts a noun: "more" of “more than 700,000 barrels”."""
    for child in noun.lefts:
        if child.dep_ == "nummod" or (child.tag_ == "CD" and child.dep_ in ("amod", "compound", "nmod")):
            return _first(child)
    return None


def _number_end(noun: Token) -> Token:
    numbers = [child for child in noun.lefts if child.tag_ == "CD" or child.dep_ == "nummod"]
    return numbers[-1]


def _first(number: Token) -> Token:
    first = number.left_edge
    while first.i > 0 and first.nbor(-1).lower_ in HEDGES | {"$", "€", "£"}:
        first = first.nbor(-1)
    return first


def _money(token: Token) -> bool:
    return token.tag_ == "CD" and any(child.tag_ == "$" for child in token.lefts)


def _sum_of(trigger: Token) -> Iterator[tuple[Token, Token]]:
    """“Imports of machine tools came to $47 million”: the sum that the dealing came to."""
    verb = trigger.head
    if trigger.dep_ != "nsubj" or verb.lemma_.lower() not in AMOUNTING:
        return
    for child in verb.subtree:
        if child.i > verb.i and child.tag_ == "CD" and child.dep_ in ("pobj", "dobj", "attr"):
            yield _first(child), child
        elif child.i > verb.i and child.lemma_.lower() in UNITS:
            number = _number_of(child)
            if number is not None:
                yield number, child
