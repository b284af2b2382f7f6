"""How nouns, adjectives, adverbs and prepositions attribute."""

from collections.abc import Iterator
from typing import Any

from entrepot.claims.quotations_lexicon import find_cue
from entrepot.claims.quotations_tree import Reading, by_relation, find_subject, subtree, verb_group

# Verbs whose subject owns the noun that follows: "made the claim", but not "rejected the claim".
LIGHT_VERBS = frozenset(
    "make issue repeat have voice express offer raise give hold take launch announce lodge reiterate renew "
    "share show declare release sign present deliver publish signal pose ask throw lend put push drop".split()
)


def read_noun(noun: Any) -> Iterator[Reading]:
    """The ways in which a noun may attribute: "the claim that", "their plan to", "criticism of"."""
    children = by_relation(noun)
    source = next(iter(children.get("poss", ())), None)
    source = source if source is not None else _light_subject(noun)
    lemma = noun.lemma_.lower()
    for clause in (*children.get("acl", ()), *children.get("ccomp", ())):
        marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
        infinitive = any(child.tag_ == "TO" for child in clause.children)
        if marked or infinitive:
            yield Reading(noun, lemma, "clause" if marked else "infinitive", [noun.i], subtree(clause), source)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for clause in noun.head.children:
            if clause.dep_ == "ccomp" and clause.i > noun.head.i:
                yield Reading(noun, lemma, "clause", [noun.i], subtree(clause), source)
    for prep in children.get("prep", ()):
        inner = subtree(prep) - {prep.i}
        if inner:
            yield Reading(noun, lemma, "prep:" + prep.lower_, [noun.i, prep.i], inner, source)


def read_adjective(adjective: Any) -> Iterator[Reading]:
    """The ways in which an adjective may attribute: "is confident that", "wary of"."""
    children = by_relation(adjective)
    copula = adjective.head if adjective.dep_ == "acomp" else None
    source = find_subject(copula) if copula is not None else None
    lemma = adjective.lemma_.lower()
    cue = [*(verb_group(copula) if copula is not None else []), adjective.i]
    if len(cue) > 1 and adjective.i - cue[-2] > 3:
        cue = [adjective.i]
    if copula is not None and copula.lemma_ == "be":
        for clause in copula.children:
            if clause.dep_ == "ccomp" and clause.i > adjective.i and clause.left_edge.lower_ == "that":
                yield Reading(adjective, lemma, "clause", cue, subtree(clause), source)
    for relation, construction in (("ccomp", "clause"), ("xcomp", "infinitive")):
        for clause in children.get(relation, ()):
            yield Reading(adjective, lemma, construction, cue, subtree(clause), source)
    for prep in children.get("prep", ()):
        inner = subtree(prep) - {prep.i}
        if inner:
            yield Reading(adjective, lemma, "prep:" + prep.lower_, [*cue, prep.i], inner, source)


def read_adverb(adverb: Any) -> Iterator[Reading]:
    """The reading of an adverb of hearsay: "reportedly"."""
    if adverb.dep_ == "advmod" and adverb.head.pos_ in ("VERB", "AUX"):
        content = subtree(adverb.head) - {adverb.i}
        yield Reading(adverb, adverb.lower_, "adverb", [adverb.i], content)


def read_according(token: Any) -> Iterator[Reading]:
    """Readings of "according to X", "per X", "in X's view", "by X's count", "in a poll"."""
    inner = [child for child in token.children if child.dep_ in ("pobj", "pcomp")]
    cue = [token.i]
    if token.lower_ == "according" and not inner:
        cue += [child.i for child in token.children if child.lower_ == "to"]
        inner = [grand for child in token.children if child.lower_ == "to" for grand in child.children]
    if not inner or token.head.i == token.i:
        return
    phrase = subtree(token)
    content = subtree(_clause_head(token.head)) - phrase
    if _stands_apart(token, phrase):
        content = {other.i for other in token.doc} - phrase
    if token.lower_ == "per" and (inner[0].pos_ != "PROPN" or token.nbor(-1).like_num if token.i else False):
        return
    if token.lower_ in ("according", "per"):
        yield Reading(token, token.lower_, "according", cue, content, inner[0])
        return
    noun = inner[0]
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    lemma = token.lower_ + "_" + noun.lemma_.lower()
    if owner is not None:
        yield Reading(token, lemma, "view", [token.i, noun.i], content, owner)
    host = token.head
    if noun.tag_ != "NNS" and not (host.pos_ == "VERB" and find_cue(host.lemma_.lower(), "VERB", "clause") is not None):
        yield Reading(token, lemma, "within", [token.i], content, noun)


def _stands_apart(token: Any, phrase: set[int]) -> bool:
    """True for a phrase at the head of its sentence, or at its end after a comma: it speaks of the whole sentence."""
    if min(phrase) == 0:
        return True
    ends = max(phrase) >= len(token.doc) - 2
    return ends and token.doc[min(phrase) - 1].text in (",", "--", "–", "—")


def _clause_head(token: Any) -> Any:
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _light_subject(noun: Any) -> Any:
    """The subject of the verb that governs `noun`: "X made the claim that"."""
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in LIGHT_VERBS:
        return find_subject(noun.head)
    return None
