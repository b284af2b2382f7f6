"""Noun phrases of a parsed sentence: where they begin and end, what is joined to them, what a short form of them is."""

from collections.abc import Iterator
from typing import Any

Token = Any
"""A spaCy token; spaCy ships no types that say so."""

LEFT_MODIFIERS = frozenset(
    {"compound", "amod", "nmod", "nummod", "poss", "case", "punct", "quantmod", "npadvmod", "advmod"}
)
DROPPED = frozenset({"det", "predet", "preconj", "poss", "case", "nummod", "quantmod"})
EMPTY_HEADS = frozenset(
    "range variety number lot lots series set kind type sort piece pieces amount volume bulk majority rest half "
    "dozen dozens hundreds thousands millions tens shipment shipments consignment consignments batch batches load "
    "loads parcel parcels crate crates container containers tonne tonnes ton tons barrel barrels litre litres "
    "round rounds unit units wagon wagons wagonload wagonloads trainload trainloads truckload truckloads shipload "
    "shiploads planeload planeloads lorryload lorryloads much many most some all total quantity quantities worth "
    "kilogram kilograms pair one delivery cargo cargoes percent percentage cent share third quarter none few several "
    "copy copies first remainder %".split()
)
"""Nouns of measure: in "20,000 containers of munitions" the goods are the munitions."""
CONVEYANCES = frozenset("train wagon convoy lorry truck carriage barge trailer railcar freighter plane boat".split())
LADEN = frozenset("loaded laden filled packed full stuffed crammed".split())
"""What a train or a lorry is, of the goods with which it goes."""
ROUNDABOUT = {
    ("by", "way"): "via",
    ("with", "help"): "via",
    ("with", "assistance"): "via",
    ("by", "means"): "via",
    ("on", "behalf"): "behalf",
}
"""Prepositions of three words: "by way of X" is a way through X."""
NOMINAL_TAGS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "JJ", "JJR", "JJS", "PRP$", "VBG", "$", "EX"}
)


MISTAKEN_LEMMAS = {
    "hop": "hope",
    "rout": "route",
    "fin": "fine",
    "resold": "resell",
    "re-exporte": "re-export",
    "reexporte": "reexport",
    "ceas": "cease",
}
"""What the model's lemmatiser makes of a few verbs of the field, and what they are."""


def lemma_of(token: Token) -> str:
    """The word's lemma in lower case, the model's known mistakes set right."""
    lemma = str(token.lemma_).lower()
    return MISTAKEN_LEMMAS.get(lemma, lemma)


def conjuncts(token: Token) -> list[Token]:
    """The token and everything joined to it by "and", "or" or a comma, in order of the text."""
    found = [token]
    if is_joint_quantity(token):
        return found
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i and is_nominal(child):
            found += conjuncts(child)
    return sorted(found, key=lambda item: int(item.i))


def is_joint_quantity(token: Token) -> bool:
    """“450 individuals and entities”: one number counts both, so they are one filler."""
    joined = [child for child in token.children if child.dep_ == "conj"]
    counted = any(child.dep_ == "nummod" for child in token.children)
    return (
        bool(joined) and counted and token.tag_ == "NNS" and all(c.tag_ == "NNS" and not list(c.lefts) for c in joined)
    )


def is_nominal(token: Token) -> bool:
    """True for a token that may head a noun phrase."""
    return token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "SYM", "X") or token.tag_ in NOMINAL_TAGS


def core_tokens(head: Token) -> list[Token]:
    """The head with the adjectives and nouns before it, without article, possessor and number."""
    left = head.i
    for child in sorted(head.lefts, key=lambda item: -int(item.i)):
        if child.dep_ not in LEFT_MODIFIERS or child.dep_ in DROPPED or child.tag_ in ("DT", "PDT", "WDT", "PRP$"):
            if child.dep_ in ("poss", "nummod", "quantmod"):
                break
            if child.dep_ not in LEFT_MODIFIERS or child.tag_ in ("DT", "PDT", "WDT", "PRP$"):
                break
        if child.dep_ == "punct" and child.text not in ("-", "–", "“", "”", '"', "'"):
            break
        left = min(left, child.left_edge.i)
    tokens = [head.doc[index] for index in range(left, head.i + 1)]
    if tokens[0].tag_ == "VBG" and tokens[0].dep_ == "amod" and head.dep_ == "pobj" and head.left_edge.i == tokens[0].i:
        tokens = tokens[1:]  # "in neutralising sanctions": a gerund that the parse took for an adjective
    while tokens and (
        tokens[0].is_punct
        or tokens[0].is_space
        or tokens[0].tag_ == "JJR"
        or tokens[0].tag_ in ("DT", "PDT", "PRP$")
        or (_is_quantity(tokens[0]) and not (len(tokens) > 2 and tokens[1].text == "-" and tokens[0].tag_ == "CD"))
    ):
        tokens = tokens[1:]
    return tokens or [head]


