"""How far the words of a saying reach, where the parser cuts them short or hangs them elsewhere."""

from typing import Any

from entrepot.claims.quotations_lexicon import find_cue
from entrepot.claims.quotations_tree import SUBJECTS, find_subject, subtree

FINITE = ("VBD", "VBZ", "VBP", "MD")
# Verbs whose object is the hearer.
ADDRESSING = frozenset("tell ask inform remind assure warn advise notify convince persuade show teach promise".split())
# Classes of verbs that report words.
REPORTING = frozenset({"say", "claim", "announce", "confirm", "warn", "report", "allege"})
# A clause after one of these says when or why something was said, not what.
ADJUNCT_MARKS = frozenset("as while after before because since although though until".split())
OCCASIONS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december day week month year morning evening night interview statement "
    "speech debate conference meeting twitter facebook telegram television letter report briefing hearing "
    "article post rally".split()
)


def reports(verb: Any) -> bool:
    """True for a verb that reports words and takes a clause."""
    entry = find_cue(verb.lemma_.lower(), "VERB", "clause")
    return entry is not None and entry.cue_class in REPORTING


def add_its_verb(verb: Any, content: set[int]) -> set[int]:
    """A content that is a bare noun or pronoun, with the clause of which it is the subject: "warn it could"."""
    after = max(content) + 1
    if after >= len(verb.doc) or min(content) < verb.i or not reports(verb):
        return content
    if verb.doc[after].tag_ not in FINITE or any(verb.doc[index].tag_ in FINITE for index in content):
        return content
    return set(range(min(content), len(verb.doc)))


def find_plain_clause(verb: Any) -> set[int]:
    """What follows a verb of reporting that the parser gave no complement: "one in five say that won't be true"."""
    doc = verb.doc
    first = verb.i + 1
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or find_subject(verb) is None or not reports(verb):
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


def find_far_clause(verb: Any) -> set[int]:
    """The clause with "that" which the parser hung on a noun between: "said in the last of its messages that"."""
    if not reports(verb):
        return set()
    end = verb.right_edge.i + 1 if verb.dep_ in ("relcl", "acl") else len(verb.doc)
    for token in verb.doc[verb.i + 1 : end]:
        if token.tag_ in FINITE or token.text in (";", ":", "(", '"', "--", "–", "—"):
            return set()
        if token.lower_ == "that" and token.tag_ == "IN":
            return set(range(token.i, end))
    return set()


def find_cut_off_subject(clause: Any, verb: Any) -> set[int]:
    """The subject of a clause, where the parser took it for the object of the saying: "argued the plan … wouldn't"."""
    if clause.i < verb.i or verb.lemma_ in ADDRESSING or any(child.dep_ in SUBJECTS for child in clause.children):
        return set()
    if clause.tag_ in ("VB", "VBG", "VBN") and not any(child.tag_ in FINITE for child in clause.lefts):
        return set()
    between = range(verb.i + 1, clause.left_edge.i)
    first = next((index for index in between if verb.doc[index].pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM")), None)
    is_nominal = any(verb.doc[index].pos_ in ("NOUN", "PROPN") for index in between)
    return set(range(first, clause.left_edge.i)) if first is not None and is_nominal else set()


def is_adjunct(clause: Any) -> bool:
    """True for a clause of time or cause, which a parser may take for a verb's complement."""
    return any(child.dep_ == "mark" and child.lower_ in ADJUNCT_MARKS for child in clause.children)


def find_adjuncts(verb: Any, last: int) -> set[int]:
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


def find_adjunct_reach(verb: Any, last: int) -> int:
    """The last token of what follows a verb's complement without a comma and without a clause of its own."""
    for child in verb.rights:
        if child.right_edge.i <= last:
            continue
        if child.dep_ not in ("prep", "xcomp", "advcl", "dative", "oprd", "ccomp", "acomp", "npadvmod", "advmod"):
            break
        if child.dep_ == "advcl" and is_adjunct(child):
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


def find_reach(verb: Any, content: set[int]) -> int:
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
            return max(last, min(stop, int(node.right_edge.i) + 1) - 1)
        node = node.head


def _reaches_up(node: Any) -> bool:
    """True for a verb whose words may run on into what the parser hangs on the verb above it."""
    if node.dep_ not in ("conj", "xcomp", "ccomp", "advcl") or node.head.i > node.i:
        return False
    return bool(node.dep_ != "advcl" or node.tag_ == "VBG")


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
