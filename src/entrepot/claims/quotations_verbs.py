"""How verbs attribute: by a clause, an infinitive, an object, a preposition, or from between two commas."""

from collections.abc import Iterable, Iterator
from typing import Any

from entrepot.claims.quotations_reach import (
    ADDRESSING,
    FINITE,
    add_its_verb,
    find_adjunct_reach,
    find_adjuncts,
    find_cut_off_subject,
    find_far_clause,
    find_plain_clause,
    find_reach,
    is_adjunct,
    reports,
)
from entrepot.claims.quotations_tree import (
    SUBJECTS,
    Reading,
    by_relation,
    find_agent,
    find_subject,
    passive_theme,
    subtree,
    subtrees,
    verb_group,
)

# A sentence that begins so has a clause of time or condition before its comma, not somebody's words.
OPENERS = frozenset(
    "when if as after while asked although though before since because once until unless despite".split()
)
CLAUSE_OPENERS = frozenset("that whether if how why what who when where".split())
SEEMING = frozenset({"seem", "appear", "look", "sound", "feel"})


def read_verb(verb: Any) -> Iterator[Reading]:
    """The ways in which a verb may attribute, the likeliest first."""
    children = by_relation(verb)
    passive = "auxpass" in children or "nsubjpass" in children or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    cue = verb_group(verb)
    source = find_agent(children) if passive else find_subject(verb)
    theme = passive_theme(verb, children) if passive else set()

    def reading(construction: str, content: set[int], extra: Iterable[int] = ()) -> Reading:
        reach = find_adjunct_reach(verb, max(content))
        return Reading(verb, verb.lemma_.lower(), construction, [*cue, *extra], content, source, passive, reach)

    aside = _between_commas(verb, children) or _around_inverted(verb) or _at_the_end(verb, children)
    if aside is not None:
        yield aside
    clauses = [clause for clause in children.get("ccomp", []) if not is_adjunct(clause)]
    after = [clause for clause in clauses if clause.i > verb.i]
    if not after and "neg" in children:
        clauses = []
    for clause in after or clauses:
        content = subtree(clause) | theme | find_cut_off_subject(clause, verb)
        content = add_its_verb(verb, content)
        reach = find_reach(verb, content)
        yield Reading(verb, verb.lemma_.lower(), "clause", cue, content, source, passive, reach, before=not after)
    if verb.lemma_ == "make":
        yield from _made_clear(verb, source)
    inverted = _inverted(verb, children)
    if inverted is not None:
        yield inverted
    host = _parenthetical_host(verb)
    if host is not None:
        if verb.lemma_ == "put":
            yield reading("aside", host)
        else:
            yield Reading(verb, verb.lemma_.lower(), "clause", cue, host, source, passive, before=True)
    yield from _seeming(verb, children, cue)
    for clause in children.get("xcomp", ()):
        objects = subtrees(children.get("dobj", ()))
        yield reading("infinitive", add_its_verb(verb, subtree(clause) | objects | theme))
    for complement in children.get("oprd", ()):
        yield reading("as", subtree(complement) | subtrees(children.get("dobj", ())) | theme)
    wanted = _called_for(verb)
    if wanted is not None:
        yield reading("prep:for", subtree(wanted) - {wanted.left_edge.i}, [wanted.left_edge.i])
    objects = subtrees(children.get("dobj", ()))
    if any(_is_charged(child) for child in children.get("dobj", ())):
        yield reading("prep:of", objects)
    for prep in children.get("prep", ()):
        if prep.lower_ in ("as", "like") and (objects or theme):
            yield reading("as", subtree(prep) | objects | theme)
    if objects and (source is not None or passive):
        yield reading("object", objects | find_adjuncts(verb, max(objects)))
    for prep in children.get("prep", ()):
        inner = subtree(prep) - {prep.i}
        if inner:
            adjacent = [prep.i] if prep.i == max(cue) + 1 else []
            yield reading("prep:" + prep.lower_, inner | theme | find_adjuncts(verb, max(inner)), adjacent)
    if theme and source is not None:
        yield reading("object", theme)
    far = find_far_clause(verb) or find_plain_clause(verb)
    if far:
        yield Reading(verb, verb.lemma_.lower(), "clause", cue, far, source, passive)
    gap = _relative_gap(verb, children)
    if gap:
        yield reading("object", gap)
        yield reading("clause", gap)


