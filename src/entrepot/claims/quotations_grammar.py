"""Attributions read off one sentence's parse: who vouches, by which word, for which words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from entrepot.claims.quotations_lexicon import CueEntry, find_cue
from entrepot.claims.quotations_nouns import read_according, read_adjective, read_adverb, read_noun
from entrepot.claims.quotations_tree import SUBJECTS, Reading, find_subject, subtree, verb_group
from entrepot.claims.quotations_verbs import read_verb

# Classes whose cue may stand beside a quotation of its own.
SPEECH = frozenset({"say", "claim", "announce", "confirm", "warn", "report", "ask", "allege", "find"})
# Classes that may follow their content: "…, he said", "…, experts believe".
PARENTHETICAL = SPEECH | {"believe", "show", "deny", "accuse", "according"}
Extent = tuple[int, int]
OTHER = CueEntry(pos="VERB", lemma="", cue_class="other", constructions=frozenset({"bare"}))
Lookup = Callable[[str, str, str], CueEntry | None]
LABEL = CueEntry(pos="PUNCT", lemma=":", cue_class="say", constructions=frozenset({"label"}))


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


def find_sentence_attributions(doc: Any, offset: int, lookup: Lookup = find_cue) -> tuple[Attribution, ...]:
    """The attributions of one parsed sentence that begins at `offset`, in the order of their cues.

    An attribution inside another's content is given too; `content_tokens` of the outer one hold its `cue_token`.
    """
    chosen: list[tuple[Reading, CueEntry]] = []
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


def _lift_later_sayings(all_readings: list[Reading], sayings: list[Reading]) -> None:
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


def _labelled(doc: Any) -> Reading | None:
    """As in "Customs chief: no lorry was let through": a speaker, a colon, and the words."""
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
    return Reading(doc[colon], ":", "label", [colon], content, label.root)


def _is_own_saying(inner: Any, outer: Any) -> bool:
    own = any(child.dep_ in SUBJECTS for child in inner.children)
    if inner.dep_ == "conj" and inner.tag_ == outer.tag_ and inner.tag_ in ("VBD", "VBZ", "VBP"):
        edge = inner.left_edge.i
        return not own or (edge > 1 and inner.doc[edge - 1].dep_ == "cc" and inner.doc[edge - 2].text in (",", ";"))
    if inner.tag_ == "VBG" and not own and inner.i > 1:
        before = inner.doc[inner.i - 1].lower_
        if inner.dep_ == "pcomp":
            return before in ("before", "after", "while")
        after_quotation = before in ('"', "''") and inner.doc[inner.i - 2].text == ","
        return inner.dep_ == "advcl" and (
            after_quotation or before in (",", "--", "–", "—", "while", "before", "after")
        )
    if inner.dep_ == "advcl" and own:
        return any(
            child.lower_ in ("after", "before", "when", "while", "as") for child in inner.children if child.i < inner.i
        )
    return False


def find_bare_sayings(doc: Any, offset: int, known: frozenset[int]) -> tuple[Attribution, ...]:
    """Verbs that may be sayings by their place beside a quotation alone; `content` is the sentence itself.

    The sentence's own parse may not reach the quotation ("“It is over. We go.” Petrov said."), and beside one any verb
    may be a saying ("“Never,” scoffed the captain"): those outside the table have the class `other`.
    """
    found: list[Attribution] = []
    for token in doc:
        if token.pos_ != "VERB" or token.i in known:
            continue
        entry = find_cue(token.lemma_.lower(), "VERB", "clause")
        if entry is None or entry.cue_class not in SPEECH:
            if token.tag_ not in ("VBD", "VBZ", "VBP"):
                continue
            entry = OTHER
        speaker = find_subject(token) or next((child for child in token.rights if child.dep_ == "dobj"), None)
        construction = "bare" if token.tag_ != "VB" else "infinitive bare"
        reading = Reading(token, token.lemma_.lower(), construction, verb_group(token), set(range(len(doc))), speaker)
        found.append(_attribution(reading, entry, offset))
    return tuple(found)


def _readings(token: Any) -> Iterator[Reading]:
    if token.pos_ in ("VERB", "AUX"):
        if token.dep_ == "prep" or token.lower_ == "according":
            yield from read_according(token)
        yield from read_verb(token)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from read_noun(token)
    elif token.pos_ == "ADJ":
        yield from read_adjective(token)
    elif token.pos_ == "ADV":
        yield from read_adverb(token)
    elif token.pos_ in ("ADP", "SCONJ"):
        yield from read_according(token)


def _source_extent(source: Any) -> list[int]:
    """The noun phrase of the source, without its relative and participial clauses and what follows them."""
    tokens = subtree(source)
    for child in source.children:
        if child.dep_ in ("relcl", "acl", "punct", "cc", "conj", "advcl", "parataxis", "case") and child.i > source.i:
            if child.dep_ in ("cc", "conj"):
                continue
            tokens -= subtree(child)
    return sorted(tokens)


def _attribution(found: Reading, entry: CueEntry, offset: int) -> Attribution:
    doc = found.head.doc
    cue = sorted(found.cue)
    source_tokens = _source_extent(found.source) if found.source is not None else []
    content = found.content - set(cue) - set(source_tokens) if not found.passive else found.content - set(cue)
    if found.construction not in ("clause", "label", "according", "within", "view", "bare", "infinitive bare"):
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
            loose |= subtree(token)
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
