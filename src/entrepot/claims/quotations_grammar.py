"""Attributions read off one sentence's parse: who vouches, by which word, for which words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from entrepot.claims.quotations_lexicon import CueEntry, find_cue

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
AUXILIARIES = ("aux", "auxpass", "neg")
# Classes whose cue may stand beside a quotation of its own.
SPEECH = frozenset({"say", "claim", "announce", "confirm", "warn", "report", "ask", "allege", "find"})
SEEMING = frozenset({"seem", "appear", "look", "sound", "feel"})
OCCASIONS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december day week month year morning evening night interview statement speech debate conference "
    "meeting twitter facebook telegram television letter report briefing hearing article post rally".split()
)
# Classes that may follow their content: "…, he said", "…, experts believe".
PARENTHETICAL = SPEECH | {"believe", "show", "deny", "accuse", "according"}
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
    reach: int = -1
    before: bool = False


LABEL = CueEntry(pos="PUNCT", lemma=":", cue_class="say", constructions=frozenset({"label"}))
Lookup = Callable[[str, str, str], CueEntry | None]


def find_sentence_attributions(doc: Any, offset: int, lookup: Lookup = find_cue) -> tuple[Attribution, ...]:
    """The attributions of one parsed sentence that begins at `offset`, in the order of their cues, nested ones included."""
    chosen: list[tuple[_Found, CueEntry]] = []
    for token in doc:
        for reading in _readings(token):
            entry = lookup(reading.lemma, token.pos_, "clause" if reading.before else reading.construction)
            if reading.before and entry is not None and entry.cue_class not in PARENTHETICAL:
                continue
            if entry is not None and reading.content:
                chosen.append((reading, entry))
                break
    labelled = _labelled(doc)
    if labelled is not None:
        chosen.insert(0, (labelled, LABEL))
    _lift_later_sayings(
        [reading for reading, _ in chosen], [reading for reading, entry in chosen if entry.cue_class in SPEECH]
    )
    return tuple(_attribution(reading, entry, offset) for reading, entry in chosen)


def _lift_later_sayings(all_readings: list[_Found], sayings: list[_Found]) -> None:
    """A second saying that the parser put into the first one's words gets its speaker back.

    "He said that A, and said that B"; "She said that A, adding that B"; "They said that A after he told them that B".
    """
    for outer in all_readings:
        for inner in sayings:
            if inner is outer or inner.head.i not in outer.content or inner.head.i < outer.head.i:
                continue
            if _is_own_saying(inner.head, outer.head):
                cut = min(inner.cue[0], inner.head.left_edge.i)
                while cut - 1 > outer.head.i and inner.head.doc[cut - 1].lower_ in ("and", "but", ",", "then", "also"):
                    cut -= 1
                kept = {index for index in outer.content if index < cut}
                if kept:
                    outer.content, outer.reach = kept, cut - 1
                    if not any(child.dep_ in SUBJECTS for child in inner.head.children):
                        inner.source = outer.source


def _labelled(doc: Any) -> _Found | None:
    """ "Customs chief: no lorry was let through": a speaker, a colon, and the words."""
    colon = next((token.i for token in doc[1:7] if token.text == ":"), None)
    if colon is None or len(doc) - colon < 4:
        return None
    label = doc[:colon]
    if any(token.pos_ in ("VERB", "AUX", "PUNCT", "NUM", "PRON", "ADV") for token in label):
        return None
    if doc[colon + 1].text not in ('"', "'", "''", "``"):
        return None
    if not any(token.pos_ == "PROPN" for token in label) or doc[0].lower_ in ("the", "photo", "video", "by", "update"):
        return None
    content = set(range(colon + 1, len(doc)))
    return _Found(doc[colon], ":", "label", [colon], content, label.root)


def _is_own_saying(inner: Any, outer: Any) -> bool:
    own = any(child.dep_ in SUBJECTS for child in inner.children)
    if inner.dep_ == "conj" and inner.tag_ == outer.tag_ and inner.tag_ in ("VBD", "VBZ", "VBP"):
        edge = inner.left_edge.i
        return not own or (edge > 1 and inner.doc[edge - 1].dep_ == "cc" and inner.doc[edge - 2].text in (",", ";"))
    if inner.dep_ == "advcl" and inner.tag_ == "VBG" and not own:
        return inner.i > 0 and inner.doc[inner.i - 1].text in (",", "--", "–", "—")
    if inner.dep_ == "advcl" and own:
        return any(
            child.lower_ in ("after", "before", "when", "while") for child in inner.children if child.i < inner.i
        )
    return False


def find_bare_sayings(doc: Any, offset: int, known: frozenset[int]) -> tuple[Attribution, ...]:
    """Verbs of speech with a speaker and without a complement in the parse; `content` is the sentence itself.

    They matter beside a quotation, which the sentence's own parse may not reach ("“It is over. We go.” Petrov said.").
    """
    found: list[Attribution] = []
    for token in doc:
        if token.pos_ != "VERB" or token.i in known:
            continue
        entry = find_cue(token.lemma_.lower(), "VERB", "clause")
        if entry is None or entry.cue_class not in SPEECH:
            continue
        source = _subject(token)
        reading = _Found(token, token.lemma_.lower(), "bare", _verb_group(token), set(range(len(doc))), source)
        found.append(_attribution(reading, entry, offset))
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

    aside = _between_commas(verb, children)
    if aside is not None:
        yield aside
    clauses = children.get("ccomp", [])
    after = [clause for clause in clauses if clause.i > verb.i]
    for clause in after or clauses:
        content = _subtree(clause) | theme
        reach = _reach(verb, content)
        yield _Found(verb, verb.lemma_.lower(), "clause", cue, content, source, passive, reach, before=not after)
    inverted = _inverted(verb, children)
    if inverted is not None:
        yield inverted
    host = _parenthetical_host(verb)
    if host is not None:
        if verb.lemma_ == "put":
            yield reading("aside", host)
        else:
            yield _Found(verb, verb.lemma_.lower(), "clause", cue, host, source, passive, before=True)
    yield from _seeming(verb, children, cue)
    for clause in children.get("xcomp", ()):
        objects = _subtrees(children.get("dobj", ()))
        yield reading("infinitive", _subtree(clause) | objects | theme)
    for complement in children.get("oprd", ()):
        yield reading("as", _subtree(complement) | _subtrees(children.get("dobj", ())) | theme)
    objects = _subtrees(children.get("dobj", ()))
    for prep in children.get("prep", ()):
        if prep.lower_ in ("as", "like") and (objects or theme):
            yield reading("as", _subtree(prep) | objects | theme)
    if objects and (source is not None or passive):
        yield reading("object", objects | _with_adjuncts(verb, max(objects)))
    for prep in children.get("prep", ()):
        inner = _subtree(prep) - {prep.i}
        if inner:
            adjacent = [prep.i] if prep.i == max(cue) + 1 else []
            yield reading("prep:" + prep.lower_, inner | theme | _with_adjuncts(verb, max(inner)), adjacent)
    if theme and source is not None:
        yield reading("object", theme)
    gap = _relative_gap(verb, children)
    if gap:
        yield reading("object", gap)
        yield reading("clause", gap)


def _between_commas(verb: Any, children: dict[str, list[Any]]) -> _Found | None:
    """ "The route, he said, was closed": the sentence around the saying is its content, whatever the parser made of it."""
    subject = next((child for child in children.get("nsubj", ()) if child.i < verb.i), None)
    if subject is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i + 2 >= len(verb.doc):
        return None
    first = subject.left_edge.i
    if first < 1 or verb.i - subject.i > 3 or verb.doc[first - 1].text != "," or verb.doc[verb.i + 1].text != ",":
        return None
    if verb.doc[verb.i + 2].text in ('"', "'", "''", "``"):
        return None
    content = {token.i for token in verb.doc if token.i < first - 1 or token.i > verb.i + 1}
    return _Found(verb, verb.lemma_.lower(), "clause", [verb.i], content, subject, before=True)


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
    return _subtree(verb.head) - _subtree(verb)


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
        found |= _subtree(child)
    return found


def _is_occasion(prep: Any) -> bool:
    """True for a phrase that says when or where the words were said."""
    if prep.lower_ in ("during", "after", "before", "since", "until", "throughout", "amid"):
        return True
    if prep.lower_ not in ("on", "in", "at", "by"):
        return False
    return any(token.lemma_.lower() in OCCASIONS or token.like_num for token in prep.subtree)


def _seeming(verb: Any, children: dict[str, list[Any]], cue: list[int]) -> Iterator[_Found]:
    """ "The route seems closed": nobody vouches, and what seems so belongs to the content with its subject."""
    lemma = verb.lemma_.lower()
    if lemma not in SEEMING:
        return
    subject = _subject(verb)
    content = _subtrees([subject]) if subject is not None and subject.i < verb.i else set[int]()
    for relation in ("ccomp", "xcomp", "oprd", "acomp", "prep", "advcl"):
        for child in children.get(relation, ()):
            if child.i > verb.i and (relation != "prep" or child.lower_ == "like"):
                yield _Found(verb, lemma, "seeming", cue, content | _subtree(child) | _with_adjuncts(verb, child.i))
                return


def _inverted(verb: Any, children: dict[str, list[Any]]) -> _Found | None:
    """ "The ship sailed, reported the harbour office": a speaker after the verb, which the parser takes for its object."""
    speakers = [child for child in children.get("dobj", ()) if child.i > verb.i]
    if verb.tag_ not in ("VBD", "VBZ") or len(speakers) != 1 or verb.i < 4 or "nsubj" in children:
        return None
    if verb.doc[verb.i - 1].text not in (",", '"', "''"):
        return None
    content = {token.i for token in verb.doc[: verb.i]}
    return _Found(verb, verb.lemma_.lower(), "clause", [verb.i], content, speakers[0], before=True)


def _reach(verb: Any, content: set[int]) -> int:
    """The last token that the saying may cover where it comes first and stands at the top of its sentence.

    A parser tends to cut a long content at its "and"; only a second verb of the speaker's own ends it.
    """
    last = max(content)
    if min(content) < verb.i or verb.dep_ not in ("ROOT", "ccomp") or (verb.dep_ == "ccomp" and verb.head.i < verb.i):
        return last
    stop = len(verb.doc)
    for child in verb.children:
        if child.i > last and child.dep_ in ("conj", "advcl", "parataxis"):
            own = any(inner.dep_ in SUBJECTS for inner in child.children)
            if not own or find_cue(child.lemma_.lower(), child.pos_, "clause") is not None:
                stop = min(stop, child.left_edge.i)
    return max(last, stop - 1)


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
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for clause in noun.head.children:
            if clause.dep_ == "ccomp" and clause.i > noun.head.i:
                yield _Found(noun, lemma, "clause", [noun.i], _subtree(clause), source)
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
    phrase = _subtree(token)
    content = _subtree(_clause_head(token.head)) - phrase
    if _stands_apart(token, phrase):
        content = {other.i for other in token.doc} - phrase
    if token.lower_ == "per" and (inner[0].pos_ != "PROPN" or token.nbor(-1).like_num if token.i else False):
        return
    if token.lower_ in ("according", "per"):
        yield _Found(token, token.lower_, "according", cue, content, inner[0])
        return
    noun = inner[0]
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    lemma = token.lower_ + "_" + noun.lemma_.lower()
    if owner is not None:
        yield _Found(token, lemma, "view", [token.i, noun.i], content, owner)
    host = token.head
    if noun.tag_ != "NNS" and not (host.pos_ == "VERB" and find_cue(host.lemma_.lower(), "VERB", "clause") is not None):
        yield _Found(token, lemma, "within", [token.i], content, noun)


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
    relations = {child.dep_ for child in verb.children}
    objects = [child.lower_ for child in verb.children if child.dep_ == "dobj"]
    if relations & {"nsubjpass", "ccomp", "xcomp"} or (objects and verb.lemma_ != "tell" and objects != ["it"]):
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
    if found.construction not in ("clause", "label", "according", "within", "view", "bare"):
        content = _without_loose_clauses(doc, content) or content
    content = _trimmed(doc, content or found.content)
    return Attribution(
        source=_extent(doc, source_tokens, offset) if source_tokens else None,
        cue=_extent(doc, cue, offset),
        content=_extent(doc, sorted(_trimmed(doc, content | set(range(max(content), found.reach + 1)))), offset),
        source_token=found.source.i if found.source is not None else None,
        cue_token=found.head.i,
        content_tokens=frozenset(content),
        lemma=found.lemma,
        cue_class=entry.cue_class,
        construction=found.construction,
        passive=found.passive,
        negated=any(doc[index].dep_ == "neg" for index in cue) or any(c.dep_ == "neg" for c in found.head.children),
    )


def _without_loose_clauses(doc: Any, content: set[int]) -> set[int]:
    """The content without the relative clauses set off by a comma, which are the writer's own."""
    loose: set[int] = set()
    for index in content:
        token = doc[index]
        if token.dep_ == "relcl" and token.left_edge.i > 0 and doc[token.left_edge.i - 1].text == ",":
            loose |= _subtree(token)
    return content - loose


def _trimmed(doc: Any, content: set[int]) -> set[int]:
    """The content without punctuation at its ends, quotation marks apart."""
    tokens = sorted(content)
    while len(tokens) > 1 and doc[tokens[0]].text in (",", ":", ";", "-", "--", "–", "—"):
        tokens.pop(0)
    while len(tokens) > 1 and (
        doc[tokens[-1]].text in (",", ":", ";", ".", "-", "--", "–", "—") or doc[tokens[-1]].dep_ == "cc"
    ):
        tokens.pop()
    return set(tokens)


def _extent(doc: Any, tokens: list[int], offset: int) -> Extent:
    last = doc[tokens[-1]]
    return offset + doc[tokens[0]].idx, offset + last.idx + len(last.text)