def _is_charged(noun: Any) -> bool:
    """True for "the firm of supplying parts" under "suspects": the charge hangs on the firm."""
    return any(
        child.lower_ == "of" and any(inner.dep_ == "pcomp" and inner.tag_ == "VBG" for inner in child.children)
        for child in noun.children
    )


def _made_clear(verb: Any, source: Any) -> Iterator[Reading]:
    """As in "He made it clear that": the words after "clear" are what he lets be known."""
    clear = next((token for token in verb.doc[verb.i + 1 : verb.i + 5] if token.lower_ in ("clear", "plain")), None)
    if clear is None:
        return
    opener = next((token for token in verb.doc[clear.i + 1 : clear.i + 9] if token.lower_ in CLAUSE_OPENERS), None)
    if opener is not None:
        content = set(range(opener.i, verb.right_edge.i + 1))
        if content:
            yield Reading(verb, "make_clear", "clause", list(range(verb.i, clear.i + 1)), content, source)


def _called_for(verb: Any) -> Any:
    """The clause in "calls for the bank to be closed", whose "for" the parser takes for the clause's mark."""
    for child in verb.rights:
        if child.dep_ in ("advcl", "ccomp", "xcomp") and child.left_edge.lower_ == "for" and child.left_edge.i > verb.i:
            return child if child.left_edge.dep_ == "mark" else None
    return None


def _nearest_subject(verb: Any, children: dict[str, list[Any]]) -> Any:
    """The last subject before the verb: the parser may hang another clause's subject on it as well."""
    subject = next((child for child in reversed(children.get("nsubj", ())) if child.i < verb.i), None)
    return None if subject is None or subject.lower_ in ("who", "which", "that") else subject


def _between_commas(verb: Any, children: dict[str, list[Any]]) -> Reading | None:
    """As in "The route, he said, was closed": the sentence around the saying is its content."""
    subject = _nearest_subject(verb, children)
    if subject is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i + 2 >= len(verb.doc):
        return None
    first = subject.left_edge.i
    if first < 1 or verb.i - subject.i > 6 or verb.doc[first - 1].text != ",":
        return None
    comma = _next_comma(verb)
    if comma is None or verb.doc[comma + 1].text in ('"', "'", "''", "``"):
        return None
    content = {
        token.i for token in verb.doc if token.i < first - 1 or (token.i > comma and verb.doc[comma].text == ",")
    }
    return Reading(verb, verb.lemma_.lower(), "clause", [verb.i], content, subject, before=True)


def _next_comma(verb: Any) -> int | None:
    """The comma after a saying, with no more between than a day, an occasion or a hearer."""
    for token in verb.doc[verb.i + 1 : verb.i + 12]:
        if token.text in (",", "--", "–", "—"):
            return int(token.i) if token.i + 1 < len(verb.doc) else None
        if token.pos_ not in ("NOUN", "PROPN", "ADP", "DET", "NUM", "ADJ") or token.lower_ == "that":
            return None
    return None


def _at_the_end(verb: Any, children: dict[str, list[Any]]) -> Reading | None:
    """As in "The route was closed, he told reporters.": what stands before the comma is said, if a sentence."""
    subject = _nearest_subject(verb, children)
    if subject is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or {"ccomp", "xcomp"} & children.keys():
        return None
    first = subject.left_edge.i
    if first < 4 or verb.doc[first - 1].text != "," or len(verb.doc) - verb.i > 12:
        return None
    if verb.doc[0].lower_ in OPENERS and (verb.head.dep_ != "ROOT" or verb.head.i >= first or verb.head.i == verb.i):
        return None
    if verb.nbor().tag_ == "VBG" or ("dobj" in children and verb.lemma_ not in ADDRESSING):
        return None
    before = verb.doc[: first - 1]
    if not any(token.dep_ in SUBJECTS for token in before) or any(
        token.tag_ == "VBD" for token in verb.doc[verb.i + 1 :]
    ):
        return None
    content = {token.i for token in before}
    return Reading(verb, verb.lemma_.lower(), "clause", verb_group(verb), content, subject, before=True)


