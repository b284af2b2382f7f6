"""Attributions read off one sentence's parse: who vouches, by which word, for which words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from entrepot.claims.quotations_lexicon import CueEntry, find_cue

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
AUXILIARIES = ("aux", "auxpass", "neg")
Extent = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution inside one sentence. `source`, `cue` and `content` are offsets in the document.

    `content` runs from the first to the last of `content_tokens`, and so over the cue where the cue stands in the
    midst ("The ship, he said, had sailed"). `construction` names the grammar: clause, infinitive, object, preposition,
    as, noun, adjective, according, adverb. `passive`: the source, if there is one, stands in a by-phrase.
    """

    source: Extent | None
    cue: Extent
    content: Extent
    source_token: int | None
    cue_token: int
    content_tokens: frozenset[int]
    lemma: str
    cue_class: str
    construction: str
    passive: bool = False
    negated: bool = False


@dataclass(slots=True)
class _Found:
    head: Any
    lemma: str
    construction: str
    cue: list[int]
    content: set[int]
    source: Any = None
    passive: bool = False
    entry: CueEntry | None = None


Lookup = Callable[[str, str, str], CueEntry | None]


def find_sentence_attributions(doc: Any, offset: int, lookup: Lookup = find_cue) -> tuple[Attribution, ...]:
    """The attributions of one parsed sentence that begins at `offset`, in the order of their cues, nested ones included."""
    found: list[Attribution] = []
    for token in doc:
        for reading in _readings(token):
            entry = lookup(reading.lemma, token.pos_, reading.construction)
            if entry is not None and reading.content:
                found.append(_attribution(reading, entry, offset))
                break
    return tuple(found)


def _readings(token: Any) -> Iterator[_Found]:
    if token.pos_ in ("VERB", "AUX"):
        if token.dep_ == "prep" or token.lower_ == "according":
            yield from _according(token)
        yield from _verb_readings(token)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _noun_readings(token)
    elif token.pos_ == "ADJ":
        yield from _adjective_readings(token)
    elif token.pos_ == "ADV":
        yield from _adverb_readings(token)
    elif token.pos_ in ("ADP", "SCONJ"):
        yield from _according(token)


def _verb_readings(verb: Any) -> Iterator[_Found]:
    children = _by_relation(verb)
    passive = "auxpass" in children or "nsubjpass" in children or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    cue = _verb_group(verb)
    source = _agent(children) if passive else _subject(verb)
    theme = _passive_theme(verb, children) if passive else set()

    def reading(construction: str, content: set[int], extra: Iterable[int] = ()) -> _Found:
        return _Found(verb, verb.lemma_.lower(), construction, [*cue, *extra], content, source, passive)

    for clause in children.get("ccomp", ()):
        subject = source if source is None else source.i
        if subject is None or clause.i != subject:
            objects = set[int]()
            yield reading("clause", _subtree(clause) | objects | theme)
    host = _parenthetical_host(verb)
    if host is not None:
        yield reading("clause", host)
    for clause in children.get("xcomp", ()):
        objects = _subtrees(children.get("dobj", ()))
        yield reading("infinitive", _subtree(clause) | objects | theme)
    for complement in children.get("oprd", ()):
        yield reading("as", _subtree(complement) | _subtrees(children.get("dobj", ())) | theme)
    objects = _subtrees(children.get("dobj", ()))
    for prep in children.get("prep", ()):
        if prep.lower_ == "as" and (objects or theme):
            yield reading("as", _subtree(prep) | objects | theme)
    if objects:
        yield reading("object", objects)
    for prep in children.get("prep", ()):
        inner = _subtree(prep) - {prep.i}
        if inner:
            adjacent = [prep.i] if prep.i == max(cue) + 1 else []
            yield reading("prep:" + prep.lower_, inner | theme, adjacent)
    if theme:
        yield reading("object", theme)


def _noun_readings(noun: Any) -> Iterator[_Found]:
    children = _by_relation(noun)
    source = next(iter(children.get("poss", ())), None)
    source = source if source is not None else _light_subject(noun)
    lemma = noun.lemma_.lower()
    for clause in (*children.get("acl", ()), *children.get("ccomp", ())):
        marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
        infinitive = any(child.tag_ == "TO" for child in clause.children)
        if marked or infinitive:
            yield _Found(noun, lemma, "clause" if marked else "infinitive", [noun.i], _subtree(clause), source)
    for prep in children.get("prep", ()):
        inner = _subtree(prep) - {prep.i}
        if inner:
            yield _Found(noun, lemma, "prep:" + prep.lower_, [noun.i, prep.i], inner, source)


def _adjective_readings(adjective: Any) -> Iterator[_Found]:
    children = _by_relation(adjective)
    copula = adjective.head if adjective.dep_ == "acomp" else None
    source = _subject(copula) if copula is not None else None
    lemma = adjective.lemma_.lower()
    cue = [*(_verb_group(copula) if copula is not None else []), adjective.i]
    if len(cue) > 1 and adjective.i - cue[-2] > 3:
        cue = [adjective.i]
    for relation, construction in (("ccomp", "clause"), ("xcomp", "infinitive")):
        for clause in children.get(relation, ()):
            yield _Found(adjective, lemma, construction, cue, _subtree(clause), source)
    for prep in children.get("prep", ()):
        inner = _subtree(prep) - {prep.i}
        if inner:
            yield _Found(adjective, lemma, "prep:" + prep.lower_, [*cue, prep.i], inner, source)


