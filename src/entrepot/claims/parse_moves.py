"""Clauses that the model hung on the wrong word: who tells what, which two held talks.

Each move looks for a shape that English does not have, as the repairs of `parse_repairs` do.
"""

from entrepot.claims.phrases import Token

TELLING = frozenset("say show report write tell suggest indicate state note claim allege add".split())
"""Verbs that stand with their subject after what is told: “…, bank records show”."""
SAYING = TELLING - {"state", "note"}
FINITE = frozenset({"VBD", "VBZ", "VBP"})
HUNG = frozenset({"advmod", "advcl", "conj", "parataxis", "relcl", "ccomp", "dep", "appos"})


SHOWN = {form: form.removesuffix("s") for form in "show shows document documents record records list lists".split()}
"""Forms of verbs that papers take and that are nouns as well."""


def give_papers_a_verb(doc: Token) -> None:
    """“Lists seen by A document the delivery”, “…, files obtained by B show”: after the reader stands a verb."""
    for token in doc:
        shows = token.lower_ in SHOWN and token.dep_ == "pobj" and token.head.lower_ == "by"
        if not shows or token.head.head.dep_ != "acl" or token.head.head.tag_ != "VBN":
            continue
        readers = [child for child in token.lefts if child.dep_ == "compound"]
        papers, root = token.head.head.head, next(other for other in doc if other.dep_ == "ROOT")
        if not readers or papers.pos_ != "NOUN" or (root.i != papers.i and token.nbor(1).text not in ".,;"):
            continue
        for child in [child for child in token.children if child.i != readers[-1].i]:
            child.head = readers[-1]
        readers[-1].head, readers[-1].dep_ = token.head, "pobj"
        told = [child for child in papers.head.children if child.dep_ == "punct"] if root.i == papers.i else []
        told += [child for child in token.head.head.children if child.dep_ == "dobj"]
        token.tag_, token.pos_, token.lemma_ = "VBP", "VERB", SHOWN[token.lower_]
        token.head, token.dep_ = token, "ROOT"
        papers.head, papers.dep_ = token, "nsubj"
        for child in told:
            child.head = token
        if root.i != papers.i:
            root.head, root.dep_ = token, "ccomp"
        return


def raise_teller(doc: Token) -> None:
    """“A sold it to B, a man who was there told C”: a noun and a verb of telling after the last comma tell the rest."""
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    if root is None or root.pos_ not in ("VERB", "AUX"):
        return
    for verb in doc[root.i + 1 :]:
        told = verb.lemma_.lower() in SAYING and verb.tag_ in FINITE and verb.dep_ in HUNG
        if not told or verb.head.i > verb.i or any(c.dep_ in ("nsubj", "mark", "aux", "expl") for c in verb.children):
            continue
        noun = _opening_noun(verb, root)
        if noun is not None:
            noun.head, noun.dep_ = verb, "nsubj"
            verb.head, verb.dep_ = verb, "ROOT"
            root.head, root.dep_ = verb, "ccomp"
            return


def _opening_noun(verb: Token, root: Token) -> Token | None:
    """The noun right after a comma that the parse joined to what stands before the comma, if nothing else is there."""
    for noun in reversed(verb.doc[root.i + 1 : verb.i]):
        edge = noun.left_edge
        opens = edge.i > 0 and edge.nbor(-1).text in (",", ";") and edge.i > root.i
        outside = noun.head.i < edge.i and noun.right_edge.i < verb.i
        if noun.pos_ in ("NOUN", "PROPN") and opens and outside and noun.dep_ in ("appos", "conj", "dobj", "npadvmod"):
            rest = verb.doc[noun.right_edge.i + 1 : verb.i]
            return noun if all(token.dep_ == "advmod" for token in rest) else None
    return None