def _inverted(verb: Any, children: dict[str, list[Any]]) -> Reading | None:
    """As in "The ship sailed, reported the harbour office": the parser takes the speaker for an object."""
    speakers = [child for child in children.get("dobj", ()) if child.i > verb.i]
    if verb.tag_ not in ("VBD", "VBZ") or len(speakers) != 1 or verb.i < 4 or "nsubj" in children:
        return None
    if verb.doc[verb.i - 1].text not in (",", '"', "''"):
        return None
    content = {token.i for token in verb.doc[: verb.i]}
    return Reading(verb, verb.lemma_.lower(), "clause", [verb.i], content, speakers[0], before=True)


def _around_inverted(verb: Any) -> Reading | None:
    """As in "The worst of it, say experts like Ivanov, is the dust": the sentence around the saying is its content."""
    doc = verb.doc
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < 2 or doc[verb.i - 1].text != "," or not reports(verb):
        return None
    stop = next((token.i for token in doc[verb.i + 1 : verb.i + 14] if token.text == ","), len(doc))
    speaker = next((token for token in doc[verb.i + 1 : stop] if token.pos_ in ("NOUN", "PROPN")), None)
    if (
        speaker is None
        or stop + 2 >= len(doc)
        or any(token.pos_ in ("VERB", "AUX") for token in doc[verb.i + 1 : stop])
    ):
        return None
    while speaker.dep_ in ("compound", "amod", "nmod", "poss") and speaker.i < speaker.head.i < stop:
        speaker = speaker.head
    rest = stop + 1
    if doc[rest].pos_ not in ("VERB", "AUX"):
        # An apposition to the speaker may stand between two commas of its own.
        later = next((token.i for token in doc[rest:] if token.text == ","), None)
        if later is not None and later + 2 < len(doc) and doc[later + 1].pos_ in ("VERB", "AUX"):
            rest = later + 1
    if doc[verb.i + 1].tag_ == "IN" or not any(token.tag_ in FINITE for token in (*doc[: verb.i - 1], *doc[rest:])):
        return None
    content = {token.i for token in doc if token.i < verb.i - 1 or token.i >= rest}
    return Reading(verb, verb.lemma_.lower(), "clause", [verb.i], content, speaker, before=True)


def _parenthetical_host(verb: Any) -> set[int] | None:
    """The clause into which "…, he said, …" is put, where the parser hangs the saying under what is said."""
    is_as = any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children)
    if verb.dep_ not in ("parataxis", "ccomp", "advcl") or (verb.head.pos_ not in ("VERB", "AUX") and not is_as):
        return None
    relations = {child.dep_ for child in verb.children}
    objects = [child.lower_ for child in verb.children if child.dep_ == "dobj"]
    if verb.i + 1 < len(verb.doc) and (verb.nbor().tag_ == "VBG" or verb.nbor().text in (":", '"')):
        return None
    if relations & {"nsubjpass", "ccomp", "xcomp"} or (objects and verb.lemma_ != "tell" and objects != ["it"]):
        return None
    if verb.dep_ != "parataxis" and not is_as:
        return None
    return subtree(verb.head) - subtree(verb)


def _relative_gap(verb: Any, children: dict[str, list[Any]]) -> set[int]:
    """The noun of which a relative clause speaks as of its missing object: "a step that analysts expect"."""
    if verb.dep_ != "relcl" or not any(
        child.lower_ not in ("who", "which", "that") for child in children.get("nsubj", ())
    ):
        return set()
    if {"dobj", "ccomp", "xcomp", "auxpass"} & children.keys() and not any(
        child.lower_ in ("which", "that", "whom") for child in children.get("dobj", ())
    ):
        return set()
    return subtree(verb.head) - subtree(verb)


def _seeming(verb: Any, children: dict[str, list[Any]], cue: list[int]) -> Iterator[Reading]:
    """As in "The route seems closed": nobody vouches, and what seems so belongs to the content with its subject."""
    lemma = verb.lemma_.lower()
    if lemma not in SEEMING:
        return
    subject = find_subject(verb)
    content = subtrees([subject]) if subject is not None and subject.i < verb.i else set[int]()
    for relation in ("ccomp", "xcomp", "oprd", "acomp", "prep", "advcl"):
        for child in children.get(relation, ()):
            if child.i > verb.i and (relation != "prep" or child.lower_ == "like"):
                yield Reading(verb, lemma, "seeming", cue, content | subtree(child) | find_adjuncts(verb, child.i))
                return
