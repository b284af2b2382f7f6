"""How verbs attribute: by a clause, an infinitive, an object, a preposition, or from between two commas."""

from collections.abc import Iterable, Iterator
from typing import Any

from entrepot.claims.quotations_lexicon import find_cue
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
FINITE = ("VBD", "VBZ", "VBP", "MD")
# Verbs whose object is the hearer.
ADDRESSING = frozenset("tell ask inform remind assure warn advise notify convince persuade show teach promise".split())
# Classes of verbs that report words.
REPORTING = frozenset({"say", "claim", "announce", "confirm", "warn", "report", "allege"})
CLAUSE_OPENERS = frozenset("that whether if how why what who when where".split())
# A clause after one of these says when or why something was said, not what.
ADJUNCT_MARKS = frozenset("as while after before because since although though until".split())
SEEMING = frozenset({"seem", "appear", "look", "sound", "feel"})
OCCASIONS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december day week month year morning evening night interview statement "
    "speech debate conference meeting twitter facebook telegram television letter report briefing hearing "
    "article post rally".split()
)


def read_verb(verb: Any) -> Iterator[Reading]:
    """The ways in which a verb may attribute, the likeliest first."""
    children = by_relation(verb)
    passive = "auxpass" in children or "nsubjpass" in children or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    cue = verb_group(verb)
    source = find_agent(children) if passive else find_subject(verb)
    theme = passive_theme(verb, children) if passive else set()

    def reading(construction: str, content: set[int], extra: Iterable[int] = ()) -> Reading:
        reach = _adjunct_reach(verb, max(content))
        return Reading(verb, verb.lemma_.lower(), construction, [*cue, *extra], content, source, passive, reach)

    aside = _between_commas(verb, children) or _around_inverted(verb) or _at_the_end(verb, children)
    if aside is not None:
        yield aside
    clauses = [clause for clause in children.get("ccomp", []) if not _is_adjunct(clause)]
    after = [clause for clause in clauses if clause.i > verb.i]
    if not after and "neg" in children:
        clauses = []
    for clause in after or clauses:
        content = subtree(clause) | theme | _cut_off_subject(clause, verb)
        content = _with_its_verb(verb, content)
        reach = _reach(verb, content)
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
        yield reading("infinitive", _with_its_verb(verb, subtree(clause) | objects | theme))
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
        yield reading("object", objects | _with_adjuncts(verb, max(objects)))
    for prep in children.get("prep", ()):
        inner = subtree(prep) - {prep.i}
        if inner:
            adjacent = [prep.i] if prep.i == max(cue) + 1 else []
            yield reading("prep:" + prep.lower_, inner | theme | _with_adjuncts(verb, max(inner)), adjacent)
    if theme and source is not None:
        yield reading("object", theme)
    far = _far_clause(verb) or _plain_clause(verb)
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


def _reports(verb: Any) -> bool:
    entry = find_cue(verb.lemma_.lower(), "VERB", "clause")
    return entry is not None and entry.cue_class in REPORTING


def _with_its_verb(verb: Any, content: set[int]) -> set[int]:
    """A content that is a bare noun or pronoun, with the clause of which it is the subject: "warn it could"."""
    after = max(content) + 1
    if after >= len(verb.doc) or min(content) < verb.i or not _reports(verb):
        return content
    if verb.doc[after].tag_ not in FINITE or any(verb.doc[index].tag_ in FINITE for index in content):
        return content
    return set(range(min(content), len(verb.doc)))


def _plain_clause(verb: Any) -> set[int]:
    """What follows a verb of reporting that the parser gave no complement: "one in five say that won't be true"."""
    doc = verb.doc
    first = verb.i + 1
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or find_subject(verb) is None or not _reports(verb):
        return set()
    if first < len(doc) and doc[first].text == ",":
        first += 1
    if first >= len(doc) or doc[first].pos_ not in ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"):
        return set()
    for token in doc[first:]:
        if token.text in (";", ":", "(", '"', "--", "–", "—", ","):
            return set()
        if token.tag_ in FINITE and token.i > first:
            return set(range(first, len(doc)))
    return set()


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


def _far_clause(verb: Any) -> set[int]:
    """The clause with "that" which the parser hung on a noun between: "said in the last of its messages that"."""
    if not _reports(verb):
        return set()
    end = verb.right_edge.i + 1 if verb.dep_ in ("relcl", "acl") else len(verb.doc)
    for token in verb.doc[verb.i + 1 : end]:
        if token.tag_ in FINITE or token.text in (";", ":", "(", '"', "--", "–", "—"):
            return set()
        if token.lower_ == "that" and token.tag_ == "IN":
            return set(range(token.i, end))
    return set()


