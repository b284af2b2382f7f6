"""ECB+ as records: articles, event mentions with what their sentences say of them, and the gold chains apart.

Evaluation only: nothing of the corpus is copied, and a `Mention` knows nothing of any coreference link.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from defusedxml import ElementTree

from entrepot.claims.parsing import load_model

ROOT = Path(__file__).resolve().parents[2] / "shared" / "data" / "text" / "ecbplus"
EVENT = re.compile(r"(?:NEG_)?ACTION_")
PARTICIPANT = re.compile(r"(?:HUMAN|NON_HUMAN)_")
# Verbs that leave the meaning to their noun: "made a statement" is headed by "statement".
LIGHT = frozenset("be do get give have make take".split())
AGENT, PATIENT = "agent", "patient"
NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """Who or what takes part in an event, in which role: `agent`, `patient`, a preposition, `possessor`, `modifier`.

    `names` are the proper nouns of the phrase, in lower case; `lemma` is that of its head.
    """

    role: str
    text: str
    lemma: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of an event: where it stands, the lemma of its head, and what its sentence says of it.

    `end_token` is exclusive; both count from the start of the sentence. `participants`, `times` and `places` are
    the texts of the annotated mentions in the sentence, whichever event they belong to.
    """

    id: str
    topic: str
    document: str
    sentence: int
    start_token: int
    end_token: int
    lemma: str
    tag: str
    text: str
    arguments: tuple[Argument, ...]
    participants: tuple[str, ...]
    times: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: its words, all of them, and the mentions in its checked sentences with their gold chains."""

    name: str
    topic: str
    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    chains: tuple[str, ...]


def read_articles(topics: Iterable[int], root: Path = ROOT) -> list[Article]:
    """The articles of these topics that have checked sentences, in order of topic and name."""
    checked: dict[tuple[str, str], set[int]] = defaultdict(set)
    with (root / "ECBplus_coreference_sentences.csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            checked[row["Topic"], row["File"]].add(int(row["Sentence Number"]))
    wanted = {str(topic) for topic in topics}
    names = sorted((key for key in checked if key[0] in wanted), key=lambda key: (int(key[0]), key[1]))
    return [_read_article(root, topic, name, checked[topic, name]) for topic, name in names]


def _read_article(root: Path, topic: str, name: str, checked: set[int]) -> Article:
    tree: Any = ElementTree.parse(root / "ECB+" / topic / f"{topic}_{name}.xml").getroot()
    tokens = {token.get("t_id"): (int(token.get("sentence")), token.text or "") for token in tree.iter("token")}
    sentences: dict[int, list[str]] = defaultdict(list)
    for token_id, (number, _) in tokens.items():
        sentences[number].append(token_id)
    marked = [(item, [anchor.get("t_id") for anchor in item.iter("token_anchor")]) for item in tree.find("Markables")]
    chains = _read_chains(tree, f"{topic}_{name}")
    mentions: list[Mention] = []
    for number in sorted(checked & sentences.keys()):
        here = set(sentences[number])
        inside = [(item, anchors) for item, anchors in marked if anchors and anchors[0] in here]
        places = {token_id: place for place, token_id in enumerate(sentences[number])}
        words = [tokens[token_id][1] for token_id in sentences[number]]
        mentions += _sentence_mentions(
            f"{topic}_{name}",
            number,
            words,
            [
                (item.tag, item.get("m_id"), sorted(places[anchor] for anchor in anchors if anchor in places))
                for item, anchors in inside
            ],
        )
    return Article(
        name=name,
        topic=topic,
        # The first sentence of the later articles is their address, which says too much.
        words=tuple(word for number, word in tokens.values() if number or name.endswith("ecb")),
        mentions=tuple(mentions),
        chains=tuple(chains.get(mention.id, mention.id) for mention in mentions),
    )


def _read_chains(tree: Any, document: str) -> dict[str, str]:
    """The gold chain of every mention that has one."""
    chains: dict[str, str] = {}
    for relation in tree.find("Relations"):
        chain = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else f"{document}#{relation.get('r_id')}"
        for source in relation.iter("source"):
            chains[f"{document}:{source.get('m_id')}"] = chain
    return chains


def _sentence_mentions(
    document: str, number: int, words: list[str], marked: list[tuple[str, str, list[int]]]
) -> Iterator[Mention]:
    doc = parse_words(words)

    def texts(pattern: str) -> tuple[str, ...]:
        return tuple(" ".join(words[i] for i in places) for tag, _, places in marked if re.match(pattern, tag))

    for tag, mention_id, places in sorted(marked, key=lambda item: item[2]):
        if EVENT.match(tag):
            head = find_head([doc[place] for place in places])
            yield Mention(
                id=f"{document}:{mention_id}",
                topic=document.split("_")[0],
                document=document,
                sentence=number,
                start_token=places[0],
                end_token=places[-1] + 1,
                lemma=head.lemma_.lower(),
                tag=head.tag_,
                text=" ".join(words[place] for place in places),
                arguments=tuple(read_arguments(head)),
                participants=texts(PARTICIPANT.pattern),
                times=texts("TIME_"),
                places=texts("LOC_"),
            )


def parse_words(words: list[str]) -> Any:
    """The parse of words as they are given, by the package's own model."""
    from spacy.tokens import Doc

    nlp = load_model()
    return nlp(Doc(nlp.vocab, words=words))


def find_head(tokens: list[Any]) -> Any:
    """The token that the others hang on; a light verb gives way to a noun beside it."""
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[-1])
    if head.lemma_.lower() in LIGHT:
        return next((token for token in tokens if token.pos_ in ("NOUN", "PROPN", "ADJ") and token.i > head.i), head)
    return head


def read_arguments(head: Any) -> Iterator[Argument]:
    """The arguments of a verb or an event noun, as the tree has them: active or passive, "the attack by", "its"."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in head.children)
    for child in (*head.children, *_shared_subject(head)):
        if child.dep_ in ("nsubj", "nsubjpass", "csubj"):
            yield _argument(PATIENT if passive or child.dep_ == "nsubjpass" else AGENT, child)
        elif child.dep_ in ("dobj", "obj", "attr", "dative", "oprd"):
            yield _argument(PATIENT, child)
        elif child.dep_ == "poss":
            yield _argument("possessor", child)
        elif child.dep_ in ("compound", "amod", "nmod"):
            yield _argument("modifier", child)
        elif child.dep_ in ("prep", "agent"):
            role = AGENT if child.dep_ == "agent" else child.lower_
            for noun in child.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    yield _argument(role, noun)
    if head.dep_ in ("acl", "relcl") and head.head.pos_ in ("NOUN", "PROPN"):
        yield _argument(PATIENT if head.tag_ == "VBN" else AGENT, head.head)


def _shared_subject(head: Any) -> Iterator[Any]:
    """The subject of the verb that this one is joined to or hangs on: "shot and killed", "agreed to buy"."""
    verb = head
    while verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        if any(child.dep_.startswith("nsubj") for child in verb.children):
            return
        verb = verb.head
    if verb is not head:
        yield from (child for child in verb.children if child.dep_ == "nsubj")


def _argument(role: str, head: Any) -> Argument:
    phrase = [token for token in head.subtree if token.i == head.i or token.dep_ not in ("relcl", "acl")]
    near = [token for token in phrase if token.i <= head.i or token.head.i == head.i]
    names = frozenset(token.lower_ for token in near if token.tag_ in NAME_TAGS)
    return Argument(role=role, text=" ".join(token.text for token in near), lemma=head.lemma_.lower(), names=names)