def join_between(preposition: Token) -> None:
    """“talks between the premier of A, X, and the premier of B, Y”: the second is joined to the first, not to talks."""
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    if preposition.lower_ != "between" or not objects or any(child.dep_ == "cc" for child in objects[0].children):
        return
    noun = preposition.head
    joined = [child for child in noun.children if child.dep_ == "conj" and child.i > objects[0].i]
    linked = [child for child in noun.children if child.dep_ == "cc" and child.i > objects[0].i]
    if not joined or not linked:
        return
    for child in [child for child in objects[0].children if child.dep_ == "conj" and child.pos_ == "PROPN"]:
        child.dep_ = "appos"
    linked[0].head = joined[0].head = objects[0]


def give_content(clause: Token) -> None:
    """“told us after the meeting that the two had agreed”: "that" with a whole clause is what was told."""
    verb = clause.head.head.head
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
    whole = any(child.dep_ in ("nsubj", "nsubjpass") for child in clause.children)
    empty = not any(child.dep_ == "ccomp" for child in verb.children)
    if marked and whole and empty and verb.lemma_.lower() in TELLING and verb.pos_ == "VERB":
        clause.head, clause.dep_ = verb, "ccomp"


def divide_cleft(verb: Token) -> None:
    """“It was Iran that sold the drones”: the clause describes Iran, as in "firms that sold drones"."""
    copula = verb.head
    if verb.dep_ != "ccomp" or copula.lemma_ != "be" or not any(c.lower_ == "it" for c in copula.lefts):
        return
    named = [child for child in copula.children if child.dep_ == "attr" and child.i < verb.i]
    gap = any(child.lower_ == "that" and child.dep_ in ("nsubj", "dobj", "nsubjpass") for child in verb.children)
    if named and gap:
        verb.head, verb.dep_ = named[0], "relcl"


ACCUSING = frozenset("accuse suspect convict acquit sentence fine jail charge".split())
DEEDS = frozenset(
    "shipping selling smuggling supplying exporting funding financing trading evading dodging arming".split()
)


def give_deed(deed: Token) -> None:
    """“accuse her of shipping lathes to Russia”: what somebody is accused of is a deed with its object."""
    goods, preposition = deed.head, deed.head.head
    verb = next((token for token in deed.ancestors if token.pos_ == "VERB"), None)
    alone = deed.i == preposition.i + 1 and preposition.dep_ == "prep" and goods.dep_ == "pobj"
    if deed.lower_ not in DEEDS or deed.dep_ != "compound" or not alone or verb is None:
        return
    if verb.lemma_.lower() not in ACCUSING:
        return
    deed.tag_, deed.pos_, deed.lemma_ = "VBG", "VERB", GERUNDS.get(deed.lower_, deed.lower_.removesuffix("ing"))
    preposition.head = verb
    deed.head, deed.dep_ = preposition, "pcomp"
    goods.head, goods.dep_ = deed, "dobj"
    for item in [item for item in goods.children if item.dep_ == "prep" and item.lower_ in ("to", "from", "through")]:
        item.head = deed


GERUNDS = {
    "shipping": "ship",
    "smuggling": "smuggle",
    "supplying": "supply",
    "financing": "finance",
    "trading": "trade",
    "evading": "evade",
    "dodging": "dodge",
}


def stand_behind(preposition: Token) -> None:
    """“Behind the firm stands Mila Rask”: the noun after the preposition belongs to it, the other one acts."""
    noun = next(
        (c for c in preposition.head.children if c.dep_ == "nsubj" and c.left_edge.i == preposition.i + 1), None
    )
    if preposition.lower_ == "behind" and not list(preposition.children) and noun is not None:
        noun.head, noun.dep_ = preposition, "pobj"


def reach_nearest_verb(preposition: Token) -> None:
    """“puts at nine the lathes that A sold to B, a firm, by way of C”: the way is that of the selling."""
    way = any(child.dep_ == "pobj" and child.lower_ == "way" for child in preposition.children)
    if preposition.lower_ != "by" or not way or preposition.head.pos_ != "VERB":
        return
    nearest = next((t for t in reversed(preposition.doc[: preposition.i]) if t.pos_ == "VERB"), None)
    if nearest is not None and nearest.dep_ == "relcl" and nearest.i > preposition.head.i:
        preposition.head = nearest
