"""Attachments that the model gets wrong in ways that can be told from the words, set right in its parse.

Each repair looks for a shape that English does not have (a verb of saying without a subject, a weekday inside the name
of whoever acts on it), so that a right parse is never touched.
"""

from entrepot.claims.name_words import CALENDAR
from entrepot.claims.parse_moves import (
    DEEDS,
    TELLING,
    divide_cleft,
    give_content,
    give_deed,
    give_papers_a_verb,
    join_between,
    raise_teller,
    reach_nearest_verb,
    stand_behind,
)
from entrepot.claims.phrases import LADEN, Token

POINTERS = frozenset({"last", "this", "next"})
STRETCHES = frozenset({"week", "month", "year", "weekend", "spring", "summer", "autumn", "winter"}) | CALENDAR


def repair_parse(doc: Token) -> None:
    """Sets right, in place, the attachments of a parsed sentence that cannot be meant."""
    _free_date(doc)
    give_papers_a_verb(doc)
    raise_teller(doc)
    for token in doc:
        if token.pos_ == "ADP" and token.dep_ == "conj" and token.head.lower_ != token.lower_:
            _join_preposition(token)
        elif token.dep_ == "prep":
            _leave_the_teller(token)
            join_between(token)
            reach_nearest_verb(token)
            stand_behind(token)
        elif token.lower_ in LADEN and token.dep_ == "acl":
            _unload(token)
        elif token.lower_ == "subject" and 0 < token.i < len(doc) - 1 and token.nbor(1).lower_ == "to":
            _keep_to_its_noun(token)
        elif token.dep_ == "prt":
            _govern_second_object(token)
        elif token.dep_ == "ccomp" and token.head.lemma_ == "be":
            divide_cleft(token)
        elif token.lower_ in DEEDS:
            give_deed(token)
        elif token.dep_ == "relcl" and token.head.dep_ == "pobj":
            give_content(token)
        elif token.dep_ in ("nsubj", "pobj") and token.pos_ == "NOUN":
            _join_title(token)
        elif token.lemma_.lower() in TELLING and token.pos_ in ("VERB", "NOUN"):
            _give_subject(token)


def _free_date(doc: Token) -> None:
    """“On 11 March officers seized …”: the date is no part of whoever acts, and the officers are the subject."""
    first = 1 if doc[0].dep_ == "prep" else 0
    if first == 0 and doc[0].lower_ not in POINTERS:
        return
    inside = []
    for token in doc[first:]:
        if not (token.lower_ in STRETCHES or token.lower_ in POINTERS or (token.tag_ == "CD" and len(token) < 5)):
            break
        inside.append(token)
    if not inside or not any(token.lower_ in STRETCHES for token in inside):
        return
    members = {token.i for token in inside}
    date = next(token for token in reversed(inside) if token.lower_ in STRETCHES)
    noun = next((token.head for token in inside if token.head.i > inside[-1].i), None)
    while noun is not None and noun.dep_ in ("compound", "amod", "nmod", "poss"):
        noun = noun.head
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    verb = _verb_above(noun, doc[0] if first else None)
    if verb is None:
        return
    for token in inside:
        if token.i != date.i and token.head.i not in members:
            token.head = date
    date.head, date.dep_ = (doc[0], "pobj") if first else (verb, "npadvmod")
    if first and noun.dep_ == "pobj":
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _verb_above(noun: Token, preposition: Token | None) -> Token | None:
    """The verb whose subject a noun must be that a date was run into; None where it has another one."""
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return noun.head
    if preposition is None or noun.head.i != preposition.i or noun.dep_ != "pobj":
        return None
    verb = preposition.head
    alone = not any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)
    return verb if verb.pos_ in ("VERB", "AUX") and alone and verb.i > noun.i else None


def _join_preposition(token: Token) -> None:
    """“sanctions on A, a firm, and on its partner B”: joined to the same preposition before it, not to the verb."""
    for other in reversed(token.doc[: token.i]):
        if other.lower_ == token.lower_ and other.dep_ == "prep" and other.pos_ == "ADP":
            token.head = other
            return


def _join_title(noun: Token) -> None:
    """“Presidents A and B agreed”, “to the dealer C”: neither verb nor preposition has two, the noun is the name's."""
    near = [child for child in noun.head.children if child.left_edge.i == noun.i + 1]
    others = [child for child in near if child.dep_ in (noun.dep_, "npadvmod")]
    if others and others[0].pos_ == "PROPN" and noun.right_edge.i == noun.i:
        others[0].dep_ = noun.dep_
        noun.head, noun.dep_ = others[0], "compound"