def _cut_off_subject(clause: Any, verb: Any) -> set[int]:
    """The subject of a clause, where the parser took it for the object of the saying: "argued the plan … wouldn't"."""
    if clause.i < verb.i or verb.lemma_ in ADDRESSING or any(child.dep_ in SUBJECTS for child in clause.children):
        return set()
    if clause.tag_ in ("VB", "VBG", "VBN") and not any(child.tag_ in FINITE for child in clause.lefts):
        return set()
    between = range(verb.i + 1, clause.left_edge.i)
    first = next((index for index in between if verb.doc[index].pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM")), None)
    is_nominal = any(verb.doc[index].pos_ in ("NOUN", "PROPN") for index in between)
    return set(range(first, clause.left_edge.i)) if first is not None and is_nominal else set()


def _is_adjunct(clause: Any) -> bool:
    """True for a clause of time or cause, which a parser may take for a verb's complement."""
    return any(child.dep_ == "mark" and child.lower_ in ADJUNCT_MARKS for child in clause.children)


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
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < 2 or doc[verb.i - 1].text != "," or not _reports(verb):
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


def _with_adjuncts(verb: Any, last: int) -> set[int]:
    """What follows a verb's object and belongs to what is said of it: "criticised the bank for its dealings"."""
    found: set[int] = set()
    for child in verb.children:
        if child.i <= last or child.dep_ not in ("prep", "xcomp", "advcl", "dative", "oprd", "ccomp", "acomp"):
            continue
        if child.dep_ == "prep" and (child.tag_ == "VBG" or _is_occasion(child)):
            continue
        if child.dep_ == "advcl" and not any(inner.tag_ == "TO" for inner in child.children):
            continue
        if child.doc[child.left_edge.i - 1].text == ",":
            break
        found |= subtree(child)
    return found


def _adjunct_reach(verb: Any, last: int) -> int:
    """The last token of what follows a verb's complement without a comma and without a clause of its own."""
    for child in verb.rights:
        if child.right_edge.i <= last:
            continue
        if child.dep_ not in ("prep", "xcomp", "advcl", "dative", "oprd", "ccomp", "acomp", "npadvmod", "advmod"):
            break
        if child.dep_ == "advcl" and _is_adjunct(child):
            break
        last = child.right_edge.i
    return last


def _is_occasion(prep: Any) -> bool:
    """True for a phrase that says when or where the words were said."""
    if prep.lower_ in ("during", "after", "before", "since", "until", "throughout", "amid"):
        return True
    if prep.lower_ not in ("on", "in", "at", "by"):
        return False
    return any(token.lemma_.lower() in OCCASIONS or token.like_num for token in prep.subtree)


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
                yield Reading(verb, lemma, "seeming", cue, content | subtree(child) | _with_adjuncts(verb, child.i))
                return


def _reach(verb: Any, content: set[int]) -> int:
    """The last token that the saying may cover where it comes before its content.

    A parser tends to cut a long content at its "and"; only what the speaker or the writer does next ends it.
    """
    last = max(content)
    if min(content) < verb.i:
        return last
    node, stop = verb, len(verb.doc)
    while True:
        for child in node.rights:
            if child.i > last and _ends_content(child, node):
                stop = min(stop, child.left_edge.i)
        if node.dep_ == "ROOT" or node.head.i == node.i:
            return max(last, stop - 1)
        if not _reaches_up(node):
            return max(last, min(stop, node.right_edge.i + 1) - 1)
        node = node.head


def _reaches_up(node: Any) -> bool:
    """True for a verb whose words may run on into what the parser hangs on the verb above it."""
    if node.dep_ not in ("conj", "xcomp", "ccomp", "advcl") or node.head.i > node.i:
        return False
    return node.dep_ != "advcl" or node.tag_ == "VBG"


def _ends_content(child: Any, verb: Any) -> bool:
    """True for a verb that follows a saying and is no part of what is said."""
    if child.dep_ not in ("conj", "advcl", "parataxis"):
        return False
    if any(inner.dep_ in SUBJECTS for inner in child.children):
        entry = find_cue(child.lemma_.lower(), child.pos_, "clause")
        return entry is not None and entry.cue_class in REPORTING
    if child.dep_ == "conj":
        return child.tag_ in ("VBD", "VBZ", "VBP") or child.tag_ == verb.tag_
    entry = find_cue(child.lemma_.lower(), child.pos_, "clause")
    return child.tag_ in ("VBG", "VBN") and entry is not None and entry.cue_class in REPORTING