def _adverb_readings(adverb: Any) -> Iterator[_Found]:
    if adverb.dep_ == "advmod" and adverb.head.pos_ in ("VERB", "AUX"):
        content = _subtree(adverb.head) - {adverb.i}
        yield _Found(adverb, adverb.lower_, "adverb", [adverb.i], content)


def _according(token: Any) -> Iterator[_Found]:
    """Readings of "according to X", "per X", "in X's view", "by X's count", "in a poll"."""
    inner = [child for child in token.children if child.dep_ in ("pobj", "pcomp")]
    cue = [token.i]
    if token.lower_ == "according" and not inner:
        cue += [child.i for child in token.children if child.lower_ == "to"]
        inner = [grand for child in token.children if child.lower_ == "to" for grand in child.children]
    if not inner or token.head.i == token.i:
        return
    content = _subtree(_clause_head(token.head)) - _subtree(token)
    if token.lower_ in ("according", "per"):
        yield _Found(token, token.lower_, "according", cue, content, inner[0])
        return
    noun = inner[0]
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    lemma = token.lower_ + " " + noun.lemma_.lower()
    if owner is not None:
        yield _Found(token, lemma, "view", [token.i, noun.i], content, owner)
    yield _Found(token, lemma, "within", [token.i], content, noun)


def _clause_head(token: Any) -> Any:
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _by_relation(token: Any) -> dict[str, list[Any]]:
    children: dict[str, list[Any]] = {}
    for child in token.children:
        children.setdefault(child.dep_, []).append(child)
    return children


def _subtree(token: Any) -> set[int]:
    return {inner.i for inner in token.subtree}


def _subtrees(tokens: Iterable[Any]) -> set[int]:
    return {index for token in tokens for index in _subtree(token)}


def _verb_group(verb: Any) -> list[int]:
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


def _agent(children: dict[str, list[Any]]) -> Any:
    for agent in children.get("agent", ()):
        for child in agent.children:
            if child.dep_ == "pobj":
                return child
    return None


def _passive_theme(verb: Any, children: dict[str, list[Any]]) -> set[int]:
    """What a passive verb speaks of: its subject, or the noun that a participle modifies."""
    for subject in children.get("nsubjpass", ()):
        return _subtree(subject)
    if verb.dep_ == "acl":
        return _subtree(verb.head) - _subtree(verb)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return _passive_theme(verb.head, _by_relation(verb.head))
    return set()


def _parenthetical_host(verb: Any) -> set[int] | None:
    """The clause into which "…, he said, …" is put, where the parser hangs the saying under what is said."""
    if verb.dep_ not in ("parataxis", "ccomp", "advcl") or verb.head.pos_ not in ("VERB", "AUX"):
        return None
    if verb.dep_ != "parataxis" and not any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children):
        return None
    return _subtree(verb.head) - _subtree(verb)


def _subject(verb: Any, depth: int = 4) -> Any:
    """Who does what `verb` says: its subject, or the subject understood from the clause above."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "csubj") or (child.dep_ == "nsubjpass"):
            if child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
                return verb.head
            return child
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
        return _subject(head, depth - 1)
    return None


def _light_subject(noun: Any) -> Any:
    """The subject of the verb that governs `noun`: "X made the claim that"."""
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return _subject(noun.head)
    return None


def _source_extent(source: Any) -> list[int]:
    """The noun phrase of the source, without its relative and participial clauses and what follows them."""
    tokens = _subtree(source)
    for child in source.children:
        if child.dep_ in ("relcl", "acl", "punct", "cc", "conj", "advcl", "parataxis", "case") and child.i > source.i:
            if child.dep_ in ("cc", "conj"):
                continue
            tokens -= _subtree(child)
    return sorted(tokens)


def _attribution(found: _Found, entry: CueEntry, offset: int) -> Attribution:
    doc = found.head.doc
    cue = sorted(found.cue)
    source_tokens = _source_extent(found.source) if found.source is not None else []
    content = found.content - set(cue) - set(source_tokens) if not found.passive else found.content - set(cue)
    content = {index for index in content if doc[index].dep_ != "agent"} or found.content
    content = _trimmed(doc, content)
    return Attribution(
        source=_extent(doc, source_tokens, offset) if source_tokens else None,
        cue=_extent(doc, cue, offset),
        content=_extent(doc, sorted(content), offset),
        source_token=found.source.i if found.source is not None else None,
        cue_token=found.head.i,
        content_tokens=frozenset(content),
        lemma=found.lemma,
        cue_class=entry.cue_class,
        construction=found.construction,
        passive=found.passive,
        negated=any(doc[index].dep_ == "neg" for index in cue) or any(c.dep_ == "neg" for c in found.head.children),
    )


def _trimmed(doc: Any, content: set[int]) -> set[int]:
    """The content without punctuation at its ends, quotation marks apart."""
    tokens = sorted(content)
    while len(tokens) > 1 and doc[tokens[0]].text in (",", ":", ";", "-", "--", "–", "—"):
        tokens.pop(0)
    while len(tokens) > 1 and doc[tokens[-1]].text in (",", ":", ";", ".", "-", "--", "–", "—"):
        tokens.pop()
    return set(tokens)


def _extent(doc: Any, tokens: list[int], offset: int) -> Extent:
    last = doc[tokens[-1]]
    return offset + doc[tokens[0]].idx, offset + last.idx + len(last.text)