def _is_quantity(token: Token) -> bool:
    return token.dep_ in ("nummod", "quantmod") or (token.tag_ in ("CD", "$") and token.dep_ != "compound")


def content_head(head: Token) -> Token:
    """The noun that names the thing, past a noun of measure: "a range of spare parts" gives "parts"."""
    if head.lemma_.lower() in EMPTY_HEADS or head.text.lower() in EMPTY_HEADS or head.tag_ == "CD":
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj" and is_nominal(inner) and inner.tag_ != "PRP":
                        content = content_head(inner)
                        bare = content.i == inner.i and inner.lower_ in EMPTY_HEADS and head.lower_ == "load"
                        return head if bare else content  # "a load of three tons"
    load = load_of(head)
    return head if load is None else content_head(load)


def load_of(vehicle: Token) -> Token | None:
    """The goods that a train or a lorry goes with: "a train of ten wagons", "lorries laden with engines"."""
    if vehicle.lemma_.lower() not in CONVEYANCES or vehicle.pos_ != "NOUN":
        return None
    after = vehicle.nbor(1) if vehicle.i + 1 < len(vehicle.doc) else vehicle
    for child in [*vehicle.rights, *([after] if after.lower_ == "with" else [])]:
        if child.lower_ == "carrying" and child.dep_ == "acl":
            return next((item for item in child.children if item.dep_ == "dobj"), None)
        inside = [child] if child.dep_ == "prep" else list(child.rights) if child.lower_ in LADEN else []
        for preposition in inside:
            if preposition.dep_ == "prep" and preposition.lower_ in ("of", "with"):
                return next(
                    (item for item in preposition.children if item.dep_ == "pobj" and item.pos_ == "NOUN"), None
                )
    return None


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Every preposition that hangs on the token, with each noun that it governs: `("to", Russia)`."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and (
            child.tag_ in ("IN", "TO", "RP", "VBG", "RB", "VBN") or child.pos_ == "ADP"
        ):
            yield from preposition_objects(child)


def preposition_objects(preposition: Token) -> Iterator[tuple[str, Token]]:
    """The nouns that one preposition governs, those of a joined preposition ("on Belarus and on Iran") apart."""
    name = preposition.lower_
    for child in preposition.children:
        if child.dep_ == "pobj" and (name, child.lower_) in ROUNDABOUT:
            for inner in child.children:
                if inner.dep_ == "prep" and inner.lower_ == "of":
                    yield from ((ROUNDABOUT[name, child.lower_], item) for _, item in preposition_objects(inner))
        elif child.dep_ == "pobj":
            for item in conjuncts(child):
                yield name, item
        elif child.dep_ == "prep":
            for inner_name, item in preposition_objects(child):
                yield (
                    (
                        f"{name} {inner_name}"
                        if name in ("according", "up", "because", "out", "away", "due")
                        else inner_name
                    ),
                    item,
                )
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from preposition_objects(child)


def clause_prepositions(predicate: Token) -> Iterator[tuple[str, Token]]:
    """Prepositions deeper in the predicate's own clause: those that the parse hung on one of its nouns.

    "sent lathes worth $3 m to a dealer": which noun a phrase hangs on is where a parser errs most, so a predicate may
    look for its recipient anywhere in its clause, but never inside another clause.
    """
    stack = [child for child in predicate.children if child.dep_ not in CLAUSAL]
    while stack:
        token = stack.pop(0)
        if token.dep_ in ("prep", "agent", "dative") and token.head.i != predicate.i and token.head.dep_ != "prep":
            yield from preposition_objects(token)
        if token.lower_ == "according":
            continue
        stack += [
            child
            for child in token.children
            if child.dep_ not in CLAUSAL and not (child.dep_ == "conj" and child.pos_ == "VERB")
        ]


CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "parataxis", "csubj", "conj"})


def sums_up(noun: Token) -> bool:
    """“…, a claim that Tehran denies”: a noun after a comma that stands for the whole clause before it."""
    first = noun.left_edge
    return first.i > 0 and first.nbor(-1).text == "," and first.lower_ in ("a", "an")


HEADING = frozenset({"bound", "destined", "headed", "intended", "meant"})


def is_heading(token: Token) -> bool:
    """“goods bound for Russia at the border on Tuesday”: it says where they go, and nothing happens to them in it."""
    return bool(token.lower_ in HEADING and token.dep_ in ("acl", "amod", "relcl"))
