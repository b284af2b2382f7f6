"""What the grammar of attribution reads off a dependency tree."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
AUXILIARIES = ("aux", "auxpass", "neg")


@dataclass(slots=True)
class Reading:
    """One way in which a word of a sentence may attribute: its cue, content and source as tokens.

    `reach` is the last token the content may run to; `before` is true where the content stands before the cue.
    """

    head: Any
    lemma: str
    construction: str
    cue: list[int]
    content: set[int]
    source: Any = None
    passive: bool = False
    reach: int = -1
    before: bool = False


def by_relation(token: Any) -> dict[str, list[Any]]:
    """The children of a token by their relation to it."""
    children: dict[str, list[Any]] = {}
    for child in token.children:
        children.setdefault(child.dep_, []).append(child)
    return children


def subtree(token: Any) -> set[int]:
    """The places of a token and all that hangs on it."""
    return {inner.i for inner in token.subtree}


def subtrees(tokens: Iterable[Any]) -> set[int]:
    """The places of several tokens and all that hangs on them."""
    return {index for token in tokens for index in subtree(token)}


def verb_group(verb: Any) -> list[int]:
    """The verb with the auxiliaries and negations next before it and the particle after it."""
    group = [verb.i]
    doc = verb.doc
    index = verb.i - 1
    while index >= 0 and doc[index].head.i == verb.i and doc[index].dep_ in (*AUXILIARIES, "advmod"):
        if doc[index].dep_ == "advmod" and not (
            index > 0 and doc[index - 1].head.i == verb.i and doc[index - 1].dep_ in AUXILIARIES
        ):
            break
        group.insert(0, index)
        index -= 1
    group += [child.i for child in verb.children if child.dep_ == "prt" and child.i == verb.i + 1]
    return group


def find_agent(children: dict[str, list[Any]]) -> Any:
    """Who stands in the by-phrase of a passive verb."""
    for agent in children.get("agent", ()):
        for child in agent.children:
            if child.dep_ == "pobj":
                return child
    return None


def passive_theme(verb: Any, children: dict[str, list[Any]]) -> set[int]:
    """What a passive verb speaks of: its subject, or the noun that a participle modifies."""
    for subject in children.get("nsubjpass", ()):
        return set() if subject.lower_ == "it" and "ccomp" in children else subtree(subject)
    if verb.dep_ == "acl":
        return subtree(verb.head) - subtree(verb)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return passive_theme(verb.head, by_relation(verb.head))
    return set()


def find_subject(verb: Any, depth: int = 4) -> Any:
    """Who does what `verb` says: its subject, or the subject understood from the clause above."""
    # The parser may hang two subjects on a verb that stands after a quotation: the nearer one is its own.
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "csubj", "nsubjpass")]
    child = next((child for child in reversed(subjects) if child.i < verb.i), subjects[0] if subjects else None)
    if child is not None:
        return verb.head if child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl" else child
    if depth == 0 or verb.head.i == verb.i:
        return None
    if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return verb.head if verb.dep_ == "acl" and verb.tag_ == "VBG" else None
    if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "aux"):
        head = verb.head
        if verb.dep_ == "xcomp":
            owner = next((child for child in head.children if child.dep_ == "dobj"), None)
            if owner is not None:
                return owner
        while head.dep_ in ("prep", "prt") and head.head.i != head.i:
            head = head.head
        return find_subject(head, depth - 1)
    return None