def _keep_to_its_noun(subject: Token) -> None:
    """“sold goods subject to sanctions to Russia”: the goods are subject to them, and go to Russia."""
    noun = subject.nbor(-1)
    if noun.pos_ != "NOUN" or subject.dep_ in ("acomp", "nsubj"):
        return
    subject.head, subject.dep_ = noun, "amod"
    preposition = subject.nbor(1)
    preposition.head = subject
    for item in [item for child in preposition.children for item in child.children]:
        if item.dep_ == "prep" and item.lower_ in ("to", "from", "through") and noun.head.pos_ == "VERB":
            item.head = noun.head


def _govern_second_object(particle: Token) -> None:
    """“took six lathes off two lorries”: a particle between two objects governs the second."""
    objects = [child for child in particle.head.children if child.dep_ == "dobj"]
    passive = any(child.dep_ == "nsubjpass" for child in particle.head.children)
    if passive and len(objects) == 1 and objects[0].left_edge.i == particle.i + 1:
        particle.dep_ = "prep"  # "were taken off a lorry"
        objects[0].head, objects[0].dep_ = particle, "pobj"
    if len(objects) == 2 and objects[0].i < particle.i and objects[1].left_edge.i == particle.i + 1:
        particle.dep_ = "prep"
        objects[1].head, objects[1].dep_ = particle, "pobj"


def _unload(laden: Token) -> None:
    """“sent wagons loaded with shells to Russia”: the wagons are sent there, not loaded."""
    verb = laden.head.head if laden.head.dep_ in ("dobj", "nsubjpass") else laden.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    loads = [item for child in laden.children if child.lower_ == "with" for item in child.children]
    for item in [item for word in (laden, *loads) for item in word.children if item.dep_ in ("prep", "dative")]:
        if item.lower_ in ("to", "into", "through", "via", "across") and verb.pos_ == "VERB":
            item.head = verb


def _leave_the_teller(token: Token) -> None:
    """“Britain has put A, a firm, on its list, B reports”: what stands before the teller belongs to what he tells."""
    teller = token.head
    if teller.i < token.i or teller.lemma_.lower() not in TELLING:
        return
    told = [teller.head] if teller.dep_ == "parataxis" else []
    told += [child for child in teller.children if child.dep_ == "ccomp"]
    if not told or not any(child.dep_ == "nsubj" and child.i > token.i for child in teller.children):
        return
    if told[-1].i < token.i or (token.i == 0 and _is_aside(teller, told[-1])):
        token.head = told[-1]


def _is_aside(teller: Token, told: Token) -> bool:
    """“On Friday, he told us, the ship sailed”: the teller stands between commas, so the day is that of the sailing."""
    subject = next(child for child in teller.children if child.dep_ == "nsubj").left_edge
    first = next((child for child in told.children if child.dep_ in ("nsubj", "nsubjpass")), told).left_edge
    return bool(first.i > teller.i and first.nbor(-1).text == "," and subject.i > 0 and subject.nbor(-1).text == ",")


def _give_subject(verb: Token) -> None:
    """“A owns 35 ships, papers seen by B show”: a noun after a comma that the parse joined to the ships."""
    if any(child.dep_ in ("nsubj", "nsubjpass", "expl", "aux") for child in verb.children):
        return
    told = [child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i]
    if not told:
        return
    for noun in reversed(verb.doc[told[-1].i + 1 : verb.i]):
        edge = noun.left_edge
        opens = edge.i > 0 and edge.nbor(-1).text == "," and edge.i > told[-1].i
        if noun.dep_ in ("conj", "appos") and noun.pos_ in ("NOUN", "PROPN") and opens and noun.head.i < edge.i:
            noun.head, noun.dep_ = verb, "nsubj"
            return
    _cut_at_comma(verb)


def _cut_at_comma(verb: Token) -> None:
    """“A sold it to Chad, Ukraine's envoy said”: what the parse ran into one noun over the comma is two."""
    noun = verb.nbor(-1) if verb.i > 0 else verb
    commas = [item.i for item in verb.doc[noun.left_edge.i : noun.i] if item.text == ","]
    before = [child for child in noun.lefts if commas and child.i < commas[-1] and child.pos_ in ("NOUN", "PROPN")]
    if noun.dep_ in ("pobj", "dobj") and before:
        before[-1].head, before[-1].dep_ = noun.head, noun.dep_
        noun.head, noun.dep_ = verb, "nsubj"
